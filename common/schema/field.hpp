// The schema of the index: what an article's fields are called and where the index keeps them.
//
// Both programs read this one table: the indexer writes terms and columns by it; the searcher
// builds its prefixes and filters from it, and its table of facets refers to it; --help and
// `dateline-index info` print it. To add a field, give FieldId a name, add its row, and raise
// kSchemaVersion.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace dateline {

/// Stored in every manifest; an index of another version is refused (IndexSchema).
inline constexpr int kSchemaVersion = 6;

enum class FieldId : std::uint8_t {
    Body,
    Title,
    Id,
    Byline,
    Date,
    Mentions,
    Person,
    Country,
    Source,
    Language,
    Host,
    Lead,
    Named,
    About,
    Furniture,
};

/// How a field's text becomes terms.
enum class FieldKind : std::uint8_t {
    Text,     ///< tokenized and stemmed, with a token stream: phrases work
    Words,    ///< tokenized, not stemmed: each word of the value is a term
    Stems,    ///< tokenized and stemmed, without a token stream: single words, no phrases
    Keyword,  ///< whole values as exact terms
    Day,      ///< a day: terms for the day (prefix), its month (M) and its year (Y)
};

/// What the columns file keeps of a field for each article, to count, filter and sort by.
enum class Column : std::uint8_t {
    None,
    Day,       ///< days since 1970-01-01 and the precision, or undated
    Ordinals,  ///< a sorted list of numbers into the index's names
};

/// One field. `prefix` is part of the index format: never change or reuse one.
struct Field {
    FieldId id;
    std::string_view name;    ///< what people type before the colon
    std::string_view prefix;  ///< Xapian term prefix; "" is the main text, X… is our own
    FieldKind kind;
    Column column;
    std::string_view example;  ///< a query that uses it
    std::string_view summary;
};

// Prefixes follow https://xapian.org/docs/omega/termprefixes.html.
inline constexpr auto kFields = std::to_array<Field>({
    {.id = FieldId::Body,
     .name = "body",
     .prefix = "",
     .kind = FieldKind::Text,
     .column = Column::None,
     .example = "\"climate summit\"",
     .summary = "words of the article, headline included"},
    {.id = FieldId::Title,
     .name = "title",
     .prefix = "S",
     .kind = FieldKind::Text,
     .column = Column::None,
     .example = "title:election",
     .summary = "words of the headline"},
    {.id = FieldId::Id,
     .name = "id",
     .prefix = "Q",
     .kind = FieldKind::Keyword,
     .column = Column::None,
     .example = "id:reuters/1",
     .summary = "the article's own identifier"},
    {.id = FieldId::Byline,
     .name = "byline",
     .prefix = "A",
     .kind = FieldKind::Words,
     .column = Column::Ordinals,
     .example = "byline:ommati",
     .summary = "words of the byline: who wrote it"},
    {.id = FieldId::Date,
     .name = "date",
     .prefix = "D",
     .kind = FieldKind::Day,
     .column = Column::Day,
     .example = "date:2019..2020-03",
     .summary = "day of publication"},
    {.id = FieldId::Mentions,
     .name = "mentions",
     .prefix = "XM",
     .kind = FieldKind::Day,
     .column = Column::None,
     .example = "mentions:2022-02-16",
     .summary = "a date that the text speaks of"},
    {.id = FieldId::Person,
     .name = "person",
     .prefix = "XP",
     .kind = FieldKind::Keyword,
     .column = Column::Ordinals,
     .example = "person:\"Angela Merkel\"",
     .summary = "people the article mentions"},
    {.id = FieldId::Country,
     .name = "country",
     .prefix = "N",
     .kind = FieldKind::Keyword,
     .column = Column::Ordinals,
     .example = "country:FR",
     .summary = "countries it mentions, as ISO 3166-1 codes or names"},
    {.id = FieldId::Source,
     .name = "source",
     .prefix = "XS",
     .kind = FieldKind::Keyword,
     .column = Column::Ordinals,
     .example = "source:tass",
     .summary = "the outlet that published it"},
    {.id = FieldId::Language,
     .name = "lang",
     .prefix = "L",
     .kind = FieldKind::Keyword,
     .column = Column::Ordinals,
     .example = "lang:es",
     .summary = "its language, as an ISO 639 code; und if unknown"},
    {.id = FieldId::Host,
     .name = "host",
     .prefix = "H",
     .kind = FieldKind::Keyword,
     .column = Column::None,
     .example = "host:example.org",
     .summary = "the host of its URL"},
    {.id = FieldId::Lead,
     .name = "lead",
     .prefix = "",  // postings do not tell where a word stands, token streams do
     .kind = FieldKind::Text,
     .column = Column::None,
     .example = "lead:ceasefire",
     .summary = "the first 100 words below the headline"},
    {.id = FieldId::Named,
     .name = "named",
     .prefix = "XN",
     .kind = FieldKind::Keyword,
     .column = Column::None,
     .example = "country:FR!",
     .summary = "countries called by their name or their people's, not only by a city"},
    {.id = FieldId::About,
     .name = "about",
     .prefix = "XA",
     .kind = FieldKind::Keyword,
     .column = Column::Ordinals,
     .example = "about:FR",
     .summary = "countries it is about: in its headline, its first words, or again and again"},
    {.id = FieldId::Furniture,
     .name = "furniture",
     .prefix = "XF",
     .kind = FieldKind::Stems,
     .column = Column::None,
     .example = "furniture:newsletter",
     .summary = "words around the article: menus, picture credits, related articles"},
});

/// Whether a field's values are countries, which people write in any notation.
constexpr bool holds_countries(FieldId id)
{
    return id == FieldId::Country || id == FieldId::Named || id == FieldId::About;
}

constexpr const Field& field(FieldId id) { return kFields[static_cast<std::size_t>(id)]; }

/// The first letters of the terms for a day, its month and its year, after the field's own prefix
/// ("" for Date, "XM" for Mentions): D20220216, M202202, Y2022.
inline constexpr char kDayLetter = 'D';
inline constexpr char kMonthLetter = 'M';
inline constexpr char kYearLetter = 'Y';

/// A headline word counts as this many in frequency and in length (contracts.md, "Meaning").
inline constexpr unsigned kTitleWeight = 3;

}  // namespace dateline
