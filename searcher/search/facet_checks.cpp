// Compile-time checks of the table of facets.
#include "searcher/search/facet.hpp"

namespace dateline::searcher {
namespace {

constexpr bool rows_follow_the_enum()
{
    for (std::size_t row = 0; row < kFacets.size(); ++row) {
        if (static_cast<std::size_t>(kFacets[row].id) != row) { return false; }
    }
    return true;
}

constexpr bool names_differ()
{
    for (std::size_t a = 0; a < kFacets.size(); ++a) {
        for (std::size_t b = a + 1; b < kFacets.size(); ++b) {
            if (kFacets[a].name == kFacets[b].name) { return false; }
        }
    }
    return true;
}

constexpr bool columns_are_there()
{
    for (const FacetKind& kind : kFacets) {
        const bool has_dates =
            field(kind.field).column == Column::Day || kind.field == FieldId::Mentions;
        const bool has_names = field(kind.field).column == Column::Ordinals;
        if (!(kind.way == FacetWay::Periods ? has_dates : has_names)) { return false; }
    }
    return true;
}

static_assert(rows_follow_the_enum(), "kFacets needs one row per FacetId, in its order");
static_assert(names_differ(), "two facets share a name");
static_assert(columns_are_there(), "names are counted from ordinals, periods from days");

}  // namespace
}  // namespace dateline::searcher
