#include "searcher/prompt/prompt_commands.hpp"

#include <doctest/doctest.h>
#include <set>
#include <sstream>
#include <string>

using namespace dateline;
using namespace dateline::searcher;

namespace {

/// "open 3", "query", or "usage: …".
std::string read(std::string_view line)
{
    const auto read = read_prompt_line(line);
    if (!read) { return "usage: " + read.error().message + "; " + read.error().hint; }
    if (read->command == nullptr) { return "query"; }
    const std::string value{read->value};
    return std::string{read->command->name} + (value.empty() ? "" : " " + value);
}

}  // namespace

TEST_SUITE("searcher/prompt/prompt_commands")
{
    TEST_CASE("a line is a command by its colon, a number or a sign and a number")
    {
        const struct {
            const char* line;
            const char* read;
        } cases[] = {
            {"3", "open 3"},
            {":open 3", "open 3"},
            {":o 3", "open 3"},
            {":o   3", "open 3"},
            {"+12", "choose 12"},
            {"-1", "drop 1"},
            {":d 1", "drop 1"},
            {":more", "more"},
            {":m", "more"},
            {":sort -date", "sort -date"},
            {"maduro", "query"},
            {"+maduro -3 a", "query"},
            {"-gas", "query"},
            {"+", "query"},
            {"-", "query"},
            {"3 people", "query"},
            {"\"3\"", "query"},
            {"title:more", "query"},
            {":moree", "usage: there is no command ':moree'; did you mean :more? :help lists them"},
            {":", "usage: there is no command ':'; :help lists them"},
            {":open", "usage: :open wants N; "},
            {":more 3", "usage: :more takes nothing behind it; "},
        };
        for (const auto& c : cases) {
            CAPTURE(c.line);
            CHECK(read(c.line) == c.read);
        }
    }

    TEST_CASE("each first letter means one command, and help has them all")
    {
        std::ostringstream help;
        write_prompt_help(help);
        std::set<char> letters;
        for (const PromptCommand& command : prompt_commands()) {
            CAPTURE(command.name);
            CHECK(letters.insert(command.name.front()).second);
            CHECK_FALSE(command.summary.empty());
            CHECK_FALSE(command.summary.ends_with('.'));
            CHECK(help.str().find(":" + std::string{command.name}) != std::string::npos);
        }
    }
}
