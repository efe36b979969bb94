// When and where a run was made.
#pragma once

#include <string>

namespace dateline::compare {

/// YYYY-MM-DDTHH:MM, UTC.
std::string utc_now();

/// "Intel Xeon @ 3.00GHz, 2 cores, 24 GiB, Linux 6.1, load 0.05 at the start".
std::string machine_text();

}  // namespace dateline::compare
