// What the build itself promises.
#include <doctest/doctest.h>
#include <string_view>

TEST_SUITE("build")
{
#if !defined(NDEBUG)
    TEST_CASE("a development build has the address and undefined-behaviour sanitizers")
    {
#ifdef __SANITIZE_ADDRESS__
        constexpr bool kHasAddressSanitizer = true;
#else
        constexpr bool kHasAddressSanitizer = false;
#endif
        CHECK(kHasAddressSanitizer);
#ifdef DATELINE_SANITIZE
        constexpr std::string_view kSanitizers = DATELINE_SANITIZE;
#else
        constexpr std::string_view kSanitizers;
#endif
        CHECK(kSanitizers.find("undefined") != std::string_view::npos);
    }
#endif
}
