#include "indexer/interrupt.hpp"

#include "common/error.hpp"

#include <csignal>
#include <unistd.h>

namespace dateline::indexer {
namespace {

volatile std::sig_atomic_t interrupts = 0;

extern "C" void on_interrupt(int)
{
    if (interrupts != 0) { ::_exit(exit_code::kInterrupted); }
    interrupts = 1;
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

bool is_interrupted() { return interrupts != 0; }

}  // namespace dateline::indexer
