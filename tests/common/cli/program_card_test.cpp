// Pages of the manual and completions of a small program, as golden files.
#include "common/cli/program_card.hpp"

#include "tests/support/golden.hpp"

#include <doctest/doctest.h>

using namespace dateline;

namespace {

cli::ProgramCard small_program()
{
    const cli::detail::Spelling index{"index", 'i', "DIR", "", "the index (or DATELINE_INDEX)"};
    const cli::detail::Spelling person{"person", '\0', "NAME", "",
                                       "this person's: anybody's [any]"};
    const cli::detail::Spelling limit{"limit", 'n', "N", "10", "how many, at most 1000"};
    const cli::detail::Spelling save{"save", '\0', "FILE", "", "keep it"};
    return {
        .name = "dateline-small",
        .summary = "Finds a thing - or two",
        .default_verb = "find",
        .version = "1.2",
        .fields = "  body     words\n  title    .of 'the' headline\\n\n",
        .verbs =
            {{"find", "QUERY…", "Searches", "dateline-small find 'a b'", {index, person, limit}},
             {"keep", "", "Keeps what isn't lost", "", {index, save}}},
        .pages = {
            {'7', "dateline-words", "words", "words\n  a AND b   both\n\nlimits\n  9  most\n"}}};
}

}  // namespace

TEST_SUITE("common/cli/program_card")
{
    TEST_CASE("the manual has each verb and each option once")
    {
        const cli::ProgramCard program = small_program();
        tests::check_golden("manual/program.1", cli::manual(program));
        tests::check_golden("manual/tables.7", cli::manual(program, program.pages.front()));
    }

    TEST_CASE("completions for each shell")
    {
        for (const std::string_view shell : cli::kShells) {
            tests::check_golden("manual/completions." + std::string{shell},
                                cli::completions(small_program(), shell));
        }
        CHECK(cli::completions(small_program(), "csh").empty());
    }
}
