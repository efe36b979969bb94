// boilerplate.tsv: any bytes → a table that is written as it was read, or a refusal; and an article
// that it is laid over keeps a text.
#include "indexer/boilerplate.hpp"

#include "common/text/utf8.hpp"
#include "tests/fuzz/fuzz_target.hpp"

#include <algorithm>
#include <string>

namespace dateline::tests {
namespace {

using indexer::Boilerplate;

/// An article of what the table drops and of what it does not.
void lay_over(const Boilerplate& table)
{
    const bool drops = std::any_of(table.rows().begin(), table.rows().end(),
                                   [](const indexer::BoilerplateRow& row) { return row.drop; });
    Article article;
    article.title = "A headline";
    for (const indexer::BoilerplateRow& row : table.rows()) {
        article.source = row.source;
        article.body = row.paragraph + "\n\nA line of its own.\n\n" + row.paragraph;
        Article read = article;
        table.apply(read);
        demand(!read.body.empty(), "an article has lost its text");
        demand(is_utf8(read.body) && is_utf8(read.furniture), "a cut character");
        demand(drops || read.body == article.body, "what is kept was dropped");
    }
}

void run(std::string_view bytes)
{
    const auto table = Boilerplate::parse(bytes);
    if (!table) { return demand(!table.error().message.empty(), "a refusal without a word"); }
    const std::string written = table->text();
    const auto again = Boilerplate::parse(written);
    demand(again.has_value(), "what is written cannot be read");
    demand(again->rows() == table->rows(), "it changes when it is read again");
    lay_over(*table);
}

}  // namespace

extern const FuzzTarget boilerplate_target{.name = "boilerplate", .run = run};

}  // namespace dateline::tests
