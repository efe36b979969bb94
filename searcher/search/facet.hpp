// The facets: what can be counted over the hits of a search. Options, JSON and text read this
// table.
//
// To add one: give FacetId a name and kFacets a row. A new way of counting is a branch in
// facet_counter.cpp. What it must count is said in tests/oracle/brute_force.cpp.
#pragma once

#include "common/date.hpp"
#include "common/schema/field.hpp"

#include <array>
#include <cstdint>
#include <string_view>

namespace dateline::searcher {

enum class FacetId : std::uint8_t {
    Person,
    Country,
    Day,
    Month,
    Year,
    Language,
    Source,
    Author,
    Pair,
    About,
    MentionedDay,
    MentionedMonth,
    MentionedYear,
};

/// What the values of a facet are.
enum class FacetWay : std::uint8_t {
    Names,    ///< the names in a field's column, spellings of one name together
    Periods,  ///< the days, months or years of a field's dates, in order of time
    Pairs,    ///< two names of a field in one article
};

struct FacetKind {
    FacetId id;
    std::string_view name;  ///< what options, JSON and text call it
    FieldId field;          ///< whose column is counted
    FacetWay way;
    Precision unit;  ///< of Periods: the finest that is told apart
    std::string_view summary;
};

inline constexpr auto kFacets = std::to_array<FacetKind>({
    {.id = FacetId::Person,
     .name = "person",
     .field = FieldId::Person,
     .way = FacetWay::Names,
     .unit = Precision::Day,
     .summary = "people the articles mention"},
    {.id = FacetId::Country,
     .name = "country",
     .field = FieldId::Country,
     .way = FacetWay::Names,
     .unit = Precision::Day,
     .summary = "countries they mention"},
    {.id = FacetId::Day,
     .name = "day",
     .field = FieldId::Date,
     .way = FacetWay::Periods,
     .unit = Precision::Day,
     .summary = "days of publication"},
    {.id = FacetId::Month,
     .name = "month",
     .field = FieldId::Date,
     .way = FacetWay::Periods,
     .unit = Precision::Month,
     .summary = "months of publication"},
    {.id = FacetId::Year,
     .name = "year",
     .field = FieldId::Date,
     .way = FacetWay::Periods,
     .unit = Precision::Year,
     .summary = "years of publication"},
    {.id = FacetId::Language,
     .name = "language",
     .field = FieldId::Language,
     .way = FacetWay::Names,
     .unit = Precision::Day,
     .summary = "languages, as ISO 639 codes"},
    {.id = FacetId::Source,
     .name = "source",
     .field = FieldId::Source,
     .way = FacetWay::Names,
     .unit = Precision::Day,
     .summary = "outlets that published them"},
    {.id = FacetId::Author,
     .name = "author",
     .field = FieldId::Byline,
     .way = FacetWay::Names,
     .unit = Precision::Day,
     .summary = "who wrote them"},
    {.id = FacetId::Pair,
     .name = "pair",
     .field = FieldId::Person,
     .way = FacetWay::Pairs,
     .unit = Precision::Day,
     .summary = "two people in one article"},
    {.id = FacetId::About,
     .name = "about",
     .field = FieldId::About,
     .way = FacetWay::Names,
     .unit = Precision::Day,
     .summary = "countries the articles are about"},
    {.id = FacetId::MentionedDay,
     .name = "mentioned-day",
     .field = FieldId::Mentions,
     .way = FacetWay::Periods,
     .unit = Precision::Day,
     .summary = "days that they speak of"},
    {.id = FacetId::MentionedMonth,
     .name = "mentioned-month",
     .field = FieldId::Mentions,
     .way = FacetWay::Periods,
     .unit = Precision::Month,
     .summary = "months that they speak of"},
    {.id = FacetId::MentionedYear,
     .name = "mentioned-year",
     .field = FieldId::Mentions,
     .way = FacetWay::Periods,
     .unit = Precision::Year,
     .summary = "years that they speak of"},
});

constexpr const FacetKind& facet_kind(FacetId id) { return kFacets[static_cast<std::size_t>(id)]; }

}  // namespace dateline::searcher
