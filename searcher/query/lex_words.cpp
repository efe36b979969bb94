// Words in the text of a query, and what may stand before a colon or bracket: fields, atleast.
#include "common/date.hpp"
#include "common/text/ascii.hpp"
#include "common/text/characters.hpp"
#include "common/text/utf8.hpp"
#include "searcher/query/field_names.hpp"
#include "searcher/query/query_cursor.hpp"
#include "searcher/query/query_text.hpp"

#include <algorithm>
#include <charconv>
#include <climits>

namespace dateline::searcher {
namespace {

bool begins_with_letter(std::string_view name)
{
    if (name.empty() || kDigits.find(name.front()) != std::string_view::npos) { return false; }
    const CharacterClass first = character_class(take_code_point(name));
    return first == CharacterClass::Word || first == CharacterClass::Dictionary;
}

/// atleast3: or, before a bracket, atleast3; Lexis has atl3, too, and Factiva atleast3 before a
/// blank.
bool take_at_least(QueryCursor& cursor, std::size_t begin, const std::string& name)
{
    const std::size_t letters = std::min(name.find_first_of(kDigits), name.size());
    const std::string_view word = std::string_view{name}.substr(0, letters);
    if ((word != "atleast" && word != "atl") || letters == name.size()) { return false; }
    if (word == "atl" && !cursor.has_behind(0)) { return false; }
    unsigned number = 0;
    const auto* const end = name.data() + name.size();
    const auto read = std::from_chars(name.data() + letters, end, number);
    if (read.ptr != end) { return false; }
    cursor.add(TokenKind::AtLeast, name, begin).number = read.ec == std::errc{} ? number : UINT_MAX;
    return true;
}

/// The field, and of one that compares, the date behind it.
Status add_field(QueryCursor& cursor, std::size_t begin, const std::string& name,
                 const NamedField& named)
{
    QueryToken& token = cursor.add(TokenKind::Field, name, begin);
    token.field = named.id;
    token.is_title_too = named.is_title_too;
    if (named.comparison.empty()) { return Done{}; }
    const std::size_t value = cursor.at;
    if (!cursor.is_word_end()) {
        if (auto taken = take_word(cursor); !taken) { return taken; }
    }
    QueryToken& date = cursor.lexed.tokens.back();
    if (date.kind != TokenKind::Word) {
        return query_error(value, "there is no date here", "write one behind the colon");
    }
    date.text.insert(0, named.comparison);
    date.offset -= named.comparison.size();  // places in its text are still those of the query
    return Done{};
}

/// `name` stands before the colon here.
Status take_field(QueryCursor& cursor, std::size_t begin, const std::string& name)
{
    ++cursor.at;
    if (cursor.after_field()) {
        return query_error(begin, "two fields stand one behind the other",
                           "write the word behind the first one, in quotes if it has a colon");
    }
    if (name.empty()) {
        return query_error(begin, "there is no field before this colon",
                           "write its name directly before it, or put words with a colon in "
                           "quotes");
    }
    const auto named = name == kSavedField ? NamedField{} : field_named(name);
    if (!named) {
        auto failure = no_such_field(name);
        failure.error.offset = begin;
        return failure;
    }
    if (!cursor.has_behind(0)) {
        return query_error(begin, "nothing stands behind '" + name + ":'",
                           "write a word or value directly behind the colon");
    }
    if (!named->read_as.empty()) { cursor.note(name + ':', named->read_as); }
    if (auto added = add_field(cursor, begin, name, *named); !added) { return added; }
    cursor.lexed.tokens.back().is_saved = name == kSavedField;
    return Done{};
}

/// Others write the field's name with another sign: title(visit), hd=visit, date>2022.
Result<bool> take_foreign_field(QueryCursor& cursor, std::size_t begin, char sign)
{
    const std::string name = ascii::lower(cursor.text.substr(begin, cursor.at - begin));
    const auto named = field_named(name);
    const bool compares = sign == '<' || sign == '>';
    if (!named || cursor.after_field() || (compares && named->id != FieldId::Date)) {
        return false;
    }
    if (sign != '=' && !named->comparison.empty()) { return false; }
    std::string ours =
        named->read_as.empty() ? std::string{field(named->id).name} + ':' : named->read_as;
    if (sign != '=') { ours += sign; }
    cursor.note(name + sign, ours);
    if (sign == '=') { ++cursor.at; }
    if (auto added = add_field(cursor, begin, name, *named); !added) {
        return Failure{added.error()};
    }
    return true;
}

/// What stands before the sign here, if it is a colon, or one that others have instead.
Result<bool> take_name(QueryCursor& cursor, std::size_t begin)
{
    const char sign = cursor.text[cursor.at];
    if (sign == '=' || sign == '<' || sign == '>') {
        return take_foreign_field(cursor, begin, sign);
    }
    if (sign != ':' || cursor.after_exact_field()) { return false; }
    const std::string name = ascii::lower(cursor.text.substr(begin, cursor.at - begin));
    if (take_at_least(cursor, begin, name)) {
        ++cursor.at;
        return true;
    }
    if (name.starts_with('=') && field_named(std::string_view{name}.substr(1))) {
        return query_error(begin, "= stands before a field",
                           "write it behind the colon, as in title:=visit");
    }
    if (!name.empty() && !begins_with_letter(name)) { return false; }
    if (auto taken = take_field(cursor, begin, name); !taken) { return Failure{taken.error()}; }
    return true;
}

/// atleast3(, title(, AROUND(
Result<bool> take_before_bracket(QueryCursor& cursor, std::size_t begin)
{
    const std::string_view word = cursor.text.substr(begin, cursor.at - begin);
    if (cursor.after_exact_field()) { return false; }
    if (take_at_least(cursor, begin, ascii::lower(word))) { return true; }
    if (!cursor.after_field() && word == "AROUND") { return take_around(cursor, begin); }
    return take_foreign_field(cursor, begin, '(');
}

/// [2022 TO 2023] behind date:
Status take_range(QueryCursor& cursor)
{
    const std::size_t begin = cursor.at;
    const std::size_t end = cursor.text.find(']', begin);
    const std::string_view inside = cursor.text.substr(begin + 1, end - begin - 1);
    constexpr std::string_view kTo = " TO ";
    const std::size_t to = inside.find(kTo);
    if (end == std::string_view::npos || to == std::string_view::npos) {
        return query_error(begin, "this range is not whole",
                           "write date:2022..2023, or date:[2022 TO 2023]");
    }
    cursor.at = end + 1;
    const auto side = [](std::string_view text) {
        return std::string{text == "*" ? std::string_view{} : text};
    };
    const std::string from = side(inside.substr(0, to));
    const std::string range = from + ".." + side(inside.substr(to + kTo.size()));
    if (const auto days = parse_day_range(range); !days) {
        const std::size_t at = days.error().offset.value_or(0);
        const std::size_t shift = at > from.size() ? to + kTo.size() - from.size() - 2 : 0;
        return query_error(begin + 1 + at + shift, days.error().message,
                           "write YYYY, YYYY-MM or YYYY-MM-DD on both sides, or * for any");
    }
    cursor.add(TokenKind::Word, range, begin).text += cursor.take_suffix();
    return Done{};
}

bool begins_range(const QueryCursor& cursor)
{
    return cursor.after_field() && cursor.lexed.tokens.back().field == FieldId::Date &&
           cursor.text[cursor.at] == '[';
}

}  // namespace

Status take_word(QueryCursor& cursor)
{
    if (begins_range(cursor)) { return take_range(cursor); }
    const std::size_t begin = cursor.at;
    for (; !cursor.is_word_end(); ++cursor.at) {
        const auto taken = take_name(cursor, begin);
        if (!taken) { return Failure{taken.error()}; }
        if (*taken) { return Done{}; }
    }
    if (!cursor.is_at_end() && cursor.text[cursor.at] == '(') {
        const auto taken = take_before_bracket(cursor, begin);
        if (!taken) { return Failure{taken.error()}; }
        if (*taken) { return Done{}; }
    }
    const std::string_view word = cursor.text.substr(begin, cursor.at - begin);
    if (!cursor.after_field()) {
        if (take_at_least(cursor, begin, ascii::lower(word))) {
            cursor.note(word, ascii::lower(word) + ':');
            return Done{};
        }
        const auto taken = take_operator(cursor, word, begin);
        if (!taken) { return Failure{taken.error()}; }
        if (*taken) { return Done{}; }
    }
    cursor.add(TokenKind::Word, word, begin);
    return Done{};
}

}  // namespace dateline::searcher
