// A program as its readers see it: what its manual, its completions and its advice are made of.
#pragma once

#include "common/cli/option_table.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::cli {

/// One verb, and the options that it takes.
struct VerbCard {
    std::string_view name;
    std::string_view arguments;  ///< as --help shows them: "PATH… | -"
    std::string_view summary;
    std::string_view example;
    std::vector<detail::Spelling> options{};
};

/// A page of the manual beside the program's own: tables as people read them, headings at the
/// margin and rows indented.
struct ManualPage {
    char section = '7';
    std::string_view name;  ///< "dateline-query"
    std::string_view summary;
    std::string text{};
};

struct ProgramCard {
    std::string_view name;
    std::string_view summary;
    std::string_view default_verb;  ///< "" if there is none
    std::string version{};          ///< "0.1.0"
    std::string fields{};           ///< the schema, a line for each field
    std::vector<VerbCard> verbs{};
    std::vector<ManualPage> pages{};
};

/// The program's page of the manual (section 1), as roff.
std::string manual(const ProgramCard& program);

/// Another page of it, as roff.
std::string manual(const ProgramCard& program, const ManualPage& page);

/// The shells there are completions for.
inline constexpr std::string_view kShells[] = {"bash", "zsh", "fish"};

/// A script that completes verbs, options, files and what stands in the index; "" for a shell that
/// is none of kShells.
std::string completions(const ProgramCard& program, std::string_view shell);

}  // namespace dateline::cli
