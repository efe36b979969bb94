#include "indexer/detect/party_labels.hpp"

#include "indexer/detect/name_tables.hpp"

#include <string>

namespace dateline::indexer {
namespace {

/// US states in one word: in full, and in the two usual ways (USPS, AP stylebook); folded. Those
/// that are families, too (Montana, Washington), only count behind a hyphen.
constexpr std::string_view kStates =
    " ak al ala alabama alaska ar ariz arizona ark arkansas az ca calif california co colo"
    " colorado conn connecticut ct de del delaware fl fla florida ga hawaii hi ia id idaho"
    " il ill illinois in ind indiana iowa kan kans kansas kentucky ks ky la louisiana ma"
    " maine maryland mass massachusetts md me mi mich michigan minn minnesota miss"
    " mississippi missouri mn mo mont ms mt nc nd ne neb nebr nebraska nev nevada nh nj nm"
    " nv ny oh ohio ok okla oklahoma or ore oreg oregon pa penn pennsylvania ri sc sd tenn"
    " tennessee tex texas tn tx ut utah va vermont vt wa wash wi wis wisconsin wv wy wyo"
    " wyoming ";

bool is_state(std::string_view word)
{
    return kStates.find(' ' + std::string{word} + ' ') != std::string_view::npos;
}

/// A letter without a full stop, which initials have.
bool is_bare_letter(const NameText& text, std::uint32_t i)
{
    return text.surface(i).size() == 1 && text.is_capital(i) && text.shape(i) != Shape::Initial;
}

/// "U S", "D C": what is left of abbreviations where points were taken out.
bool is_bare_abbreviation(const NameText& text, std::uint32_t i, std::uint32_t last)
{
    if (i + 1 >= last || text.gap(i + 1) != Gap::Blank || !is_bare_letter(text, i) ||
        !is_bare_letter(text, i + 1)) {
        return false;
    }
    const std::string_view first = text.surface(i);
    const std::string_view second = text.surface(i + 1);
    return (first == "u" && second == "s") || (first == "d" && second == "c");
}

}  // namespace

std::uint32_t party_size(const NameText& text, std::uint32_t i, std::uint32_t last)
{
    if (i + 1 >= last || !is_bare_letter(text, i)) { return 0; }
    const std::string_view party = text.surface(i);
    if (party != "d" && party != "r" && party != "i") { return 0; }
    const std::string_view state = text.surface(i + 1);
    const NameWord meaning = name_word(state);
    if (text.gap(i + 1) != Gap::Hyphen) {
        const bool begins_surname = (meaning & kParticle) != 0 && i + 2 < last;  // "R De Paul"
        return is_state(state) && !begins_surname ? 2 : 0;
    }
    if (is_state(state) || (meaning & kPlace) != 0) { return 2; }
    if (state.size() != 1) { return 0; }
    return i + 2 < last && text.surface(i + 2) == "va" ? 3 : 2;
}

std::uint32_t abbreviation_size(const NameText& text, std::uint32_t i, std::uint32_t last)
{
    constexpr std::uint32_t kSize = 2;
    if (!is_bare_abbreviation(text, i, last)) { return 0; }
    const std::uint32_t next = i + kSize;
    if (next >= last) { return 0; }
    const bool is_office = (name_word(text.surface(next)) & (kTitle | kOrganisation)) != 0;
    const bool goes_on =
        is_bare_abbreviation(text, next, last) || party_size(text, next, last) != 0;
    return is_office || goes_on ? kSize : 0;
}

}  // namespace dateline::indexer
