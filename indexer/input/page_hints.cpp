#include "indexer/input/page_hints.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline::indexer {
namespace {

struct HintWords {
    Hints hints;
    std::string_view words;
};

constexpr auto kHintWords = std::to_array<HintWords>({
#define HINT(kind, words) {k##kind##Hint, words},
#include "indexer/input/page_hints.def"
#undef HINT
});

/// An element that is something by its name alone.
struct NamedElement {
    std::string_view name;
    Hints hints;
};
constexpr auto kNamedElements = std::to_array<NamedElement>({
    {"nav", kOutsideHint},
    {"footer", kJunkHint},
    {"aside", kJunkHint},
    {"dialog", kOutsideHint},
    {"menu", kJunkHint},
    {"figcaption", kCaptionHint},
    {"figure", kCaptionHint},
    {"address", kBylineHint},
    {"time", kDateHint},
    {"details", kJunkHint},
    {"amp-ad", kOutsideHint},
    {"amp-sidebar", kOutsideHint},
    {"amp-social-share", kOutsideHint},
    {"amp-user-notification", kOutsideHint},
});
/// https://www.w3.org/TR/wai-aria-1.2/#landmark_roles, and widgets that hold no prose.
constexpr auto kRoles = std::to_array<NamedElement>({
    {"navigation", kOutsideHint},
    {"complementary", kJunkHint},
    {"banner", kJunkHint},
    {"contentinfo", kOutsideHint},
    {"search", kOutsideHint},
    {"dialog", kOutsideHint},
    {"alertdialog", kOutsideHint},
    {"menu", kOutsideHint},
    {"menubar", kOutsideHint},
    {"toolbar", kOutsideHint},
    {"heading", kHeadlineHint},
});
constexpr auto kNaming = std::to_array<std::string_view>(
    {"class", "id", "itemprop", "property", "name", "data-component", "data-testid", "data-qa"});

template <std::size_t N>
Hints hints_among(const std::array<NamedElement, N>& table, std::string_view name)
{
    const auto row = std::find_if(table.begin(), table.end(),
                                  [&](const NamedElement& known) { return known.name == name; });
    return row == table.end() ? 0 : row->hints;
}

struct HintTable {
    std::unordered_map<std::string_view, Hints> words{};
    std::vector<HintWords> beginnings{};

    HintTable()
    {
        for (const HintWords& row : kHintWords) {
            std::string_view rest = row.words;
            while (!rest.empty()) {
                const std::size_t end = std::min(rest.find(' '), rest.size());
                add(rest.substr(0, end), row.hints);
                rest.remove_prefix(std::min(end + 1, rest.size()));
            }
        }
    }

    void add(std::string_view word, Hints hints)
    {
        if (word.ends_with('*')) {
            beginnings.push_back({hints, word.substr(0, word.size() - 1)});
        } else {
            words[word] |= hints;
        }
    }

    [[nodiscard]] Hints find(std::string_view word) const
    {
        const auto exact = words.find(word);
        if (exact != words.end()) { return exact->second; }
        for (const HintWords& row : beginnings) {
            if (word.starts_with(row.words)) { return row.hints; }
        }
        return 0;
    }
};

const HintTable& hint_table()
{
    static const HintTable table;
    return table;
}

bool is_capital(char letter) { return letter >= 'A' && letter <= 'Z'; }

/// Takes the next word off, in lower case: letters up to a sign, or to a capital behind a small
/// one. Empty at the end.
std::string take_word(std::string_view& names)
{
    std::string word;
    while (!names.empty()) {
        const char letter = names.front();
        const bool small = letter >= 'a' && letter <= 'z';
        if (is_capital(letter) && !word.empty()) {
            const bool was_capital = names.data()[-1] >= 'A' && names.data()[-1] <= 'Z';
            if (!was_capital) { return word; }
        }
        names.remove_prefix(1);
        if (!small && !is_capital(letter)) {
            if (!word.empty()) { return word; }
            continue;
        }
        word += is_capital(letter) ? static_cast<char>(letter - 'A' + 'a') : letter;
    }
    return word;
}

/// "display: none" and "visibility:hidden", wherever the blanks are.
bool is_hidden_style(std::string_view style)
{
    std::string plain;
    for (const char letter : style.substr(0, 200)) {
        if (letter != ' ') { plain += static_cast<char>(letter | 0x20); }
    }
    return plain.find("display:none") != std::string::npos ||
           plain.find("visibility:hidden") != std::string::npos;
}

}  // namespace

Hints hints_in(std::string_view names)
{
    constexpr std::size_t kLongest = 400;  // bytes; generated names go on for kilobytes
    names = names.substr(0, kLongest);
    const HintTable& table = hint_table();
    Hints hints = 0;
    std::string before;
    for (std::string word = take_word(names); !word.empty(); word = take_word(names)) {
        hints |= table.find(word);
        if (!before.empty()) { hints |= table.find(before + word); }
        before = std::move(word);
    }
    return hints;
}

Hints hints_of(const xmlNode* element)
{
    const std::string_view name = name_of(element);
    if (name == "html" || name == "body") { return 0; }
    Hints hints =
        hints_among(kNamedElements, name) | hints_among(kRoles, attribute_of(element, "role"));
    // A heading's id is often made of its words.
    const bool is_heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
    for (const std::string_view naming : kNaming) {
        if (is_heading && naming == "id") { continue; }
        const std::string_view names = attribute_of(element, naming);
        if (!names.empty()) { hints |= hints_in(names); }
    }
    if (has_attribute(element, "hidden") || is_hidden_style(attribute_of(element, "style"))) {
        hints |= kHiddenHint;
    }
    return hints;
}

}  // namespace dateline::indexer
