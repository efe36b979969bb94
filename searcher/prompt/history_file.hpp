// What was asked at the prompt before: a file of lines, of which the last ones count.
#pragma once

#include "common/result.hpp"

#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::searcher {

inline constexpr std::size_t kHistoryLines = 1000;

/// $XDG_STATE_HOME/dateline/history, or ~/.local/state/dateline/history; empty if the environment
/// names neither folder.
std::filesystem::path history_path();

class HistoryFile {
  public:
    /// Nothing is remembered with an empty path.
    explicit HistoryFile(std::filesystem::path path) : path_(std::move(path)) {}

    /// The last kHistoryLines of its lines, oldest first; without those that are no UTF-8 or could
    /// do something to a terminal. A file of more than twice as many lines is cut to these.
    [[nodiscard]] std::vector<std::string> read() const;

    /// Appends a line, making the file (for its owner alone) and its folders. Several prompts may
    /// write at the same time. What cannot be written is not remembered.
    void add(std::string_view line) const;

  private:
    std::filesystem::path path_;
};

}  // namespace dateline::searcher
