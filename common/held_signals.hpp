// Signals that have to wait until a terminal is in order: before a process stops or ends, after it
// goes on, when the terminal has another size.
#pragma once

#include <array>
#include <csignal>

namespace dateline {

/// While one lives, SIGTSTP, SIGCONT, SIGWINCH, SIGHUP, SIGQUIT and SIGTERM only wait to be taken.
/// They end wait_for_input(), which is false then without is_cancelled(). One that nobody has taken
/// comes at the end of its life; one that was ignored before stays so. One at a time.
class HeldSignals {
  public:
    HeldSignals();
    HeldSignals(const HeldSignals&) = delete;
    HeldSignals& operator=(const HeldSignals&) = delete;
    ~HeldSignals();

    /// Takes the one that has waited longest; 0 if none has come.
    static int take();

    /// Lets one that was taken do its work: the process ends, or stops and goes on from here.
    void let(int signal);

    /// What can be read while one waits; -1 before the first object.
    static int descriptor();

  private:
    static constexpr std::array kSignals{SIGTSTP, SIGCONT, SIGWINCH, SIGHUP, SIGQUIT, SIGTERM};

    void hold(std::size_t index);

    std::array<struct sigaction, kSignals.size()> before_{};
};

}  // namespace dateline
