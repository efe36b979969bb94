#include "searcher/query/parser.hpp"

#include "searcher/query/lexer.hpp"
#include "searcher/query/near_row.hpp"
#include "searcher/query/open_words.hpp"
#include "searcher/query/saved_names.hpp"
#include "searcher/query/token_reader.hpp"
#include "searcher/query/word_habits.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

/// The field that a part stands in: title:(visit OR summit).
struct Scope {
    FieldId field = FieldId::Body;
    bool is_title_too = false;  ///< hlead:, headline and lead
    bool is_saved = false;      ///< saved:, names of saved queries
};

/// What is counted over a query and the saved ones in it.
struct Counts {
    std::size_t leaves = 0;
    std::size_t expansions = 0;
};

/// The tokens, a question mark at their end taken off or noted.
std::vector<QueryToken> with_question_mark(std::vector<QueryToken> tokens,
                                           std::vector<std::string>& notes)
{
    if (std::string note = read_question_mark(tokens); !note.empty()) {
        notes.push_back(std::move(note));
    }
    return tokens;
}

class Parser {
  public:
    Parser(LexedQuery lexed, std::size_t end, std::chrono::sys_days now, SavedNames& saved,
           Counts& counts)
        : notes_(std::move(lexed.notes)),
          tokens_(with_question_mark(std::move(lexed.tokens), notes_), end),
          now_(now),
          saved_(saved),
          counts_(counts)
    {
    }

    /// `depth`: how deep the whole stands in another query.
    Result<ParsedQuery> run(std::size_t depth = 0)
    {
        auto tree = parse_joined(Binding::Or, {}, depth);
        if (!tree) { return Failure{tree.error()}; }
        if (tokens_.peek() != nullptr) {
            return query_error(tokens_.offset(), "this bracket was never opened",
                               "remove it, or put ( before the group");
        }
        return ParsedQuery{*std::move(tree), std::move(notes_)};
    }

  private:
    /// Parts joined by operators that bind at least as tightly as `binding`.
    Result<QuerySpec> parse_joined(Binding binding, Scope scope, std::size_t depth)
    {
        const auto parse_part = [&]() -> Result<QuerySpec> {
            return binding == Binding::Or ? parse_joined(Binding::And, scope, depth)
                                          : parse_prefixed(scope, depth);
        };
        auto first = parse_part();
        if (!first) { return first; }
        std::vector<QuerySpec> parts{*std::move(first)};
        const Operator* row = nullptr;
        for (const Operator* op = tokens_.join(binding); op != nullptr;
             op = tokens_.join(binding)) {
            if (row != nullptr && row != op) {
                return query_error(tokens_.offset(), "different operators stand in one row",
                                   "put brackets around those that belong together");
            }
            row = op;
            if (tokens_.operator_at() == op) { tokens_.take(); }
            auto part = parse_part();
            if (!part) { return part; }
            parts.push_back(*std::move(part));
        }
        if (row == nullptr) { return std::move(parts.front()); }
        const std::size_t offset = parts.front().offset;
        return QuerySpec{.op = row->name, .offset = offset, .parts = std::move(parts)};
    }

    Result<QuerySpec> parse_prefixed(Scope scope, std::size_t depth)
    {
        if (depth > kMaxDepth) { return too_deep(tokens_.offset()); }
        const Operator* const op = tokens_.operator_at();
        if (op == nullptr || !op->is_prefix) { return parse_near(scope, depth); }
        const std::size_t offset = tokens_.take().offset;
        auto part = parse_prefixed(scope, depth + 1);
        if (!part) { return part; }
        return QuerySpec{.op = op->name, .offset = offset, .parts = {*std::move(part)}};
    }

    Result<QuerySpec> parse_near(Scope scope, std::size_t depth)
    {
        auto first = parse_primary(scope, depth);
        if (!first) { return first; }
        QuerySpec near{.offset = first->offset, .parts = {*first}};
        bool is_apart = false;
        for (;;) {
            const Operator* const written = tokens_.operator_at();
            const bool negated = written != nullptr && written->name == "not" && tokens_.is_near(1);
            if (!negated && !tokens_.is_near()) { break; }
            if (negated) { tokens_.take(); }
            const QueryToken& op = tokens_.take();
            auto checked = check_near(op, near, negated || is_apart);
            if (!checked) { return Failure{checked.error()}; }
            is_apart = negated;
            near.op = operator_of({.op = op.text}).name;
            near.number = op.number;
            auto part = parse_primary(scope, depth);
            if (!part) { return part; }
            near.parts.push_back(*std::move(part));
        }
        if (near.parts.size() == 1) { return first; }
        for (const QuerySpec& part : near.parts) {
            if (auto checked = check_near_part(part); !checked) { return Failure{checked.error()}; }
        }
        if (is_apart) {
            near.text = near.op;
            near.op = "apart";
        }
        return near;
    }

    Result<QuerySpec> parse_primary(Scope scope, std::size_t depth)
    {
        if (tokens_.peek() == nullptr) {
            return query_error(tokens_.offset(), "a word is missing at the end",
                               "write one, or remove what stands before it");
        }
        if (depth > kMaxDepth) { return too_deep(tokens_.offset()); }
        const QueryToken& token = tokens_.take();
        switch (token.kind) {
            case TokenKind::Open:
                return parse_group(token, scope, depth);
            case TokenKind::Field:
                return parse_primary({token.field, token.is_title_too, token.is_saved}, depth + 1);
            case TokenKind::AtLeast:
                return parse_at_least(token, scope, depth);
            case TokenKind::Word:
            case TokenKind::Phrase:
                return scope.is_saved ? parse_saved(token, depth) : parse_words(token, scope);
            case TokenKind::Close:
                return query_error(token.offset, "there is nothing in or before this bracket",
                                   "write a word inside");
            case TokenKind::Operator:
                break;
        }
        return tokens_.no_word_before_operator();
    }

    Result<QuerySpec> parse_at_least(const QueryToken& token, Scope scope, std::size_t depth)
    {
        if (token.number < 1 || token.number > kMaxTimes) {
            return query_error(token.offset,
                               "behind atleast goes a number, 1 to " + std::to_string(kMaxTimes),
                               "write for example atleast3:sanctions");
        }
        auto part = parse_primary(scope, depth + 1);
        if (!part) { return part; }
        if (!has_places(*part)) {
            return query_error(part->offset,
                               "atleast counts words, phrases, people, and ORs of them: this is "
                               "none of these",
                               "write for example atleast3:sanctions or atleast3(oil OR gas)");
        }
        return QuerySpec{.op = "atleast",
                         .offset = token.offset,
                         .number = static_cast<double>(token.number),
                         .parts = {*std::move(part)}};
    }

    Result<QuerySpec> parse_group(const QueryToken& open, Scope scope, std::size_t depth)
    {
        if (depth >= kMaxDepth) { return too_deep(open.offset); }
        auto inside = parse_joined(Binding::Or, scope, depth + 1);
        if (!inside) { return inside; }
        if (tokens_.peek() == nullptr) {
            return query_error(open.offset, "this bracket is never closed",
                               "put ) behind the group");
        }
        const QueryToken& close = tokens_.take();
        QuerySpec group = *std::move(inside);
        if (!group.parts.empty()) { group.offset = open.offset; }
        return with_weight(std::move(group), close.suffix, close.offset + 1);
    }

    /// The query of a name, parsed where it is named.
    Result<QuerySpec> parse_saved(const QueryToken& token, std::size_t depth)
    {
        if (depth >= kMaxDepth) { return too_deep(token.offset); }
        const std::size_t sign = std::min(token.text.find('^'), token.text.size());
        const std::string name = token.text.substr(0, sign);
        const std::string weight = token.suffix.empty() ? token.text.substr(sign) : token.suffix;
        const auto text = saved_.enter(name, token.offset);
        if (!text) { return Failure{text.error()}; }
        auto lexed = lex_query(*text);
        if (!lexed) { return inside_saved(name, *text, lexed.error()); }
        auto parsed = Parser{*std::move(lexed), text->size(), now_, saved_, counts_}.run(depth);
        if (!parsed) { return inside_saved(name, *text, parsed.error()); }
        saved_.leave();
        for (const std::string& note : parsed->notes) {
            notes_.push_back("in saved:" + name + ": " + note);
        }
        QuerySpec group{.op = "saved", .text = name, .parts = {parsed->spec}};
        put_at(group, token.offset);
        return with_weight(std::move(group), weight, token.offset + sign);
    }

    /// A word or phrase; behind hlead: it may stand in the headline or in the lead.
    Result<QuerySpec> parse_words(const QueryToken& token, Scope scope)
    {
        if (++counts_.leaves > kMaxLeaves) {
            return query_error(token.offset,
                               "the query has more than " + std::to_string(kMaxLeaves) + " words",
                               "use --any for long texts");
        }
        QueryToken known = token;
        if (token.kind == TokenKind::Word && field(scope.field).kind == FieldKind::Text) {
            note_habits(known);
        }
        auto part = leaf(known, scope.field);
        if (!part || !scope.is_title_too) { return part; }
        auto title = leaf(known, FieldId::Title);
        if (!title) { return title; }
        return QuerySpec{
            .op = "or", .offset = token.offset, .parts = {*std::move(title), *std::move(part)}};
    }

    Result<QuerySpec> leaf(const QueryToken& token, FieldId field)
    {
        if (token.kind == TokenKind::Word && token.text == "*" && field == FieldId::Body) {
            return QuerySpec{.op = "everything", .text = "*", .offset = token.offset};
        }
        auto parsed = parse_leaf(token, field, now_);
        if (!parsed) { return parsed; }
        counts_.expansions += count_expansions(*parsed);
        if (counts_.expansions > kMaxExpansions) {
            return query_error(token.offset,
                               "the query has more than " + std::to_string(kMaxExpansions) +
                                   " words with * ? or ~",
                               "write some of them out");
        }
        return parsed;
    }

    /// What the word that was just taken is read as, or might have been meant as.
    void note_habits(QueryToken& word)
    {
        const QueryToken* const before = tokens_.peek(-2);
        const QueryToken* const next = tokens_.peek();
        const bool has_left = before != nullptr && ends_part(*before);
        const bool has_right = next != nullptr && next->kind != TokenKind::Close;
        const bool has_word = has_right && next->kind == TokenKind::Word;
        for (auto note : {note_of_lower_case(word.text, has_left, has_right),
                          note_of_date(word.text, has_word ? next->text : std::string{}),
                          read_exclamation(word.text)}) {
            if (!note.empty()) { notes_.push_back(std::move(note)); }
        }
    }

    static Failure too_deep(std::size_t offset)
    {
        return query_error(offset, "brackets, NOTs and saved queries are nested too deeply",
                           "at most " + std::to_string(kMaxDepth) + " levels");
    }

    std::vector<std::string> notes_;
    TokenReader tokens_;
    std::chrono::sys_days now_;
    SavedNames& saved_;
    Counts& counts_;
};

Result<ParsedQuery> with_text(Result<ParsedQuery> parsed, std::string_view text)
{
    if (parsed) { return parsed; }
    Error error = parsed.error();
    if (error.text.empty() && error.offset) { error.text = text; }
    return Failure{error};
}

}  // namespace

Result<ParsedQuery> parse_query(std::string_view text, std::chrono::sys_days now,
                                const SavedSource& saved)
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
    SavedNames names{saved};
    Counts counts;
    return with_text(Parser{*std::move(lexed), text.size(), now, names, counts}.run(), text);
}

}  // namespace dateline::searcher
