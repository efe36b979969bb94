#include "searcher/query/leaf.hpp"

#include "common/text/ascii.hpp"
#include "searcher/query/day_words.hpp"
#include "searcher/query/field_names.hpp"
#include "searcher/query/query_text.hpp"
#include "searcher/query/word_leaf.hpp"

#include <charconv>

namespace dateline::searcher {
namespace {

Result<QuerySpec> days_leaf(FieldId id, const std::string& text, std::size_t offset,
                            std::chrono::sys_days today)
{
    QuerySpec leaf{.op = "days", .field = id, .text = text, .offset = offset};
    const std::string words = ascii::lower(text);
    if (id == FieldId::Date && words == "undated") { return leaf; }
    const auto days = parse_days(words, today);
    if (!days) {
        const std::string name{field(id).name};
        return query_error(offset + days.error().offset.value_or(0), days.error().message,
                           "write YYYY, YYYY-MM or YYYY-MM-DD, as in " + name +
                               ":2022-02..2022-05 or " + name + ":>=2022; or " + name +
                               ":last-30-days");
    }
    leaf.days = *days;
    return leaf;
}

/// The part of a word or suffix from its ^ on; "" without one.
std::string_view weight_of(std::string_view text)
{
    const std::size_t sign = text.rfind('^');
    return sign == std::string_view::npos || sign == 0 ? std::string_view{} : text.substr(sign);
}

bool is_text(FieldId id) { return field(id).kind == FieldKind::Text; }

Failure star_in_value(FieldId id, std::size_t offset)
{
    const std::string name{field(id).name};
    const bool has_facet = id == FieldId::Person || id == FieldId::Source;
    return query_error(offset, "'*' means nothing behind '" + name + ":'",
                       has_facet ? "write a whole word of the name; --facet " + name +
                                       ":50:TEXT lists names with a word that begins so"
                                 : "write a whole value, as in " + std::string{field(id).example});
}

Result<QuerySpec> phrase_leaf(const QueryToken& token, FieldId field, std::chrono::sys_days today)
{
    std::string_view suffix = token.suffix;
    const std::string_view weight = suffix.starts_with('^') ? suffix : weight_of(suffix);
    suffix.remove_suffix(weight.size());
    if (!is_text(field) && (token.is_exact || !suffix.empty())) {
        return query_error(token.offset, "= and ~ go with words, not with values of fields",
                           "leave them away");
    }
    if (const std::size_t star = token.text.find('*');
        star != std::string::npos && !is_text(field) && !is_exact(field)) {
        return star_in_value(field, token.inside + star);
    }
    auto leaf = is_text(field) ? quoted_leaf(field, token)
                               : parse_value(field, token.text, token.inside, today);
    if (!leaf) { return leaf; }
    QuerySpec phrase = *std::move(leaf);
    if (token.is_exact) { phrase.op = "exact"; }
    if (!suffix.empty()) {
        auto near = near_words(phrase, suffix);
        if (!near) { return near; }
        phrase = *std::move(near);
    }
    return with_weight(std::move(phrase), weight, token.offset);
}

/// Signs mean nothing in values, but for RU!, a country that is named itself.
Result<QuerySpec> named_value(FieldId id, std::string text, std::size_t offset,
                              std::chrono::sys_days today)
{
    const std::size_t sign = text.find_first_of("*?~=[]{}!");
    if (id == FieldId::Country && sign != std::string::npos && sign == text.size() - 1 &&
        text.back() == '!') {
        return parse_value(id, text, offset, today);
    }
    const bool is_comparison = field(id).kind == FieldKind::Day && sign == 1;  // >=, <=
    if (!is_exact(id) && sign != std::string::npos && !is_comparison) {
        if (text[sign] == '*') { return star_in_value(id, offset + sign); }
        return query_error(offset + sign,
                           "'" + text.substr(sign, 1) + "' means nothing behind '" +
                               std::string{field(id).name} + ":'",
                           "write the value without it, or in quotes");
    }
    return parse_value(id, text, offset, today);
}

}  // namespace

std::chrono::sys_days today()
{
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

Result<QuerySpec> with_weight(QuerySpec part, std::string_view suffix, std::size_t offset)
{
    if (suffix.empty()) { return part; }
    if (suffix.front() == '~') {
        return query_error(offset, "~ goes behind a word or a phrase",
                           "write for example \"putin maduro\"~5, or NEAR/5 between parts");
    }
    double weight = 0;
    const auto* const end = suffix.data() + suffix.size();
    const auto read = std::from_chars(suffix.data() + 1, end, weight, std::chars_format::fixed);
    if (suffix.front() != '^' || read.ec != std::errc{} || read.ptr != end || !(weight > 0) ||
        weight > kMaxWeight) {
        return query_error(offset,
                           "behind ^ goes a weight above 0, at most " + std::to_string(kMaxWeight),
                           "write for example maduro^3");
    }
    const std::size_t begin = part.offset;
    return QuerySpec{.op = "boost", .offset = begin, .number = weight, .parts = {std::move(part)}};
}

Result<QuerySpec> parse_leaf(const QueryToken& token, FieldId field, std::chrono::sys_days today)
{
    if (token.kind == TokenKind::Phrase) { return phrase_leaf(token, field, today); }
    std::string text = token.text;
    if (is_exact(field)) { return parse_value(field, text, token.offset, today); }
    const std::string weight{weight_of(text)};
    text.resize(text.size() - weight.size());
    auto leaf = is_text(field) ? word_leaf(field, text, token.offset)
                               : named_value(field, std::move(text), token.offset, today);
    if (!leaf) { return leaf; }
    return with_weight(*std::move(leaf), weight, token.offset + token.text.size() - weight.size());
}

Result<QuerySpec> parse_value(FieldId id, const std::string& text, std::size_t offset,
                              std::chrono::sys_days today)
{
    if (id == FieldId::Country && text.size() > 1 && text.back() == '!') {
        return parse_value(FieldId::Named, text.substr(0, text.size() - 1), offset, today);
    }
    switch (field(id).kind) {
        case FieldKind::Text:
            return quoted_leaf(
                id, {.kind = TokenKind::Phrase, .text = text, .offset = offset, .inside = offset});
        case FieldKind::Day:
            return days_leaf(id, text, offset, today);
        case FieldKind::Keyword:
        case FieldKind::Words:
            break;
        case FieldKind::Stems:
            if (count_words(text) < 2) { break; }
            return query_error(offset,
                               "behind '" + std::string{field(id).name} +
                                   ":' goes one word: no places are kept of these words, so there "
                                   "are no phrases",
                               "write " + std::string{field(id).name} + ":(two words) for both");
    }
    if (text.empty() || (!is_exact(id) && count_words(text) == 0)) {
        return query_error(offset,
                           "there is no value behind '" + std::string{field(id).name} + ":'",
                           "write for example " + std::string{field(id).example});
    }
    return QuerySpec{.op = "value", .field = id, .text = text, .offset = offset};
}

}  // namespace dateline::searcher
