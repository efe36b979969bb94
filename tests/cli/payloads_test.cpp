// Articles, file names and queries that mean harm, through every verb and format: nothing that a
// terminal obeys or a spreadsheet reckons comes out.
#include "common/cli/program.hpp"
#include "common/text/terminal.hpp"
#include "searcher/commands/command.hpp"
#include "searcher/output/renderer.hpp"
#include "tests/support/pseudo_terminal.hpp"
#include "tests/support/run_program.hpp"
#include "tests/support/sandbox.hpp"
#include "tests/support/sheet_cells.hpp"
#include "tests/support/tame.hpp"

#include <algorithm>
#include <cstdlib>
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <set>
#include <sstream>

using dateline::tests::Finished;
using dateline::tests::harm_in;
using dateline::tests::PseudoTerminal;
using dateline::tests::run_program;
using dateline::tests::Sandbox;
using Words = std::vector<std::string>;
using Json = nlohmann::json;

namespace {

/// Each of them would do something where it came out as it is.
const auto kPayloads = std::to_array<std::string>({
    "\x1b[31m\x1b[2J",         // colours, clearing the screen
    "\x1b]0;title\x07",        // the window's title
    "\x1b]8;;http://x\x1b\\",  // a link
    "\x1bP+q\x1b\\\x05",       // questions that the terminal answers as if typed
    "\xc2\x9b"
    "31m\xc2\x85",               // the same as C1
    "\xe2\x80\xae\xe2\x81\xa6",  // another direction of writing
    "\xe2\x80\xa8\xe2\x80\xa9",  // line and paragraph separators
    "\r\b\x7f\v\f",              // what overwrites
    "=HYPERLINK(\"http://x\")",  // formulas
    "+1", "-1+cmd|' /C calc'!A0", "@SUM(A1)", "\t=1", "\r\n=1",
    "\xef\xbc\x9d"
    "1",          // a wide one
    "\"\n=1,\"",  // out of a quoted cell
});

/// A name for files: it has no slash.
std::string in_a_name(std::string text)
{
    std::replace(text.begin(), text.end(), '/', '_');
    return text;
}

std::string record(const std::string& payload, std::size_t number)
{
    const std::string text = payload + "zed" + payload + " roe";
    const std::string id = payload + std::to_string(number);
    return Json{{"id", id},
                {"title", text},
                {"body", text + ". President Zed " + payload + " Roe met Zed Roe in Caracas. " +
                             text + "\n\n" + payload},
                {"source", "s" + payload},
                {"url", "https://zed.example/" + payload},
                {"byline", {payload + "Zed Roe", "Ann " + payload + " Lee"}},
                {"people", {payload + "Zed Roe", "Zed" + payload + " Doe"}},
                {"countries", {"VE", payload}},
                {"language", payload},
                {"date", payload}}
               .dump() +
           "\n";
}

/// Dumps of all payloads, in files with names like them.
struct Dumps {
    Sandbox sandbox{};
    std::string folder = sandbox.make_folder("dumps");
    std::string ledger = sandbox.at("ledger.tsv");
    std::string saved = sandbox.at("saved.tsv");
    std::string batch = sandbox.at("batch.tsv");

    Dumps()
    {
        std::size_t number = 0;
        std::string people = "canonical\taliases\trole\n";
        std::string queries;
        for (const std::string& payload : kPayloads) {
            ++number;
            const std::string name = in_a_name(payload) + std::to_string(number);
            sandbox.write("dumps/" + name + ".jsonl", record(payload, number) + "{" + payload);
            sandbox.write("dumps/" + name + ".txt", payload + "Zed\n\n" + payload +
                                                        " zed \x9b"
                                                        "1m");
            std::string line = payload;
            std::replace(line.begin(), line.end(), '\n', ' ');
            people += "Zed " + line + "Roe\t" + line + "Zed;Zed\t" + line + "\n";
            queries += "q" + std::to_string(number) + "\tzed OR \"" + line + "\"\n";
        }
        sandbox.write("ledger.tsv", people);
        sandbox.write("saved.tsv", "zed\tzed\n");
        sandbox.write("batch.tsv", queries);
    }
};

/// What a call of dateline-search prints, made in this process: quick.
Finished ask(const Words& words)
{
    const dateline::cli::Program<dateline::searcher::Settings> program{
        .name = dateline::searcher::kProgramName,
        .summary = "",
        .commands = dateline::searcher::commands(),
        .options = dateline::searcher::options(),
        .default_verb = "find",
        .versions = "",
        .fields = ""};
    std::ostringstream out;
    std::ostringstream err;
    const int code = dateline::cli::run(program, words, out, err);
    return {code, std::move(out).str(), std::move(err).str()};
}

/// The calls of each verb that prints what comes from articles or files.
std::vector<Words> calls(const Dumps& dumps, const std::string& id)
{
    return {{"find", "*"},
            {"find", "--explain", "zed or roe"},
            {"find", "--facets", "person,country,author,source,pair", "zed"},
            {"count", "zed"},
            {"people", "*"},
            {"countries", "*"},
            {"timeline", "*"},
            {"significant", "zed"},
            {"similar", id},
            {"complete", "z"},
            {"show", id},
            {"show", "--why", id},
            {"show", id, "zed"},
            {"saved", "list", "--saved", dumps.saved},
            {"saved", "run", "zed", "--saved", dumps.saved},
            {"digest", "--since", "0", "--saved", dumps.saved},
            {"export", "--packet", dumps.sandbox.at("packet"), "zed"},
            {"verify-packet", dumps.sandbox.at("packet")},
            {"find", "--batch", dumps.batch},
            {"count", "--batch", dumps.batch}};
}

/// Those in which a person types what does harm.
std::vector<Words> typed_calls()
{
    std::vector<Words> all;
    for (const std::string& payload : kPayloads) {
        all.push_back({"find", "--", payload});
        all.push_back({"find", "--person", payload, "zed"});
        all.push_back({"show", payload});
    }
    return all;
}

/// Whether hits are told with the name of the query that has found them.
bool is_batch(const Words& words)
{
    return words.front() == "saved" ||
           std::find(words.begin(), words.end(), "--batch") != words.end();
}

std::string joined(const Words& words)
{
    std::string text;
    for (const std::string& word : words) { text += word + ' '; }
    return dateline::printable(text);
}

/// What is wrong with what a call printed in a format.
std::string harm_of(Finished done, std::string_view format, bool is_batch = false)
{
    if (format == "ids" && is_batch) { std::erase(done.out, '\t'); }  // behind the query's name
    if (done.code == 70 || done.code > 128) { return "code " + std::to_string(done.code); }
    if (auto harm = harm_in(done.err); !harm.empty()) { return "errors: " + harm; }
    if (auto harm = harm_in(dateline::tests::without_dividers(format, done.out)); !harm.empty()) {
        return harm;
    }
    return dateline::tests::formula_in(format, done.out);
}

/// That a call prints no harm in any format.
void check_formats(const Words& words)
{
    for (const auto* renderer : dateline::searcher::renderers()) {
        CAPTURE(joined(words));
        CAPTURE(renderer->name);
        Words call = words;
        if (words.front() != "export") {
            call.insert(call.begin() + 1, {"--format", std::string{renderer->name}});
        }
        CHECK(harm_of(ask(call), renderer->name, is_batch(words)) == "");
    }
}

/// What a terminal is sent, but for its line ends and the line that progress rewrites.
std::string on_screen(const std::string& program, const Words& words)
{
    PseudoTerminal terminal{program, words, 80, {{"PAGER", "cat"}}};
    std::string text = terminal.rest();
    std::erase(text, '\r');
    return dateline::tests::without_colours(text);
}

}  // namespace

TEST_SUITE("cli/payloads")
{
    TEST_CASE("no verb or format of dateline-search hands on what does harm")
    {
        const Dumps dumps;
        const std::string index = dumps.sandbox.at("index");
        REQUIRE(run_program("dateline-index", {"add", "-q", "--index", index, dumps.folder}).code ==
                0);
        ::setenv("PAGER", "cat", 1);  // where the tests themselves run in a terminal
        const auto first = ask({"find", "--index", index, "--format", "jsonl", "zed"});
        const std::string id = Json::parse(first.out.substr(0, first.out.find('\n')))["id"];
        std::set<std::string> verbs{"prompt", "bench", "syntax"};  // prompt_test, bench_test, none
        for (Words words : calls(dumps, id)) {
            CAPTURE(joined(words));
            verbs.insert(words.front());
            words.insert(words.begin() + 1, {"--index", index});
            check_formats(words);
            CHECK(harm_in(on_screen("dateline-search", words)) == "");
        }
        for (Words words : typed_calls()) {
            words.insert(words.begin() + 1, {"--index", index});
            check_formats(words);
        }
        for (const auto* command : dateline::searcher::commands()) {
            CAPTURE(command->name);
            CHECK(verbs.count(std::string{command->name}) == 1);
        }
    }

    TEST_CASE("no verb of dateline-index hands on what does harm")
    {
        const Dumps dumps;
        const std::string index = dumps.sandbox.at("index");
        const struct {
            Words words;
            const char* format = "text";
        } all[] = {
            {{"add", "--dry-run", dumps.folder}},
            {{"add", "--index", index, "--report", dumps.sandbox.at("report"), dumps.folder}},
            {{"sync", "--index", index, dumps.folder}},
            {{"detect", dumps.folder}},
            {{"detect", "--why", dumps.folder}},
            {{"info", "--index", index}},
            {{"info", "--index", index, "--format", "json"}},
            {{"people", "--index", index}},
            {{"people", "--index", index, "--propose"}, "tsv"},
            {{"people", "--index", index, "--check", "--people", dumps.ledger}},
            {{"boilerplate", "--index", index, dumps.folder}, "tsv"},
            {{"remove", "--index", index, "--query", kPayloads[0]}},
            {{"remove", "--index", index, kPayloads[1]}},
            {{"verify", "--index", index}},
            {{"rebuild", "--index", index}},
            {{"add", "--index", index, dumps.sandbox.at(in_a_name(kPayloads[2]))}},
            {{"info", "--index", dumps.sandbox.at(in_a_name(kPayloads[3]))}},
        };
        for (const auto& c : all) {
            CAPTURE(joined(c.words));
            CHECK(harm_of(run_program("dateline-index", c.words), c.format) == "");
        }
        for (const Words& words :
             {Words{"add", "--index", index, dumps.folder}, Words{"verify", "--index", index}}) {
            CAPTURE(joined(words));  // those with a line of progress
            CHECK(harm_in(on_screen("dateline-index", words)) == "");
        }
    }

    TEST_CASE("lines of ten megabytes are cut where they are shown")
    {
        const Sandbox sandbox;
        const std::string index = sandbox.at("index");
        const std::string dump = sandbox.write(
            "long.jsonl", Json{{"id", "1"},
                               {"title", "zed " + std::string(2'000'000, 't')},
                               {"body", "zed " + std::string(10'000'000, 'b') + " zed"},
                               {"people", {"Zed " + std::string(100'000, 'P')}}}
                              .dump());
        REQUIRE(run_program("dateline-index", {"add", "-q", "--index", index, dump}).code == 0);
        for (const auto* renderer : dateline::searcher::renderers()) {
            CAPTURE(renderer->name);
            const auto found =
                ask({"find", "--index", index, "--format", std::string{renderer->name}, "zed"});
            CHECK(found.code == 0);
            CHECK(found.out.size() < 3'000'000);
        }
        CHECK(dateline::tests::widest_line(
                  on_screen("dateline-search", {"find", "--index", index, "zed"})) <= 80);
    }
}
