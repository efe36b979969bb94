#include "indexer/overview.hpp"

#include "common/country.hpp"
#include "common/storage/snapshot.hpp"
#include "common/text/number.hpp"
#include "common/text/terminal.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace dateline::indexer {
namespace {

constexpr std::size_t kNamed = 5;

struct Span {
    std::uint64_t articles = 0;
    std::uint64_t undated = 0;
    std::optional<Date> first{};
    std::optional<Date> last{};
};

Span span_of(const Snapshot& snapshot)
{
    Span span;
    for (const Segment& segment : snapshot.segments()) {
        for (std::size_t i = 0; i < segment.articles(); ++i) {
            if (segment.removed.contains(i)) { continue; }
            ++span.articles;
            const auto date = segment.columns.date(i);
            if (!date) {
                ++span.undated;
                continue;
            }
            if (!span.first || date->first < span.first->first) { span.first = date; }
            if (!span.last || date->first > span.last->first) { span.last = date; }
        }
    }
    return span;
}

/// The names of a field that most articles have, as they are shown.
std::vector<std::string> frequent(const NameColumn& names)
{
    std::vector<std::pair<std::uint32_t, std::uint32_t>> most;  // articles, ordinal
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        if (names.shown(i) != i || names.articles(i) == 0) { continue; }
        most.emplace_back(names.articles(i), i);
    }
    const std::size_t count = std::min(kNamed, most.size());
    std::partial_sort(most.begin(), most.begin() + static_cast<std::ptrdiff_t>(count), most.end(),
                      [](const auto& a, const auto& b) {
                          return a.first != b.first ? a.first > b.first : a.second < b.second;
                      });
    std::vector<std::string> shown;
    for (std::size_t i = 0; i < count; ++i) { shown.emplace_back(names.spelling(most[i].second)); }
    return shown;
}

void print_list(std::string_view what, const std::vector<std::string>& names, std::ostream& out)
{
    if (names.empty()) { return; }
    out << "  " << what << ": ";
    for (std::size_t i = 0; i < names.size(); ++i) {
        out << (i == 0 ? "" : ", ") << printable(names[i]);
    }
    out << '\n';
}

/// One word of a shell's command, whatever stands in it.
std::string shell_word(std::string_view text)
{
    std::string word = "'";
    for (const char c : printable(text)) {
        if (c == '\'') {
            word += "'\\''";
        } else {
            word += c;
        }
    }
    return word + "'";
}

/// The first name that can stand in quotes; of several words, if there is one: who "Bush" is, is
/// open. "" if there is none.
std::string name_to_ask(const std::vector<std::string>& people)
{
    std::string single;
    for (const std::string& name : people) {
        if (name.find_first_of("\"\\*?") != std::string::npos) { continue; }
        if (name.find(' ') != std::string::npos) { return name; }
        if (single.empty()) { single = name; }
    }
    return single;
}

}  // namespace

Status print_overview(const std::filesystem::path& index, std::ostream& out)
{
    const auto snapshot = Snapshot::open(index);
    if (!snapshot) { return Failure{snapshot.error()}; }
    const Span span = span_of(*snapshot);
    if (span.articles == 0) { return Done{}; }
    out << "the index has " << with_commas(span.articles)
        << (span.articles == 1 ? " article" : " articles");
    if (span.first) { out << ", " << to_string(*span.first) << " to " << to_string(*span.last); }
    if (span.undated > 0) { out << ", " << with_commas(span.undated) << " undated"; }
    out << '\n';
    const auto people = frequent(snapshot->names().of(FieldId::Person));
    std::vector<std::string> countries = frequent(snapshot->names().of(FieldId::Country));
    const std::string code = countries.empty() ? "" : countries.front();
    for (std::string& country : countries) { country = country_name(country); }
    print_list("people", people, out);
    print_list("countries", countries, out);
    const std::string name = name_to_ask(people);
    const std::string query = !name.empty()   ? "person:\"" + name + "\""
                              : !code.empty() ? "about:" + code
                                              : "*";
    out << "ask it: dateline-search --index " << shell_word(index.string()) << ' '
        << shell_word(query) << '\n';
    return Done{};
}

}  // namespace dateline::indexer
