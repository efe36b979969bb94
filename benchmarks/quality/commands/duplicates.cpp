// duplicates: the place for the pairs of articles that are one; there is nothing to measure yet.
#include "benchmarks/quality/commands/command.hpp"

namespace dateline::quality {
namespace {

Result<int> run_duplicates(const Call&)
{
    return fail(ErrorKind::Usage, "the product finds no duplicates yet",
                "when it does, this verb will score its pairs");
}

}  // namespace

extern const Command duplicates_command{
    .name = "duplicates",
    .arguments = "",
    .summary = "Refuses: the product finds no duplicates yet",
    .example = "dateline-quality duplicates",
    .run = run_duplicates,
};

}  // namespace dateline::quality
