#include "tests/support/sample_result.hpp"

#include <doctest/doctest.h>

namespace dateline::tests {
namespace {

using searcher::Facet;
using searcher::FacetId;
using searcher::Hit;

constexpr auto kYear = std::chrono::year{2022};

Hit full_hit()
{
    Hit hit{.id = "wire/4711",
            .title = "Maduro receives Borisov in Caracas and promises closer military ties",
            .date = Date{kYear / 2 / 16, Precision::Day},
            .byline = {"Jane Doe", "John Q. Public"},
            .source = "Example Wire",
            .url = "https://news.example.org/2022/02/16/maduro-receives-borisov-in-caracas.html",
            .language = "en",
            .score = 12.5,
            .snippet =
                "President Nicolás Maduro said on Wednesday that the visit of Yuri Borisov "
                "had \"opened a road\" to closer ties; Maduro thanked the guests twice.",
            .people = {"Nicolás Maduro", "Yuri Borisov"},
            .countries = {"VE", "RU"}};
    hit.title_marks = {mark_of(hit.title, "Maduro"), mark_of(hit.title, "military ties")};
    hit.snippet_marks = {mark_of(hit.snippet, "Maduro"), mark_of(hit.snippet, "ties"),
                         mark_of(hit.snippet, "Yuri")};
    return hit;
}

Hit derived_hit()
{
    Hit hit{.id = "cuadernos/2019/17",
            .title =
                "Los cancilleres de ocho países se reunieron en la ribera del río para "
                "discutir la pesca, el comercio y la próxima cumbre de los pueblos costeños.",
            .title_derived = true,
            .date = Date{std::chrono::year{2019} / 11 / 1, Precision::Month},
            .source = "Cuadernos del Sur",
            .language = "es",
            .score = 7.25,
            .snippet = "… discutir la pesca, el comercio y la próxima cumbre …",
            .people = {"María de los Ángeles Fernández", "José Núñez", "Ana Peña", "Luís Araújo",
                       "Zoë Agüero", "Íñigo Óscar Muñoz", "Conceição Magalhães", "René Ibáñez"},
            .countries = {"BR", "UY", "AR", "PY", "BO", "PE", "CL", "EC"}};
    hit.title_marks = {mark_of(hit.title, "cumbre")};
    hit.snippet_marks = {mark_of(hit.snippet, "cumbre")};
    return hit;
}

Hit wide_hit()
{
    Hit hit{.id = "zh-7",
            .title = "两国外长在北京举行会谈，讨论贸易、能源与边境合作，并同意在明年春天再次会面",
            .date = Date{std::chrono::year{2020} / 5 / 3, Precision::Day},
            .source = "例报",
            .language = "zh",
            .score = 5,
            .snippet =
                "会谈结束后，双方发表了联合声明（共十二条），强调将“尽快”恢复两国之间的直航；"
                "外长表示，这次访问“意义重大”。日本語の記事も、ひらがなとカタカナを含む。",
            .people = {"王小明", "李大伟"},
            .countries = {"CN", "JP"}};
    hit.title_marks = {mark_of(hit.title, "北京")};
    hit.snippet_marks = {mark_of(hit.snippet, "联合声明")};
    return hit;
}

Hit right_to_left_hit()
{
    Hit hit{.id = "ar-3",
            .title = "الوزير يزور القاهرة ويلتقي بعدد من المسؤولين لبحث ملفات المياه والطاقة",
            .date = Date{std::chrono::year{2018} / 1 / 1, Precision::Year},
            .url = "https://example.org/ar/3",
            .language = "ar",
            .score = 4.5,
            .snippet = "قال الوزير إن اللقاء كان مثمرًا، وشكر מארחים וידידים על קבלת הפנים החמה.",
            .countries = {"EG"}};
    hit.snippet_marks = {mark_of(hit.snippet, "الوزير")};
    return hit;
}

Hit emoji_hit()
{
    return {
        .id = "e-1",
        .title =
            "Fans cheer 🎉🎉 as the family 👨‍👩‍👧‍👦 returns ❤️ to "
            "Zu\u0308rich",
        .byline = {"ก้อง ทดสอบ"},
        .score = 3,
        .snippet = "ประชาชนจำนวนมากมารอต้อนรับที่สนามบินตั้งแต่เช้าตรู่และโบกธงตลอดเส้นทางเข้าเมืองอย่างสนุกสนาน"};
}

std::vector<Facet> word_facets()
{
    return {{.id = FacetId::Person,
             .counts = {{.value = "Nicolás Maduro", .articles = 1204},
                        {.value = "Yuri Borisov", .articles = 873},
                        {.value = "María de los Ángeles Fernández de la Vega", .articles = 411},
                        {.value = "王小明", .articles = 96},
                        {.value = "Zu\u0308rcher", .articles = 1}},
             .distinct = 1039},
            {.id = FacetId::Country,
             .counts = {{.value = "VE", .name = "Venezuela", .articles = 1300},
                        {.value = "RU", .name = "Russia", .articles = 650},
                        {.value = "SU", .name = "Soviet Union", .articles = 12}},
             .distinct = 3},
            {.id = FacetId::Month,
             .counts = {{.value = "2018", .articles = 2},
                        {.value = "2019-11", .articles = 31},
                        {.value = "2022-02", .articles = 1000},
                        {.value = "undated", .articles = 200}},
             .distinct = 16},
            {.id = FacetId::Language, .counts = {{.value = "en", .articles = 1233}}, .distinct = 1},
            {.id = FacetId::Source, .counts = {}, .distinct = 0},
            {.id = FacetId::Author,
             .counts = {{.value = "Jane Doe", .articles = 2}, {.value = "J. Roe", .articles = 1}},
             .distinct = 3}};
}

void add_mention(AnalyzedArticle& analyzed, Mention mention)
{
    const bool in_title = mention.where == FieldId::Title;
    if (mention.where != FieldId::Id) {
        const auto mark =
            mark_of(in_title ? analyzed.article.title : analyzed.article.body, mention.text);
        mention.begin = static_cast<std::uint32_t>(mark.begin);
        mention.end = static_cast<std::uint32_t>(mark.end);
    }
    analyzed.mentions.push_back(std::move(mention));
}

}  // namespace

searcher::Mark mark_of(std::string_view text, std::string_view word)
{
    const std::size_t at = text.find(word);
    REQUIRE(at != std::string_view::npos);
    return {at, at + word.size()};
}

searcher::SearchResult sample_result()
{
    Hit bare;
    bare.id = "bare";
    return {.query = "maduro \"ties\" lang:en",
            .total = 1233,
            .took_ms = 3.2184567,
            .offset = 7,
            .hits = {full_hit(), derived_hit(), wide_hit(), right_to_left_hit(), emoji_hit(), bare},
            .facets = word_facets()};
}

searcher::ShownArticle sample_article()
{
    AnalyzedArticle analyzed;
    analyzed.article = {
        .id = "wire/4711",
        .title = "Maduro receives Borisov in Caracas and promises closer military ties",
        .body =
            "CARACAS, Feb 16 - President Nicolás Maduro received Russia's deputy prime "
            "minister Yuri Borisov on Wednesday and promised closer ties.\n"
            "Mr Maduro, who had met Borisov before, called the talks \"a road that we walk\n"
            "together\".\n"
            "\n"
            "  The two sides have worked together since 2005; the next meeting is planned for "
            "2022-03, see https://news.example.org/a/very/long/address/that/nobody/should/break"
            "/in/two/pieces/since/it/would/be/useless/then.html for more.\n",
        .date = Date{kYear / 2 / 16, Precision::Day},
        .date_rule = "header",
        .byline = {"Jane Doe", "John Q. Public"},
        .source = "Example Wire",
        .url = "https://news.example.org/2022/02/16/maduro-receives-borisov-in-caracas.html",
        .language = "en",
        .detected_by = "people/1 countries/1 dates/1"};
    const auto add = [&](FieldId field, FieldId where, const char* value, const char* text,
                         const char* rule) {
        add_mention(analyzed,
                    {.field = field, .where = where, .value = value, .text = text, .rule = rule});
    };
    add(FieldId::Person, FieldId::Title, "Nicolás Maduro", "Maduro", "surname");
    add(FieldId::Person, FieldId::Title, "Yuri Borisov", "Borisov", "surname");
    add(FieldId::Person, FieldId::Body, "Nicolás Maduro", "Nicolás Maduro", "title-before-name");
    add(FieldId::Person, FieldId::Body, "Yuri Borisov", "Yuri Borisov", "title-before-name");
    add(FieldId::Country, FieldId::Id, "VE", "venezuela", "field");
    add(FieldId::Country, FieldId::Body, "RU", "Russia's", "name");
    add(FieldId::Mentions, FieldId::Body, "2022-02-16", "Feb 16", "day-without-year");
    add(FieldId::Mentions, FieldId::Body, "2005", "2005", "year");
    add(FieldId::Mentions, FieldId::Body, "2022-03", "2022-03", "iso");
    return {.analyzed = std::move(analyzed)};
}

}  // namespace dateline::tests
