// From a JSON object to a RawDocument: which keys mean which field, and what values they may have.
#pragma once

#include "indexer/input/format.hpp"
#include "indexer/input/raw_document.hpp"

#include <cstdint>
#include <optional>
#include <simdjson.h>
#include <string>
#include <string_view>
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
    Countries
};
inline constexpr std::size_t kRawFieldCount = 10;

/// The field that a key of a dump, in capitals or not, stands for: "headline" is the title. Also
/// tells whether `ours` of a --map is one.
std::optional<RawField> raw_field(std::string_view key);

/// Makes documents of objects by the known keys and those of a FieldMap, which come first.
class JsonFields {
  public:
    explicit JsonFields(const FieldMap& map);

    /// A document with the fields that `object` has. Where several keys mean one field, the one
    /// that stands first in the table of keys counts, and of equal keys the first one; empty values
    /// do not count. To `unusable` is added, as a clause for people, what has a value of a wrong
    /// type.
    [[nodiscard]] RawDocument read(simdjson::dom::object object,
                                   std::vector<std::string>& unusable) const;

  private:
    struct Meaning {
        RawField field;
        std::size_t rank;  // less is better
    };
    [[nodiscard]] std::optional<Meaning> meaning_of(std::string_view key) const;

    FieldMap map_{};  // keys in lower case
};

}  // namespace dateline::indexer
