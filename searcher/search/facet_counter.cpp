#include "searcher/search/facet_counter.hpp"

#include "common/country.hpp"

#include <algorithm>
#include <bit>
#include <map>

namespace dateline::searcher {
namespace {

template <class Visit>
void for_each_hit(const ArticleSet& hits, Visit visit)
{
    const auto words = hits.words();
    for (std::size_t word = 0; word < words.size(); ++word) {
        for (std::uint64_t bits = words[word]; bits != 0; bits &= bits - 1) {
            visit(word * 64 + static_cast<std::size_t>(std::countr_zero(bits)));
        }
    }
}

/// The month that a date counts under: YYYY-MM, or YYYY if only the year is known.
std::string month_of(const Date& date)
{
    return to_string(Date{date.first, std::max(date.precision, Precision::Month)});
}

Facet count_months(const Snapshot& snapshot, const std::vector<ArticleSet>& hits)
{
    std::map<std::string, std::uint64_t> months;
    std::uint64_t undated = 0;
    // Days repeat, and turning one into a month costs more than counting it.
    std::map<std::pair<std::int64_t, Precision>, std::uint64_t> days;
    for (std::size_t s = 0; s < hits.size(); ++s) {
        const Columns& columns = snapshot.segments()[s].columns;
        for_each_hit(hits[s], [&](std::size_t index) {
            const auto date = columns.date(index);
            if (!date) {
                ++undated;
            } else {
                ++days[{date->first.time_since_epoch().count(), date->precision}];
            }
        });
    }
    for (const auto& [day, articles] : days) {
        const Date date{std::chrono::sys_days{std::chrono::days{day.first}}, day.second};
        months[month_of(date)] += articles;
    }
    Facet facet{.field = FieldId::Date};
    for (const auto& [month, articles] : months) { facet.counts.push_back({month, {}, articles}); }
    if (undated != 0) { facet.counts.push_back({"undated", {}, undated}); }
    facet.distinct = facet.counts.size();
    return facet;
}

/// How many of the hits have a name in any of its spellings, by the ordinal of the first spelling.
std::vector<std::uint32_t> count_names(const Snapshot& snapshot,
                                       const std::vector<ArticleSet>& hits, FieldId field,
                                       const NameColumn& names)
{
    std::vector<std::uint32_t> counts(names.size());
    std::vector<std::uint32_t> last_article(names.size());  // that a name was counted for
    std::uint32_t article = 0;
    for (std::size_t s = 0; s < hits.size(); ++s) {
        const Columns& columns = snapshot.segments()[s].columns;
        for_each_hit(hits[s], [&](std::size_t index) {
            ++article;
            for (const std::uint32_t ordinal : columns.ordinals(field, index)) {
                if (ordinal >= counts.size()) { continue; }
                const std::uint32_t group = names.group(ordinal);
                counts[group] += last_article[group] == article ? 0 : 1;
                last_article[group] = article;
            }
        });
    }
    return counts;
}

}  // namespace

Facet count_facet(const Snapshot& snapshot, const std::vector<ArticleSet>& hits, FieldId field,
                  std::uint64_t limit)
{
    if (field == FieldId::Date) { return count_months(snapshot, hits); }
    const NameColumn& names = snapshot.names().of(field);
    const auto counts = count_names(snapshot, hits, field, names);
    std::vector<std::uint32_t> order;
    for (std::uint32_t i = 0; i < counts.size(); ++i) {
        if (counts[i] != 0) { order.push_back(i); }
    }
    const std::size_t kept = std::min<std::size_t>(limit, order.size());
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kept), order.end(),
                      [&](std::uint32_t a, std::uint32_t b) {
                          if (counts[a] != counts[b]) { return counts[a] > counts[b]; }
                          return names.spelling(a) < names.spelling(b);
                      });
    Facet facet{.field = field, .distinct = order.size()};
    for (std::size_t i = 0; i < kept; ++i) {
        const std::string value{names.spelling(names.shown(order[i]))};
        facet.counts.push_back(
            {value, field == FieldId::Country ? country_name(value) : "", counts[order[i]]});
    }
    return facet;
}

}  // namespace dateline::searcher
