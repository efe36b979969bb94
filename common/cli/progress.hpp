// The line on the terminal that tells how far a long run has come.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::cli {

/// How far a run has come.
struct Progress {
    std::uint64_t articles = 0;
    std::uint64_t text_bytes = 0;   ///< read so far, unpacked: what the rate is of
    std::uint64_t bytes_done = 0;   ///< of the files, packed as they are: what the share is of
    std::uint64_t bytes_total = 0;  ///< 0: unknown, as of standard input
    std::vector<std::pair<std::string, std::uint64_t>> skipped{};  ///< by reason, in this order
};

/// A screen that a line may be rewritten on.
struct Screen {
    bool there = false;     ///< false: a pipe or a file, which gets nothing
    unsigned columns = 80;  ///< longer lines are cut, since what wraps cannot be rewritten
    unsigned rows = 24;
};

/// The terminal behind a file descriptor, if it is one.
Screen screen_of(int file_descriptor);

/// Shows one line, over and over in the same place. Not thread-safe.
class ProgressLine {
  public:
    using Clock = std::function<std::chrono::steady_clock::time_point()>;

    /// `out` must outlive it. The run begins now.
    ProgressLine(std::ostream& out, Screen screen, Clock clock = &std::chrono::steady_clock::now);
    ProgressLine(const ProgressLine&) = delete;
    ProgressLine& operator=(const ProgressLine&) = delete;
    ~ProgressLine() { clear(); }

    /// Whether show() would show anything: it does so at most ten times a second.
    [[nodiscard]] bool due() const;
    void show(const Progress& progress);
    /// A text of harmless characters that take one column each.
    void show(std::string text);
    /// Takes the line off the screen, so that other output can follow.
    void clear();

  private:
    std::ostream& out_;
    Screen screen_;
    Clock clock_;
    std::chrono::steady_clock::time_point begin_;
    std::chrono::steady_clock::time_point due_;
    std::size_t shown_columns_ = 0;
};

/// What the line says after so much time:
/// `articles 12,345 · 1,234/s · 12.3 MB/s · 45 % · ETA 12 s · skipped 3 (bad-json 2, symlink 1)`.
std::string progress_text(const Progress& progress, std::chrono::milliseconds elapsed);

}  // namespace dateline::cli
