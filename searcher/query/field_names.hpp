// Names of fields in a query: ours, and what other systems call them.
#pragma once

#include "common/result.hpp"
#include "common/schema/field.hpp"

#include <array>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::searcher {

/// A field of another system.
struct FieldHabit {
    std::string_view name;
    std::string_view ours;  ///< a field's name, or a comparison for date: ">=", "<"
};
inline constexpr auto kFieldHabits = std::to_array<FieldHabit>({
    {"author", "byline"},      {"by", "byline"},
    {"au", "byline"},          {"headline", "title"},
    {"hl", "title"},           {"intitle", "title"},
    {"hd", "title"},           {"hdline", "title"},
    {"ti", "title"},           {"intext", "body"},
    {"text", "body"},          {"content", "body"},
    {"language", "lang"},      {"la", "lang"},
    {"site", "host"},          {"domain", "host"},
    {"publication", "source"}, {"publisher", "source"},
    {"pub", "source"},         {"sn", "source"},
    {"people", "person"},      {"persons", "person"},
    {"countries", "country"},  {"lp", "lead"},
    {"published", "date"},     {"pd", "date"},
    {"after", ">="},           {"since", ">="},
    {"before", "<"},           {"until", "<="},
});

/// The name for both headline and lead.
inline constexpr std::string_view kHeadlineAndLead = "hlead";

/// The name before a saved query's.
inline constexpr std::string_view kSavedField = "saved";

/// A field that a name stands for.
struct NamedField {
    FieldId id = FieldId::Body;
    bool is_title_too = false;      ///< hlead:
    std::string_view comparison{};  ///< what to put before the value: before: is date:<
    std::string read_as{};          ///< as a note says it: "byline:"; "" if the name is ours
};

/// The field that `name`, in lower case, stands for; nothing if there is none.
std::optional<NamedField> field_named(std::string_view name);

/// Why there is no such field, and which there are.
Failure no_such_field(const std::string& name);

/// Whether a field's values are taken as they are typed: ids and hosts.
bool is_exact(FieldId field);

}  // namespace dateline::searcher
