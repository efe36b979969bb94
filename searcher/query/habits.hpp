// What hands bring along from Lexis, Factiva, Westlaw, Google and Elasticsearch, as tables: words
// that stand for operators and fields of ours. What is read so is said in a note.
#pragma once

#include "common/schema/field.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::searcher {

/// A word between two parts that says how near they have to be.
struct NearWord {
    std::string_view op{};             ///< "near", "adj", "sent" or "para"
    std::optional<unsigned> number{};  ///< if one is written
    bool is_ours = true;               ///< written as query-language.md does
};

/// Reads NEAR/5, w/5, near5, SENT, w/s, …; nothing if it is none, and so a word. A number too large
/// to read is UINT_MAX.
std::optional<NearWord> near_word(std::string_view word);

/// A field of another system.
struct FieldHabit {
    std::string_view name;
    std::string_view ours;  ///< a field's name, or a comparison for date: ">=", "<"
};
inline constexpr auto kFieldHabits = std::to_array<FieldHabit>({
    {"author", "byline"},    {"headline", "title"},
    {"hl", "title"},         {"intitle", "title"},
    {"hd", "title"},         {"hdline", "title"},
    {"intext", "body"},      {"text", "body"},
    {"content", "body"},     {"language", "lang"},
    {"la", "lang"},          {"site", "host"},
    {"domain", "host"},      {"publication", "source"},
    {"publisher", "source"}, {"people", "person"},
    {"persons", "person"},   {"countries", "country"},
    {"lp", "lead"},          {"published", "date"},
    {"after", ">="},         {"since", ">="},
    {"before", "<"},         {"until", "<="},
});

/// The field that `name` is nearest to in spelling, or nothing if none is near.
const Field* nearest_field(std::string_view name);

}  // namespace dateline::searcher
