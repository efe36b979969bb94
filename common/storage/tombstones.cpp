#include "common/storage/tombstones.hpp"

#include <bit>

namespace dateline {
namespace {

constexpr std::string_view kMagic = "DLTOMBS1";

}  // namespace

std::size_t ArticleSet::count() const
{
    std::size_t count = 0;
    for (const std::uint64_t word : words_) {
        count += static_cast<std::size_t>(std::popcount(word));
    }
    return count;
}

Status write_tombstones(const std::filesystem::path& path, const std::vector<ArticleSet>& removed)
{
    SectionWriter file{path, kMagic};
    for (const ArticleSet& set : removed) {
        file.begin_section();
        if (!set.empty()) { file.append_array(set.words()); }
    }
    return file.finish();
}

Result<std::vector<ArticleSet>> read_tombstones(const std::filesystem::path& path,
                                                const std::vector<std::size_t>& articles)
{
    const auto file = SectionFile::open(path, kMagic);
    if (!file) { return Failure{file.error()}; }
    if (file->sections() != articles.size()) { return damaged(path, "it is about other segments"); }
    std::vector<ArticleSet> removed;
    for (std::size_t segment = 0; segment < articles.size(); ++segment) {
        ArticleSet set{articles[segment]};
        const ArticleSet stored{file->array<std::uint64_t>(segment)};
        for (std::size_t index = 0; index < articles[segment]; ++index) {
            if (stored.contains(index)) { set.insert(index); }
        }
        removed.push_back(std::move(set));
    }
    return removed;
}

}  // namespace dateline
