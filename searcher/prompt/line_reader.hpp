// Where the prompt's lines come from: a person who edits them, or a pipe.
#pragma once

#include "searcher/prompt/line_completion.hpp"

#include <filesystem>
#include <functional>
#include <istream>
#include <memory>
#include <string>
#include <string_view>

namespace dateline::searcher {

enum class LineEnd : std::uint8_t {
    Line,       ///< a line was read
    Cancelled,  ///< Ctrl-C
    Over,       ///< Ctrl-D on an empty line, or the end of the pipe
};

class LineReader {
  public:
    LineReader() = default;
    LineReader(const LineReader&) = delete;
    LineReader& operator=(const LineReader&) = delete;
    virtual ~LineReader() = default;

    /// Reads the next line, without its end, of at most kMaxLineBytes: the rest of a longer one is
    /// dropped.
    virtual LineEnd read(std::string& line) = 0;
};

/// More than any query may have, so that one which is cut is refused.
inline constexpr std::size_t kMaxLineBytes = 16384;

/// Lines as they come, without a word.
std::unique_ptr<LineReader> piped_lines(std::istream& in);

/// What the text before the cursor may become.
using Completer = std::function<LineCompletion(std::string_view before)>;

/// Lines of the terminal that is standard input, edited with libedit (~/.editrc counts), which
/// history_file() remembers in `history`. Ctrl-C is to be caught by catch_cancels().
std::unique_ptr<LineReader> edited_lines(std::string prompt, std::filesystem::path history,
                                         Completer completer);

}  // namespace dateline::searcher
