#include "indexer/detect/name_credits.hpp"

#include "indexer/detect/name_tables.hpp"

#include <algorithm>

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

bool is_ascii_digit(char c) { return c >= '0' && c <= '9'; }

/// "(202) 555-0143", "+58 212 555 0143", "press@example.org": groups of digits that are no years,
/// or an address.
bool begins_with_contact_data(std::string_view text)
{
    constexpr std::size_t kLongestGap = 4;  // bytes before it
    constexpr std::size_t kLongest = 24;
    constexpr std::size_t kFewestDigits = 9;
    constexpr std::size_t kYear = 4;
    constexpr std::string_view kJoints = " ()+-./";
    const std::size_t begin = std::min(text.find_first_not_of(" (,:+-"), text.size());
    if (begin > kLongestGap) { return false; }
    const std::string_view word = text.substr(begin, text.find_first_of(" \n", begin) - begin);
    if (word.find('@') != std::string_view::npos) { return true; }
    std::size_t digits = 0;
    std::size_t group = 0;  // digits in a row, here or last
    bool has_other_group = false;
    char before = ' ';
    for (const char c : text.substr(begin, kLongest)) {
        const bool is_digit = is_ascii_digit(c);
        if (!is_digit && kJoints.find(c) == std::string_view::npos) { break; }
        if (is_digit) {
            const bool is_new = !is_ascii_digit(before);
            has_other_group = has_other_group || (is_new && group != 0 && group != kYear);
            group = is_new ? 1 : group + 1;
            ++digits;
        }
        before = c;
    }
    // Scores and results end in smaller numbers.
    return digits >= kFewestDigits && group >= kYear && (has_other_group || group > kYear);
}

bool is_signature(const NameText& text, std::uint32_t first, std::uint32_t last)
{
    const std::string_view behind = text.between(last);
    if (behind.starts_with(" / ") || behind.starts_with("/")) { return true; }
    if (begins_with_contact_data(text.text().substr(text.token(last - 1).end))) { return true; }
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
