// What a program says on standard error beside its errors: notes, and what it has done.
#pragma once

#include <ostream>
#include <string_view>

namespace dateline::cli {

/// Writes "program: text" as a line, which a terminal that is standard error gets broken at its
/// blanks. The text is untrusted.
void tell(std::string_view program, std::string_view text, std::ostream& out);

}  // namespace dateline::cli
