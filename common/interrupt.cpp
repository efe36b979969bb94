#include "common/interrupt.hpp"

#include "common/error.hpp"
#include "common/held_signals.hpp"

#include <array>
#include <atomic>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <iterator>
#include <poll.h>
#include <unistd.h>

namespace dateline {
namespace {

std::atomic<bool> interrupted = false;
std::atomic<bool> cancelled = false;
static_assert(std::atomic<bool>::is_always_lock_free, "a signal handler must not wait");

extern "C" void on_interrupt(int)
{
    if (interrupted.exchange(true)) { ::_exit(exit_code::kInterrupted); }
}

/// A pipe: who waits at its end is woken, whichever thread the signal comes to, and also if it
/// comes just before he waits.
std::array<int, 2> wake_up{-1, -1};

extern "C" void on_cancel(int)
{
    const int kept = errno;
    cancelled = true;
    [[maybe_unused]] const ssize_t sent = ::write(wake_up[1], "", 1);
    errno = kept;
}

void drain()
{
    char bytes[64];
    while (::read(wake_up[0], bytes, sizeof bytes) > 0) {}
}

}  // namespace

void catch_interrupts()
{
    struct sigaction action {};
    action.sa_handler = on_interrupt;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, nullptr);
    ::sigaction(SIGTERM, &action, nullptr);
}

void catch_cancels()
{
    if (::pipe2(wake_up.data(), O_CLOEXEC | O_NONBLOCK) != 0) { wake_up = {-1, -1}; }
    struct sigaction action {};
    action.sa_handler = on_cancel;
    action.sa_flags = SA_RESTART;
    ::sigaction(SIGINT, &action, nullptr);
}

bool is_interrupted() { return interrupted; }

bool is_cancelled() { return cancelled; }

void forget_cancel()
{
    cancelled = false;
    drain();
}

bool wait_for_input(int descriptor)
{
    pollfd waited[] = {{.fd = descriptor, .events = POLLIN, .revents = 0},
                       {.fd = wake_up[0], .events = POLLIN, .revents = 0},
                       {.fd = HeldSignals::descriptor(), .events = POLLIN, .revents = 0}};
    while (!is_cancelled()) {
        if (::poll(waited, std::size(waited), -1) <= 0) { continue; }
        if (waited[2].revents != 0) { return false; }
        if (waited[0].revents != 0) { break; }
        drain();  // of a cancel that was forgotten before its byte came
    }
    return !is_cancelled();
}

}  // namespace dateline
