#include "searcher/output/escapes.hpp"

#include "common/text/ascii.hpp"
#include "common/text/terminal.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline::searcher {
namespace {

constexpr auto kFormulaSigns =
    std::to_array<std::string_view>({"=", "+", "-", "@", "＝", "＋", "－", "＠"});

/// With Unicode's blanks, which some spreadsheets drop.
constexpr auto kBlanks = std::to_array<std::string_view>({" ", "\u00a0", "\u3000", "\ufeff"});

bool may_be_formula(std::string_view untrusted, std::string_view cell)
{
    if (untrusted.find_first_of("\t\r\n") == 0) { return true; }
    const auto begins = [&cell](std::string_view sign) { return cell.starts_with(sign); };
    while (true) {
        const auto* const blank = std::find_if(kBlanks.begin(), kBlanks.end(), begins);
        if (blank == kBlanks.end()) { break; }
        cell.remove_prefix(blank->size());
    }
    return std::any_of(kFormulaSigns.begin(), kFormulaSigns.end(), begins);
}

using Replacement = std::pair<char, std::string_view>;

constexpr auto kBibtexEscapes = std::to_array<Replacement>({{'\\', "{\\textbackslash}"},
                                                            {'{', "\\{"},
                                                            {'}', "\\}"},
                                                            {'$', "\\$"},
                                                            {'&', "\\&"},
                                                            {'#', "\\#"},
                                                            {'%', "\\%"},
                                                            {'_', "\\_"},
                                                            {'^', "{\\textasciicircum}"},
                                                            {'~', "{\\textasciitilde}"}});

bool begins_as(std::string_view text, std::string_view lower)
{
    return text.size() >= lower.size() &&
           std::equal(lower.begin(), lower.end(), text.begin(),
                      [](char want, char c) { return want == ascii::lower(c); });
}

/// Where in a paragraph a list, a heading or a quotation could begin.
struct Front {
    std::size_t sign = 0;    ///< the first byte that is no blank
    std::size_t number = 0;  ///< behind the digits there: of "1." and "1)"
};

Front front_of(std::string_view text)
{
    const std::size_t sign = std::min(text.find_first_not_of(' '), text.size());
    return {sign, std::min(text.find_first_not_of("0123456789", sign), text.size())};
}

/// Whether a sign could be markup where it stands; the others stay readable.
bool is_markup(std::string_view text, std::size_t at, const Front& front)
{
    constexpr std::string_view kAnywhere = "\\`*_[]<>|~@{}";
    const char c = text[at];
    if (kAnywhere.find(c) != std::string_view::npos) { return true; }
    const std::string_view behind = text.substr(at + 1);
    const bool ends_number = at == front.number && at > front.sign;
    switch (c) {
        case '-':
        case '+':
        case '=':
            return at == front.sign;
        case ')':
            return ends_number;
        case '.':
            return ends_number || (at >= 3 && begins_as(text.substr(at - 3, 3), "www"));
        case '#':  // of a heading's end, too; and #123 is a link in some places
            return at == 0 || text[at - 1] == ' ' || text[at - 1] == '&' || text[at - 1] == '#';
        case ':':  // http://
            return behind.starts_with('/');
        case '&':  // &lt;
            return !behind.empty() && (ascii::is_letter_or_digit(behind[0]) || behind[0] == '#');
        default:
            return false;
    }
}

}  // namespace

std::string sheet_cell(std::string_view untrusted)
{
    std::string cell = printable(untrusted);
    return may_be_formula(untrusted, cell) ? "'" + cell : cell;
}

std::string csv_cell(std::string_view untrusted)
{
    const std::string cell = sheet_cell(untrusted);
    const bool is_plain = cell.find_first_of(",\"") == std::string::npos &&
                          !cell.starts_with(' ') && !cell.ends_with(' ');
    if (is_plain) { return cell; }
    std::string quoted = "\"";
    for (const char c : cell) { quoted += c == '"' ? "\"\"" : std::string(1, c); }
    return quoted + '"';
}

std::string markdown_text(std::string_view untrusted)
{
    const std::string text = printable(untrusted);
    const Front front = front_of(text);
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (is_markup(text, at, front)) { out += '\\'; }
        out += text[at];
    }
    return out;
}

std::string bibtex_text(std::string_view untrusted)
{
    std::string out;
    for (const char c : printable(untrusted)) {
        const auto* const escape =
            std::find_if(kBibtexEscapes.begin(), kBibtexEscapes.end(),
                         [c](const Replacement& known) { return known.first == c; });
        if (escape == kBibtexEscapes.end()) {
            out += c;
        } else {
            out += escape->second;
        }
    }
    return out;
}

std::string web_link(std::string_view untrusted)
{
    constexpr std::string_view kHex = "0123456789ABCDEF";
    if (!begins_as(untrusted, "http://") && !begins_as(untrusted, "https://")) { return {}; }
    std::string out;
    for (const char c : untrusted) {
        if (ascii::is_letter_or_digit(c) ||
            std::string_view{"-._~:/?#@!$&*+,;=%"}.find(c) != std::string_view::npos) {
            out += c;
            continue;
        }
        const auto byte = static_cast<unsigned char>(c);
        out += {'%', kHex[byte / 16], kHex[byte % 16]};
    }
    return out;
}

}  // namespace dateline::searcher
