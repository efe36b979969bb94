#include "indexer/input/markdown.hpp"

#include "tests/support/format_reading.hpp"

using namespace dateline::indexer;
using namespace dateline::tests;

namespace dateline::indexer {
extern const Format markdown_format;
}

namespace {

constexpr std::string_view kYaml = R"(---
title: "A Bridge Opens"
date: 2024-11-08
authors:
  - Ann Example
  - 'Bob Other'
source: Example Times
tags: [bridges, traffic]
people: [Eve Mayor, "Dan Minister"]
---

The **bridge** over the [Example river](https://e.org/river) was _opened_.

## Traffic

> It is loud, said snake_case.

* one
* two
)";

}  // namespace

TEST_SUITE("indexer/input/markdown")
{
    TEST_CASE("front matter gives the fields, what is below it the text")
    {
        const RawDocument raw = first_of(markdown_format, kYaml);
        CHECK(raw.title == "A Bridge Opens");
        CHECK(raw.date == "2024-11-08");
        CHECK(raw.byline == std::vector<std::string>{"Ann Example", "Bob Other"});
        CHECK(raw.source == "Example Times");
        CHECK(raw.people == std::vector<std::string>{"Eve Mayor", "Dan Minister"});
        CHECK(raw.body ==
              "\nThe bridge over the Example river was opened.\n\nTraffic\n\n"
              "It is loud, said snake_case.\n\n* one\n* two\n");
        CHECK_FALSE(raw.unstructured);
        const RawDocument toml =
            first_of(markdown_format, "+++\ntitle = \"A\"\ndate = 2024-11-08\n+++\nText.");
        CHECK(toml.title == "A");
        CHECK(toml.date == "2024-11-08");
        CHECK(toml.body == "Text.\n");
    }

    TEST_CASE("quotes inside of quoted values")
    {
        const struct {
            const char* value;
            const char* title;
        } cases[] = {
            {R"("The \"old\" bridge")", R"(The "old" bridge)"},
            {R"("A back\\slash")", R"(A back\slash)"},
            {R"("A \bridge")", R"(A \bridge)"},
            {R"("A stroke \")", R"(A stroke \)"},
            {"'It''s open'", "It's open"},
            {R"('The \"old\"')", R"(The \"old\")"},
            {R"(The \"old\" bridge)", R"(The \"old\" bridge)"},
            {"\"", "\""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.value);
            const std::string text = "---\ntitle: " + std::string{c.value} + "\n---\nText.\n";
            CHECK(first_of(markdown_format, text).title == c.title);
        }
    }

    TEST_CASE("without front matter the first heading is the headline")
    {
        const RawDocument raw = first_of(markdown_format, "\n# A *Bridge* Opens #\n\nText.\n");
        CHECK(raw.title == "A Bridge Opens");
        CHECK(raw.body == "\nText.\n");
        const RawDocument text = first_of(markdown_format, "Text.\n# Heading\n");
        CHECK(text.title == "");
        CHECK(text.unstructured);
        CHECK(first_of(markdown_format, "---\ntitle: A\nno end").body == "\ntitle: A\nno end\n");
    }

    TEST_CASE("signs are taken off, and what is none stays")
    {
        const struct {
            std::string_view markdown;
            std::string_view text;
        } cases[] = {
            {"a ![picture](x.png) b", "a  b\n"},
            {"[a](b) [c] (d) [e", "a [c] (d) [e\n"},
            {"`code` and \\*stars\\*", "code and *stars*\n"},
            {"```\nx\n```", "\nx\n\n"},
            {"***", "\n"},
            {"#5 is no heading", "#5 is no heading\n"},
            {"a_b_c _d_", "a_b_c d\n"},
            {"Hello! [x](y)!", "Hello! x!\n"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.markdown);
            CHECK(markdown_text(c.markdown) == c.text);
        }
        CHECK(markdown_text(std::string(1'000'000, '[')).size() == 1'000'001);
    }

    TEST_CASE("damage at random crashes nothing and ends")
    {
        check_damaged(markdown_format, kYaml);
    }
}
