#include "benchmarks/quality/scratch_index.hpp"

#include "benchmarks/index_builder.hpp"
#include "indexer/input/open_dump.hpp"

namespace dateline::quality {

namespace fs = std::filesystem;

Result<ScratchIndex> ScratchIndex::of(const fs::path& dump, NoArticle no_article)
{
    auto folder = benchmarks::ScratchFolder::make();
    if (!folder) { return Failure{folder.error()}; }
    ScratchIndex index{*std::move(folder)};
    if (auto filled = index.fill(dump, no_article); !filled) { return Failure{filled.error()}; }
    return index;
}

Status ScratchIndex::fill(const fs::path& dump, NoArticle no_article)
{
    auto opened = benchmarks::IndexBuilder::open(path());
    if (!opened) { return Failure{opened.error()}; }
    benchmarks::IndexBuilder builder = *std::move(opened);
    const indexer::FieldMap map;
    const auto records = indexer::open_dump(
        {.path = dump.string(), .label = dump.filename().string()}, nullptr, map);
    for (;;) {
        indexer::Record record = records->next();
        if (std::holds_alternative<indexer::EndOfDump>(record)) { return builder.publish(); }
        if (const auto* notice = std::get_if<indexer::Notice>(&record)) {
            if (!notice->lost) { continue; }
            return fail(ErrorKind::Io, "'" + dump.string() + "': " + notice->message);
        }
        const auto& raw = std::get<indexer::RawDocument>(record);
        auto parsed = indexer::parse_article(raw);
        if (!parsed && no_article == NoArticle::IsPassedOver) { continue; }
        if (!parsed) { return Failure{parsed.error()}; }
        const std::string id = parsed->analyzed.article.id;
        const auto added = builder.add((*std::move(parsed)).analyzed);
        if (!added) { return Failure{added.error()}; }
        if (*added) { own_ids_[id] = raw.id; }
    }
}

}  // namespace dateline::quality
