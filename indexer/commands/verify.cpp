// verify: whether the index is whole, down to the last word of the last article.
#include "common/cli/progress.hpp"
#include "common/cli/values.hpp"
#include "common/text/number.hpp"
#include "indexer/check_index.hpp"
#include "indexer/commands/command.hpp"

#include <algorithm>
#include <thread>
#include <unistd.h>

namespace dateline::indexer {
namespace {

/// Each thread holds the vocabulary of a segment and the list of names.
constexpr unsigned kMostThreads = 8;

void print(const IndexReport& report, const Call& call)
{
    report.damages.print(call.err);
    for (const std::string& skipped : report.skipped) { call.err << skipped << '\n'; }
    if (!report.damages.empty()) {
        call.err << "make the index anew from the dumps with dateline-index add\n";
        return;
    }
    if (call.settings.digest) {
        call.out << report.digest << '\n';
        return;
    }
    call.out << "all is well: " << with_commas(report.articles) << " articles in "
             << with_commas(report.segments) << (report.segments == 1 ? " segment" : " segments")
             << ", generation " << report.generation << '\n';
}

Result<int> run_verify(const Call& call)
{
    const auto index = cli::index_path(call.settings.index);
    if (!index) { return Failure{index.error()}; }
    const cli::Screen screen = call.settings.quiet ? cli::Screen{} : cli::screen_of(STDERR_FILENO);
    cli::ProgressLine line{call.err, screen};
    const IndexCheck check{
        .threads = std::clamp(std::thread::hardware_concurrency(), 1U, kMostThreads),
        .wants_digest = call.settings.digest,
        .tell = [&line](const Checked& done, const Checked& total) {
            line.show({.articles = done.articles,
                       .text_bytes = done.text_bytes,
                       .bytes_done = done.text_bytes,
                       .bytes_total = total.text_bytes});
        }};
    const auto report = check_index(*index, check);
    line.clear();
    if (!report) { return Failure{report.error()}; }
    print(*report, call);
    return report->damages.empty() ? 0 : exit_code::kDamaged;
}

}  // namespace

extern const Command verify_command{
    .name = "verify",
    .arguments = "",
    .summary =
        "Checks that the index is whole: file hashes, then all words, columns and postings "
        "against the stored articles",
    .example = "dateline-index verify --index news.idx --digest",
    .run = run_verify,
};

}  // namespace dateline::indexer
