#include "tests/crash/support/scale.hpp"

#include <cstdlib>
#include <iostream>

namespace dateline::tests {
namespace {

bool is_soak()
{
    const char* const value = std::getenv("DATELINE_SOAK");
    return value != nullptr && std::string_view{value} == "1";
}

std::uint32_t choose_seed()
{
    const char* const given = std::getenv("DATELINE_SEED");
    if (given != nullptr) { return static_cast<std::uint32_t>(std::strtoul(given, nullptr, 10)); }
    return is_soak() ? std::random_device{}() : 1U;
}

}  // namespace

std::size_t in_scale(std::size_t in_ci, std::size_t in_soak) { return is_soak() ? in_soak : in_ci; }

Dice::Dice(std::string_view harness) : seed_(choose_seed()), random_(seed_)
{
    tell(harness, "DATELINE_SEED=" + std::to_string(seed_));
}

void tell(std::string_view harness, const std::string& text)
{
    std::cout << "crash: " << harness << ": " << text << std::endl;
}

}  // namespace dateline::tests
