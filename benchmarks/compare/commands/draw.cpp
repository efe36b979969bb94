// draw: questions of every class, from a corpus, by a seed.
#include "benchmarks/compare/draw.hpp"

#include "benchmarks/compare/commands/command.hpp"
#include "benchmarks/compare/read_text.hpp"

namespace dateline::compare {
namespace {

Result<int> run_draw(const Call& call)
{
    if (call.arguments.size() != 1) { return fail(ErrorKind::Usage, "draw takes one TSV"); }
    const auto text = read_text(call.settings.source / "classes.tsv");
    if (!text) { return Failure{text.error()}; }
    const auto classes = parse_classes(*text);
    if (!classes) { return Failure{classes.error()}; }
    const auto questions = draw_questions(
        *classes, call.arguments.front(),
        {.seed = call.settings.seed, .of_each = static_cast<std::size_t>(call.settings.questions)});
    if (!questions) { return Failure{questions.error()}; }
    call.out << text_of(*questions);
    return 0;
}

}  // namespace

extern const Command draw_command{
    .name = "draw",
    .arguments = "TSV",
    .summary = "Draws questions of every class from an exported corpus",
    .example = "dateline-compare draw --seed 7 corpus.tsv",
    .run = run_draw,
};

}  // namespace dateline::compare
