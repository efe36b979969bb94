#include "tests/oracle/random_query.hpp"

#include "common/text/tokenizer.hpp"

namespace dateline::tests {

RandomQueries::RandomQueries(const BruteForce& corpus, std::uint32_t seed) : random_(seed)
{
    for (const auto& [id, article] : corpus.articles()) { articles_.push_back(&article); }
}

const OracleArticle& RandomQueries::article() { return *articles_[below(articles_.size())]; }

/// Some words that stand in a row in an article, as written.
std::string RandomQueries::words(std::size_t count)
{
    const Article& from = article().analyzed.article;
    const std::string& text = below(3) == 0 && !from.title.empty() ? from.title : from.body;
    TokenList list;
    tokenize(text, list);
    if (list.tokens.size() < count) { return "the"; }
    const std::size_t first = below(list.tokens.size() - count + 1);
    std::string joined;
    for (std::size_t i = first; i < first + count; ++i) {
        joined += (joined.empty() ? "" : " ") + std::string{list.surface(list.tokens[i])};
    }
    return joined;
}

std::string RandomQueries::leaf()
{
    const AnalyzedArticle& from = article().analyzed;
    switch (below(14)) {
        case 0:
            return "\"" + words(2) + "\"";
        case 1:
            return "\"" + words(3 + below(3)) + "\"";
        case 2:
            return "title:\"" + words(1) + "\"";
        case 3:
            return "\"" + words(2) + " " + words(1) + "\"";
        case 4:
            if (!from.mentions.empty()) {
                const Mention& mention = from.mentions[below(from.mentions.size())];
                return std::string{field(mention.field).name} + ":\"" + mention.value + "\"";
            }
            break;
        case 5:
            if (from.article.date) { return "date:" + to_string(*from.article.date); }
            return "date:undated";
        case 6:
            if (from.article.date) {
                return "date:.." + to_string(*from.article.date).substr(0, 4);
            }
            return "date:undated";
        case 7:
            return "lang:" + from.article.language;
        case 8:
            if (!from.article.source.empty()) { return "source:\"" + from.article.source + "\""; }
            break;
        case 9:
            if (!from.article.byline.empty()) {
                return "byline:\"" + from.article.byline.front() + "\"";
            }
            break;
        default:
            break;
    }
    return "\"" + words(1) + "\"";
}

std::string RandomQueries::query(unsigned depth)
{
    if (depth >= 3 || below(3) == 0) { return leaf(); }
    const std::string left = query(depth + 1);
    const std::string right = query(depth + 1);
    switch (below(5)) {
        case 0:
            return "(" + left + " OR " + right + ")";
        case 1:
            return left + " -(" + right + ")";
        case 2:
            return "(" + left + ") AND " + right;
        case 3:
            return "NOT (" + left + ") " + right;
        default:
            return left + " " + right;
    }
}

}  // namespace dateline::tests
