#include "indexer/input/json_fields.hpp"

#include <algorithm>
#include <array>
#include <cassert>
#include <utility>

namespace dateline::indexer {
namespace {

using simdjson::dom::element;
using simdjson::dom::element_type;

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

/// False if a part of the value could not be used.
bool fill_list(const FieldPlace& place, element value, RawDocument& raw)
{
    auto& list = raw.*place.list;
    if (!value.is_array()) {
        auto text = text_or_name(value);
        if (!text) { return false; }
        return put_text(place, std::move(*text), raw);
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

bool fill(const FieldPlace& place, element value, RawDocument& raw)
{
    if (place.list != nullptr) { return fill_list(place, value, raw); }
    auto text = place.field == RawField::Body     ? joined_text(value)
                : place.field == RawField::Source ? text_or_name(value)
                                                  : plain_text(value);
    if (text) { raw.*place.text = std::move(*text); }
    return text.has_value();
}

}  // namespace

RawDocument JsonFields::read(simdjson::dom::object object, std::vector<std::string>& unusable)
{
    struct Choice {
        std::size_t rank = 0;
        element value{};
        bool made = false;
    };
    std::array<Choice, kRawFieldCount> choices{};
    for (const auto& [key, value] : object) {
        const auto meaning = keys_.meaning_of(key);
        if (!meaning || is_empty(value)) { continue; }
        Choice& choice = choices[static_cast<std::size_t>(meaning->field)];
        if (!choice.made || meaning->rank < choice.rank) { choice = {meaning->rank, value, true}; }
    }
    RawDocument raw;
    for (std::size_t field = 0; field < kRawFieldCount; ++field) {
        const FieldPlace& place = field_place(static_cast<RawField>(field));
        const Choice& choice = choices[field];
        if (choice.made && !fill(place, choice.value, raw)) {
            unusable.push_back("its " + std::string{place.name} +
                               (place.list == nullptr ? " is not a text" : " is not all names"));
        }
    }
    return raw;
}

}  // namespace dateline::indexer
