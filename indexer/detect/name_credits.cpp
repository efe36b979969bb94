#include "indexer/detect/name_credits.hpp"

#include "common/text/ascii.hpp"
#include "indexer/detect/name_tables.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

/// How many words before a name the credit's first word may stand.
constexpr std::uint32_t kLongestCredit = 24;
constexpr std::uint32_t kLongestContact = 4;  ///< likewise

bool begins_credit(const NameText& text, std::uint32_t i)
{
    if (!text.is_capital(i) || (name_word(text.surface(i)) & kCredit) == 0) { return false; }
    if (text.between(i + 1).find(':') != std::string_view::npos) { return true; }
    const std::string_view next = text.surface(i + 1);
    return next == "by" || next == "por" || next == "par" || next == "von";
}

/// "Contact Jane Doe": a press release's.
bool begins_contact(const NameText& text, std::uint32_t i)
{
    const std::string_view word = text.surface(i);
    return text.is_capital(i) && (word == "contact" || word == "contacts") &&
           text.is_capital(i + 1);
}

/// "press@example.org", and no handle: "@example".
bool is_mail_address(std::string_view word)
{
    const std::size_t at = word.find('@');
    return at != std::string_view::npos && at > 0 && at + 1 < word.size();
}

/// "(202) 555-0143", "+58 212 5550143", "(11) 5555-0143", "2025550143": nine digits or more, the
/// last group of seven, or of four behind three, or behind four that stand behind others. Dates,
/// scores, results and lists of years have other groups.
bool is_telephone_number(std::string_view text)
{
    constexpr std::size_t kFewestDigits = 9;
    constexpr std::size_t kLongGroup = 7;
    constexpr std::string_view kJoints = " ()+-./";
    std::size_t digits = 0;
    std::array<std::size_t, 3> groups{};  // how many digits the last three have
    bool is_new = true;
    for (const char c : text) {
        const bool is_digit = ascii::is_digit(c);
        if (!is_digit && kJoints.find(c) == std::string_view::npos) { break; }
        if (is_digit && is_new) { groups = {groups[1], groups[2], 0}; }
        groups[2] += is_digit ? 1 : 0;
        digits += is_digit ? 1 : 0;
        is_new = !is_digit;
    }
    const bool is_behind = groups[1] == 3 || (groups[1] == 4 && groups[0] != 0 && groups[0] != 4);
    return digits >= kFewestDigits && (groups[2] >= kLongGroup || (groups[2] == 4 && is_behind));
}

/// Whether a way to reach somebody follows: only the next few bytes are looked at.
bool begins_with_contact_data(std::string_view text)
{
    constexpr std::size_t kLongestGap = 4;
    constexpr std::size_t kLongestNumber = 24;
    constexpr std::size_t kLongestAddress = 64;
    text = text.substr(0, kLongestGap + kLongestAddress);
    const std::size_t begin = std::min(text.find_first_not_of(" (,:+-"), text.size());
    if (begin > kLongestGap) { return false; }
    text.remove_prefix(begin);
    return is_mail_address(text.substr(0, text.find_first_of(" \n"))) ||
           is_telephone_number(text.substr(0, kLongestNumber));
}

/// Whether contact data stands behind the name that ends at `last`, or behind another one that
/// follows at once: "Contact Jane Doe Ann Lee 202 555 0143".
bool reaches_contact_data(const NameText& text, std::uint32_t last)
{
    constexpr std::uint32_t kLongestName = 3;
    for (std::uint32_t i = last;; ++i) {
        if (begins_with_contact_data(text.text().substr(text.token(i - 1).end))) { return true; }
        if (i == last + kLongestName || i >= text.size() || !text.is_capital(i) ||
            text.gap(i) != Gap::Blank || text.token(i).before != Break::None) {
            return false;
        }
    }
}

bool is_signature(const NameText& text, std::uint32_t first, std::uint32_t last)
{
    const std::string_view behind = text.between(last);
    if (behind.starts_with(" / ") || behind.starts_with("/")) { return true; }
    if (reaches_contact_data(text, last)) { return true; }
    return first > 0 && text.surface(first - 1) == "i'm";
}

}  // namespace

bool is_credit(const NameText& text, std::uint32_t first, std::uint32_t last)
{
    if (is_signature(text, first, last)) { return true; }
    for (std::uint32_t i = first; i > 0 && first - i < kLongestCredit; --i) {
        if (text.token(i).before != Break::None) { return false; }
        if (begins_credit(text, i - 1)) { return true; }
        if (first - i < kLongestContact && begins_contact(text, i - 1)) { return true; }
    }
    return false;
}

}  // namespace dateline::indexer
