// export: the articles of an index as the peers read them.
#include "benchmarks/compare/commands/command.hpp"
#include "benchmarks/compare/export_corpus.hpp"

namespace dateline::compare {
namespace {

Result<int> run_export(const Call& call)
{
    if (call.arguments.size() != 3) {
        return fail(ErrorKind::Usage, "export takes INDEX TSV DUMP");
    }
    const auto exported = export_corpus(call.arguments[0], call.arguments[1], call.arguments[2]);
    if (!exported) { return Failure{exported.error()}; }
    call.out << exported->articles << ' ' << exported->text_bytes << '\n';
    return 0;
}

}  // namespace

extern const Command export_command{
    .name = "export",
    .arguments = "INDEX TSV DUMP",
    .summary = "Writes an index's articles as the peers read them",
    .example = "dateline-compare export news.idx corpus.tsv corpus.dump",
    .run = run_export,
};

}  // namespace dateline::compare
