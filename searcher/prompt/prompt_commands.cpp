#include "searcher/prompt/prompt_commands.hpp"

#include "common/cli/values.hpp"
#include "common/text/edit_distance.hpp"
#include "searcher/prompt/session.hpp"

#include <algorithm>
#include <array>

namespace dateline::searcher {
namespace {

constexpr std::uint64_t kMostNumber = 1'000'000;

/// Calls a member of the session with the number that stands behind the command.
template <Status (Session::*kMember)(std::size_t)>
Status with_number(Session& session, std::string_view value)
{
    const auto number = cli::parse_number(std::string{value}, kMostNumber);
    if (!number) { return Failure{number.error()}; }
    return (session.*kMember)(*number);
}

constexpr auto kCommands = std::to_array<PromptCommand>({
    {"open", "N", "", "show article N, and what the query matches in it",
     with_number<&Session::open>},
    {"why", "N", "", "the same with the place and the rule of each mark",
     with_number<&Session::open_with_receipts>},
    {"choose", "N", "+", "narrow the query by choice N: a value of a facet",
     with_number<&Session::choose>},
    {"drop", "N", "-", "take choice N of those made away again", with_number<&Session::drop>},
    {"more", "", "", "the next articles", [](Session& s, std::string_view) { return s.more(); }},
    {"back", "", "", "what was shown before: a page, a choice, a query",
     [](Session& s, std::string_view) { return s.back(); }},
    {"list", "", "", "the same page again", [](Session& s, std::string_view) { return s.list(); }},
    {"sort", "ORDER", "", "relevance, date (oldest first) or -date (newest first)",
     [](Session& s, std::string_view value) { return s.sort(value); }},
    {"facets", "LIST", "", "what the choices are: person,country,year…, or none",
     [](Session& s, std::string_view value) { return s.facets(value); }},
    {"help", "", "", "this list", [](Session& s, std::string_view) { return s.help(); }},
    {"quit", "", "", "leave; Ctrl-D does, too",
     [](Session& s, std::string_view) {
         s.quit();
         return Status{Done{}};
     }},
});

/// A line of digits opens an article.
constexpr const PromptCommand& kOpen = kCommands[0];

bool is_digits(std::string_view text)
{
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

const PromptCommand* command_named(std::string_view name)
{
    const auto* const found =
        std::find_if(kCommands.begin(), kCommands.end(), [name](const PromptCommand& command) {
            return command.name == name || (name.size() == 1 && command.name.starts_with(name));
        });
    return found == kCommands.end() ? nullptr : found;
}

Error no_such_command(std::string_view name)
{
    std::vector<std::string_view> names;
    for (const PromptCommand& command : kCommands) { names.push_back(command.name); }
    const std::string_view near = nearest_name(name, names);
    return {.kind = ErrorKind::Usage,
            .message = "there is no command ':" + std::string{name} + "'",
            .hint = (near.empty() ? "" : "did you mean :" + std::string{near} + "? ") +
                    ":help lists them"};
}

}  // namespace

std::span<const PromptCommand> prompt_commands() { return kCommands; }

Result<PromptLine> read_prompt_line(std::string_view line)
{
    if (is_digits(line)) { return PromptLine{&kOpen, line}; }
    for (const PromptCommand& command : kCommands) {
        if (!command.sign.empty() && line.starts_with(command.sign) && is_digits(line.substr(1))) {
            return PromptLine{&command, line.substr(1)};
        }
    }
    if (!line.starts_with(':')) { return PromptLine{}; }
    line.remove_prefix(1);
    const std::string_view name = line.substr(0, line.find(' '));
    line.remove_prefix(name.size());
    line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
    const PromptCommand* const command = command_named(name);
    if (command == nullptr) { return Failure{no_such_command(name)}; }
    if (command->value.empty() != line.empty()) {
        const std::string wanted = ":" + std::string{name} + " ";
        return fail(ErrorKind::Usage, command->value.empty()
                                          ? wanted + "takes nothing behind it"
                                          : wanted + "wants " + std::string{command->value});
    }
    return PromptLine{command, line};
}

void write_prompt_help(std::ostream& out)
{
    const auto row = [&out](std::string what, std::string_view means) {
        constexpr std::size_t kColumns = 20;
        what.resize(std::max(what.size() + 1, kColumns), ' ');
        out << "  " << what << means << '\n';
    };
    row("QUERY", "find articles, as dateline-search syntax explains");
    for (const PromptCommand& command : kCommands) {
        std::string what;
        if (&command == &kOpen) { what = "N, "; }
        if (!command.sign.empty()) { what = std::string{command.sign} + "N, "; }
        what += ":" + std::string{command.name};
        if (!command.value.empty()) { what += " " + std::string{command.value}; }
        row(what, command.summary);
    }
    out << "The first letter of a command will do. Ctrl-C cancels.\n"
           "Tab completes commands, fields, words and names.\n"
           "To find a number, write it in quotes.\n";
}

}  // namespace dateline::searcher
