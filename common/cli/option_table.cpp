#include "common/cli/option_table.hpp"

// With std::regex cxxopts takes 20 million instructions before a program begins: half a search.
#define CXXOPTS_NO_REGEX
#include <algorithm>
#include <cxxopts.hpp>
#include <memory>

namespace dateline::cli {
namespace {

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

}  // namespace

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
    const std::string text = spec_of(program, options).help();
    const auto first = text.find("  -");
    return first == std::string::npos ? std::string{} : text.substr(text.rfind('\n', first) + 1);
}

Result<detail::Given> detail::read_words(std::string_view program, std::string_view verb,
                                         const std::vector<Spelling>& options,
                                         const std::vector<std::string>& words)
{
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
        return fail(ErrorKind::Usage, problem.what(),
                    "see " + std::string{program} + " " + std::string{verb} +
                        " --help; a word that begins with - goes behind --");
    }
}

}  // namespace dateline::cli
