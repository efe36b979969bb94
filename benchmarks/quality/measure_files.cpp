#include "benchmarks/quality/measure_files.hpp"

#include "common/text/terminal.hpp"

namespace dateline::quality {

int say_not_measured(const Error& error, std::ostream& out)
{
    out << "not measured: " << printable(error.message);
    if (!error.hint.empty()) { out << " (" << printable(error.hint) << ')'; }
    out << "\n\n";
    return kNotMeasured;
}

std::vector<std::filesystem::path> files_of(const Call& call,
                                            std::vector<std::filesystem::path> named,
                                            const std::vector<std::string_view>& usual)
{
    named.insert(named.end(), call.arguments.begin(), call.arguments.end());
    return files_or(named, call.settings.data, usual);
}

}  // namespace dateline::quality
