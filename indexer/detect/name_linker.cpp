#include "indexer/detect/name_linker.hpp"

#include "indexer/detect/name_form.hpp"
#include "indexer/detect/name_tables.hpp"
#include "indexer/detect/person_name.hpp"
#include "indexer/detect/written_words.hpp"

#include <algorithm>
#include <limits>
#include <string>
#include <tuple>
#include <unordered_map>

namespace dateline::indexer {
namespace {

/// Of people who share a name, only so many are compared: keeps hostile texts linear.
constexpr std::size_t kMostNamesakes = 32;
constexpr std::uint32_t kNever = std::numeric_limits<std::uint32_t>::max();

/// Something that names a person: a span, or a mention of a field.
struct Naming {
    NameWords words{};
    const NameSpan* span = nullptr;  ///< null for a field's
    std::uint32_t mention = 0;       ///< of a field: which one
    std::uint32_t person = kNever;

    [[nodiscard]] bool certain() const { return span == nullptr || span->certain; }
    [[nodiscard]] bool royal() const
    {
        return span != nullptr && span->rule == kRoyalRule && words.size() == 1;
    }
};

struct Person {
    NameWords words{};   ///< the longest form
    bool royal = false;  ///< known by a title and a given name
    std::vector<std::uint32_t> namings{};
    std::uint32_t first_seen = kNever;  ///< number of a naming
    std::uint32_t last_seen = kNever;
};

/// How well a person fits a name; 0 is not at all, and of others the smaller is the better.
using Likeness = int;

class Linker {
  public:
    Linker(const TokenizedArticle& article, std::span<const NameSpan> spans,
           std::vector<Mention>& mentions)
        : article_(article), mentions_(mentions), first_mark_(mentions.size())
    {
        for (std::size_t i = 0; i < mentions.size(); ++i) {
            if (mentions[i].field != FieldId::Person || mentions[i].where != FieldId::Id) {
                continue;
            }
            namings_.push_back(
                {.words = name_words(mentions[i].value), .mention = static_cast<std::uint32_t>(i)});
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

    /// The longest first, so that "Vladimir Padrino" finds Vladimir Padrino López.
    void link_full_names()
    {
        std::vector<std::uint32_t> order;
        for (std::uint32_t i = 0; i < namings_.size(); ++i) {
            if (namings_[i].certain() && namings_[i].words.size() > 1) { order.push_back(i); }
        }
        std::stable_sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) {
            return namings_[a].words.size() > namings_[b].words.size();
        });
        for (const std::uint32_t i : order) { attach(i, person_for(namings_[i])); }
    }

    void link_short_names()
    {
        for (std::uint32_t i = 0; i < namings_.size(); ++i) {
            Naming& naming = namings_[i];
            if (naming.person == kNever && !naming.words.empty()) {
                const std::uint32_t person = person_for(naming);
                if (person == kNever) { continue; }
                attach(i, person);
            }
            if (naming.span != nullptr && naming.person != kNever) {
                people_[naming.person].last_seen = i;
            }
        }
    }

    /// Whom it names: somebody known, else somebody new, or kNever if it is not certain.
    std::uint32_t person_for(const Naming& naming)
    {
        const NameWords& words = naming.words;
        std::uint32_t person = kNever;
        if (naming.royal()) {
            person = find(by_given_, words.front(),
                          [&](const Person& p) { return p.royal || p.words.size() > 1 ? 1 : 0; });
        } else {
            person = find(by_family_, words.back(), [&](const Person& p) -> Likeness {
                if (same_person(p.words, words)) { return 1; }
                const Likeness part = likeness_of_part(p.words, words);
                return part == 0 ? 0 : part + 1;
            });
        }
        return person == kNever && naming.certain() ? add_person(naming) : person;
    }

    using Index = std::unordered_map<std::string, std::vector<std::uint32_t>>;

    /// The person whom `likeness` finds likeliest, and of several the one named last, or else the
    /// one who will be named first.
    template <class LikenessOf>
    std::uint32_t find(const Index& index, const std::string& word, LikenessOf likeness_of) const
    {
        const auto namesakes = index.find(word);
        if (namesakes == index.end()) { return kNever; }
        std::uint32_t best = kNever;
        Likeness best_likeness = std::numeric_limits<Likeness>::max();
        for (const std::uint32_t i : namesakes->second) {
            const Likeness like = likeness_of(people_[i]);
            if (like == 0 || like > best_likeness) { continue; }
            if (like < best_likeness || is_nearer(people_[i], people_[best])) {
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

    std::uint32_t add_person(const Naming& naming)
    {
        const auto person = static_cast<std::uint32_t>(people_.size());
        const NameWords& words = naming.words;
        people_.push_back({.words = words, .royal = naming.royal()});
        add_to(by_given_, words.front(), person);
        const bool family_first = (name_word(words.front()) & kFamilyFirst) != 0;
        for (std::size_t i = words.size() > 1 && !family_first ? 1 : 0; i < words.size(); ++i) {
            add_to(by_family_, words[i], person);
        }
        return person;
    }

    static void add_to(Index& index, const std::string& word, std::uint32_t person)
    {
        std::vector<std::uint32_t>& namesakes = index[word];
        if (namesakes.size() == kMostNamesakes) { namesakes.erase(namesakes.begin()); }
        namesakes.push_back(person);
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
                if (same_person(person.words, words)) { person.namings.clear(); }
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
            const std::size_t end = last.begin + written_word(text, last).size();
            mentions_.push_back({.field = FieldId::Person,
                                 .where = span.where,
                                 .begin = begin,
                                 .end = static_cast<std::uint32_t>(end),
                                 .value = value,
                                 .text = text.substr(begin, end - begin),
                                 .rule = std::string{span.rule}});
        }
    }

    [[nodiscard]] std::string best_form(const Person& person) const
    {
        Spellings spellings;
        int fullest = 0;
        for (const std::uint32_t i : person.namings) {
            fullest = std::max(fullest, fullness(namings_[i].words));
            if (const NameSpan* span = namings_[i].span; span != nullptr) {
                add_spellings(text_of(*span), list_of(*span), *span, spellings);
            }
        }
        NameForms forms;  // in the order of the text
        for (const std::uint32_t i : person.namings) {
            const Naming& naming = namings_[i];
            if (fullness(naming.words) != fullest) { continue; }
            forms.add(naming.span == nullptr
                          ? NameForm{.shown = mentions_[naming.mention].value, .nominative = true}
                          : written_form(text_of(*naming.span), list_of(*naming.span), *naming.span,
                                         naming.royal(), spellings));
        }
        return forms.best();
    }

    const TokenizedArticle& article_;
    std::vector<Mention>& mentions_;
    std::size_t first_mark_;
    std::vector<Naming> namings_{};
    std::vector<Person> people_{};
    Index by_given_{};
    Index by_family_{};
};

}  // namespace

void link_people(const TokenizedArticle& article, std::span<const NameSpan> spans,
                 std::vector<Mention>& mentions)
{
    Linker{article, spans, mentions}.run();
}

}  // namespace dateline::indexer
