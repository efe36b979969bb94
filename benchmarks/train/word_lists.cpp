#include "benchmarks/train/word_lists.hpp"

#include "benchmarks/split.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>
#include <string>

namespace dateline::train {
namespace {

using indexer::KnownWord;
using indexer::WordKind;

constexpr std::size_t kLongestText = 60;  ///< bytes of a name; longer ones are no names

constexpr std::string_view kTitles =
    "mr mr. mrs mrs. ms ms. dr dr. sir president minister premier chancellor king queen prince "
    "princess pope judge justice sen. senator rep. gov. governor gen. general col. colonel lt. "
    "capt. captain maj. major sgt. secretary ambassador spokesman spokeswoman spokesperson prof. "
    "professor rev. sheikh ayatollah chairman chairwoman director mayor coach manager leader chief "
    "commander analyst economist lawyer attorney deputy mp lord lady dame bishop archbishop "
    "cardinal rabbi imam mullah emir sultan st. presidente presidenta ministro ministra señor "
    "señora sr. sra. doctor doctora rey reina príncipe princesa papa juez alcalde alcaldesa "
    "gobernador gobernadora entrenador entrenadora director directora portavoz líder secretario "
    "secretaria embajador embajadora diputado diputada senador senadora don doña coronel capitán "
    "comandante consejero consejera obispo arzobispo";

constexpr std::string_view kParticles =
    "de del della di da dos das do van von der den bin ibn al el la le du ben abu ter y e st mac "
    "zu af o' d' bint ould los las";

WordKind kind_of(std::string_view name)
{
    constexpr struct {
        std::string_view name;
        WordKind kind;
    } kKinds[] = {{"GIVEN", indexer::kListedGiven}, {"SUR", indexer::kListedFamily},
                  {"NAME", indexer::kListedName},   {"COUNTRY", indexer::kListedCountry},
                  {"CITY", indexer::kListedCity},   {"DEM", indexer::kListedNationality},
                  {"COMP", indexer::kListedCompany}};
    for (const auto& row : kKinds) {
        if (row.name == name) { return row.kind; }
    }
    return 0;
}

std::uint16_t number_of(std::string_view text)
{
    std::uint16_t number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

Failure bad_line(const char* list, std::size_t number)
{
    return fail(ErrorKind::InputFormat,
                "line " + std::to_string(number) + " of the " + list + " is not as it should be");
}

using Rows = std::map<std::string, KnownWord, std::less<>>;

void set_groups(std::uint16_t fine, std::uint16_t middle, std::uint16_t coarse,
                indexer::ModelParts& parts)
{
    const std::size_t size = std::max<std::size_t>(parts.middle_groups.size(), fine + 1U);
    parts.middle_groups.resize(size);
    parts.coarse_groups.resize(size);
    parts.middle_groups[fine] = middle;
    parts.coarse_groups[fine] = coarse;
}

Status read_clusters(std::string_view text, std::size_t most, Rows& rows,
                     indexer::ModelParts& parts)
{
    std::size_t number = 0;
    for (const std::string_view line : split(text, '\n')) {
        if (line.empty() || number == most) { break; }
        ++number;
        const auto columns = split(line, '\t');
        if (columns.size() != 4) { return bad_line("clusters", number); }
        const auto group = [&](std::size_t i) {
            return static_cast<std::uint16_t>(number_of(columns[i]) + 1U);  // 0 is none
        };
        set_groups(group(1), group(2), group(3), parts);
        const std::string word = fold(columns[0]);
        if (word.empty() || word.size() > kLongestText) { continue; }
        KnownWord& entry = rows[word];
        if (entry.group == 0) { entry.group = group(1); }
    }
    return Done{};
}

Status read_names(std::string_view text, Rows& rows)
{
    std::size_t number = 0;
    for (const std::string_view line : split(text, '\n')) {
        if (line.empty()) { break; }
        ++number;
        const std::size_t tab = line.find('\t');
        const WordKind kind = kind_of(line.substr(0, tab));
        if (tab == std::string_view::npos || kind == 0) { return bad_line("names", number); }
        const std::string name = fold(line.substr(tab + 1));
        if (name.empty() || name.size() > kLongestText) { continue; }
        KnownWord& entry = rows[name];
        entry.kinds = static_cast<WordKind>(entry.kinds | kind);
    }
    return Done{};
}

void add_words(std::string_view words, WordKind kind, Rows& rows)
{
    for (const std::string_view word : split(words, ' ')) {
        KnownWord& entry = rows[fold(word)];
        entry.kinds = static_cast<WordKind>(entry.kinds | kind);
    }
}

}  // namespace

Status read_word_lists(std::string_view clusters, std::size_t most, std::string_view names,
                       indexer::ModelParts& parts)
{
    Rows rows;
    set_groups(0, 0, 0, parts);
    if (auto status = read_clusters(clusters, most, rows, parts); !status) { return status; }
    if (auto status = read_names(names, rows); !status) { return status; }
    add_words(kTitles, indexer::kListedTitle, rows);
    add_words(kParticles, indexer::kListedParticle, rows);
    for (auto& [text, entry] : rows) { parts.lexicon.push_back({text, entry}); }
    return Done{};
}

}  // namespace dateline::train
