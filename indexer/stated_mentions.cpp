#include "indexer/stated_mentions.hpp"

#include "common/country.hpp"
#include "indexer/person_field.hpp"

#include <utility>

namespace dateline::indexer {

void StatedMentions::add_person(std::string text)
{
    std::string name = person_name(text);
    if (!name.empty()) { add(FieldId::Person, std::move(name), std::move(text)); }
}

bool StatedMentions::add_country(std::string text)
{
    if (text.empty()) { return true; }
    auto code = country_code(text);
    if (code) { add(FieldId::Country, *std::move(code), std::move(text)); }
    return code.has_value();
}

void StatedMentions::add(FieldId field, std::string value, std::string text)
{
    if (!known_.insert(field == FieldId::Person ? "P" + value : "C" + value).second) { return; }
    Mention mention;
    mention.field = field;
    mention.where = FieldId::Id;
    mention.value = std::move(value);
    mention.text = std::move(text);
    mention.rule = "field";
    mentions_.push_back(std::move(mention));
}

}  // namespace dateline::indexer
