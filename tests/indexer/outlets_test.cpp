#include "indexer/outlets.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace dateline::indexer;

namespace {

std::string name_of(const Outlet* outlet)
{
    return outlet == nullptr ? "none" : std::string{outlet->name};
}

}  // namespace

TEST_SUITE("indexer/outlets")
{
    TEST_CASE("an outlet is found by any of its names, in any case and without accents")
    {
        CHECK(name_of(find_outlet("reuters")) == "Reuters");
        CHECK(name_of(find_outlet("ITAR-TASS")) == "TASS");
        CHECK(name_of(find_outlet(" agencia brasil ")) == "Agência Brasil");
        CHECK(name_of(find_outlet("The Harbour Bugle")) == "none");
        CHECK(name_of(find_outlet("")) == "none");
        CHECK(name_of(find_outlet(std::string(1'000'000, 'x'))) == "none");
        CHECK(is_agency("EFE"));
        CHECK_FALSE(is_agency("The Guardian"));
    }

    TEST_CASE("a host stands for its subdomains, not for what only ends alike")
    {
        CHECK(name_of(outlet_of_host("themoscowtimes.com")) == "The Moscow Times");
        CHECK(name_of(outlet_of_host("edition.cnn.com")) == "CNN");
        CHECK(name_of(outlet_of_host("nottass.com")) == "none");
        CHECK(name_of(outlet_of_host("com")) == "none");
        CHECK(name_of(outlet_of_host("")) == "none");
    }

    TEST_CASE("a text may begin with an outlet's name")
    {
        CHECK(outlet_prefix("Reuters. Ministers met") == 7);
        CHECK(outlet_prefix("The New York Times said") == 18);
        CHECK(outlet_prefix("Reutersville is a town") == 0);
        CHECK(outlet_prefix("") == 0);
    }
}
