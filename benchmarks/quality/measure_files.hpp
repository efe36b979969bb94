// The files of a verb, one after the other: what one lacks does not keep the others from being
// measured.
#pragma once

#include "benchmarks/quality/commands/command.hpp"
#include "benchmarks/quality/data_file.hpp"

#include <filesystem>
#include <ostream>
#include <vector>

namespace dateline::quality {

/// Says what could not be measured, and why; returns kNotMeasured.
int say_not_measured(const Error& error, std::ostream& out);

/// The files that were named by an option or as words, or else the usual ones.
std::vector<std::filesystem::path> files_of(const Call& call,
                                            std::vector<std::filesystem::path> named,
                                            const std::vector<std::string_view>& usual);

/// Reads and parses each file and hands it on; the exit code.
template <class Parse, class Measure>
int measure_files(const std::vector<std::filesystem::path>& files, std::ostream& out,
                  const Parse& parse, const Measure& measure)
{
    int code = 0;
    for (const auto& file : files) {
        const auto text = read_whole(file);
        if (!text) {
            code = say_not_measured(text.error(), out);
            continue;
        }
        const auto parsed = parse(*text);
        if (!parsed) {
            Error error = parsed.error();
            error.message = "'" + file.string() + "': " + error.message;
            code = say_not_measured(error, out);
            continue;
        }
        measure(file, *parsed);
    }
    return code;
}

}  // namespace dateline::quality
