// The programs as a whole: verbs, exit codes and hostile input.
#include "common/schema/field.hpp"
#include "tests/support/paths.hpp"
#include "tests/support/run_program.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>
#include <sys/stat.h>

using dateline::tests::run_program;
using dateline::tests::Sandbox;
using Json = nlohmann::json;

namespace {

const std::string kSample = dateline::tests::test_path("data/sample");

auto index_run(const std::vector<std::string>& words, std::string_view input = {})
{
    return run_program("dateline-index", words, input);
}

auto search_run(const std::vector<std::string>& words)
{
    return run_program("dateline-search", words);
}

/// The JSON that a search prints.
Json search_json(std::vector<std::string> words)
{
    words.insert(words.end(), {"--format", "json"});
    const auto done = search_run(words);
    CAPTURE(done.err);
    return Json::parse(done.out, nullptr, false);
}

}  // namespace

TEST_SUITE("cli/programs")
{
    TEST_CASE("exit codes are those of the contract")
    {
        const Sandbox sandbox;
        const std::string index = sandbox.at("index");
        REQUIRE(index_run({"add", "--index", index, kSample}).code == 0);
        const struct {
            std::string program;
            std::vector<std::string> words;
            int code;
        } cases[] = {
            {"dateline-search", {"--index", index, "president"}, 0},
            {"dateline-search", {"find", "--index", index, "president"}, 0},
            {"dateline-search", {"--index", index, "xyzzyplugh"}, 1},
            {"dateline-search", {"--index", index, "oil AND"}, 2},
            {"dateline-search", {"--index", index, "foo:bar"}, 2},
            {"dateline-search", {"--index", index, "country:atlantis"}, 2},
            {"dateline-search", {"--index", index, "--nonsense", "a"}, 2},
            {"dateline-search", {"--index", index, "--limit", "-1", "a"}, 2},
            {"dateline-search", {"--index", index, "--limit", "99999999999999999999", "a"}, 2},
            {"dateline-search", {"--index", index, "--from", "2022-13", "a"}, 2},
            {"dateline-search", {"--index", index, "--from", "2023", "--to", "2022", "a"}, 2},
            {"dateline-search", {"--index", index, "--facets", "colour", "a"}, 2},
            {"dateline-search", {"president"}, 2},
            {"dateline-search", {"--index", sandbox.at("none"), "president"}, 3},
            {"dateline-search", {"show", "--index", index, "no-such-id"}, 2},
            {"dateline-search", {"--help"}, 0},
            {"dateline-search", {"find", "--help"}, 0},
            {"dateline-search", {"syntax"}, 0},
            {"dateline-search", {}, 2},
            {"dateline-index", {"--version"}, 0},
            {"dateline-index", {"frobnicate"}, 2},
            {"dateline-index", {"add", "--index", index}, 2},
            {"dateline-index", {"add", "--index", index, sandbox.at("nothing-here")}, 3},
            {"dateline-index", {"add", kSample}, 2},
            {"dateline-index", {"info", "--index", index}, 0},
            {"dateline-index", {"verify", "--index", index}, 0},
        };
        for (const auto& c : cases) {
            std::string words;
            for (const std::string& word : c.words) { words += word + ' '; }
            CAPTURE(c.program);
            CAPTURE(words);
            const auto done = run_program(c.program, c.words);
            CAPTURE(done.err);
            CHECK(done.code == c.code);
            if (c.code > 1) { CHECK_FALSE(done.err.empty()); }
        }
    }

    TEST_CASE("add ends with what the index holds and a first query, which can be pasted")
    {
        const Sandbox sandbox;
        const std::string index = sandbox.at("it's new");
        const std::string dump = sandbox.write(
            "d.jsonl",
            R"({"id":"1","title":"Talks","body":"Ann Lee met envoys of Peru.","date":"2021-03-04","people":["Ann O'Hara \u001b[31m"],"countries":["PE"]})"
            "\n"
            R"({"id":"2","title":"More","body":"Nothing else.","people":["Ann O'Hara \u001b[31m"]})"
            "\n");
        const auto done = index_run({"add", "--index", index, dump});
        CAPTURE(done.err);
        CHECK(done.code == 0);
        CHECK(done.err.find("the index has 2 articles, 2021-03-04 to 2021-03-04, 1 undated\n") !=
              std::string::npos);
        CHECK(done.err.find("  people: Ann O'Hara") != std::string::npos);
        CHECK(done.err.find("  countries: Peru\n") != std::string::npos);
        CHECK(done.err.find("ask it: dateline-search --index '") != std::string::npos);
        CHECK(done.err.find("it'\\''s new' 'person:\"Ann O'\\''Hara") != std::string::npos);
        CHECK(done.err.find('\x1b') == std::string::npos);
        CHECK(index_run({"add", "-q", "--index", index, dump}).err.empty());
    }

    TEST_CASE("a verb or an option that is spelled nearly right is named")
    {
        CHECK(index_run({"ad"}).err.find("did you mean add?") != std::string::npos);
        CHECK(search_run({"find", "--limt", "3"}).err.find("did you mean --limit?") !=
              std::string::npos);
    }

    TEST_CASE("the programs print their manual and completions")
    {
        for (const char* program : {"dateline-index", "dateline-search"}) {
            const std::string page = run_program(program, {"--man"}).out;
            CHECK(page.starts_with(".TH DATELINE"));
            CHECK(page.find("\\fB\\-\\-index\\fR \\fIDIR\\fR") != std::string::npos);
            for (const char* shell : {"bash", "zsh", "fish"}) {
                CHECK(run_program(program, {"--completions", shell}).out.find("index") !=
                      std::string::npos);
            }
            CHECK(run_program(program, {"--completions", "csh"}).code == 2);
        }
        CHECK(search_run({"--man", "dateline-query"}).out.find("NEAR/5") != std::string::npos);
        CHECK(index_run({"--man", "dateline-files"}).out.find("CURRENT") != std::string::npos);
        CHECK(index_run({"--man", "nothing"}).code == 2);
    }

    TEST_CASE("help, info and syntax show every field of the schema")
    {
        const Sandbox sandbox;
        const std::string index = sandbox.at("index");
        REQUIRE(index_run({"add", "-q", "--index", index, kSample}).code == 0);
        for (const std::string& text :
             {search_run({"--help"}).out, search_run({"find", "--help"}).out,
              search_run({"syntax"}).out, index_run({"--help"}).out,
              index_run({"info", "--index", index}).out}) {
            for (const auto& field : dateline::kFields) {
                CAPTURE(field.name);
                CHECK(text.find(field.summary) != std::string::npos);
            }
        }
    }

    TEST_CASE("--format ids prints the ids that JSON has, one a line")
    {
        const Sandbox sandbox;
        const std::string index = sandbox.at("index");
        REQUIRE(index_run({"add", "-q", "--index", index, kSample}).code == 0);
        std::string ids;
        const auto json = search_json({"--index", index, "president"});
        for (const auto& hit : json["hits"]) { ids += hit["id"].get<std::string>() + '\n'; }
        REQUIRE_FALSE(ids.empty());
        CHECK(search_run({"--index", index, "--format", "ids", "president"}).out == ids);
        const std::string first = ids.substr(0, ids.find('\n') + 1);
        CHECK(search_run(
                  {"show", "--index", index, "--format", "ids", first.substr(0, first.size() - 1)})
                  .out == first);
    }

    TEST_CASE("an error of a query shows the place and a hint")
    {
        const Sandbox sandbox;
        const std::string index = sandbox.at("index");
        REQUIRE(index_run({"add", "-q", "--index", index, kSample}).code == 0);
        CHECK(search_run({"--index", index, "oil", "AND", "(gas"}).err ==
              "dateline-search: query-syntax: this bracket is never closed\n"
              "  oil AND (gas\n"
              "          ^\n"
              "  hint: put ) behind the group\n");
    }

    TEST_CASE("filters, sorting and paging as options")
    {
        const Sandbox sandbox;
        const std::string index = sandbox.at("index");
        REQUIRE(index_run({"add", "-q", "--index", index, kSample}).code == 0);
        const auto all = search_json({"--index", index, "*", "--limit", "1000"});
        const auto both = search_json({"--index", index, "--country", "RU", "--country", "VE"});
        const auto query = search_json({"--index", index, "country:(RU OR VE)"});
        CHECK(all["schema"] == 1);
        CHECK(all["total"]["value"] == all["hits"].size());
        CHECK(both["total"] == query["total"]);
        CHECK(both["total"]["value"] > 0);

        const auto dated = search_json({"--index", index, "*", "--from", "2010", "--to", "2012-06",
                                        "--sort", "-date", "--limit", "1000"});
        CHECK(dated["total"]["value"] > 0);
        std::string last = "9999";
        for (const auto& hit : dated["hits"]) {
            const std::string date = hit["date"];
            CHECK(date >= "2010");
            CHECK(date <= "2012-06-30");
            CHECK(date <= last);
            last = date;
        }
        const auto page = search_json({"--index", index, "*", "--limit", "5", "--offset", "10"});
        for (std::size_t i = 0; i < 5; ++i) {
            CHECK(page["hits"][i]["id"] == all["hits"][10 + i]["id"]);
        }
        const auto any = search_json({"--index", index, "--any", "volcano AND (summit"});
        CHECK(any["total"]["value"] > 0);
    }

    TEST_CASE("detect prints each article as an object of the contract")
    {
        const auto done = index_run({"detect", "-q", "--format", "json", kSample});
        REQUIRE(done.code == 0);
        std::istringstream lines{done.out};
        std::size_t count = 0;
        for (std::string line; std::getline(lines, line); ++count) {
            const Json article = Json::parse(line);
            for (const char* key :
                 {"id", "title", "title_derived", "date", "date_precision", "byline", "source",
                  "url", "language", "people", "countries", "dates", "body"}) {
                CAPTURE(key);
                CHECK(article.contains(key));
            }
            for (const auto& person : article["people"]) {
                for (const auto& mention : person["mentions"]) {
                    if (mention["start"].is_null()) { continue; }
                    const std::string text = article[mention["field"].get<std::string>()];
                    const std::size_t start = mention["start"];
                    CHECK(text.substr(start, mention["end"].get<std::size_t>() - start) ==
                          mention["text"]);
                }
            }
        }
        CHECK(count >= 60);
    }

    TEST_CASE("detect tells why on request: the rule of each decision and where it stands")
    {
        const Sandbox sandbox;
        const std::string text =
            "Harbour Deal Signed\n\nBy Ann Lee\n\nThey met in Lima.\n\nShare\n";
        sandbox.write("a.txt", text);
        const auto plain = index_run({"detect", "-q", "--why", sandbox.at("a.txt")});
        CHECK(plain.out.find("  why  byline  Ann Lee  ← header, line 3, bytes 21-31\n") !=
              std::string::npos);
        CHECK(plain.out.find("  why  furniture  Share  ← table, line 7, bytes 52-57\n") !=
              std::string::npos);
        CHECK(plain.out.find("  why  country  PE  ← capital, \"Lima\", body 12-16, countries/") !=
              std::string::npos);
        const auto done =
            index_run({"detect", "-q", "--why", "--format", "json", sandbox.at("a.txt")});
        const Json why = Json::parse(done.out)["why"];
        REQUIRE(why.size() == 3);
        CHECK(why[0]["field"] == "title");
        CHECK(why[2]["value"] == "Share");
        const std::size_t start = why[2]["start"];
        CHECK(text.substr(start, why[2]["end"].get<std::size_t>() - start) == "Share");
        const auto without = index_run({"detect", "-q", "--format", "json", sandbox.at("a.txt")});
        CHECK_FALSE(Json::parse(without.out).contains("why"));
    }

    TEST_CASE("hostile files cost themselves and nothing else")
    {
        const Sandbox sandbox;
        const std::string secret = sandbox.write("elsewhere/secret.txt", "Swordfish secret words");
        sandbox.write("in/empty.txt", "");
        sandbox.write("in/long-word.txt", std::string(1 << 20, 'x'));
        sandbox.write("in/brackets.txt", "Brackets\n\n" + std::string(100000, '('));
        sandbox.write("in/brackets.jsonl", std::string(100000, '[') + "\n");
        sandbox.write("in/nul.jsonl", std::string{"{\"title\":\"a\\u0000b\",\"body\":\"nul\"}\n"});
        sandbox.write("in/invalid.txt", "Caf\xE9 society\n\nIt met \xC0\xAF yesterday in Lisbon.");
        sandbox.write("in/crlf.txt", "Headline here\r\n\r\nBody line one.\r\nBody line two.\r\n");
        sandbox.write("in/bom.txt", "\xEF\xBB\xBFMarked headline\n\nBody of it.");
        sandbox.write("in/picture.jpg", "\xFF\xD8\xFF");
        sandbox.write("in/good.txt", "Good headline\n\nThe good article survives.");
        REQUIRE(::mkfifo(sandbox.at("in/pipe.txt").c_str(), 0600) == 0);
        std::filesystem::create_symlink(secret, sandbox.at("in/link.txt"));
        std::filesystem::create_symlink(sandbox.at("in"), sandbox.at("in/loop"));

        const std::string index = sandbox.at("index");
        const std::string report = sandbox.at("report.jsonl");
        const auto done =
            index_run({"add", "--index", index, "--report", report, sandbox.at("in")});
        CAPTURE(done.err);
        CHECK(done.code == 0);
        CHECK(index_run({"add", "-q", "--strict", "--index", index, sandbox.at("in")}).code == 1);
        CHECK(search_json({"--index", index, "survives"})["total"]["value"] == 1);
        CHECK(search_json({"--index", index, "swordfish"})["total"]["value"] == 0);
        CHECK(search_json({"--index", index, "title:marked"})["total"]["value"] == 1);
        CHECK(search_json({"--index", index, "\"line one\""})["total"]["value"] == 1);
        CHECK(search_json({"--index", index, "lisbon"})["total"]["value"] == 1);
        CHECK(search_json({"--index", index, "nul"})["total"]["value"] == 1);
        std::string reasons;
        std::ifstream lines{report};
        for (std::string line; std::getline(lines, line);) {
            const Json notice = Json::parse(line);
            for (const char* key : {"file", "entry", "line", "byte", "reason", "message"}) {
                CHECK(notice.contains(key));
            }
            reasons += notice["reason"].get<std::string>() + ' ';
        }
        for (const char* reason : {"empty", "bad-json", "fifo", "symlink", "unknown-format"}) {
            CAPTURE(reason);
            CHECK(reasons.find(reason) != std::string::npos);
        }
    }

    TEST_CASE("a damaged index is refused, and verify names the file")
    {
        const Sandbox sandbox;
        const std::string index = sandbox.at("index");
        REQUIRE(index_run({"add", "-q", "--index", index, kSample}).code == 0);
        const auto columns = sandbox.path() / "index" / "segments" / "000001" / "columns";
        std::filesystem::resize_file(columns, std::filesystem::file_size(columns) / 2);
        CHECK(search_run({"--index", index, "president"}).code == 3);
        const auto verified = index_run({"verify", "--index", index});
        CHECK(verified.code == 3);
        CHECK(verified.err.find("columns") != std::string::npos);
    }
}
