#include "searcher/query/named_groups.hpp"

#include "common/text/ascii.hpp"
#include "common/text/utf8.hpp"
#include "searcher/query/surfaces.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

/// Whether a name's surface forms stand in it as they are, case apart: then looking for them is
/// quicker than taking it apart.
bool is_plain(std::string_view name)
{
    return std::all_of(name.begin(), name.end(),
                       [](char c) { return c == ' ' || c == '-' || ascii::is_letter(c); });
}

}  // namespace

bool has_all(std::string_view name, const std::vector<std::string>& wanted)
{
    if (is_plain(name)) {
        const std::string folded = fold(name);
        for (const std::string& word : wanted) {
            if (folded.find(word) == std::string::npos) { return false; }
        }
    }
    const auto words = surfaces_of(name);
    return std::all_of(wanted.begin(), wanted.end(), [&words](const std::string& word) {
        return std::find(words.begin(), words.end(), word) != words.end();
    });
}

std::optional<std::vector<bool>> groups_named(const NameColumn& names, std::string_view text,
                                              Deadline& deadline)
{
    const auto wanted = surfaces_of(text);
    std::vector<bool> groups(names.size());
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        if (deadline.passed()) { return std::nullopt; }
        const std::uint32_t group = names.group(i);
        if (group < groups.size() && has_all(names.spelling(i), wanted)) { groups[group] = true; }
    }
    if (names.changes() == nullptr) { return groups; }
    const std::vector<LedgerRow>& rows = names.changes()->rows();
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const std::uint32_t group = names.changes()->group_of_row(r);
        if (group >= groups.size()) { continue; }
        for (const LedgerName& name : rows[r].names) {
            if (has_all(name.text, wanted)) { groups[group] = true; }
        }
    }
    return groups;
}

}  // namespace dateline::searcher
