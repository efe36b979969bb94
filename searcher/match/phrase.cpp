#include "searcher/match/phrase.hpp"

#include <algorithm>
#include <utility>

namespace dateline::searcher {
namespace {

bool stands_at(const PhraseWords& phrase, std::size_t language,
               const std::vector<std::uint32_t>& words, std::size_t at)
{
    for (std::size_t i = 0; i < phrase.words.size(); ++i) {
        if (!phrase.words[i].contains(language, words[at + i])) { return false; }
    }
    return true;
}

class Phrase final : public Matches {
  public:
    Phrase(const Segment& segment, const NameTable& names, MatchesPtr candidates, PhraseWords phrase)
        : segment_(segment),
          languages_(segment, names),
          candidates_(std::move(candidates)),
          phrase_(std::move(phrase))
    {
    }

    DocId advance(DocId target) override
    {
        DocId doc = candidates_->advance(target);
        while (doc != kNoMore) {
            read_words(segment_, doc - 1, words_);
            if (!find_phrase(phrase_, languages_.of(doc - 1), words_).empty()) { return doc; }
            doc = candidates_->advance(doc + 1);
        }
        return kNoMore;
    }
    float score() override { return candidates_->score(); }
    [[nodiscard]] std::uint64_t cost() const override { return candidates_->cost(); }

  private:
    const Segment& segment_;
    ArticleLanguages languages_;
    MatchesPtr candidates_;
    PhraseWords phrase_;
    std::vector<std::uint32_t> words_{};
};

}  // namespace

std::vector<std::size_t> find_phrase(const PhraseWords& phrase, std::size_t language,
                                     const std::vector<std::uint32_t>& article_words)
{
    std::vector<std::size_t> found;
    const std::size_t size = phrase.words.size();
    auto end = article_words.size();
    if (phrase.title_only) {
        const auto mark = std::find(article_words.begin(), article_words.end(), kWordBodyMark);
        end = static_cast<std::size_t>(mark - article_words.begin());
    }
    for (std::size_t at = 0; at + size <= end; ++at) {
        // The mark between headline and body is no word's number, so no phrase goes across it.
        if (stands_at(phrase, language, article_words, at)) { found.push_back(at); }
    }
    return found;
}

MatchesPtr match_phrase(const Segment& segment, const NameTable& names, MatchesPtr candidates,
                        PhraseWords phrase)
{
    return std::make_unique<Phrase>(segment, names, std::move(candidates), std::move(phrase));
}

}  // namespace dateline::searcher
