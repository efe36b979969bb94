// Completions for shells, made from the same tables as --help. What stands in the index comes from
// `dateline-search complete`, so that people, countries and sources need no list.
#include "common/cli/program_card.hpp"

#include <algorithm>

namespace dateline::cli {
namespace {

/// What the value of an option or an argument is, by the name that --help gives it.
enum class ValueKind : std::uint8_t { None, Folder, File, Person, Country, Other };

ValueKind kind_of(const detail::Spelling& option)
{
    if (option.value.empty()) { return ValueKind::None; }
    if (option.name == "person") { return ValueKind::Person; }
    if (option.name == "country") { return ValueKind::Country; }
    if (option.value == "DIR") { return ValueKind::Folder; }
    if (option.value == "FILE" || option.value == "PATH") { return ValueKind::File; }
    return ValueKind::Other;
}

/// `dateline-search` → `_dateline_search`.
std::string function_name(std::string_view program)
{
    std::string name = "_" + std::string{program};
    std::replace(name.begin(), name.end(), '-', '_');
    return name;
}

std::string verb_names(const ProgramCard& program, std::string_view between)
{
    std::string names;
    for (const VerbCard& verb : program.verbs) {
        names += (names.empty() ? "" : std::string{between}) + std::string{verb.name};
    }
    return names;
}

/// In single quotes, as all three shells read them.
std::string in_quotes(std::string_view text)
{
    std::string result = "'";
    for (const char c : text) {
        if (c == '\'') {
            result += "'\\''";
        } else {
            result += c;
        }
    }
    return result + "'";
}

/// Whether an option wants names that stand in the index.
bool asks_index(const ProgramCard& program)
{
    return std::any_of(program.verbs.begin(), program.verbs.end(), [](const VerbCard& verb) {
        return std::any_of(verb.options.begin(), verb.options.end(), [](const auto& option) {
            return kind_of(option) == ValueKind::Person || kind_of(option) == ValueKind::Country;
        });
    });
}

// The functions that offer names of a kind, $1, which stand in the index that the line names, or
// else the environment. Names are others' texts: $(…) in one must not be run with the line. zsh and
// fish put what they are offered in quotes, bash does so only for what it is told to be files.

constexpr std::string_view kBashValues = R"sh(_dateline_values()
{
    local i name names=() index=() typed=${COMP_WORDS[COMP_CWORD]//[\"\'\\]/}
    for (( i = 1; i + 1 < COMP_CWORD; i++ )); do
        case ${COMP_WORDS[i]} in --index|-i) index=(--index "${COMP_WORDS[i+1]/#\~/$HOME}") ;; esac
    done
    mapfile -t names < <(dateline-search complete --format tsv "${index[@]}" -- "$typed" \
        2>/dev/null | awk -F '\t' -v kind="$1" '$1 == kind {print $2}')
    for name in "${names[@]}"; do
        case ${COMP_WORDS[COMP_CWORD]} in
            [\"\']*) [[ $name == *[\"\'\`\$\\!]* ]] || COMPREPLY+=("$name") ;;
            *) printf -v name %q "$name"; COMPREPLY+=("$name") ;;
        esac
    done
}
)sh";

constexpr std::string_view kZshValues = R"sh(_dateline_values()
{
    local index=${(Q)opt_args[--index]:-${(Q)opt_args[-i]}}
    compadd -U -- ${(f)"$(dateline-search complete --format tsv \
        ${index:+--index} ${index:+${~index}} -- "${(Q)PREFIX}" \
        2>/dev/null | awk -F '\t' -v kind="$1" '$1 == kind {print $2}')"}
}
)sh";

constexpr std::string_view kFishValues = R"sh(function __dateline_values
    set -l words (commandline -opc)
    set -l index
    for i in (seq 2 (math (count $words) - 1))
        if contains -- $words[$i] --index -i
            set index --index (string replace -r '^~' $HOME -- $words[(math $i + 1)])
        end
    end
    dateline-search complete --format tsv $index -- (commandline -ct | string trim -c '"\'') \
        2>/dev/null | awk -F '\t' -v kind=$argv[1] '$1 == kind {print $2}'
end
)sh";

// ---- bash ----

std::string bash_options(const ProgramCard& program)
{
    std::string text;
    for (const VerbCard& verb : program.verbs) {
        text += "        " + std::string{verb.name} + ") options='--help";
        for (const auto& option : verb.options) { text += " --" + std::string{option.name}; }
        text += "' ;;\n";
    }
    return text;
}

/// The options of one kind of value, as a pattern: "--index|-i|--save".
std::string bash_pattern(const ProgramCard& program, ValueKind kind)
{
    std::vector<std::string> names;
    for (const VerbCard& verb : program.verbs) {
        for (const auto& option : verb.options) {
            if (kind_of(option) != kind) { continue; }
            names.push_back("--" + std::string{option.name});
            if (option.letter != 0) { names.push_back(std::string{"-"} + option.letter); }
        }
    }
    std::sort(names.begin(), names.end());
    names.erase(std::unique(names.begin(), names.end()), names.end());
    std::string pattern;
    for (const std::string& name : names) { pattern += (pattern.empty() ? "" : "|") + name; }
    return pattern;
}

std::string bash_case(const ProgramCard& program, ValueKind kind, std::string_view action)
{
    const std::string pattern = bash_pattern(program, kind);
    if (pattern.empty()) { return {}; }
    return "        " + pattern + ") " + std::string{action} + "; return ;;\n";
}

std::string bash(const ProgramCard& program)
{
    const std::string function = function_name(program.name);
    return "# bash completion for " + std::string{program.name} + "; made by it\n" +
           std::string{asks_index(program) ? kBashValues : ""} + function +
           "()\n{\n    local cur=${COMP_WORDS[COMP_CWORD]} prev=${COMP_WORDS[COMP_CWORD-1]}\n"
           "    local verb=" +
           in_quotes(program.default_verb) +
           " options='' word\n"
           "    for word in \"${COMP_WORDS[@]:1:COMP_CWORD-1}\"; do\n"
           "        case $word in " +
           verb_names(program, "|") +
           ") verb=$word; break ;; esac\n"
           "    done\n    COMPREPLY=()\n    case $prev in\n" +
           bash_case(program, ValueKind::Folder,
                     "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -d -- \"$cur\")") +
           bash_case(program, ValueKind::File,
                     "compopt -o filenames; mapfile -t COMPREPLY < <(compgen -f -- \"$cur\")") +
           bash_case(program, ValueKind::Person, "_dateline_values person") +
           bash_case(program, ValueKind::Country, "_dateline_values country") +
           bash_case(program, ValueKind::Other, ":") + "    esac\n    case $verb in\n" +
           bash_options(program) +
           "    esac\n    if [[ $cur == -* ]]; then\n"
           "        mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$cur\")\n"
           "    elif (( COMP_CWORD == 1 )); then\n"
           "        mapfile -t COMPREPLY < <(compgen -W " +
           in_quotes(verb_names(program, " ")) +
           " -- \"$cur\")\n    fi\n}\ncomplete -o bashdefault -o default -F " + function + ' ' +
           std::string{program.name} + '\n';
}

// ---- zsh ----

/// A description inside of [ ], where brackets, colons and backslashes have a meaning.
std::string zsh_text(std::string_view text)
{
    std::string safe;
    for (const char c : text) {
        if (c == '[' || c == ']' || c == ':' || c == '\\') { safe += '\\'; }
        safe += c;
    }
    return safe;
}

std::string zsh_action(ValueKind kind)
{
    switch (kind) {
        case ValueKind::Folder:
            return "_files -/";
        case ValueKind::File:
            return "_files";
        case ValueKind::Person:
            return "{_dateline_values person}";
        case ValueKind::Country:
            return "{_dateline_values country}";
        case ValueKind::None:
        case ValueKind::Other:
            break;
    }
    return " ";
}

std::string zsh_option(const detail::Spelling& option)
{
    const std::string value =
        option.value.empty() ? ""
                             : ":" + zsh_text(option.value) + ":" + zsh_action(kind_of(option));
    std::string text;
    const auto add = [&](const std::string& name) {
        text += " \\\n            " +
                in_quotes("*" + name + "[" + zsh_text(option.summary) + "]" + value);
    };
    add("--" + std::string{option.name});
    if (option.letter != 0) { add(std::string{"-"} + option.letter); }
    return text;
}

std::string zsh(const ProgramCard& program)
{
    std::string list;
    std::string cases;
    for (const VerbCard& verb : program.verbs) {
        list += "\n        " + in_quotes(zsh_text(verb.name) + ":" + std::string{verb.summary});
        cases += "        " + std::string{verb.name} + ") _arguments -s " +
                 in_quotes("(- *)--help[show its options]");
        for (const auto& option : verb.options) { cases += zsh_option(option); }
        cases += " \\\n            '*:argument:_files' ;;\n";
    }
    return "#compdef " + std::string{program.name} + "\n# made by it\n" +
           std::string{asks_index(program) ? kZshValues : ""} + function_name(program.name) +
           "()\n{\n    local -a verbs=(" + list +
           "\n    )\n    local verb=" + in_quotes(program.default_verb) +
           "\n    if (( CURRENT == 2 )) && [[ $PREFIX != -* ]]; then\n"
           "        _describe verb verbs\n        return\n    fi\n    case $words[2] in " +
           verb_names(program, "|") + ") verb=$words[2]; shift words; (( CURRENT-- )) ;; esac\n" +
           "    case $verb in\n" + cases + "    esac\n}\n" + function_name(program.name) +
           " \"$@\"\n";
}

// ---- fish ----

std::string fish_action(ValueKind kind)
{
    switch (kind) {
        case ValueKind::None:
            return "";
        case ValueKind::Folder:
            return " -x -a '(__fish_complete_directories)'";
        case ValueKind::File:
            return " -r -F";
        case ValueKind::Person:
            return " -x -a '(__dateline_values person)'";
        case ValueKind::Country:
            return " -x -a '(__dateline_values country)'";
        case ValueKind::Other:
            break;
    }
    return " -x";
}

std::string fish(const ProgramCard& program)
{
    const std::string command = "complete -c " + std::string{program.name};
    const std::string verbs = verb_names(program, " ");
    std::string text = "# fish completion for " + std::string{program.name} + "; made by it\n" +
                       std::string{asks_index(program) ? kFishValues : ""};
    for (const VerbCard& verb : program.verbs) {
        text += command + " -n " + in_quotes("not __fish_seen_subcommand_from " + verbs) + " -a " +
                std::string{verb.name} + " -d " + in_quotes(verb.summary) + '\n';
        const bool may_lack = verb.name == program.default_verb;
        const std::string when = "__fish_seen_subcommand_from " + std::string{verb.name} +
                                 (may_lack ? "; or not __fish_seen_subcommand_from " + verbs : "");
        for (const auto& option : verb.options) {
            text += command + " -n " + in_quotes(when) + " -l " + std::string{option.name};
            if (option.letter != 0) { text += std::string{" -s "} + option.letter; }
            text += fish_action(kind_of(option)) + " -d " + in_quotes(option.summary) + '\n';
        }
    }
    return text;
}

}  // namespace

std::string completions(const ProgramCard& program, std::string_view shell)
{
    if (shell == "bash") { return bash(program); }
    if (shell == "zsh") { return zsh(program); }
    if (shell == "fish") { return fish(program); }
    return {};
}

}  // namespace dateline::cli
