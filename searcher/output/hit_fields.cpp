#include "searcher/output/hit_fields.hpp"

#include "common/text/json_line.hpp"
#include "common/text/utf8.hpp"
#include "searcher/output/marks.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>

namespace dateline::searcher {
namespace {

using Json = nlohmann::ordered_json;

Json marks_json(const Hit& hit)
{
    // Bytes that are not UTF-8 are printed as other bytes, which the marks know nothing of.
    if (!is_utf8(hit.snippet)) { return Json::array(); }
    std::vector<Mark> marks = hit.snippet_marks;
    make_sound(hit.snippet, marks);
    Json json = Json::array();
    for (const Mark& mark : marks) { json.push_back(Json::array({mark.begin, mark.end})); }
    return json;
}

template <const std::string Hit::*kMember>
Json text_json(const Hit& hit)
{
    return or_null(hit.*kMember);
}

/// Lists, numbers and switches: as they are.
template <auto kMember>
Json plain_json(const Hit& hit)
{
    return Json(hit.*kMember);
}

Json date_json(const Hit& hit) { return hit.date ? Json(to_string(*hit.date)) : Json(nullptr); }

Json precision_json(const Hit& hit)
{
    return hit.date ? Json(name_of(hit.date->precision)) : Json(nullptr);
}

constexpr auto kHitFields = std::to_array<HitField>({
    {"id", true, plain_json<&Hit::id>},
    {"title", true, text_json<&Hit::title>},
    {"title_derived", false, plain_json<&Hit::title_derived>},
    {"date", true, date_json},
    {"date_precision", false, precision_json},
    {"byline", true, plain_json<&Hit::byline>},
    {"source", true, text_json<&Hit::source>},
    {"url", true, text_json<&Hit::url>},
    {"language", true, text_json<&Hit::language>},
    {"score", false, plain_json<&Hit::score>},
    {"snippet", true, plain_json<&Hit::snippet>},
    {"snippet_marks", false, marks_json},
    {"people", true, plain_json<&Hit::people>},
    {"countries", true, plain_json<&Hit::countries>},
});

std::string text_of(const Json& value)
{
    if (value.is_null()) { return {}; }
    if (value.is_string()) { return value.get<std::string>(); }
    if (!value.is_array()) { return value.dump(); }
    std::string text;
    for (const Json& part : value) { text += (text.empty() ? "" : "; ") + text_of(part); }
    return text;
}

}  // namespace

std::span<const HitField> hit_fields() { return kHitFields; }

Result<HitFields> hit_fields_named(std::string_view list)
{
    HitFields chosen;
    while (true) {
        const std::size_t comma = std::min(list.find(','), list.size());
        const std::string_view name = list.substr(0, comma);
        const auto* const found =
            std::find_if(kHitFields.begin(), kHitFields.end(),
                         [name](const HitField& f) { return f.name == name; });
        if (found == kHitFields.end()) {
            std::string known;
            for (const HitField& f : kHitFields) {
                known += (known.empty() ? "one of: " : ", ") + std::string{f.name};
            }
            return fail(ErrorKind::Usage, "unknown field '" + std::string{name} + "'", known);
        }
        if (std::find(chosen.begin(), chosen.end(), found) == chosen.end()) {
            chosen.push_back(found);
        }
        if (comma == list.size()) { return chosen; }
        list.remove_prefix(comma + 1);
    }
}

std::string text_of(const HitField& field, const Hit& hit) { return text_of(field.json(hit)); }

Json hit_json(const Hit& hit, std::span<const HitField* const> fields)
{
    Json json = Json::object();
    if (fields.empty()) {
        for (const HitField& f : kHitFields) { json[std::string{f.name}] = f.json(hit); }
    }
    for (const HitField* f : fields) { json[std::string{f->name}] = f->json(hit); }
    return json;
}

HitFields table_fields(std::span<const HitField* const> chosen)
{
    HitFields fields{chosen.begin(), chosen.end()};
    for (const HitField& f : kHitFields) {
        if (chosen.empty() && f.in_tables) { fields.push_back(&f); }
    }
    return fields;
}

}  // namespace dateline::searcher
