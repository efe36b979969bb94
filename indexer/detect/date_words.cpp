#include "indexer/detect/date_words.hpp"

#include "common/text/language.hpp"
#include "common/text/utf8.hpp"
#include "common/text/word_filter.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline::indexer {
namespace {

constexpr LanguageSet bit(DateLanguage language) { return static_cast<LanguageSet>(language); }

constexpr LanguageSet kAllLanguages = bit(DateLanguage::English) | bit(DateLanguage::Spanish) |
                                      bit(DateLanguage::Portuguese) | bit(DateLanguage::Russian);

constexpr std::size_t kFilterBits = 1U << 14U;

struct Meaning {
    DateWord kind;
    int value;
    LanguageSet languages;
};

bool is_trigger(DateWord kind)
{
    static constexpr std::array kTriggers{
        DateWord::Weekday, DateWord::WeekdayOfFair, DateWord::Month, DateWord::Day,
        DateWord::Morning, DateWord::DayPart,       DateWord::Night, DateWord::Unit};
    return std::find(kTriggers.begin(), kTriggers.end(), kind) != kTriggers.end();
}

class Lexicon {
  public:
    Lexicon()
    {
#define DATE_WORDS(language, kind, value, forms) \
    add(bit(DateLanguage::language), DateWord::kind, value, forms);
#include "indexer/detect/date_words.def"
#undef DATE_WORDS
    }

    [[nodiscard]] std::optional<int> value(std::string_view surface, DateWord kind,
                                           LanguageSet languages) const
    {
        const std::vector<Meaning>* const meanings = find(surface);
        if (meanings == nullptr) { return {}; }
        for (const Meaning& meaning : *meanings) {
            if (meaning.kind == kind && (meaning.languages & languages) != 0) {
                return meaning.value;
            }
        }
        return {};
    }

    [[nodiscard]] DateKinds kinds(std::string_view surface, LanguageSet languages) const
    {
        const std::vector<Meaning>* const meanings = find(surface);
        if (meanings == nullptr) { return 0; }
        DateKinds kinds = 0;
        for (const Meaning& meaning : *meanings) {
            const bool is_read = (meaning.languages & languages) != 0;
            kinds |= DateKinds{is_read} << static_cast<unsigned>(meaning.kind);
        }
        return kinds;
    }

    [[nodiscard]] bool may_trigger(std::string_view surface) const
    {
        return triggers_.may_have(surface);
    }

  private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const
        {
            return std::hash<std::string_view>{}(text);
        }
    };

    [[nodiscard]] const std::vector<Meaning>* find(std::string_view surface) const
    {
        if (!known_.may_have(surface)) { return nullptr; }
        const auto found = words_.find(surface);
        return found == words_.end() ? nullptr : &found->second;
    }

    /// Adds forms that are divided by "|".
    void add(LanguageSet language, DateWord kind, int value, std::string_view forms)
    {
        while (!forms.empty()) {
            const std::string_view form = forms.substr(0, forms.find('|'));
            forms.remove_prefix(std::min(forms.size(), form.size() + 1));
            const std::string folded = fold(form);
            words_[folded].push_back({kind, value, language});
            known_.add(folded);
            if (is_trigger(kind)) { triggers_.add(folded); }
        }
    }

    std::unordered_map<std::string, std::vector<Meaning>, Hash, std::equal_to<>> words_{};
    WordFilter<kFilterBits> known_{};
    WordFilter<kFilterBits> triggers_{};
};

const Lexicon& lexicon()
{
    static const Lexicon words;
    return words;
}

struct Ending {
    LanguageSet languages;
    std::string_view letters;
    std::size_t least;  ///< bytes of the whole word, below which it is another word
};

constexpr LanguageSet kEn = bit(DateLanguage::English);
constexpr LanguageSet kEs = bit(DateLanguage::Spanish);
constexpr LanguageSet kPt = bit(DateLanguage::Portuguese);
constexpr LanguageSet kRu = bit(DateLanguage::Russian);

constexpr auto kPastEndings = std::to_array<Ending>({{kEn, "ed", 5},
                                                     {kEs, "ó", 4},
                                                     {kEs, "aron", 6},
                                                     {kEs, "ieron", 6},
                                                     {kPt, "ou", 4},
                                                     {kPt, "eu", 5},
                                                     {kPt, "iu", 4},
                                                     {kPt, "aram", 6},
                                                     {kPt, "eram", 6},
                                                     {kPt, "iram", 6},
                                                     {kRu, "л", 8},
                                                     {kRu, "ла", 10},
                                                     {kRu, "ло", 10},
                                                     {kRu, "ли", 8},
                                                     {kRu, "лся", 10},
                                                     {kRu, "лась", 12},
                                                     {kRu, "лось", 12},
                                                     {kRu, "лись", 12}});
constexpr auto kFutureEndings = std::to_array<Ending>({{kEn, "'ll", 4},
                                                       {kEn, "’ll", 5},
                                                       {kEs, "rá", 5},
                                                       {kEs, "rán", 6},
                                                       {kEs, "remos", 8},
                                                       {kPt, "rá", 5},
                                                       {kPt, "rão", 7}});

template <class Endings>
bool ends_so(std::string_view word, LanguageSet languages, const Endings& endings)
{
    return std::any_of(endings.begin(), endings.end(), [&](const Ending& ending) {
        return (ending.languages & languages) != 0 && word.size() >= ending.least &&
               word.ends_with(ending.letters);
    });
}

}  // namespace

LanguageSet date_languages(std::string_view language)
{
    if (language == "en") { return kEn; }
    if (language == "es") { return kEs; }
    if (language == "pt") { return kPt; }
    if (language == "ru") { return kRu; }
    return language == kUnknownLanguage || language.empty() ? kAllLanguages : LanguageSet{0};
}

std::optional<int> date_word(std::string_view surface, DateWord kind, LanguageSet languages)
{
    return lexicon().value(surface, kind, languages);
}

DateKinds date_kinds(std::string_view surface, LanguageSet languages)
{
    return lexicon().kinds(surface, languages);
}

bool may_begin_date(std::string_view surface) { return lexicon().may_trigger(surface); }

bool ends_in_past(std::string_view word, LanguageSet languages)
{
    return ends_so(word, languages, kPastEndings);
}

bool ends_in_future(std::string_view word, LanguageSet languages)
{
    return ends_so(word, languages, kFutureEndings) && word != "verão";
}

}  // namespace dateline::indexer
