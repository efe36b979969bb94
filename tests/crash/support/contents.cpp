#include "tests/crash/support/contents.hpp"

#include "common/storage/snapshot.hpp"

#include <xxhash.h>

namespace dateline::tests {

Result<std::vector<Holding>> contents_of(const std::filesystem::path& index)
{
    const auto snapshot = Snapshot::open(index);
    if (!snapshot) { return Failure{snapshot.error()}; }
    std::vector<Holding> contents;
    for (const Segment& segment : snapshot->segments()) {
        for (std::size_t i = 0; i < segment.articles(); ++i) {
            if (segment.removed.contains(i)) { continue; }
            const auto analyzed = segment.bodies.article(i);
            if (!analyzed) { return Failure{analyzed.error()}; }
            const std::string bytes = analyzed->article.id + '\0' + encode_article(*analyzed);
            contents.push_back({analyzed->article.id, XXH3_64bits(bytes.data(), bytes.size())});
        }
    }
    return contents;
}

std::uint64_t print_of(const std::vector<Holding>& contents)
{
    std::uint64_t sum = 0;
    for (const Holding& article : contents) { sum += article.print; }
    return sum;
}

}  // namespace dateline::tests
