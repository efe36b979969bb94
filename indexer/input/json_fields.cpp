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
std::optional<std::string> text_of_scalar(element value)
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

/// Keys under which an object that stands for a text holds it: of people and outlets, WordPress'
/// interface, feeds, JSON-LD, XML made into JSON, MongoDB's exports.
constexpr auto kTextKeys = std::to_array<std::string_view>(
    {"name", "rendered", "value", "text", "@value", "#text", "$t", "$date", "$oid", "$numberLong"});

/// Likewise of an object that wraps such a text; MongoDB's dates are wrapped twice.
std::optional<std::string> plain_text(element value)
{
    for (int depth = 0; value.is_object() && depth < 2; ++depth) {
        simdjson::dom::object object;
        if (value.get(object) != simdjson::SUCCESS) { return std::nullopt; }
        const auto has = [&](std::string_view key) {
            return object.at_key_case_insensitive(key).get(value) == simdjson::SUCCESS;
        };
        if (std::none_of(kTextKeys.begin(), kTextKeys.end(), has)) { return std::nullopt; }
    }
    return text_of_scalar(value);
}

/// A text of paragraphs may be a list of them. One of texts and objects is a text in which the
/// objects are bold, links and the like: Telegram's exports.
std::optional<std::string> joined_text(element value)
{
    if (!value.is_array()) { return plain_text(value); }
    const auto elements = elements_of(value);
    const auto objects = std::count_if(elements.begin(), elements.end(),
                                       [](element part) { return part.is_object(); });
    const bool is_inline = objects > 0 && static_cast<std::size_t>(objects) < elements.size();
    std::string joined;
    for (const element part : elements) {
        const auto text = plain_text(part);
        if (!text) { return std::nullopt; }
        joined += joined.empty() || is_inline ? "" : "\n\n";
        joined += *text;
    }
    return joined;
}

/// False if a part of the value could not be used.
bool fill_list(const FieldPlace& place, element value, RawDocument& raw)
{
    auto& list = raw.*place.list;
    if (!value.is_array()) {
        auto text = plain_text(value);
        if (!text) { return false; }
        return put_text(place, std::move(*text), raw);
    }
    bool all_used = true;
    for (const element part : elements_of(value)) {
        if (is_empty(part)) { continue; }
        if (list.size() >= kMostListed) { return false; }
        auto text = plain_text(part);
        all_used = all_used && text.has_value();
        if (text) { list.push_back(std::move(*text)); }
    }
    return all_used;
}

bool fill(const FieldPlace& place, element value, RawDocument& raw)
{
    if (place.list != nullptr) { return fill_list(place, value, raw); }
    auto text = place.field == RawField::Body ? joined_text(value) : plain_text(value);
    if (text) { raw.*place.text = std::move(*text); }
    return text.has_value();
}

/// For each field, the value that the surest key has.
class Choices {
  public:
    struct Choice {
        std::size_t rank = 0;
        element value{};
        bool made = false;
    };

    void add(simdjson::dom::object object, FieldKeys& keys)
    {
        for (const auto& [key, value] : object) {
            if (value.is_object() && is_wrapper_key(key)) { continue; }
            const auto meaning = keys.meaning_of(key);
            if (!meaning || is_empty(value)) { continue; }
            Choice& choice = choices_[static_cast<std::size_t>(meaning->field)];
            if (!choice.made || meaning->rank < choice.rank) {
                choice = {meaning->rank, value, true};
            }
        }
    }
    [[nodiscard]] const Choice& of(RawField field) const
    {
        return choices_[static_cast<std::size_t>(field)];
    }

  private:
    std::array<Choice, kRawFieldCount> choices_{};
};

}  // namespace

RawDocument JsonFields::read(simdjson::dom::object object, std::vector<std::string>& unusable)
{
    Choices choices;
    choices.add(object, keys_);
    for (const auto& [key, value] : object) {
        simdjson::dom::object inner;
        const bool is_wanted = !choices.of(RawField::Body).made && is_wrapper_key(key);
        if (is_wanted && value.get(inner) == simdjson::SUCCESS) { choices.add(inner, keys_); }
    }
    RawDocument raw;
    for (std::size_t field = 0; field < kRawFieldCount; ++field) {
        const FieldPlace& place = field_place(static_cast<RawField>(field));
        const auto& choice = choices.of(place.field);
        if (choice.made && !fill(place, choice.value, raw)) {
            unusable.push_back("its " + std::string{place.name} +
                               (place.list == nullptr ? " is not a text" : " is not all names"));
        }
    }
    return raw;
}

}  // namespace dateline::indexer
