// Names that detectors marked in an article of tagged tokens, scored as conlleval does.
#pragma once

#include "benchmarks/quality/figures.hpp"
#include "benchmarks/quality/joined_text.hpp"
#include "benchmarks/quality/table.hpp"
#include "common/schema/article.hpp"

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::quality {

/// A type of name that gold tags, and the field that the product's marks of it have.
struct NameType {
    std::string_view tag;          ///< "PER"
    std::optional<FieldId> field;  ///< nothing: the product does not detect them
};

/// The types of which ner tells, scored or not.
inline constexpr NameType kNameTypes[] = {
    {"PER", FieldId::Person},
    {"LOC", std::nullopt},
    {"ORG", std::nullopt},
};

/// The tokens of an article's names of one type, counted over all its sentences.
std::set<Range> gold_names(const TaggedArticle& article, std::string_view tag);

/// The tokens of the marks of one field in the body; marks of the same tokens are one.
std::set<Range> found_names(const JoinedText& joined, const std::vector<Mention>& mentions,
                            FieldId field);

/// Exact spans over many articles, and which names were wrong.
struct NameScores {
    Counts counts{};
    Tally false_names{};
    Tally missed_names{};

    /// One article: gold_names() and found_names() of its text.
    void add(const JoinedText& joined, const std::set<Range>& gold, const std::set<Range>& found);
};

}  // namespace dateline::quality
