#include "searcher/query/open_words.hpp"

#include "common/text/tokenizer.hpp"
#include "common/text/utf8.hpp"
#include "searcher/query/word_leaf.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

bool is_sign(char c) { return c == '*' || c == '?'; }

/// Where the word begins that ends at the end of `text`; its end if there is none.
std::size_t last_word_begin(std::string_view text)
{
    TokenList list;
    tokenize(text, list, TextOrigin::Query);
    if (list.tokens.empty() || list.tokens.back().end != text.size()) { return text.size(); }
    return list.tokens.back().begin;
}

/// The bytes of the word that begins at the front; 0 if there is none.
std::size_t first_word_size(std::string_view text)
{
    TokenList list;
    tokenize(text, list, TextOrigin::Query);
    if (list.tokens.empty() || list.tokens.front().begin != 0) { return 0; }
    return list.tokens.front().end;
}

/// Behind a sign: the rest of its word, further signs included.
std::size_t open_word_end(std::string_view phrase, std::size_t at)
{
    for (;;) {
        while (at < phrase.size() && phrase[at] == '*') { ++at; }
        const std::size_t behind = at + (at < phrase.size() && phrase[at] == '?' ? 1 : 0);
        const std::size_t word = first_word_size(phrase.substr(behind));
        if (word == 0) { return at; }
        at = behind + word;
        if (at == phrase.size() || !is_sign(phrase[at])) { return at; }
    }
}

}  // namespace

Status check_star(std::string_view before, std::size_t offset)
{
    std::size_t known = 0;
    while (!before.empty()) {
        if (take_code_point(before) != U'?') { ++known; }
    }
    if (known >= kMinPrefix) { return Done{}; }
    return query_error(offset, "a star needs " + std::to_string(kMinPrefix) + " letters before it",
                       known > 0 ? "write more of the word"
                                 : "write a word's beginning; for any word between two write "
                                   "putin ADJ/2 maduro");
}

Result<std::vector<PhrasePiece>> phrase_pieces(std::string_view phrase)
{
    std::vector<PhrasePiece> pieces;
    std::size_t begin = 0;
    const auto add_plain = [&](std::size_t end) {
        const std::string_view plain = phrase.substr(begin, end - begin);
        if (count_words(plain) > 0) { pieces.push_back({plain, begin, false}); }
    };
    for (std::size_t at = 0; at < phrase.size(); ++at) {
        if (!is_sign(phrase[at])) { continue; }
        const std::size_t word = begin + last_word_begin(phrase.substr(begin, at - begin));
        const bool is_open = phrase[at] == '*' || (word < at && at + 1 < phrase.size() &&
                                                   first_word_size(phrase.substr(at + 1)) != 0);
        if (!is_open) { continue; }
        const std::size_t end = open_word_end(phrase, at);
        const std::string_view open = phrase.substr(word, end - word);
        const std::size_t star = open.find('*');
        if (star != std::string_view::npos) {
            if (auto checked = check_star(open.substr(0, star), word + star); !checked) {
                return Failure{checked.error()};
            }
        }
        add_plain(word);
        pieces.push_back({open, word, true});
        begin = end;
        at = end - 1;
    }
    add_plain(phrase.size());
    return pieces;
}

std::vector<PhrasePiece> phrase_words(std::string_view phrase)
{
    std::vector<PhrasePiece> words;
    const auto pieces = phrase_pieces(phrase);
    if (!pieces) { return words; }
    TokenList list;
    for (const PhrasePiece& piece : *pieces) {
        if (piece.is_open) {
            words.push_back(piece);
            continue;
        }
        tokenize(piece.text, list, TextOrigin::Query);
        for (const Token& token : list.tokens) {
            words.push_back({piece.text.substr(token.begin, token.end - token.begin),
                             piece.offset + token.begin, false});
        }
    }
    return words;
}

std::size_t count_expansions(const QuerySpec& query)
{
    if (query.op == "wildcard" || query.op == "fuzzy") { return 1; }
    std::size_t count = 0;
    if (query.op == "phrase") {
        const auto words = phrase_words(query.text);
        count += static_cast<std::size_t>(std::count_if(
            words.begin(), words.end(), [](const PhrasePiece& word) { return word.is_open; }));
    }
    for (const QuerySpec& part : query.parts) { count += count_expansions(part); }
    return count;
}

}  // namespace dateline::searcher
