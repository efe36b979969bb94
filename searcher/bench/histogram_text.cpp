#include "common/text/number.hpp"
#include "searcher/bench/figures.hpp"
#include "searcher/bench/run_text.hpp"
#include "searcher/output/bars.hpp"

#include <algorithm>
#include <cstdio>

namespace dateline::searcher {
namespace {

constexpr std::size_t kGap = 2;

/// "0.15–0.2".
std::string label_of(double from, double below)
{
    char text[64];
    std::snprintf(text, sizeof text, "%.10g–%.10g", from, below);
    return text;
}

/// How the page is divided between the labels and the series.
struct Columns {
    std::size_t label = 0;
    std::size_t count = 0;
    std::size_t bar = 1;
};

Columns columns_of(const Histogram& histogram, std::uint64_t largest, std::size_t page)
{
    Columns columns{.label = std::string_view{"milliseconds"}.size(),
                    .count = with_commas(largest).size()};
    const std::size_t series = (page - std::min(page, columns.label)) / histogram.counts.size();
    const std::size_t used = kGap + columns.count + 1;
    if (series > used + 1) { columns.bar = series - used; }
    return columns;
}

InkedText head_of(const BenchRecord& record, const Columns& columns)
{
    InkedText head{left("milliseconds", columns.label), Ink::Dim};
    for (const ModeTimes& times : record.modes) {
        head.append(std::string(kGap, ' ') +
                        left(std::string{times.mode->title}, columns.count + 1 + columns.bar),
                    Ink::Dim);
    }
    return head;
}

}  // namespace

void write_histogram(Sheet& sheet, const BenchRecord& record)
{
    const Histogram histogram = histogram_of(record);
    std::uint64_t largest = 0;
    for (const auto& counts : histogram.counts) {
        for (const std::uint64_t count : counts) { largest = std::max(largest, count); }
    }
    if (largest == 0) { return; }
    const Columns columns = columns_of(histogram, largest, sheet.columns());
    sheet.write_break();
    sheet.write_line(head_of(record, columns));
    for (std::size_t bucket = 0; bucket + 1 < histogram.borders.size(); ++bucket) {
        InkedText row{right(label_of(histogram.borders[bucket], histogram.borders[bucket + 1]),
                            columns.label)};
        for (const auto& counts : histogram.counts) {
            const std::uint64_t count = counts[bucket];
            row.append(std::string(kGap, ' ') +
                       right(count == 0 ? "" : with_commas(count), columns.count) + " ");
            row.append(left(bar(count, largest, columns.bar), columns.bar), Ink::Bar);
        }
        sheet.write_line(std::move(row));
    }
}

}  // namespace dateline::searcher
