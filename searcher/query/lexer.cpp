#include "searcher/query/lexer.hpp"

#include "common/text/utf8.hpp"
#include "searcher/query/habits.hpp"
#include "searcher/query/operator.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <climits>

namespace dateline::searcher {
namespace {

constexpr auto kQuotes = std::to_array<std::string_view>(
    {"\"", "\u201C", "\u201D", "\u201E", "\u201F", "\u00AB", "\u00BB"});

bool is_blank(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

/// The bytes of the blank at the front, those of web pages included; 0 if there is none.
std::size_t blank_at(std::string_view text)
{
    if (text.empty()) { return 0; }
    if (is_blank(text.front())) { return 1; }
    if (static_cast<unsigned char>(text.front()) < 0x80U) { return 0; }
    std::string_view rest = text;
    const char32_t c = take_code_point(rest);
    const bool blank =
        c == 0x00A0 || (c >= 0x2000 && c <= 0x200B) || c == 0x202F || c == 0x3000 || c == 0xFEFF;
    return blank ? text.size() - rest.size() : 0;
}

/// The bytes of the quotation mark at the front; 0 if there is none.
std::size_t quote_at(std::string_view text)
{
    for (const std::string_view quote : kQuotes) {
        if (text.starts_with(quote)) { return quote.size(); }
    }
    return 0;
}

bool is_upper_word(std::string_view text)
{
    return !text.empty() &&
           std::all_of(text.begin(), text.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

std::string lower(std::string_view text)
{
    std::string out{text};
    for (char& c : out) {
        if (c >= 'A' && c <= 'Z') { c = static_cast<char>(c - 'A' + 'a'); }
    }
    return out;
}

/// What is written behind quotes and brackets: ~5, ^2.
constexpr std::string_view kSuffixSigns = "~^0123456789.";

class Lexer {
  public:
    explicit Lexer(std::string_view text) : text_(text) {}

    Result<LexedQuery> run()
    {
        while (at_ < text_.size()) {
            if (const std::size_t blank = blank_at(rest()); blank != 0) {
                at_ += blank;
                continue;
            }
            if (auto taken = take(); !taken) { return Failure{taken.error()}; }
        }
        return LexedQuery{std::move(tokens_), std::move(notes_)};
    }

  private:
    Status take()
    {
        const char c = text_[at_];
        if (c == '(') {
            add(TokenKind::Open, "(", at_++);
            return Done{};
        }
        if (c == ')') {
            const std::size_t begin = at_++;
            add(TokenKind::Close, ")", begin);
            tokens_.back().suffix = take_suffix();
            return Done{};
        }
        if (quote_at(rest()) != 0) { return take_phrase(at_); }
        if (c == '=' && quote_at(rest().substr(1)) != 0) { return take_phrase(at_++); }
        if (take_symbol()) { return Done{}; }
        return take_word();
    }

    /// The phrase whose quotation mark is here; with its = it begins at `begin`.
    Status take_phrase(std::size_t begin)
    {
        const bool is_exact = begin != at_;
        at_ += quote_at(rest());
        const std::size_t inside = at_;
        while (at_ < text_.size() && quote_at(rest()) == 0) { ++at_; }
        if (at_ == text_.size()) {
            return query_error(begin, "this quotation mark is never closed",
                               "put another one behind the phrase");
        }
        add(TokenKind::Phrase, std::string{text_.substr(inside, at_ - inside)}, begin);
        tokens_.back().is_exact = is_exact;
        at_ += quote_at(rest());
        tokens_.back().suffix = take_suffix();
        return Done{};
    }

    std::string take_suffix()
    {
        const std::size_t begin = at_;
        if (at_ == text_.size() || (text_[at_] != '~' && text_[at_] != '^')) { return {}; }
        while (at_ < text_.size() && kSuffixSigns.find(text_[at_]) != std::string_view::npos) {
            ++at_;
        }
        return std::string{text_.substr(begin, at_ - begin)};
    }

    /// -gas, !gas, +gas, a | b: symbols count where a word may begin.
    bool take_symbol()
    {
        for (const std::string_view dash : {"\u2013", "\u2212"}) {
            const std::string_view behind = rest().substr(std::min(dash.size(), rest().size()));
            if (!rest().starts_with(dash) || behind.empty() || blank_at(behind) != 0) { continue; }
            note(dash, "NOT");
            add(TokenKind::Operator, "not", at_);
            at_ += dash.size();
            return true;
        }
        const char c = text_[at_];
        const bool word_follows = at_ + 1 < text_.size() && blank_at(text_.substr(at_ + 1)) == 0;
        if (c == '+' && word_follows) {
            ++at_;  // all words are wanted anyway
            return true;
        }
        if (c != '|' && !word_follows) { return false; }
        for (const Operator* op : operators()) {
            if (!joins(*op) || op->symbols.find(c) == std::string_view::npos) { continue; }
            add(TokenKind::Operator, std::string{op->name}, at_);
            ++at_;
            return true;
        }
        return false;
    }

    Status take_word()
    {
        const std::size_t begin = at_;
        if (text_[at_] == '[' && after_field() && tokens_.back().field == FieldId::Date) {
            return take_range();
        }
        while (at_ < text_.size() && blank_at(rest()) == 0 && quote_at(rest()) == 0 &&
               std::string_view{"()|"}.find(text_[at_]) == std::string_view::npos) {
            if (text_[at_] == ':' && !after_exact_field()) {
                const std::string name = lower(text_.substr(begin, at_ - begin));
                if (is_letters(name)) { return take_field(begin, name); }
                if (take_at_least(begin, name)) {
                    ++at_;
                    return Done{};
                }
            }
            ++at_;
        }
        const std::string_view word = text_.substr(begin, at_ - begin);
        if (!rest().empty() && rest().front() == '(' && take_at_least(begin, lower(word))) {
            return Done{};
        }
        if (!after_field() && take_operator(word, begin)) { return Done{}; }
        if (word.starts_with("NEAR/") || word.starts_with("ADJ/")) {
            return query_error(begin, "behind the / goes a number of words",
                               "write for example NEAR/5; put the word in quotes to search for it");
        }
        add(TokenKind::Word, std::string{word}, begin);
        return Done{};
    }

    /// [2022 TO 2023] behind date:
    Status take_range()
    {
        const std::size_t begin = at_;
        const std::size_t end = text_.find(']', begin);
        const std::string_view inside = text_.substr(begin + 1, end - begin - 1);
        const std::size_t to = inside.find(" TO ");
        if (end == std::string_view::npos || to == std::string_view::npos) {
            return query_error(begin, "this range is not whole",
                               "write date:2022..2023, or date:[2022 TO 2023]");
        }
        at_ = end + 1;
        const auto side = [](std::string_view text) {
            return std::string{text == "*" ? std::string_view{} : text};
        };
        add(TokenKind::Word, side(inside.substr(0, to)) + ".." + side(inside.substr(to + 4)),
            begin);
        tokens_.back().text += take_suffix();
        return Done{};
    }

    static bool joins(const Operator& op) { return op.binding != Binding::None || op.is_prefix; }

    bool take_operator(std::string_view word, std::size_t begin)
    {
        if (const auto near = near_word(word)) {
            add_near(*near, word, begin);
            return true;
        }
        if (!is_upper_word(word)) { return false; }
        const std::string name = lower(word);
        for (const Operator* op : operators()) {
            if (joins(*op) && op->binding != Binding::Near && op->name == name) {
                add(TokenKind::Operator, name, begin);
                return true;
            }
        }
        return false;
    }

    void add_near(const NearWord& near, std::string_view word, std::size_t begin)
    {
        const Operator& op = operator_of({.op = near.op});
        add(TokenKind::Operator, std::string{near.op}, begin);
        unsigned& number = tokens_.back().number;
        number = near.number.value_or(op.preset);
        const bool lacks_number = op.preset != 0 && !near.number;
        if (near.is_ours && !lacks_number) { return; }
        std::string ours{near.op};
        for (char& c : ours) { c = static_cast<char>(c - 'a' + 'A'); }
        if (op.preset != 0) { ours += '/' + std::to_string(number); }
        note(word, ours);
    }

    /// atleast3: or, before a bracket, atleast3
    bool take_at_least(std::size_t begin, std::string_view name)
    {
        constexpr std::string_view kAtLeast = "atleast";
        if (!name.starts_with(kAtLeast) || name.size() == kAtLeast.size()) { return false; }
        const std::string_view digits = name.substr(kAtLeast.size());
        unsigned number = 0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        if (read.ptr != digits.data() + digits.size()) { return false; }
        if (read.ec != std::errc{}) { number = UINT_MAX; }
        add(TokenKind::AtLeast, std::string{name}, begin);
        tokens_.back().number = number;
        return true;
    }

    void note(std::string_view written, const std::string& ours)
    {
        notes_.push_back("'" + std::string{written} + "' read as " + ours);
    }

    [[nodiscard]] bool after_field() const
    {
        return !tokens_.empty() && tokens_.back().kind == TokenKind::Field;
    }

    /// Behind id: and host: anything is a value: id:https://example.org/a
    [[nodiscard]] bool after_exact_field() const
    {
        return after_field() && is_exact(tokens_.back().field);
    }

    static bool is_letters(std::string_view name)
    {
        return !name.empty() &&
               std::all_of(name.begin(), name.end(), [](char c) { return c >= 'a' && c <= 'z'; });
    }

    /// `name` stands before the colon here.
    Status take_field(std::size_t begin, const std::string& name)
    {
        ++at_;
        if (after_field()) {
            return query_error(begin, "two fields stand one behind the other",
                               "write the word behind the first one");
        }
        if (at_ == text_.size() || blank_at(rest()) != 0) {
            return query_error(begin, "nothing stands behind '" + name + ":'",
                               "write a word or value directly behind the colon");
        }
        for (const Field& f : kFields) {
            if (f.name == name) { return add_field(name, begin, f.id); }
        }
        if (name == "hlead") {
            if (auto added = add_field(name, begin, FieldId::Lead); !added) { return added; }
            tokens_.back().is_title_too = true;
            note("hlead:", "title: OR lead:");
            return Done{};
        }
        for (const FieldHabit& habit : kFieldHabits) {
            if (habit.name == name) { return take_habit(habit, begin); }
        }
        return unknown_field(name, begin);
    }

    Status add_field(const std::string& name, std::size_t begin, FieldId id)
    {
        tokens_.push_back({.kind = TokenKind::Field, .text = name, .offset = begin, .field = id});
        return Done{};
    }

    Status take_habit(const FieldHabit& habit, std::size_t begin)
    {
        const std::string written = std::string{habit.name} + ':';
        const bool compares = habit.ours.find_first_of("<>") != std::string_view::npos;
        note(written, (compares ? "date:" : "") + std::string{habit.ours} + (compares ? "" : ":"));
        if (compares) {
            if (auto added = add_field("date", begin, FieldId::Date); !added) { return added; }
            const std::size_t value = at_;
            if (auto taken = take_word(); !taken) { return taken; }
            if (tokens_.back().kind != TokenKind::Word) {
                return query_error(value, "there is no date here", "write one behind the colon");
            }
            tokens_.back().text.insert(0, habit.ours);
            return Done{};
        }
        const auto* known = std::find_if(kFields.begin(), kFields.end(),
                                         [&](const Field& f) { return f.name == habit.ours; });
        return add_field(std::string{habit.ours}, begin, known->id);
    }

    static Status unknown_field(const std::string& name, std::size_t begin)
    {
        std::string hint;
        if (const Field* nearest = nearest_field(name)) {
            hint = "did you mean '" + std::string{nearest->name} + ":', as in " +
                   std::string{nearest->example} + "? ";
        }
        std::string known;
        for (const Field& f : kFields) {
            known += (known.empty() ? "there are " : ", ") + std::string{f.name};
        }
        return query_error(begin, "there is no field '" + name + "'",
                           hint + known + "; put words with a colon in quotes");
    }

    void add(TokenKind kind, std::string text, std::size_t offset)
    {
        tokens_.push_back({.kind = kind, .text = std::move(text), .offset = offset});
    }
    [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<QueryToken> tokens_{};
    std::vector<std::string> notes_{};
};

}  // namespace

bool is_exact(FieldId field) { return field == FieldId::Id || field == FieldId::Host; }

Failure query_error(std::size_t offset, std::string message, std::string hint)
{
    auto failure = fail(ErrorKind::QuerySyntax, std::move(message), std::move(hint));
    failure.error.offset = offset;
    return failure;
}

Result<LexedQuery> lex_query(std::string_view text) { return Lexer{text}.run(); }

}  // namespace dateline::searcher
