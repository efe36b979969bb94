#include "indexer/layout.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::to_string;
using dateline::indexer::Layout;
using dateline::indexer::read_layout;

namespace {

/// What a layout found, a line each; the body with its line breaks as "~".
std::string shown(const Layout& layout)
{
    std::string names;
    for (const std::string& name : layout.byline) { names += (names.empty() ? "" : "+") + name; }
    std::string body = layout.body;
    for (char& c : body) {
        if (c == '\n') { c = '~'; }
    }
    std::string text;
    const auto add = [&](const char* key, const std::string& value) {
        if (!value.empty()) { text += std::string{key} + ": " + value + "\n"; }
    };
    add("title", layout.title);
    add("byline", names);
    add("date", layout.date ? to_string(*layout.date) + " " + layout.date_rule : "");
    add("source", layout.source);
    add("url", layout.url);
    add("body", body);
    return text;
}

std::string repeated(std::string_view piece, std::size_t size)
{
    std::string text;
    while (text.size() < size) { text += piece; }
    return text;
}

const std::string first_paragraph =
    "Two ministers met in Lima on Monday and spoke of the harbour for an hour and a half, "
    "with the doors shut and the windows open.";
const std::string second_paragraph =
    "Neither of them would say on 3 May 2001 what it might cost, and nobody asked them twice "
    "while the ships went by.";

}  // namespace

TEST_SUITE("indexer/layout")
{
    TEST_CASE("articles are taken apart, however their pages were laid out")
    {
        const struct {
            std::string text;
            std::string parts;
        } cases[] = {
            // Headline, byline, date, caption with credit, furniture, labelled URL with a blank
            {"\n\nHarbour Deal Signed\n\nBy AFP\n\nNovember 08, 2024\n\n\nThe two men. **A. Lee / "
             "POOL / WIRE**\n\n" +
                 first_paragraph + "\n\nRelated article: Ships\n\n" + second_paragraph +
                 "\n\nOriginal url:\n\nhttps://www.example.org/2024/11/08/harbour-a86 944",
             "title: Harbour Deal Signed\nbyline: AFP\ndate: 2024-11-08 header\nsource: "
             "example.org\nurl: https://www.example.org/2024/11/08/harbour-a86944\nbody: The two "
             "men.~~" +
                 first_paragraph + "~~" + second_paragraph + "\n"},
            // Headline twice; byline and date behind the first paragraph
            {"Harbour Deal Signed\n\nHarbour Deal Signed\n\nPhoto: Bo Roe\n\n" + first_paragraph +
                 "\n\nBy Plaza – Digital Army Magazine – Ann Lee\n\nMar 4, 2022\n\n" +
                 second_paragraph + "\n\nRead More: Plaza",
             "title: Harbour Deal Signed\nbyline: Ann Lee\ndate: 2022-03-04 header\nsource: Plaza "
             "– Digital Army Magazine\nbody: " +
                 first_paragraph + "~~" + second_paragraph + "\n"},
            // A date, no headline, one paragraph a line, and all of it twice but for the first
            {"Feb 21, 2022, 22:22 pm\nThe harbour opened.\n" + first_paragraph + "\n" +
                 second_paragraph + "\nhttps://example.org/news/15\n" + first_paragraph + "\n" +
                 second_paragraph + "\nhttps://example.org/news/15",
             "date: 2022-02-21 header\nsource: example.org\nurl: https://example.org/news/15\n"
             "body: The harbour opened.~" +
                 first_paragraph + "~" + second_paragraph + "\n"},
            // A date before the headline, which comes again below the reading time
            {"September 11, 2024\n\nA Visit to the Harbour\n\n2 min read\nA Visit to the "
             "Harbour\n\n" +
                 first_paragraph + "\n\n::What else happened::\n\n" + second_paragraph +
                 "\n\nEditing: Bo Roe\n\nLeave a Reply\n\nYour email address will not be "
                 "published. Required fields are marked *",
             "title: A Visit to the Harbour\ndate: 2024-09-11 header\nbody: " + first_paragraph +
                 "~~" + second_paragraph + "\n"},
            // No headline; a source and a note about the author at the end
            {first_paragraph + "\n" + second_paragraph +
                 "\nSource: Evening Wire\n\nAnn Lee is a freelance reporter "
                 "who lives in Lima with her two cats.",
             "source: Evening Wire\nbody: " + first_paragraph + "~" + second_paragraph + "\n"},
            {first_paragraph + "\n" + second_paragraph +
                 "\nSource: Evening Wire\n\nI’m Ann Lee, a well-known "
                 "author and news writer for Harbour Market. I like cats.",
             "byline: Ann Lee\nsource: Harbour Market\nbody: " + first_paragraph + "~" +
                 second_paragraph + "\n"},
            // "Author | Outlet", and a date at the end
            {"Harbour Deal Signed\n\nAnn Lee | Evening Wire\n\n" + first_paragraph + "\n\n" +
                 second_paragraph + "\n\nPublished: 12 May 2008",
             "title: Harbour Deal Signed\nbyline: Ann Lee\ndate: 2008-05-12 footer\nsource: "
             "Evening Wire\nbody: " +
                 first_paragraph + "~~" + second_paragraph + "\n"},
            {"Harbour Deal Signed\nNov 21, 2022 | By Ann Lee\n" + first_paragraph,
             "title: Harbour Deal Signed\nbyline: Ann Lee\ndate: 2022-11-21 header\nbody: " +
                 first_paragraph + "\n"},
            // "Headline | Outlet"; the date only in the URL
            {"Harbour Deal Signed | Evening Wire\n\n" + first_paragraph +
                 "\n\nhttps://example.org/2024/11/x?utm_source=a&id=1#c",
             "title: Harbour Deal Signed\ndate: 2024-11 url\nsource: Evening Wire\nurl: "
             "https://example.org/2024/11/x?id=1\nbody: " +
                 first_paragraph + "\n"},
            // Datelines: a date only with a year; the agency only if nothing else is a source
            {"Harbour Deal Signed\n\nLIMA, Nov 8, 2024 (Wire) - " + first_paragraph,
             "title: Harbour Deal Signed\ndate: 2024-11-08 dateline\nsource: Wire\nbody: LIMA, "
             "Nov 8, 2024 (Wire) - " +
                 first_paragraph + "\n"},
            {"LIMA, Nov 8 (Wire) - " + first_paragraph + "\n" + second_paragraph,
             "source: Wire\nbody: LIMA, Nov 8 (Wire) - " + first_paragraph + "~" +
                 second_paragraph + "\n"},
            // A date within prose is nobody's
            {"Harbour Deal Signed\n\n" + first_paragraph + "\n\n" + second_paragraph,
             "title: Harbour Deal Signed\nbody: " + first_paragraph + "~~" + second_paragraph +
                 "\n"},
            // A date by itself between paragraphs is a heading
            {"Days of the Harbour\n\n" + first_paragraph + "\n\n3 May 2001\n\n" + second_paragraph +
                 "\n\n4 May "
                 "2001\n\nThe ships left in the morning.",
             "title: Days of the Harbour\nbody: " + first_paragraph + "~~3 May 2001~~" +
                 second_paragraph + "~~4 May 2001~~The ships left in the morning.\n"},
            // A published date counts before an updated one
            {"Harbour Deal Signed\nUpdated: 9 Nov 2024\nPublished: 8 Nov 2024\n" + first_paragraph,
             "title: Harbour Deal Signed\ndate: 2024-11-08 header\nbody: " + first_paragraph +
                 "\n"},
            // Labels for everything
            {"Title: Harbour Deal Signed\nAuthor: Ann Lee\nDate: 2024-11-08\nSource: Evening "
             "Wire\nURL: https://example.org/a\n\n" +
                 first_paragraph,
             "title: Harbour Deal Signed\nbyline: Ann Lee\ndate: 2024-11-08 header\nsource: "
             "Evening Wire\nurl: https://example.org/a\nbody: " +
                 first_paragraph + "\n"},
            // A section above the headline; Markdown; a headline that is a sentence
            {"World\n# Harbour Deal Signed.\nBy Ann Lee\n\n" + first_paragraph,
             "title: Harbour Deal Signed.\nbyline: Ann Lee\nbody: " + first_paragraph + "\n"},
            {"**Harbour Deal Signed by the U.S.**\n\n" + first_paragraph,
             "title: Harbour Deal Signed by the U.S.\nbody: " + first_paragraph + "\n"},
            {"Who Pays for the Harbour?\n\n" + first_paragraph,
             "title: Who Pays for the Harbour?\nbody: " + first_paragraph + "\n"},
            // Prose wrapped at a narrow width is no headline, a voluntary break is
            {"Two ministers met in Lima on Monday and spoke of the\nharbour for an hour and a "
             "half, and nobody would say\nwhat it might cost.",
             "body: Two ministers met in Lima on Monday and spoke of the~harbour for an hour and a "
             "half, and nobody would say~what it might cost.\n"},
            {"HARBOUR DEAL SIGNED\nTwo ministers met in Lima on Monday and spoke of the\nharbour "
             "for an hour and a half.\n    Nobody asked what it cost.",
             "title: HARBOUR DEAL SIGNED\nbody: Two ministers met in Lima on Monday and spoke of "
             "the~harbour for an hour and a half.~    Nobody asked what it cost.\n"},
            // Other languages
            {"Se firma el acuerdo del puerto\n\nPor Inés Gil, Lima\n\n8 de noviembre de 2024\n\n"
             "Dos ministros se reunieron en Lima.\n\nLea también: Barcos\n\nFuente: Correo",
             "title: Se firma el acuerdo del puerto\nbyline: Inés Gil\ndate: 2024-11-08 header\n"
             "source: Correo\nbody: Dos ministros se reunieron en Lima.\n"},
            {"Подписан договор о порте\n\nАвтор: Анна Ли\n\n24 августа 1991 года\n\nДва министра "
             "встретились в Лиме.\n\nИсточник: Вести",
             "title: Подписан договор о порте\nbyline: Анна Ли\ndate: 1991-08-24 header\nsource: "
             "Вести\nbody: Два министра встретились в Лиме.\n"},
            {"港口协议签署\n\n2003年10月16日\n\n记者：林晓\n\n两位部长星期一在利马会面。\n\n来源："
             "长河",
             "title: 港口协议签署\nbyline: 林晓\ndate: 2003-10-16 header\nsource: 长河\nbody: "
             "两位部长星期一在利马会面。\n"},
            // Embedded links are not the article's
            {"Harbour Deal Signed\n\n" + first_paragraph +
                 "\n\nhttps://www.youtube.com/watch?v=1\n\n" + second_paragraph,
             "title: Harbour Deal Signed\nbody: " + first_paragraph +
                 "~~https://www.youtube.com/watch?v=1~~" + second_paragraph + "\n"},
            // Reporters in brackets
            {"Harbour Deal Signed\n\n" + first_paragraph +
                 "\n\n(Reporting by Ann Lee; editing by Bo Roe)",
             "title: Harbour Deal Signed\nbyline: Ann Lee\nbody: " + first_paragraph + "\n"},
            // Short texts, and such as are nothing but credits
            {"Hello", "body: Hello\n"},
            {"By Ann Lee\n8 November 2024",
             "byline: Ann Lee\ndate: 2024-11-08 header\nbody: By Ann Lee~8 November 2024\n"},
            {"Leave a Reply", "body: Leave a Reply\n"},
            {"By the time it ended, all were asleep.\n" + first_paragraph,
             "body: By the time it ended, all were asleep.~" + first_paragraph + "\n"},
            {"", ""},
            {" \n\n\t\n", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(shown(read_layout(c.text)) == c.parts);
        }
    }

    TEST_CASE("what stands twice or more is kept once, what only rhymes is kept")
    {
        const std::string half = first_paragraph + "\n" + second_paragraph + "\nThe end of it.\n";
        const std::string once = half.substr(0, half.size() - 1);
        CHECK(read_layout(half + half).body == once);
        CHECK(read_layout(half + half + half + half + half).body == once);
        const std::string chorus = "Row, row, row.\nRow, row, row.";
        CHECK(read_layout(chorus + ".").body == chorus + ".");
        // Long paragraphs stand once, wherever they come again.
        const std::string long_line = first_paragraph + " " + second_paragraph;
        CHECK(read_layout(long_line + "\nAnother line.\n" + long_line + "\nThe end.").body ==
              long_line + "\nAnother line.\nThe end.");
        CHECK(read_layout(long_line + "\n" + chorus).body == long_line + "\n" + chorus);
    }

    TEST_CASE("hostile texts are taken apart in linear time and lose nothing but furniture")
    {
        constexpr std::size_t kSize = 50'000;
        for (const std::string piece : {"a",
                                        "\n",
                                        "a\n",
                                        "By Ann Lee\n",
                                        "8 May 2001\n",
                                        "8 May 2001. ",
                                        "((((",
                                        "**",
                                        "::\n",
                                        "https://example.org/a b ",
                                        "https://a.b\n",
                                        "Source: A\n",
                                        "| ",
                                        "a.\n",
                                        "May\n",
                                        "Read more: x\n",
                                        "\xE2\x80\xA8",
                                        "Nov 8, 2024.\n",
                                        "Title: x\n",
                                        "#"}) {
            CAPTURE(piece);
            const std::string text = repeated(piece, kSize);
            const Layout layout = read_layout(text);
            const bool blank = text.find_first_not_of(" \n") == std::string::npos;
            CHECK((layout.title.empty() && layout.body.empty()) == blank);
        }
        CHECK(read_layout(repeated("(", 20 * kSize)).body.size() == 20 * kSize);
    }
}
