// people.tsv: any bytes → rows that keep what Ledger promises, and problems that say something.
#include "common/storage/ledger.hpp"

#include "common/text/utf8.hpp"
#include "tests/fuzz/fuzz_target.hpp"

#include <algorithm>
#include <set>
#include <string>

namespace dateline::tests {
namespace {

void run(std::string_view bytes)
{
    const std::string text = clean_text(bytes).text;
    const auto lines = static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n')) + 1;
    std::vector<LedgerProblem> problems;
    const Ledger ledger = Ledger::parse(std::string{bytes}, problems);
    for (const LedgerProblem& problem : problems) {
        demand(!problem.message.empty(), "a problem without a word");
        demand(problem.line <= lines, "a problem behind the end");
    }
    std::set<std::string> taken;
    std::size_t last = 0;
    for (const LedgerRow& row : ledger.rows()) {
        demand(row.line > last && row.line <= lines, "rows out of order");
        last = row.line;
        demand(!row.names.empty() && !row.canonical().empty(), "a row without a name");
        std::set<std::string> own;
        for (const LedgerName& name : row.names) {
            demand(!name.key.empty(), "a name without a key");
            own.insert(name.key);
        }
        for (const std::string& key : own) {
            demand(taken.insert(key).second, "a name that belongs to two rows");
        }
        for (const LedgerRole& role : row.roles) {
            demand(!role.days || role.days->first <= role.days->last, "days that run backwards");
        }
    }
}

}  // namespace

extern const FuzzTarget ledger_target{.name = "ledger", .run = run};

}  // namespace dateline::tests
