// Markdown, an article in each file, with front matter (YAML between ---, TOML between +++) or
// without.
#include "indexer/input/markdown.hpp"

#include "common/text/ascii.hpp"
#include "common/text/lines.hpp"
#include "indexer/input/blanks.hpp"
#include "indexer/input/field_keys.hpp"
#include "indexer/input/file_name.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/whole_text.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

namespace dateline::indexer {
namespace {

std::string_view unquoted(std::string_view text)
{
    text = without_blanks(text);
    const bool quoted =
        text.size() >= 2 && (text[0] == '"' || text[0] == '\'') && text.back() == text[0];
    return quoted ? text.substr(1, text.size() - 2) : text;
}

/// What a value of front matter means: between double quotes \" and \\ stand for what is behind the
/// stroke, between single ones '' for one of them.
std::string unescaped(std::string_view value)
{
    value = without_blanks(value);
    const std::string_view inside = unquoted(value);
    if (inside.size() == value.size()) { return std::string{inside}; }
    const char escape = value.front() == '"' ? '\\' : '\'';
    std::string text;
    for (std::size_t n = 0; n < inside.size(); ++n) {
        const char next = n + 1 < inside.size() ? inside[n + 1] : '\0';
        const bool escapes = inside[n] == escape && (next == value.front() || next == escape);
        n += escapes ? 1 : 0;
        text += inside[n];
    }
    return text;
}

/// What stands between the marks, which are taken off `text` with it; nothing without front matter.
std::optional<std::string_view> take_front_matter(std::string_view& text)
{
    if (text.starts_with("\xef\xbb\xbf")) { text.remove_prefix(3); }
    std::string_view rest = text;
    const std::string_view mark = without_blanks(take_line(rest));
    if (mark != "---" && mark != "+++") { return std::nullopt; }
    const char* const begin = rest.data();
    while (!rest.empty()) {
        const std::string_view line = take_line(rest);
        if (without_blanks(line) != mark && !(mark == "---" && line == "...")) { continue; }
        text = rest;
        return std::string_view{begin, static_cast<std::size_t>(line.data() - begin)};
    }
    return std::nullopt;
}

/// Front matter as pairs: `key: value`, `key = "value"`, lists in brackets or as lines with a dash.
class FrontMatter {
  public:
    explicit FrontMatter(FieldKeys& keys) : keys_(keys) {}

    void read(std::string_view text, RawDocument& raw)
    {
        while (!text.empty()) {
            const std::string_view line = take_line(text);
            const std::string_view content = without_blanks(line);
            if (content.starts_with("- ") && place_ != nullptr) {
                put(content.substr(2), raw);
                continue;
            }
            const auto mark = content.find_first_of(":=");
            if (mark == std::string_view::npos || line.starts_with(' ')) { continue; }
            choose(without_blanks(content.substr(0, mark)));
            put_value(without_blanks(content.substr(mark + 1)), raw);
        }
    }

  private:
    void choose(std::string_view key)
    {
        place_ = nullptr;
        const auto meaning = keys_.meaning_of(unquoted(key));
        if (!meaning) { return; }
        auto& rank = ranks_[static_cast<std::size_t>(meaning->field)];
        if (rank != 0 && rank <= meaning->rank + 1) { return; }
        rank = meaning->rank + 1;
        place_ = &field_place(meaning->field);
    }

    void put_value(std::string_view value, RawDocument& raw)
    {
        if (!value.starts_with('[') || !value.ends_with(']')) { return put(value, raw); }
        value = value.substr(1, value.size() - 2);
        while (!value.empty()) {
            const auto comma = std::min(value.find(','), value.size());
            put(value.substr(0, comma), raw);
            value.remove_prefix(std::min(comma + 1, value.size()));
        }
    }

    void put(std::string_view value, RawDocument& raw)
    {
        std::string text = unescaped(value);
        if (place_ != nullptr && !text.empty()) { put_text(*place_, std::move(text), raw); }
    }

    FieldKeys& keys_;
    const FieldPlace* place_ = nullptr;
    std::array<std::size_t, kRawFieldCount> ranks_{};
};

/// A line without the signs at its front: # > and the like.
std::string_view without_block_signs(std::string_view line)
{
    const auto first = line.find_first_not_of(" \t");
    if (first == std::string_view::npos) { return {}; }
    std::string_view rest = line.substr(first);
    while (rest.starts_with('>')) { rest = rest.substr(rest.starts_with("> ") ? 2 : 1); }
    const auto level = std::min(rest.find_first_not_of('#'), rest.size());
    if (level > 0 && level <= 6 && (level == rest.size() || rest[level] == ' ')) {
        rest = without_blanks(rest.substr(level));
        const auto last = rest.find_last_not_of('#');
        return without_blanks(rest.substr(0, last == std::string_view::npos ? 0 : last + 1));
    }
    return rest.data() == line.data() + first ? line : rest;
}

/// Whether a line is a rule or the fence of code.
bool is_rule(std::string_view line)
{
    line = without_blanks(line);
    if (line.starts_with("```") || line.starts_with("~~~")) { return true; }
    return line.size() >= 3 && std::string_view{"-*_="}.find(line[0]) != std::string_view::npos &&
           line.find_first_not_of(std::string{line[0], ' '}) == std::string_view::npos;
}

/// "[words](url)" at the front of `text`: appends the words, unless it is an image, and takes it
/// off. False: it is none.
bool take_link(std::string_view& text, bool is_image, std::string& out)
{
    constexpr std::size_t kLongest = 4096;
    const std::string_view near = text.substr(0, kLongest);
    const auto middle = near.find("](");
    if (middle == std::string_view::npos) { return false; }
    const auto end = near.find(')', middle);
    if (end == std::string_view::npos || near.substr(0, middle).find('\n') < middle) {
        return false;
    }
    if (!is_image) { out += near.substr(1, middle - 1); }
    text.remove_prefix(end + 1);
    return true;
}

bool is_word_part(char byte) { return ascii::is_letter_or_digit(byte) || !ascii::is_ascii(byte); }

void append_inline(std::string_view line, std::string& out)
{
    while (!line.empty()) {
        const auto sign = std::min(line.find_first_of("\\*_`[!"), line.size());
        out += line.substr(0, sign);
        line.remove_prefix(sign);
        if (line.empty()) { return; }
        const bool is_image = line.starts_with("![");
        if (is_image || line[0] == '[') {
            std::string_view link = is_image ? line.substr(1) : line;
            if (take_link(link, is_image, out)) {
                line = link;
                continue;
            }
        }
        const bool escaped = line[0] == '\\' && line.size() > 1;
        // An underscore inside a word belongs to it; stars and backticks do not.
        const bool in_word = line[0] == '_' && !out.empty() && is_word_part(out.back()) &&
                             line.size() > 1 && is_word_part(line[1]);
        const bool drop = line[0] == '*' || line[0] == '`' || (line[0] == '_' && !in_word);
        const bool is_bullet = line.starts_with("* ") && (out.empty() || out.back() == '\n');
        if (escaped) { line.remove_prefix(1); }
        if (!drop || escaped || is_bullet) { out += line[0]; }
        line.remove_prefix(1);
    }
}

class MarkdownReader final : public DumpReader {
  public:
    explicit MarkdownReader(const TextInput& input) : bytes_(input.bytes), keys_(input.map) {}

    Record next() override
    {
        if (done_) { return EndOfDump{}; }
        done_ = true;
        auto whole = read_whole_text(bytes_);
        if (!std::holds_alternative<std::string>(whole)) { return as_record(std::move(whole)); }
        std::string_view text = std::get<std::string>(whole);
        RawDocument raw;
        if (const auto matter = take_front_matter(text)) { FrontMatter{keys_}.read(*matter, raw); }
        if (!raw.body.empty()) { raw.body.clear(); }  // the text is what stands below
        std::string_view rest = text;
        if (raw.title.empty()) { take_title(rest, raw); }
        raw.body = markdown_text(rest);
        raw.unstructured = raw.title.empty();
        raw.record = 1;
        raw.line = 1;
        return raw;
    }

    [[nodiscard]] std::vector<FieldUse> fields() const override { return keys_.uses(); }

  private:
    /// The first heading, if nothing stands before it.
    static void take_title(std::string_view& text, RawDocument& raw)
    {
        std::string_view rest = text;
        std::string_view line;
        while (!rest.empty() && without_blanks(line).empty()) { line = take_line(rest); }
        if (!without_blanks(line).starts_with("# ")) { return; }
        append_inline(without_block_signs(line), raw.title);
        text = rest;
    }

    ByteSource& bytes_;
    FieldKeys keys_;
    bool done_ = false;
};

bool claims(std::string_view file_name, std::string_view first_bytes)
{
    return ending_among(file_name, ".md .markdown") != 0 && !is_binary(first_bytes);
}

}  // namespace

std::string markdown_text(std::string_view markdown)
{
    std::string text;
    text.reserve(markdown.size());
    while (!markdown.empty()) {
        const std::string_view line = take_line(markdown);
        if (!is_rule(line)) { append_inline(without_block_signs(line), text); }
        text += '\n';
    }
    return text;
}

extern const Format markdown_format{
    .name = "markdown",
    .summary = "Markdown, an article in each file, with front matter or without",
    .endings = ".md .markdown",
    .magic = "",
    .claims = claims,
    .open = [](const TextInput& input) -> std::unique_ptr<DumpReader> {
        return std::make_unique<MarkdownReader>(input);
    },
};

}  // namespace dateline::indexer
