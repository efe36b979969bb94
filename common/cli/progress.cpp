#include "common/cli/progress.hpp"

#include "common/text/number.hpp"
#include "common/text/terminal.hpp"

#include <algorithm>
#include <sys/ioctl.h>
#include <unistd.h>

namespace dateline::cli {
namespace {

using namespace std::chrono_literals;

constexpr auto kBetweenLines = 100ms;
constexpr std::string_view kDot = " · ";

/// `count` in each second.
std::uint64_t rate(std::uint64_t count, std::chrono::milliseconds elapsed)
{
    return static_cast<std::uint64_t>(static_cast<double>(count) * 1000.0 /
                                      static_cast<double>(elapsed.count()));
}

/// "12 s", "3 min 20 s", "2 h 5 min".
std::string duration_text(std::uint64_t seconds)
{
    const auto text = [](std::uint64_t number, const char* unit) {
        return std::to_string(number) + unit;
    };
    if (seconds < 60) { return text(seconds, " s"); }
    if (seconds < 3600) { return text(seconds / 60, " min ") + text(seconds % 60, " s"); }
    return text(seconds / 3600, " h ") + text(seconds % 3600 / 60, " min");
}

std::string share_text(const Progress& progress, std::chrono::milliseconds elapsed)
{
    const double done = static_cast<double>(progress.bytes_done);
    const double total = static_cast<double>(progress.bytes_total);
    const auto percent = static_cast<std::uint64_t>(std::min(100.0, 100.0 * done / total));
    std::string text = std::string{kDot} + std::to_string(percent) + " %";
    if (progress.bytes_done != 0 && elapsed >= 1s) {
        const double seconds = std::chrono::duration<double>{elapsed}.count();
        const double left = std::max(0.0, total - done) / done * seconds;
        text += std::string{kDot} + "ETA " + duration_text(static_cast<std::uint64_t>(left));
    }
    return text;
}

std::string skipped_text(const Progress& progress)
{
    std::uint64_t sum = 0;
    std::string reasons;
    for (const auto& [reason, count] : progress.skipped) {
        sum += count;
        reasons += (reasons.empty() ? "" : ", ") + printable(reason) + ' ' + with_commas(count);
    }
    if (sum == 0) { return {}; }
    return std::string{kDot} + "skipped " + with_commas(sum) + " (" + reasons + ')';
}

/// How many columns `text` takes: it consists of characters of one column.
std::size_t columns_of(std::string_view text)
{
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char byte) {
        return (static_cast<unsigned char>(byte) & 0xc0U) != 0x80U;
    }));
}

void cut_to(std::string& text, std::size_t columns)
{
    while (columns_of(text) > columns) { text.pop_back(); }
}

}  // namespace

Screen screen_of(int file_descriptor)
{
    Screen screen{.there = isatty(file_descriptor) == 1};
    winsize size = {};
    if (!screen.there || ioctl(file_descriptor, TIOCGWINSZ, &size) != 0) { return screen; }
    if (size.ws_col != 0) { screen.columns = size.ws_col; }
    if (size.ws_row != 0) { screen.rows = size.ws_row; }
    return screen;
}

std::string progress_text(const Progress& progress, std::chrono::milliseconds elapsed)
{
    std::string text = "articles " + with_commas(progress.articles);
    if (elapsed > 0ms) {
        text += std::string{kDot} + with_commas(rate(progress.articles, elapsed)) + "/s";
        text += std::string{kDot} + with_unit(rate(progress.text_bytes, elapsed)) + "/s";
    }
    if (progress.bytes_total != 0) { text += share_text(progress, elapsed); }
    return text + skipped_text(progress);
}

ProgressLine::ProgressLine(std::ostream& out, Screen screen, Clock clock)
    : out_(out), screen_(screen), clock_(std::move(clock)), begin_(clock_()), due_(begin_)
{
}

bool ProgressLine::due() const { return screen_.there && clock_() >= due_; }

void ProgressLine::show(const Progress& progress)
{
    if (!due()) { return; }
    const auto elapsed = std::chrono::duration_cast<std::chrono::milliseconds>(clock_() - begin_);
    show(progress_text(progress, elapsed));
}

void ProgressLine::show(std::string text)
{
    if (!due()) { return; }
    due_ = clock_() + kBetweenLines;
    cut_to(text, screen_.columns > 1 ? screen_.columns - 1 : 1);
    const std::size_t columns = columns_of(text);
    if (shown_columns_ > columns) { text.append(shown_columns_ - columns, ' '); }
    shown_columns_ = columns;
    out_ << '\r' << text << std::flush;
}

void ProgressLine::clear()
{
    if (shown_columns_ == 0) { return; }
    out_ << '\r' << std::string(shown_columns_, ' ') << '\r' << std::flush;
    shown_columns_ = 0;
}

}  // namespace dateline::cli
