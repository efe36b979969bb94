// show: prints an article with what was detected in it.
#include "searcher/commands/asked.hpp"

namespace dateline::searcher {
namespace {

Result<int> run_show(const Call& call)
{
    if (call.arguments.size() != 1) {
        return fail(ErrorKind::Usage, "show takes one article's id",
                    "ids are what find shows, for example: dateline-search show reuters/1");
    }
    auto opened = open_engine(call);
    if (!opened) { return Failure{opened.error()}; }
    Engine engine = *std::move(opened);
    auto found = engine.show(call.arguments.front());
    if (!found) { return Failure{found.error()}; }
    ShownArticle article = *std::move(found);
    article.why = call.settings.why;
    Style style = style_of_output();
    style.fields = call.settings.fields;
    call.settings.format->write_article(article, style, call.out);
    return 0;
}

}  // namespace

extern const Command show_command{
    .name = "show",
    .arguments = "ID",
    .summary = "Prints an article, and the people, countries and dates found in it",
    .example = "dateline-search show --index news.idx reuters/1",
    .run = run_show,
};

}  // namespace dateline::searcher
