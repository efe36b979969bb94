#include "indexer/detect/name_spans.hpp"

#include "common/schema/article.hpp"
#include "common/text/tokenizer.hpp"

#include <doctest/doctest.h>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {
namespace {

/// The words of each span, divided by " | "; those that need somebody else's name are in brackets.
std::string names_in(std::string_view title, std::string_view body, std::string_view language,
                     const std::vector<std::string>& known = {})
{
    Article article;
    article.title = title;
    article.body = body;
    article.language = language;
    TokenList title_words;
    TokenList body_words;
    tokenize(article.title, title_words);
    tokenize(article.body, body_words);
    std::string found;
    for (const NameSpan& span : find_names({article, title_words, body_words}, known)) {
        const bool in_title = span.where == FieldId::Title;
        const std::string& text = in_title ? article.title : article.body;
        const TokenList& list = in_title ? title_words : body_words;
        const Token& first = list.tokens.at(span.first);
        const Token& last = list.tokens.at(span.last - 1);
        if (!found.empty()) { found += " | "; }
        const std::string name = text.substr(first.begin, last.end - first.begin);
        found += span.certain ? name : "[" + name + "]";
    }
    return found;
}

struct Row {
    std::string_view text;
    std::string_view names;
};

void check(const Row& c, std::string_view language = "und")
{
    CAPTURE(c.text);
    CHECK(names_in("", c.text, language) == c.names);
}

TEST_SUITE("indexer/detect/name_spans")
{
    TEST_CASE("regions, parties, saints' towns, offices and many of a kind are nobody")
    {
        check({"A casa fica em São Bernardo do Campo, disse Paulo Ferraz.", "Paulo Ferraz"}, "pt");
        check({"O juiz Marcos Prado falou da Lava Jato em Santa Helena Torres.", "Marcos Prado"},
              "pt");
        check({"Waziri wa Mambo ya Nje alikutana na rais John Magufuli.", "John Magufuli"}, "sw");
        check({"El gobierno de Quintana Roo y el de Nuevo León recibieron a Julia Robles Peña.",
               "Julia Robles Peña"},
              "es");
        check({"Tory MPs met Anna Quimby, and Plaid Cymru did not.", "Anna Quimby"}, "en");
    }

    TEST_CASE("a line without a blank takes time as long as it is")
    {
        std::string text;
        while (text.size() < 1'000'000) { text += "Anna-Quimby,"; }
        CHECK(names_in("", text, "en").size() < text.size() * 2);
    }

    TEST_CASE("who can be called or written to is a contact, and not in the news")
    {
        check({"The senator Anna Quimby voted no. Melissa Harter 202 555 0143", "Anna Quimby"},
              "en");
        check({"The senator Anna Quimby voted no. Melissa Harter (202) 555-0143", "Anna Quimby"},
              "en");
        check({"Anna Quimby voted no. Melissa Harter, press@example.org", "Anna Quimby"}, "en");
        check({"Anna Quimby voted no. Melissa Harter (11) 5555-0143", "Anna Quimby"}, "en");
        check({"Anna Quimby voted no. Melissa Harter +44 20 7946 0958", "Anna Quimby"}, "en");
        check({"Anna Quimby voted no. Melissa Harter +58 212 5550143", "Anna Quimby"}, "en");
        check({"Anna Quimby 1908-1912, 1920 1924 she sat in the chamber.", "Anna Quimby"}, "en");
        check({"Anna Quimby 2008 2012 2016 ran and lost.", "Anna Quimby"}, "en");
        check({"Anna Quimby (2008) won 202 votes.", "Anna Quimby"}, "en");
        check({"Viktor Halvorsen (20.05.1914-21.06.1980) wrote it.", "Viktor Halvorsen"}, "en");
        check({"Viktor Halvorsen (20/05/1914 - 21/06/1980) wrote it.", "Viktor Halvorsen"}, "en");
        check({"Viktor Halvorsen 8.95 30.08.1991 in Tokyo was first.", "Viktor Halvorsen"}, "en");
        check({"It was said by Viktor Halvorsen (@VHalvorsen) on Friday.", "Viktor Halvorsen"},
              "en");
        check({"Anna Quimby", "Anna Quimby"}, "en");
    }

    TEST_CASE("a title shows a name, and is no part of it")
    {
        constexpr Row kRows[] = {
            {"On Monday President Ferrando spoke.", "Ferrando"},
            {"On Monday President Oriol Ferrando spoke.", "Oriol Ferrando"},
            {"It was Prime Minister Narendra Modi who came.", "Narendra Modi"},
            {"Deputy Prime Minister Zlatko Quinter resigned.", "Zlatko Quinter"},
            {"The talks with Foreign Minister Tarvo Lehtmets ended.", "Tarvo Lehtmets"},
            {"Venezuelan Oil Minister Tareck El Aissami flew in.", "Tareck El Aissami"},
            {"Russian President Vladimir Putin flew in.", "Vladimir Putin"},
            {"UN Secretary-General António Guterres agreed.", "António Guterres"},
            {"President-elect Claudia Sheinbaum waved.", "Claudia Sheinbaum"},
            {"Gen. Padrino left with Sen. Ostrowe and Dr. Quimby.", "Padrino | Ostrowe | Quimby"},
            {"Mr. Vandermolen and Mrs Okonjo-Tarr met Ms. Lee.", "Vandermolen | Okonjo-Tarr | Lee"},
            {"They saw Lt. Gov. Garlin Gilchrist II there.", "Garlin Gilchrist II"},
            {"The king, president Nicolas Maduro and minister Lavrov met.",
             "Nicolas Maduro | Lavrov"},
            {"Attorney General Xochitl Barreda sued.", "Xochitl Barreda"},
            {"Chief Justice Trembath ruled.", "Trembath"},
            {"It named Secretary of State Antony Blinken.", "Antony Blinken"},
            {"Archbishop of Canterbury Justin Welby prayed.", "Justin Welby"},
            {"King Hussein and Queen Noor left.", "Hussein | Noor"},
            {"King Charles III met Pope Francis.", "Charles III | Francis"},
            {"Crown Prince Mohammed bin Salman met Prince Harry.", "Mohammed bin Salman | Harry"},
            {"PM Modi met CEO Tarvo Lehtmets.", "Modi | Tarvo Lehtmets"},
        };
        for (const Row& c : kRows) { check(c); }
    }

    TEST_CASE("a description shows a whole name, but no surname alone")
    {
        constexpr Row kRows[] = {
            {"The spokeswoman Ruzwana Thornby was late.", "Ruzwana Thornby"},
            {"The analyst Quirren Ashdale expects more.", "Quirren Ashdale"},
            {"Its striker Thornby scored.", ""},
            {"Quirren Ashdale, a lawyer for the family, was late.", "Quirren Ashdale"},
            {"Quirren Ashdale, 45, was late.", "Quirren Ashdale"},
            {"Quirren Ashdale, who leads the band, was late.", "Quirren Ashdale"},
            {"Its governor, Quirren Ashdale, said so.", "Quirren Ashdale"},
            {"An analyst with Quirren Ashdale said so.", ""},
            {"An analyst at Morgan Ashdale said so.", ""},
        };
        for (const Row& c : kRows) { check(c); }
    }

    TEST_CASE("a given name begins a name")
    {
        constexpr Row kRows[] = {
            {"Later John Fernlow smiled.", "John Fernlow"},
            {"Yesterday Vladimir Putin left.", "Vladimir Putin"},
            {"Venezuela's Nicolás Maduro and Brazil's Jair Bolsonaro met.",
             "Nicolás Maduro | Jair Bolsonaro"},
            {"Anna Smith, Peter Brown and Maria Castillo resigned.",
             "Anna Smith | Peter Brown | Maria Castillo"},
            {"He met Jean-Claude Juncker and Ursula von der Leyen.",
             "Jean-Claude Juncker | Ursula von der Leyen"},
            {"He met Luis de la Cruz and Miguel de la Madrid.",
             "Luis de la Cruz | Miguel de la Madrid"},
            {"Bashar al-Assad met Omar al-Bashir.", "Bashar al-Assad | Omar al-Bashir"},
            {"Muhammad Zia-ul-Haq ruled.", "Muhammad Zia-ul-Haq"},
            {"Sinead O'Connor sang for Tim O'Brien.", "Sinead O'Connor | Tim O'Brien"},
            {"Valéry Giscard d'Estaing was there.", "Valéry Giscard d'Estaing"},
            {"George W. Bush met Franklin D. Roosevelt's grandson.",
             "George W. Bush | Franklin D. Roosevelt's"},
            {"George W Bush wrote.", "George W Bush"},
            {"James A. Baker and Harry S. Truman wrote.", "James A. Baker | Harry S. Truman"},
            {"Robert Downey Jr. was there.", "Robert Downey Jr"},
            {"Ferdinand “Bongbong” Marcos won.", "Ferdinand “Bongbong” Marcos"},
            {"Emmanuel MACRON spoke.", "Emmanuel MACRON"},
            {"Neil Young, Doris Day and Theresa May sang.", "Neil Young | Doris Day | Theresa May"},
            {"Jack London and Denzel Washington met.", "Jack London | Denzel Washington"},
            {"William Hague told the House.", "William Hague"},
            {"Martin Luther King and John Major met.", "Martin Luther King | John Major"},
            {"Anna Quimby told Peter Quimby on Monday.", "Anna Quimby | Peter Quimby"},
            {"Miguel Díaz-Canel spoke.", "Miguel Díaz-Canel"},
            {"The paper Ivan\nPetrov reads.", "Ivan\nPetrov"},
        };
        for (const Row& c : kRows) { check(c); }
    }

    TEST_CASE("initials begin a name")
    {
        constexpr Row kRows[] = {
            {"J. K. Rowling and J.R.R. Tolkien wrote.", "J. K. Rowling | J.R.R. Tolkien"},
            {"F. W. de Klerk resigned.", "F. W. de Klerk"},
            {"The U.S. Navy and U.S. Steel agreed.", ""},
            {"They played S. Korean teams.", ""},
        };
        for (const Row& c : kRows) { check(c); }
    }

    TEST_CASE("in some countries the family name stands first")
    {
        constexpr Row kRows[] = {
            {"He met Xi Jinping and Li Keqiang.", "Xi Jinping | Li Keqiang"},
            {"He met Kim Jong Un and Kim Jong-un.", "Kim Jong Un | Kim Jong-un"},
            {"Moon Jae-in and Ban Ki-moon came.", "Moon Jae-in | Ban Ki-moon"},
            {"He met Park Geun-hye at Park Avenue.", "Park Geun-hye"},
            {"He met Tsai Ing-wen and Nguyen Phu Trong.", "Tsai Ing-wen | Nguyen Phu Trong"},
            {"Long Beach and Sun Microsystems grew.", ""},
        };
        for (const Row& c : kRows) { check(c); }
    }

    TEST_CASE("organisations, places, things and days are no people")
    {
        constexpr Row kRows[] = {
            {"The Ministry of Foreign Affairs and the University of Oxford agreed.", ""},
            {"Thomas Jefferson University, James River Corp and John Deere grew.", ""},
            {"It flows from Victoria Falls to Lake Victoria.", ""},
            {"Washington said it would respond to Paris and Beijing.", ""},
            {"New York City, the River Thames and Buckingham Palace.", ""},
            {"The World Cup and the Davis Cup begin in April.", ""},
            {"General Motors, General Electric and General Mills gained.", ""},
            {"Burkina Faso, Sri Lanka and El Salvador voted.", ""},
            {"Merrill Lynch and Morgan Stanley fell, Philip Morris rose.", ""},
            {"Eli Lilly fell. Eli J. Lilly fell.", ""},
            {"Charles Hadley <CHD.N> rose.", ""},
            {"S.G. Hadley SA rose.", ""},
            {"Charles Hadley & Co and Peter Hadley and Sons rose.", ""},
            {"Charles Hadley Inc said so. Later Charles Hadley fell.", ""},
            {"The chairman of the Organisation spoke to the archbishop of Cincinnati.", ""},
            {"The Minister of Employment spoke.", ""},
            {"On Monday in March the Democrats met the Republicans.", ""},
            {"Will Russia attack? May Ukraine win?", ""},
            {"San Francisco, Santa Barbara and São Paulo grew.", ""},
            {"NATO, AFP, TASS and the BBC agreed.", ""},
            {"Security Council Secretary Nikolai Patrushev came.", "Nikolai Patrushev"},
            {"The aircraft carrier Carl Thornby sailed.", ""},
            {"See https://example.org/John-Smith/Anna-Brown and john@John.Example.", ""},
            {"Maria Thornby Street is closed.", ""},
        };
        for (const Row& c : kRows) { check(c); }
    }

    TEST_CASE("a surname alone counts only if the article has the person")
    {
        constexpr Row kRows[] = {
            {"Maduro spoke.", ""},
            {"President Maduro spoke. Later Maduro left.", "Maduro | [Maduro]"},
            {"Maduro left. Nicolás Maduro is back.", "[Maduro] | Nicolás Maduro"},
            {"Vladimir Padrino López came. Padrino López left, Padrino waved.",
             "Vladimir Padrino López | [Padrino López] | [Padrino]"},
            {"Donald Trump met guests. The Trump Tower is high.", "Donald Trump"},
            {"Donald Trump met Vladimir Putin. The Trump-Putin summit, anti-Trump and Trump's.",
             "Donald Trump | Vladimir Putin | [Trump] | [Putin] | [Trump] | [Trump's]"},
            {"Theresa May spoke. In May it rained. May said so.", "Theresa May | [May]"},
            {"Michael Jordan spoke. Jordan is a country. Jordan said so.",
             "Michael Jordan | [Jordan]"},
            {"Tim Walz met Ivan Boskey. Boskey and Co fell.", "Tim Walz | Ivan Boskey"},
            {"Kim Jong-un spoke. The UN met. Kim left.", "Kim Jong-un | [Kim]"},
            {"Luiz Inácio Lula da Silva came. Lula spoke.", "Luiz Inácio Lula da Silva | [Lula]"},
            {"Mohammed bin Salman came. Then bin Salman left.",
             "Mohammed bin Salman | [bin Salman]"},
        };
        for (const Row& c : kRows) { check(c); }
    }

    TEST_CASE("what the article says elsewhere makes unknown words a name")
    {
        constexpr Row kRows[] = {
            {"Quirren Ashdale came.", ""},
            {"Quirren Ashdale came. Ashdale said so.", "Quirren Ashdale | [Ashdale]"},
            {"Quirren Ashdale came. Mr. Ashdale left.", "Quirren Ashdale | Ashdale"},
            {"Quirren Ashdale came. Quirren said so.", ""},
        };
        for (const Row& c : kRows) { check(c); }
    }

    TEST_CASE("credits name nobody of whom the article tells")
    {
        constexpr Row kRows[] = {
            {"Photo: Federico Fernlow\n\nHe met Anna Quimby.", "Anna Quimby"},
            {"He met Anna Quimby. (Reporting by John Fernlow; Editing by Maria Fernlow)",
             "Anna Quimby"},
            {"Editing: Rodrigo Fernlow", ""},
            {"Anna Quimby in Rome. **Peter Fernlow / POOL**", "Anna Quimby"},
            {"I’m James Fernlow, a writer.", ""},
        };
        for (const Row& c : kRows) { check(c); }
    }

    TEST_CASE("no name goes over the end of a sentence or a paragraph")
    {
        constexpr Row kRows[] = {
            {"He met Vladimir. Putin left.", ""},
            {"He met Anna Quimby. Peter Quimby left.", "Anna Quimby | Peter Quimby"},
            {"Visit of Vladimir\n\nPutin left.", ""},
            {"A visit from Anna\n    Quimby left.", ""},
        };
        for (const Row& c : kRows) { check(c); }
    }

    TEST_CASE("names in Spanish and Portuguese texts")
    {
        constexpr Row kRows[] = {
            {"El presidente de Venezuela, Nicolás Maduro, habló.", "Nicolás Maduro"},
            {"El presidente Maduro recibió al canciller ruso Serguéi Lavrov.",
             "Maduro | Serguéi Lavrov"},
            {"El ministro de Defensa Vladimir Padrino habló.", "Vladimir Padrino"},
            {"La Secretaría de Hacienda y el Ministro de Educación callan.", ""},
            {"La avenida Simón Bolívar y la calle Miguel Hidalgo.", ""},
            {"O presidente Luiz Inácio Lula da Silva falou.", "Luiz Inácio Lula da Silva"},
            {"O ministro da Fazenda, Fernando Haddad, falou.", "Fernando Haddad"},
        };
        for (const Row& c : kRows) { check(c, "es"); }
        // The rules' answer; the tagger, which has hardly met popes in Spanish, finds nobody.
        check({"El papa Francisco viajó.", "Francisco"}, "und");
    }

    TEST_CASE("names in French and German texts")
    {
        constexpr Row kRows[] = {
            {"Le président Emmanuel Macron a parlé. M. Macron est parti.",
             "Emmanuel Macron | Macron"},
            {"Le ministre des Affaires étrangères Jean-Yves Le Drian est parti.",
             "Jean-Yves Le Drian"},
            {"Bundeskanzler Olaf Scholz traf Annalena Baerbock.",
             "Olaf Scholz | Annalena Baerbock"},
            {"Die Außenministerin traf Präsident Selenskyj.", "Selenskyj"},
        };
        for (const Row& c : kRows) { check(c, "fr"); }
    }

    TEST_CASE("names in Russian texts, in any case")
    {
        constexpr Row kRows[] = {
            {"Президент России Владимир Путин прибыл.", "Владимир Путин"},
            {"Это сообщили Владимиру Путину. Путин прибыл.", "Владимиру Путину | [Путин]"},
            {"Министр обороны Сергей Шойгу прибыл.", "Сергей Шойгу"},
            {"Разговор с президентом Макроном.", "Макроном"},
            {"Мария Захарова ответила. По словам Захаровой, это так.",
             "Мария Захарова | [Захаровой]"},
            {"Москва и Вашингтон договорились. Россия согласна.", ""},
        };
        for (const Row& c : kRows) { check(c, "ru"); }
    }

    TEST_CASE("lines in capitals have the names that the body knows, or a title shows")
    {
        constexpr struct {
            std::string_view title;
            std::string_view body;
            std::string_view names;
        } kRows[] = {
            {"MADURO MEETS PUTIN IN MOSCOW", "Nicolás Maduro came.", "[MADURO] | Nicolás Maduro"},
            {"NICOLAS MADURO MEETS GUESTS", "Nicolás Maduro came.",
             "[NICOLAS MADURO] | Nicolás Maduro"},
            {"PRESIDENT MADURO SAYS NO DEAL", "", "MADURO"},
            {"PRIME MINISTER NARENDRA MODI IN ROME", "", "NARENDRA MODI"},
            {"MINISTER DEFENDS POLICY ON STEEL", "", ""},
            {"PRESIDENT LIKELY TO ACCEPT OFFER", "", ""},
            {"WHITE HOUSE SEES NO DEAL SOON", "Byron White came.", "Byron White"},
            {"JOHN FERNLOW BUYS STEEL MILL", "It was sold.", ""},
        };
        for (const auto& c : kRows) {
            CAPTURE(c.title);
            CHECK(names_in(c.title, c.body, "und") == c.names);
        }
    }

    TEST_CASE("in headlines with many capitals a name has two words, or stands in the body")
    {
        constexpr struct {
            std::string_view title;
            std::string_view body;
            std::string_view names;
        } kRows[] = {
            {"Vladimir Putin Signals Wider Shift", "", "Vladimir Putin"},
            {"Putin Signals Wider Shift", "Vladimir Putin came.", "[Putin] | Vladimir Putin"},
            {"Putin Signals Wider Shift", "", ""},
            {"Russia Signs Security, Energy Deals With Venezuela", "", ""},
            {"President Maduro Signals Wider Shift", "", "Maduro"},
            {"Trump Tower Opens Wide Doors", "Donald Trump came.", "Donald Trump"},
        };
        for (const auto& c : kRows) {
            CAPTURE(c.title);
            CHECK(names_in(c.title, c.body, "und") == c.names);
        }
    }

    TEST_CASE("known names count wherever they stand")
    {
        CHECK(names_in("", "Volcker said so.", "und", {"volcker"}) == "[Volcker]");
        CHECK(names_in("", "Later Baker left.", "und", {"james baker"}) == "[Baker]");
        CHECK(names_in("", "The Baker Street shop.", "und", {"james baker"}).empty());
    }
}

}  // namespace
}  // namespace dateline::indexer
