// The schema as people read it: made from kFields for --help, info and syntax.
#pragma once

#include <string>

namespace dateline {

/// A line for each field: its name, its term prefix, a query that uses it, and what it holds.
std::string field_table();

}  // namespace dateline
