#include "indexer/detect/detector.hpp"
#include "indexer/written_date.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::Article;
using dateline::Date;
using dateline::FieldId;
using dateline::Mention;
using dateline::Precision;
using dateline::TokenList;
using dateline::indexer::read_date_field;

namespace dateline::indexer {
extern const Detector dates_detector;
}

namespace {

std::vector<Mention> found_in(const Article& article)
{
    TokenList title;
    TokenList body;
    if (!article.title_derived) { dateline::tokenize(article.title, title); }
    dateline::tokenize(article.body, body);
    std::vector<Mention> mentions;
    dateline::indexer::dates_detector.detect({article, title, body}, mentions);
    return mentions;
}

/// "2022-02-16<February 16(month-day) …"
std::string shown(const std::vector<Mention>& mentions)
{
    std::string text;
    for (const Mention& m : mentions) {
        text += (text.empty() ? "" : " ") + m.value + "<" + m.text + "(" + m.rule + ")";
    }
    return text;
}

}  // namespace

TEST_SUITE("indexer/detect/dates")
{
    TEST_CASE("dates are marked with their rule, days without a year by the day of publication")
    {
        const struct {
            std::string published;  ///< "" for undated
            std::string body;
            std::string marks;
        } cases[] = {
            {"2022-03-04", "Aired on February 16, and on 3 May 2001.",
             "2022-02-16<February 16(month-day) 2001-05-03<3 May 2001(day-month-year)"},
            {"2022-03-04", "On May 2 they will meet.", "2022-05-02<May 2(month-day/plan)"},
            {"2022-03-04", "On May 4 they met.", "2021-05-04<May 4(month-day)"},
            {"2022-01-10", "The vote of December 20.", "2021-12-20<December 20(month-day)"},
            {"2021-12-20", "The vote of January 10.", "2022-01-10<January 10(month-day/plan)"},
            {"2023-03-04", "Born on February 29.", "2020-02-29<February 29(month-day)"},
            {"1903-12-31", "The parade of February 29.", "1904-02-29<February 29(month-day/plan)"},
            {"1903-12-01", "Born on February 29.", "1896-02-29<February 29(month-day)"},
            {"2022-03", "Em 16 de fevereiro.", "2022-02-16<16 de fevereiro(month-day)"},
            {"2022", "On February 16.", ""},
            {"", "On February 16, or in June 2012.", "2012-06<June 2012(month-year)"},
            {"2022-03-04", "In 2019 and 2020.", "2019<2019(year) 2020<2020(year)"},
            {"2022-03-04", "LIMA, March 3 (Wire) - They met on March 2.",
             "2022-03-02<March 2(month-day)"},
            {"2022-03-04", "", ""},
            {"2022-03-04", "Traders had expected calm on Monday.", "2022-02-28<Monday(weekday)"},
            {"2022-03-12", "They approved it for March 27.", "2022-03-27<March 27(month-day/plan)"},
            {"2005-10-26", "It will end on October 26, 2005.",
             "2005-10-26<October 26, 2005(month-day-year)"},
            {"2022-03-04", "Fell last week, so that it would go.", "2022-02<last week(period)"},
            {"2024-07-30", "Está lista, y en esta tarea hay este mal.", ""},
            {"1987-04-07", "MAY7 672 OFF 7  JUL7 691 OFF 2  SEP7", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.published);
            CAPTURE(c.body);
            Article article;
            article.date = read_date_field(c.published);
            article.body = c.body;
            CHECK(shown(found_in(article)) == c.marks);
        }
    }

    TEST_CASE("spans lie where the text says so, in title and body")
    {
        Article article;
        article.title = "The vote of May 3, 2001";
        article.body = "Wahl – am 3. Mai 2001 gewählt";
        const auto mentions = found_in(article);
        REQUIRE(mentions.size() == 2);
        CHECK(mentions[0].where == FieldId::Title);
        CHECK(mentions[1].where == FieldId::Body);
        for (const Mention& m : mentions) {
            CHECK(m.field == FieldId::Mentions);
            const std::string& text = m.where == FieldId::Title ? article.title : article.body;
            CHECK(text.substr(m.begin, m.end - m.begin) == m.text);
        }
        article.title_derived = true;
        CHECK(found_in(article).size() == 1);
    }

    TEST_CASE("hostile bodies are read to their end")
    {
        Article article;
        article.date = Date{std::chrono::sys_days{std::chrono::year{1} / 1 / 1}, Precision::Day};
        for (const std::string piece :
             {"May 5 ", "29 February ", "1", "2024-11-08 ", "(", "\xD9", "on Monday ", "last ",
              "in May and ", "two weeks ago ", "in 2019 ", "el pasado ", "Monday (1) "}) {
            article.body.clear();
            while (article.body.size() < 40'000) { article.body += piece; }
            CAPTURE(piece);
            for (const Mention& m : found_in(article)) { REQUIRE(m.end <= article.body.size()); }
        }
    }
}
