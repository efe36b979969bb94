#include "indexer/detect/name_credits.hpp"

#include "indexer/detect/name_tables.hpp"

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

bool is_signature(const NameText& text, std::uint32_t first, std::uint32_t last)
{
    const std::string_view behind = text.between(last);
    if (behind.starts_with(" / ") || behind.starts_with("/")) { return true; }
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
