// Whole pages of many kinds, written by ourselves before the rules were, against their gold.
#include "indexer/input/html_page.hpp"
#include "indexer/written_date.hpp"
#include "tests/support/paths.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace dateline;
using namespace dateline::indexer;

namespace {

struct Page {
    nlohmann::json gold{};
    RawDocument raw{};
};

std::vector<Page> read_pages()
{
    const std::string folder = tests::test_path("data/pages") + "/";
    std::ifstream lines{folder + "gold.jsonl"};
    std::vector<Page> pages;
    for (std::string line; std::getline(lines, line);) {
        Page page{.gold = nlohmann::json::parse(line)};
        std::ifstream in{folder + page.gold.at("html").get<std::string>(), std::ios::binary};
        const std::string html{std::istreambuf_iterator<char>{in}, {}};
        page.raw = read_page(html, page.gold.at("url").get<std::string>());
        pages.push_back(std::move(page));
    }
    return pages;
}

/// Of the words of both texts, as bags: the harmonic mean of precision and recall.
double words_f1(const std::string& wanted, const std::string& found)
{
    std::map<std::string, int> bag;
    std::istringstream in{wanted};
    int words = 0;
    for (std::string word; in >> word; ++words) { ++bag[word]; }
    std::istringstream out{found};
    int right = 0;
    for (std::string word; out >> word; ++words) { right += bag[word]-- > 0 ? 1 : 0; }
    return words == 0 ? 1.0 : 2.0 * right / words;
}

}  // namespace

TEST_SUITE("indexer/input/pages")
{
    TEST_CASE("the article is found in pages of all kinds")
    {
        const std::vector<Page> pages = read_pages();
        REQUIRE(pages.size() >= 30);
        double sum = 0;
        std::size_t whole = 0;
        std::size_t titles = 0;
        std::size_t dates = 0;
        std::size_t authors = 0;
        for (const Page& page : pages) {
            const auto file = page.gold.at("html").get<std::string>();
            CAPTURE(file);
            const auto body = page.gold.at("body").get<std::string>();
            const double f1 = words_f1(body, page.raw.body);
            CHECK(f1 >= 0.9);
            sum += f1;
            whole += page.raw.body == body ? 1U : 0U;
            titles += page.raw.title == page.gold.at("title").get<std::string>() ? 1U : 0U;
            const auto date = read_date_field(page.raw.date);
            dates += date && to_string(*date) == page.gold.at("date").get<std::string>() ? 1U : 0U;
            authors +=
                page.raw.byline == page.gold.at("author").get<std::vector<std::string>>() ? 1U : 0U;
            CHECK(page.raw.url == page.gold.at("url").get<std::string>());
        }
        CHECK(sum / static_cast<double>(pages.size()) >= 0.97);
        CHECK(whole + 4 >= pages.size());  // paragraph by paragraph
        CHECK(titles == pages.size());
        CHECK(dates == pages.size());
        CHECK(authors + 5 >= pages.size());
    }
}
