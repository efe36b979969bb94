// Many texts in one file, parted by lines that all look alike: ten or more of one sign, or a form
// feed.
#include "indexer/input/byte_window.hpp"
#include "indexer/input/file_name.hpp"
#include "indexer/input/format.hpp"

#include <algorithm>
#include <optional>

namespace dateline::indexer {
namespace {

constexpr std::string_view kBlanks = " \t\r\n\f";
constexpr std::string_view kSigns = "=-*#_~+%";
constexpr std::size_t kLeastSigns = 10;

/// The sign of which a line consists ('\f' for a form feed alone); NUL if it parts nothing.
char separator_of(std::string_view line)
{
    if (line.starts_with('\f') && line.find_first_not_of(kBlanks) == std::string_view::npos) {
        return '\f';
    }
    while (!line.empty() && (line.back() == '\n' || line.back() == '\r' || line.back() == ' ')) {
        line.remove_suffix(1);
    }
    if (line.size() < kLeastSigns || kSigns.find(line[0]) == std::string_view::npos) {
        return '\0';
    }
    return line.find_first_not_of(line[0]) == std::string_view::npos ? line[0] : '\0';
}

bool is_blank(std::string_view text)
{
    return text.find_first_not_of(kBlanks) == std::string_view::npos;
}

class TextsReader final : public DumpReader {
  public:
    explicit TextsReader(ByteSource& bytes) : window_(bytes) {}

    Record next() override
    {
        while (!ended_) {
            const std::uint64_t line = line_;
            const std::uint64_t byte = window_.offset();
            auto text = next_text();
            if (window_.failed()) { break; }
            if (text && is_blank(*text)) { continue; }
            ++record_;
            if (!text) {
                Notice notice{.entry = std::to_string(record_), .line = line, .byte = byte};
                notice.reason = "too-long";
                notice.message = "the text is longer than 16 MiB";
                return notice;
            }
            RawDocument raw{.body = *std::move(text)};
            raw.unstructured = true;
            raw.record = record_;
            raw.line = line;
            raw.byte = byte;
            return raw;
        }
        ended_ = true;
        return EndOfDump{};
    }

  private:
    /// The lines up to the next separator, which is passed, too; nothing if they are too many.
    std::optional<std::string> next_text()
    {
        std::string text;
        bool fits = true;
        for (;;) {
            const std::string_view line = next_line();
            if (line.empty()) {
                ended_ = true;
                break;
            }
            const char sign = separator_of(line);
            const bool parts = sign != '\0' && (separator_ == '\0' || sign == separator_);
            if (parts) { separator_ = sign; }
            if (!parts) {
                fits = fits && text.size() + line.size() <= kMaxArticleBytes;
                if (fits) { text += line; }
            }
            window_.drop(line.size());
            ++line_;
            if (parts) { break; }
        }
        if (!fits) { return std::nullopt; }
        return text;
    }

    /// With its end; what is longer than an article comes in pieces. Empty at the end.
    std::string_view next_line()
    {
        for (std::size_t searched = 0;;) {
            const auto end = window_.view().find('\n', searched);
            if (end != std::string_view::npos) { return window_.view().substr(0, end + 1); }
            searched = window_.view().size();
            if (searched > kMaxArticleBytes || !window_.more()) { return window_.view(); }
        }
    }

    ByteWindow window_;
    char separator_ = '\0';  ///< the first one that came
    std::uint64_t record_ = 0;
    std::uint64_t line_ = 1;
    bool ended_ = false;
};

/// A text that begins with a separator and has it again is certain; others may just have a rule.
bool claims(std::string_view file_name, std::string_view first_bytes)
{
    if (!file_name.empty() && !has_ending(file_name, ".txt")) { return false; }
    if (is_binary(first_bytes)) { return false; }
    char first = '\0';
    while (!first_bytes.empty()) {
        const auto size = std::min(first_bytes.find('\n'), first_bytes.size() - 1) + 1;
        const std::string_view line = first_bytes.substr(0, size);
        first_bytes.remove_prefix(size);
        const char sign = separator_of(line);
        if (first == '\0' && sign == '\0' && !is_blank(line)) { return false; }
        if (first != '\0' && sign == first) { return true; }
        if (first == '\0') { first = sign; }
    }
    return false;
}

}  // namespace

extern const Format texts_format{
    .name = "texts",
    .summary = "many plain texts in a file, parted by lines of ten or more = - * # _ ~ + or %",
    .endings = ".txt",
    .magic = "the first line is such a line, and it comes again",
    .claims = claims,
    .open = [](const TextInput& input) -> std::unique_ptr<DumpReader> {
        return std::make_unique<TextsReader>(input.bytes);
    },
};

}  // namespace dateline::indexer
