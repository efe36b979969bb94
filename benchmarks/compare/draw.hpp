// Drawing questions from a corpus: by a seed, words by document frequency, never by hand.
#pragma once

#include "benchmarks/compare/classes.hpp"

#include <cstdint>
#include <filesystem>

namespace dateline::compare {

/// How many questions to draw of each class, and by which seed.
struct Draw {
    std::uint64_t seed = 1;
    std::size_t of_each = 100;
};

/// Draws distinct questions of every class: `of_each` without facets and as many others with them
/// ("all" is the same one in both). The words of one question
/// stand in one article of the corpus, so that it has hits; words are whole ones of ASCII letters,
/// in lower case, none of them one of Lucene's stop words. The same corpus and seed give the same
/// questions on every machine. A class that the corpus cannot fill gets fewer, divided evenly.
/// Fails with Io if `tsv` (export_corpus.hpp) cannot be read.
Result<std::vector<NamedQuestion>> draw_questions(const Classes& classes,
                                                  const std::filesystem::path& tsv,
                                                  const Draw& draw);

}  // namespace dateline::compare
