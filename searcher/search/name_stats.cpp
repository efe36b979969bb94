#include "searcher/search/name_stats.hpp"

#include "searcher/search/facet_hits.hpp"
#include "searcher/search/facet_top.hpp"

#include <algorithm>
#include <unordered_map>

namespace dateline::searcher {
namespace {

constexpr std::size_t kMostWith = 3;

/// A name while its articles are gone through.
struct Row {
    std::uint32_t key = 0;
    std::uint32_t articles = 0;
    std::optional<Date> first{};
    std::optional<Date> last{};
    std::unordered_map<std::uint32_t, std::uint32_t> with{};  ///< by key

    void add_date(const Date& date)
    {
        if (!first || date.first < first->first) { first = date; }
        if (!last || days_of(date).last > days_of(*last).last) { last = date; }
    }
};

std::vector<Row> top_rows(const NameColumn& names, const NameCounts& counts, std::size_t limit)
{
    struct Counted {
        std::uint32_t articles;
        std::uint32_t key;
    };
    std::vector<Counted> all;
    counts.for_each([] { return std::uint32_t{1}; },
                    [&all](std::uint32_t key, std::uint32_t articles) {
                        all.push_back({articles, key});
                    });
    const auto is_before = [&names](const Counted& a, const Counted& b) {
        if (a.articles != b.articles) { return a.articles > b.articles; }
        return names.spelling(names.shown(a.key)) < names.spelling(names.shown(b.key));
    };
    const auto end = all.begin() + static_cast<std::ptrdiff_t>(std::min(limit, all.size()));
    std::partial_sort(all.begin(), end, all.end(), is_before);
    std::vector<Row> rows;
    for (auto counted = all.begin(); counted != end; ++counted) {
        rows.push_back({.key = counted->key, .articles = counted->articles});
    }
    return rows;
}

/// Goes through the hits again for what the table says of its names.
class Gatherer {
  public:
    Gatherer(const NameColumn& names, const NameCounts& counts, std::vector<Row>& rows)
        : names_(names), counts_(counts), rows_(rows)
    {
        for (std::size_t i = 0; i < rows.size(); ++i) { row_of_[rows[i].key] = i; }
    }

    void add(const Segment& segment, FieldId field, std::size_t index)
    {
        keys_.clear();
        for (const std::uint32_t ordinal : segment.columns.ordinals(field, index)) {
            const std::uint32_t key = counts_.key_of(names_, ordinal);
            if (key != NameCounts::kNoKey) { keys_.push_back(key); }
        }
        std::sort(keys_.begin(), keys_.end());
        keys_.erase(std::unique(keys_.begin(), keys_.end()), keys_.end());
        const auto date = segment.columns.date(index);
        for (const std::uint32_t key : keys_) {
            const auto found = row_of_.find(key);
            if (found == row_of_.end()) { continue; }
            Row& row = rows_[found->second];
            if (date) { row.add_date(*date); }
            for (const std::uint32_t other : keys_) {
                if (other != key) { ++row.with[other]; }
            }
        }
    }

    [[nodiscard]] std::size_t last_size() const { return keys_.size(); }

  private:
    const NameColumn& names_;
    const NameCounts& counts_;
    std::vector<Row>& rows_;
    std::unordered_map<std::uint32_t, std::size_t> row_of_{};
    std::vector<std::uint32_t> keys_{};
};

std::string called(FieldId field, std::string_view value, CountryNames& countries)
{
    return field == FieldId::Country ? countries.of(value) : std::string{};
}

NameStat stat_of(const Row& row, FieldId field, const NameColumn& names, CountryNames& countries)
{
    const std::string_view value = names.spelling(names.shown(row.key));
    NameStat stat{.value = std::string{value},
                  .name = called(field, value, countries),
                  .articles = row.articles,
                  .first = row.first,
                  .last = row.last};
    TopValues top{kMostWith};
    for (const auto& [key, articles] : row.with) {
        top.offer({articles, names.spelling(names.shown(key)), {}});
    }
    for (const CountedValue& other : top.take()) {
        const std::string name = called(field, other.value, countries);
        stat.with.push_back(name.empty() ? std::string{other.value} : name);
    }
    return stat;
}

}  // namespace

std::optional<std::vector<NameStat>> name_stats(const Snapshot& snapshot,
                                                const std::vector<ArticleSet>& hits, FieldId field,
                                                std::size_t limit, Deadline& deadline)
{
    NameCounts counts{snapshot, field};
    counts.count(snapshot, hits);
    const NameColumn& names = snapshot.names().of(field);
    std::vector<Row> rows = top_rows(names, counts, limit);
    Gatherer gatherer{names, counts, rows};
    for (std::size_t s = 0; s < snapshot.segments().size(); ++s) {
        for_each_hit(hits[s].words(), [&](std::size_t index) {
            if (deadline.passed(static_cast<std::uint32_t>(1 + gatherer.last_size()))) { return; }
            gatherer.add(snapshot.segments()[s], field, index);
        });
    }
    if (deadline.is_over()) { return std::nullopt; }
    CountryNames countries;
    std::vector<NameStat> stats;
    for (const Row& row : rows) { stats.push_back(stat_of(row, field, names, countries)); }
    return stats;
}

}  // namespace dateline::searcher
