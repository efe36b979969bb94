// Names of people in gold against those that the product found.
#pragma once

#include "benchmarks/quality/figures.hpp"
#include "benchmarks/quality/gold.hpp"

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

    /// A name in another form is right.
    [[nodiscard]] Counts counts() const;
    /// Only a name as the gold spells it is right, accents and case aside.
    [[nodiscard]] Counts exact_counts() const;
};

/// Pairs keys_of() names: the same ones; then those of which one leaves out words of the other
/// behind the first, two at least staying: "berta quill" and "berta quill arden". Gold
/// has one form of a name, an article may have another, and both are the person. Misspellings are
/// other names.
NamePairs pair_names(const std::set<std::string>& gold, const std::set<std::string>& found);

/// The people of an article, gold.people being there. What was found of its people_not_scored is
/// left out, unless they are among its people too.
NamePairs pair_people(const GoldArticle& gold, const std::set<std::string>& found);

/// Whether one of the names is the person of a slug: it has all its words, folded, in their order
/// and next to each other: "ann-lee" is "Ann Lee III" and not "Bo Lee"; "quill" is "Berta Otta
/// Quill". A title in the slug does not count: "king-olo" is "Olo".
bool has_person_of_slug(const std::set<std::string>& names, std::string_view slug);

}  // namespace dateline::quality
