#include "common/text/json_line.hpp"

#include "common/text/terminal.hpp"
#include "common/text/utf8.hpp"

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <string_view>

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

/// All harmful characters are below U+10000: one escape is enough.
void write_escaped(std::ostream& out, char32_t letter)
{
    std::array<char, 8> escape{};
    std::snprintf(escape.data(), escape.size(), "\\u%04x", static_cast<unsigned>(letter) & 0xffffU);
    out << escape.data();
}

}  // namespace

Json or_null(const std::string& text)
{
    // Not Json{text}: braces would make it a list.
    return text.empty() ? Json(nullptr) : Json(text);
}

void add_date(Json& object, const std::optional<Date>& date)
{
    object["date"] = date ? Json(to_string(*date)) : Json(nullptr);
    object["date_precision"] = date ? Json(name_of(date->precision)) : Json(nullptr);
}

void write_json_line(const Json& json, std::ostream& out)
{
    const std::string dumped = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    std::string_view rest = dumped;
    while (!rest.empty()) {
        const std::size_t harmless = harmless_prefix(rest);
        out << rest.substr(0, harmless);
        rest.remove_prefix(harmless);
        if (rest.empty()) { break; }
        const std::string_view before = rest;
        const char32_t letter = take_code_point(rest);
        // Outside strings JSON has no harmful ones: what is escaped is in a string.
        if (is_harmful(letter)) {
            write_escaped(out, letter);
        } else {
            out << before.substr(0, before.size() - rest.size());
        }
    }
    out << '\n';
}

}  // namespace dateline
