#include "indexer/detect/name_segments.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

constexpr std::size_t kLongestParticle = 5;
constexpr std::size_t kLongestSyllable = 6;
constexpr std::size_t kLongestAbbreviation = 5;
constexpr std::size_t kLongestClosing = 4;  ///< bytes of a quotation mark and a blank

/// Letters that stand for a given name without a point; a, e, i, o, u and y are words.
constexpr std::string_view kFrontInitials = "bcdfghjklmnprstvwz";

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

/// "S.G. Warburg SA": in capitals only, Sá is a family.
constexpr auto kLegalForms = std::to_array<std::string_view>(
    {"ab", "ag", "asa", "bhd", "gmbh", "inc", "kk", "llc", "lp", "ltd", "nv", "plc", "sa", "spa"});

bool is_legal_form(std::string_view surface)
{
    return std::find(kLegalForms.begin(), kLegalForms.end(), surface) != kLegalForms.end();
}

bool is_office_word(std::string_view surface)
{
    return std::find(kOfficeWords.begin(), kOfficeWords.end(), surface) != kOfficeWords.end();
}

Announced announcement(NameWord meaning)
{
    if ((meaning & kRoyal) != 0) { return Announced::Royal; }
    if ((meaning & kTitle) != 0) { return Announced::Titled; }
    return (meaning & kDescriptor) != 0 ? Announced::Described : Announced::No;
}

bool is_sure_given(NameWord meaning) { return (meaning & (kGiven | kAmbiguousGiven)) == kGiven; }

}  // namespace

// ---- which words belong to the run ----

std::size_t SegmentReader::collect(std::size_t at)
{
    run_.clear();
    segment_ = {};
    announced_ = Announced::No;
    office_ = false;
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

bool SegmentReader::continues(std::size_t i) const
{
    const Break before = text_.token(i).before;
    const Gap gap = text_.gap(i);
    if (gap == Gap::Other || before == Break::Paragraph) { return false; }
    if (gap != Gap::Point) { return before == Break::None; }
    if (text_.shape(i - 1) == Shape::Initial) { return before == Break::None; }
    const NameWord meaning = run_.empty() ? 0 : run_.back().meaning;
    return (meaning & (kTitle | kSuffix)) != 0 &&
           text_.surface(i - 1).size() <= kLongestAbbreviation;
}

/// How many particles stand from word `i` on, if a capitalised word follows them; else 0.
std::size_t SegmentReader::particles_before_capital(std::size_t i) const
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
bool SegmentReader::is_nickname(std::size_t i) const
{
    if ((run_.back().meaning & kGiven) == 0 || i + 1 >= text_.size()) { return false; }
    return is_quoted(text_.text(), text_.token(i - 1), text_.token(i)) && text_.is_capital(i + 1) &&
           text_.token(i).before == Break::None && text_.token(i + 1).before == Break::None &&
           text_.between(i + 1).size() <= kLongestClosing && text_.between(i + 1).ends_with(' ') &&
           text_.between(i + 1).find_first_of(",.;:") == std::string_view::npos;
}

/// The "un" of "Kim Jong-un".
bool SegmentReader::is_second_syllable(std::size_t i) const
{
    if (text_.gap(i) != Gap::Hyphen || text_.surface(i).size() > kLongestSyllable) { return false; }
    const std::size_t from = run_.size() > 3 ? run_.size() - 3 : 0;
    return std::any_of(run_.begin() + static_cast<std::ptrdiff_t>(from), run_.end() - 1,
                       [](const RunWord& w) { return (w.meaning & kFamilyFirst) != 0; });
}

void SegmentReader::add_word(std::size_t i)
{
    const Gap gap = text_.gap(i);
    const std::string_view surface = text_.surface(i);
    const bool initial = text_.shape(i) == Shape::Initial && surface.size() == 1;
    run_.push_back({.index = static_cast<std::uint32_t>(i),
                    .meaning = initial ? 0 : name_word(surface),
                    .joined = !run_.empty() && (gap == Gap::Hyphen || gap == Gap::Apostrophe)});
}

/// Looks at what stands before the run: "president", "Secretary of", "canciller ruso".
void SegmentReader::announce()
{
    const std::size_t first = run_.front().index;
    if (first == 0 || text_.token(first).before != Break::None) { return; }
    const std::size_t before = first - 1;
    const Gap gap = text_.gap(first);
    if (text_.shape(before) != Shape::Lower || (gap != Gap::Blank && gap != Gap::Point)) { return; }
    if (is_office_word(text_.surface(before))) { return announce_office(before); }
    if (is_named_after(text_.surface(before))) {
        segment_.organisation = true;
        return;
    }
    NameWord meaning = name_word(text_.surface(before));
    if ((meaning & kNationality) != 0 && before > 0 && text_.gap(before) == Gap::Blank) {
        meaning = name_word(text_.surface(before - 1));
    }
    announced_ = announcement(meaning);
    if (announced_ == Announced::Titled && (meaning & kTitleOrName) != 0) {
        announced_ = Announced::Described;
    }
}

void SegmentReader::announce_office(std::size_t i)
{
    for (std::size_t n = 0; n < 2 && i > 0; ++n, --i) {
        if (text_.gap(i) != Gap::Blank || text_.token(i).before != Break::None) { return; }
        const NameWord meaning = name_word(text_.surface(i - 1));
        office_ = announcement(meaning) != Announced::No;
        if (office_ || !is_office_word(text_.surface(i - 1))) { return; }
    }
}

// ---- what each word is ----

void SegmentReader::read_word(std::size_t k)
{
    const RunWord& word = run_[k];
    if (word.joined && !segment_.words.empty()) {
        if ((word.meaning & (kOrganisation | kSurname)) == kOrganisation) {
            segment_.organisation = true;
        }
        append(k);
    } else if (behind_particle() && text_.is_capital(word.index)) {
        append(k);  // Miguel de la Madrid
    } else if (begins_office(k)) {
        office_ = true;
        announced_ = Announced::No;
    } else if (!read_title(k) && !read_capitals(k) && !read_function(k) && !read_organisation(k) &&
               !read_calendar(k) && !read_place(k)) {
        append(k);
        if ((word.meaning & kSuffix) != 0 && segment_.words.size() > 1) { close(); }
    }
    if (text_.is_possessive(word.index)) {
        close();
        announced_ = Announced::No;
    }
}

bool SegmentReader::read_capitals(std::size_t k)
{
    const RunWord& word = run_[k];
    if (text_.shape(word.index) != Shape::Upper) { return false; }
    const bool inside = !segment_.words.empty();
    if (inside && (word.meaning & kSuffix) != 0) {
        append(k);
        close();
        return true;
    }
    const std::string_view surface = text_.surface(word.index);
    if (inside && is_legal_form(surface)) { segment_.company = true; }
    const bool initial =
        surface.size() == 1 && has_next(k) &&
        !text_.between(word.index).ends_with('&') &&  // George W Bush, V Muraleedharan
        (inside || kFrontInitials.find(surface) != std::string_view::npos);
    constexpr NameWord kNoName = kOrganisation | kPlace | kNationality | kFunction;
    const bool family = surface.size() >= 3 && segment_.words.size() == 1 && behind_given_name() &&
                        (word.meaning & kNoName) == 0;  // Emmanuel MACRON
    if (initial || family) {
        append(k);
    } else {
        skip();
    }
    return true;
}

bool SegmentReader::read_title(std::size_t k)
{
    const NameWord meaning = run_[k].meaning;
    const Announced found = announcement(meaning);
    if (found == Announced::No || text_.shape(run_[k].index) == Shape::Lower) { return false; }
    const bool could_be_name = (meaning & (kTitleOrName | kSurname)) != 0 ||
                               (found == Announced::Described && !has_next(k));
    if (could_be_name && behind_given_name() && segment_.words.size() <= 2) { return false; }
    if (is_sure_given(meaning) && segment_.words.empty() && announced_ == Announced::No) {
        return false;
    }
    segment_.before_title = true;
    close();
    announced_ = found;
    office_ = false;
    return true;
}

bool SegmentReader::read_function(std::size_t k)
{
    const RunWord& word = run_[k];
    if ((word.meaning & kFunction) == 0) { return false; }
    const bool plain = text_.style(word.index) == LineStyle::Plain;
    const bool particle = (word.meaning & kParticle) != 0 && has_next(k);
    const bool name_too = (word.meaning & (kGiven | kFamilyFirst)) != 0;
    if (!segment_.words.empty()) {
        if (particle || text_.shape(word.index) == Shape::Lower) {
            append(k);
            return true;
        }
        const bool family = (word.meaning & kSurname) != 0 && segment_.words.size() == 1;
        const bool syllable = (segment_.words.front().meaning & kFamilyFirst) != 0 && plain &&
                              text_.shape(word.index) == Shape::Capital;  // Kim Jong Un
        if (behind_given_name() && (family || syllable || (name_too && plain))) {
            append(k);
            return true;
        }
    } else {
        const bool titled = announced_ >= Announced::Titled && !office_;
        const bool hyphened = (word.meaning & kFamilyFirst) != 0 && k + 2 < run_.size() &&
                              run_[k + 2].joined;  // Moon Jae-in
        if ((titled && (word.meaning & kSurname) != 0) ||
            (plain && (titled || hyphened || !text_.starts_sentence(word.index)) &&
             ((name_too && has_next(k)) || particle))) {
            append(k);
            return true;
        }
        if (office_) { return true; }
    }
    skip();
    return true;
}

bool SegmentReader::read_organisation(std::size_t k)
{
    const RunWord& word = run_[k];
    if ((word.meaning & kOrganisation) == 0) { return false; }
    const bool begins = segment_.words.empty();
    if (begins && office_) { return true; }
    if (!segment_.organisation) {
        const bool next_is_known = has_next(k) && run_[k + 1].meaning != 0;
        const bool family = (word.meaning & kSurname) != 0 && !next_is_known;
        if (family && (begins ? announced_ >= Announced::Titled
                              : segment_.words.size() == 1 && behind_given_name())) {
            append(k);
            return true;
        }
        if (begins && (word.meaning & (kFamilyFirst | kGiven)) != 0 && has_next(k) &&
            !next_is_known) {
            append(k);  // Park Geun-hye
            return true;
        }
    }
    segment_.organisation = true;
    segment_.company = segment_.company || (word.meaning & kCompany) != 0;
    append(k);
    return true;
}

bool SegmentReader::read_calendar(std::size_t k)
{
    const RunWord& word = run_[k];
    if ((word.meaning & kCalendar) == 0 || segment_.organisation) { return false; }
    const std::size_t next = word.index + 1;
    const bool date = next < text_.size() && text_.shape(next) == Shape::Number;
    const bool family = (word.meaning & kSurname) != 0;
    if (!date) {
        const bool begins_name =
            (word.meaning & kGiven) != 0 && has_next(k) && !is_sure_given(run_[k + 1].meaning);
        if (segment_.words.empty() ? begins_name || (family && announced_ >= Announced::Titled)
                                   : family && segment_.words.size() == 1 && behind_given_name()) {
            append(k);
            return true;
        }
    }
    skip();
    return true;
}

bool SegmentReader::read_place(std::size_t k)
{
    const RunWord& word = run_[k];
    if ((word.meaning & (kPlace | kNationality)) == 0 || segment_.organisation) { return false; }
    if (text_.shape(word.index) == Shape::Capital && text_.surface(word.index).size() <= 2) {
        return false;  // "Un" is not the UN
    }
    constexpr NameWord kNoFamily = kOrganisation | kPlace | kNationality | kFunction;
    if (segment_.words.empty()) {
        const bool begins_name =
            (word.meaning & kGiven) != 0 && has_next(k) && (run_[k + 1].meaning & kNoFamily) == 0;
        const bool family = (word.meaning & kSurname) != 0 && announced_ >= Announced::Titled;
        if (!office_ && (begins_name || family)) {
            append(k);
        } else if (!office_) {
            skip();
        }
        return true;
    }
    if (!behind_given_name()) {
        segment_.organisation = true;  // Burkina Faso
        append(k);
    } else if (segment_.words.size() == 1) {
        segment_.organisation = !is_sure_given(segment_.words.front().meaning);
        append(k);  // Jack London
    } else {
        skip();
    }
    return true;
}

bool SegmentReader::behind_given_name() const
{
    return !segment_.words.empty() &&
           ((segment_.words.front().meaning & (kGiven | kFamilyFirst)) != 0 ||
            text_.shape(segment_.words.front().index) == Shape::Initial);
}

/// The "de" of "Ministro de Defensa", which is no part of a name.
bool SegmentReader::begins_office(std::size_t k) const
{
    return segment_.words.empty() && announced_ != Announced::No &&
           text_.shape(run_[k].index) == Shape::Lower &&
           is_office_word(text_.surface(run_[k].index));
}

bool SegmentReader::behind_particle() const
{
    return segment_.words.size() > 1 && !segment_.organisation &&
           (segment_.words.front().meaning & kGiven) != 0 &&
           text_.shape(segment_.words.back().index) == Shape::Lower &&
           (segment_.words.back().meaning & kParticle) != 0;
}

void SegmentReader::append(std::size_t k)
{
    if (office_ && !segment_.words.empty() && is_sure_given(run_[k].meaning) &&
        !behind_given_name()) {
        segment_.words.clear();  // Archbishop of Canterbury Justin Welby
    }
    segment_.words.push_back(run_[k]);
}

void SegmentReader::close()
{
    while (!segment_.words.empty() && (segment_.words.back().meaning & kParticle) != 0 &&
           text_.shape(segment_.words.back().index) == Shape::Lower) {
        segment_.words.pop_back();
    }
    if (!segment_.words.empty()) {
        segment_.announced = announced_;
        std::swap(done_, segment_);
        closed_ = true;
        announced_ = Announced::No;
    }
    segment_.words.clear();
    segment_.organisation = segment_.company = segment_.before_title = false;
}

void SegmentReader::skip()
{
    close();
    announced_ = Announced::No;
}

}  // namespace dateline::indexer
