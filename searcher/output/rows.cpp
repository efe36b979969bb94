#include "searcher/output/rows.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

std::vector<std::string> values_of(const AnalyzedArticle& analyzed, FieldId field)
{
    std::vector<std::string> values;
    for (const Mention& mention : analyzed.mentions) {
        if (mention.field == field) { values.push_back(mention.value); }
    }
    std::sort(values.begin(), values.end());
    values.erase(std::unique(values.begin(), values.end()), values.end());
    return values;
}

}  // namespace

Hit hit_of(const ShownArticle& article)
{
    const Article& stored = article.analyzed.article;
    return {.id = stored.id,
            .title = stored.title,
            .title_derived = stored.title_derived,
            .date = stored.date,
            .byline = stored.byline,
            .source = stored.source,
            .url = stored.url,
            .language = stored.language,
            .people = values_of(article.analyzed, FieldId::Person),
            .countries = values_of(article.analyzed, FieldId::Country)};
}

}  // namespace dateline::searcher
