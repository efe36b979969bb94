#include "indexer/detect/name_run.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

constexpr std::size_t kLongestParticle = 5;
constexpr std::size_t kLongestSyllable = 6;
constexpr std::size_t kLongestAbbreviation = 5;
constexpr std::size_t kLongestClosing = 4;  ///< bytes of a quotation mark and a blank

/// Between a title and its office: "Secretary of State", "ministro de Defensa".
constexpr auto kOfficeWords = std::to_array<std::string_view>(
    {"da", "de", "del", "der", "des", "do", "du", "for", "fur", "of", "the"});

/// Lower-case words behind which a person's name is that of a place or a thing.
constexpr auto kNamedAfter = std::to_array<std::string_view>(
    {"aeropuerto", "aeroport", "aeroporto", "avenida",   "avenue", "calle",   "carrier",
     "colegio",    "colonia",  "costera",   "cyclone",   "escola", "escuela", "estadio",
     "hopital",    "hospital", "hurricane", "instituto", "lycee",  "museo",   "museu",
     "parque",     "place",    "plaza",     "ponte",     "praca",  "praia",   "primaria",
     "puente",     "rodovia",  "rua",       "rue",       "ship",   "stade",   "storm",
     "strasse",    "teatro",   "typhoon",   "vessel",    "улица",  "улице",   "улицы",
     "проспект",   "проспекте"});

bool is_named_after(std::string_view surface)
{
    return std::find(kNamedAfter.begin(), kNamedAfter.end(), surface) != kNamedAfter.end();
}

class RunReader {
  public:
    RunReader(const NameText& text, NameRun& run) : text_(text), run_(run) {}

    std::size_t collect(std::size_t at);
    void announce();

  private:
    [[nodiscard]] bool continues(std::size_t i) const;
    [[nodiscard]] std::size_t particles_before_capital(std::size_t i) const;
    [[nodiscard]] bool is_nickname(std::size_t i) const;
    [[nodiscard]] bool is_second_syllable(std::size_t i) const;
    void add_word(std::size_t i);
    void announce_office(std::size_t i);

    const NameText& text_;
    NameRun& run_;
};

std::size_t RunReader::collect(std::size_t at)
{
    if (at > 0 && text_.gap(at) == Gap::Hyphen && text_.shape(at - 1) == Shape::Lower &&
        (name_word(text_.surface(at - 1)) & kParticle) != 0) {
        add_word(at - 1);  // al-Assad
    }
    add_word(at);
    std::size_t i = at + 1;
    while (i < text_.size()) {
        if (text_.is_capital(i)) {
            if (continues(i)) {
                add_word(i++);
            } else if (is_nickname(i)) {
                add_word(i++);
                add_word(i++);
            } else {
                break;
            }
        } else if (is_second_syllable(i)) {
            add_word(i++);
        } else {
            const std::size_t particles = particles_before_capital(i);
            if (particles == 0) { break; }
            for (std::size_t n = 0; n < particles; ++n) { add_word(i++); }
        }
    }
    return i;
}

bool RunReader::continues(std::size_t i) const
{
    const Break before = text_.token(i).before;
    const Gap gap = text_.gap(i);
    if (gap == Gap::Other || before == Break::Paragraph) { return false; }
    if (gap != Gap::Point) { return before == Break::None; }
    if (text_.shape(i - 1) == Shape::Initial) { return before == Break::None; }
    const NameWord meaning = run_.words.empty() ? 0 : run_.words.back().meaning;
    return (meaning & (kTitle | kSuffix)) != 0 &&
           text_.surface(i - 1).size() <= kLongestAbbreviation;
}

/// How many particles stand from word `i` on, if a capitalised word follows them; else 0.
std::size_t RunReader::particles_before_capital(std::size_t i) const
{
    for (std::size_t n = 0; n < 3 && i + n < text_.size(); ++n) {
        const std::size_t at = i + n;
        if (!continues(at)) { return 0; }
        if (text_.is_capital(at)) { return n; }
        const std::string_view surface = text_.surface(at);
        if (text_.shape(at) != Shape::Lower || surface.size() > kLongestParticle) { return 0; }
        const bool elided =
            surface == "d" && at + 1 < text_.size() && text_.gap(at + 1) == Gap::Apostrophe;
        if (!elided && (name_word(surface) & kParticle) == 0) { return 0; }
    }
    return 0;
}

/// The first two words behind "Ferdinand" in 'Ferdinand "Bongbong" Marcos'.
bool RunReader::is_nickname(std::size_t i) const
{
    if ((run_.words.back().meaning & kGiven) == 0 || i + 1 >= text_.size()) { return false; }
    return is_quoted(text_.text(), text_.token(i - 1), text_.token(i)) && text_.is_capital(i + 1) &&
           text_.token(i).before == Break::None && text_.token(i + 1).before == Break::None &&
           text_.between(i + 1).size() <= kLongestClosing && text_.between(i + 1).ends_with(' ') &&
           text_.between(i + 1).find_first_of(",.;:") == std::string_view::npos;
}

/// The "un" of "Kim Jong-un".
bool RunReader::is_second_syllable(std::size_t i) const
{
    if (text_.gap(i) != Gap::Hyphen || text_.surface(i).size() > kLongestSyllable) { return false; }
    const std::size_t from = run_.words.size() > 3 ? run_.words.size() - 3 : 0;
    return std::any_of(run_.words.begin() + static_cast<std::ptrdiff_t>(from), run_.words.end() - 1,
                       [](const RunWord& w) { return (w.meaning & kFamilyFirst) != 0; });
}

void RunReader::add_word(std::size_t i)
{
    const Gap gap = text_.gap(i);
    const std::string_view surface = text_.surface(i);
    const bool initial = text_.shape(i) == Shape::Initial && surface.size() == 1;
    run_.words.push_back(
        {.index = static_cast<std::uint32_t>(i),
         .meaning = initial ? 0 : name_word(surface),
         .joined = !run_.words.empty() && (gap == Gap::Hyphen || gap == Gap::Apostrophe)});
}

/// Looks at what stands before the run: "president", "Secretary of", "canciller ruso".
void RunReader::announce()
{
    const std::size_t first = run_.words.front().index;
    if (first == 0 || text_.token(first).before != Break::None) { return; }
    const std::size_t before = first - 1;
    const Gap gap = text_.gap(first);
    if (text_.shape(before) != Shape::Lower || (gap != Gap::Blank && gap != Gap::Point)) { return; }
    if (is_office_word(text_.surface(before))) { return announce_office(before); }
    if (is_named_after(text_.surface(before))) {
        run_.named_after = true;
        return;
    }
    NameWord meaning = name_word(text_.surface(before));
    if ((meaning & kNationality) != 0 && before > 0 && text_.gap(before) == Gap::Blank) {
        meaning = name_word(text_.surface(before - 1));
    }
    run_.announced = announcement(meaning);
    if (run_.announced == Announced::Titled && (meaning & kTitleOrName) != 0) {
        run_.announced = Announced::Described;
    }
}

void RunReader::announce_office(std::size_t i)
{
    for (std::size_t n = 0; n < 2 && i > 0; ++n, --i) {
        if (text_.gap(i) != Gap::Blank || text_.token(i).before != Break::None) { return; }
        const NameWord meaning = name_word(text_.surface(i - 1));
        run_.office = announcement(meaning) != Announced::No;
        if (run_.office || !is_office_word(text_.surface(i - 1))) { return; }
    }
}

}  // namespace

bool is_office_word(std::string_view surface)
{
    return std::find(kOfficeWords.begin(), kOfficeWords.end(), surface) != kOfficeWords.end();
}

std::size_t read_name_run(const NameText& text, std::size_t at, NameRun& run)
{
    run.words.clear();
    run.announced = Announced::No;
    run.office = run.named_after = false;
    RunReader reader{text, run};
    const std::size_t end = reader.collect(at);
    reader.announce();
    return end;
}

}  // namespace dateline::indexer
