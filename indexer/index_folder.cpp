#include "indexer/index_folder.hpp"

#include "common/storage/file.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <string_view>

namespace dateline::indexer {
namespace {

bool is_six_digits(const std::string& name)
{
    return name.size() >= 6 && name.find_first_not_of("0123456789") == std::string::npos;
}

/// Whether everything in the folder is what a writer puts into an index, and nothing a person did.
Result<bool> holds_only_ours(const std::filesystem::path& index)
{
    static constexpr auto kOurs = std::to_array<std::string_view>(
        {"CURRENT", "boilerplate.tsv", "dictionaries", "lock", "name-table", "names", "people.tsv",
         "saved.tsv", "segments", "tombstones", "work"});
    const auto entries = list_folder(index);
    if (!entries) { return Failure{entries.error()}; }
    for (const auto& entry : *entries) {
        const std::string name = entry.filename().string();
        if (name.starts_with("manifest-")) { continue; }
        const bool is_unfinished = entry.extension() == ".new";
        const std::string whole = is_unfinished ? entry.stem().string() : name;
        if (std::find(kOurs.begin(), kOurs.end(), whole) == kOurs.end()) { return false; }
        if (name != "work" && name != "segments" && name != "tombstones" && name != "name-table") {
            continue;
        }
        const auto inside = list_folder(entry);
        if (!inside) { return Failure{inside.error()}; }
        for (const auto& part : *inside) {
            if (!is_six_digits(part.filename().string())) { return false; }
        }
    }
    return true;
}

}  // namespace

Status make_index_folder(const std::filesystem::path& index)
{
    std::error_code problem;
    const bool is_new = std::filesystem::create_directories(index, problem);
    if (problem) {
        Failure failure = io_failure("make the folder", index, problem.value());
        if (failure.error.hint.empty()) {
            failure.error.hint = "name a folder that can be written with --index";
        }
        return failure;
    }
    if (is_new) {
        return sync_path(std::filesystem::absolute(index / "..", problem).lexically_normal());
    }
    const auto ours = holds_only_ours(index);
    if (!ours) { return Failure{ours.error()}; }
    if (*ours) { return Done{}; }
    return fail(ErrorKind::IndexMissing,
                "the folder '" + index.string() + "' holds other files and is no index",
                "name a new or an empty folder with --index");
}

}  // namespace dateline::indexer
