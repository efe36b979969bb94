#include "common/cli/option_table.hpp"

#include "common/cli/progress.hpp"
#include "common/text/edit_distance.hpp"

// With std::regex cxxopts takes 20 million instructions before a program begins: half a search.
#define CXXOPTS_NO_REGEX
#include <algorithm>
#include <cstdlib>
#include <cxxopts.hpp>
#include <memory>
#include <unistd.h>

namespace dateline::cli {
namespace {

/// --help is as wide as the terminal between these; 76 columns in a pipe.
constexpr unsigned kLeastHelp = 50;
constexpr unsigned kMostHelp = 100;

cxxopts::Options spec_of(std::string_view program, const std::vector<detail::Spelling>& options)
{
    cxxopts::Options spec{std::string{program}};
    for (const auto& option : options) {
        const std::string names =
            (option.letter ? std::string{option.letter, ','} : std::string{}) +
            std::string{option.name};
        const auto type = option.value.empty()
                              ? std::static_pointer_cast<cxxopts::Value>(cxxopts::value<bool>())
                              : cxxopts::value<std::string>();
        if (!option.preset.empty()) { type->default_value(std::string{option.preset}); }
        spec.add_options()(names, std::string{option.summary}, type, std::string{option.value});
    }
    spec.add_options()("h,help", "show this text");
    return spec;
}

/// The first long option among the words that the verb does not take, without dashes; or "".
std::string unknown_option(const std::vector<detail::Spelling>& options,
                           const std::vector<std::string>& words)
{
    for (const std::string& word : words) {
        if (word == "--") { break; }
        if (!word.starts_with("--")) { continue; }
        const std::string name = word.substr(2, word.find('=') - 2);
        const bool known = name == "help" ||
                           std::any_of(options.begin(), options.end(),
                                       [&name](const auto& option) { return option.name == name; });
        if (!known) { return name; }
    }
    return {};
}

}  // namespace

Error detail::no_such_option(std::string_view name, const std::vector<std::string_view>& names)
{
    const std::string_view nearest = nearest_name(name, names);
    return {.kind = ErrorKind::Usage,
            .message = "there is no option --" + std::string{name},
            .hint = nearest.empty() ? "" : "did you mean --" + std::string{nearest} + "? "};
}

bool detail::environment_names_index()
{
    const char* const index = std::getenv("DATELINE_INDEX");
    return index != nullptr && *index != '\0';
}

bool has_word(std::string_view list, std::string_view word)
{
    while (!list.empty()) {
        const std::size_t blank = std::min(list.find(' '), list.size());
        if (list.substr(0, blank) == word) { return true; }
        list.remove_prefix(std::min(blank + 1, list.size()));
    }
    return false;
}

std::string detail::list_options(std::string_view program, const std::vector<Spelling>& options)
{
    auto spec = spec_of(program, options);
    const Screen screen = screen_of(STDOUT_FILENO);
    if (screen.there) { spec.set_width(std::clamp(screen.columns, kLeastHelp, kMostHelp)); }
    const std::string text = spec.help();
    const auto first = text.find("  -");
    return first == std::string::npos ? std::string{} : text.substr(text.rfind('\n', first) + 1);
}

Result<detail::Given> detail::read_words(std::string_view program, std::string_view verb,
                                         const std::vector<Spelling>& options,
                                         const std::vector<std::string>& words)
{
    const std::string see = "see " + std::string{program} + " " + std::string{verb} +
                            " --help; a word that begins with - goes behind --";
    if (const std::string name = unknown_option(options, words); !name.empty()) {
        std::vector<std::string_view> names;
        for (const auto& option : options) { names.push_back(option.name); }
        const Error error = no_such_option(name, names);
        return fail(error.kind, error.message + " of " + std::string{verb}, error.hint + see);
    }
    std::vector<const char*> argv{""};
    for (const std::string& word : words) { argv.push_back(word.c_str()); }
    try {
        auto spec = spec_of(program, options);
        const auto parsed = spec.parse(static_cast<int>(argv.size()), argv.data());
        Given given{.arguments = parsed.unmatched(), .wants_help = parsed.count("help") != 0};
        for (const auto& option : parsed.arguments()) {
            given.options.emplace_back(option.key(), option.value());
        }
        return given;
    } catch (const cxxopts::exceptions::exception& problem) {
        return fail(ErrorKind::Usage, problem.what(), see);
    }
}

}  // namespace dateline::cli
