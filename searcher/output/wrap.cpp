#include "searcher/output/wrap.hpp"

#include "common/text/display_width.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>
#include <memory>
#include <unicode/brkiter.h>
#include <unicode/utext.h>

namespace dateline::searcher {
namespace {

/// ICU's dictionaries look at whole runs of Thai or Khmer: longer ones come in pieces.
constexpr std::size_t kMaxPieceBytes = 4096;

/// Thai to Khmer and beyond, and all that is wide: scripts that write without blanks, and emoji.
bool is_without_blanks(char32_t letter)
{
    return (letter >= 0x0E00 && letter < 0x2000) || letter >= 0x2E80;
}

char32_t letter_at(std::string_view text, std::size_t at)
{
    std::string_view rest = text.substr(at);
    return take_code_point(rest);
}

bool needs_unicode_rules(std::string_view text)
{
    while (!text.empty()) {
        if (is_without_blanks(take_code_point(text))) { return true; }
    }
    return false;
}

std::unique_ptr<icu::BreakIterator> make_line_breaks()
{
    UErrorCode status = U_ZERO_ERROR;
    return std::unique_ptr<icu::BreakIterator>{
        icu::BreakIterator::createLineInstance(icu::Locale::getRoot(), status)};
}

/// One for each thread: making it takes long, and using it changes it. Null if ICU has no rules.
icu::BreakIterator* line_breaks()
{
    thread_local const std::unique_ptr<icu::BreakIterator> breaks = make_line_breaks();
    // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDelete): it takes the thread_local for a local
    return breaks.get();
}

/// Where a line may begin: ascending offsets, the last one is the end of the text.
class WordStarts {
  public:
    explicit WordStarts(std::string_view text) : text_(text)
    {
        if (needs_unicode_rules(text)) {
            add_by_unicode();
        } else {
            add_blanks(text_.size());
        }
        starts_.push_back(text_.size());
    }

    [[nodiscard]] const std::vector<std::size_t>& offsets() const { return starts_; }

  private:
    /// Adds the words that begin behind blanks, before `end`.
    void add_blanks(std::size_t end)
    {
        while ((done_ = text_.find(' ', done_)) < end) {
            done_ = std::min(text_.find_first_not_of(' ', done_), end);
            starts_.push_back(done_);
        }
        done_ = end;
    }

    void add_by_unicode()
    {
        icu::BreakIterator* breaks = line_breaks();
        while (done_ < text_.size()) {
            std::size_t size = text_.size() - done_;
            if (size > kMaxPieceBytes) {
                const std::size_t most = character_border(text_, done_ + kMaxPieceBytes) - done_;
                const std::size_t blank = text_.substr(done_, most).rfind(' ');
                size = blank == std::string_view::npos ? most : blank + 1;
            }
            if (breaks == nullptr) {
                add_blanks(done_ + size);
            } else {
                add_piece(*breaks, text_.substr(done_, size));
            }
        }
    }

    void add_piece(icu::BreakIterator& breaks, std::string_view piece)
    {
        UErrorCode status = U_ZERO_ERROR;
        UText text = UTEXT_INITIALIZER;
        utext_openUTF8(&text, piece.data(), static_cast<std::int64_t>(piece.size()), &status);
        breaks.setText(&text, status);
        breaks.first();
        for (auto at = breaks.next(); at != icu::BreakIterator::DONE; at = breaks.next()) {
            const std::size_t start = done_ + static_cast<std::size_t>(at);
            if (is_good(start)) { starts_.push_back(start); }
        }
        utext_close(&text);
        done_ += piece.size();
    }

    /// Unicode would also break URLs at slashes and words at hyphens: they could not be copied.
    [[nodiscard]] bool is_good(std::size_t start) const
    {
        if (start == 0 || start >= text_.size()) { return false; }
        return text_[start - 1] == ' ' || is_without_blanks(letter_at(text_, start)) ||
               is_without_blanks(letter_at(text_, character_border(text_, start - 1)));
    }

    std::string_view text_;
    std::size_t done_ = 0;
    std::vector<std::size_t> starts_{};
};

class LineFiller {
  public:
    LineFiller(std::string_view text, const Wrapping& wrapping) : text_(text), wrapping_(wrapping)
    {
    }

    /// Takes the word from `begin` to `end`, blanks behind it included.
    void take(std::size_t begin, std::size_t end)
    {
        const std::size_t last = text_.substr(begin, end - begin).find_last_not_of(' ');
        if (last == std::string_view::npos) { return; }
        end = begin + last + 1;
        if (wrapping_.max_lines != kAllLines) { begin = break_wide(begin, end); }
        place(begin, end);
    }

    [[nodiscard]] std::vector<Line> finish() { return std::move(lines_); }

  private:
    void place(std::size_t begin, std::size_t end)
    {
        const std::size_t width = display_width(text_.substr(begin, end - begin));
        const std::size_t gap = lines_.empty() ? 0 : begin - lines_.back().end;
        if (!lines_.empty() && width_ + gap + width <= wrapping_.columns) {
            lines_.back().end = end;
            width_ += gap + width;
        } else {
            lines_.push_back({begin, end});
            width_ = width;
        }
    }

    /// Places full lines of a word that is too wide for one; returns where the rest begins.
    std::size_t break_wide(std::size_t begin, std::size_t end)
    {
        for (;;) {
            const std::string_view word = text_.substr(begin, end - begin);
            const std::size_t fits = bytes_that_fit(word, wrapping_.columns);
            if (fits == 0 || fits == word.size()) { return begin; }
            place(begin, begin + fits);
            begin += fits;
        }
    }

    std::string_view text_;
    const Wrapping& wrapping_;
    std::vector<Line> lines_{};
    std::size_t width_ = 0;  ///< of the last line
};

}  // namespace

std::vector<Line> wrap(std::string_view text, const Wrapping& wrapping)
{
    std::string_view seen = text;
    if (wrapping.max_lines != kAllLines) {
        // More than fits: whether there is a line too many says whether to cut.
        seen =
            text.substr(0, bytes_that_fit(text, (wrapping.columns + 1) * (wrapping.max_lines + 1)));
    }
    LineFiller filler{seen, wrapping};
    std::size_t begin = 0;
    const WordStarts starts{seen};
    for (const std::size_t end : starts.offsets()) {
        filler.take(begin, end);
        begin = end;
    }
    std::vector<Line> lines = filler.finish();
    if (lines.size() > wrapping.max_lines) {
        lines.resize(wrapping.max_lines);
        Line& last = lines.back();
        const auto fits = bytes_that_fit(seen.substr(last.begin), wrapping.columns - 1);
        last.end = last.begin + seen.substr(last.begin, fits).find_last_not_of(' ') + 1;
        last.cut = true;
    }
    return lines;
}

}  // namespace dateline::searcher
