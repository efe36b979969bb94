// syntax: the query language as tables, made from the lists in the code.
#include "common/cli/fit.hpp"
#include "common/schema/field_table.hpp"
#include "common/text/ascii.hpp"
#include "searcher/commands/command.hpp"
#include "searcher/query/day_words.hpp"
#include "searcher/query/expansion.hpp"
#include "searcher/query/field_names.hpp"
#include "searcher/query/habits.hpp"
#include "searcher/query/near_parts.hpp"
#include "searcher/query/open_words.hpp"
#include "searcher/query/operator.hpp"
#include "searcher/query/parser.hpp"
#include "searcher/query/query_text.hpp"
#include "searcher/query/word_leaf.hpp"

#include <map>
#include <sstream>

namespace dateline::searcher {
namespace {

constexpr std::size_t kExampleWidth = 36;

/// A long example has a line of its own.
void write_row(std::ostream& out, std::string_view example, std::string_view summary)
{
    out << "  " << example;
    std::size_t used = example.size();
    if (used >= kExampleWidth) {
        out << "\n  ";
        used = 0;
    }
    out << std::string(kExampleWidth - used, ' ') << summary << '\n';
}

void write_operators(std::ostream& out)
{
    out << "words and operators\n";
    for (const Operator* op : operators()) { write_row(out, op->example, op->summary); }
    write_row(out, "(oil OR gas) sanctions", "a group; title:(oil OR gas) is one in a field");
    out << "  Operators are in capitals. What binds tightest: a field's colon, then NEAR ADJ SENT "
           "PARA,\n"
           "  NOT, AND (or nothing between two parts), OR. NEAR and its like join words, phrases,\n"
           "  groups of ORs and person:.\n";
}

void write_dates(std::ostream& out)
{
    out << "\ndates\n";
    for (const DayExample& day : kDayExamples) { write_row(out, day.written, day.summary); }
}

/// Names of other systems for one field of ours stand in one row.
void write_habits(std::ostream& out)
{
    out << "\nof other systems; a note says how it was read\n";
    for (const NearExample& near : kNearExamples) { write_row(out, near.written, near.ours); }
    for (const OperatorHabit& habit : kOperatorHabits) {
        write_row(out, "oil " + std::string{habit.written} + " gas", ascii::upper(habit.op));
    }
    std::map<std::string, std::string> names{{"title: OR lead:", std::string{kHeadlineAndLead}}};
    for (const FieldHabit& habit : kFieldHabits) {
        std::string& all = names[field_named(habit.name)->read_as];
        all += (all.empty() ? "" : " ") + std::string{habit.name} + ':';
    }
    for (const auto& [ours, written] : names) { write_row(out, written, ours); }
    write_row(out, "title(visit) hd=visit date>2022", "title:(visit) title:visit date:>2022");
    write_row(out, "sanction!", "sanction*");
}

void write_limits(std::ostream& out)
{
    const auto row = [&out](std::uint64_t most, std::string_view of) {
        write_row(out, std::to_string(most), of);
    };
    out << "\nat most\n";
    row(kMaxQueryBytes, "bytes of a query");
    row(kMaxLeaves, "words, phrases and values in it");
    row(kMaxDepth, "brackets and NOTs in each other");
    row(kMaxPhraseWords, "words of a phrase");
    row(kMostNearParts, "parts joined by NEAR and its like");
    row(kMaxDistance, "words of distance between them");
    row(kMaxTimes, "times of atleast");
    row(kMaxExpansions, "words with * ? or ~");
    row(kMaxForms, "words that one of them stands for; of more, the commonest");
    row(kMaxAnyWords, "different words behind --any");
    write_row(out, "at least " + std::to_string(kMinPrefix), "letters before a *");
}

Result<int> run_syntax(const Call& call)
{
    std::ostringstream text;
    write_syntax(text);
    cli::write_fitted(text.view(), call.out);
    return 0;
}

}  // namespace

void write_syntax(std::ostream& out)
{
    write_operators(out);
    out << "\nfields\n" << field_table();
    write_dates(out);
    write_habits(out);
    write_limits(out);
}

extern const Command syntax_command{
    .name = "syntax",
    .arguments = "",
    .summary = "Prints the query language as tables",
    .example = "dateline-search syntax",
    .run = run_syntax,
};

}  // namespace dateline::searcher
