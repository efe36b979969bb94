#include "indexer/damage.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <sstream>

using namespace dateline;

TEST_SUITE("indexer/damage")
{
    TEST_CASE("of much damage the first lines and a count are told")
    {
        indexer::DamageList damages;
        for (int i = 0; i < 1100; ++i) { damages.add({"f", "bad\x1b" + std::to_string(i), "a"}); }
        std::ostringstream out;
        damages.print(out);
        const std::string text = out.str();
        CHECK(std::count(text.begin(), text.end(), '\n') == indexer::DamageList::kMostKept + 1);
        CHECK(text.starts_with("damaged: f: bad\\u{1B}0 (article a)\n"));
        CHECK(text.ends_with("damaged: and 1,076 more\n"));
    }
}
