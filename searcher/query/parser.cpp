#include "searcher/query/parser.hpp"

#include "common/text/tokenizer.hpp"
#include "searcher/query/lexer.hpp"
#include "searcher/query/near_parts.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace dateline::searcher {
namespace {

class Parser {
  public:
    Parser(LexedQuery lexed, std::size_t end, std::chrono::sys_days now)
        : tokens_(std::move(lexed.tokens)), notes_(std::move(lexed.notes)), end_(end), now_(now)
    {
    }

    Result<ParsedQuery> run()
    {
        read_last_question_mark();
        auto tree = parse_joined(Binding::Or, FieldId::Body, 0);
        if (!tree) { return Failure{tree.error()}; }
        if (at_ < tokens_.size()) {
            return query_error(tokens_[at_].offset, "this bracket was never opened",
                               "remove it, or put ( before the group");
        }
        return ParsedQuery{*std::move(tree), std::move(notes_)};
    }

  private:
    /// "Did Putin meet Maduro?" asks; nobody means a letter more behind Maduro.
    void read_last_question_mark()
    {
        if (tokens_.size() < 2 || tokens_.back().kind != TokenKind::Word) { return; }
        if (tokens_[tokens_.size() - 2].kind == TokenKind::Field) { return; }
        std::string& last = tokens_.back().text;
        if (last.size() < 2 || last.find('?') != last.size() - 1) { return; }
        last.pop_back();
        notes_.emplace_back("the ? at the end is read as a question mark, not as a letter");
    }

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
        if (depth > kMaxDepth) { return too_deep(offset_here()); }
        if (!is_operator("not")) { return parse_near(field, depth); }
        const std::size_t offset = tokens_[at_++].offset;
        auto part = parse_prefixed(field, depth + 1);
        if (!part) { return part; }
        return QuerySpec{.op = "not", .offset = offset, .parts = {*std::move(part)}};
    }

    Result<QuerySpec> parse_near(FieldId field, std::size_t depth)
    {
        auto first = parse_primary(field, depth);
        if (!first) { return first; }
        QuerySpec near{.offset = first->offset, .parts = {*first}};
        bool is_apart = false;
        for (;;) {
            const bool negated = is_operator("not") && is_near(at_ + 1);
            if (!negated && !is_near(at_)) { break; }
            const QueryToken& op = tokens_[at_ + (negated ? 1 : 0)];
            auto checked = check_near(op, near, negated || is_apart);
            if (!checked) { return Failure{checked.error()}; }
            is_apart = negated;
            near.op = operator_of({.op = op.text}).name;
            near.number = op.number;
            at_ += negated ? 2 : 1;
            auto part = parse_primary(field, depth);
            if (!part) { return part; }
            near.parts.push_back(*std::move(part));
        }
        if (near.parts.size() == 1) { return first; }
        for (const QuerySpec& part : near.parts) {
            if (auto checked = check_places(part, "NEAR and its like join"); !checked) {
                return Failure{checked.error()};
            }
        }
        if (is_apart) {
            near.text = near.op;
            near.op = "apart";
        }
        return near;
    }

    [[nodiscard]] bool is_near(std::size_t at) const
    {
        return at < tokens_.size() && tokens_[at].kind == TokenKind::Operator &&
               operator_of({.op = tokens_[at].text}).binding == Binding::Near;
    }

    /// Whether an operator may go on with the parts that are there.
    static Status check_near(const QueryToken& op, const QuerySpec& near, bool is_apart)
    {
        const Operator& known = operator_of({.op = op.text});
        if (known.preset != 0 && (op.number < 1 || op.number > kMaxDistance)) {
            return query_error(
                op.offset, "the distance has to be 1 to " + std::to_string(kMaxDistance) + " words",
                "use SENT or PARA for the same sentence or paragraph, or AND");
        }
        if (near.parts.size() == 1) { return Done{}; }
        if (is_apart || near.op != known.name || near.number != op.number) {
            return query_error(op.offset, "different kinds of NEAR cannot be joined in one row",
                               "join them with AND: (a NEAR/5 b) AND (b ADJ/3 c)");
        }
        if (near.parts.size() < kMostNearParts) { return Done{}; }
        return query_error(op.offset,
                           "more than " + std::to_string(kMostNearParts) + " parts near each other",
                           "search for fewer of them");
    }

    static Status check_places(const QuerySpec& part, const std::string& who)
    {
        if (has_places(part)) { return Done{}; }
        return query_error(part.offset,
                           who + " words, phrases, people, and ORs of them: this is none of these",
                           "use AND for it");
    }

    Result<QuerySpec> parse_primary(FieldId field, std::size_t depth)
    {
        if (at_ == tokens_.size()) {
            return query_error(end_, "a word is missing at the end",
                               "write one, or remove what stands before it");
        }
        if (depth > kMaxDepth) { return too_deep(offset_here()); }
        const QueryToken token = tokens_[at_++];
        switch (token.kind) {
            case TokenKind::Open:
                return parse_group(token, field, depth);
            case TokenKind::Field:
                return parse_field(token, depth);
            case TokenKind::AtLeast:
                return parse_at_least(token, field, depth);
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

    Result<QuerySpec> parse_field(const QueryToken& token, std::size_t depth)
    {
        const std::size_t begin = at_;
        auto part = parse_primary(token.field, depth + 1);
        if (!part || !token.is_title_too) { return part; }
        at_ = begin;
        auto notes = notes_;
        auto title = parse_primary(FieldId::Title, depth + 1);
        if (!title) { return title; }
        notes_ = std::move(notes);  // each once
        return QuerySpec{
            .op = "or", .offset = token.offset, .parts = {*std::move(title), *std::move(part)}};
    }

    Result<QuerySpec> parse_at_least(const QueryToken& token, FieldId field, std::size_t depth)
    {
        if (token.number < 1 || token.number > kMaxTimes) {
            return query_error(token.offset,
                               "behind atleast goes a number, 1 to " + std::to_string(kMaxTimes),
                               "write for example atleast3:sanctions");
        }
        auto part = parse_primary(field, depth + 1);
        if (!part) { return part; }
        if (auto checked = check_places(*part, "atleast counts"); !checked) {
            return Failure{checked.error()};
        }
        return QuerySpec{.op = "atleast",
                         .offset = token.offset,
                         .number = static_cast<double>(token.number),
                         .parts = {*std::move(part)}};
    }

    Result<QuerySpec> parse_group(const QueryToken& open, FieldId field, std::size_t depth)
    {
        if (depth >= kMaxDepth) { return too_deep(open.offset); }
        auto inside = parse_joined(Binding::Or, field, depth + 1);
        if (!inside) { return inside; }
        if (at_ == tokens_.size()) {
            return query_error(open.offset, "this bracket is never closed",
                               "put ) behind the group");
        }
        const QueryToken& close = tokens_[at_++];
        return with_weight(*std::move(inside), close.suffix, close.offset + 1);
    }

    Result<QuerySpec> leaf(const QueryToken& token, FieldId field)
    {
        if (++leaves_ > kMaxLeaves) {
            return query_error(token.offset,
                               "the query has more than " + std::to_string(kMaxLeaves) + " words",
                               "use --any for long texts");
        }
        QueryToken known = token;
        if (token.kind == TokenKind::Word && dateline::field(field).kind == FieldKind::Text) {
            if (token.text == "*" && field == FieldId::Body) {
                return QuerySpec{.op = "everything", .text = "*", .offset = token.offset};
            }
            note_lower_case(token.text);
            read_exclamation(known.text);
        }
        auto parsed = parse_leaf(known, field, now_);
        if (parsed && (parsed->op == "wildcard" || parsed->op == "fuzzy") &&
            ++expansions_ > kMaxExpansions) {
            return query_error(token.offset,
                               "the query has more than " + std::to_string(kMaxExpansions) +
                                   " words with * ? or ~",
                               "write some of them out");
        }
        return parsed;
    }

    /// Reads Lexis's sanction! as sanction*; behind fewer letters ! is punctuation.
    void read_exclamation(std::string& word)
    {
        const std::size_t sign = word.find('!');
        const std::size_t end = std::min(word.find('^'), word.size());
        if (sign == std::string::npos || sign == 0 || sign + 1 != end) { return; }
        const std::string written = word.substr(0, end);
        if (sign >= kMinPrefix) {
            word[sign] = '*';
        } else {
            word.erase(sign, 1);
        }
        notes_.push_back("'" + written + "' read as " + word.substr(0, word.find('^')));
    }

    void note_lower_case(const std::string& word)
    {
        constexpr auto kWords =
            std::to_array<std::pair<std::string_view, std::string_view>>({{"and", "AND"},
                                                                          {"or", "OR"},
                                                                          {"not", "NOT"},
                                                                          {"near", "NEAR/5"},
                                                                          {"adj", "ADJ/5"},
                                                                          {"sent", "SENT"},
                                                                          {"para", "PARA"},
                                                                          {"same", "PARA"}});
        for (const auto& [lower, upper] : kWords) {
            if (word != lower) { continue; }
            notes_.push_back("'" + word +
                             "' in lower case is a word to search for; the operator is " +
                             std::string{upper});
        }
    }

    static Failure too_deep(std::size_t offset)
    {
        return query_error(offset, "brackets and NOTs are nested too deeply",
                           "at most " + std::to_string(kMaxDepth) + " levels");
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
    std::vector<std::string> notes_;
    std::size_t end_;
    std::chrono::sys_days now_;
    std::size_t at_ = 0;
    std::size_t leaves_ = 0;
    std::size_t expansions_ = 0;
};

Result<ParsedQuery> with_text(Result<ParsedQuery> parsed, std::string_view text)
{
    if (parsed) { return parsed; }
    Error error = parsed.error();
    error.text = text;
    return Failure{error};
}

}  // namespace

Result<ParsedQuery> parse_query(std::string_view text, std::chrono::sys_days now)
{
    if (text.size() > kMaxQueryBytes) {
        return fail(ErrorKind::QuerySyntax,
                    "the query is longer than " + std::to_string(kMaxQueryBytes) + " bytes",
                    "use --any for long texts");
    }
    auto lexed = lex_query(text);
    if (!lexed) { return with_text(Failure{lexed.error()}, text); }
    if (lexed->tokens.empty()) {
        return fail(ErrorKind::QuerySyntax, "the query is empty",
                    "write words, or * for all articles");
    }
    return with_text(Parser{*std::move(lexed), text.size(), now}.run(), text);
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
