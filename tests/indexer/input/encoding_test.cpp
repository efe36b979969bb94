#include "indexer/input/encoding.hpp"

#include "common/text/utf8.hpp"
#include "indexer/input/open_dump.hpp"
#include "indexer/input/utf8_check.hpp"
#include "indexer/input/utf8_source.hpp"
#include "tests/support/dump_reading.hpp"
#include "tests/support/mutations.hpp"

#include <doctest/doctest.h>
#include <unicode/ucnv.h>

using namespace dateline;
using namespace dateline::indexer;
using namespace dateline::tests;
using namespace std::string_literals;

namespace {

// Written for these tests.
constexpr std::string_view kRussian =
    "Министры иностранных дел двух стран подписали в пятницу соглашение о торговле зерном.\n\n"
    "Переговоры продолжались три дня. По словам министра, первые корабли выйдут в море уже в "
    "следующем месяце, если позволит погода.\n\n"
    "Наблюдатели ожидают, что цены на хлеб в столице снизятся не раньше осени.\n";
constexpr std::string_view kSpanish =
    "El presidente firmó el miércoles en Bogotá un acuerdo con los maestros, después de tres "
    "semanas de huelga.\n\nMaría Peña, dirigente del gremio, dijo que las clases volverán el "
    "lunes. «No queríamos más días sin niños en las aulas», añadió.\n\nEl gobierno pagará los "
    "salarios atrasados según lo que se acordó en la última reunión.\n";
constexpr std::string_view kChinese =
    "两国外长星期五在首都签署了一项粮食贸易协定。会谈持续了三天。部长说，如果天气允许，第一批船只将"
    "于下个月"
    "出海。\n\n观察人士认为，首都的面包价格最早要到秋天才会下降。铁路公司宣布，新线路将于明年春天开"
    "通。\n";
constexpr std::string_view kJapanese =
    "両国の外相は金曜日、首都で穀物の貿易に関する協定に署名した。会談は三日間続いた。大臣によると、"
    "天候が許せば"
    "最初の船は来月にも出港する。\n\n専門家は、首都のパンの値段が下がるのは早くても秋になると見てい"
    "る。\n";
constexpr std::string_view kGreek =
    "Οι υπουργοί Εξωτερικών των δύο χωρών υπέγραψαν την Παρασκευή συμφωνία για το εμπόριο "
    "σιτηρών.\n\nΟι συνομιλίες κράτησαν τρεις ημέρες και θα συνεχιστούν τον επόμενο μήνα.\n";

std::string encoded(std::string_view text, const char* charset)
{
    UErrorCode code = U_ZERO_ERROR;
    const Converter converter{ucnv_open(charset, &code)};
    REQUIRE(U_SUCCESS(code));
    std::string bytes(text.size() * 4 + 16, '\0');
    const auto size = ucnv_fromAlgorithmic(converter.get(), UCNV_UTF8, bytes.data(),
                                           static_cast<std::int32_t>(bytes.size()), text.data(),
                                           static_cast<std::int32_t>(text.size()), &code);
    REQUIRE(U_SUCCESS(code));
    bytes.resize(static_cast<std::size_t>(size));
    return bytes;
}

/// The body of the one article in a file of this name.
std::string body_of(std::string bytes, std::string_view name = "a.txt")
{
    const FieldMap map;
    const auto dump = open_dump(open_memory(std::move(bytes)), std::string{name}, nullptr, map);
    auto record = dump->next();
    auto* raw = std::get_if<RawDocument>(&record);
    return raw == nullptr ? std::get<Notice>(record).reason : clean_text(raw->body).text;
}

std::string decoded(std::string_view bytes, std::size_t portion)
{
    const Encoding encoding = find_encoding(bytes.substr(0, kEncodingBytes));
    Utf8Source source{std::make_unique<PortionSource>(bytes, portion), encoding};
    return clean_text(read_all(source, portion + 1).text).text;
}

}  // namespace

TEST_SUITE("indexer/input/encoding")
{
    TEST_CASE("the same article in many encodings has the same text")
    {
        const struct {
            std::string_view text;
            const char* charset;
            std::string mark;
        } cases[] = {
            {kRussian, "UTF-8", ""},
            {kRussian, "UTF-8", "\xef\xbb\xbf"},
            {kRussian, "UTF-16LE", "\xff\xfe"},
            {kRussian, "UTF-16BE", "\xfe\xff"},
            {kRussian, "UTF-16LE", ""},
            {kRussian, "UTF-16BE", ""},
            {kRussian, "UTF-32LE", "\xff\xfe\0\0"s},
            {kRussian, "UTF-32BE", "\0\0\xfe\xff"s},
            {kRussian, "windows-1251", ""},
            {kRussian, "KOI8-R", ""},
            {kRussian, "ISO-8859-5", ""},
            {kSpanish, "windows-1252", ""},
            {kSpanish, "ISO-8859-1", ""},
            {kSpanish, "UTF-16LE", ""},
            {kChinese, "GB18030", ""},
            {kChinese, "UTF-16LE", "\xff\xfe"},
            {kJapanese, "Shift_JIS", ""},
            {kJapanese, "EUC-JP", ""},
            {kJapanese, "ISO-2022-JP", ""},
            {kGreek, "ISO-8859-7", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.charset);
            const std::string bytes = c.mark + encoded(c.text, c.charset);
            CAPTURE(find_encoding(bytes).charset);
            CAPTURE(find_encoding(bytes).confidence);
            CHECK(body_of(bytes) == c.text);
        }
    }

    TEST_CASE("what markup declares is believed, unless the bytes are UTF-8")
    {
        const std::string mac = encoded(kRussian, "x-mac-cyrillic");
        const std::string head = "<?xml version=\"1.0\" encoding='x-mac-cyrillic'?><doc>";
        CHECK(find_encoding(head + mac).charset == "x-mac-cyrillic");
        CHECK(find_encoding(head + mac).why == "declared");
        CHECK(find_encoding("<meta charset=koi8-r>" + mac).charset == "koi8-r");
        CHECK(find_encoding("<meta charset=\"koi8-r\">" + std::string{kRussian}).charset ==
              "UTF-8");
        CHECK(find_encoding("<meta charset='utf-8'>" + encoded(kRussian, "KOI8-R")).charset ==
              "KOI8-R");
        CHECK(find_encoding("<meta charset='../../etc'>" + encoded(kRussian, "KOI8-R")).charset ==
              "KOI8-R");
        CHECK_FALSE(open_converter("/etc/passwd"));
        CHECK_FALSE(open_converter("none such"));
        CHECK_FALSE(open_converter(""));
    }

    TEST_CASE("a guess that is not sure is none: the bytes come through as they are")
    {
        CHECK(decoded("caf\xe9", 4096) == "caf\xef\xbf\xbd");
        CHECK(decoded("Lluvias en Espa\xf1"
                      "a.\n",
                      4096) == "Lluvias en España.\n");
        CHECK(find_encoding("").why == "ASCII so far");
        CHECK(find_encoding("news").charset == "UTF-8");
    }

    TEST_CASE("portions of any size make no difference")
    {
        for (const char* charset : {"UTF-8", "UTF-16LE", "windows-1251", "GB18030"}) {
            CAPTURE(charset);
            const bool chinese = charset == "GB18030"s;
            const auto text = chinese ? kChinese : kRussian;
            const std::string bytes = encoded(text, charset);
            for (const std::size_t portion : {1U, 2U, 3U, 7U, 64U, 4096U}) {
                CHECK(decoded(bytes, portion) == text);
            }
        }
    }

    TEST_CASE("lines of several encodings come out right, wherever the first odd one stands")
    {
        const std::string latin = encoded(kSpanish, "windows-1252");
        CHECK(decoded(std::string{kSpanish} + latin + std::string{kSpanish}, 4096) ==
              std::string{kSpanish} + std::string{kSpanish} + std::string{kSpanish});
        std::string plain;
        while (plain.size() < 300'000) { plain += "Nothing but ASCII in this line.\n"; }
        CHECK(decoded(plain + latin, 4096) == plain + std::string{kSpanish});
        const FieldMap map;
        const auto dump = open_dump(open_memory("{\"title\":\"" +
                                                encoded("Elección en Bogotá: mañana, según el "
                                                        "señor Peña, habrá más tensión",
                                                        "windows-1252") +
                                                "\"}\n{\"title\":\"Bogotá\"}\n"),
                                    "a.jsonl", nullptr, map);
        CHECK(transcript(*dump) ==
              "[Elección en Bogotá: mañana, según el señor Peña, habrá más "
              "tensión] [Bogotá] ~guessed-encoding");
    }

    TEST_CASE("damage at random ends, in text that a reader can clean")
    {
        for (const char* charset : {"UTF-8", "UTF-16BE", "KOI8-R", "GB18030", "ISO-2022-JP"}) {
            const bool cyrillic = charset != "GB18030"s && charset != "ISO-2022-JP"s;
            const std::string good = encoded(cyrillic ? kRussian : kJapanese, charset);
            for (std::uint32_t seed = 0; seed < 600; ++seed) {
                CAPTURE(seed);
                const std::string bytes = mutate(good, seed);
                CHECK(decoded(bytes, 7).size() <= bytes.size() * 3 + 64);
            }
        }
    }

    TEST_CASE("a cut character is no wrong one")
    {
        const std::string_view text = "aя語\xf0\x9f\x98\x80";
        CHECK(cut_tail(text) == 0);
        CHECK(cut_tail(text.substr(0, 2)) == 1);
        CHECK(cut_tail(text.substr(0, 5)) == 2);
        CHECK(cut_tail(text.substr(0, 9)) == 3);
        CHECK(cut_tail("\x80\x80\x80\x80") == 0);
        CHECK(is_utf8_so_far(text.substr(0, 9)));
        CHECK_FALSE(is_utf8_so_far("\xe9t\xe9"));
    }
}
