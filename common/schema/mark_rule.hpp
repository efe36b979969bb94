// The receipts of marks, taken apart: what a rule says, and which detector's data it is of.
#pragma once

#include "common/schema/article.hpp"

#include <string_view>

namespace dateline {

/// A date's rule as it is kept: how it was found and, behind a slash, what it is.
struct DateRule {
    std::string_view rule;  ///< "weekday"
    std::string_view kind;  ///< "event" (nothing behind it), "plan", "anniversary"
};

/// Takes apart Mention::rule of a date. Points into it.
DateRule date_rule(std::string_view rule);

/// The detector of marks of this field with the version of its rules and tables, as
/// Article::detected_by has it: "dates/2"; "" if none ran.
std::string_view detected_by(const Article& article, FieldId marks);

}  // namespace dateline
