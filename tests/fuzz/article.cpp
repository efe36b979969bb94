// Whatever a record holds, as a text without fields and as fields: an article, or why it is none.
#include "common/text/utf8.hpp"
#include "indexer/parse_article.hpp"
#include "tests/fuzz/fuzz_target.hpp"

#include <algorithm>
#include <string>

namespace dateline::tests {
namespace {

/// What parse_article() promises.
void check(const indexer::RawDocument& raw)
{
    const auto parsed = indexer::parse_article(raw);
    if (!parsed) {
        demand(!parsed.error().message.empty(), "an error says nothing");
        return;
    }
    const Article& article = parsed->analyzed.article;
    demand(!article.id.empty(), "an article without an id");
    demand(!article.title.empty() || !article.body.empty(), "an article without a text");
    for (const std::string* text : {&article.title, &article.body, &article.url, &article.source}) {
        demand(is_utf8(*text), "a text is not UTF-8");
        demand(text->find('\0') == std::string::npos, "a NUL in a text");
    }
    demand(article.title.find('\n') == std::string::npos, "a headline of two lines");
    for (const std::string& name : article.byline) {
        demand(!name.empty() && is_utf8(name), "a byline is not UTF-8");
    }
}

/// The next line of `text`, taken off.
std::string take_line(std::string_view& text)
{
    const std::size_t size = std::min(text.find('\n'), text.size());
    std::string line{text.substr(0, size)};
    text.remove_prefix(std::min(size + 1, text.size()));
    return line;
}

void run(std::string_view bytes)
{
    indexer::RawDocument text;
    text.body = bytes;
    text.unstructured = true;
    text.file = "2024-11-08.txt";
    check(text);
    indexer::RawDocument fields;
    fields.title = take_line(bytes);
    fields.date = take_line(bytes);
    fields.byline = {take_line(bytes)};
    fields.url = take_line(bytes);
    fields.source = take_line(bytes);
    fields.language = take_line(bytes);
    fields.people = {take_line(bytes)};
    fields.countries = {take_line(bytes)};
    fields.body = bytes;
    check(fields);
}

}  // namespace

extern const FuzzTarget article_target{.name = "article", .run = run};

}  // namespace dateline::tests
