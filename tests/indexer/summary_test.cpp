#include "indexer/summary.hpp"

#include <doctest/doctest.h>
#include <sstream>

using namespace dateline::indexer;

namespace {

Notice notice(std::string file, std::uint64_t line, std::string reason, std::string message,
              bool lost = true)
{
    Notice result{.file = std::move(file), .line = line};
    result.reason = std::move(reason);
    result.message = std::move(message);
    result.lost = lost;
    return result;
}

}  // namespace

TEST_SUITE("indexer/summary")
{
    TEST_CASE("a line of the report has all its keys, and null for what is absent")
    {
        Notice full = notice("x/a.jsonl", 3, "bad-json", "a \"string\" has no end");
        full.entry = "reuters/7";
        full.byte = 120;
        Notice first = notice("a.jsonl", 1, "bad-json", "m");
        Notice hostile = notice("a\x1b[31m\xff\n.txt", 0, "symlink", "m");
        const struct {
            Notice notice;
            std::string_view line;
        } cases[] = {
            {full, R"({"file":"x/a.jsonl","entry":"reuters/7","line":3,"byte":120,)"
                   R"("reason":"bad-json","message":"a \"string\" has no end"})"},
            {first, R"({"file":"a.jsonl","entry":null,"line":1,"byte":0,)"
                    R"("reason":"bad-json","message":"m"})"},
            {notice("", 0, "empty", "m"), R"({"file":null,"entry":null,"line":null,"byte":null,)"
                                          R"("reason":"empty","message":"m"})"},
            {hostile,
             "{\"file\":\"a\\u001b[31m\xef\xbf\xbd\\n.txt\",\"entry\":null,\"line\":null,"
             "\"byte\":null,\"reason\":\"symlink\",\"message\":\"m\"}"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.line);
            CHECK(report_line(c.notice) == c.line);
        }
    }

    TEST_CASE("notices are counted by reason, lost and not lost apart, and the first is kept")
    {
        std::ostringstream report;
        RunSummary summary{&report};
        summary.add(notice("a", 1, "too-long", "first"));
        summary.add(notice("a", 2, "too-long", "second"));
        summary.add(notice("b", 0, "symlink", "m"));
        summary.add(notice("a", 3, "bad-field", "m", false));
        CHECK(summary.lost() == 3);
        CHECK(summary.reasons().at("too-long").lost == 2);
        CHECK(summary.reasons().at("too-long").first.message == "first");
        CHECK(summary.reasons().at("bad-field").lost == 0);
        CHECK(summary.reasons().at("bad-field").kept == 1);
        using Counts = std::vector<std::pair<std::string, std::uint64_t>>;
        CHECK(summary.skipped() == Counts{{"too-long", 2}, {"symlink", 1}});
        std::istringstream lines{report.str()};
        int count = 0;
        for (std::string line; std::getline(lines, line);) { ++count; }
        CHECK(count == 4);
    }

    TEST_CASE("the end of a run is told to people, harmlessly")
    {
        RunSummary summary;
        for (int article = 0; article < 1200; ++article) { summary.add(Outcome::Added); }
        summary.add(Outcome::Replaced);
        summary.add(Outcome::Unchanged);
        summary.add_bytes(12'345'678);
        summary.add(notice("a\x1b]0;x\a\n.jsonl", 1234, "bad-json", "a string has no end"));
        summary.add(notice("", 0, "empty", "there is nothing in it"));
        summary.add(notice("c", 9, "bad-field", "its url is not a text", false));
        std::ostringstream out;
        summary.print(out);
        CHECK(out.str() ==
              "added 1,200, replaced 1, unchanged 1; 12.3 MB read\n"
              "skipped 2:\n"
              "  bad-json 1, first a\\u{1B}]0;x\\u{07} .jsonl, line 1,234: a string has no end\n"
              "  empty 1, first standard input: there is nothing in it\n"
              "kept, but 1:\n"
              "  bad-field 1, first c, line 9: its url is not a text\n");
        CHECK(summary.articles() == 1202);
    }

    TEST_CASE("a run without notices is one line")
    {
        std::ostringstream out;
        RunSummary{}.print(out);
        CHECK(out.str() == "added 0, replaced 0, unchanged 0; 0 B read\n");
    }

    TEST_CASE("a run that writes no index says what it did instead")
    {
        RunSummary summary;
        summary.add(Outcome::Added);
        summary.add_bytes(7);
        std::ostringstream out;
        summary.print(out, "looked at");
        CHECK(out.str() == "looked at 1; 7 B read\n");
    }
}
