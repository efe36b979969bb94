#include "indexer/stated_mentions.hpp"

#include <doctest/doctest.h>

using dateline::FieldId;
using dateline::Mention;
using dateline::indexer::StatedMentions;

TEST_SUITE("indexer/stated_mentions")
{
    TEST_CASE("who and what a field states is mentioned once, as it is known")
    {
        std::vector<Mention> mentions;
        StatedMentions stated{mentions};
        stated.add_person("Baker, James");
        stated.add_person("james-baker");
        stated.add_person("-");
        CHECK(stated.add_country("peru"));
        CHECK(stated.add_country("PE"));
        CHECK(stated.add_country(""));
        CHECK_FALSE(stated.add_country("Atlantis"));
        REQUIRE(mentions.size() == 2);
        CHECK(mentions[0].field == FieldId::Person);
        CHECK(mentions[0].value == "James Baker");
        CHECK(mentions[0].text == "Baker, James");
        CHECK(mentions[1].field == FieldId::Country);
        CHECK(mentions[1].value == "PE");
        CHECK(mentions[1].text == "peru");
        for (const Mention& mention : mentions) {
            CHECK(mention.where == FieldId::Id);
            CHECK(mention.rule == "field");
        }
    }
}
