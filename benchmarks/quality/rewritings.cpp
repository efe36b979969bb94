#include "benchmarks/quality/rewritings.hpp"

#include "common/date.hpp"

#include <array>
#include <chrono>
#include <nlohmann/json.hpp>

namespace dateline::quality {
namespace {

using Json = nlohmann::ordered_json;

std::string text_of(const Json& record, const char* key)
{
    const auto at = record.find(key);
    return at != record.end() && at->is_string() ? at->get<std::string>() : std::string{};
}

Json record_of(const GoldArticle& gold) { return Json::parse(gold.record, nullptr, false); }

std::string dump(const Json& json)
{
    return json.dump(-1, ' ', false, Json::error_handler_t::replace);
}

std::string as_fields(const GoldArticle& gold)
{
    Json record = record_of(gold);
    const std::string spelled = text_of(record, "date_raw");
    if (!spelled.empty()) {
        record["date"] = spelled;
        record.erase("date_raw");
    }
    return dump(record) + '\n';
}

std::string escaped(std::string_view text)
{
    std::string sgml;
    for (const char c : text) {
        if (c == '&') {
            sgml += "&amp;";
        } else if (c == '<') {
            sgml += "&lt;";
        } else if (c == '>') {
            sgml += "&gt;";
        } else {
            sgml += c;
        }
    }
    return sgml;
}

/// As Reuters-21578 was published.
std::string as_sgml(const GoldArticle& gold)
{
    const Json record = record_of(gold);
    const auto element = [](std::string_view name, const std::string& text) {
        const std::string tag{name};
        return text.empty() ? "" : "<" + tag + ">" + escaped(text) + "</" + tag + ">";
    };
    return "<!DOCTYPE lewis SYSTEM \"lewis.dtd\">\n<REUTERS NEWID=\"1\">\n" +
           element("DATE", gold.date.value_or("")) + "\n<TEXT>\n" +
           element("TITLE", gold.title.value_or("")) + "\n" +
           element("DATELINE", text_of(record, "dateline")) +
           element("BODY", gold.body.value_or("")) + "\n</TEXT>\n</REUTERS>\n";
}

std::string as_markdown(const GoldArticle& gold)
{
    std::string text = "---\n";
    for (const auto& [key, value] :
         {std::pair{"title", gold.title.value_or("")}, std::pair{"date", gold.date.value_or("")},
          std::pair{"url", gold.url.value_or("")}}) {
        if (!value.empty()) { text += std::string{key} + ": " + dump(Json(value)) + '\n'; }
    }
    return text + "---\n\n" + gold.body.value_or("") + '\n';
}

/// "8 November 2024", "Nov 8, 2024 10:15", "2024-11-08": one of the ways in which outlets write it.
std::string spelled_date(const GoldArticle& gold)
{
    constexpr std::array<const char*, 12> kMonths{"January",   "February", "March",    "April",
                                                  "May",       "June",     "July",     "August",
                                                  "September", "October",  "November", "December"};
    const std::string date = gold.date->substr(0, 10);
    const auto parsed = parse_date(date);
    if (!parsed || parsed->precision != Precision::Day) { return date; }
    const std::chrono::year_month_day ymd{parsed->first};
    const std::string month = kMonths.at(unsigned{ymd.month()} - 1);
    const std::string day = std::to_string(unsigned{ymd.day()});
    switch (gold.body.value_or("").size() % 3) {
        case 0:
            return day + ' ' + month + ' ' + date.substr(0, 4);
        case 1:
            return month.substr(0, 3) + ' ' + day + ", " + date.substr(0, 4) + " 10:15";
        default:
            return date;
    }
}

/// Headline, byline and date above the text, and furniture around it: all of it as the tables of
/// the product know it, so that this shows what of a known layout is lost, and not how far they
/// reach.
std::string as_scraped(const GoldArticle& gold)
{
    std::string text = "Skip to main content\n\n";
    if (!gold.title.value_or("").empty()) { text += *gold.title + "\n\n"; }
    const std::vector<std::string> byline = gold.byline.value_or(std::vector<std::string>{});
    if (byline.size() == 1) { text += "By " + byline.front() + "\n\n"; }
    if (gold.date.value_or("").size() >= 10) {
        text += "Published: " + spelled_date(gold) + "\n\nShare\n\n";
    }
    return text + gold.body.value_or("") + "\n\nLeave a comment\n";
}

constexpr std::array<Rewriting, 4> kRewritings{{
    {"fields", "a.jsonl", as_fields},
    {"sgml", "a.sgm", as_sgml},
    {"markdown", "a.md", as_markdown},
    {"scraped", "a.txt", as_scraped},
}};

}  // namespace

std::span<const Rewriting> rewritings() { return kRewritings; }

std::string source_of(const GoldArticle& gold) { return text_of(record_of(gold), "source"); }

}  // namespace dateline::quality
