#include "indexer/detect/name_segments.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

/// Letters that stand for a given name without a point; a, e, i, o, u and y are words.
constexpr std::string_view kFrontInitials = "bcdfghjklmnprstvwz";

/// "S.G. Warburg SA": in capitals only, Sá is a family.
constexpr auto kLegalForms = std::to_array<std::string_view>(
    {"ab", "ag", "asa", "bhd", "gmbh", "inc", "kk", "llc", "lp", "ltd", "nv", "plc", "sa", "spa"});

bool is_legal_form(std::string_view surface)
{
    return std::find(kLegalForms.begin(), kLegalForms.end(), surface) != kLegalForms.end();
}

}  // namespace

std::size_t SegmentReader::begin_run(std::size_t at)
{
    const std::size_t end = read_name_run(text_, at, run_);
    announced_ = run_.announced;
    office_ = run_.office;
    segment_.organisation = run_.named_after;
    return end;
}

void SegmentReader::read_word(std::size_t k)
{
    const RunWord& word = run_.words[k];
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
    const RunWord& word = run_.words[k];
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
    const NameWord meaning = run_.words[k].meaning;
    const Announced found = announcement(meaning);
    if (found == Announced::No || text_.shape(run_.words[k].index) == Shape::Lower) {
        return false;
    }
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
    const RunWord& word = run_.words[k];
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
        const bool hyphened = (word.meaning & kFamilyFirst) != 0 && k + 2 < run_.words.size() &&
                              run_.words[k + 2].joined;  // Moon Jae-in
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
    const RunWord& word = run_.words[k];
    if ((word.meaning & kOrganisation) == 0) { return false; }
    const bool begins = segment_.words.empty();
    if (begins && office_) { return true; }
    if (!segment_.organisation) {
        const bool next_is_known = has_next(k) && run_.words[k + 1].meaning != 0;
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
    const RunWord& word = run_.words[k];
    if ((word.meaning & kCalendar) == 0 || segment_.organisation) { return false; }
    const std::size_t next = word.index + 1;
    const bool date = next < text_.size() && text_.shape(next) == Shape::Number;
    const bool family = (word.meaning & kSurname) != 0;
    if (!date) {
        const bool begins_name = (word.meaning & kGiven) != 0 && has_next(k) &&
                                 !is_sure_given(run_.words[k + 1].meaning);
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
    const RunWord& word = run_.words[k];
    if ((word.meaning & (kPlace | kNationality)) == 0 || segment_.organisation) { return false; }
    if (text_.shape(word.index) == Shape::Capital && text_.surface(word.index).size() <= 2) {
        return false;  // "Un" is not the UN
    }
    constexpr NameWord kNoFamily = kOrganisation | kPlace | kNationality | kFunction;
    if (segment_.words.empty()) {
        const bool begins_name = (word.meaning & kGiven) != 0 && has_next(k) &&
                                 (run_.words[k + 1].meaning & kNoFamily) == 0;
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
           text_.shape(run_.words[k].index) == Shape::Lower &&
           is_office_word(text_.surface(run_.words[k].index));
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
    if (office_ && !segment_.words.empty() && is_sure_given(run_.words[k].meaning) &&
        !behind_given_name()) {
        segment_.words.clear();  // Archbishop of Canterbury Justin Welby
    }
    segment_.words.push_back(run_.words[k]);
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
