// What a run has to tell about its input: a line of the report for everything that was left out.
#pragma once

#include <cstdint>
#include <string>

namespace dateline::indexer {

/// Something in the input that could not be used as it stands.
struct Notice {
    std::string file{};      ///< path relative to the PATH given; "" for standard input
    std::string member{};    ///< path inside the file, if that is an archive: "a/b.zip!c.txt"
    std::string entry{};     ///< the article's id or its ordinal in the file, if it has one
    std::uint64_t line = 0;  ///< counted from 1; 0 if unknown
    std::uint64_t byte = 0;  ///< offset in the unpacked text, as UTF-8, where the record begins
    std::string reason{};    ///< stable and short, for counting: "bad-json", "symlink", "empty"
    std::string message{};   ///< one clause for people, lower case, no full stop
    bool lost = true;        ///< an article or a file was left out; false: a detail of one was
};

/// A file's name and, behind a !, the path inside of it: "dump.tar.gz!news/a.txt". Only that path
/// if the file has no name.
inline std::string place_of(const std::string& file, const std::string& member)
{
    return member.empty() ? file : file.empty() ? member : file + '!' + member;
}

}  // namespace dateline::indexer
