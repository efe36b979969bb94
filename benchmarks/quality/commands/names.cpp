// names: forms of names that the rules join across articles, against who is who.
#include "common/storage/names.hpp"

#include "benchmarks/quality/commands/command.hpp"
#include "benchmarks/quality/data_file.hpp"
#include "benchmarks/quality/figures.hpp"
#include "benchmarks/quality/table.hpp"
#include "common/people/person_groups.hpp"
#include "common/text/number.hpp"

#include <cstdlib>
#include <map>
#include <sstream>

namespace dateline::quality {
namespace {

/// A form of a name, and the line of its person.
struct GoldName {
    std::string name{};
    std::string key{};
    std::uint32_t articles = 0;
    std::size_t person = 0;
};

Result<std::vector<GoldName>> read_names(const std::filesystem::path& path)
{
    const auto text = read_whole(path);
    if (!text) { return Failure{text.error()}; }
    std::vector<GoldName> names;
    std::istringstream lines{*text};
    std::size_t number = 0;
    for (std::string line; std::getline(lines, line);) {
        ++number;
        if (line.empty() || line.front() == '#') { continue; }
        std::istringstream forms{line};
        for (std::string form; std::getline(forms, form, '\t');) {
            const std::size_t equals = form.rfind('=');
            if (equals == std::string::npos) {
                return fail(ErrorKind::InputFormat, "'" + path.string() + "' line " +
                                                        std::to_string(number) + ": '" + form +
                                                        "' has no =ARTICLES");
            }
            const std::string name = form.substr(0, equals);
            names.push_back({.name = name,
                             .key = name_key(name),
                             .articles = static_cast<std::uint32_t>(
                                 std::strtoul(form.c_str() + equals + 1, nullptr, 10)),
                             .person = number});
        }
    }
    return names;
}

/// Pairs of forms of one person, and pairs that the rules join.
struct PairScores {
    Counts pairs{};
    std::vector<std::string> wrong{};
    std::vector<std::string> missed{};
};

PairScores score(const std::vector<GoldName>& gold)
{
    std::map<std::string, std::size_t> place_of;
    std::vector<CountedName> names;
    for (const GoldName& name : gold) {
        const auto [place, is_new] = place_of.try_emplace(name.key, names.size());
        if (is_new) { names.push_back({.key = place->first}); }
        names[place->second].articles += name.articles;
    }
    const auto links = group_people(names);
    PairScores scores;
    for (std::size_t a = 0; a < gold.size(); ++a) {
        for (std::size_t b = a + 1; b < gold.size(); ++b) {
            const bool is_same = gold[a].person == gold[b].person;
            const bool is_joined =
                links[place_of.at(gold[a].key)].person == links[place_of.at(gold[b].key)].person;
            const std::string pair = gold[a].name + " + " + gold[b].name;
            scores.pairs.gold += is_same ? 1 : 0;
            scores.pairs.found += is_joined ? 1 : 0;
            scores.pairs.right += is_same && is_joined ? 1 : 0;
            if (is_joined && !is_same) { scores.wrong.push_back(pair); }
            if (is_same && !is_joined) { scores.missed.push_back(pair); }
        }
    }
    return scores;
}

Result<int> run_names(const Call& call)
{
    if (call.arguments.size() != 1) {
        return fail(ErrorKind::Usage, "names takes one file of gold",
                    "benchmarks/quality/gold/names.tsv is ours");
    }
    const std::filesystem::path file{call.arguments.front()};
    const auto gold = read_names(file);
    if (!gold) { return Failure{gold.error()}; }
    const PairScores scores = score(*gold);
    Table table{{"pairs of forms", "gold", "joined", "right", "precision", "recall", "F1"}};
    table.add({file.filename().string(), with_commas(scores.pairs.gold),
               with_commas(scores.pairs.found), with_commas(scores.pairs.right),
               as_ratio(scores.pairs.precision()), as_ratio(scores.pairs.recall()),
               as_ratio(scores.pairs.f1())});
    table.print(call.out);
    for (const std::string& pair : scores.wrong) { call.out << "  wrong: " << pair << '\n'; }
    for (const std::string& pair : scores.missed) { call.out << "  missed: " << pair << '\n'; }
    Figures figures{"names"};
    figures.add("pairs", scores.pairs);
    call.out << figures.line() << '\n';
    return 0;
}

}  // namespace

extern const Command names_command{
    .name = "names",
    .arguments = "FILE",
    .summary = "Scores which names are taken for one person's across articles",
    .example = "dateline-quality names benchmarks/quality/gold/names.tsv",
    .run = run_names,
};

}  // namespace dateline::quality
