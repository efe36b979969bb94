// Countries by their names, their people, capitals, cities and the like: the longest form wins, and
// the words around it are asked whether it means something else.
#include "indexer/detect/country_context.hpp"
#include "indexer/detect/country_lexicon.hpp"
#include "indexer/detect/detector.hpp"
#include "indexer/detect/written_words.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace dateline::indexer {
namespace {

std::string_view rule_of(FormKind kind)
{
    switch (kind) {
        case FormKind::Name:
            return "name";
        case FormKind::Demonym:
            return "demonym";
        case FormKind::Capital:
            return "capital";
        case FormKind::City:
            return "city";
        case FormKind::Metonym:
            return "metonym";
        case FormKind::State:
            return "state";
        case FormKind::Mask:
            break;
    }
    return "";
}

/// The parts of one field that belong to people, whose names are not looked into.
class People {
  public:
    People(const std::vector<Mention>& mentions, FieldId where)
    {
        for (const Mention& mention : mentions) {
            if (mention.field == FieldId::Person && mention.where == where) {
                spans_.emplace_back(mention.begin, mention.end);
            }
        }
        std::sort(spans_.begin(), spans_.end());
    }

    /// Whether the words `first` to `last` are part of somebody's name. Several words that are all
    /// of it are not: nobody is called New York. To be asked for the words in their order.
    [[nodiscard]] bool own(const Token& first, const Token& last)
    {
        while (next_ < spans_.size() && spans_[next_].second <= first.begin) { ++next_; }
        for (std::size_t i = next_; i < spans_.size() && spans_[i].first < last.end; ++i) {
            const bool inside = spans_[i].first >= first.begin && spans_[i].second <= last.end;
            if (&first == &last || !inside) { return true; }
        }
        return false;
    }

  private:
    std::vector<std::pair<std::uint32_t, std::uint32_t>> spans_{};
    std::size_t next_ = 0;
};

/// One text of the article and what stands in it.
struct Field {
    FieldId where;
    std::string_view text;
    const TokenList& words;
    std::vector<CountryHit> hits{};
};

void find_hits(const CountryLexicon& lexicon, People people, Field& field)
{
    const auto& tokens = field.words.tokens;
    for (std::size_t at = 0; at < tokens.size();) {
        const Form* form = lexicon.longest(field.text, field.words, at);
        if (form == nullptr || people.own(tokens[at], tokens[at + form->size - 1])) {
            ++at;
            continue;
        }
        const CountryHit hit{.first = at, .past = at + form->size, .form = form};
        if (form->choice.size > 0 && !means_something_else(hit, field.text, field.words, lexicon)) {
            field.hits.push_back(hit);
        }
        at = hit.past;
    }
}

Mention mention_of(const CountryHit& hit, const Field& field, const CountryLexicon& lexicon)
{
    const Token& last = field.words.tokens[hit.past - 1];
    const std::uint32_t begin = field.words.tokens[hit.first].begin;
    std::uint32_t end = last.end;
    if (!hit.form->demands.possessive) {
        end -= static_cast<std::uint32_t>(possessive_size(raw_word(field.text, last)));
    }
    return {.field = FieldId::Country,
            .where = field.where,
            .begin = begin,
            .end = end,
            .value = std::string{lexicon.code(hit.code)},
            .text = std::string{field.text.substr(begin, end - begin)},
            .rule = std::string{rule_of(hit.form->kind)}};
}

void detect_countries(const TokenizedArticle& tokenized, std::vector<Mention>& mentions)
{
    const Article& article = tokenized.article;
    const CountryLexicon& lexicon = CountryLexicon::of(article.language);
    Field fields[] = {{FieldId::Title, article.title, tokenized.title},
                      {FieldId::Body, article.body, tokenized.body}};
    CountryChoice choice{lexicon, article.date ? std::optional{article.date->first} : std::nullopt};
    for (Field& field : fields) {
        find_hits(lexicon, People{mentions, field.where}, field);
        choice.count(field.hits);
    }
    for (Field& field : fields) {
        choice.decide(field.hits, field.text, field.words);
        for (const CountryHit& hit : field.hits) {
            if (hit.code != kNoCode) { mentions.push_back(mention_of(hit, field, lexicon)); }
        }
    }
}

}  // namespace

extern const Detector countries_detector{
    .name = "countries",
    .summary = "countries by name, demonym, capital, city, state or seat of government",
    .version = 1,
    .detect = detect_countries,
};

}  // namespace dateline::indexer
