// What dumps call the fields of an article: the keys of JSON, the columns of CSV, front matter.
#pragma once

#include "indexer/input/format.hpp"
#include "indexer/input/raw_document.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::indexer {

/// The fields of a RawDocument.
enum class RawField : std::uint8_t {
    Id,
    Title,
    Body,
    Date,
    Url,
    Source,
    Language,
    Byline,
    People,
    Countries,
    Dateline,
};
inline constexpr std::size_t kRawFieldCount = 11;

/// Where a field's value goes: a text, or a list of them.
struct FieldPlace {
    RawField field;
    std::string_view name;  ///< our key
    std::string RawDocument::*text;
    std::vector<std::string> RawDocument::*list;
    bool divided;  ///< a text of it is divided at , and ;
};

/// A row for each RawField, in its order.
const FieldPlace& field_place(RawField field);

/// The field that a key of a dump, in capitals or not, with its accents or without, stands for:
/// "headline" is the title. Also tells whether `ours` of a --map is one.
std::optional<RawField> raw_field(std::string_view key);

/// Whether an object under this key holds an article's fields, if the record around it has no text:
/// Elasticsearch's "_source".
bool is_wrapper_key(std::string_view key);

/// Whether a list under this key may be one of articles, in an object around them: answers of
/// sites' interfaces, Telegram's exports.
bool is_list_key(std::string_view key);

/// Whether these keys make an article: one of them is a text's.
bool is_article_key(std::string_view key);

/// Puts a text where it belongs: into the text, or as one or (divided) several entries of the list.
/// False if a list would be too long.
bool put_text(const FieldPlace& place, std::string text, RawDocument& raw);

/// So many entries a list may have, so that it costs no more memory than its text.
inline constexpr std::size_t kMostListed = 10000;

/// Which keys mean which field: those of a FieldMap come before the known ones. Remembers what it
/// was asked, so that a dump's keys cost little and can be told.
class FieldKeys {
  public:
    struct Meaning {
        RawField field;
        std::size_t rank;  ///< of several keys for a field, the one with the least counts
    };

    explicit FieldKeys(const FieldMap& map);

    std::optional<Meaning> meaning_of(std::string_view key);

    /// The keys so far, up to some hundreds, in the order in which they came.
    [[nodiscard]] std::vector<FieldUse> uses() const;

  private:
    [[nodiscard]] std::optional<Meaning> find(std::string_view key) const;

    struct Seen {
        std::string key;
        std::optional<Meaning> meaning;
    };
    FieldMap map_{};  ///< keys in lower case
    std::vector<Seen> seen_{};
    std::size_t expected_ = 0;  ///< in seen_: the key that followed the last one before
};

}  // namespace dateline::indexer
