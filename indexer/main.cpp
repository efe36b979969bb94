// dateline-index: reads dumps of news articles and writes the index that dateline-search reads.
#include "common/cli/main_guard.hpp"
#include "common/schema/field_table.hpp"
#include "common/storage/file.hpp"
#include "common/storage/index_files.hpp"
#include "indexer/analyze.hpp"
#include "indexer/commands/command.hpp"
#include "indexer/tagger/model_file.hpp"

#include <iostream>

// What jemalloc reads when the program begins. Segments are built in memory and given back whole:
// with huge pages, and pages kept for the next segment, a twentieth to a fifth less CPU time and a
// seventh more memory at its peak.
extern "C" {
extern const char* malloc_conf;
const char* malloc_conf = "thp:always,dirty_decay_ms:60000";
}

namespace {

std::vector<dateline::cli::ManualPage> manual_pages()
{
    return {{.section = '5',
             .name = "dateline-files",
             .summary = "the files of an index",
             .text = dateline::index_files_text()}};
}

/// The detectors as articles are marked with them, and the hash of the tagger's model.
std::string parts()
{
    using namespace dateline;
    const auto all = indexer::detectors();
    return "detectors " + indexer::Analyzer{{all.begin(), all.end()}}.name() + "\ntagger's model " +
           hash_hex(indexer::built_in_model_file()) + " (XXH3-128)\n";
}

}  // namespace

int main(int argc, char** argv)
{
    using namespace dateline;
    const cli::Program<indexer::Settings> program{
        .name = indexer::kProgramName,
        .summary = "Reads dumps of news articles and writes an index of them.",
        .commands = indexer::commands(),
        .options = indexer::options(),
        .default_verb = "",
        .versions = cli::version_text(),
        .fields = field_table(),
        .pages = manual_pages,
        .parts = parts,
    };
    std::ios::sync_with_stdio(false);
    return cli::guarded_main(program, argc, argv, std::cout, std::cerr);
}
