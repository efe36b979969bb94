// Countries as gold names them, as codes.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::quality {

/// The codes that some gold comes to, and the values that are no country: nothing of the product's
/// can match them, so they are told and not counted.
struct GoldCountries {
    std::set<std::string> codes{};
    std::vector<std::string> unknown{};
};

/// Reuters' slugs by a table of their own, so that the gold does not change with the product;
/// names and codes as common/country reads them. Each state as the product counts it: West Germany
/// is DE, East Germany DD, the Soviet Union SU, either Yemen YE.
GoldCountries gold_countries(const std::vector<std::string>& values);

/// One slug of Reuters: its code, "" if it is no country, nothing if the table lacks it.
std::optional<std::string_view> reuters_place(std::string_view slug);

}  // namespace dateline::quality
