// The fields of a hit, each once: what JSON prints, what --fields chooses, what the columns of
// tables are called.
#pragma once

#include "common/result.hpp"
#include "searcher/search/result.hpp"

#include <nlohmann/json_fwd.hpp>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::searcher {

struct HitField {
    std::string_view name;
    bool in_tables;  ///< whether tables have it if --fields names none
    nlohmann::ordered_json (*json)(const Hit& hit);
};

using HitFields = std::vector<const HitField*>;

/// Every field, in the order in which JSON prints them.
std::span<const HitField> hit_fields();

/// The fields of a list with commas, each once, in its order. Fails with Usage.
Result<HitFields> hit_fields_named(std::string_view list);

/// Of a field: a list's values with "; " between them, nothing for null. Untrusted.
std::string text_of(const HitField& field, const Hit& hit);

/// The object with these fields, or with all of them if there are none.
nlohmann::ordered_json hit_json(const Hit& hit, std::span<const HitField* const> fields);

/// What --fields chose for a table, or else what tables have.
HitFields table_fields(std::span<const HitField* const> chosen);

}  // namespace dateline::searcher
