#include "searcher/query/parser.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::searcher::parse_any;
using dateline::searcher::parse_query;

namespace {

constexpr std::chrono::sys_days kNow{std::chrono::year{2024} / 2 / 29};

}  // namespace

TEST_SUITE("searcher/query/parser")
{
    TEST_CASE("the tree that a query comes to")
    {
        const struct {
            std::string query;
            std::string tree;
        } cases[] = {
            {"oil", "oil"},
            {"oil gas", "(and oil gas)"},
            {"oil AND gas", "(and oil gas)"},
            {"+oil +gas", "(and oil gas)"},
            {"oil OR gas", "(or oil gas)"},
            {"oil | gas", "(or oil gas)"},
            {"oil|gas", "(or oil gas)"},
            {"crude\u00A0oil", "(and crude oil)"},
            {"oil gas OR coal", "(or (and oil gas) coal)"},
            {"(oil OR gas) sanctions", "(and (or oil gas) sanctions)"},
            {"oil NOT gas", "(and oil (not gas))"},
            {"oil -gas", "(and oil (not gas))"},
            {"oil !gas", "(and oil (not gas))"},
            {"NOT gas", "(not gas)"},
            {"NOT NOT gas", "(not (not gas))"},
            {"-(oil OR gas) coal", "(and (not (or oil gas)) coal)"},
            {"\"prime minister\"", "\"prime minister\""},
            {"\u201Cprime minister\u201D", "\"prime minister\""},
            {"\u00ABprime minister\u00BB", "\"prime minister\""},
            {"\"oil\"", "oil"},
            {"Russia-Venezuela", "\"Russia-Venezuela\""},
            {"U.S. policy", "(and U.S. policy)"},
            {"title:visit", "title:visit"},
            {"title:\"state visit\"", "title:\"state visit\""},
            {"title:(visit OR summit)", "(or title:visit title:summit)"},
            {"person:maduro country:NI", "(and person:maduro country:NI)"},
            {"country:(RU OR VE)", "(or country:RU country:VE)"},
            {"person:\"Nicolás Maduro\"", "person:Nicolás Maduro"},
            {"date:2022", "date:2022-01-01..2022-12-31"},
            {"date:2022-02..2022-05", "date:2022-02-01..2022-05-31"},
            {"date:..2023", "date:0001-01-01..2023-12-31"},
            {"date:undated", "date:undated"},
            {"mentions:2022-02-16", "mentions:2022-02-16..2022-02-16"},
            {"mentions:2022", "mentions:2022-01-01..2022-12-31"},
            {"mentions:2022-02..2022-05", "mentions:2022-02-01..2022-05-31"},
            {"mentions:>=2022", "mentions:2022-01-01..9999-12-31"},
            {"id:https://example.org/a?b=c", "id:https://example.org/a?b=c"},
            {"PERSON:maduro", "person:maduro"},
            {"*", "*"},
            {"or", "or"},
            {"((((oil))))", "oil"},
            {"=signing", "=\"signing\""},
            {"=\"signing up\"", "=\"signing up\""},
            {"\u00ABun \"gran\" d\u00EDa\u00BB", "\"un \"gran\" d\u00EDa\""},
            {"\u300C\u5317 \u4EAC\u300D", "\"\u5317 \u4EAC\""},
            {"'prime minister' oil", "(and \"prime minister\" oil)"},
            {"\u2018prime minister\u2019^2", "(boost/2 \"prime minister\")"},
            {"the boys' house", "(and the boys' house)"},
            {"rock 'n' roll", "(and rock 'n' roll)"},
            {"\"prime minist*\"", "\"prime minist*\""},
            {"\"minist*\"", "minist*"},
            {"title:\"prime minist*\"~3", "(near/3 title:prime title:minist*)"},
            {"oil-and-gas*", "\"oil-and-gas*\""},
            {"\"who? he\"", "\"who? he\""},
            {"title:=visit", "title:=\"visit\""},
            {"putin NEAR/5 maduro", "(near/5 putin maduro)"},
            {"putin w/5 maduro", "(near/5 putin maduro)"},
            {"putin W/5 maduro", "(near/5 putin maduro)"},
            {"putin near5 maduro", "(near/5 putin maduro)"},
            {"putin NEAR maduro", "(near/10 putin maduro)"},
            {"\"putin maduro\"~5", "(near/5 putin maduro)"},
            {"title:\"putin maduro\"~5", "(near/5 title:putin title:maduro)"},
            {"putin ADJ/5 maduro", "(adj/5 putin maduro)"},
            {"putin pre/5 maduro", "(adj/5 putin maduro)"},
            {"putin adj5 maduro", "(adj/5 putin maduro)"},
            {"putin ADJ maduro", "(adj/1 putin maduro)"},
            {"putin SENT maduro", "(sent putin maduro)"},
            {"putin w/s maduro", "(sent putin maduro)"},
            {"putin PARA maduro", "(para putin maduro)"},
            {"putin w/p maduro", "(para putin maduro)"},
            {"putin SAME maduro", "(para putin maduro)"},
            {"putin same maduro", "(and putin same maduro)"},
            {"putin /s maduro", "(sent putin maduro)"},
            {"putin /p maduro", "(para putin maduro)"},
            {"putin w/sent maduro", "(sent putin maduro)"},
            {"putin W/PARA maduro", "(para putin maduro)"},
            {"putin NEAR/s maduro", "(sent putin maduro)"},
            {"putin +5 maduro", "(adj/5 putin maduro)"},
            {"putin +maduro", "(and putin maduro)"},
            {"+5 putin", "(and 5 putin)"},
            {"putin +5", "(and putin 5)"},
            {"(putin +5) maduro", "(and (and putin 5) maduro)"},
            {"putin p/3 maduro", "(adj/3 putin maduro)"},
            {"price p/e ratio", "(and price \"p/e\" ratio)"},
            {"coffee w/o milk", "(and coffee \"w/o\" milk)"},
            {"putin AROUND(5) maduro", "(near/5 putin maduro)"},
            {"around(5) maduro", "(and around 5 maduro)"},
            {"a NEAR/3 b NEAR/3 c", "(near/3 a b c)"},
            {"oil NOT NEAR/5 price", "(not-near/5 oil price)"},
            {"oil NOT w/s price", "(not-sent oil price)"},
            {"NOT oil NEAR/5 price", "(not (near/5 oil price))"},
            {"oil NEAR/5 price gas OR coal", "(or (and (near/5 oil price) gas) coal)"},
            {"\"crude oil\" NEAR/5 (price OR cost)", "(near/5 \"crude oil\" (or price cost))"},
            {"person:putin NEAR/9 sanction*", "(near/9 person:putin sanction*)"},
            {"atleast3:sanctions", "(atleast/3 sanctions)"},
            {"atleast3(oil OR gas)", "(atleast/3 (or oil gas))"},
            {"ATLEAST2:oil", "(atleast/2 oil)"},
            {"lead:visit", "lead:visit"},
            {"hlead:visit", "(or title:visit lead:visit)"},
            {"hlead:(oil NOT gas)", "(and (or title:oil lead:oil) (not (or title:gas lead:gas)))"},
            {"hlead:(oil NEAR/5 gas)", "(near/5 (or title:oil lead:oil) (or title:gas lead:gas))"},
            {"atleast2:hlead:oil", "(atleast/2 (or title:oil lead:oil))"},
            {"title:(country:RU visit)", "(and country:RU title:visit)"},
            {"sanction*", "sanction*"},
            {"sanction!", "sanction*"},
            {"b?risov", "b?risov"},
            {"chernishenko~", "chernishenko~1"},
            {"chernishenko~2", "chernishenko~2"},
            {"maduro^3", "(boost/3 maduro)"},
            {"\"state visit\"^2.5", "(boost/2.5 \"state visit\")"},
            {"\"state visit\"~4^2", "(boost/2 (near/4 state visit))"},
            {"(oil OR gas)^2", "(boost/2 (or oil gas))"},
            {"country:RU!", "country:RU!"},
            {"date:>=2022-05", "date:2022-05-01..9999-12-31"},
            {"date:>2022-05", "date:2022-06-01..9999-12-31"},
            {"date:<2022-05", "date:0001-01-01..2022-04-30"},
            {"date:<=2022", "date:0001-01-01..2022-12-31"},
            {"date:[2022 TO 2023]", "date:2022-01-01..2023-12-31"},
            {"date:[2022 TO *]", "date:2022-01-01..9999-12-31"},
            {"date:last-30-days", "date:2024-01-31..2024-02-29"},
            {"date:last-1-year", "date:2023-03-01..2024-02-29"},
            {"date:today", "date:2024-02-29..2024-02-29"},
            {"country:\"south korea!\"", "country:south korea!"},
            {"date:[2022 TO 2023]^2", "(boost/2 date:2022-01-01..2023-12-31)"},
            {"sanction!^2", "(boost/2 sanction*)"},
            {"oh! oil", "(and oh oil)"},
            {"putin /5 maduro", "(near/5 putin maduro)"},
            {"oil \u2013gas", "(and oil (not gas))"},
            {"id:https://e.org/a?", "id:https://e.org/a?"},
            {"after:2022", "date:2022-01-01..9999-12-31"},
            {"before:2022", "date:0001-01-01..2021-12-31"},
            {"author:ommati", "byline:ommati"},
            {"hd=visit", "title:visit"},
            {"HEADLINE(visit OR summit)", "(or title:visit title:summit)"},
            {"hlead(visit)", "(or title:visit lead:visit)"},
            {"date>2022", "date:2023-01-01..9999-12-31"},
            {"date>=2022 oil", "(and date:2022-01-01..9999-12-31 oil)"},
            {"date=2022", "date:2022-01-01..2022-12-31"},
            {"atl3(oil OR gas)", "(atleast/3 (or oil gas))"},
            {"atleast3 oil gas", "(and (atleast/3 oil) gas)"},
            {"date:Undated", "date:undated"},
            {"date:TODAY", "date:2024-02-29..2024-02-29"},
            {"oil(gas)", "(and oil gas)"},
            {"oil && gas", "(and oil gas)"},
            {"oil & gas", "(and oil gas)"},
            {"oil || gas", "(or oil gas)"},
            {"oil||gas", "(or oil gas)"},
            {"oil ANDNOT gas", "(and oil (not gas))"},
            {"AT&T", "\"AT&T\""},
            {"10:30", "\"10:30\""},
            {"intitle:visit", "title:visit"},
            {"Did Putin meet Maduro?", "(and Did Putin meet Maduro)"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.query);
            const auto parsed = parse_query(c.query, kNow);
            REQUIRE(parsed);
            CHECK(to_string(parsed->spec) == c.tree);
        }
    }

    TEST_CASE("what cannot be understood is an error at its place, with a hint")
    {
        const struct {
            std::string query;
            std::size_t offset;
            std::string message;
        } cases[] = {
            {"oil \"gas", 4, "this quotation mark is never closed"},
            {"(oil", 0, "this bracket is never closed"},
            {"oil)", 3, "this bracket was never opened"},
            {"()", 1, "there is nothing in or before this bracket"},
            {"oil AND", 7, "a word is missing at the end"},
            {"AND oil", 0, "a word is missing before this operator"},
            {"oil OR OR gas", 7, "a word is missing before this operator"},
            {"NOT", 3, "a word is missing at the end"},
            {"foo:bar", 0, "there is no field 'foo'"},
            {"a http://example.org", 2, "there is no field 'http'"},
            {"title:", 0, "nothing stands behind 'title:'"},
            {"title: visit", 0, "nothing stands behind 'title:'"},
            {"date:2022-13", 5, "'2022-13' is not a date"},
            {"date:2023..2022", 11, "the range ends before it begins"},
            {"oil NEAR/5", 10, "a word is missing at the end"},
            {"NEAR/5 oil", 0, "a word is missing before this operator"},
            {"oil NEAR/five gas", 4, "behind the / goes a number of words"},
            {"maduro ^3", 7, "a weight stands directly behind its word"},
            {"what ? now", 5, "there is no letter or digit to search for here"},
            {"atleast99999999999:oil", 0, "behind atleast goes a number, 1 to 1000"},
            {"oil NEAR/65 gas", 4, "the distance has to be 1 to 64 words"},
            {"oil w/0 gas", 4, "the distance has to be 1 to 64 words"},
            {"oil NEAR/99999999999 gas", 4, "the distance has to be 1 to 64 words"},
            {"a NEAR/3 b ADJ/3 c", 11, "different kinds of NEAR cannot be joined in one row"},
            {"a NEAR/3 b NEAR/4 c", 11, "different kinds of NEAR cannot be joined in one row"},
            {"a NOT NEAR/3 b NEAR/3 c", 15, "different kinds of NEAR cannot be joined in one row"},
            {"a SENT b SENT c SENT d SENT e SENT f SENT g SENT h SENT i", 51,
             "more than 8 parts near each other"},
            {"oil NEAR/5 country:RU", 19,
             "NEAR and its like join words, phrases, people, and ORs of them: this is none of "
             "these"},
            {"atleast0:oil", 0, "behind atleast goes a number, 1 to 1000"},
            {"atleast3:country:RU", 17,
             "atleast counts words, phrases, people, and ORs of them: this is none of these"},
            {"sa*", 2, "a star needs 3 letters before it"},
            {"*aduro", 0, "a star needs 3 letters before it"},
            {"oil-and-g?s", 0, "'oil-and-gs' is not one word"},
            {"maduro~3", 6, "behind ~ goes 1 or 2: how many letters may differ"},
            {"maduro^0", 6, "behind ^ goes a weight above 0, at most 100"},
            {"maduro^x", 6, "behind ^ goes a weight above 0, at most 100"},
            {"\"a b\"~x", 0, "behind a phrase ~ takes a number of words"},
            {"\"a b\"~99", 0, "behind a phrase ~ takes a number of words"},
            {"=sign*", 5, "a word cannot be exact and have other letters"},
            {"date:[2022", 5, "this range is not whole"},
            {"date:[2022-13 TO 2023]", 6, "'2022-13' is not a date"},
            {"date:[2022 TO 2023-13]", 14, "'2023-13' is not a date"},
            {"date:[2022 TO 2021]", 14, "the range ends before it begins"},
            {"date:[* TO x]", 11, "'x' is not a date"},
            {"date:[* TO *]", 6, "'..' is not a date"},
            {"=title:visit", 0, "= stands before a field"},
            {"date:>9999", 6, "no day lies there"},
            {"titel:visit", 0, "there is no field 'titel'"},
            {"Russia - Venezuela", 7, "there is no letter or digit to search for here"},
            {"person:maduro*", 13, "'*' means nothing behind 'person:'"},
            {"furniture:news*", 14, "'*' means nothing behind 'furniture:'"},
            {"furniture:=news", 10, "'=' means nothing behind 'furniture:'"},
            {"furniture:\"read more\"", 11,
             "behind 'furniture:' goes one word: no places are kept of these words, so there are "
             "no phrases"},
            {"oil NEAR furniture:news", 19,
             "NEAR and its like join words, phrases, people, and ORs of them: this is none of "
             "these"},
            {"atleast2:furniture:news", 19,
             "atleast counts words, phrases, people, and ORs of them: this is none of these"},
            {"title:country:US", 6, "two fields stand one behind the other"},
            {"&", 0, "a word is missing before this operator"},
            {"oil w/5s gas", 4, "so many sentences or paragraphs cannot be asked for"},
            {"oil w/3p gas", 4, "so many sentences or paragraphs cannot be asked for"},
            {"oil NEAR/2para gas", 4, "so many sentences or paragraphs cannot be asked for"},
            {"oil pre/s gas", 4,
             "the same sentence or paragraph cannot be asked for in this order only"},
            {"oil +s gas", 4,
             "the same sentence or paragraph cannot be asked for in this order only"},
            {"oil w/seg gas", 4, "the same segment cannot be asked for"},
            {"oil AROUND(99) gas", 4, "the distance has to be 1 to 64 words"},
            {"oil NEAR/5 NOT gas", 11, "NOT cannot stand behind NEAR and its like"},
            {"title:-oil", 6, "an operator stands between a field and its value"},
            {"/colou?r/", 0, "regular expressions are not understood"},
            {"\"sh*t\"", 3, "a star needs 3 letters before it"},
            {"\"putin * maduro\"", 7, "a star needs 3 letters before it"},
            {"title:\"\u00E9\u00E9 *\"", 12, "a star needs 3 letters before it"},
            {"=\"prime minist*\"", 8, "a word cannot be exact and have other letters"},
            {"person:\"madu*\"", 12, "'*' means nothing behind 'person:'"},
            {"date:\"2022-13\"", 6, "'2022-13' is not a date"},
            {"Ukraine: the war", 0, "there is no field 'ukraine'"},
            {"t\u00EDtulo:visita", 0, "there is no field 't\u00EDtulo'"},
            {"user_id:5", 0, "there is no field 'user_id'"},
            {":oil", 0, "there is no field before this colon"},
            {"\"a \u00BB b", 0, "this quotation mark is never closed"},
            {"before:\"2022\"", 7, "there is no date here"},
            {"before:yesterdax", 7, "'yesterdax' is not a date"},
            {"oil atleast3", 12, "a word is missing at the end"},
            {"date > 2022", 5, "a comparison stands directly behind date:"},
            {"earn$4 oil", 4, "$ and a number of letters are not understood"},
            {"date:last-week", 5, "'last-week' is not a date"},
            {"oil NEAR/5 (gas AND coal) x", 11,
             "NEAR and its like join words, phrases, people, and ORs of them: this is none of "
             "these"},
            {"(oil)~2", 5, "~ goes behind a word or a phrase"},
            {"person:\"\"", 8, "there is no value behind 'person:'"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.query);
            const auto parsed = parse_query(c.query);
            REQUIRE_FALSE(parsed);
            CHECK(parsed.error().kind == dateline::ErrorKind::QuerySyntax);
            CHECK(parsed.error().message == c.message);
            CHECK(parsed.error().offset == c.offset);
            CHECK(parsed.error().text == c.query);
        }
    }

    TEST_CASE("operators in lower case are words, and a note says so")
    {
        const auto parsed = parse_query("oil or gas");
        REQUIRE(parsed);
        CHECK(to_string(parsed->spec) == "(and oil or gas)");
        REQUIRE(parsed->notes.size() == 1);
        CHECK(parsed->notes.front().find("the operator is OR") != std::string::npos);
    }

    TEST_CASE("what other systems write is read, and a note says as what")
    {
        const struct {
            std::string query;
            std::string note;
        } cases[] = {
            {"a w/5 b", "'w/5' read as NEAR/5"},
            {"a pre/3 b", "'pre/3' read as ADJ/3"},
            {"a NEAR b", "'NEAR' read as NEAR/10"},
            {"a w/s b", "'w/s' read as SENT"},
            {"sanction!", "'sanction!' read as sanction*"},
            {"hlead:a", "'hlead:' read as title: OR lead:"},
            {"oil \u2013gas", "'\u2013' read as NOT"},
            {"oh! oil", "'oh!' read as oh"},
            {"title:(oil or gas)", "'or' is a word to search for; the operator is OR, in capitals"},
            {"oil And gas", "'And' is a word to search for; the operator is AND, in capitals"},
            {"a same b", "'same' is a word to search for; the operator is PARA, in capitals"},
            {"a SAME b", "'SAME' read as PARA"},
            {"a +3 b", "'+3' read as ADJ/3"},
            {"a AROUND(4) b", "'AROUND(4)' read as NEAR/4"},
            {"a && b", "'&&' read as AND"},
            {"a || b", "'||' read as OR"},
            {"a ANDNOT b", "'ANDNOT' read as NOT"},
            {"'prime minister'", "single quotes read as \"prime minister\""},
            {"HD=a", "'hd=' read as title:"},
            {"headline(a)", "'headline(' read as title:("},
            {"title(a)", "'title(' read as title:("},
            {"date>2022", "'date>' read as date:>"},
            {"hlead:(a b)", "'hlead:' read as title: OR lead:"},
            {"atleast3 oil", "'atleast3' read as atleast3:"},
            {"country:US|JP",
             "'country:' is the field of 'US' alone; for both write country:(US OR JP)"},
            {"date aft 2022",
             "'date' and 'aft' are words to search for; a date of publication is "
             "written date:>=2022"},
            {"2021..2022",
             "'2021..2022' is a phrase to search for; when articles were published "
             "is written date:2021..2022"},
            {"author:a", "'author:' read as byline:"},
            {"before:2022", "'before:' read as date:<"},
            {"Who met Maduro?", "the ? at the end is read as a question mark, not as a letter"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.query);
            const auto parsed = parse_query(c.query, kNow);
            REQUIRE(parsed);
            REQUIRE(parsed->notes.size() == 1);
            CHECK(parsed->notes.front() == c.note);
        }
        for (const char* ours :
             {"a NEAR/5 b", "a SENT b", "date:[2022 TO 2023]", "title:x", "same sex marriage", "or",
              "to be or", "+a +b", "the boys' house", "country:US|title:oil", "country:(US|JP)",
              "date:2021..2022", "3.1 a..b"}) {
            CAPTURE(ours);
            CHECK(parse_query(ours)->notes.empty());
        }
        CHECK(parse_query("titel:visit").error().hint.find("did you mean 'title:'") == 0);
    }

    TEST_CASE("any: every different word, no operators")
    {
        const auto parsed = parse_any("Putin AND (Maduro) -- putin's \"visit");
        REQUIRE(parsed);
        CHECK(to_string(parsed->spec) == "(or Putin AND Maduro visit)");
        CHECK_FALSE(parse_any("?!"));
    }

    TEST_CASE("limits are errors, never a crash")
    {
        std::string nested(1000, '(');
        std::string nots;
        std::string many;
        std::string phrase = "\"";
        for (int i = 0; i < 40; ++i) { nots += "NOT "; }
        for (int i = 0; i < 70; ++i) { many += "a" + std::to_string(i) + " "; }
        for (int i = 0; i < 40; ++i) { phrase += "a "; }
        phrase += "\"";
        for (const std::string& query :
             {nested + "a" + std::string(1000, ')'), nots + "a", many, phrase,
              std::string(3000, 'a'), std::string(100000, '('), std::string(100000, '"'),
              std::string{}, std::string(2000, '-'), std::string(2048, ' ')}) {
            CHECK_FALSE(parse_query(query));
        }
        CHECK_FALSE(parse_any(std::string(20000, 'a')));
        CHECK(parse_query(std::string(2000, 'a')));
    }
}
