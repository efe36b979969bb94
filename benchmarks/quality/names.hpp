// Names of people in gold against those that the product found.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::quality {

/// The keys under which spellings are one name (common/storage/names), of several names.
std::set<std::string> keys_of(const std::vector<std::string>& names);

/// Whether one of the names is the person of a slug: it has all its words, folded, in their order
/// and next to each other: "james-baker" is "James Baker III" and not "Howard Baker"; "poehl" is
/// "Karl Otto Poehl". A title in the slug does not count: "king-fahd" is "Fahd".
bool has_person_of_slug(const std::set<std::string>& names, std::string_view slug);

}  // namespace dateline::quality
