// Pages of the manual in roff, made from the tables that parsing and --help are made from.
#include "common/cli/program_card.hpp"
#include "common/error.hpp"
#include "common/text/ascii.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <set>

namespace dateline::cli {
namespace {

/// Text as roff takes it: no character of it is a command, and none is lost where man prints ASCII.
std::string roff(std::string_view text)
{
    constexpr std::string_view kDots = "…";
    std::string safe;
    bool at_line_start = true;
    while (!text.empty()) {
        if (text.starts_with(kDots)) {
            safe += "...";
            text.remove_prefix(kDots.size());
            at_line_start = false;
            continue;
        }
        const char c = text.front();
        text.remove_prefix(1);
        if (c == '\\') {
            safe += "\\e";
        } else if (c == '-') {
            safe += "\\-";  // a hyphen that can be copied into a shell
        } else if ((c == '.' || c == '\'') && at_line_start) {
            safe += "\\&";
            safe += c;
        } else {
            safe += c;
        }
        at_line_start = c == '\n';
    }
    return safe;
}

std::string head(const ProgramCard& program, std::string_view name, char section,
                 std::string_view summary)
{
    return ".TH " + roff(ascii::upper(name)) + ' ' + section + " \"\" \"dateline " +
           roff(program.version) + "\" \"Dateline\"\n.SH NAME\n" + roff(name) + " \\- " +
           roff(summary) + '\n';
}

/// Lines as they are, not filled.
std::string literal(std::string_view lines)
{
    while (lines.ends_with('\n')) { lines.remove_suffix(1); }
    return ".nf\n" + roff(lines) + "\n.fi\n";
}

/// What stands behind a verb, with a blank before it.
std::string arguments_of(const VerbCard& verb)
{
    return verb.arguments.empty() ? "" : " " + roff(verb.arguments);
}

std::string synopsis(const ProgramCard& program)
{
    std::string text = ".SH SYNOPSIS\n";
    for (const VerbCard& verb : program.verbs) {
        const bool may_lack = verb.name == program.default_verb;
        const std::string name =
            may_lack ? "[\\fB" + roff(verb.name) + "\\fR]" : "\\fB" + roff(verb.name) + "\\fR";
        text += "\\fB" + roff(program.name) + "\\fR " + name + " [\\fIOPTION\\fR...]" +
                arguments_of(verb) + "\n.br\n";
    }
    return text;
}

std::string verbs(const ProgramCard& program)
{
    std::string text = ".SH VERBS\n";
    for (const VerbCard& verb : program.verbs) {
        text += ".TP\n\\fB" + roff(verb.name) + "\\fR" + arguments_of(verb) + '\n' +
                roff(verb.summary) + ".\n";
        if (!verb.example.empty()) { text += ".br\n\\fI" + roff(verb.example) + "\\fR\n"; }
    }
    return text;
}

struct SharedOption {
    detail::Spelling spelling{};
    std::string verbs{};
};

/// Each option once, with the verbs that take it, in the order in which verbs have them.
std::vector<SharedOption> shared_options(const ProgramCard& program)
{
    std::vector<SharedOption> all;
    for (const VerbCard& verb : program.verbs) {
        for (const detail::Spelling& option : verb.options) {
            auto found = std::find_if(all.begin(), all.end(), [&option](const SharedOption& o) {
                return o.spelling.name == option.name;
            });
            if (found == all.end()) { found = all.insert(all.end(), {option, ""}); }
            found->verbs += (found->verbs.empty() ? "" : ", ") + std::string{verb.name};
        }
    }
    return all;
}

std::string options(const ProgramCard& program)
{
    std::string text = ".SH OPTIONS\n";
    for (const SharedOption& option : shared_options(program)) {
        const detail::Spelling& spelling = option.spelling;
        text += ".TP\n";
        if (spelling.letter != 0) { text += std::string{"\\fB\\-"} + spelling.letter + "\\fR, "; }
        text += "\\fB\\-\\-" + roff(spelling.name) + "\\fR";
        if (!spelling.value.empty()) { text += " \\fI" + roff(spelling.value) + "\\fR"; }
        text += '\n' + roff(spelling.summary);
        if (!spelling.preset.empty()) { text += " (default: " + roff(spelling.preset) + ')'; }
        text += ".\nFor " + roff(option.verbs) + ".\n";
    }
    return text;
}

/// The exit codes of errors, each with the names that errors of it have.
std::string exit_status()
{
    std::map<int, std::string> names;
    for (int kind = 0; kind <= static_cast<int>(ErrorKind::Internal); ++kind) {
        const ErrorKindInfo& row = info(static_cast<ErrorKind>(kind));
        std::string& all = names[row.exit_code];
        all += (all.empty() ? "" : ", ") + std::string{row.name};
    }
    std::string text =
        ".SH EXIT STATUS\n.TP\n0\nsuccess\n.TP\n1\nnothing was found, or with "
        "\\-\\-strict something was skipped\n";
    names[exit_code::kStoppedEarly] = "stopped early; the same command goes on";
    names[exit_code::kInterrupted] = "interrupted twice";
    for (const auto& [code, all] : names) {
        text += ".TP\n" + std::to_string(code) + '\n' + roff(all) + '\n';
    }
    return text;
}

std::string see_also(const ProgramCard& program, std::string_view but)
{
    std::set<std::string> names;
    for (const ManualPage& page : program.pages) {
        names.insert(std::string{page.name} + '(' + page.section + ')');
    }
    for (const char* ours : {"dateline-index(1)", "dateline-search(1)"}) { names.insert(ours); }
    std::string text = ".SH SEE ALSO\n";
    std::string list;
    for (const std::string& name : names) {
        if (name.starts_with(but) && name[but.size()] == '(') { continue; }
        list += (list.empty() ? "" : ", ") + name;
    }
    return text + roff(list) + '\n';
}

struct Variable {
    std::string_view name;
    std::string_view means;
};

constexpr auto kVariables = std::to_array<Variable>({
    {"DATELINE_INDEX", "the index, where --index does not name one"},
    {"NO_COLOR", "no colours, unless --color says otherwise"},
    {"PAGER",
     "what dateline-search shows an article in that is longer than the terminal; its words are "
     "divided at blanks, no shell reads them; cat or nothing for none (default: less)"},
    {"XDG_STATE_HOME",
     "where dateline-search prompt keeps what was asked (default: ~/.local/state)"},
});

std::string environment()
{
    std::string text = ".SH ENVIRONMENT\n";
    for (const Variable& variable : kVariables) {
        text += ".TP\n\\fB" + roff(variable.name) + "\\fR\n" + roff(variable.means) + '\n';
    }
    return text;
}

}  // namespace

std::string manual(const ProgramCard& program)
{
    return head(program, program.name, '1', program.summary) + synopsis(program) + verbs(program) +
           options(program) + ".SH FIELDS\n" + literal(program.fields) + exit_status() +
           environment() + see_also(program, program.name);
}

std::string manual(const ProgramCard& program, const ManualPage& page)
{
    std::string text = head(program, page.name, page.section, page.summary);
    std::string rows;
    const auto end_rows = [&text, &rows] {
        if (!rows.empty()) { text += literal(rows); }
        rows.clear();
    };
    std::string_view rest = page.text;
    while (!rest.empty()) {
        const std::string_view line = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(std::min(rest.size(), line.size() + 1));
        if (!line.empty() && line.front() != ' ') {
            end_rows();
            text += ".SH " + roff(ascii::upper(line)) + '\n';
        } else if (!line.empty()) {
            rows += (rows.empty() ? "" : "\n") + std::string{line};
        }
    }
    end_rows();
    return text + see_also(program, page.name);
}

}  // namespace dateline::cli
