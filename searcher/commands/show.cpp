// show: prints an article with what was detected in it.
#include "common/cli/values.hpp"
#include "searcher/commands/command.hpp"
#include "searcher/search/engine.hpp"

namespace dateline::searcher {
namespace {

Result<int> run_show(const Call& call)
{
    if (call.arguments.size() != 1) {
        return fail(ErrorKind::Usage, "show takes one article's id",
                    "ids are what find shows, for example: dateline-search show reuters/1");
    }
    const auto index = cli::index_path(call.settings.index);
    if (!index) { return Failure{index.error()}; }
    auto engine = Engine::open(*index);
    if (!engine) { return Failure{engine.error()}; }
    Engine open = *std::move(engine);
    const auto article = open.show(call.arguments.front());
    if (!article) { return Failure{article.error()}; }
    Style style = style_of_output();
    style.fields = call.settings.fields;
    call.settings.format->write_article(*article, style, call.out);
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
