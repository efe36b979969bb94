// Ctrl-C: the first one asks for an orderly end, the second one ends at once.
#pragma once

namespace dateline {

/// From here on SIGINT and SIGTERM set a flag; the second of them ends the process with 130.
void catch_interrupts();

/// Whether the run has been asked to end. Any thread may ask.
bool is_interrupted();

}  // namespace dateline
