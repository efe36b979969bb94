#include "benchmarks/quality/data_file.hpp"

#include "indexer/input/unpacked_source.hpp"

namespace dateline::quality {

namespace fs = std::filesystem;

std::vector<fs::path> files_or(const std::vector<fs::path>& named, const fs::path& data,
                               const std::vector<std::string_view>& usual)
{
    if (!named.empty()) { return named; }
    std::vector<fs::path> files;
    for (const std::string_view name : usual) { files.push_back(data / name); }
    return files;
}

Result<fs::path> find_file(const fs::path& path)
{
    std::error_code ignored;
    if (fs::exists(path, ignored)) { return path; }
    fs::path packed = path;
    packed += ".zst";
    if (fs::exists(packed, ignored)) { return packed; }
    return fail(ErrorKind::Io, "'" + path.string() + "' is not there");
}

Result<std::string> read_whole(const fs::path& path)
{
    const auto file = find_file(path);
    if (!file) { return Failure{file.error()}; }
    const auto source = indexer::open_unpacked(*file);
    if (!source) { return Failure{source.error()}; }
    constexpr std::size_t kPortion = 1 << 20;
    std::string text;
    for (;;) {
        const std::size_t size = text.size();
        text.resize(size + kPortion);
        const auto got = (*source)->read({text.data() + size, kPortion});
        if (!got) { return Failure{got.error()}; }
        text.resize(size + *got);
        if (*got == 0) { return text; }
    }
}

}  // namespace dateline::quality
