#include "benchmarks/quality/product.hpp"

#include "benchmarks/index_builder.hpp"
#include "common/schema/about.hpp"
#include "indexer/input/open_dump.hpp"

#include <optional>

namespace dateline::quality {
namespace {

/// The next record of a dump that is an article, past notices.
std::optional<indexer::RawDocument> next_document(indexer::Dump& dump)
{
    for (;;) {
        indexer::Record record = dump.next();
        if (std::holds_alternative<indexer::EndOfDump>(record)) { return std::nullopt; }
        if (auto* raw = std::get_if<indexer::RawDocument>(&record)) { return std::move(*raw); }
    }
}

void tell(const GoldArticle& gold, const std::optional<indexer::RawDocument>& raw,
          indexer::Analyzer& analyzer, const Reading& reading)
{
    auto parsed = raw ? indexer::parse_article(*raw) : fail(ErrorKind::InputFormat, "no article");
    if (!parsed) {
        reading(gold, nullptr);
        return;
    }
    AnalyzedArticle analyzed = (*std::move(parsed)).analyzed;
    analyzer.analyze(analyzed);
    reading(gold, &analyzed);
}

bool is_page(const GoldArticle& gold)
{
    return !gold.html.empty() || gold.file.ends_with(".html") || gold.file.ends_with(".htm");
}

/// The dump that the gold names, in a file or in the gold itself.
std::unique_ptr<indexer::Dump> open_gold(const GoldArticle& gold,
                                         const std::filesystem::path& folder,
                                         const indexer::FieldMap& map)
{
    if (!gold.file.empty()) {
        const std::filesystem::path path = folder / gold.file;
        return indexer::open_dump({.path = path.string(), .label = path.filename().string()},
                                  nullptr, map);
    }
    return indexer::open_dump(indexer::open_memory(is_page(gold) ? gold.html : gold.record),
                              is_page(gold) ? "page.html" : "record.jsonl", nullptr, map);
}

}  // namespace

void read_records(const std::vector<GoldArticle>& gold, const Reading& reading)
{
    std::string lines;
    for (const GoldArticle& article : gold) { lines += article.record + '\n'; }
    const indexer::FieldMap map;
    const auto dump =
        indexer::open_dump(indexer::open_memory(std::move(lines)), "gold.jsonl", nullptr, map);
    indexer::Analyzer analyzer = benchmarks::full_analyzer();
    auto raw = next_document(*dump);
    for (std::size_t i = 0; i < gold.size(); ++i) {
        const bool is_this = raw && raw->line == i + 1;
        tell(gold[i], is_this ? raw : std::nullopt, analyzer, reading);
        if (is_this) { raw = next_document(*dump); }
    }
}

void read_files(const std::vector<GoldArticle>& gold, const std::filesystem::path& folder,
                const Reading& reading)
{
    const indexer::FieldMap map;
    indexer::Analyzer analyzer = benchmarks::full_analyzer();
    for (const GoldArticle& article : gold) {
        const auto dump = open_gold(article, folder, map);
        auto raw = next_document(*dump);
        // Whoever fetches a page knows from where, if it does not say so itself.
        if (raw && raw->url.empty() && is_page(article)) { raw->url = article.url.value_or(""); }
        tell(article, raw, analyzer, reading);
    }
}

std::set<std::string> found_values(const AnalyzedArticle& analyzed, FieldId field)
{
    std::set<std::string> values;
    if (field == FieldId::About) {
        for (const std::string_view code : countries_about(analyzed)) { values.emplace(code); }
        return values;
    }
    for (const Mention& mention : analyzed.mentions) {
        if (mention.field == field && mention.where != FieldId::Id) {
            values.insert(mention.value);
        }
    }
    return values;
}

}  // namespace dateline::quality
