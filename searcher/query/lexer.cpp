#include "searcher/query/lexer.hpp"

#include "common/text/utf8.hpp"
#include "searcher/query/operator.hpp"

#include <algorithm>
#include <array>

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

/// Words of other systems' languages (and of our own to come) that must not be taken for words.
bool is_foreign_operator(std::string_view word)
{
    const std::string_view name = word.substr(0, word.find('/'));
    const bool has_number = name.size() < word.size();
    constexpr auto kNames =
        std::to_array<std::string_view>({"NEAR", "ADJ", "SENT", "PARA", "ONEAR"});
    if (std::find(kNames.begin(), kNames.end(), name) != kNames.end()) { return true; }
    return has_number && (name == "w" || name == "pre" || name == "W" || name == "PRE");
}

class Lexer {
  public:
    explicit Lexer(std::string_view text) : text_(text) {}

    Result<std::vector<QueryToken>> run()
    {
        while (at_ < text_.size()) {
            if (const std::size_t blank = blank_at(rest()); blank != 0) {
                at_ += blank;
                continue;
            }
            if (auto taken = take(); !taken) { return Failure{taken.error()}; }
        }
        return std::move(tokens_);
    }

  private:
    Status take()
    {
        const char c = text_[at_];
        if (c == '(' || c == ')') {
            add(c == '(' ? TokenKind::Open : TokenKind::Close, std::string{c}, at_);
            ++at_;
            return Done{};
        }
        if (quote_at(rest()) != 0) { return take_phrase(); }
        if (take_symbol()) { return Done{}; }
        return take_word();
    }

    Status take_phrase()
    {
        const std::size_t begin = at_;
        at_ += quote_at(rest());
        const std::size_t inside = at_;
        while (at_ < text_.size() && quote_at(rest()) == 0) { ++at_; }
        if (at_ == text_.size()) {
            return query_error(begin, "this quotation mark is never closed",
                               "put another one behind the phrase");
        }
        add(TokenKind::Phrase, std::string{text_.substr(inside, at_ - inside)}, begin);
        at_ += quote_at(rest());
        return Done{};
    }

    /// -gas, !gas, +gas, a | b: symbols count where a word may begin.
    bool take_symbol()
    {
        const char c = text_[at_];
        const bool word_follows = at_ + 1 < text_.size() && blank_at(text_.substr(at_ + 1)) == 0;
        if (c == '+' && word_follows) {
            ++at_;  // all words are wanted anyway
            return true;
        }
        if (c != '|' && !word_follows) { return false; }
        for (const Operator* op : operators()) {
            const bool joins = op->binding != Binding::None || op->is_prefix;
            if (!joins || op->symbols.find(c) == std::string_view::npos) { continue; }
            add(TokenKind::Operator, std::string{op->name}, at_);
            ++at_;
            return true;
        }
        return false;
    }

    Status take_word()
    {
        const std::size_t begin = at_;
        while (at_ < text_.size() && blank_at(rest()) == 0 && quote_at(rest()) == 0 &&
               std::string_view{"()|"}.find(text_[at_]) == std::string_view::npos) {
            if (text_[at_] == ':' && is_field_name(begin)) { return take_field(begin); }
            ++at_;
        }
        const std::string_view word = text_.substr(begin, at_ - begin);
        if (is_upper_word(word)) {
            const std::string name = lower(word);
            for (const Operator* op : operators()) {
                const bool joins = op->binding != Binding::None || op->is_prefix;
                if (joins && op->name == name) {
                    add(TokenKind::Operator, name, begin);
                    return Done{};
                }
            }
        }
        if (is_foreign_operator(word)) {
            return query_error(begin, "this version has no operator '" + std::string{word} + "'",
                               "there are AND, OR, NOT and \"phrases\"; put the word in quotes to "
                               "search for it");
        }
        return add_word(std::string{word}, begin);
    }

    Status add_word(std::string word, std::size_t begin)
    {
        const FieldId field = after_field() ? tokens_.back().field : FieldId::Body;
        if (auto checked = check_signs(field, word, begin); !checked) { return checked; }
        add(TokenKind::Word, std::move(word), begin);
        return Done{};
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

    /// Whether what stands from `begin` to the colon here could be a field: letters only.
    [[nodiscard]] bool is_field_name(std::size_t begin) const
    {
        if (after_exact_field()) { return false; }
        const std::string_view name = text_.substr(begin, at_ - begin);
        return !name.empty() && std::all_of(name.begin(), name.end(), [](char c) {
            return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        });
    }

    Status take_field(std::size_t begin)
    {
        const std::string name = lower(text_.substr(begin, at_ - begin));
        ++at_;
        std::string known;
        for (const Field& f : kFields) {
            if (f.name == name) {
                if (after_field()) {
                    return query_error(begin, "two fields stand one behind the other",
                                       "write the word behind the first one");
                }
                if (at_ == text_.size() || blank_at(rest()) != 0) {
                    return query_error(begin, "nothing stands behind '" + name + ":'",
                                       "write for example " + std::string{f.example});
                }
                tokens_.push_back({TokenKind::Field, name, begin, f.id});
                return Done{};
            }
            known += (known.empty() ? "there are " : ", ") + std::string{f.name};
        }
        return query_error(begin, "there is no field '" + name + "'",
                           known + "; put words with a colon in quotes");
    }

    void add(TokenKind kind, std::string text, std::size_t offset)
    {
        tokens_.push_back({kind, std::move(text), offset});
    }
    [[nodiscard]] std::string_view rest() const { return text_.substr(at_); }

    std::string_view text_;
    std::size_t at_ = 0;
    std::vector<QueryToken> tokens_{};
};

}  // namespace

bool is_exact(FieldId field) { return field == FieldId::Id || field == FieldId::Host; }

Status check_signs(FieldId field, std::string_view word, std::size_t offset)
{
    const std::size_t sign = word.find_first_of("*?~^=[]{}");
    const bool is_everything = word == "*" && field == FieldId::Body;
    if (is_exact(field) || is_everything || sign == std::string_view::npos) { return Done{}; }
    return query_error(offset + sign,
                       "this version has no '" + std::string{word.substr(sign, 1)} + "' in words",
                       "write the word without it, or in quotes");
}

Failure query_error(std::size_t offset, std::string message, std::string hint)
{
    auto failure = fail(ErrorKind::QuerySyntax, std::move(message), std::move(hint));
    failure.error.offset = offset;
    return failure;
}

Result<std::vector<QueryToken>> lex_query(std::string_view text) { return Lexer{text}.run(); }

}  // namespace dateline::searcher
