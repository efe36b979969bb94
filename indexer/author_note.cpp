#include "indexer/author_note.hpp"

#include "indexer/author_role.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

/// The author, and the outlet behind one of `joints` in the first sentence of what is said.
template <class Words>
Byline author_of(std::string_view name, std::string_view said, const Words& joints)
{
    Byline byline{.names = {std::string{name}}, .outlet = {}};
    said = said.substr(0, said.find(". "));
    std::string_view outlet = cut_at_word(said, joints);
    while (outlet.ends_with('.')) { outlet.remove_suffix(1); }
    if (is_outlet_name(outlet)) { byline.outlet = outlet; }
    return byline;
}

}  // namespace

std::optional<Byline> read_author_bio(std::string_view line)
{
    constexpr std::size_t kLongestBio = 600;  // bytes
    static constexpr std::array<std::string_view, 10> kArticles{"a",   "an", "the", "our", "un",
                                                                "una", "um", "uma", "une", "ein"};
    line = trimmed(line);
    if (line.size() > kLongestBio || !speaks_of_author(line)) { return {}; }
    for (const std::string_view is : {" is ", " es ", " é ", " est ", " ist "}) {
        const std::size_t at = line.find(is);
        if (at == std::string_view::npos || !is_person(line.substr(0, at))) { continue; }
        const std::string_view said = line.substr(at + is.size());
        const auto words = words_of(said.substr(0, said.find(". ")));
        if (words.empty() || !is_one_of(words.front(), kArticles)) { return {}; }
        return author_of(line.substr(0, at), said, kEmployerWords);
    }
    return {};
}

std::optional<Byline> read_author_note(std::string_view line)
{
    static constexpr std::array<std::string_view, 2> kJoints{"for", "at"};
    for (const std::string_view opening : {"i’m ", "i'm ", "i am ", "my name is "}) {
        if (!begins_with(line, opening)) { continue; }
        const std::string_view rest = trimmed(line.substr(opening.size()));
        const std::string_view name = rest.substr(0, rest.find(','));
        if (!is_person(name) || !speaks_of_author(line)) { return {}; }
        return author_of(name, rest.substr(name.size()), kJoints);
    }
    return {};
}

bool speaks_of_author(std::string_view line)
{
    static constexpr std::array<std::string_view, 9> kOffices{
        "writer",    "journalist", "reporter",   "correspondent", "editor",
        "columnist", "periodista", "jornalista", "journaliste"};
    return std::any_of(kOffices.begin(), kOffices.end(),
                       [&](std::string_view office) { return contains(line, office); });
}

}  // namespace dateline::indexer
