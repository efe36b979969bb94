#include "benchmarks/quality/gold.hpp"

#include "benchmarks/split.hpp"
#include "common/text/ascii.hpp"
#include "indexer/input/json_fields.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <utility>

namespace dateline::quality {
namespace {

using Json = nlohmann::ordered_json;

/// Texts of one value: of a list its texts, of an object its keys, a text itself.
std::vector<std::string> texts_of(const Json& value)
{
    std::vector<std::string> texts;
    if (value.is_string()) { texts.push_back(value.get<std::string>()); }
    if (value.is_object()) {
        for (const auto& item : value.items()) { texts.push_back(item.key()); }
    }
    if (value.is_array()) {
        for (const Json& part : value) {
            if (part.is_string()) { texts.push_back(part.get<std::string>()); }
        }
    }
    return texts;
}

std::optional<std::vector<std::string>> list_at(const Json& record, const char* key)
{
    const auto at = record.find(key);
    if (at == record.end()) { return std::nullopt; }
    return texts_of(*at);
}

std::optional<std::string> text_at(const Json& record, const char* key)
{
    const auto at = record.find(key);
    if (at == record.end() || !(at->is_string() || at->is_null())) { return std::nullopt; }
    return at->is_null() ? std::string{} : at->get<std::string>();
}

std::string id_of(const Json& record)
{
    const auto at = record.find("id");
    if (at == record.end()) { return {}; }
    return at->is_string() ? at->get<std::string>() : at->dump();
}

/// The record as a dump would have it, so that the product cannot read the gold as a stated fact.
Json without_gold(Json record)
{
    std::vector<std::string> given;
    for (const auto& item : record.items()) {
        const auto meaning = indexer::raw_field(item.key());
        if (meaning == indexer::RawField::People || meaning == indexer::RawField::Countries) {
            given.push_back(item.key());
        }
    }
    for (const std::string& key : given) { record.erase(key); }
    return record;
}

std::string in_one_line(const Json& record)
{
    return record.dump(-1, ' ', false, Json::error_handler_t::replace);
}

GoldArticle article_of(const Json& record)
{
    GoldArticle gold{.id = id_of(record),
                     .file = text_at(record, "file").value_or(""),
                     .html = text_at(record, "html").value_or(""),
                     .record = in_one_line(without_gold(record)),
                     .title = text_at(record, "title"),
                     .date = text_at(record, "date"),
                     .url = text_at(record, "url"),
                     .source = text_at(record, "publisher"),
                     .body = text_at(record, "body"),
                     .byline = list_at(record, "author"),
                     .people = list_at(record, "people"),
                     .countries = list_at(record, "countries")};
    gold.people_not_scored = list_at(record, "people_credit_only").value_or(gold.people_not_scored);
    if (!gold.html.empty() && gold.html.find('<') == std::string::npos) {
        gold.file = std::exchange(gold.html, {});
    }
    return gold;
}

Failure bad_record(std::size_t number)
{
    return fail(ErrorKind::InputFormat, "record " + std::to_string(number) + " is no JSON object",
                "gold is JSONL, or one array of objects");
}

}  // namespace

Result<std::vector<GoldArticle>> parse_gold(std::string_view text)
{
    std::vector<GoldArticle> gold;
    const std::size_t begin = text.find_first_not_of(" \t\r\n");
    if (begin == std::string_view::npos) { return gold; }
    if (text[begin] == '[') {
        const Json all = Json::parse(text, nullptr, false);
        if (!all.is_array()) { return fail(ErrorKind::InputFormat, "the array is no JSON"); }
        for (const Json& record : all) {
            if (!record.is_object()) { return bad_record(gold.size() + 1); }
            gold.push_back(article_of(record));
        }
        return gold;
    }
    for (const std::string_view line : split(text, '\n')) {
        if (line.find_first_not_of(" \t\r") == std::string_view::npos) { continue; }
        const Json record = Json::parse(line, nullptr, false);
        if (!record.is_object()) { return bad_record(gold.size() + 1); }
        gold.push_back(article_of(record));
    }
    return gold;
}

bool is_slug(std::string_view value)
{
    return !value.empty() && std::all_of(value.begin(), value.end(), [](char c) {
        return ascii::is_small(c) || ascii::is_digit(c) || c == '-';
    });
}

}  // namespace dateline::quality
