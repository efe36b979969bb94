#include "indexer/date_candidate.hpp"

#include <chrono>

namespace dateline::indexer {
namespace {

namespace chrono = std::chrono;

bool is_real(const DateCandidate& found)
{
    const chrono::month month{found.month};
    if (found.day == 0) { return month.ok(); }
    const chrono::month_day day{month, chrono::day{found.day}};
    if (found.year == 0) { return day.ok(); }
    return (chrono::year{static_cast<int>(found.year)} / day).ok();
}

}  // namespace

FoundDate if_real(const DateCandidate& found)
{
    return is_real(found) ? FoundDate{found} : FoundDate{};
}

}  // namespace dateline::indexer
