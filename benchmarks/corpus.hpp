// News articles of our own making for benchmarks and their tests: from a seed, the same bytes on
// every machine, so that figures of different days are about the same work.
//
// Words and names follow Zipf's law, as in news: few make up most of a text and most are rare.
// Nothing in them means anything. A change of the corpus changes every figure: its test says so.
#pragma once

#include "common/schema/article.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::benchmarks {

struct CorpusSettings {
    std::uint64_t seed = 1;
    std::size_t body_bytes = 3000;  ///< bodies have from half as much to half as much again
};

/// The article of this number, which follows from number and settings alone: as parse_article()
/// makes one, in English (80 of 100), Spanish or Russian.
Article make_article(std::uint64_t number, const CorpusSettings& settings = {});

/// The articles numbered from 0 on.
std::vector<Article> make_articles(std::size_t count, const CorpusSettings& settings = {});

/// Paragraphs in one of the corpus's languages ("en", "es", "ru"), ending in the paragraph that
/// reaches `bytes`.
std::string make_text(std::string_view language, std::size_t bytes, std::uint64_t seed = 1);

/// A word of such texts by its rank, 0 being the commonest; there are kCorpusWords of them.
std::string corpus_word(std::string_view language, std::size_t rank);
inline constexpr std::size_t kCorpusWords = 20'000;

/// The article as a line of a JSON Lines dump, with its line break.
std::string json_line(const Article& article);

/// The article as a scraped page: one text, in which headline, byline and date are lines.
std::string page_text(const Article& article);

}  // namespace dateline::benchmarks
