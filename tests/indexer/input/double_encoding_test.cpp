#include "indexer/input/double_encoding.hpp"

#include "common/text/utf8.hpp"
#include "indexer/input/encoding.hpp"
#include "tests/support/mutations.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using namespace dateline::indexer;

namespace {

std::string twice(std::string_view text)
{
    return to_utf8(open_converter("windows-1252").get(), text);
}

}  // namespace

TEST_SUITE("indexer/input/double_encoding")
{
    TEST_CASE("what was certainly encoded twice is repaired, and nothing else")
    {
        const struct {
            std::string_view text;
            std::string_view repaired;  // "": left as it is
        } cases[] = {
            {"MarÃ­a", "María"},
            {"JosÃ© PeÃ±a perdiÃ³", "José Peña perdió"},
            {"â€œYesâ€\xc2\x9d, he said â€” often", "“Yes”, he said — often"},
            {"ÐœÐ°Ð´ÑƒÑ€Ð¾", "Мадуро"},
            {"perdiÃ³", ""},  // one pair, at a word's end
            {"perdiÃ³ y ganÃ³", "perdió y ganó"},
            {"María", ""},
            {"SÃO PAULO", ""},
            {"SÃO PAULO MarÃ­a JosÃ©", ""},  // Ã before O is a letter
            {"São Paulo", ""},
            {"«Ã» is a letter", ""},
            {"", ""},
            {"plain", ""},
            {"Ã", ""},
            {"Ã\xad", ""},  // not UTF-8
            {"Москва", ""},
            {"naïve “quotes” – and dashes", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(repair_double_encoding(c.text).value_or("") == c.repaired);
        }
    }

    TEST_CASE("texts in several languages come back whole")
    {
        for (const std::string_view text :
             {"El señor Núñez dijo que la elección será mañana.",
              "A eleição não terá segundo turno, afirmou o órgão.",
              "Министры подписали соглашение о торговле зерном.", "両国の外相は金曜日"}) {
            CAPTURE(text);
            CHECK(repair_double_encoding(twice(text)).value_or("") == text);
            CHECK_FALSE(repair_double_encoding(text));
        }
    }

    TEST_CASE("damage at random gives valid text or none")
    {
        const std::string good = twice("El señor Núñez dijo: “mañana” – Москва 語");
        for (std::uint32_t seed = 0; seed < 3000; ++seed) {
            CAPTURE(seed);
            const auto repaired = repair_double_encoding(tests::mutate(good, seed));
            CHECK((!repaired || is_utf8(*repaired)));
        }
    }
}
