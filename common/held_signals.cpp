#include "common/held_signals.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <unistd.h>

namespace dateline {
namespace {

/// A pipe through which the signals' numbers go. Never closed: a handler may still write to it.
std::array<int, 2> waiting{-1, -1};

extern "C" void on_held(int signal)
{
    const int kept = errno;
    const char byte = static_cast<char>(signal);
    [[maybe_unused]] const ssize_t sent = ::write(waiting[1], &byte, 1);
    errno = kept;
}

}  // namespace

HeldSignals::HeldSignals()
{
    if (waiting[0] < 0 && ::pipe2(waiting.data(), O_CLOEXEC | O_NONBLOCK) != 0) {
        waiting = {-1, -1};
    }
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        ::sigaction(kSignals[i], nullptr, &before_[i]);
        hold(i);
    }
}

HeldSignals::~HeldSignals()
{
    for (std::size_t i = 0; i < kSignals.size(); ++i) {
        ::sigaction(kSignals[i], &before_[i], nullptr);
    }
    while (const int signal = take()) { ::raise(signal); }
}

void HeldSignals::hold(std::size_t index)
{
    if (before_[index].sa_handler == SIG_IGN || waiting[0] < 0) { return; }
    struct sigaction action {};
    action.sa_handler = on_held;
    action.sa_flags = SA_RESTART;
    ::sigaction(kSignals[index], &action, nullptr);
}

int HeldSignals::take()
{
    char byte = 0;
    return ::read(waiting[0], &byte, 1) == 1 ? byte : 0;
}

void HeldSignals::let(int signal)
{
    const auto found = std::find(kSignals.begin(), kSignals.end(), signal);
    if (found == kSignals.end()) { return; }
    const auto index = static_cast<std::size_t>(found - kSignals.begin());
    ::sigaction(signal, &before_[index], nullptr);
    ::raise(signal);
    hold(index);
}

int HeldSignals::descriptor() { return waiting[0]; }

}  // namespace dateline
