#include "indexer/dateline.hpp"

#include "common/text/utf8.hpp"
#include "indexer/letter_runs.hpp"
#include "indexer/line.hpp"
#include "indexer/outlets.hpp"
#include "indexer/written_date.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

/// Where a dateline ends, and its dash or its mark of an agency begins; npos if it has none.
std::size_t dateline_end(std::string_view front)
{
    std::size_t first = std::string_view::npos;
    for (const std::string_view dash :
         {" - ", " – ", " — ", "— ", "– ", " -- ", ").-", ".- ", ": ", "/. "}) {
        const std::size_t at = front.find(dash);
        // Behind the bracket or slash: it is part of what stands before.
        if (at < first) { first = dash[0] == ')' || dash[0] == '/' ? at + 1 : at; }
    }
    return first;
}

/// Cuts the agency off the end of `front`: "(Reuters)", "/TASS/".
std::string take_agency(std::string_view& front)
{
    front = trimmed(front);
    const bool bracket = front.ends_with(')');
    if (!bracket && !front.ends_with('/')) { return {}; }
    const std::size_t open = front.substr(0, front.size() - 1).rfind(bracket ? '(' : '/');
    if (open == std::string_view::npos) { return {}; }
    std::string agency{trimmed(front.substr(open + 1, front.size() - open - 2))};
    front = front.substr(0, open);
    return is_capitalised(agency) && word_count(agency) <= 4 ? agency : std::string{};
}

/// Cuts a known agency off the end of `front`, behind a full stop: "Москва. 3 июня. INTERFAX.RU".
std::string take_site(std::string_view& front)
{
    const std::size_t stop = front.rfind(". ");
    if (stop == std::string_view::npos) { return {}; }
    const std::string_view last = trimmed(front.substr(stop + 1));
    if (!is_agency(last)) { return {}; }
    front = front.substr(0, stop);
    return std::string{last};
}

/// The known agency behind a dateline's dash: "ХОЛМСК, 8 фев - РИА Новости. …".
std::string agency_behind(std::string_view behind)
{
    while (!behind.empty() && (behind.front() == ' ' || behind.front() == '-')) {
        behind.remove_prefix(1);
    }
    for (const std::string_view dash : {"–", "—"}) {
        if (behind.starts_with(dash)) { behind = trimmed(behind.substr(dash.size())); }
    }
    const std::size_t size = outlet_prefix(behind);
    const std::string_view name = behind.substr(0, size);
    const bool ends = size != 0 && behind.substr(size).starts_with('.');
    return ends && is_agency(name) ? std::string{name} : std::string{};
}

/// Whether `text` is nothing but names of places: capitals, and small words between them.
bool is_place_list(std::string_view text)
{
    unsigned capitals = 0;
    unsigned words = 0;
    bool good = true;
    each_letter_run(text, [&](std::string_view word) {
        static constexpr std::array<std::string_view, 10> kSmall{"de", "do", "da",  "del", "la",
                                                                 "el", "of", "the", "e",   "al"};
        const bool capital = is_capitalised(word);
        capitals += capital ? 1 : 0;
        good = ++words <= 8 && (capital || is_one_of(word, kSmall));
        return good;
    });
    return good && capitals > 0;
}

}  // namespace

std::optional<Dateline> read_dateline(std::string_view paragraph)
{
    constexpr std::size_t kLongest = 120;  // bytes
    const std::string_view text = trimmed(paragraph);
    const std::size_t enough = std::min(text.size(), kLongest);
    const std::string_view front = text.substr(0, character_border(text, enough));
    const std::size_t end = dateline_end(front);
    if (end == std::string_view::npos) { return {}; }
    std::string_view rest = front.substr(0, end);
    Dateline dateline;
    dateline.agency = take_agency(rest);
    if (dateline.agency.empty()) { dateline.agency = take_site(rest); }
    const auto day = find_day(rest);
    if (dateline.agency.empty() && day) { dateline.agency = agency_behind(text.substr(end)); }
    if (!day && dateline.agency.empty()) { return {}; }
    std::string places{rest};
    if (day) {
        std::visit([&](const auto& found) { places.erase(found.begin, found.end - found.begin); },
                   *day);
        if (const auto* written = std::get_if<WrittenDate>(&*day)) {
            dateline.date = written->date;
        } else {
            dateline.day = std::get<OpenDay>(*day).day;
        }
    }
    if (!is_place_list(places)) { return {}; }
    dateline.size = static_cast<std::size_t>(text.data() - paragraph.data()) + end;
    return dateline;
}

}  // namespace dateline::indexer
