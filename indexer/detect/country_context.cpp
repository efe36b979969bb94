#include "indexer/detect/country_context.hpp"

#include "indexer/detect/written_words.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

using Words = std::string_view;

/// Demonyms that are names of languages, too.
constexpr auto kLanguages = std::to_array<Words>(
    {"bulgarian", "chinese",    "croatian", "czech",     "danish",    "dutch",      "english",
     "finnish",   "french",     "german",   "greek",     "hungarian", "indonesian", "irish",
     "italian",   "japanese",   "korean",   "norwegian", "persian",   "polish",     "portuguese",
     "romanian",  "russian",    "serbian",  "spanish",   "swedish",   "thai",       "turkish",
     "ukrainian", "vietnamese", "welsh"});

/// Behind the name of a language.
constexpr auto kLanguageNouns =
    std::to_array<Words>({"alphabet", "grammar", "language", "languages", "lesson", "lessons",
                          "literature", "proficiency", "speakers", "speaking", "subtitles",
                          "translation", "translations", "vocabulary"});

/// Before the name of a language, whatever follows; and where nothing may follow.
constexpr auto kSpeaking = std::to_array<Words>(
    {"fluent", "learn", "learned", "learning", "speak", "speaking", "speaks", "spoke", "spoken"});
constexpr auto kWriting = std::to_array<Words>({"broken", "from", "in", "into", "study", "studying",
                                                "taught", "teach", "teaching", "understand"});
constexpr auto kConjunctions = std::to_array<Words>({"and", "or"});

/// Behind a name, they make it that of a street or an American county.
constexpr auto kAddressWords = std::to_array<Words>(
    {"avenue", "boulevard", "county", "drive", "lane", "rd", "road", "street", "township"});

struct FormerState {
    std::string_view code;
    std::chrono::sys_days first;
    std::chrono::sys_days past;
};

using namespace std::chrono_literals;
constexpr auto kFormerStates = std::to_array<FormerState>({
    {"CS", 1918y / 10 / 28, 1993y / 1 / 1},
    {"SU", 1922y / 12 / 30, 1991y / 12 / 26},
    {"YU", 1918y / 12 / 1, 1992y / 4 / 27},
});

/// Before a surname.
constexpr auto kHonorifics = std::to_array<Words>({"dr", "mr", "mrs", "ms", "sir"});

template <std::size_t N>
bool is_one_of(const std::array<Words, N>& list, Words word)
{
    return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_blank(std::string_view gap)
{
    return gap.find_first_not_of(" \t\n") == std::string_view::npos;
}

/// Reads the words around a place in a text; there is no word beyond its ends.
class Neighbours {
  public:
    Neighbours(std::string_view text, const TokenList& words) : text_(text), words_(words) {}

    [[nodiscard]] std::string_view word(std::size_t at) const
    {
        return at < words_.tokens.size() ? words_.surface(words_.tokens[at]) : std::string_view{};
    }

    /// The word `back` places before `at`.
    [[nodiscard]] std::string_view before(std::size_t at, std::size_t back) const
    {
        return at < back ? std::string_view{} : word(at - back);
    }

    /// Whether the word `at` and the one before it belong together.
    [[nodiscard]] bool joined(std::size_t at) const
    {
        return at > 0 && at < words_.tokens.size() && words_.tokens[at].before == Break::None &&
               joins(gap_between(text_, words_.tokens[at - 1], words_.tokens[at]));
    }

    /// Whether a phrase ends before the word `at`: at the end, or by a mark of any kind.
    [[nodiscard]] bool phrase_ends(std::size_t at) const
    {
        return at >= words_.tokens.size() || words_.tokens[at].before != Break::None ||
               !is_blank(gap_between(text_, words_.tokens[at - 1], words_.tokens[at]));
    }

    [[nodiscard]] bool is_capitalized(std::size_t at) const
    {
        return at < words_.tokens.size() &&
               begins_with_capital(written_word(text_, words_.tokens[at]));
    }

  private:
    std::string_view text_;
    const TokenList& words_;
};

/// "in English." and "in English and French."
bool is_written_language(const Neighbours& near, std::size_t at)
{
    if (is_one_of(kWriting, near.before(at, 1))) {
        return near.phrase_ends(at + 1) ||
               (is_one_of(kConjunctions, near.word(at + 1)) &&
                is_one_of(kLanguages, near.word(at + 2)) && near.phrase_ends(at + 3));
    }
    return is_one_of(kConjunctions, near.before(at, 1)) &&
           is_one_of(kLanguages, near.before(at, 2)) &&
           (is_one_of(kWriting, near.before(at, 3)) || is_one_of(kSpeaking, near.before(at, 3))) &&
           near.phrase_ends(at + 1);
}

bool is_language(const Neighbours& near, const CountryHit& hit)
{
    if (hit.past - hit.first != 1 || !is_one_of(kLanguages, near.word(hit.first))) { return false; }
    if (near.joined(hit.past) && is_one_of(kLanguageNouns, near.word(hit.past))) { return true; }
    if (near.joined(hit.first) && is_one_of(kSpeaking, near.before(hit.first, 1))) { return true; }
    return is_written_language(near, hit.first);
}

bool is_surname(const Neighbours& near, const CountryHit& hit)
{
    return hit.past - hit.first == 1 && near.joined(hit.first) &&
           is_one_of(kHonorifics, near.before(hit.first, 1));
}

/// "Dublin Road", "Guernsey County".
bool is_address(const Neighbours& near, const CountryHit& hit)
{
    return near.joined(hit.past) && near.is_capitalized(hit.past) &&
           is_one_of(kAddressWords, near.word(hit.past));
}

}  // namespace

bool means_something_else(const CountryHit& hit, std::string_view text, const TokenList& words,
                          const CountryLexicon& lexicon)
{
    const CodeChoice& choice = hit.form->choice;
    const bool american = choice.size == 1 && lexicon.code(choice.codes[0]) == "US";
    const Neighbours near{text, words};
    const std::size_t end = words.tokens[hit.past - 1].end;
    switch (hit.form->kind) {
        case FormKind::Demonym:
            return is_language(near, hit) || (!american && is_address(near, hit));
        case FormKind::Name:
            if (near.word(hit.first) == kUnitedStates) {
                return end < text.size() && text[end] == '$';
            }
            [[fallthrough]];
        case FormKind::Capital:
        case FormKind::City:
        case FormKind::State:
            return is_surname(near, hit) || (!american && is_address(near, hit));
        default:
            return false;
    }
}

CountryChoice::CountryChoice(const CountryLexicon& lexicon,
                             std::optional<std::chrono::sys_days> day)
    : lexicon_(lexicon),
      mentions_(lexicon.code_count()),
      country_of_georgia_(lexicon.find_code("GE")),
      united_states_(lexicon.find_code("US"))
{
    for (const FormerState& state : kFormerStates) {
        if (day && *day >= state.first && *day < state.past) {
            alive_.push_back(lexicon.find_code(state.code));
        }
    }
}

void CountryChoice::count(const std::vector<CountryHit>& hits)
{
    for (const CountryHit& hit : hits) {
        if (hit.form->choice.size != 1) { continue; }
        const CodeId code = hit.form->choice.codes[0];
        ++mentions_[code];
        const bool place = hit.form->kind == FormKind::City || hit.form->kind == FormKind::State;
        if (place && code == united_states_) { ++american_places_; }
    }
}

std::size_t CountryChoice::mentions(std::string_view code) const
{
    const CodeId id = lexicon_.find_code(code);
    return id == kNoCode ? 0 : mentions_[id];
}

/// A former state gets one mention more in articles of its time.
std::size_t CountryChoice::weight(CodeId code) const
{
    if (code == kNoCode) { return 0; }
    const bool alive = std::find(alive_.begin(), alive_.end(), code) != alive_.end();
    return mentions_[code] + (alive ? 1 : 0);
}

bool CountryChoice::is_georgia(const CodeChoice& choice) const
{
    return choice.size == 2 && choice.codes[0] == country_of_georgia_ &&
           choice.codes[1] == united_states_;
}

/// The state has American places around it, the country its neighbours; mere mentions of the
/// United States, which occur with both, decide only where nothing else does.
CodeId CountryChoice::georgia() const
{
    std::size_t neighbours = 0;
    for (const std::string_view code : {"GE", "RU", "AM", "AZ", "SU"}) {
        neighbours += mentions(code);
    }
    const bool state =
        american_places_ > neighbours || (neighbours == 0 && mentions_[united_states_] > 0);
    return state ? united_states_ : country_of_georgia_;
}

CodeId CountryChoice::chosen(const CodeChoice& choice) const
{
    const auto* first = choice.codes.data();
    return *std::max_element(first, first + choice.size,
                             [this](CodeId a, CodeId b) { return weight(a) < weight(b); });
}

bool CountryChoice::is_namesake(const CountryHit& hit, const CountryHit& next) const
{
    if (hit.code == next.code) { return false; }
    const bool state = next.form->kind == FormKind::State ||
                       (is_georgia(next.form->choice) && next.code == united_states_);
    switch (hit.form->kind) {
        case FormKind::Name:
            return next.form->demands.behind_comma;
        case FormKind::Capital:
            return state;
        case FormKind::City:
            return state || next.form->kind == FormKind::Name;
        default:
            return false;
    }
}

void CountryChoice::decide(std::vector<CountryHit>& hits, std::string_view text,
                           const TokenList& words) const
{
    const CodeId georgian = georgia();
    for (CountryHit& hit : hits) {
        const CodeChoice& choice = hit.form->choice;
        hit.code = is_georgia(choice) ? georgian : chosen(choice);
    }
    for (std::size_t i = 1; i < hits.size(); ++i) {
        CountryHit& hit = hits[i - 1];
        const CountryHit& next = hits[i];
        if (hit.past != next.first) { continue; }
        const std::string_view gap =
            gap_between(text, words.tokens[hit.past - 1], words.tokens[next.first]);
        if (gap.starts_with(',') && is_blank(gap.substr(1)) && is_namesake(hit, next)) {
            hit.code = kNoCode;
        }
    }
}

}  // namespace dateline::indexer
