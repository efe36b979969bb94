#include "indexer/credited_source.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::indexer::credited_source;

TEST_SUITE("indexer/credited_source")
{
    TEST_CASE("credits state a source, or name the agency or the paper whose story it was")
    {
        const struct {
            std::string part;
            std::string source;
        } cases[] = {
            {"Source: Evening Wire", "Evening Wire"},
            {"Con información de EFE", "EFE"},
            {"*Com informações da Reuters", "Reuters"},
            {"With reporting by AFP.", "AFP"},
            {"По материалам Reuters", "Reuters"},
            {"Do Jornal do Norte, em Manaus", "Jornal do Norte"},
            {"With Ann Lee", ""},
            {"Da Redação", ""},
            {"Ann Lee", ""},
            {"", ""},
            {"Source: " + std::string(200, 'x'), ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.part);
            CHECK(credited_source(c.part) == c.source);
        }
    }
}
