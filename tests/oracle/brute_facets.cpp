// Facets of the oracle: the values of each article, counted.
#include "common/storage/names.hpp"
#include "tests/oracle/brute_force.hpp"
#include "tests/oracle/definitions.hpp"

namespace dateline::tests {

using searcher::FacetId;
using searcher::FacetKind;
using searcher::FacetWay;

namespace {

std::string pair_key(const std::string& a, const std::string& b)
{
    return a < b ? a + " + " + b : b + " + " + a;
}

std::set<std::string> pairs_of(const std::set<std::string>& keys)
{
    std::set<std::string> pairs;
    for (auto a = keys.begin(); a != keys.end(); ++a) {
        for (auto b = std::next(a); b != keys.end(); ++b) { pairs.insert(pair_key(*a, *b)); }
    }
    return pairs;
}

}  // namespace

std::string BruteForce::facet_key(FacetId id, const searcher::FacetCount& count) const
{
    const FacetKind& kind = searcher::facet_kind(id);
    if (kind.way == FacetWay::Periods) { return count.value; }
    if (kind.way == FacetWay::Names) { return key_of(kind.field, count.value); }
    return pair_key(key_of(kind.field, count.value), key_of(kind.field, count.with));
}

std::map<std::string, std::uint64_t> BruteForce::facet(const std::set<std::string>& ids,
                                                       FacetId id) const
{
    const FacetKind& kind = searcher::facet_kind(id);
    std::map<std::string, std::uint64_t> counts;
    for (const std::string& article : ids) {
        const AnalyzedArticle& analyzed = articles_.at(article).analyzed;
        std::set<std::string> keys;
        if (kind.way == FacetWay::Periods) {
            constexpr std::size_t kSizes[] = {10, 7, 4};  // of YYYY-MM-DD
            const auto& date = analyzed.article.date;
            const std::size_t size = kSizes[static_cast<std::size_t>(kind.unit)];
            if (kind.field == FieldId::Mentions) {
                for (const std::string& value : values_of(analyzed, kind.field)) {
                    if (value.size() >= size) { keys.insert(value.substr(0, size)); }
                }
            } else {
                keys.insert(date ? to_string(*date).substr(0, size) : "undated");
            }
        } else {
            for (const std::string& value : values_of(analyzed, kind.field)) {
                keys.insert(key_of(kind.field, value));
            }
            if (kind.field == FieldId::Person) { keys.erase(""); }
        }
        for (const std::string& key : kind.way == FacetWay::Pairs ? pairs_of(keys) : keys) {
            ++counts[key];
        }
    }
    return counts;
}

}  // namespace dateline::tests
