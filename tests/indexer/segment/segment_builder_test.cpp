#include "indexer/segment/segment_builder.hpp"

#include "common/storage/tokens.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>

using dateline::AnalyzedArticle;
using dateline::ErrorKind;
using dateline::NamesWriter;
using dateline::TokenList;
using dateline::indexer::SegmentBuilder;
using dateline::tests::Sandbox;

namespace {

AnalyzedArticle article(const std::string& id)
{
    return {.article = {.id = id, .title = "A bridge", .body = "It opens.", .language = "en"}};
}

dateline::Result<std::size_t> add(SegmentBuilder& builder, const AnalyzedArticle& analyzed)
{
    TokenList title;
    TokenList body;
    tokenize(analyzed.article.title, title);
    tokenize(analyzed.article.body, body);
    return builder.add(analyzed, title, body);
}

}  // namespace

TEST_SUITE("indexer/segment/segment_builder")
{
    TEST_CASE("articles are counted from 0, and the entry adds them up")
    {
        const Sandbox sandbox;
        auto names = *NamesWriter::open("", 0);
        SegmentBuilder builder{sandbox.path() / "segment", names, {.new_id = 40000}};
        for (std::size_t i = 0; i < 3; ++i) {
            const auto index = add(builder, article(std::to_string(i)));
            REQUIRE(index);
            CHECK(*index == i);
        }
        CHECK(builder.text_bytes() == 3 * 17);
        const auto entry = builder.finish();
        REQUIRE(entry);
        CHECK(entry->articles == 3);
        CHECK(entry->words == 3 * (2 * dateline::kTitleWeight + 2));
        CHECK(entry->text_bytes == 3 * 17);
        CHECK(builder.languages() == std::set<std::string>{"en"});
        CHECK(builder.dictionary().bytes.empty());
    }

    TEST_CASE("an article whose record could not be read back is refused, alone")
    {
        const Sandbox sandbox;
        auto names = *NamesWriter::open("", 0);
        SegmentBuilder builder{sandbox.path() / "segment", names, {.new_id = 40000}};
        REQUIRE(add(builder, article("before")));
        AnalyzedArticle huge = article("huge");
        huge.mentions.push_back({.where = dateline::FieldId::Id,
                                 .value = "x",
                                 .rule = std::string(dateline::kMaxRecordBytes, 'r')});
        const auto refused = add(builder, huge);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::InputFormat);
        CHECK(*add(builder, article("after")) == 1);
        REQUIRE(builder.finish());

        dateline::Dictionaries none{sandbox.path()};
        const auto bodies = dateline::Bodies::open(sandbox.path() / "segment/bodies", none);
        REQUIRE(bodies);
        REQUIRE(bodies->articles() == 2);
        CHECK(*bodies->article(0) == article("before"));
        CHECK(*bodies->article(1) == article("after"));
    }

    TEST_CASE("a folder that cannot be made is told at the end")
    {
        const Sandbox sandbox;
        auto names = *NamesWriter::open("", 0);
        SegmentBuilder builder{sandbox.write("file", "x") + "/segment", names, {.new_id = 40000}};
        REQUIRE(add(builder, article("a")));
        const auto failed = builder.finish();
        REQUIRE_FALSE(failed);
        CHECK(failed.error().kind == ErrorKind::Io);
    }
}
