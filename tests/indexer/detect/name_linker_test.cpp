#include "indexer/detect/name_linker.hpp"

#include "common/schema/article.hpp"
#include "common/text/tokenizer.hpp"
#include "indexer/detect/name_spans.hpp"

#include <doctest/doctest.h>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::indexer {
namespace {

/// "Maduro=Nicolás Maduro; …" for each mark, in order.
std::string links_in(std::string_view body)
{
    Article article;
    article.body = body;
    TokenList title;
    TokenList words;
    tokenize(article.body, words);
    const TokenizedArticle tokenized{article, title, words};
    std::vector<Mention> mentions;
    link_people(tokenized, find_names(tokenized, {}), mentions);
    std::string found;
    for (const Mention& mention : mentions) {
        found += found.empty() ? "" : "; ";
        found += mention.text + "=" + mention.value;
    }
    return found;
}

struct Row {
    std::string_view text;
    std::string_view links;
};

void check(std::span<const Row> rows)
{
    for (const Row& c : rows) {
        CAPTURE(c.text);
        CHECK(links_in(c.text) == c.links);
    }
}

TEST_SUITE("indexer/detect/name_linker")
{
    TEST_CASE("all forms of a name have the fullest one as value")
    {
        constexpr Row kRows[] = {
            {"Nicolas Maduro came. President Maduro spoke. Maduro left.",
             "Nicolas Maduro=Nicolas Maduro; Maduro=Nicolas Maduro; Maduro=Nicolas Maduro"},
            {"President Maduro spoke. Nicolas Maduro left.",
             "Maduro=Nicolas Maduro; Nicolas Maduro=Nicolas Maduro"},
            {"President Maduro spoke. Maduro left.", "Maduro=Maduro; Maduro=Maduro"},
            {"George Bush came. George W. Bush left.",
             "George Bush=George W. Bush; George W. Bush=George W. Bush"},
            {"G. W. Bush came. George Bush left.",
             "G. W. Bush=George Bush; George Bush=George Bush"},
            {"Vladimir Padrino spoke for Vladimir Padrino López.",
             "Vladimir Padrino=Vladimir Padrino López; "
             "Vladimir Padrino López=Vladimir Padrino López"},
            {"Gen. Padrino López spoke. Vladimir Padrino López left. Padrino waved.",
             "Padrino López=Vladimir Padrino López; Vladimir Padrino López=Vladimir Padrino López; "
             "Padrino=Vladimir Padrino López"},
            {"Tareck El Aissami spoke. El Aissami left. Aissami waved.",
             "Tareck El Aissami=Tareck El Aissami; El Aissami=Tareck El Aissami; "
             "Aissami=Tareck El Aissami"},
            {"Luiz Inácio Lula da Silva came. Lula left. President Lula da Silva waved.",
             "Luiz Inácio Lula da Silva=Luiz Inácio Lula da Silva; Lula=Luiz Inácio Lula da Silva; "
             "Lula da Silva=Luiz Inácio Lula da Silva"},
            {"Robin Leigh-Pemberton came. Leigh-Pemberton left.",
             "Robin Leigh-Pemberton=Robin Leigh-Pemberton; Leigh-Pemberton=Robin Leigh-Pemberton"},
        };
        check(kRows);
    }

    TEST_CASE("accents that stand anywhere stand in the value")
    {
        constexpr Row kRows[] = {
            {"Nicolas Maduro came. Nicolás Maduro left.",
             "Nicolas Maduro=Nicolás Maduro; Nicolás Maduro=Nicolás Maduro"},
            {"Without Guaidó nothing works. Juan Guaido left.",
             "Guaidó=Juan Guaidó; Juan Guaido=Juan Guaidó"},
            {"Alberto Fernandez left.", "Alberto Fernandez=Alberto Fernandez"},
        };
        check(kRows);
    }

    TEST_CASE("given names agree as nicknames, initials and transliterations")
    {
        constexpr Row kRows[] = {
            {"James Fernlow came. Jim Fernlow left.",
             "James Fernlow=James Fernlow; Jim Fernlow=James Fernlow"},
            {"Sergey Lavrov came. Sergei Lavrov left.",
             "Sergey Lavrov=Sergey Lavrov; Sergei Lavrov=Sergey Lavrov"},
            {"James Fernlow came. J. Fernlow left.",
             "James Fernlow=James Fernlow; J. Fernlow=James Fernlow"},
            {"James Fernlow came. Anna Fernlow left.",
             "James Fernlow=James Fernlow; Anna Fernlow=Anna Fernlow"},
            {"Hugo Rafael Chávez Frías came. Hugo Chávez left.",
             "Hugo Rafael Chávez Frías=Hugo Rafael Chávez Frías; "
             "Hugo Chávez=Hugo Rafael Chávez Frías"},
        };
        check(kRows);
    }

    TEST_CASE("of two people with one surname the one named last is meant")
    {
        constexpr Row kRows[] = {
            {"Fidel Castro spoke. Castro left. Raúl Castro came. Castro waved.",
             "Fidel Castro=Fidel Castro; Castro=Fidel Castro; Raúl Castro=Raúl Castro; "
             "Castro=Raúl Castro"},
            {"President Castro spoke. Fidel Castro and Raúl Castro left.",
             "Castro=Fidel Castro; Fidel Castro=Fidel Castro; Raúl Castro=Raúl Castro"},
        };
        check(kRows);
    }

    TEST_CASE("a king keeps his title and is nobody's namesake")
    {
        constexpr Row kRows[] = {
            {"King Hussein met President Saddam Hussein.",
             "Hussein=King Hussein; Saddam Hussein=Saddam Hussein"},
            {"Pope Francis came. Francis prayed.", "Francis=Pope Francis; Francis=Pope Francis"},
            {"El papa Francisco llegó.", "Francisco=Papa Francisco"},
            {"Queen Elizabeth II came. The Queen Elizabeth left.",
             "Elizabeth II=Queen Elizabeth II; Elizabeth=Queen Elizabeth II"},
            {"Prince Mohammed spoke. Crown Prince Mohammed bin Salman left.",
             "Mohammed=Mohammed bin Salman; Mohammed bin Salman=Mohammed bin Salman"},
        };
        check(kRows);
    }

    TEST_CASE("values have no suffix, possessive, nickname, line break or capitals")
    {
        constexpr Row kRows[] = {
            {"Robert Downey Jr. came.", "Robert Downey Jr=Robert Downey"},
            {"Angela Merkel's plan and Olaf Scholz’s plan.",
             "Angela Merkel=Angela Merkel; Olaf Scholz=Olaf Scholz"},
            {"Ferdinand “Bongbong” Marcos came.", "Ferdinand “Bongbong” Marcos=Ferdinand Marcos"},
            {"He met Ronald\nReagan there.", "Ronald\nReagan=Ronald Reagan"},
            {"Emmanuel MACRON came.", "Emmanuel MACRON=Emmanuel Macron"},
            {"J.R.R. Tolkien and J. K. Rowling wrote.",
             "J.R.R. Tolkien=J.R.R. Tolkien; J. K. Rowling=J. K. Rowling"},
            {"Jean-Yves Le Drian met Valéry Giscard d'Estaing.",
             "Jean-Yves Le Drian=Jean-Yves Le Drian; "
             "Valéry Giscard d'Estaing=Valéry Giscard d'Estaing"},
        };
        check(kRows);
    }

    TEST_CASE("family names that stand first are linked by themselves")
    {
        constexpr Row kRows[] = {
            {"Xi Jinping spoke. President Xi left, Xi waved.",
             "Xi Jinping=Xi Jinping; Xi=Xi Jinping; Xi=Xi Jinping"},
            {"Kim Jong Un spoke. Kim Jong-un left. Kim waved.",
             "Kim Jong Un=Kim Jong Un; Kim Jong-un=Kim Jong Un; Kim=Kim Jong Un"},
        };
        check(kRows);
    }

    TEST_CASE("Russian cases are one name, in the nominative")
    {
        constexpr Row kRows[] = {
            {"Доложили Владимиру Путину. Владимир Путин ответил, с Путиным согласны.",
             "Владимиру Путину=Владимир Путин; Владимир Путин=Владимир Путин; "
             "Путиным=Владимир Путин"},
            {"Доложили Владимиру Путину.", "Владимиру Путину=Владимир Путин"},
            {"Разговор с Эммануэлем Макроном.", "Эммануэлем Макроном=Эммануэль Макрон"},
            {"Встреча с Марией Захаровой.", "Марией Захаровой=Мария Захарова"},
            {"Доложили Сергею Шойгу.", "Сергею Шойгу=Сергею Шойгу"},
        };
        check(kRows);
    }
}

}  // namespace
}  // namespace dateline::indexer
