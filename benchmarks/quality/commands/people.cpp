// people: the people that an article names, against those that people gave it.
#include "benchmarks/quality/commands/command.hpp"
#include "benchmarks/quality/figures.hpp"
#include "benchmarks/quality/gold.hpp"
#include "benchmarks/quality/measure_files.hpp"
#include "benchmarks/quality/names.hpp"
#include "benchmarks/quality/product.hpp"
#include "benchmarks/quality/table.hpp"
#include "common/text/number.hpp"

#include <algorithm>

namespace dateline::quality {
namespace {

struct Scores {
    Counts slugs{};  ///< `found` means nothing here
    Counts names{};  ///< NamePairs::counts(), and exact_counts():
    Counts names_exact{};
    Tally missed{};
    Tally false_names{};
    std::uint64_t articles = 0;
    std::uint64_t unread = 0;

    void add(const GoldArticle& gold, const AnalyzedArticle* read);
};

void Scores::add(const GoldArticle& gold, const AnalyzedArticle* read)
{
    // Without any gold nobody has looked; without a body there is nothing to look at.
    if (!gold.people || gold.people->empty() || (gold.body && gold.body->empty())) { return; }
    ++articles;
    unread += read == nullptr ? 1 : 0;
    const auto found =
        read == nullptr ? std::set<std::string>{} : found_values(*read, FieldId::Person);
    if (std::all_of(gold.people->begin(), gold.people->end(), is_slug)) {
        for (const std::string& slug : *gold.people) {
            const bool is_there = has_person_of_slug(found, slug);
            ++slugs.gold;
            slugs.right += is_there ? 1 : 0;
            missed[slug] += is_there ? 0 : 1;
        }
        return;
    }
    const NamePairs pairs = pair_people(gold, found);
    names.add(pairs.counts());
    names_exact.add(pairs.exact_counts());
    for (const std::string& name : pairs.missed) { ++missed[name]; }
    for (const std::string& name : pairs.extra) { ++false_names[name]; }
}

void print_names(const std::string& title, const Counts& names, const std::string& key,
                 Figures& figures, Table& table)
{
    table.add({title, with_commas(names.gold), with_commas(names.found), with_commas(names.right),
               as_ratio(names.precision()), as_ratio(names.recall()), as_ratio(names.f1())});
    figures.add(key, names);
}

void print(const Scores& scores, const std::string& key, Figures& figures, std::ostream& out)
{
    Table table{{"people of an article", "gold", "found", "right", "precision", "recall", "F1"}};
    if (scores.slugs.gold > 0) {
        table.add({"closed list", with_commas(scores.slugs.gold), "",
                   with_commas(scores.slugs.right), "", as_ratio(scores.slugs.recall())});
        figures.add_count(key + ".tags", scores.slugs.gold);
        figures.add(key + ".r", scores.slugs.recall());
    }
    if (scores.names.gold > 0) {
        print_names("names", scores.names, key, figures, table);
        print_names("names, as spelled", scores.names_exact, key + "_exact", figures, table);
    }
    table.print(out);
    if (scores.slugs.gold > 0) {
        out << "  the gold is a closed list of well-known people: recall only\n";
    }
    print_most_frequent("most often missed", scores.missed, out);
    print_most_frequent("most often false", scores.false_names, out);
    if (scores.unread > 0) { out << "  not read by the product: " << scores.unread << '\n'; }
    out << '\n';
}

Result<int> run_people(const Call& call)
{
    Figures figures{"people"};
    const int code = measure_files(
        files_of(call, call.settings.gold, {"reuters.jsonl.zst"}), call.out, parse_gold,
        [&](const std::filesystem::path& file, const std::vector<GoldArticle>& gold) {
            Scores scores;
            read_records(gold, [&scores](const GoldArticle& article, const AnalyzedArticle* read) {
                scores.add(article, read);
            });
            call.out << file.string() << ": " << with_commas(scores.articles) << " of "
                     << with_commas(gold.size()) << " articles have gold people and a body\n";
            print(scores, key_of_file(file.string()), figures, call.out);
        });
    call.out << figures.line() << '\n';
    return code;
}

}  // namespace

extern const Command people_command{
    .name = "people",
    .arguments = "[FILE…]",
    .summary = "Scores the people of articles against gold",
    .example = "dateline-quality people --gold ../shared/data/reuters.jsonl.zst",
    .run = run_people,
};

}  // namespace dateline::quality
