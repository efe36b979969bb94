#include "benchmarks/quality/places.hpp"

#include "benchmarks/quality/gold.hpp"
#include "common/country.hpp"

#include <algorithm>
#include <array>

namespace dateline::quality {
namespace {

struct Place {
    std::string_view name;
    std::string_view code;
};

constexpr auto kReutersPlaces = std::to_array<Place>({
#define PLACE(slug, code) {slug, code},
#include "benchmarks/quality/reuters_places.def"
#undef PLACE
});

constexpr bool is_sorted_by_name()
{
    for (std::size_t i = 1; i < kReutersPlaces.size(); ++i) {
        if (!(kReutersPlaces[i - 1].name < kReutersPlaces[i].name)) { return false; }
    }
    return true;
}
static_assert(is_sorted_by_name(), "reuters_places.def: each slug once, in order");

/// Names of GeoNames, which LGL's are, that are nobody else's.
constexpr auto kOtherNames = std::to_array<Place>({{"Palestinian Territory", "PS"}});

std::string code_of(const std::string& value)
{
    if (is_slug(value)) {
        if (const auto code = reuters_place(value)) { return std::string{*code}; }
    }
    for (const Place& place : kOtherNames) {
        if (place.name == value) { return std::string{place.code}; }
    }
    return country_code(value).value_or("");
}

}  // namespace

std::optional<std::string_view> reuters_place(std::string_view slug)
{
    const auto* row = std::lower_bound(
        kReutersPlaces.begin(), kReutersPlaces.end(), slug,
        [](const Place& place, std::string_view name) { return place.name < name; });
    if (row == kReutersPlaces.end() || row->name != slug) { return std::nullopt; }
    return row->code;
}

GoldCountries gold_countries(const std::vector<std::string>& values)
{
    GoldCountries gold;
    for (const std::string& value : values) {
        std::string code = code_of(value);
        if (code.empty()) {
            gold.unknown.push_back(value);
        } else {
            gold.codes.insert(std::move(code));
        }
    }
    return gold;
}

}  // namespace dateline::quality
