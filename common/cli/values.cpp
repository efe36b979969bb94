#include "common/cli/values.hpp"

#include <charconv>
#include <cstdlib>

namespace dateline::cli {

Result<std::uint64_t> parse_number(const std::string& text, std::uint64_t most)
{
    std::uint64_t number = 0;
    const char* const end = text.data() + text.size();
    const auto [stop, problem] = std::from_chars(text.data(), end, number);
    if (problem != std::errc{} || stop != end || number > most) {
        return fail(ErrorKind::Usage,
                    "'" + text + "' is no number from 0 to " + std::to_string(most));
    }
    return number;
}

Result<std::filesystem::path> index_path(const std::filesystem::path& given)
{
    if (!given.empty()) { return given; }
    const char* const environment = std::getenv("DATELINE_INDEX");
    if (environment != nullptr && *environment != '\0') {
        return std::filesystem::path{environment};
    }
    return fail(ErrorKind::Usage, "no index is named",
                "write --index DIR, or set DATELINE_INDEX; dateline-index add makes an index");
}

}  // namespace dateline::cli
