// A program with verbs: which verb runs, its help, its errors and its exit code.
#pragma once

#include "common/cli/option_table.hpp"
#include "common/cli/program_card.hpp"
#include "common/cli/report.hpp"
#include "common/text/edit_distance.hpp"

#include <algorithm>
#include <iomanip>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::cli {

/// What a command has to work with.
template <class Settings>
struct Call {
    const Settings& settings;
    const std::vector<std::string>& arguments;
    std::ostream& out;  ///< standard output
    std::ostream& err;  ///< standard error
};

/// One verb of a program.
template <class Settings>
struct Command {
    std::string_view name;
    std::string_view arguments;  ///< as --help shows them: "PATH… | -"
    std::string_view summary;
    std::string_view example;
    /// The exit code (contracts.md), or what went wrong.
    Result<int> (*run)(const Call<Settings>& call);
};

/// A program: its verbs and options.
template <class Settings>
struct Program {
    std::string_view name;
    std::string_view summary;
    std::span<const Command<Settings>* const> commands;
    std::span<const Option<Settings>> options;
    std::string_view default_verb;  ///< runs when the first word is no verb; "" if one is needed
    std::string versions;           ///< what --version prints first
    std::string fields;             ///< the schema, a line for each field, for --help
    /// Makes the pages of the manual beside the program's own; only when they are asked for.
    std::vector<ManualPage> (*pages)() = nullptr;
    /// Makes further lines of --version: models and data that the program holds.
    std::string (*parts)() = nullptr;
};

namespace detail {

template <class Settings>
void print_overview(const Program<Settings>& program, std::ostream& out)
{
    out << program.summary << "\n\n";
    for (const auto* command : program.commands) {
        out << "  " << program.name << ' ' << command->name << ' ' << command->arguments
            << "\n      " << command->summary << '\n';
    }
    out << "\nOptions of each: " << program.name << " VERB --help\nAlso: " << program.name
        << " --version, --man [PAGE], --completions bash|zsh|fish\n\nFields of an article:\n"
        << program.fields;
}

template <class Settings>
void print_help(const Program<Settings>& program, const Command<Settings>& command,
                std::ostream& out)
{
    out << "Usage: " << program.name << ' ' << command.name << " [OPTION…] " << command.arguments
        << '\n'
        << command.summary << ".\n\n"
        << help(program.name, program.options, command.name);
    if (command.name == program.default_verb) { out << "\nFields:\n" << program.fields; }
    out << "\nExample: " << command.example << '\n';
}

template <class Settings>
Error unknown_verb(const Program<Settings>& program, const std::string& word)
{
    std::string list;
    std::vector<std::string_view> names;
    for (const auto* known : program.commands) {
        list += (list.empty() ? "one of: " : ", ") + std::string{known->name};
        names.push_back(known->name);
    }
    const std::string_view nearest = nearest_name(word, names);
    return {.kind = ErrorKind::Usage,
            .message = "unknown verb '" + word + "'",
            .hint = (nearest.empty() ? "" : "did you mean " + std::string{nearest} + "? ") + list};
}

}  // namespace detail

/// Makes what a page of the manual or a shell's completions are made of.
template <class Settings>
ProgramCard card_of(const Program<Settings>& program)
{
    ProgramCard card{
        .name = program.name,
        .summary = program.summary,
        .default_verb = program.default_verb,
        .version = program.versions.substr(0, program.versions.find(' ')),
        .fields = program.fields,
        .pages = program.pages == nullptr ? std::vector<ManualPage>{} : program.pages()};
    for (const auto* command : program.commands) {
        card.verbs.push_back({command->name, command->arguments, command->summary, command->example,
                              detail::options_of(command->name, program.options)});
    }
    return card;
}

/// `--man [PAGE]` and `--completions SHELL`: what packages install.
template <class Settings>
int print_made(const Program<Settings>& program, const std::vector<std::string>& words,
               std::ostream& out, std::ostream& err)
{
    const ProgramCard card = card_of(program);
    const std::string wanted = words.size() < 2 ? std::string{} : words[1];
    std::string text;
    std::string known;
    if (words.front() == "--completions") {
        text = completions(card, wanted);
        for (const std::string_view shell : kShells) { known += " " + std::string{shell}; }
    } else if (wanted.empty()) {
        text = manual(card);
    } else {
        for (const ManualPage& page : card.pages) {
            if (page.name == wanted) { text = manual(card, page); }
            known += " " + std::string{page.name};
        }
    }
    if (text.empty()) {
        return report(program.name,
                      {.kind = ErrorKind::Usage,
                       .message = words.front() + " does not know '" + wanted + "'",
                       .hint = "one of:" + known},
                      err);
    }
    out << text;
    return 0;
}

/// Runs the verb that `words` (without the program's name) begin with; returns the exit code.
template <class Settings>
int run(const Program<Settings>& program, std::vector<std::string> words, std::ostream& out,
        std::ostream& err)
{
    if (words.empty() || words.front() == "--help" || words.front() == "-h") {
        detail::print_overview(program, words.empty() ? err : out);
        return words.empty() ? info(ErrorKind::Usage).exit_code : 0;
    }
    if (words.front() == "--version") {
        out << program.name << ' ' << program.versions << '\n';
        if (program.parts != nullptr) { out << program.parts(); }
        return 0;
    }
    if (words.front() == "--man" || words.front() == "--completions") {
        return print_made(program, words, out, err);
    }
    const auto find = [&program](std::string_view name) {
        const auto found = std::find_if(program.commands.begin(), program.commands.end(),
                                        [name](const auto* c) { return c->name == name; });
        return found == program.commands.end() ? nullptr : *found;
    };
    const Command<Settings>* command = find(words.front());
    if (command != nullptr) {
        words.erase(words.begin());
    } else {
        command = find(program.default_verb);
    }
    if (command == nullptr) {
        return report(program.name, detail::unknown_verb(program, words.front()), err);
    }
    Config config{.path = config_path(program.name)};
    auto own = read_config(config.path);
    if (!own) { return report(program.name, own.error(), err); }
    config.lines = *std::move(own);
    const auto line = parse(program.name, program.options, command->name, words, config);
    if (!line) { return report(program.name, line.error(), err); }
    if (line->wants_help) {
        detail::print_help(program, *command, out);
        return 0;
    }
    const auto code = command->run({line->settings, line->arguments, out, err});
    out.flush();
    if (code && !out) {
        return report(program.name,
                      {.kind = ErrorKind::Io, .message = "cannot write to standard output"}, err);
    }
    return code ? *code : report(program.name, code.error(), err);
}

}  // namespace dateline::cli
