// Operators in the text of a query: words in capitals, signs, and what other systems have instead.
#include "common/text/ascii.hpp"
#include "searcher/query/habits.hpp"
#include "searcher/query/operator.hpp"
#include "searcher/query/query_cursor.hpp"
#include "searcher/query/query_text.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

bool stands_between(const Operator& op) { return op.binding != Binding::None || op.is_prefix; }

/// An operator of another system that stands here.
void add_habit(QueryCursor& cursor, std::string_view written, std::string_view op)
{
    cursor.note(written, ascii::upper(op));
    cursor.add(TokenKind::Operator, op, cursor.at);
    cursor.at += written.size();
}

/// Signs of other systems: those that are words have an end of their own behind them.
bool take_foreign_sign(QueryCursor& cursor)
{
    for (const OperatorHabit& habit : kOperatorHabits) {
        const std::size_t size = habit.written.size();
        const bool is_word = habit.written == "&" || habit.written.front() == 'A';
        if (!cursor.rest().starts_with(habit.written)) { continue; }
        if (is_word && cursor.has_behind(size) && cursor.rest()[size] != '(') { continue; }
        add_habit(cursor, habit.written, habit.op);
        return true;
    }
    for (const std::string_view dash : {"\u2013", "\u2212"}) {
        if (!cursor.rest().starts_with(dash) || !cursor.has_behind(dash.size())) { continue; }
        add_habit(cursor, dash, "not");
        return true;
    }
    return false;
}

/// Westlaw's a +5 b; +5 before or behind everything is a 5 that has to be there.
bool is_ordered_near(const QueryCursor& cursor)
{
    QueryCursor end = cursor;
    while (!end.is_word_end()) { ++end.at; }
    const std::size_t next = end.rest().find_first_not_of(" \t\n");
    const bool is_last = next == std::string_view::npos || end.rest()[next] == ')';
    const auto& tokens = cursor.lexed.tokens;
    return !is_last && !tokens.empty() && ends_part(tokens.back()) &&
           near_word(cursor.text.substr(cursor.at, end.at - cursor.at));
}

Result<bool> add_near(QueryCursor& cursor, const NearWord& near, std::string_view written,
                      std::size_t begin)
{
    if (near.refusal != nullptr) {
        return query_error(begin, near.refusal->message, near.refusal->hint);
    }
    const Operator& op = operator_of({.op = near.op});
    const unsigned number = near.number.value_or(op.preset);
    cursor.add(TokenKind::Operator, near.op, begin).number = number;
    const bool lacks_number = op.preset != 0 && !near.number;
    if (!near.is_ours || lacks_number) {
        cursor.note(written,
                    ascii::upper(near.op) + (op.preset != 0 ? '/' + std::to_string(number) : ""));
    }
    return true;
}

/// country:US|JP: the field is that of the first word.
void note_field_before_bar(QueryCursor& cursor)
{
    const auto& tokens = cursor.lexed.tokens;
    if (tokens.size() < 2 || tokens[tokens.size() - 2].kind != TokenKind::Field) { return; }
    const QueryToken& value = tokens.back();
    QueryCursor next{.text = cursor.text, .at = cursor.at + 1};
    while (!next.is_word_end()) { ++next.at; }
    const std::string_view other =
        cursor.text.substr(cursor.at + 1, next.at - cursor.at - 1);  // "" before a blank
    const bool is_tight = value.kind == TokenKind::Word && !other.empty() &&
                          value.offset + value.text.size() == cursor.at;
    if (!is_tight || other.find(':') != std::string_view::npos) { return; }
    const std::string name = tokens[tokens.size() - 2].text;
    cursor.lexed.notes.push_back("'" + name + ":' is the field of '" + value.text +
                                 "' alone; for both write " + name + ":(" + value.text + " OR " +
                                 std::string{other} + ")");
}

}  // namespace

bool take_symbol(QueryCursor& cursor)
{
    if (cursor.rest().front() == '|') { note_field_before_bar(cursor); }
    if (take_foreign_sign(cursor)) { return true; }
    const char sign = cursor.text[cursor.at];
    if (sign != '|' && !cursor.has_behind(1)) { return false; }
    if (sign == '+') {
        if (is_ordered_near(cursor)) { return false; }
        ++cursor.at;  // all words are wanted anyway
        return true;
    }
    for (const Operator* op : operators()) {
        if (!stands_between(*op) || op->symbols.find(sign) == std::string_view::npos) { continue; }
        cursor.add(TokenKind::Operator, op->name, cursor.at++);
        return true;
    }
    return false;
}

Result<bool> take_operator(QueryCursor& cursor, std::string_view word, std::size_t begin)
{
    if (const auto near = near_word(word)) { return add_near(cursor, *near, word, begin); }
    for (const Operator* op : operators()) {
        if (!stands_between(*op) || op->binding == Binding::Near ||
            ascii::upper(op->name) != word) {
            continue;
        }
        cursor.add(TokenKind::Operator, op->name, begin);
        return true;
    }
    return false;
}

Result<bool> take_around(QueryCursor& cursor, std::size_t begin)
{
    const std::size_t end = std::min(cursor.text.find(')', cursor.at), cursor.text.size());
    const std::string_view number = cursor.text.substr(cursor.at + 1, end - cursor.at - 1);
    const auto near = near_word("w/" + std::string{number});
    if (end == cursor.text.size() || !near || !near->number) { return false; }
    cursor.at = end + 1;
    return add_near(cursor, *near, cursor.text.substr(begin, cursor.at - begin), begin);
}

}  // namespace dateline::searcher
