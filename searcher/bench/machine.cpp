#include "searcher/bench/machine.hpp"

#include <array>
#include <cstdint>
#include <cstdlib>
#include <ctime>
#include <fstream>
#include <sys/utsname.h>
#include <thread>
#include <unistd.h>

namespace dateline::searcher {

std::string utc_now()
{
    const std::time_t now = std::time(nullptr);
    std::tm parts{};
    gmtime_r(&now, &parts);
    std::array<char, 32> text{};
    return {text.data(), std::strftime(text.data(), text.size(), "%Y-%m-%dT%H:%M", &parts)};
}

std::string machine_text()
{
    std::string processor = "unknown processor";
    std::ifstream cpuinfo{"/proc/cpuinfo"};
    for (std::string line; std::getline(cpuinfo, line);) {
        if (line.rfind("model name", 0) != 0) { continue; }
        processor = line.substr(line.find(':') + 2);
        break;
    }
    constexpr std::uint64_t kGiB = std::uint64_t{1} << 30U;
    const auto memory = static_cast<std::uint64_t>(sysconf(_SC_PHYS_PAGES)) *
                        static_cast<std::uint64_t>(sysconf(_SC_PAGESIZE));
    utsname system{};
    uname(&system);
    return processor + ", " + std::to_string(std::thread::hardware_concurrency()) + " cores, " +
           std::to_string((memory + kGiB / 2) / kGiB) + " GiB, " + system.sysname + ' ' +
           system.release;
}

double load()
{
    double last_minute = 0;
    return getloadavg(&last_minute, 1) == 1 ? last_minute : 0;
}

}  // namespace dateline::searcher
