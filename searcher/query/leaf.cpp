#include "searcher/query/leaf.hpp"

#include "common/text/tokenizer.hpp"
#include "common/text/utf8.hpp"
#include "searcher/query/day_words.hpp"
#include "searcher/query/near_parts.hpp"

#include <algorithm>
#include <charconv>

namespace dateline::searcher {
namespace {

/// A run of text in a Text field: one word, or a phrase of several.
Result<QuerySpec> text_leaf(FieldId field, const std::string& text, std::size_t offset)
{
    const std::size_t words = count_words(text);
    if (words == 0) {
        return query_error(offset, "there is no letter or digit to search for here",
                           "remove it, or write a word");
    }
    if (words > kMaxPhraseWords) {
        return query_error(offset,
                           "a phrase of more than " + std::to_string(kMaxPhraseWords) + " words",
                           "search for a part of it, or use --any");
    }
    return QuerySpec{
        .op = words == 1 ? "word" : "phrase", .field = field, .text = text, .offset = offset};
}

Result<QuerySpec> days_leaf(const std::string& text, std::size_t offset,
                            std::chrono::sys_days today)
{
    QuerySpec leaf{.op = "days", .field = FieldId::Date, .text = text, .offset = offset};
    if (text == "undated") { return leaf; }
    const auto days = parse_days(text, today);
    if (!days) {
        auto error = days.error();
        error.offset = offset + error.offset.value_or(0);
        if (error.hint.empty()) {
            error.hint = "write date:2022-02, date:2022..2023 or date:>=2022";
        }
        return Failure{error};
    }
    leaf.days = *days;
    return leaf;
}

Result<QuerySpec> one_word(std::string_view op, FieldId field, std::string text, std::size_t offset)
{
    if (count_words(text) == 1) {
        return QuerySpec{.op = op, .field = field, .text = std::move(text), .offset = offset};
    }
    return query_error(offset, "'" + text + "' is not one word",
                       "signs like * and ~ go with one word: write the others beside it");
}

/// sanction*, b?risov.
Result<QuerySpec> wildcard_leaf(FieldId field, std::string text, std::size_t offset)
{
    const std::size_t sign = text.find_first_of("*?");
    const std::size_t star = text.find('*');
    std::string letters = text;
    letters.erase(
        std::remove_if(letters.begin(), letters.end(), [](char c) { return c == '*' || c == '?'; }),
        letters.end());
    if (count_words(letters) == 0) {
        return query_error(offset, "there is no letter or digit to search for here",
                           "remove it, or write a word");
    }
    auto one = one_word("wildcard", field, letters, offset);
    if (!one) { return one; }
    std::string_view before = std::string_view{text}.substr(0, star);
    std::size_t known = 0;
    while (!before.empty()) {
        if (take_code_point(before) != U'?') { ++known; }
    }
    if (star != std::string::npos && known < kMinPrefix) {
        return query_error(offset + sign,
                           "a star needs " + std::to_string(kMinPrefix) + " letters before it",
                           "write more of the word");
    }
    QuerySpec leaf = *std::move(one);
    leaf.text = std::move(text);
    return leaf;
}

Result<QuerySpec> fuzzy_leaf(FieldId field, const std::string& text, std::size_t tilde,
                             std::size_t offset)
{
    const std::string_view digits = std::string_view{text}.substr(tilde + 1);
    unsigned edits = 1;
    const auto* const end = digits.data() + digits.size();
    const auto read = std::from_chars(digits.data(), end, edits);
    const bool is_number = digits.empty() || (read.ec == std::errc{} && read.ptr == end);
    if (!is_number || edits < 1 || edits > kMaxEdits) {
        return query_error(offset + tilde, "behind ~ goes 1 or 2: how many letters may differ",
                           "write for example chernishenko~2");
    }
    auto one = one_word("fuzzy", field, text.substr(0, tilde), offset);
    if (!one) { return one; }
    QuerySpec leaf = *std::move(one);
    leaf.number = edits;
    return leaf;
}

/// A word in a Text field, with its signs; its weight is off already.
Result<QuerySpec> word_leaf(FieldId field, std::string text, std::size_t offset)
{
    if (text.starts_with('^')) {
        return query_error(offset, "a weight stands directly behind its word",
                           "write for example maduro^3");
    }
    if (text.size() > 1 && text.front() == '=') {
        if (const std::size_t sign = text.find_first_of("*?~"); sign != std::string::npos) {
            return query_error(offset + sign, "a word cannot be exact and have other letters",
                               "leave = or the sign away");
        }
        auto leaf = text_leaf(field, text.substr(1), offset);
        if (!leaf) { return leaf; }
        QuerySpec exact = *std::move(leaf);
        exact.op = "exact";
        return exact;
    }
    if (const std::size_t sign = text.find_first_of("=[]{}"); sign != std::string::npos) {
        return query_error(offset + sign, "'" + text.substr(sign, 1) + "' means nothing in a word",
                           "write the word without it, or in quotes");
    }
    if (const std::size_t tilde = text.find('~'); tilde != std::string::npos) {
        return fuzzy_leaf(field, text, tilde, offset);
    }
    if (text.find_first_of("*?") != std::string::npos) {
        return wildcard_leaf(field, std::move(text), offset);
    }
    return text_leaf(field, text, offset);
}

/// "putin maduro"~5: its words near each other, in any order.
Result<QuerySpec> near_words(const QuerySpec& phrase, std::string_view slack)
{
    unsigned distance = 0;
    const auto* const end = slack.data() + slack.size();
    const auto read = std::from_chars(slack.data() + 1, end, distance);
    if (read.ec != std::errc{} || read.ptr != end || distance < 1 || distance > kMaxDistance) {
        return query_error(
            phrase.offset, "behind a phrase ~ takes a number of words",
            "write for example \"putin maduro\"~5, at most " + std::to_string(kMaxDistance));
    }
    TokenList tokens;
    tokenize(phrase.text, tokens, TextOrigin::Query);
    QuerySpec near{.op = "near", .offset = phrase.offset, .number = static_cast<double>(distance)};
    for (const Token& token : tokens.tokens) {
        near.parts.push_back({.op = phrase.op == "exact" ? "exact" : "word",
                              .field = phrase.field,
                              .text = phrase.text.substr(token.begin, token.end - token.begin),
                              .offset = phrase.offset});
    }
    if (near.parts.size() < 2 || near.parts.size() > kMostNearParts) {
        return query_error(
            phrase.offset,
            "~ behind a phrase wants 2 to " + std::to_string(kMostNearParts) + " words in it",
            "take a part of the phrase");
    }
    return near;
}

/// The part of a word or suffix from its ^ on; "" without one.
std::string_view weight_of(std::string_view text)
{
    const std::size_t sign = text.rfind('^');
    return sign == std::string_view::npos || sign == 0 ? std::string_view{} : text.substr(sign);
}

bool is_text(FieldId id) { return field(id).kind == FieldKind::Text; }

Result<QuerySpec> phrase_leaf(const QueryToken& token, FieldId field, std::chrono::sys_days today)
{
    std::string_view suffix = token.suffix;
    const std::string_view weight = suffix.starts_with('^') ? suffix : weight_of(suffix);
    suffix.remove_suffix(weight.size());
    auto leaf = parse_value(field, token.text, token.offset, today);
    if (!leaf) { return leaf; }
    QuerySpec phrase = *std::move(leaf);
    if (!is_text(field) && (token.is_exact || !suffix.empty())) {
        return query_error(token.offset, "= and ~ go with words, not with values of fields",
                           "leave them away");
    }
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
    const bool is_comparison = id == FieldId::Date && sign == 1;  // >=, <=
    if (!is_exact(id) && sign != std::string::npos && !is_comparison) {
        return query_error(offset + sign,
                           "'" + text.substr(sign, 1) + "' means nothing behind '" +
                               std::string{field(id).name} + ":'",
                           "write the value without it, or in quotes");
    }
    return parse_value(id, text, offset, today);
}

}  // namespace

std::size_t count_words(std::string_view text)
{
    TokenList tokens;
    tokenize(text, tokens, TextOrigin::Query);
    return tokens.tokens.size();
}

std::chrono::sys_days today()
{
    return std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now());
}

Result<QuerySpec> with_weight(QuerySpec part, std::string_view suffix, std::size_t offset)
{
    if (suffix.empty()) { return part; }
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
    auto leaf = is_text(field) ? word_leaf(field, std::move(text), token.offset)
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
            return text_leaf(id, text, offset);
        case FieldKind::Day:
            if (id == FieldId::Date) { return days_leaf(text, offset, today); }
            break;
        case FieldKind::Keyword:
        case FieldKind::Words:
            break;
    }
    if (text.empty() || (!is_exact(id) && count_words(text) == 0)) {
        return query_error(offset,
                           "there is no value behind '" + std::string{field(id).name} + ":'",
                           "write for example " + std::string{field(id).example});
    }
    return QuerySpec{.op = "value", .field = id, .text = text, .offset = offset};
}

}  // namespace dateline::searcher
