// What must hold of every output format, also of those that come later.
#include "searcher/output/digest.hpp"
#include "searcher/output/renderer.hpp"
#include "tests/support/sample_result.hpp"
#include "tests/support/tame.hpp"

#include <doctest/doctest.h>
#include <limits>
#include <set>
#include <sstream>

using namespace dateline;
using namespace dateline::searcher;

namespace {

constexpr std::size_t kFar = std::numeric_limits<std::size_t>::max();

/// A result that says `text` wherever it can, marked up to its end and beyond.
SearchResult result_of(const std::string& text)
{
    Hit hit{.id = text,
            .title = text,
            .title_marks = {{0, 1}, {text.size() / 2, text.size()}, {3, kFar}, {kFar, 0}},
            .byline = {text, text},
            .source = text,
            .url = text,
            .language = text,
            .snippet = text,
            .snippet_marks = {{text.size() - text.size() / 3, text.size()}, {1, 2}, {0, kFar}},
            .people = {text, text},
            .countries = {text}};
    SearchResult result{.query = text, .total = 1, .hits = {hit}};
    for (const FacetKind& kind : kFacets) {
        result.facets.push_back(
            {.id = kind.id,
             .counts = {{.value = text, .name = text, .articles = 1, .with = text, .chosen = true},
                        {.value = text, .articles = 2}},
             .distinct = 3});
    }
    return result;
}

ShownArticle article_of(const std::string& text)
{
    AnalyzedArticle analyzed;
    analyzed.article = {.id = text,
                        .title = text,
                        .body = text,
                        .date_rule = text,
                        .byline = {text},
                        .source = text,
                        .url = text,
                        .language = text,
                        .detected_by = text};
    constexpr auto kMost = std::numeric_limits<std::uint32_t>::max();
    for (const FieldId id : {FieldId::Person, FieldId::Country, FieldId::Mentions}) {
        for (const FieldId where : {FieldId::Title, FieldId::Body, FieldId::Id}) {
            analyzed.mentions.push_back({id, where, 1, kMost, text, text, text});
            analyzed.mentions.push_back({id, where, kMost, 0, text, text, text});
        }
    }
    ShownArticle shown{std::move(analyzed)};
    shown.title_matches = {{0, 2}, {1, kMost}, {kMost, 0}};
    shown.body_matches = {{text.size() / 2, text.size()}, {0, 1}, {2, kMost}};
    return shown;
}

std::string print(const Renderer& renderer, const SearchResult& result, const Style& style)
{
    std::ostringstream out;
    renderer.write(result, style, out);
    return out.str();
}

std::string print(const Renderer& renderer, const ShownArticle& article, const Style& style)
{
    std::ostringstream out;
    renderer.write_article(article, style, out);
    return out.str();
}

Digest digest_of(const std::string& text)
{
    return {.queries = {{.name = text, .query = text, .total = 2, .hits = result_of(text).hits}}};
}

/// Nothing in formats without digests.
std::string print(const Renderer& renderer, const Digest& digest, const Style& style)
{
    std::ostringstream out;
    if (renderer.write_digest != nullptr) { renderer.write_digest(digest, style, out); }
    return out.str();
}

/// What a terminal would take for more than text, in everything that is printed of `text`: "" if
/// there is nothing, with colours neither.
std::string harm_of(const std::string& text)
{
    const auto harm_in_prints_of = [](const Renderer& renderer, const auto& shown, bool whole) {
        const Style style{.why = whole, .is_brief = !whole};
        Style in_colours = style;
        in_colours.colour = true;
        std::string plain = print(renderer, shown, style);
        std::string coloured = print(renderer, shown, in_colours);
        for (std::string* printed : {&plain, &coloured}) {
            *printed = tests::without_dividers(renderer.name, std::move(*printed));
        }
        // Colours that come from the text would be visible in the plain one.
        if (tests::without_colours(coloured) != plain) { return std::string{"colours"}; }
        return tests::harm_in(plain);
    };
    for (const Renderer* renderer : renderers()) {
        for (const std::string& harm : {harm_in_prints_of(*renderer, result_of(text), true),
                                        harm_in_prints_of(*renderer, result_of(text), false),
                                        harm_in_prints_of(*renderer, article_of(text), true),
                                        harm_in_prints_of(*renderer, article_of(text), false),
                                        harm_in_prints_of(*renderer, digest_of(text), true)}) {
            if (!harm.empty()) { return std::string{renderer->name} + ": " + harm; }
        }
    }
    return {};
}

}  // namespace

TEST_SUITE("searcher/output/renderers")
{
    TEST_CASE("every renderer has a name of its own, a media type, a summary and both functions")
    {
        std::set<std::string_view> names;
        for (const Renderer* renderer : renderers()) {
            CAPTURE(renderer->name);
            CHECK(names.insert(renderer->name).second);
            CHECK_FALSE(renderer->name.empty());
            CHECK(renderer->media_type.find('/') != std::string_view::npos);
            CHECK_FALSE(renderer->summary.empty());
            CHECK_FALSE(renderer->summary.ends_with('.'));
            CHECK((renderer->write != nullptr));
            CHECK((renderer->write_article != nullptr));
        }
    }

    TEST_CASE("hostile text does nothing to a terminal")
    {
        using namespace std::string_literals;
        const std::string cases[] = {
            ""s,
            " "s,
            "\n"s,
            "\n\n\r\n\r"s,
            "one\ntwo\rthree\r\nfour\vfive\fsix"s,
            "\x1b[2J\x1b]0;title\x07\x1b[31mred"s,
            "\x1b[31"s,
            "a\x1b"s,
            "nul \0 nul"s,
            "\0"s,
            "del \x7f bell \a back \b\b\b"s,
            "c1 \u009b31m \u0085 \u0090q\u009c \u009d0;t\u009c"s,
            "raw c1 \x9b\x33\x31m \x85"s,
            "bidi \u202Elive\u202C \u2066a\u2069 \u200F\u200E\u061C \u202A\u202B\u202D\u2067\u2068"s,
            "separators \u2028 and \u2029"s,
            "\xc3"s,
            "\xe2\x80"s,
            "\xf0\x9f\x8e"s,
            "\xff\xfe\xfa"s,
            "\xed\xa0\x80 \xc0\xaf \xf4\x90\x80\x80"s,
            "\xe2\x80\xe2\x80\xae"s,
            "tags \U000E0041\U000E007F"s,
            "\u0301\u0301 marks first"s,
            "\u200D\u200D\u200C\uFE0F"s,
            "\"quotes\" \\u001b \\ </script> &amp; %s %n {}"s,
            "noncharacters \uFFFE\uFFFF\U0010FFFF"s,
        };
        for (const std::string& text : cases) {
            CAPTURE(text);
            CHECK(harm_of(text) == "");
            CHECK(harm_of("before " + text) == "");
            CHECK(harm_of(text + " behind " + text) == "");
        }
    }

    TEST_CASE("every single character is harmless, whatever it is")
    {
        std::string all;
        for (unsigned byte = 0; byte < 256; ++byte) { all += static_cast<char>(byte); }
        CHECK(harm_of(all) == "");
    }

    TEST_CASE("nothing at all can be printed")
    {
        for (const Renderer* renderer : renderers()) {
            CAPTURE(renderer->name);
            CHECK(print(*renderer, ShownArticle{}, {}).ends_with('\n'));
            for (const Style& style : {Style{}, Style{.colour = true, .columns = 0}}) {
                const std::string printed = print(*renderer, SearchResult{}, style);
                // Without hits, what writes them one by one has no line but its head.
                std::ostringstream head;
                if (renderer->write_head != nullptr) { renderer->write_head(style, head); }
                CHECK(printed.ends_with('\n') ==
                      (renderer->write_hit == nullptr || !head.str().empty()));
            }
        }
    }

    TEST_CASE("ten megabytes of headline are no trouble")
    {
        constexpr std::size_t kSize = 10'000'000;
        SearchResult result{.total = 1, .hits = {Hit{}}};
        Hit& hit = result.hits.front();
        hit.title = std::string(kSize, 'x');
        hit.title_marks = {{kSize - 1, kSize}, {kSize, kSize + 1}};
        for (const Renderer* renderer : renderers()) {
            const std::string printed = print(*renderer, result, {.colour = true});
            CAPTURE(renderer->name);
            CHECK(printed.find("\x1b[1;31m") == std::string::npos);
            if (renderer->name == "text") { CHECK(printed.size() < 1000); }
        }
    }

    TEST_CASE("ten thousand marks are no trouble")
    {
        constexpr std::size_t kMarks = 10'000;
        SearchResult result{.total = 1, .hits = {Hit{}}};
        Hit& hit = result.hits.front();
        for (std::size_t mark = 0; mark < kMarks; ++mark) {
            hit.snippet += "x ";
            hit.snippet_marks.push_back({2 * mark, 2 * mark + 1});
        }
        ShownArticle shown;
        shown.analyzed.article.body = hit.snippet;
        for (std::uint32_t mark = 0; mark < kMarks; ++mark) {
            shown.analyzed.mentions.push_back({FieldId::Person, FieldId::Body, 2 * mark,
                                               2 * mark + 1, std::to_string(mark), "x", "r"});
        }
        for (const Renderer* renderer : renderers()) {
            // Tables, citations and lists of ids have no marks.
            const bool has_marks = renderer->write_hit == nullptr || renderer->name == "jsonl" ||
                                   renderer->name == "markdown";
            if (!has_marks) { continue; }
            CHECK(print(*renderer, result, {.colour = true}).size() > 100);
            CHECK(print(*renderer, shown, {.colour = true}).size() > kMarks);
        }
    }
}
