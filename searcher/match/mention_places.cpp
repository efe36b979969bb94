#include "searcher/match/mention_places.hpp"

#include "common/text/tokenizer.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

class MentionPlaces final : public Places {
  public:
    MentionPlaces(const Segment& segment, FieldId field, std::vector<std::string> values,
                  std::optional<Error>& failure)
        : segment_(segment), field_(field), values_(std::move(values)), failure_(failure)
    {
    }

    void find(const ArticleStream& article, std::vector<Place>& out) override
    {
        const auto stored = segment_.bodies.article(article.article);
        if (!stored) {
            failure_ = stored.error();
            return;
        }
        const Article& text = stored->article;
        tokenize(text.title_derived ? std::string_view{} : text.title, title_);
        tokenize(text.body, body_);
        read_words(article.bytes);
        const auto first = static_cast<std::ptrdiff_t>(out.size());
        for (const Mention& mention : stored->mentions) {
            if (mention.field == field_ &&
                std::binary_search(values_.begin(), values_.end(), mention.value)) {
                add(mention, out);
            }
        }
        std::sort(out.begin() + first, out.end());
        out.erase(std::unique(out.begin() + first, out.end()), out.end());
    }

  private:
    /// Where each word of the stream stands, those of the headline first.
    void read_words(std::string_view stream)
    {
        words_.clear();
        const std::uint32_t body = body_begin(stream);
        for (auto word = word_behind(stream, 0); word && word->end < body;
             word = word_behind(stream, word->end)) {
            words_.push_back(*word);
        }
        in_title_ = words_.size();
        for (auto word = word_behind(stream, body); word; word = word_behind(stream, word->end)) {
            words_.push_back(*word);
        }
    }

    void add(const Mention& mention, std::vector<Place>& out) const
    {
        if (mention.where != FieldId::Title && mention.where != FieldId::Body) { return; }
        const bool is_title = mention.where == FieldId::Title;
        const auto& tokens = (is_title ? title_ : body_).tokens;
        const auto first = std::find_if(tokens.begin(), tokens.end(), [&](const Token& token) {
            return token.end > mention.begin;
        });
        auto last = first;
        while (last != tokens.end() && last->begin < mention.end) { ++last; }
        if (first == last) { return; }
        const std::size_t before = is_title ? 0 : in_title_;
        const auto from = before + static_cast<std::size_t>(first - tokens.begin());
        const auto to = before + static_cast<std::size_t>(last - tokens.begin()) - 1;
        if (to < words_.size()) { out.push_back({words_[from].begin, words_[to].end}); }
    }

    const Segment& segment_;
    FieldId field_;
    std::vector<std::string> values_;
    std::optional<Error>& failure_;
    TokenList title_{};
    TokenList body_{};
    std::vector<Place> words_{};
    std::size_t in_title_ = 0;
};

}  // namespace

PlacesPtr mention_places(const Segment& segment, FieldId field, std::vector<std::string> values,
                         std::optional<Error>& failure)
{
    return std::make_unique<MentionPlaces>(segment, field, std::move(values), failure);
}

}  // namespace dateline::searcher
