#include "benchmarks/quality/scratch_index.hpp"

#include "common/storage/bodies.hpp"
#include "indexer/analyze.hpp"
#include "indexer/input/open_dump.hpp"
#include "indexer/writer.hpp"

#include <cstdlib>

namespace dateline::quality {

namespace fs = std::filesystem;

Result<std::unique_ptr<ScratchIndex>> ScratchIndex::of(const fs::path& dump)
{
    std::error_code problem;
    std::string name = (fs::temp_directory_path(problem) / "dateline-quality-XXXXXX").string();
    if (problem || mkdtemp(name.data()) == nullptr) {
        return fail(ErrorKind::Io, "cannot make a folder for a scratch index", "see TMPDIR");
    }
    std::unique_ptr<ScratchIndex> index{new ScratchIndex{name}};
    if (auto filled = index->fill(dump); !filled) { return Failure{filled.error()}; }
    return index;
}

ScratchIndex::~ScratchIndex()
{
    std::error_code ignored;
    fs::remove_all(folder_, ignored);
}

Status ScratchIndex::fill(const fs::path& dump)
{
    const auto opened = indexer::IndexWriter::open(path());
    if (!opened) { return Failure{opened.error()}; }
    indexer::IndexWriter& writer = **opened;
    const auto all = indexer::detectors();
    indexer::Analyzer analyzer{{all.begin(), all.end()}};
    const indexer::FieldMap map;
    const auto records = indexer::open_dump(
        {.path = dump.string(), .label = dump.filename().string()}, nullptr, map);
    for (;;) {
        indexer::Record record = records->next();
        if (std::holds_alternative<indexer::EndOfDump>(record)) { return writer.publish(); }
        if (const auto* notice = std::get_if<indexer::Notice>(&record)) {
            if (!notice->lost) { continue; }
            return fail(ErrorKind::Io, "'" + dump.string() + "': " + notice->message);
        }
        const auto& raw = std::get<indexer::RawDocument>(record);
        auto parsed = indexer::parse_article(raw);
        if (!parsed) { return Failure{parsed.error()}; }
        AnalyzedArticle analyzed = (*std::move(parsed)).analyzed;
        analyzed.article.detected_by = analyzer.name();
        const auto is_there = writer.has(analyzed.article, content_hash(analyzed.article));
        if (!is_there) { return Failure{is_there.error()}; }
        if (*is_there) { continue; }
        analyzer.analyze(analyzed);
        const auto added = writer.add(analyzed, analyzer.title(), analyzer.body());
        if (!added) { return Failure{added.error()}; }
        own_ids_[analyzed.article.id] = raw.id;
    }
}

}  // namespace dateline::quality
