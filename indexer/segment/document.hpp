// AnalyzedArticle → what the index keeps of it besides its text: terms, token codes, columns.
#pragma once

#include "common/schema/article.hpp"
#include "common/storage/columns.hpp"
#include "common/storage/names.hpp"
#include "common/text/stemmer.hpp"
#include "common/text/tokenizer.hpp"
#include "indexer/segment/inverter.hpp"
#include "indexer/segment/lexicon.hpp"

#include <vector>

namespace dateline::indexer {

/// An article as a segment has it. Word numbers are the lexicon's, not yet ranks.
struct IndexedArticle {
    std::vector<std::uint32_t> codes{};  ///< marks and kFirstWord + number
    ColumnRow row{};
};

/// Makes IndexedArticles by the schema; its working memory is kept from one to the next.
class DocumentMaker {
  public:
    DocumentMaker(Lexicon& lexicon, NamesWriter& names, Inverter& inverter)
        : lexicon_(lexicon), names_(names), inverter_(inverter)
    {
    }

    /// Gives the inverter the article's terms and ends it there; returns the rest. `title` and
    /// `body` are the words of the article's title and body; the title's are left out if it was
    /// derived, since they stand in the body. `number` counts the segment's articles.
    IndexedArticle make(const AnalyzedArticle& article, const TokenList& title,
                        const TokenList& body, std::uint32_t number);

  private:
    struct Counts {
        std::vector<std::uint32_t> by_stem{};
        std::vector<std::uint32_t> touched{};
        std::vector<std::uint32_t>
            terms{};  ///< the inverter's numbers by stem, kNoTerm if none yet
        void add(std::uint32_t stem, std::size_t stem_count, std::uint32_t weight);
    };
    void add_words(const TokenList& words, std::uint32_t language, std::uint32_t weight,
                   bool is_title, std::vector<std::uint32_t>& codes);
    void add_field_terms(const AnalyzedArticle& analyzed,
                         const std::vector<std::string_view>& about);
    /// Gives the article the terms of the stems that `counts` has, and empties it.
    void add_stems(Counts& counts, std::string_view prefix, bool weighted);
    void add_furniture_terms(const Article& article);
    void add_names(const AnalyzedArticle& analyzed, const std::vector<std::string_view>& about,
                   ColumnRow& row);

    Lexicon& lexicon_;
    NamesWriter& names_;
    Inverter& inverter_;
    Stemmer stemmer_{};
    TokenList furniture_words_{};
    std::uint32_t article_ = 0;
    Counts text_{};
    Counts title_{};
};

}  // namespace dateline::indexer
