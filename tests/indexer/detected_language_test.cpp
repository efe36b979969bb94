#include "indexer/detected_language.hpp"

#include <doctest/doctest.h>
#include <string>

TEST_SUITE("indexer/detected_language")
{
    TEST_CASE("the language of a text, if it is sure")
    {
        const struct {
            std::string text;
            std::string code;
        } cases[] = {
            {"", "und"},
            {"12 345 678", "und"},
            {"BANCA DI ROMA 4TH QTR NET", "und"},
            {"The savings bank Cassa di Risparmio di Torino, which opened in Genoa and Siena this "
             "year, said that its loans to Fiat, Pirelli and Olivetti were repaid on Monday.",
             "en"},
            {"El presidente de Colombia viajó el martes a Lima para firmar con su homólogo peruano "
             "un acuerdo sobre el comercio de café y la vigilancia de la frontera amazónica.",
             "es"},
            {"O presidente do Brasil viajou na terça-feira a Lisboa para assinar um acordo sobre o "
             "comércio de café e a cooperação entre as universidades dos dois países irmãos.",
             "pt"},
            {"Министры иностранных дел подписали во вторник соглашение о рыболовстве в северных "
             "морях, парламент проголосует по нему в мае этого года, сообщили в правительстве.",
             "ru"},
            {"外交部长星期二在日内瓦签署了一项关于渔业的协议，议会将于五月投票，政府发言人说，双方"
             "还将继续"
             "讨论贸易和教育方面的合作，并计划明年再次会面。",
             "zh"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(dateline::indexer::detect_language(c.text) == c.code);
        }
    }

    TEST_CASE("an editor's note in English above a long text does not make it English")
    {
        const std::string note =
            "This is the text of the report that the ministry has sent to its partners; it is "
            "printed as it was received, and the editors have not changed a word of it. ";
        const std::string sentence =
            "El presidente de Colombia viajó el martes a Lima para firmar con su homólogo peruano "
            "un acuerdo sobre el comercio de café y la vigilancia de la frontera amazónica. ";
        std::string text = note + note + note;
        CHECK(dateline::indexer::detect_language(text) == "en");
        for (int n = 0; n < 30; ++n) { text += sentence; }
        CHECK(dateline::indexer::detect_language(text) == "es");
        std::string english;
        for (int n = 0; n < 30; ++n) { english += note; }
        CHECK(dateline::indexer::detect_language(english) == "en");
    }
}
