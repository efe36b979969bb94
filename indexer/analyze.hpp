// Article → AnalyzedArticle: its words, and what the detectors find in it.
#pragma once

#include "common/text/tokenizer.hpp"
#include "indexer/detect/detector.hpp"
#include "indexer/parse_article.hpp"

#include <string>
#include <utility>
#include <vector>

namespace dateline::indexer {

/// Which detectors run, in the order of the list.
using DetectorList = std::vector<const Detector*>;

/// Reads "people,dates", "all" or "none". Fails with Usage.
Result<DetectorList> parse_detector_list(std::string_view text);

/// The words of an article: a title's own only if it was not derived from the body.
struct ArticleWords {
    TokenList title{};
    TokenList body{};
};

/// Runs detectors over articles; keeps the words, which the index needs too. One object, one
/// thread.
class Analyzer {
  public:
    explicit Analyzer(DetectorList detectors);

    /// Tokenizes the article and appends the marks of all detectors to those that its fields gave.
    void analyze(AnalyzedArticle& analyzed);

    /// The words of the article analyzed last.
    [[nodiscard]] const TokenList& title() const { return words_.title; }
    [[nodiscard]] const TokenList& body() const { return words_.body; }
    /// The same, to be kept: the object's own are empty then.
    ArticleWords take_words() { return std::exchange(words_, {}); }

    /// What Article::detected_by says: "people/1 countries/1". Part of an article's content hash,
    /// so that other detectors or versions make it another article.
    [[nodiscard]] const std::string& name() const { return name_; }

  private:
    DetectorList detectors_;
    std::string name_{};
    ArticleWords words_{};
};

}  // namespace dateline::indexer
