// A program of ours in a terminal, as a person sits before it.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::tests {

/// Started at once in a terminal of its own; killed at the end of its life if it still runs.
class PseudoTerminal {
  public:
    using Environment = std::vector<std::pair<std::string, std::string>>;

    /// `program` is one of ours, or a path from the root. The terminal is an xterm of so many
    /// columns and 24 lines; `environment` is added to the tests' own, without NO_COLOR, PAGER and
    /// LESS.
    PseudoTerminal(const std::string& program, const std::vector<std::string>& arguments,
                   unsigned columns = 80, const Environment& environment = {});
    PseudoTerminal(const PseudoTerminal&) = delete;
    PseudoTerminal& operator=(const PseudoTerminal&) = delete;
    ~PseudoTerminal();

    /// What the screen is sent up to the end of the next `text`, waited for. Everything that is
    /// left if the program ends before, or if ten seconds bring nothing.
    std::string until(std::string_view text);
    /// Everything that is left, up to the program's end.
    std::string rest();
    /// Presses keys.
    void type(std::string_view keys) const;
    /// What a window does that is made wider or narrower.
    void resize(unsigned columns) const;
    /// Whether the terminal shows what is typed and hands on whole lines: as programs are to leave
    /// it.
    [[nodiscard]] bool is_in_order() const;
    /// Sends the program a signal.
    void send(int signal) const;
    /// Waits for the end; its exit code, or 128 + signal.
    int wait();

  private:
    bool read_more();

    int process_ = -1;
    int screen_ = -1;
    std::string unread_{};
    bool is_silent_ = false;  ///< nothing came for too long
};

}  // namespace dateline::tests
