#include "indexer/detect/name_linker.hpp"

#include "common/text/utf8.hpp"
#include "indexer/detect/country_words.hpp"
#include "indexer/detect/name_tables.hpp"
#include "indexer/detect/name_text.hpp"
#include "indexer/detect/person_name.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <tuple>
#include <unordered_map>

namespace dateline::indexer {
namespace {

/// Of people who share a surname, only so many are compared: keeps hostile texts linear.
constexpr std::size_t kMostNamesakes = 32;
constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max();

/// Something that names a person: a span, or a mention of a field.
struct Naming {
    NameWords words{};
    const NameSpan* span = nullptr;  ///< null for a field's
    std::uint32_t mention = 0;       ///< of a field: which one
    std::uint32_t person = kNever;

    [[nodiscard]] bool certain() const { return span == nullptr || span->certain; }
};

struct Person {
    NameWords words{};  ///< the longest form
    std::vector<std::uint32_t> namings{};
    std::uint32_t first_seen = kNever;  ///< ordinal of a naming in the text
    std::uint32_t last_seen = kNever;
};

/// A form under which a person could be shown.
struct Form {
    std::string shown{};
    int fullness = 0;
    bool nominative = false;
    std::size_t count = 0;

    [[nodiscard]] auto rank() const { return std::tie(nominative, count); }
};

class Linker {
  public:
    Linker(const TokenizedArticle& article, std::span<const NameSpan> spans,
           std::vector<Mention>& mentions)
        : article_(article), mentions_(mentions)
    {
        for (std::size_t i = 0; i < mentions.size(); ++i) {
            if (mentions[i].field != FieldId::Person || mentions[i].where != FieldId::Id) {
                continue;
            }
            namings_.push_back({.words = name_words(mentions[i].value),
                                .mention = static_cast<std::uint32_t>(i)});
        }
        for (const NameSpan& span : spans) {
            namings_.push_back(
                {.words = name_words(text_of(span), list_of(span), span), .span = &span});
        }
    }

    void run()
    {
        link_full_names();
        link_short_names();
        drop_authors();
        for (const Person& person : people_) { mark(person); }
        std::sort(mentions_.begin() + static_cast<std::ptrdiff_t>(first_mark_), mentions_.end(),
                  [](const Mention& a, const Mention& b) {
                      if (a.where != b.where) { return a.where == FieldId::Title; }
                      return a.begin < b.begin;
                  });
    }

  private:
    [[nodiscard]] const std::string& text_of(const NameSpan& span) const
    {
        return span.where == FieldId::Title ? article_.article.title : article_.article.body;
    }
    [[nodiscard]] const TokenList& list_of(const NameSpan& span) const
    {
        return span.where == FieldId::Title ? article_.title : article_.body;
    }

    // ---- who is who ----

    void link_full_names()
    {
        std::vector<std::uint32_t> order;
        for (std::uint32_t i = 0; i < namings_.size(); ++i) {
            if (namings_[i].certain() && namings_[i].words.size() > 1) { order.push_back(i); }
        }
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return namings_[a].words.size() > namings_[b].words.size();
        });
        for (const std::uint32_t i : order) {
            const NameWords& words = namings_[i].words;
            std::uint32_t person = find(words, [&](const Person& p) {
                return same_person(p.words, words) ? 1 : 0;
            });
            if (person == kNever) {
                person = find(words, [&](const Person& p) {
                    return likeness_of_part(p.words, words);
                });
            }
            attach(i, person == kNever ? add_person(words) : person);
        }
        for (Person& person : people_) { person.last_seen = kNever; }
    }

    void link_short_names()
    {
        for (std::uint32_t i = 0; i < namings_.size(); ++i) {
            Naming& naming = namings_[i];
            if (naming.person == kNever) {
                const std::uint32_t person = find(naming.words, [&](const Person& p) {
                    if (same_person(p.words, naming.words)) { return 1; }
                    return likeness_of_part(p.words, naming.words);
                });
                if (person == kNever && !naming.certain()) { continue; }
                attach(i, person == kNever ? add_person(naming.words) : person);
            }
            if (naming.span != nullptr) { people_[naming.person].last_seen = i; }
        }
    }

    /// The person whom `likeness` takes for the likeliest (0: not at all), and of several the one
    /// named last, or else the one who will be named first.
    template <class Likeness>
    std::uint32_t find(const NameWords& words, Likeness likeness) const
    {
        if (words.empty()) { return kNever; }
        const auto namesakes = by_word_.find(words.back());
        if (namesakes == by_word_.end()) { return kNever; }
        std::uint32_t best = kNever;
        int best_likeness = std::numeric_limits<int>::max();
        for (const std::uint32_t i : namesakes->second) {
            const int like = likeness(people_[i]);
            if (like == 0 || like > best_likeness) { continue; }
            if (like < best_likeness || best == kNever || is_nearer(people_[i], people_[best])) {
                best = i;
                best_likeness = like;
            }
        }
        return best;
    }

    static bool is_nearer(const Person& a, const Person& b)
    {
        if ((a.last_seen == kNever) != (b.last_seen == kNever)) { return a.last_seen != kNever; }
        if (a.last_seen != kNever) { return a.last_seen > b.last_seen; }
        return a.first_seen < b.first_seen;
    }

    std::uint32_t add_person(const NameWords& words)
    {
        const auto person = static_cast<std::uint32_t>(people_.size());
        people_.push_back({.words = words});
        const bool family_first = (name_word(words.front()) & kFamilyFirst) != 0;
        for (std::size_t i = words.size() > 1 && !family_first ? 1 : 0; i < words.size(); ++i) {
            std::vector<std::uint32_t>& namesakes = by_word_[words[i]];
            if (namesakes.size() == kMostNamesakes) { namesakes.erase(namesakes.begin()); }
            namesakes.push_back(person);
        }
        return person;
    }

    void attach(std::uint32_t naming, std::uint32_t person)
    {
        namings_[naming].person = person;
        people_[person].namings.push_back(naming);
        people_[person].first_seen = std::min(people_[person].first_seen, naming);
    }

    void drop_authors()
    {
        for (const std::string& author : article_.article.byline) {
            const NameWords words = name_words(author);
            if (words.size() < 2) { continue; }
            for (Person& person : people_) {
                if (person.words.size() > 1 && same_person(person.words, words)) {
                    person.namings.clear();
                }
            }
        }
    }

    // ---- how they are shown ----

    void mark(const Person& person)
    {
        if (person.namings.empty()) { return; }
        const std::string value = best_form(person);
        for (const std::uint32_t i : person.namings) {
            const Naming& naming = namings_[i];
            if (naming.span == nullptr) {
                mentions_[naming.mention].value = value;
                continue;
            }
            const NameSpan& span = *naming.span;
            const TokenList& list = list_of(span);
            const std::string& text = text_of(span);
            const std::uint32_t begin = list.tokens[span.first].begin;
            const Token& last = list.tokens[span.last - 1];
            const auto end = static_cast<std::uint32_t>(last.begin + written_word(text, last).size());
            mentions_.push_back({.field = FieldId::Person,
                                 .where = span.where,
                                 .begin = begin,
                                 .end = end,
                                 .value = value,
                                 .text = text.substr(begin, end - begin),
                                 .rule = std::string{span.rule}});
        }
    }

    [[nodiscard]] std::string best_form(const Person& person) const
    {
        Spellings spellings;
        for (const std::uint32_t i : person.namings) {
            if (const NameSpan* span = namings_[i].span; span != nullptr) {
                add_spellings(text_of(*span), list_of(*span), *span, spellings);
            }
        }
        std::vector<Form> forms;  // in the order of the text
        for (const std::uint32_t i : person.namings) { count_form(namings_[i], spellings, forms); }
        const auto best = std::max_element(
            forms.begin(), forms.end(),
            [](const Form& a, const Form& b) { return a.rank() < b.rank(); });
        return best->shown;
    }

    void count_form(const Naming& naming, const Spellings& spellings,
                    std::vector<Form>& forms) const
    {
        const int full = fullness(naming.words);
        if (!forms.empty() && forms.front().fullness > full) { return; }
        if (!forms.empty() && forms.front().fullness < full) { forms.clear(); }
        std::string shown = naming.span == nullptr
                                ? mentions_[naming.mention].value
                                : shown_name(text_of(*naming.span), list_of(*naming.span),
                                             *naming.span, spellings);
        const auto known = std::find_if(forms.begin(), forms.end(),
                                        [&](const Form& form) { return form.shown == shown; });
        if (known != forms.end()) {
            ++known->count;
        } else if (forms.size() < kMostNamesakes) {
            forms.push_back({std::move(shown), full, is_nominative(naming), 1});
        }
    }

    [[nodiscard]] bool is_nominative(const Naming& naming) const
    {
        if (naming.span == nullptr) { return true; }
        const TokenList& list = list_of(*naming.span);
        const NameWord given = name_word(list.surface(list.tokens[naming.span->first]));
        return (given & kInflected) == 0;
    }

    const TokenizedArticle& article_;
    std::vector<Mention>& mentions_;
    std::size_t first_mark_ = mentions_.size();
    std::vector<Naming> namings_{};
    std::vector<Person> people_{};
    std::unordered_map<std::string, std::vector<std::uint32_t>> by_word_{};
};

}  // namespace

void link_people(const TokenizedArticle& article, std::span<const NameSpan> spans,
                 std::vector<Mention>& mentions)
{
    Linker{article, spans, mentions}.run();
}

}  // namespace dateline::indexer
