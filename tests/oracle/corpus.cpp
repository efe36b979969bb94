#include "tests/oracle/corpus.hpp"

#include "common/storage/bodies.hpp"
#include "indexer/article_reader.hpp"
#include "indexer/writer.hpp"

#include <iostream>
#include <set>
#include <stdexcept>

namespace dateline::tests {
namespace {

template <class T>
T value_of(Result<T> result)
{
    if (!result) { throw std::runtime_error{result.error().message}; }
    return *std::move(result);
}

}  // namespace

std::vector<AnalyzedArticle> read_corpus(const std::vector<std::string>& paths,
                                         std::string_view detectors)
{
    const indexer::Settings settings;
    indexer::RunSummary summary;
    cli::ProgressLine progress{std::cerr, {}};
    indexer::ArticleReader reader{settings, value_of(indexer::find_dumps(paths)), summary,
                                  progress};
    indexer::Analyzer analyzer{value_of(indexer::parse_detector_list(detectors))};
    std::vector<AnalyzedArticle> articles;
    while (auto record = reader.next()) {
        AnalyzedArticle article = *std::move(record->analyzed);
        article.article.detected_by = analyzer.name();
        analyzer.analyze(article);
        articles.push_back(std::move(article));
    }
    return articles;
}

void index_articles(const std::vector<AnalyzedArticle>& articles,
                    const std::filesystem::path& index, std::size_t per_segment)
{
    const auto writer = value_of(indexer::IndexWriter::open(index));
    TokenList title;
    TokenList body;
    std::size_t added = 0;
    for (const AnalyzedArticle& analyzed : articles) {
        const Article& article = analyzed.article;
        if (value_of(writer->has(article, content_hash(article)))) { continue; }
        tokenize(article.title_derived ? std::string_view{} : article.title, title);
        tokenize(article.body, body);
        value_of(writer->add(analyzed, title, body));
        if (++added % per_segment == 0) { value_of(writer->publish()); }
    }
    value_of(writer->publish());
}

std::vector<AnalyzedArticle> remove_some(const std::vector<AnalyzedArticle>& articles,
                                         const std::filesystem::path& index, std::size_t step)
{
    const auto writer = value_of(indexer::IndexWriter::open(index));
    std::set<std::string> removed;  // a dump may have an id twice
    for (std::size_t i = 0; i < articles.size(); i += step) {
        const std::string& id = articles[i].article.id;
        if (removed.insert(id).second && !value_of(writer->remove(id))) {
            throw std::runtime_error{"not there: " + id};
        }
    }
    value_of(writer->publish());
    std::vector<AnalyzedArticle> left;
    for (const AnalyzedArticle& one : articles) {
        if (!removed.contains(one.article.id)) { left.push_back(one); }
    }
    return left;
}

}  // namespace dateline::tests
