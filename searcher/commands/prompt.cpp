// prompt: questions one after the other, over an index that is opened once.
#include "common/cli/progress.hpp"
#include "common/cli/report.hpp"
#include "common/interrupt.hpp"
#include "searcher/option_values.hpp"
#include "searcher/prompt/history_file.hpp"
#include "searcher/prompt/line_reader.hpp"
#include "searcher/prompt/session.hpp"

#include <algorithm>
#include <iostream>
#include <unistd.h>

namespace dateline::searcher {
namespace {

/// As many hits as fit on the screen beside the choices, a handful of lines each; at least three.
std::uint64_t hits_on_screen(std::uint64_t most)
{
    constexpr std::uint64_t kLinesOfChoices = 14;
    constexpr std::uint64_t kLinesOfHit = 5;
    const std::uint64_t rows =
        std::max<std::uint64_t>(cli::screen_of(STDOUT_FILENO).rows, kLinesOfChoices);
    return std::min(most, std::max<std::uint64_t>(3, (rows - kLinesOfChoices) / kLinesOfHit));
}

/// Reads and does lines until there are no more. What goes wrong is told, and the next one read.
void converse(Session& session, LineReader& lines, const Call& call)
{
    std::string line;
    while (!session.is_over() && call.out) {
        forget_cancel();
        const LineEnd end = lines.read(line);
        if (end == LineEnd::Over) { return; }
        if (end == LineEnd::Cancelled) { continue; }
        const auto done = session.take(line);
        call.out.flush();
        if (!done) { cli::report(kProgramName, done.error(), call.err); }
    }
}

Result<int> run_prompt(const Call& call)
{
    if (!call.arguments.empty()) {
        return fail(ErrorKind::Usage, "prompt takes no query",
                    "type it at the prompt; or give it to find");
    }
    Settings settings = call.settings;
    if (auto text = set_format(settings, "text"); !text) { return Failure{text.error()}; }
    auto opened = open_engine(call);
    if (!opened) { return Failure{opened.error()}; }
    const Call own{settings, call.arguments, call.out, call.err};
    const bool has_terminal = ::isatty(STDIN_FILENO) != 0 && ::isatty(STDOUT_FILENO) != 0;
    Session session{own, *std::move(opened),
                    has_terminal ? hits_on_screen(settings.limit) : settings.limit, has_terminal};
    catch_cancels();
    if (!has_terminal) {
        converse(session, *piped_lines(std::cin), own);
        return 0;
    }
    call.out << "Type a query, or :help; Ctrl-D leaves.\n" << std::flush;
    const auto lines = edited_lines("dateline> ", history_path(), [&](std::string_view before) {
        return complete_line(before, session.snapshot(), saved_source(settings));
    });
    converse(session, *lines, own);
    return 0;
}

}  // namespace

extern const Command prompt_command{
    .name = "prompt",
    .arguments = "",
    .summary =
        "Answers queries one after the other, with history, completion and facets to choose "
        "from; :help lists its commands",
    .example = "dateline-search prompt --index news.idx",
    .run = run_prompt,
};

}  // namespace dateline::searcher
