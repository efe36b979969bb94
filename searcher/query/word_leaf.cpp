#include "searcher/query/word_leaf.hpp"

#include "common/text/tokenizer.hpp"
#include "searcher/query/near_parts.hpp"
#include "searcher/query/open_words.hpp"

#include <algorithm>
#include <charconv>

namespace dateline::searcher {
namespace {

constexpr std::string_view kDigits = "0123456789";
constexpr std::string_view kExactAndOpen = "a word cannot be exact and have other letters";
constexpr std::string_view kExactOrOpen = "leave = or the sign away";

Failure no_words(std::size_t offset)
{
    return query_error(offset, "there is no letter or digit to search for here",
                       "remove it, or write a word");
}

/// A run of text in a Text field: one word, or a phrase of several.
Result<QuerySpec> text_leaf(FieldId field, const std::string& text, std::size_t offset)
{
    const std::size_t words = count_words(text);
    if (words == 0) { return no_words(offset); }
    if (words > kMaxPhraseWords) {
        return query_error(offset,
                           "a phrase of more than " + std::to_string(kMaxPhraseWords) + " words",
                           "search for a part of it, or use --any");
    }
    return QuerySpec{
        .op = words == 1 ? "word" : "phrase", .field = field, .text = text, .offset = offset};
}

Result<QuerySpec> one_word(std::string_view op, FieldId field, std::string text, std::size_t offset)
{
    if (count_words(text) == 1) {
        return QuerySpec{.op = op, .field = field, .text = std::move(text), .offset = offset};
    }
    return query_error(offset, "'" + text + "' is not one word",
                       "signs like * and ~ go with one word: write the others beside it");
}

/// sanction*, b?risov; oil-and-gas* is a phrase.
Result<QuerySpec> wildcard_leaf(FieldId field, const std::string& text, std::size_t offset)
{
    std::string letters = text;
    std::erase_if(letters, [](char c) { return c == '*' || c == '?'; });
    if (count_words(letters) == 0) { return no_words(offset); }
    const std::size_t sign = text.find_first_of("*?");
    const std::size_t star = text.find('*');
    if (star != std::string::npos) {
        const std::string_view before = std::string_view{text}.substr(0, star);
        if (auto checked = check_star(before, offset + sign); !checked) {
            return Failure{checked.error()};
        }
    }
    if (star != std::string::npos && text.find('?') == std::string::npos &&
        count_words(letters) > 1) {
        return quoted_leaf(
            field, {.kind = TokenKind::Phrase, .text = text, .offset = offset, .inside = offset});
    }
    auto one = one_word("wildcard", field, letters, offset);
    if (!one) { return one; }
    QuerySpec leaf = *std::move(one);
    leaf.text = text;
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

/// Factiva's earn$4.
bool ends_in_letters_and_number(std::string_view text, std::size_t dollar)
{
    return dollar != std::string_view::npos && dollar > 0 && dollar + 1 < text.size() &&
           text.find_first_not_of(kDigits, dollar + 1) == std::string_view::npos &&
           text.find_first_of(kDigits) > dollar;
}

}  // namespace

std::size_t count_words(std::string_view text)
{
    TokenList tokens;
    tokenize(text, tokens, TextOrigin::Query);
    return tokens.tokens.size();
}

Result<QuerySpec> quoted_leaf(FieldId field, const QueryToken& token)
{
    const auto pieces = phrase_pieces(token.text);
    if (!pieces) {
        return query_error(token.inside + pieces.error().offset.value_or(0), pieces.error().message,
                           pieces.error().hint);
    }
    const auto open = std::find_if(pieces->begin(), pieces->end(),
                                   [](const PhrasePiece& piece) { return piece.is_open; });
    if (open != pieces->end() && token.is_exact) {
        return query_error(token.inside + open->offset, kExactAndOpen, kExactOrOpen);
    }
    if (pieces->size() == 1 && open != pieces->end()) {
        return QuerySpec{.op = "wildcard",
                         .field = field,
                         .text = std::string{open->text},
                         .offset = token.offset};
    }
    return text_leaf(field, token.text, token.offset);
}

Result<QuerySpec> word_leaf(FieldId field, const std::string& text, std::size_t offset)
{
    if (text.size() > 2 && text.front() == '/' && text.back() == '/') {
        return query_error(offset, "regular expressions are not understood",
                           "write * for any letters, ? for one; put a / in quotes to search "
                           "for the word");
    }
    if (text.find_first_not_of("<>") == std::string::npos) {
        return query_error(offset, "a comparison stands directly behind date:",
                           "write for example date:>=2022-05");
    }
    if (const std::size_t sign = text.find('$'); ends_in_letters_and_number(text, sign)) {
        return query_error(offset + sign, "$ and a number of letters are not understood",
                           "write * for any letters, ? for one");
    }
    if (text.starts_with('^')) {
        return query_error(offset, "a weight stands directly behind its word",
                           "write for example maduro^3");
    }
    if (text.size() > 1 && text.front() == '=') {
        if (const std::size_t sign = text.find_first_of("*?~"); sign != std::string::npos) {
            return query_error(offset + sign, kExactAndOpen, kExactOrOpen);
        }
        auto leaf = text_leaf(field, text.substr(1), offset);
        if (!leaf) { return leaf; }
        QuerySpec exact = *std::move(leaf);
        exact.op = "exact";
        return exact;
    }
    if (const std::size_t sign = text.find_first_of("=[]{}"); sign != std::string::npos) {
        return query_error(offset + sign, "'" + text.substr(sign, 1) + "' means nothing in a word",
                           text[sign] == '[' ? "write a range behind its field: date:[2022 TO 2023]"
                                             : "write the word without it, or in quotes");
    }
    if (const std::size_t tilde = text.find('~'); tilde != std::string::npos) {
        return fuzzy_leaf(field, text, tilde, offset);
    }
    if (text.find_first_of("*?") != std::string::npos) {
        return wildcard_leaf(field, text, offset);
    }
    return text_leaf(field, text, offset);
}

Result<QuerySpec> near_words(const QuerySpec& quoted, std::string_view slack)
{
    unsigned distance = 0;
    const auto* const end = slack.data() + slack.size();
    const auto read = std::from_chars(slack.data() + 1, end, distance);
    if (read.ec != std::errc{} || read.ptr != end || distance < 1 || distance > kMaxDistance) {
        return query_error(
            quoted.offset, "behind a phrase ~ takes a number of words",
            "write for example \"putin maduro\"~5, at most " + std::to_string(kMaxDistance));
    }
    QuerySpec near{.op = "near", .offset = quoted.offset, .number = static_cast<double>(distance)};
    for (const PhrasePiece& word : phrase_words(quoted.text)) {
        const std::string_view op = word.is_open           ? "wildcard"
                                    : quoted.op == "exact" ? "exact"
                                                           : "word";
        near.parts.push_back({.op = op,
                              .field = quoted.field,
                              .text = std::string{word.text},
                              .offset = quoted.offset});
    }
    if (near.parts.size() < 2 || near.parts.size() > kMostNearParts) {
        return query_error(
            quoted.offset,
            "~ behind a phrase wants 2 to " + std::to_string(kMostNearParts) + " words in it",
            "take a part of the phrase");
    }
    return near;
}

}  // namespace dateline::searcher
