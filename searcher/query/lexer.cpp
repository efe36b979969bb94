#include "searcher/query/lexer.hpp"

#include "searcher/query/field_names.hpp"
#include "searcher/query/query_cursor.hpp"
#include "searcher/query/query_text.hpp"

namespace dateline::searcher {
namespace {

void add_phrase(QueryCursor& cursor, std::size_t begin, std::size_t inside, std::size_t end)
{
    auto& phrase = cursor.add(TokenKind::Phrase, cursor.text.substr(inside, end - inside), begin);
    phrase.is_exact = cursor.text[begin] == '=';
    phrase.inside = inside;
}

/// The phrase whose quotation mark is here; with its = it begins at `begin`.
Status take_phrase(QueryCursor& cursor, std::size_t begin)
{
    const std::string_view text = cursor.text;
    const Quote opening = quote_at(cursor.rest());
    const std::size_t inside = cursor.at + opening.bytes;
    const auto closes = [&](std::size_t at) {
        const Quote quote = quote_at(text.substr(at));
        return quote.bytes != 0 && quote.family == opening.family;
    };
    std::size_t end = inside;
    while (end < text.size() && !closes(end)) { ++end; }
    if (end == text.size()) {
        return query_error(begin, "this quotation mark is never closed",
                           "put another one behind the phrase");
    }
    add_phrase(cursor, begin, inside, end);
    cursor.at = end + quote_at(text.substr(end)).bytes;
    cursor.lexed.tokens.back().suffix = cursor.take_suffix();
    return Done{};
}

/// 'prime minister', whose closing quote is `length` bytes behind this place.
void take_single_quoted(QueryCursor& cursor, std::size_t length)
{
    const std::size_t begin = cursor.at;
    const std::size_t inside = begin + single_quote_at(cursor.rest());
    const std::size_t end = begin + length;
    add_phrase(cursor, begin, inside, end);
    cursor.at = end + single_quote_at(cursor.text.substr(end));
    cursor.lexed.notes.push_back("single quotes read as \"" +
                                 std::string{cursor.text.substr(inside, end - inside)} + '"');
    cursor.lexed.tokens.back().suffix = cursor.take_suffix();
}

Status take(QueryCursor& cursor)
{
    const char c = cursor.text[cursor.at];
    if (c == '(') {
        cursor.add(TokenKind::Open, "(", cursor.at++);
        return Done{};
    }
    if (c == ')') {
        QueryToken& close = cursor.add(TokenKind::Close, ")", cursor.at++);
        close.suffix = cursor.take_suffix();
        return Done{};
    }
    if (quote_at(cursor.rest()).bytes != 0) { return take_phrase(cursor, cursor.at); }
    if (c == '=' && quote_at(cursor.rest().substr(1)).bytes != 0) {
        return take_phrase(cursor, cursor.at++);
    }
    const std::size_t length = single_quote_end(cursor.rest());
    if (length != std::string_view::npos) {
        take_single_quoted(cursor, length);
        return Done{};
    }
    if (take_symbol(cursor)) { return Done{}; }
    return take_word(cursor);
}

}  // namespace

bool QueryCursor::is_word_end() const
{
    return is_at_end() || blank_at(rest()) != 0 || quote_at(rest()).bytes != 0 ||
           std::string_view{"()|"}.find(text[at]) != std::string_view::npos;
}

bool QueryCursor::has_behind(std::size_t bytes) const
{
    return text.size() - at > bytes && blank_at(rest().substr(bytes)) == 0;
}

bool QueryCursor::after_field() const
{
    return !lexed.tokens.empty() && lexed.tokens.back().kind == TokenKind::Field;
}

bool QueryCursor::after_exact_field() const
{
    return after_field() && is_exact(lexed.tokens.back().field);
}

QueryToken& QueryCursor::add(TokenKind kind, std::string_view token, std::size_t offset)
{
    lexed.tokens.push_back({.kind = kind, .text = std::string{token}, .offset = offset});
    return lexed.tokens.back();
}

void QueryCursor::note(std::string_view written, std::string_view ours)
{
    lexed.notes.push_back("'" + std::string{written} + "' read as " + std::string{ours});
}

std::string QueryCursor::take_suffix()
{
    constexpr std::string_view kSigns = "~^0123456789.";
    const std::size_t begin = at;
    if (is_at_end() || (text[at] != '~' && text[at] != '^')) { return {}; }
    at = std::min(text.find_first_not_of(kSigns, at), text.size());
    return std::string{text.substr(begin, at - begin)};
}

Failure query_error(std::size_t offset, std::string_view message, std::string_view hint)
{
    auto failure = fail(ErrorKind::QuerySyntax, std::string{message}, std::string{hint});
    failure.error.offset = offset;
    return failure;
}

Result<LexedQuery> lex_query(std::string_view text)
{
    QueryCursor cursor{.text = text};
    while (!cursor.is_at_end()) {
        if (const std::size_t blank = blank_at(cursor.rest()); blank != 0) {
            cursor.at += blank;
            continue;
        }
        if (auto taken = take(cursor); !taken) { return Failure{taken.error()}; }
    }
    return std::move(cursor.lexed);
}

}  // namespace dateline::searcher
