// Articles as they are scraped, each with another layout, against the fields written beside it:
// tests/data/articles/<name>.txt and <name>.expected. A new layout is two new files.
#include "indexer/line.hpp"
#include "indexer/parse_article.hpp"
#include "tests/support/paths.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <set>
#include <string>
#include <vector>

using dateline::Article;
using dateline::indexer::lines_of;
using dateline::indexer::RawDocument;

namespace {

using Fields = std::map<std::string, std::vector<std::string>>;

std::string read(const std::filesystem::path& path)
{
    std::ifstream file{path, std::ios::binary};
    REQUIRE(file);
    return {std::istreambuf_iterator<char>{file}, {}};
}

/// The lines "key: value" of a file.
Fields fields_of(const std::string& text)
{
    Fields fields;
    for (const std::string_view line : lines_of(text)) {
        const std::size_t colon = line.find(": ");
        REQUIRE(colon != std::string_view::npos);
        fields[std::string{line.substr(0, colon)}].emplace_back(line.substr(colon + 2));
    }
    return fields;
}

std::string first(const Fields& fields, const std::string& key)
{
    const auto at = fields.find(key);
    return at == fields.end() ? "" : at->second.front();
}

std::size_t paragraphs_of(const std::string& body)
{
    const auto lines = lines_of(body);
    return static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end(), [](auto line) { return !line.empty(); }));
}

/// Each line is out of the body and kept beside it, and a receipt says so and where it stood.
void check_furniture(const dateline::indexer::ParsedArticle& parsed, const Fields& expected)
{
    const auto wanted = expected.find("furniture");
    if (wanted == expected.end()) { return; }
    const auto kept = lines_of(parsed.analyzed.article.body);
    const auto beside = lines_of(parsed.analyzed.article.furniture);
    for (const std::string& line : wanted->second) {
        CAPTURE(line);
        CHECK(std::find(kept.begin(), kept.end(), line) == kept.end());
        CHECK(std::find(beside.begin(), beside.end(), line) != beside.end());
        const auto& receipts = parsed.receipts;
        CHECK(std::any_of(receipts.begin(), receipts.end(), [&](const auto& receipt) {
            return receipt.field == "furniture" && receipt.value == line && receipt.line > 0 &&
                   receipt.end - receipt.begin == line.size();
        }));
    }
}

void check(const dateline::indexer::ParsedArticle& parsed, const std::string& text,
           const Fields& expected)
{
    const Article& article = parsed.analyzed.article;
    std::string names;
    for (const std::string& name : article.byline) { names += (names.empty() ? "" : "; ") + name; }
    CHECK(article.title == first(expected, "title"));
    CHECK(article.title_derived == (first(expected, "derived") == "yes"));
    CHECK(names == first(expected, "byline"));
    CHECK((article.date ? to_string(*article.date) + " " + article.date_rule : "") ==
          first(expected, "date"));
    CHECK(article.source == first(expected, "source"));
    CHECK(article.url == first(expected, "url"));
    CAPTURE(article.body);
    CHECK(article.body.starts_with(first(expected, "begins")));
    CHECK(article.body.ends_with(first(expected, "ends")));
    if (const std::string count = first(expected, "paragraphs"); !count.empty()) {
        CHECK(std::to_string(paragraphs_of(article.body)) == count);
    }
    check_furniture(parsed, expected);
    for (const auto line : lines_of(article.body)) { CHECK(text.find(line) != std::string::npos); }
}

}  // namespace

TEST_SUITE("indexer/articles")
{
    TEST_CASE("articles in four languages and as many layouts as there are files")
    {
        std::set<std::filesystem::path> texts;
        for (const auto& entry :
             std::filesystem::directory_iterator{dateline::tests::test_path("data/articles")}) {
            if (entry.path().extension() == ".txt") { texts.insert(entry.path()); }
        }
        CHECK(texts.size() >= 40);
        for (const std::filesystem::path& path : texts) {
            const std::string name = path.filename().string();
            CAPTURE(name);
            RawDocument raw;
            raw.body = read(path);
            raw.unstructured = true;
            raw.file = name;
            raw.record = 1;
            const auto parsed =
                dateline::indexer::parse_article(raw, dateline::indexer::Receipts::Wanted);
            REQUIRE(parsed);
            auto expected = path;
            check(*parsed, raw.body, fields_of(read(expected.replace_extension(".expected"))));
        }
    }
}
