#include "common/schema/article_json.hpp"

#include "common/schema/about.hpp"
#include "common/schema/mark_rule.hpp"
#include "common/schema/mention_groups.hpp"
#include "common/text/json_line.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

Json mention_json(const Mention& mention)
{
    const bool has_place = mention.where != FieldId::Id;
    const bool is_date = mention.field == FieldId::Mentions;
    Json json{{"field", nullptr},
              {"text", mention.text},
              {"start", nullptr},
              {"end", nullptr},
              {"rule", is_date ? date_rule(mention.rule).rule : mention.rule}};
    if (is_date) { json["kind"] = date_rule(mention.rule).kind; }
    if (has_place) {
        json["field"] = field(mention.where).name;
        json["start"] = mention.begin;
        json["end"] = mention.end;
    }
    return json;
}

Json values_json(const AnalyzedArticle& analyzed, FieldId id, const char* key)
{
    Json values = Json::array();
    for (const MentionGroup& group : group_mentions(analyzed, id)) {
        Json value = Json::object();
        value[key] = group.value;
        if (id == FieldId::Mentions) {
            const auto date = parse_date(group.value);
            value["precision"] = date ? Json(name_of(date->precision)) : Json();
        }
        Json& mentions = value["mentions"] = Json::array();
        for (const Mention* mention : group.mentions) {
            mentions.push_back(mention_json(*mention));
        }
        values.push_back(std::move(value));
    }
    return values;
}

Json countries_json(const AnalyzedArticle& analyzed)
{
    Json countries = values_json(analyzed, FieldId::Country, "code");
    const auto about = countries_about(analyzed);
    for (Json& country : countries) {
        const auto& code = country["code"].get_ref<const std::string&>();
        country["about"] = std::binary_search(about.begin(), about.end(), code);
    }
    return countries;
}

}  // namespace

nlohmann::ordered_json article_json(const AnalyzedArticle& analyzed)
{
    const Article& article = analyzed.article;
    Json json = Json::object();
    json["id"] = article.id;
    json["title"] = or_null(article.title);
    json["title_derived"] = article.title_derived;
    add_date(json, article.date);
    json["byline"] = article.byline;
    json["source"] = or_null(article.source);
    json["url"] = or_null(article.url);
    json["language"] = or_null(article.language);
    json["people"] = values_json(analyzed, FieldId::Person, "name");
    json["countries"] = countries_json(analyzed);
    json["dates"] = values_json(analyzed, FieldId::Mentions, "date");
    json["body"] = article.body;
    json["furniture"] = or_null(article.furniture);
    return json;
}

nlohmann::ordered_json detected_by_json(const Article& article)
{
    Json json = Json::object();
    for (const auto& [key, marks] :
         {std::pair{"people", FieldId::Person}, std::pair{"countries", FieldId::Country},
          std::pair{"dates", FieldId::Mentions}}) {
        json[key] = or_null(std::string{detected_by(article, marks)});
    }
    return json;
}

void write_article_json(const AnalyzedArticle& analyzed, std::ostream& out)
{
    write_json_line(article_json(analyzed), out);
}

}  // namespace dateline
