#include "common/storage/bodies.hpp"
#include "common/storage/bytes.hpp"
#include "tests/support/mutations.hpp"

#include <doctest/doctest.h>
#include <functional>
#include <memory>
#include <random>

using dateline::AnalyzedArticle;
using dateline::append_string;
using dateline::append_varint;
using dateline::Article;
using dateline::decode_article;
using dateline::encode_article;
using dateline::ErrorKind;
using dateline::FieldId;
using dateline::Mention;

namespace {

AnalyzedArticle full_article()
{
    return {.article = {.id = "wire/17",
                        .title = "Lake ferry returns after forty years",
                        .title_derived = false,
                        .body = "The ferry crossed at noon.\n\nMayor José Ñu waved from Perú.",
                        .furniture = "Photo: Ana Ruiz\nShare this",
                        .date = *dateline::parse_date("2011-05"),
                        .date_rule = "header",
                        .byline = {"Ana Ruiz", "Tom Bell"},
                        .source = "Harbour Post",
                        .url = "https://example.org/17",
                        .language = "en",
                        .detected_by = "people/1 countries/1"},
            .mentions = {{.field = FieldId::Person,
                          .where = FieldId::Body,
                          .begin = 34,
                          .end = 43,
                          .value = "José Ñu",
                          .text = "José Ñu",
                          .rule = "title-before-name"},
                         {.field = FieldId::Country,
                          .where = FieldId::Id,
                          .value = "PE",
                          .text = "peru",
                          .rule = "field"}}};
}

AnalyzedArticle random_article(std::uint32_t seed)
{
    std::mt19937 random{seed};
    const auto text = [&random](std::size_t most) {
        std::string made;
        for (std::size_t i = random() % (most + 1); i > 0; --i) {
            const char* const characters[] = {"a", "Z", " ", "\n", "é", "中", "😀"};
            made += characters[random() % 7];
        }
        return made;
    };
    AnalyzedArticle made{.article = {.id = text(20),
                                     .title = text(80),
                                     .title_derived = random() % 2 == 0,
                                     .body = text(500),
                                     .furniture = text(60),
                                     .date_rule = text(6),
                                     .source = text(9),
                                     .url = text(30),
                                     .language = text(3)}};
    if (random() % 2 == 0) { made.article.date = *dateline::parse_date("1986-04-26"); }
    for (std::size_t i = random() % 4; i > 0; --i) { made.article.byline.push_back(text(9)); }
    for (std::size_t i = random() % 9; i > 0; --i) {
        made.mentions.push_back({.field = FieldId::Person,
                                 .where = random() % 2 == 0 ? FieldId::Title : FieldId::Body,
                                 .value = text(9),
                                 .text = text(9),
                                 .rule = text(5)});
    }
    return made;
}

/// decode_article() on a copy whose end ASan watches; records do not hold ids.
dateline::Result<AnalyzedArticle> decode(std::string_view record, const std::string& id = {})
{
    const auto exact = std::make_unique<char[]>(record.size());
    record.copy(exact.get(), record.size());
    auto decoded = decode_article({exact.get(), record.size()});
    if (!decoded) { return decoded; }
    AnalyzedArticle article = *std::move(decoded);
    article.article.id = id;
    return article;
}

/// A record of one mention in an article without text, built by hand.
std::string record_with(std::uint64_t names, std::uint64_t mentions, std::string_view date)
{
    std::string record;
    append_string(record, "title");
    append_varint(record, 0);
    append_string(record, "body");
    append_string(record, date);
    append_string(record, "");
    append_varint(record, names);
    for (int i = 0; i < 5; ++i) { append_string(record, ""); }
    append_varint(record, mentions);
    append_string(record, "");
    return record;
}

/// The article's part of a record, without furniture, marks and file.
std::string record_of_schema_4(const AnalyzedArticle& analyzed)
{
    AnalyzedArticle bare{.article = analyzed.article};
    bare.article.furniture.clear();
    std::string record = encode_article(bare);
    record.resize(record.size() - 3);
    return record;
}

std::string record_of_schema_1(const AnalyzedArticle& analyzed)
{
    std::string record;
    append_string(record, analyzed.article.id);
    record += record_of_schema_4(analyzed);
    append_varint(record, analyzed.mentions.size());
    for (const Mention& mention : analyzed.mentions) {
        for (const std::uint64_t number :
             {static_cast<std::uint64_t>(mention.field), static_cast<std::uint64_t>(mention.where),
              std::uint64_t{mention.begin}, std::uint64_t{mention.end}}) {
            append_varint(record, number);
        }
        append_string(record, mention.value);
        append_string(record, mention.text);
        append_string(record, mention.rule);
    }
    return record;
}

}  // namespace

TEST_SUITE("common/storage/article_record")
{
    TEST_CASE("an article with its marks comes back")
    {
        const auto full = decode(encode_article(full_article()), "wire/17");
        REQUIRE(full);
        CHECK(*full == full_article());
        const auto empty = decode(encode_article({}));
        REQUIRE(empty);
        CHECK(*empty == AnalyzedArticle{});
        for (std::uint32_t seed = 0; seed < 500; ++seed) {
            CAPTURE(seed);
            const AnalyzedArticle article = random_article(seed);
            const auto decoded = decode(encode_article(article), article.article.id);
            REQUIRE(decoded);
            CHECK(*decoded == article);
        }
    }

    TEST_CASE("a mark that comes again is short")
    {
        AnalyzedArticle article = full_article();
        Mention mention{.field = FieldId::Person, .where = FieldId::Title, .begin = 0, .end = 0};
        mention.value = std::string(1000, 'n');
        mention.rule = std::string(1000, 'r');
        article.mentions.assign(100, mention);
        CHECK(encode_article(article).size() < encode_article(full_article()).size() + 3000);
        const auto decoded = decode(encode_article(article), article.article.id);
        REQUIRE(decoded);
        CHECK(*decoded == article);
    }

    TEST_CASE("a forged record does not unfold without end")
    {
        AnalyzedArticle article = full_article();
        Mention mention{.field = FieldId::Person, .where = FieldId::Body, .begin = 0};
        article.article.body = std::string(1 << 20, 'b');
        mention.end = 1 << 20;
        mention.text = article.article.body;
        mention.value = mention.text;
        article.mentions.assign(40, mention);
        CHECK_FALSE(decode(encode_article(article)));
    }

    TEST_CASE("records of schema 1 can be read: the id first, their marks in full, and no file")
    {
        AnalyzedArticle article = full_article();
        article.article.furniture.clear();
        const std::string record = record_of_schema_1(article);
        const auto decoded = decode_article(record, dateline::RecordFormat::Schema1);
        REQUIRE(decoded);
        CHECK(*decoded == article);
    }

    TEST_CASE("records of schema 4 can be read: they have no furniture")
    {
        const AnalyzedArticle article = full_article();
        const std::string record = record_of_schema_4(article) + std::string(2, '\0');
        const auto decoded = decode_article(record, dateline::RecordFormat::Schema4);
        REQUIRE(decoded);
        CHECK(decoded->article.furniture.empty());
        CHECK(decoded->article.body == article.article.body);
        CHECK_FALSE(decode_article(record));
    }

    TEST_CASE("furniture is content")
    {
        AnalyzedArticle article = full_article();
        const auto hash = content_hash(article.article);
        article.article.furniture += "\nSubscribe";
        CHECK(content_hash(article.article) != hash);
    }

    TEST_CASE("the file is stored, and is no content")
    {
        AnalyzedArticle article = full_article();
        const auto hash = content_hash(article.article);
        article.article.file = "/dumps/wire/a.jsonl.zst";
        CHECK(content_hash(article.article) == hash);
        const auto decoded = decode(encode_article(article), article.article.id);
        REQUIRE(decoded);
        CHECK(*decoded == article);
    }

    TEST_CASE("a record that breaks off, or goes on, is damaged")
    {
        const std::string record = encode_article(full_article());
        for (std::size_t size = 0; size < record.size(); ++size) {
            CAPTURE(size);
            const auto decoded = decode(record.substr(0, size));
            REQUIRE_FALSE(decoded);
            CHECK(decoded.error().kind == ErrorKind::IndexDamaged);
            CHECK(decoded.error().message == "a stored article is damaged");
        }
        CHECK_FALSE(decode(record + '\0'));
    }

    TEST_CASE("what is no article is damaged: spans, texts, dates, counts")
    {
        const struct {
            std::string what;
            std::function<void(AnalyzedArticle&)> damage;
        } cases[] = {
            {"a span behind the end", [](auto& a) { a.mentions[0].end = 1000; }},
            {"a span that runs backwards", [](auto& a) { a.mentions[0].end = 33; }},
            {"a span that begins inside a character", [](auto& a) { a.mentions[0].begin = 38; }},
            {"a span that ends inside a character", [](auto& a) { a.mentions[0].end = 41; }},
            {"a huge span", [](auto& a) { a.mentions[0].end = UINT32_MAX; }},
            {"a span where there is no text", [](auto& a) { a.mentions[1].end = 1; }},
            {"a place that is no field",
             [](auto& a) { a.mentions[0].where = static_cast<FieldId>(11); }},
            {"a field that is none",
             [](auto& a) { a.mentions[0].field = static_cast<FieldId>(99); }},
            {"a title of broken UTF-8", [](auto& a) { a.article.title = "\xC3"; }},
            {"a body of broken UTF-8", [](auto& a) { a.article.body += "\xED\xA0\x80"; }},
            {"a byline of broken UTF-8", [](auto& a) { a.article.byline[1] = "\xFF"; }},
            {"a mark's value of broken UTF-8", [](auto& a) { a.mentions[1].value = "\x80"; }},
        };
        for (const auto& c : cases) {
            CAPTURE(c.what);
            AnalyzedArticle article = full_article();
            c.damage(article);
            CHECK_FALSE(decode(encode_article(article)));
        }
        CHECK(decode(record_with(0, 0, "2011-05-09")));
        for (const std::string date : {"2011-13", "2011-02-30", "x", "2011-05-09 ", "20110509"}) {
            CAPTURE(date);
            CHECK_FALSE(decode(record_with(0, 0, date)));
        }
        for (const std::uint64_t count : {std::uint64_t{1}, std::uint64_t{100}, UINT64_MAX}) {
            CAPTURE(count);
            CHECK_FALSE(decode(record_with(count, 0, "")));
            CHECK_FALSE(decode(record_with(0, count, "")));
        }
    }

    TEST_CASE("the content hash is that of the article, not of its marks")
    {
        const AnalyzedArticle same = full_article();
        const std::function<void(Article&)> changes[] = {
            [](Article& a) { a.id += 'x'; },
            [](Article& a) { a.title += 'x'; },
            [](Article& a) { a.title_derived = true; },
            [](Article& a) { a.body += 'x'; },
            [](Article& a) { a.date.reset(); },
            [](Article& a) { a.date->precision = dateline::Precision::Day; },
            [](Article& a) { a.date_rule += 'x'; },
            [](Article& a) { a.byline.pop_back(); },
            [](Article& a) { a.byline = {"Ana Ruiz Tom Bell"}; },
            [](Article& a) { a.source += 'x'; },
            [](Article& a) { a.url += 'x'; },
            [](Article& a) { a.language = "es"; },
            [](Article& a) { a.detected_by = "people/2"; },
            [](Article& a) { std::swap(a.title, a.body); },
        };
        CHECK(dateline::content_hash(same.article) ==
              dateline::content_hash(full_article().article));
        for (std::size_t i = 0; i < std::size(changes); ++i) {
            CAPTURE(i);
            Article changed = same.article;
            changes[i](changed);
            CHECK(dateline::content_hash(changed) != dateline::content_hash(same.article));
        }
    }

    TEST_CASE("whatever the bytes are, a decoded article keeps an article's promises")
    {
        const auto walk = [](const std::filesystem::path& path) -> dateline::Status {
            const auto decoded = decode(dateline::tests::bytes_of(path));
            if (!decoded) { return dateline::Failure{decoded.error()}; }
            for (const Mention& mention : decoded->mentions) {
                const std::string& text = mention.where == FieldId::Title ? decoded->article.title
                                                                          : decoded->article.body;
                dateline::tests::must(mention.begin <= mention.end && mention.end <= text.size(),
                                      "a mark lies in its text");
            }
            const auto again = decode(encode_article(*decoded));
            dateline::tests::must(again && *again == *decoded, "what is read can be written");
            return dateline::Done{};
        };
        dateline::tests::check_mutations(encode_article(full_article()), walk, 6'000'000);
    }
}
