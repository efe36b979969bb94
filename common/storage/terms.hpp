// Values as terms of the postings, by the schema's prefixes: the indexer writes them, the searcher
// looks them up.
#pragma once

#include "common/date.hpp"
#include "common/schema/field.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// `value` behind a field's prefix as a term that Xapian takes: at most 245 bytes, NULs counted
/// twice (reliability.md 2f); what is too long is cut and ends in a hash of the whole.
std::string safe_term(std::string_view prefix, std::string_view value);

/// The term that finds an article by its id.
std::string id_term(std::string_view id);

/// The term of a Keyword field's value; people and sources by their name_key().
std::string keyword_term(FieldId field, std::string_view value);

/// What the terms of dates of a precision begin with; behind it stand the digits: "XMM" 202205.
std::string date_prefix(FieldId field, Precision precision);

/// The terms of a date: its year; its month and day as far as they are known. For a Day field.
std::vector<std::string> date_terms(FieldId field, const Date& date);

/// The one term that stands for exactly the days of `date`: the last of date_terms().
std::string date_term(FieldId field, const Date& date);

}  // namespace dateline
