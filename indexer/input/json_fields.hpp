// From a JSON object to a RawDocument: which keys mean which field, and what values they may have.
#pragma once

#include "indexer/input/field_keys.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/raw_document.hpp"

#include <simdjson.h>
#include <string>
#include <vector>

namespace dateline::indexer {

/// Makes documents of objects by the known keys and those of a FieldMap, which come first.
class JsonFields {
  public:
    explicit JsonFields(const FieldMap& map) : keys_(map) {}

    /// A document with the fields that `object` has, or an object in it that wraps an article.
    /// Where several keys mean one field, the one that stands first in the table of keys counts,
    /// and of equal keys the first one; empty values do not count. To `unusable` is added, as a
    /// clause for people, what has a value of a wrong type.
    [[nodiscard]] RawDocument read(simdjson::dom::object object,
                                   std::vector<std::string>& unusable);

    [[nodiscard]] std::vector<FieldUse> uses() const { return keys_.uses(); }

  private:
    FieldKeys keys_;
};

}  // namespace dateline::indexer
