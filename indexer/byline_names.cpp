#include "indexer/byline_names.hpp"

#include "common/text/ascii.hpp"
#include "indexer/author_role.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"
#include "indexer/outlets.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

namespace dateline::indexer {
namespace {

/// Words between two names. Those of one letter also stand inside a name.
constexpr std::array<std::string_view, 7> kAnd{"and", "y", "e", "et", "und", "и", "&"};
/// Words behind which a place or an outlet stands.
constexpr std::array<std::string_view, 5> kPlaceWords{"in", "em", "en", "aus", "à"};
constexpr std::array<std::string_view, 4> kOutletWords{"for", "of", "para", "with"};

/// Whether the part of a byline behind a comma is a place or an office.
bool is_no_author(std::string_view part)
{
    const auto words = words_of(part);
    return words.size() < 2 || !is_name(part) || has_role(part) || is_place_like(part);
}

struct DashedPart {
    std::string_view text;
    bool behind_bar;
};

/// The parts of a byline between its dashes, bars and slashes.
std::vector<DashedPart> split_at_dashes(std::string_view text)
{
    static constexpr std::array<std::string_view, 5> kDashes{" – ", " — ", " - ", " | ", " / "};
    std::vector<DashedPart> parts;
    bool behind_bar = false;
    while (!text.empty()) {
        const LinePart part = take_part(text, kDashes);
        if (!part.text.empty()) { parts.push_back({part.text, behind_bar}); }
        behind_bar = part.mark == " | ";
    }
    return parts;
}

/// The outlet that a part of a byline behind the name is or says: "Evening Wire", "Repórter da
/// Agência Brasil". Behind a bar anything with a capital is one.
std::string_view outlet_of_part(std::string_view part, bool behind_bar)
{
    if (has_role(part)) {
        const std::string_view employer = cut_at_word(part, kEmployerWords);
        return is_outlet_like(employer) || is_outlet_name(employer) ? employer : std::string_view{};
    }
    // "Ann Lee - jro - MCV" are initials of those who have edited.
    constexpr std::size_t kLongestInitials = 4;
    if (part.size() <= kLongestInitials && word_count(part) == 1 && !behind_bar) {
        return find_outlet(part) != nullptr ? part : std::string_view{};
    }
    if (is_outlet_like(part)) { return part; }
    return behind_bar && is_capitalised(part) ? part : std::string_view{};
}

/// Takes apart what dashes and bars divide: "Wire – Ann Lee", "Ann Lee - Evening Post - Lima".
/// Leaves the name in `text` and returns the outlet; nothing if there is no dash.
std::optional<std::string> take_dashed_outlet(std::string_view& text)
{
    const auto parts = split_at_dashes(text);
    if (parts.size() < 2) { return {}; }
    const auto names_person = [](const DashedPart& part) {
        return is_person(part.text.substr(0, part.text.find(',')));
    };
    auto person = std::find_if(parts.begin(), parts.end(), names_person);
    // "Evening Sky – Ann Lee": of two that may be people, the last one is.
    const bool also_last = names_person(parts.back()) && !parts.back().behind_bar;
    if (person == parts.end() || (person == parts.begin() && also_last)) {
        person = parts.end() - 1;
    }
    const std::string_view whole = text;
    text = person->text;
    if (person != parts.begin()) {
        const std::string_view last = (person - 1)->text;
        const auto end = static_cast<std::size_t>(last.data() - whole.data()) + last.size();
        const std::string_view outlet = trimmed(whole.substr(0, end));
        // "Ann Lee - Lima" names a place.
        const bool good = word_count(outlet) > 1 || is_outlet_like(outlet);
        return good ? std::string{outlet} : std::string{};
    }
    for (auto part = person + 1; part != parts.end(); ++part) {
        const std::string_view outlet = outlet_of_part(part->text, part->behind_bar);
        if (!outlet.empty()) { return std::string{outlet}; }
    }
    return std::string{};
}

/// Takes an outlet off a byline: "… (Reuters)", "… for The Post", "Wire – Ann Lee".
std::string take_outlet(std::string_view& text)
{
    if (const std::size_t open = text.rfind('(');
        text.ends_with(')') && open != 0 && open != std::string_view::npos) {
        const std::string_view inside = text.substr(open + 1, text.size() - open - 2);
        text = trimmed(text.substr(0, open));
        return is_name(inside) ? std::string{inside} : std::string{};
    }
    if (auto outlet = take_dashed_outlet(text)) { return *std::move(outlet); }
    std::string_view head = text;
    const std::string_view behind = cut_at_word(head, kOutletWords);
    if (!behind.empty() && is_person(head) && is_capitalised(behind)) {
        text = head;
        return std::string{behind};
    }
    return {};
}

/// "ARD Mexiko-Stadt", "ARD-Studio Mexiko": an outlet and where its office is.
bool opens_with_acronym(std::string_view part)
{
    constexpr std::size_t kFewest = 3;
    constexpr std::size_t kMost = 6;
    std::size_t capitals = 0;
    while (capitals < part.size() && ascii::is_capital(part[capitals])) { ++capitals; }
    const bool ends = capitals < part.size() && (part[capitals] == ' ' || part[capitals] == '-');
    return ends && capitals >= kFewest && capitals <= kMost &&
           std::any_of(part.begin(), part.end(), ascii::is_small);
}

/// Reads what stands between two "and"s: "Ann Lee, Bo Roe", or behind the last "Ann Lee, Lima".
/// `ends_list` says that an "and" came before: behind it only one name stands.
bool read_side(std::string_view side, bool last, bool ends_list, Byline& byline)
{
    const auto parts = split_at_commas(side);
    for (std::size_t n = 0; n < parts.size(); ++n) {
        const std::string_view part = parts[n];
        if (n > 0 && (is_outlet_like(part) || outlet_prefix(part) != 0)) {
            const std::size_t known = is_outlet_like(part) ? part.size() : outlet_prefix(part);
            if (byline.outlet.empty()) { byline.outlet = part.substr(0, known); }
        } else if (n > 0 && opens_with_acronym(part)) {
            if (byline.outlet.empty()) { byline.outlet = part; }
        } else if (n > 0 && last && (ends_list || is_no_author(part))) {
            // A place or an office; prose has neither.
            return is_name(part) || has_role(part);
        } else if (is_name(part)) {
            byline.names.emplace_back(part);
        } else {
            return false;
        }
    }
    return true;
}

}  // namespace

std::vector<std::string_view> split_at_and(std::string_view text)
{
    std::vector<std::string_view> sides;
    std::size_t begin = 0;
    const auto words = words_of(text);
    for (std::size_t n = 1; n + 1 < words.size(); ++n) {
        if (!is_one_of(words[n], kAnd)) { continue; }
        const std::size_t behind = words.size() - n - 1;
        if (words[n].size() == 1 && words[n] != "&" && behind < 2) { continue; }
        const auto at = static_cast<std::size_t>(words[n].data() - text.data());
        sides.push_back(trimmed(text.substr(begin, at - begin)));
        begin = at + words[n].size();
    }
    sides.push_back(trimmed(text.substr(begin)));
    return sides;
}

std::vector<std::string_view> split_at_commas(std::string_view text)
{
    static constexpr std::array<std::string_view, 3> kCommas{",", "،", "、"};
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const LinePart part = take_part(text, kCommas);
        if (!part.text.empty()) { parts.push_back(part.text); }
    }
    return parts;
}

std::optional<Byline> read_names(std::string_view text)
{
    Byline byline;
    byline.outlet = take_outlet(text);
    // "Redação com Lusa"
    static constexpr std::array<std::string_view, 4> kTogether{"com", "con", "with", "avec"};
    std::string_view head = text;
    const std::string_view helper = cut_at_word(head, kTogether);
    if (find_outlet(helper) != nullptr) {
        byline.outlet = byline.outlet.empty() ? std::string{helper} : byline.outlet;
        text = head;
    }
    // "Ann Lee in Lima and Bo Roe in Kotor", but "Ann Lee in Trinidad and Tobago".
    auto sides = split_at_and(text);
    bool placed = false;
    for (std::size_t n = 0; n < sides.size(); ++n) {
        if (placed && !is_person(sides[n].substr(0, sides[n].find(" in ")))) {
            sides.resize(n);
            break;
        }
        placed = !cut_at_word(sides[n], kPlaceWords).empty() || placed;
    }
    for (std::size_t n = 0; n < sides.size(); ++n) {
        // "Ann Lee, G1 PR e RPC Curitiba"
        const bool employer = n > 0 && !byline.outlet.empty() && !byline.names.empty() &&
                              (is_outlet_like(sides[n]) || opens_with_acronym(sides[n]));
        if (employer) { continue; }
        if (!read_side(sides[n], n + 1 == sides.size(), n > 0, byline)) { return {}; }
    }
    if (byline.names.empty()) { return {}; }
    return byline;
}

}  // namespace dateline::indexer
