// What the oracle is made of, by definition: words of texts, patterns, edits, values of fields.
#pragma once

#include "common/schema/article.hpp"
#include "common/text/tokenizer.hpp"

#include <cstddef>
#include <set>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::tests {

/// The surface forms of a text's words, in order.
std::vector<std::string> surfaces(std::string_view text, TextOrigin origin);
/// The words of a query's text.
std::set<std::string> words_of(std::string_view text);
bool contains_all(const std::set<std::string>& words, const std::set<std::string>& wanted);

/// Whether the word looks like a pattern with * and ?.
bool is_like(std::u32string_view word, std::u32string_view pattern);
std::u32string points(std::string_view text);
/// Levenshtein's distance.
std::size_t edits(std::u32string_view a, std::u32string_view b);
/// The surface forms of a query's text without what stands between them.
std::string joined_surfaces(std::string_view text);
/// A pattern in surface form: what stands between the signs is taken as words are.
std::string folded(const std::string& pattern);

/// An article's values of a field, as its marks have them.
std::vector<std::string> values_of(const AnalyzedArticle& analyzed, FieldId field);

}  // namespace dateline::tests
