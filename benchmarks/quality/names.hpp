// Names of people in gold against those that the product found.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::quality {

/// The keys under which spellings are one name (common/storage/names), of several names.
std::set<std::string> keys_of(const std::vector<std::string>& names);

/// Names of the gold and of the product, one with one.
struct NamePairs {
    std::uint64_t same = 0;                                          ///< as the gold spells them
    std::vector<std::pair<std::string, std::string>> other_forms{};  ///< the gold's, the product's
    std::vector<std::string> missed{};
    std::vector<std::string> extra{};
};

/// Pairs keys_of() names: the same ones; then those of which one leaves out words of the other
/// behind the first, two at least staying: "vladimir padrino" and "vladimir padrino lopez". Gold
/// has one form of a name, an article may have another, and both are the person. Misspellings are
/// other names.
NamePairs pair_names(const std::set<std::string>& gold, const std::set<std::string>& found);

/// Whether one of the names is the person of a slug: it has all its words, folded, in their order
/// and next to each other: "james-baker" is "James Baker III" and not "Howard Baker"; "poehl" is
/// "Karl Otto Poehl". A title in the slug does not count: "king-fahd" is "Fahd".
bool has_person_of_slug(const std::set<std::string>& names, std::string_view slug);

}  // namespace dateline::quality
