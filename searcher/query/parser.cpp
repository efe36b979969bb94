#include "searcher/query/parser.hpp"

#include "common/text/tokenizer.hpp"
#include "searcher/query/lexer.hpp"
#include "searcher/query/operator.hpp"

#include <algorithm>
#include <set>

namespace dateline::searcher {
namespace {

std::size_t count_words(std::string_view text)
{
    TokenList tokens;
    tokenize(text, tokens, TextOrigin::Query);
    return tokens.tokens.size();
}

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

Result<QuerySpec> days_leaf(const std::string& text, std::size_t offset)
{
    QuerySpec leaf{.op = "days", .field = FieldId::Date, .text = text, .offset = offset};
    if (text == "undated") { return leaf; }
    const auto days = parse_day_range(text);
    if (!days) {
        auto error = days.error();
        error.offset = offset + error.offset.value_or(0);
        return Failure{error};
    }
    leaf.days = *days;
    return leaf;
}

class Parser {
  public:
    explicit Parser(std::vector<QueryToken> tokens, std::size_t end)
        : tokens_(std::move(tokens)), end_(end)
    {
    }

    Result<ParsedQuery> run()
    {
        auto tree = parse_joined(Binding::Or, FieldId::Body, 0);
        if (!tree) { return Failure{tree.error()}; }
        if (at_ < tokens_.size()) {
            return query_error(tokens_[at_].offset, "this bracket was never opened",
                               "remove it, or put ( before the group");
        }
        return ParsedQuery{*std::move(tree), std::move(notes_)};
    }

  private:
    /// Parts joined by operators that bind at least as tightly as `binding`.
    Result<QuerySpec> parse_joined(Binding binding, FieldId field, std::size_t depth)
    {
        const auto parse_part = [&]() -> Result<QuerySpec> {
            return binding == Binding::Or ? parse_joined(Binding::And, field, depth)
                                          : parse_prefixed(field, depth);
        };
        auto first = parse_part();
        if (!first) { return first; }
        std::vector<QuerySpec> parts{*std::move(first)};
        const Operator& op = join_of(binding);
        while (at_ < tokens_.size() && tokens_[at_].kind != TokenKind::Close) {
            if (is_operator(op.name)) {
                ++at_;
            } else if (binding != Binding::And || is_operator(join_of(Binding::Or).name)) {
                break;
            }
            auto part = parse_part();
            if (!part) { return part; }
            parts.push_back(*std::move(part));
        }
        if (parts.size() == 1) { return std::move(parts.front()); }
        const std::size_t offset = parts.front().offset;
        return QuerySpec{.op = op.name, .offset = offset, .parts = std::move(parts)};
    }

    Result<QuerySpec> parse_prefixed(FieldId field, std::size_t depth)
    {
        if (depth > kMaxDepth) {
            return query_error(offset_here(), "brackets and NOTs are nested too deeply",
                               "at most " + std::to_string(kMaxDepth) + " levels");
        }
        if (!is_operator("not")) { return parse_primary(field, depth); }
        const std::size_t offset = tokens_[at_++].offset;
        auto part = parse_prefixed(field, depth + 1);
        if (!part) { return part; }
        return QuerySpec{.op = "not", .offset = offset, .parts = {*std::move(part)}};
    }

    Result<QuerySpec> parse_primary(FieldId field, std::size_t depth)
    {
        if (at_ == tokens_.size()) {
            return query_error(end_, "a word is missing at the end",
                               "write one, or remove what "
                               "stands before it");
        }
        const QueryToken token = tokens_[at_++];
        switch (token.kind) {
            case TokenKind::Open:
                return parse_group(token, field, depth);
            case TokenKind::Field:
                return parse_primary(token.field, depth + 1);
            case TokenKind::Word:
            case TokenKind::Phrase:
                return leaf(token, field);
            case TokenKind::Close:
                return query_error(token.offset, "there is nothing in or before this bracket",
                                   "write a word inside");
            case TokenKind::Operator:
                break;
        }
        return query_error(token.offset, "a word is missing before this operator",
                           "write one, or put the operator in quotes to search for it");
    }

    Result<QuerySpec> parse_group(const QueryToken& open, FieldId field, std::size_t depth)
    {
        if (depth >= kMaxDepth) {
            return query_error(open.offset, "brackets and NOTs are nested too deeply",
                               "at most " + std::to_string(kMaxDepth) + " levels");
        }
        auto inside = parse_joined(Binding::Or, field, depth + 1);
        if (!inside) { return inside; }
        if (at_ == tokens_.size()) {
            return query_error(open.offset, "this bracket is never closed",
                               "put ) behind the group");
        }
        ++at_;
        return inside;
    }

    Result<QuerySpec> leaf(const QueryToken& token, FieldId field)
    {
        if (++leaves_ > kMaxLeaves) {
            return query_error(token.offset,
                               "the query has more than " + std::to_string(kMaxLeaves) + " words",
                               "use --any for long texts");
        }
        if (token.kind == TokenKind::Word && field == FieldId::Body) {
            if (token.text == "*") {
                return QuerySpec{.op = "everything", .text = "*", .offset = token.offset};
            }
            note_lower_case(token.text);
        }
        return parse_value(field, token.text, token.offset);
    }

    void note_lower_case(const std::string& word)
    {
        if (word != "and" && word != "or" && word != "not") { return; }
        notes_.push_back("'" + word + "' in lower case is a word to search for; the operator is " +
                         (word == "and"  ? "AND"
                          : word == "or" ? "OR"
                                         : "NOT"));
    }

    [[nodiscard]] bool is_operator(std::string_view name) const
    {
        return at_ < tokens_.size() && tokens_[at_].kind == TokenKind::Operator &&
               tokens_[at_].text == name;
    }

    static const Operator& join_of(Binding binding)
    {
        return **std::find_if(operators().begin(), operators().end(),
                              [binding](const Operator* o) { return o->binding == binding; });
    }

    [[nodiscard]] std::size_t offset_here() const
    {
        return at_ < tokens_.size() ? tokens_[at_].offset : end_;
    }

    std::vector<QueryToken> tokens_;
    std::size_t end_;
    std::size_t at_ = 0;
    std::size_t leaves_ = 0;
    std::vector<std::string> notes_{};
};

Result<ParsedQuery> with_text(Result<ParsedQuery> parsed, std::string_view text)
{
    if (parsed) { return parsed; }
    Error error = parsed.error();
    error.text = text;
    return Failure{error};
}

}  // namespace

Result<QuerySpec> parse_value(FieldId id, const std::string& text, std::size_t offset)
{
    switch (field(id).kind) {
        case FieldKind::Text:
            return text_leaf(id, text, offset);
        case FieldKind::Day:
            if (id == FieldId::Date) { return days_leaf(text, offset); }
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

Result<ParsedQuery> parse_query(std::string_view text)
{
    if (text.size() > kMaxQueryBytes) {
        return fail(ErrorKind::QuerySyntax,
                    "the query is longer than " + std::to_string(kMaxQueryBytes) + " bytes",
                    "use --any for long texts");
    }
    auto tokens = lex_query(text);
    if (!tokens) { return with_text(Failure{tokens.error()}, text); }
    if (tokens->empty()) {
        return fail(ErrorKind::QuerySyntax, "the query is empty",
                    "write words, or * for all articles");
    }
    return with_text(Parser{*std::move(tokens), text.size()}.run(), text);
}

Result<ParsedQuery> parse_any(std::string_view text)
{
    if (text.size() > kMaxAnyBytes) {
        return fail(ErrorKind::QuerySyntax,
                    "the text is longer than " + std::to_string(kMaxAnyBytes) + " bytes",
                    "take a part of it");
    }
    TokenList tokens;
    tokenize(text, tokens, TextOrigin::Query);
    QuerySpec any{.op = "or"};
    std::set<std::string> seen;
    for (const Token& token : tokens.tokens) {
        if (!seen.insert(std::string{tokens.surface(token)}).second) { continue; }
        any.parts.push_back({.op = "word",
                             .text = std::string{text.substr(token.begin, token.end - token.begin)},
                             .offset = token.begin});
    }
    if (any.parts.empty()) {
        return fail(ErrorKind::QuerySyntax, "the text has no words", "write some after --any");
    }
    if (any.parts.size() > kMaxAnyWords) {
        return fail(ErrorKind::QuerySyntax,
                    "the text has more than " + std::to_string(kMaxAnyWords) + " different words",
                    "take a part of it");
    }
    if (any.parts.size() == 1) { return ParsedQuery{std::move(any.parts.front()), {}}; }
    return ParsedQuery{std::move(any), {}};
}

}  // namespace dateline::searcher
