// boilerplate: learns from dumps which paragraphs are furniture of their sources.
#include "indexer/boilerplate.hpp"

#include "common/interrupt.hpp"
#include "common/storage/file.hpp"
#include "indexer/article_reader.hpp"
#include "indexer/boilerplate_learner.hpp"
#include "indexer/commands/dump_run.hpp"

namespace dateline::indexer {
namespace {

Result<int> run_boilerplate(const Call& call)
{
    auto dumps = named_dumps(call);
    if (!dumps) { return Failure{dumps.error()}; }
    const auto writer = open_writer(call, false);
    if (!writer) { return Failure{writer.error()}; }
    auto opened = Boilerplate::open((*writer)->path());
    if (!opened) { return Failure{opened.error()}; }
    Boilerplate table = *std::move(opened);
    auto output = RunOutput::open(call.settings, *dumps, call.err);
    if (!output) { return Failure{output.error()}; }
    ArticleReader articles{call.settings, *std::move(dumps), (*output)->summary(),
                           (*output)->progress()};
    catch_interrupts();
    BoilerplateLearner learner;
    while (!is_interrupted()) {
        const auto record = articles.next();
        if (!record) { break; }
        learner.see(record->analyzed->article);
        (*output)->summary().add(Outcome::Unchanged);
    }
    if (!is_interrupted()) {
        table.learn(learner.rows());
        if (auto written = replace_file((*writer)->path() / kBoilerplateFile, table.text());
            !written) {
            return Failure{written.error()};
        }
        call.out << table.text();
    }
    return (*output)->finish(is_interrupted(), "looked at");
}

}  // namespace

extern const Command boilerplate_command{
    .name = "boilerplate",
    .arguments = "PATH… | -",
    .summary = "Learns which paragraphs stand in many articles of a source, for add to leave out",
    .example = "dateline-index boilerplate --index news.idx dumps/",
    .run = run_boilerplate,
};

}  // namespace dateline::indexer
