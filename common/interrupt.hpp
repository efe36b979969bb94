// Ctrl-C: the first one asks for an orderly end, the second one ends at once; or, at a prompt, it
// cancels.
#pragma once

namespace dateline {

/// From here on SIGINT and SIGTERM set a flag; the second of them ends the process with 130.
void catch_interrupts();

/// Whether the run has been asked to end. Any thread may ask.
bool is_interrupted();

/// For a prompt: from here on SIGINT cancels what is being done or typed, as often as it comes.
/// Once in a process.
void catch_cancels();

/// Whether it has come since forget_cancel(). Any thread may ask.
bool is_cancelled();
void forget_cancel();

/// Waits until there is something to read, or its end; false if a cancel came, also before.
bool wait_for_input(int descriptor);

}  // namespace dateline
