// Dates in texts and in fields: any text → dates that exist, where they stand.
#include "indexer/written_date.hpp"

#include "common/text/utf8.hpp"
#include "tests/fuzz/fuzz_target.hpp"

#include <string>

namespace dateline::tests {
namespace {

void demand_real(const Date& date)
{
    const std::chrono::year_month_day day{date.first};
    demand(day.ok(), "a day that does not exist");
}

void run(std::string_view bytes)
{
    const std::string text = clean_text(bytes).text;
    if (const auto stated = indexer::read_date_field(text)) { demand_real(*stated); }
    std::size_t from = 0;
    while (const auto found = indexer::find_date(text, from)) {
        demand(from <= found->begin && found->begin < found->end && found->end <= text.size(),
               "a date stands nowhere");
        demand(!found->rule.empty(), "a date without a rule");
        demand_real(found->date);
        from = found->end;
    }
    static_cast<void>(indexer::find_day(text));
}

}  // namespace

extern const FuzzTarget written_date_target{.name = "written_date", .run = run};

}  // namespace dateline::tests
