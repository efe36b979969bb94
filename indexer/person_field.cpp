#include "indexer/person_field.hpp"

#include "common/text/ascii.hpp"
#include "indexer/line.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

bool is_slug(std::string_view text)
{
    return std::all_of(text.begin(), text.end(),
                       [](char c) { return ascii::is_small(c) || c == '-'; });
}

std::string from_slug(std::string_view slug)
{
    std::string name;
    bool begins = true;
    for (const char c : slug) {
        if (c == '-') {
            begins = true;
            continue;
        }
        if (begins && !name.empty()) { name += ' '; }
        name += begins ? static_cast<char>(c - 'a' + 'A') : c;
        begins = false;
    }
    return name;
}

/// What stands behind the comma of a name and is no first name.
bool is_suffix(std::string_view text)
{
    static constexpr std::array<std::string_view, 8> kSuffixes{"Jr", "Jr.", "Sr",   "Sr.",
                                                               "II", "III", "M.D.", "Ph.D."};
    return std::find(kSuffixes.begin(), kSuffixes.end(), text) != kSuffixes.end();
}

}  // namespace

std::string person_name(std::string_view stated)
{
    stated = trimmed(stated);
    if (is_slug(stated)) { return from_slug(stated); }
    std::string turned;
    const std::size_t comma = stated.find(',');
    if (comma != std::string_view::npos && stated.find(',', comma + 1) == std::string_view::npos) {
        const std::string_view first = trimmed(stated.substr(comma + 1));
        if (!first.empty() && !is_suffix(first)) {
            turned = std::string{first} + " " + std::string{stated.substr(0, comma)};
            stated = turned;
        }
    }
    std::string name;
    for (const std::string_view word : words_of(stated)) {
        if (!name.empty()) { name += ' '; }
        name += word;
    }
    return name;
}

}  // namespace dateline::indexer
