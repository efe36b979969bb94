#include "searcher/prompt/choices.hpp"

#include "common/text/ascii.hpp"
#include "common/text/display_width.hpp"
#include "common/text/number.hpp"
#include "common/text/utf8.hpp"
#include "searcher/query/query_text.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

constexpr std::size_t kLabelColumns = 10;

bool is_choice(const Facet& facet) { return facet_kind(facet.id).way != FacetWay::Pairs; }

/// Codes and dates stand as they are; all else is in quotes, since a name may be "AND" or "-x".
bool is_plain(FacetId facet, std::string_view value)
{
    const bool has_codes = facet_kind(facet).way == FacetWay::Periods ||
                           facet == FacetId::Country || facet == FacetId::About ||
                           facet == FacetId::Language;
    return has_codes && std::all_of(value.begin(), value.end(), [](char c) {
               return ascii::is_letter_or_digit(c) || c == '-';
           });
}

/// One value as it is shown. It is not broken at its blanks.
void append_choice(InkedText& text, std::size_t number, const FacetCount& value)
{
    std::string name = value.name.empty() ? value.value : value.name;
    std::string unbroken;
    for (const char c : displayable(name)) {
        unbroken += c == ' ' ? std::string{"\u00a0"} : std::string(1, c);
    }
    text.append("+" + std::to_string(number) + "\u00a0", Ink::Dim);
    text.append(unbroken);
    text.append("\u00a0" + with_commas(value.articles), Ink::Dim);
}

}  // namespace

std::string value_in_quotes(std::string_view value)
{
    std::string quoted = "\"";
    while (!value.empty()) {
        const std::size_t quote = quote_at(value).bytes;
        const std::size_t bytes = quote != 0 ? quote : 1;
        const bool is_sign = quote != 0 || value.front() == '*' || value.front() == '\\';
        quoted += is_sign ? std::string{" "} : std::string{value.substr(0, bytes)};
        value.remove_prefix(bytes);
    }
    return quoted + '"';
}

std::vector<std::string> choices_of(const SearchResult& result)
{
    std::vector<std::string> clauses;
    for (const Facet& facet : result.facets) {
        if (!is_choice(facet)) { continue; }
        const std::string name{field(facet_kind(facet.id).field).name};
        for (const FacetCount& value : facet.counts) {
            clauses.push_back(
                name + ":" +
                (is_plain(facet.id, value.value) ? value.value : value_in_quotes(value.value)));
        }
    }
    return clauses;
}

void write_choices(Sheet& sheet, const SearchResult& result)
{
    std::size_t number = 0;
    bool is_first = true;
    for (const Facet& facet : result.facets) {
        if (!is_choice(facet) || facet.counts.empty()) { continue; }
        InkedText text;
        for (const FacetCount& value : facet.counts) {
            if (&value != &facet.counts.front()) { text.append("  "); }
            append_choice(text, ++number, value);
        }
        if (facet.distinct > facet.counts.size()) {
            text.append(
                "  …\u00a0" + with_commas(facet.distinct - facet.counts.size()) + "\u00a0more",
                Ink::Dim);
        }
        if (std::exchange(is_first, false)) { sheet.write_break(); }
        const std::string label{facet_kind(facet.id).name};
        sheet.write_block(text, {.first = label + padding(label, kLabelColumns),
                                 .others = blanks(kLabelColumns)});
    }
}

}  // namespace dateline::searcher
