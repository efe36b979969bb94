#include "common/cli/config.hpp"

#include "common/cli/option_table.hpp"
#include "tests/support/sandbox.hpp"

#include <cstdlib>
#include <doctest/doctest.h>

using namespace dateline;
using dateline::tests::Sandbox;

namespace {

struct Settings {
    std::string limit{};
    std::string index{};
    bool quiet = false;
};

constexpr cli::Option<Settings> kOptions[] = {
    {.name = "limit",
     .letter = 0,
     .value = "N",
     .preset = "10",
     .verbs = "find",
     .summary = "how many",
     .set = [](Settings& s, const std::string& v) -> Status {
         if (v == "bad") { return fail(ErrorKind::Usage, "'bad' is no number", "write 20"); }
         s.limit = v;
         return Done{};
     }},
    {.name = "index",
     .letter = 0,
     .value = "DIR",
     .preset = "",
     .verbs = "find",
     .summary = "where",
     .set = [](Settings& s, const std::string& v) -> Status {
         s.index = v;
         return Done{};
     }},
    {.name = "quiet",
     .letter = 'q',
     .value = "",
     .preset = "",
     .verbs = "add",
     .summary = "no words",
     .set = [](Settings& s, const std::string&) -> Status {
         s.quiet = true;
         return Done{};
     }},
};

/// What `find` comes to with these words and this file.
Result<cli::CommandLine<Settings>> parsed(const std::vector<std::string>& words,
                                          const std::string& file)
{
    const Sandbox sandbox;
    cli::Config config{.path = sandbox.write("x.conf", file)};
    auto lines = cli::read_config(config.path);
    if (!lines) { return Failure{lines.error()}; }
    config.lines = *std::move(lines);
    return cli::parse<Settings>("x", kOptions, "find", words, config);
}

}  // namespace

TEST_SUITE("common/cli/config")
{
    TEST_CASE("the command line counts before the file, and the file before presets")
    {
        const std::string file = "# mine\n\n  limit =  20 \r\nquiet=\n";
        CHECK(parsed({}, "")->settings.limit == "10");
        CHECK(parsed({}, file)->settings.limit == "20");
        CHECK(parsed({"--limit", "5"}, file)->settings.limit == "5");
        CHECK_FALSE(parsed({}, file)->settings.quiet);  // of another verb
    }

    TEST_CASE("the environment's index counts before the file's")
    {
        ::unsetenv("DATELINE_INDEX");
        CHECK(parsed({}, "index = /a b")->settings.index == "/a b");
        ::setenv("DATELINE_INDEX", "/other", 1);
        CHECK(parsed({}, "index = /a")->settings.index.empty());
        CHECK(parsed({"--index", "/c"}, "index = /a")->settings.index == "/c");
        ::unsetenv("DATELINE_INDEX");
    }

    TEST_CASE("what is wrong in the file is told with its line and a remedy")
    {
        const struct {
            std::string file;
            std::string message;
            std::string hint;
        } cases[] = {
            {"limit 20", "line 1: this is no option", "limit = 20"},
            {"\n\n= 3", "line 3: this is no option", "limit = 20"},
            {"limit=20\nlimti = 3", "line 2: there is no option --limti", "did you mean --limit?"},
            {"limit = bad", "line 1: --limit: 'bad' is no number", "write 20"},
            {std::string(70'000, '#'), "more than 64 KiB", "a line each"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.message);
            const auto line = parsed({}, c.file);
            REQUIRE_FALSE(line);
            CAPTURE(line.error().message);
            CHECK(line.error().kind == ErrorKind::Usage);
            CHECK(line.error().message.find(c.message) != std::string::npos);
            CHECK(line.error().hint.find(c.hint) != std::string::npos);
        }
    }

    TEST_CASE("no file is no error; the folder is that of XDG or of the home")
    {
        CHECK(cli::read_config("/nonexistent/x.conf")->empty());
        CHECK(cli::read_config({})->empty());
        const char* const before = std::getenv("XDG_CONFIG_HOME");
        const std::string kept = before == nullptr ? "" : before;
        ::setenv("XDG_CONFIG_HOME", "/c", 1);
        CHECK(cli::config_path("dateline-search") == "/c/dateline/dateline-search.conf");
        ::setenv("XDG_CONFIG_HOME", kept.c_str(), 1);
    }

    TEST_CASE("an option that nobody has is told with the one that is nearest")
    {
        for (const auto& [word, hint] : std::vector<std::pair<std::string, std::string>>{
                 {"--limt", "did you mean --limit? see x find --help"},
                 {"--indxe=3", "did you mean --index? "},
                 {"--frobnicate", "see x find --help"}}) {
            CAPTURE(word);
            const auto line = parsed({word}, "");
            REQUIRE_FALSE(line);
            CHECK(line.error().message.starts_with("there is no option "));
            CHECK(line.error().hint.starts_with(hint));
        }
        CHECK(parsed({"--", "--limt"}, "")->arguments == std::vector<std::string>{"--limt"});
    }
}
