#include "indexer/input/json_fields.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace dateline::indexer {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

/// A key that dumps use, in lower case.
struct KnownKey {
    std::string_view key;
    RawField field;
};

// For each field, the keys that are surest to mean it come first.
constexpr auto kKnownKeys = std::to_array<KnownKey>({
    {"id", RawField::Id},
    {"_id", RawField::Id},
    {"guid", RawField::Id},
    {"docno", RawField::Id},
    {"title", RawField::Title},
    {"headline", RawField::Title},
    {"body", RawField::Body},
    {"text", RawField::Body},
    {"content", RawField::Body},
    {"articlebody", RawField::Body},
    {"date", RawField::Date},
    {"published", RawField::Date},
    {"pubdate", RawField::Date},
    {"datepublished", RawField::Date},
    {"publication_date", RawField::Date},
    {"created_at", RawField::Date},
    {"url", RawField::Url},
    {"link", RawField::Url},
    {"source", RawField::Source},
    {"publisher", RawField::Source},
    {"outlet", RawField::Source},
    {"language", RawField::Language},
    {"lang", RawField::Language},
    {"byline", RawField::Byline},
    {"author", RawField::Byline},
    {"authors", RawField::Byline},
    {"people", RawField::People},
    {"persons", RawField::People},
    {"countries", RawField::Countries},
    {"places", RawField::Countries},
});

/// Where a field's value goes: a text, or a list of them.
struct Place {
    RawField field;
    std::string_view name;
    std::string RawDocument::*text;
    std::vector<std::string> RawDocument::*list;
    bool divided;  ///< a text of it is divided at , and ;
};

constexpr auto kPlaces = std::to_array<Place>({
    {RawField::Id, "id", &RawDocument::id, nullptr, false},
    {RawField::Title, "title", &RawDocument::title, nullptr, false},
    {RawField::Body, "body", &RawDocument::body, nullptr, false},
    {RawField::Date, "date", &RawDocument::date, nullptr, false},
    {RawField::Url, "url", &RawDocument::url, nullptr, false},
    {RawField::Source, "source", &RawDocument::source, nullptr, false},
    {RawField::Language, "language", &RawDocument::language, nullptr, false},
    {RawField::Byline, "byline", nullptr, &RawDocument::byline, false},
    {RawField::People, "people", nullptr, &RawDocument::people, true},
    {RawField::Countries, "countries", nullptr, &RawDocument::countries, true},
});

constexpr bool places_follow_the_enum()
{
    for (std::size_t row = 0; row < kPlaces.size(); ++row) {
        if (static_cast<std::size_t>(kPlaces[row].field) != row) { return false; }
    }
    return kPlaces.size() == kRawFieldCount;
}
static_assert(places_follow_the_enum(), "kPlaces needs one row per RawField, in its order");

std::string lower(std::string_view text)
{
    std::string result{text};
    std::transform(text.begin(), text.end(), result.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return result;
}

/// The row of kKnownKeys for a key in lower case, or the size of the table.
std::size_t known_row(std::string_view key)
{
    const auto row = std::find_if(kKnownKeys.begin(), kKnownKeys.end(),
                                  [&](const KnownKey& known) { return known.key == key; });
    return static_cast<std::size_t>(row - kKnownKeys.begin());
}

constexpr std::size_t kLongestKey = 64;     // longer ones mean nothing unless --map says so
constexpr std::size_t kMostListed = 10000;  // so that a list costs no more memory than its text

/// The elements of `value`, which is an array.
simdjson::dom::array elements_of(element value)
{
    simdjson::dom::array elements;
    [[maybe_unused]] const auto problem = value.get(elements);
    assert(problem == simdjson::SUCCESS);
    return elements;
}

bool is_empty(element value)
{
    return value.is_null() || (value.is_string() && value.get_string().value_unsafe().empty());
}

/// The text of a string or a number, or nothing.
std::optional<std::string> plain_text(element value)
{
    switch (value.type()) {
        case element_type::STRING:
            return std::string{value.get_string().value_unsafe()};
        case element_type::INT64:
        case element_type::UINT64:
        case element_type::DOUBLE:
            return simdjson::minify(value);
        default:
            return std::nullopt;
    }
}

/// The same, or the text of an object's "name".
std::optional<std::string> text_or_name(element value)
{
    if (!value.is_object()) { return plain_text(value); }
    simdjson::dom::object object;
    element name;
    if (value.get(object) != simdjson::SUCCESS ||
        object.at_key_case_insensitive("name").get(name) != simdjson::SUCCESS) {
        return std::nullopt;
    }
    return plain_text(name);
}

/// A text of paragraphs may be a list of them.
std::optional<std::string> joined_text(element value)
{
    if (!value.is_array()) { return plain_text(value); }
    std::string joined;
    for (const element part : elements_of(value)) {
        const auto text = plain_text(part);
        if (!text) { return std::nullopt; }
        joined += joined.empty() ? "" : "\n\n";
        joined += *text;
    }
    return joined;
}

/// Appends the parts between , and ;. False if there are too many.
bool append_divided(std::string_view text, std::vector<std::string>& list)
{
    constexpr std::string_view kBlanks = " \t\r\n";
    while (!text.empty()) {
        if (list.size() >= kMostListed) { return false; }
        const auto end = std::min(text.find_first_of(",;"), text.size());
        const std::string_view part = text.substr(0, end);
        const auto first = part.find_first_not_of(kBlanks);
        if (first != std::string_view::npos) {
            list.emplace_back(part.substr(first, part.find_last_not_of(kBlanks) + 1 - first));
        }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

/// False if a part of the value could not be used.
bool fill_list(const Place& place, element value, std::vector<std::string>& list)
{
    if (!value.is_array()) {
        auto text = text_or_name(value);
        if (!text) { return false; }
        if (place.divided) { return append_divided(*text, list); }
        list.push_back(std::move(*text));
        return true;
    }
    bool all_used = true;
    for (const element part : elements_of(value)) {
        if (is_empty(part)) { continue; }
        if (list.size() >= kMostListed) { return false; }
        auto text = text_or_name(part);
        all_used = all_used && text.has_value();
        if (text) { list.push_back(std::move(*text)); }
    }
    return all_used;
}

bool fill(const Place& place, element value, RawDocument& raw)
{
    if (place.list != nullptr) { return fill_list(place, value, raw.*place.list); }
    auto text = place.field == RawField::Body     ? joined_text(value)
                : place.field == RawField::Source ? text_or_name(value)
                                                  : plain_text(value);
    if (text) { raw.*place.text = std::move(*text); }
    return text.has_value();
}

}  // namespace

std::optional<RawField> raw_field(std::string_view key)
{
    const std::size_t row = key.size() > kLongestKey ? kKnownKeys.size() : known_row(lower(key));
    if (row == kKnownKeys.size()) { return std::nullopt; }
    return kKnownKeys[row].field;
}

JsonFields::JsonFields(const FieldMap& map)
{
    for (const auto& [theirs, ours] : map) { map_.insert_or_assign(lower(theirs), ours); }
}

std::optional<JsonFields::Meaning> JsonFields::meaning_of(std::string_view key) const
{
    if (key.size() > kLongestKey && map_.empty()) { return std::nullopt; }
    const std::string name = lower(key);
    if (const auto mapped = map_.find(name); mapped != map_.end()) {
        const auto field = raw_field(mapped->second);
        if (!field) { return std::nullopt; }
        return Meaning{*field, 0};
    }
    const std::size_t row = known_row(name);
    if (row == kKnownKeys.size()) { return std::nullopt; }
    return Meaning{kKnownKeys[row].field, row + 1};
}

RawDocument JsonFields::read(simdjson::dom::object object, std::vector<std::string>& unusable) const
{
    struct Choice {
        std::size_t rank = 0;
        element value{};
        bool made = false;
    };
    std::array<Choice, kRawFieldCount> choices{};
    for (const auto& [key, value] : object) {
        const auto meaning = meaning_of(key);
        if (!meaning || is_empty(value)) { continue; }
        Choice& choice = choices[static_cast<std::size_t>(meaning->field)];
        if (!choice.made || meaning->rank < choice.rank) { choice = {meaning->rank, value, true}; }
    }
    RawDocument raw;
    for (const Place& place : kPlaces) {
        const Choice& choice = choices[static_cast<std::size_t>(place.field)];
        if (choice.made && !fill(place, choice.value, raw)) {
            unusable.push_back("its " + std::string{place.name} +
                               (place.list == nullptr ? " is not a text" : " is not all names"));
        }
    }
    return raw;
}

}  // namespace dateline::indexer
