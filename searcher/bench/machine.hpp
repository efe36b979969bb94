// When and where a run was made.
#pragma once

#include <string>

namespace dateline::searcher {

/// YYYY-MM-DDTHH:MM, UTC.
std::string utc_now();

/// "Intel Xeon @ 3.00GHz, 2 cores, 24 GiB, Linux 6.1".
std::string machine_text();

/// How many processes wanted to run on average over the last minute; 0 if the system does not say.
double load();

}  // namespace dateline::searcher
