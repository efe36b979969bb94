// What both main() functions do around their program: versions, and catching a bug.
#pragma once

#include "common/cli/program.hpp"

#include <exception>
#include <ostream>
#include <xapian.h>

namespace dateline::cli {

/// "0.1.0 (schema 1, Xapian 1.4.22, ICU 72.1, Unicode 15.0, zstd 1.5.4)".
std::string version_text();

/// Runs the program on the words of a command line. An exception that comes this far is a bug: exit
/// code 70.
template <class Settings>
int guarded_main(const Program<Settings>& program, int argc, const char* const* argv,
                 std::ostream& out, std::ostream& err)
{
    try {
        return run(program, {argv + 1, argv + argc}, out, err);
    } catch (const Xapian::Error& bug) {  // which is no std::exception
        const Error error{.kind = ErrorKind::Internal,
                          .message = bug.get_description(),
                          .hint = "this is a bug; please report it with the command"};
        return report(program.name, error, err);
    } catch (const std::exception& bug) {
        const Error error{.kind = ErrorKind::Internal,
                          .message = bug.what(),
                          .hint = "this is a bug; please report it with the command"};
        return report(program.name, error, err);
    }
}

}  // namespace dateline::cli
