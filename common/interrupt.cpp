#include "common/interrupt.hpp"

#include "common/error.hpp"

#include <atomic>
#include <csignal>
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

extern "C" void on_cancel(int) { cancelled = true; }

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
    struct sigaction action {};
    action.sa_handler = on_cancel;
    ::sigaction(SIGINT, &action, nullptr);
}

bool is_interrupted() { return interrupted; }

bool is_cancelled() { return cancelled; }

void forget_cancel() { cancelled = false; }

}  // namespace dateline
