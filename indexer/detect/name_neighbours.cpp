#include "indexer/detect/name_neighbours.hpp"

#include "indexer/detect/name_tables.hpp"

namespace dateline::indexer {

bool speaks(const NameText& text, std::size_t behind)
{
    return behind < text.size() && text.gap(behind) == Gap::Blank &&
           text.token(behind).before == Break::None && text.shape(behind) == Shape::Lower &&
           (name_word(text.surface(behind)) & kSpeech) != 0;
}

bool is_employer(const NameText& text, std::size_t first)
{
    if (first < 2 || text.gap(first) != Gap::Blank) { return false; }
    const std::string_view before = text.surface(first - 1);
    return (before == "with" || before == "at") && text.gap(first - 1) == Gap::Blank &&
           (name_word(text.surface(first - 2)) & (kTitle | kDescriptor)) != 0;
}

bool is_apposition(const NameText& text, std::size_t first, std::size_t behind)
{
    if (first == 0 || text.between(first) != ", " || behind >= text.size()) { return false; }
    return text.shape(first - 1) == Shape::Lower && text.between(behind).starts_with(',') &&
           (name_word(text.surface(first - 1)) & (kTitle | kDescriptor)) != 0;
}

bool is_company_behind(const NameText& text, std::size_t behind)
{
    const std::string_view between = text.between(behind);
    if (between.find('&') != std::string_view::npos ||
        between.find('<') != std::string_view::npos) {
        return true;
    }
    return behind + 1 < text.size() && text.surface(behind) == "and" &&
           text.is_capital(behind + 1) && is_firm_ending(text.surface(behind + 1));
}

bool is_described_behind(const NameText& text, std::size_t behind)
{
    constexpr std::size_t kFarthest = 5;  // words looked at behind "Jane Doe, a …"
    if (behind >= text.size() || text.between(behind) != ", " ||
        text.token(behind).before != Break::None) {
        return false;
    }
    if (text.shape(behind) == Shape::Number) {
        return text.surface(behind).size() == 2 && text.between(behind + 1).starts_with(",");
    }
    if (text.surface(behind) == "who" || text.surface(behind) == "whose") { return true; }
    for (std::size_t i = behind; i < text.size() && i < behind + kFarthest; ++i) {
        if (i > behind && text.gap(i) != Gap::Blank && text.gap(i) != Gap::Hyphen) { return false; }
        const NameWord meaning = name_word(text.surface(i));
        if ((meaning & kSpeech) != 0) { return false; }
        if ((meaning & (kTitle | kDescriptor)) != 0 && !text.is_possessive(i)) { return true; }
    }
    return false;
}

}  // namespace dateline::indexer
