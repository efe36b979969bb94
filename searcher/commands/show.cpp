// show: prints an article with what was detected in it and what a query matches; in a pager if
// that is longer than the terminal.
#include "searcher/commands/show.hpp"

#include "common/cli/pager.hpp"
#include "searcher/commands/tables.hpp"
#include "searcher/output/text_article.hpp"

#include <cstdlib>
#include <sstream>
#include <unistd.h>

namespace dateline::searcher {
namespace {

Result<int> run_show(const Call& call)
{
    const Settings& settings = call.settings;
    if (call.arguments.empty()) {
        return fail(ErrorKind::Usage, "show takes an article's id",
                    "ids are what find shows, for example: dateline-search show reuters/1");
    }
    const std::string query = joined({call.arguments.begin() + 1, call.arguments.end()});
    const std::string_view format = settings.format->name;
    if (settings.why && format != "text" && format != "json") {
        return fail(ErrorKind::Usage, "--why does not go with --format " + std::string{format},
                    "text and json say of each mark where it stands and which rule made it");
    }
    if (!query.empty() && format != "text") {
        return fail(ErrorKind::Usage, "a query does not go with --format " + std::string{format},
                    "what it matches is shown in text only");
    }
    auto opened = open_engine(call);
    if (!opened) { return Failure{opened.error()}; }
    Engine engine = *std::move(opened);
    if (query.empty()) { return show_article(call, engine, call.arguments.front()); }
    const auto request = request_of(settings, query);
    if (!request) { return Failure{request.error()}; }
    return show_article(call, engine, call.arguments.front(), &*request);
}

}  // namespace

Result<int> show_article(const Call& call, Engine& engine, const std::string& id,
                         const SearchRequest* request)
{
    const auto article = request == nullptr ? engine.show(id) : engine.show(id, *request);
    if (!article) { return Failure{article.error()}; }
    Style style = style_of_output(call.settings);
    style.fields = call.settings.fields;
    style.why = call.settings.why;
    const bool has_matches = !article->title_matches.empty() || !article->body_matches.empty();
    if (request != nullptr && !has_matches) {
        tell_notes(call, {"the query matches no word of this article"});
    }
    if (call.settings.format->name != "text" || ::isatty(STDOUT_FILENO) == 0) {
        call.settings.format->write_article(*article, style, call.out);
        return 0;
    }
    std::ostringstream text;
    call.settings.format->write_article(*article, style, text);
    const std::string find = has_matches ? "^" + std::string{kMatchSign} : "";
    call.out.flush();
    if (cli::fits_on(cli::screen_of(STDOUT_FILENO), text.str()) ||
        !cli::show_in_pager(cli::pager_words(std::getenv("PAGER"), find), text.str())) {
        call.out << text.str();
    }
    return 0;
}

extern const Command show_command{
    .name = "show",
    .arguments = "ID [QUERY]",
    .summary =
        "Prints an article, in $PAGER on a terminal: who and when, and what a query matches "
        "(in less, n and N go to the next match and the one before)",
    .example = "dateline-search show --index news.idx reuters/1 maduro",
    .run = run_show,
};

}  // namespace dateline::searcher
