#include "common/text/tokenizer.hpp"

#include "common/text/utf8.hpp"

#include <doctest/doctest.h>
#include <random>
#include <string>

using dateline::Break;
using dateline::TextOrigin;
using dateline::TokenList;

namespace {

/// Surface forms joined by blanks; "|" before a sentence, "||" before a paragraph.
std::string words(std::string_view text, TextOrigin origin = TextOrigin::Article)
{
    TokenList list;
    dateline::tokenize(text, list, origin);
    std::string joined;
    for (const auto& token : list.tokens) {
        if (!joined.empty()) { joined += ' '; }
        if (token.before == Break::Sentence) { joined += "| "; }
        if (token.before == Break::Paragraph) { joined += "|| "; }
        joined += list.surface(token);
    }
    return joined;
}

}  // namespace

TEST_SUITE("common/text/tokenizer")
{
    TEST_CASE("words and their surface forms")
    {
        const struct {
            const char* text;
            const char* surfaces;
        } cases[] = {
            {"", ""},
            {"   \n ", ""},
            {"Hello, world", "hello world"},
            {"Russia's oil", "russia oil"},
            {"Russia\u2019s oil", "russia oil"},
            {"RUSSIA'S OIL", "russia oil"},
            {"the workers' strike", "the workers strike"},
            {"don't O'Brien", "don't o'brien"},
            {"rock\u2019n\u2019roll", "rock'n'roll"},
            {"l'accord d\u2019Ivoire qu'il", "l accord d ivoire qu il"},
            {"Russia-Venezuela ties", "russia venezuela ties"},
            {"Nicolás Maduro", "nicolas maduro"},
            {"Nicola\u0301s", "nicolas"},
            {"Łódź Øresund Đoković Türkiye ISTANBUL", "lodz oresund dokovic turkiye istanbul"},
            {"Straße ﬁne", "strasse fine"},
            {"co\u00ADopera\u00ADtion", "cooperation"},
            {"3.14 and 1,000,000 or 1,00", "3.14 and 1000000 or 1 00"},
            {"a 5.2-magnitude", "a 5.2 magnitude"},
            {"Сергей Рябков, ёлка", "сергей рябков елка"},
            {"U.N. and E.U.-led J.R.R. Tolkien", "un and eu led jrr tolkien"},
            {"J. Smith", "j smith"},
            {"U.S. troops told us", "u.s. troops told us"},
            {"the US and us", "the u.s. and us"},
            {"US\u2019s interests", "u.s. interests"},
            {"THE US AND UK", "the us and uk"},
            {"USA USB", "usa usb"},
            {"e-mail me@example.org", "e mail me example org"},
            {"don't.Next end.Start", "don't next end start"},
            {"x² ½ €5", "x 5"},
            {"ἀρχή Ὀδυσσεύς", "αρχη οδυσσευσ"},
            {"مُحَمَّد", "محمد"},
            {"שָׁלוֹם", "שלום"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(words(c.text) == c.surfaces);
        }
    }

    TEST_CASE("in a query, US is always the country, and us never")
    {
        CHECK(words("US", TextOrigin::Query) == "u.s.");
        CHECK(words("U.S.", TextOrigin::Query) == "u.s.");
        CHECK(words("us", TextOrigin::Query) == "us");
        CHECK(words("US") == "us");
    }

    TEST_CASE("scripts without blanks are segmented")
    {
        const std::string chinese = words("中国外交部长");
        CHECK(chinese.find(' ') != std::string::npos);
        CHECK(words("ประเทศไทย") != "");
        CHECK(words("東京、大阪") == "東京 大阪");
    }

    TEST_CASE("sentences and paragraphs")
    {
        const struct {
            const char* text;
            const char* marked;
        } cases[] = {
            {"One. Two", "one | two"},
            {"One? \"Two!\" Three", "one | two | three"},
            {"Mr. Smith met Gen. Lee", "mr smith met gen lee"},
            {"J. Smith spoke. He left", "j smith spoke | he left"},
            {"In the U.S. Congress", "in the u.s. congress"},
            {"about 3.5 percent. then", "about 3.5 percent then"},
            {"wrapped\nline", "wrapped line"},
            {"one\n\ntwo", "one || two"},
            {"one\n    two", "one || two"},
            {"one.\nTwo", "one | two"},
            {"你好。世界", "你好 | 世界"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(words(c.text) == c.marked);
        }
        const std::string long_line(120, 'a');
        CHECK(words(long_line + "\nb") == long_line + " || b");
    }

    TEST_CASE("spans lie on the text, possessive included")
    {
        const std::string text = "  Russia\u2019s U.S. Nicolás";
        TokenList list;
        dateline::tokenize(text, list);
        REQUIRE(list.tokens.size() == 3);
        const auto span = [&](std::size_t i) {
            return text.substr(list.tokens[i].begin, list.tokens[i].end - list.tokens[i].begin);
        };
        CHECK(span(0) == "Russia\u2019s");
        CHECK(span(1) == "U.S.");
        CHECK(span(2) == "Nicolás");
    }

    TEST_CASE("the letter table and fold() agree on whole words")
    {
        std::mt19937 random{7};
        for (int round = 0; round < 2000; ++round) {
            std::string word;
            for (int i = 0; i < 6; ++i) {
                dateline::append_utf8(word,
                                      static_cast<char32_t>(0x00C0 + random() % (0x0600 - 0x00C0)));
            }
            const std::string clean = dateline::clean_text(word).text;
            TokenList list;
            dateline::tokenize(clean, list);
            std::string joined;
            for (const auto& token : list.tokens) { joined += list.surface(token); }
            std::string expected;
            for (const char c : dateline::fold(clean)) { expected += c; }
            if (list.tokens.size() == 1 && list.tokens[0].end == clean.size() &&
                list.tokens[0].begin == 0) {
                CAPTURE(clean);
                CHECK(joined == expected);
            }
        }
    }

    TEST_CASE("hostile text stays within bounds")
    {
        TokenList list;
        dateline::tokenize(std::string(1 << 20, 'x'), list);
        REQUIRE(list.tokens.size() == 1);
        CHECK(list.tokens[0].surface_size == dateline::kMaxSurfaceBytes);

        std::string accents = "a";
        for (int i = 0; i < 100000; ++i) { accents += "\u0301"; }
        dateline::tokenize(accents, list);
        CHECK(list.tokens.size() == 1);

        std::string points;
        for (int i = 0; i < 100000; ++i) { points += "a."; }
        dateline::tokenize(points, list);
        CHECK(list.tokens.size() == 1);

        std::string chinese;
        for (int i = 0; i < 20000; ++i) { chinese += "中"; }
        dateline::tokenize(chinese, list);
        CHECK(list.tokens.size() > 100);
        CHECK(words(std::string(100000, '(')) == "");
    }
}
