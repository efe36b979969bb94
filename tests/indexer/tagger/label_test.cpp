#include "indexer/tagger/label.hpp"

#include <doctest/doctest.h>
#include <vector>

namespace dateline::indexer {
namespace {

constexpr Label label(NameType type, PlaceInName place) { return label_of(type, place); }

constexpr Label kPersonBegin = label(NameType::Person, PlaceInName::Begin);
constexpr Label kPersonInside = label(NameType::Person, PlaceInName::Inside);
constexpr Label kPersonLast = label(NameType::Person, PlaceInName::Last);
constexpr Label kPersonUnit = label(NameType::Person, PlaceInName::Unit);
constexpr Label kPlaceLast = label(NameType::Place, PlaceInName::Last);
constexpr Label kPlaceUnit = label(NameType::Place, PlaceInName::Unit);

TEST_SUITE("indexer/tagger/label")
{
    TEST_CASE("labels say type and place, and are all different")
    {
        std::vector<bool> seen(kLabels);
        seen[kOutside] = true;
        for (const NameType type : {NameType::Person, NameType::Place, NameType::Organisation}) {
            for (const PlaceInName place :
                 {PlaceInName::Begin, PlaceInName::Inside, PlaceInName::Last, PlaceInName::Unit}) {
                const Label made = label_of(type, place);
                REQUIRE(made < kLabels);
                CHECK_FALSE(seen[made]);
                seen[made] = true;
                CHECK(type_of(made) == type);
                CHECK(place_of(made) == place);
            }
        }
        CHECK(label_of(NameType::Other, PlaceInName::Unit) == kOtherBegin);
        CHECK(label_of(NameType::Other, PlaceInName::Last) == kOtherInside);
        CHECK(type_of(kOtherInside) == NameType::Other);
    }

    TEST_CASE("what may follow what")
    {
        constexpr struct {
            std::size_t before;
            std::size_t next;
            bool may;
        } kRows[] = {
            {kMargin, kOutside, true},         {kMargin, kPersonBegin, true},
            {kMargin, kPersonInside, false},   {kMargin, kOtherInside, false},
            {kOutside, kPersonUnit, true},     {kOutside, kPersonLast, false},
            {kOutside, kMargin, true},         {kPersonBegin, kPersonInside, true},
            {kPersonBegin, kPersonLast, true}, {kPersonBegin, kPersonUnit, false},
            {kPersonBegin, kPlaceLast, false}, {kPersonBegin, kOutside, false},
            {kPersonBegin, kMargin, false},    {kPersonInside, kPersonLast, true},
            {kPersonInside, kMargin, false},   {kPersonLast, kPersonBegin, true},
            {kPersonLast, kMargin, true},      {kPersonUnit, kPlaceUnit, true},
            {kOtherBegin, kOtherInside, true}, {kOtherInside, kOtherBegin, true},
            {kOtherInside, kPersonUnit, true}, {kPersonUnit, kOtherInside, false},
        };
        for (const auto& c : kRows) {
            CAPTURE(c.before);
            CAPTURE(c.next);
            CHECK(may_follow(c.before, c.next) == c.may);
        }
    }

    TEST_CASE("labels spell names")
    {
        const std::vector<Label> labels{kPersonBegin, kPersonLast, kOutside,    kPlaceUnit,
                                        kPlaceUnit,   kOtherBegin, kOtherInside};
        std::vector<NameRange> names;
        append_names(labels, 10, names);
        CHECK(names == std::vector<NameRange>{{10, 12, NameType::Person},
                                              {13, 14, NameType::Place},
                                              {14, 15, NameType::Place},
                                              {15, 17, NameType::Other}});
    }

    TEST_CASE("labels that continue nothing begin a name")
    {
        const std::vector<Label> labels{kPersonLast, kPlaceLast, kOutside, kOtherInside};
        std::vector<NameRange> names{{0, 10, NameType::Place}};
        append_names(labels, 10, names);
        CHECK(names == std::vector<NameRange>{{0, 10, NameType::Place},
                                              {10, 11, NameType::Person},
                                              {11, 12, NameType::Place},
                                              {13, 14, NameType::Other}});
    }
}

}  // namespace
}  // namespace dateline::indexer
