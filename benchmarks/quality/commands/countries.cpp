// countries: the countries that an article names, against those that people gave it.
#include "benchmarks/quality/commands/command.hpp"
#include "benchmarks/quality/figures.hpp"
#include "benchmarks/quality/gold.hpp"
#include "benchmarks/quality/measure_files.hpp"
#include "benchmarks/quality/places.hpp"
#include "benchmarks/quality/product.hpp"
#include "benchmarks/quality/table.hpp"
#include "common/cli/values.hpp"
#include "common/text/number.hpp"

#include <algorithm>
#include <array>
#include <limits>

namespace dateline::quality {
namespace {

constexpr const char* kUnitedStates = "US";

/// Which articles a row of the table is about.
enum class Part : std::uint8_t { All, HeldOut, Rest };

/// Rules are developed on two thirds of Reuters: articles whose number is divisible by three are
/// held out.
Part part_of(const std::string& id)
{
    const auto number = cli::parse_number(id, std::numeric_limits<std::uint64_t>::max());
    return number && *number % 3 == 0 ? Part::HeldOut : Part::Rest;
}

struct Row {
    std::string_view title;
    std::string_view key;
    Part part;
    bool with_us;
};

// Reuters' gold is mostly the United States, which hides the rest.
constexpr Row kRows[] = {
    {"all", "", Part::All, true},
    {"all, without US", ".no_us", Part::All, false},
    {"held out (id % 3 = 0)", ".held_out", Part::HeldOut, true},
    {"held out, without US", ".held_out.no_us", Part::HeldOut, false},
    {"the rest", ".rest", Part::Rest, true},
    {"the rest, without US", ".rest.no_us", Part::Rest, false},
};

/// What is scored: the countries that an article mentions, or those that it is about.
struct Level {
    FieldId field;
    std::string_view title;
    std::string_view key;
};

constexpr Level kLevels[] = {
    {FieldId::Country, "countries mentioned", ""},
    {FieldId::About, "countries it is about", ".about"},
};

struct Scores {
    FieldId level = FieldId::Country;
    Counts rows[std::size(kRows)];
    Tally false_codes{};
    Tally missed_codes{};
    Tally unknown{};  ///< gold that is no country
    std::uint64_t articles = 0;
    std::uint64_t unread = 0;
    bool slugs = true;  ///< all gold so far: then it is Reuters', and has a held out part

    void add(const GoldArticle& gold, const AnalyzedArticle* read);
};

void Scores::add(const GoldArticle& gold, const AnalyzedArticle* read)
{
    // Without any gold nobody has looked; without a body there is nothing to look at.
    if (!gold.countries || gold.countries->empty() || (gold.body && gold.body->empty())) { return; }
    ++articles;
    unread += read == nullptr ? 1 : 0;
    slugs = slugs && std::all_of(gold.countries->begin(), gold.countries->end(), is_slug);
    GoldCountries wanted = gold_countries(*gold.countries);
    for (const std::string& value : wanted.unknown) { ++unknown[value]; }
    auto found = read == nullptr ? std::set<std::string>{} : found_values(*read, level);
    for (const std::string& code : wanted.codes) {
        missed_codes[code] += found.contains(code) ? 0 : 1;
    }
    for (const std::string& code : found) {
        false_codes[code] += wanted.codes.contains(code) ? 0 : 1;
    }
    const auto add_rows = [&](bool with_us) {
        for (std::size_t i = 0; i < std::size(kRows); ++i) {
            const Row& row = kRows[i];
            const bool belongs = row.part == Part::All || row.part == part_of(gold.id);
            if (row.with_us == with_us && belongs) { rows[i].add(counts_of(wanted.codes, found)); }
        }
    };
    add_rows(true);
    wanted.codes.erase(kUnitedStates);
    found.erase(kUnitedStates);
    add_rows(false);
}

using LevelScores = std::array<Scores, std::size(kLevels)>;

LevelScores score(const std::vector<GoldArticle>& gold)
{
    LevelScores scores;
    for (std::size_t i = 0; i < scores.size(); ++i) { scores[i].level = kLevels[i].field; }
    read_records(gold, [&scores](const GoldArticle& article, const AnalyzedArticle* read) {
        for (Scores& level : scores) { level.add(article, read); }
    });
    return scores;
}

void print_level(const Scores& scores, std::string_view title, const std::string& key, bool parts,
                 Figures& figures, std::ostream& out)
{
    Table table{{std::string{title}, "gold", "found", "right", "precision", "recall", "F1"}};
    for (std::size_t i = 0; i < std::size(kRows); ++i) {
        const Counts& counts = scores.rows[i];
        if (kRows[i].part != Part::All && !parts) { continue; }
        table.add({std::string{kRows[i].title}, with_commas(counts.gold), with_commas(counts.found),
                   with_commas(counts.right), as_ratio(counts.precision()),
                   as_ratio(counts.recall()), as_ratio(counts.f1())});
        figures.add(key + std::string{kRows[i].key}, counts);
    }
    table.print(out);
    print_most_frequent("most often false", scores.false_codes, out);
    print_most_frequent("most often missed", scores.missed_codes, out);
    out << '\n';
}

void print(const LevelScores& scores, const std::string& key, bool parts, Figures& figures,
           std::ostream& out)
{
    for (std::size_t i = 0; i < scores.size(); ++i) {
        print_level(scores[i], kLevels[i].title, key + std::string{kLevels[i].key}, parts, figures,
                    out);
    }
    print_most_frequent("gold that is no country, not counted", scores.front().unknown, out);
    if (scores.front().unread > 0) {
        out << "  not read by the product: " << scores.front().unread << '\n';
    }
    out << '\n';
}

Result<int> run_countries(const Call& call)
{
    Figures figures{"countries"};
    const int code = measure_files(
        files_of(call, call.settings.gold, {"reuters.jsonl.zst", "geo/lgl.jsonl.zst"}), call.out,
        parse_gold, [&](const std::filesystem::path& file, const std::vector<GoldArticle>& gold) {
            const std::string key = key_of_file(file.string());
            const LevelScores scores = score(gold);
            const Scores& read = scores.front();
            call.out << file.string() << ": " << with_commas(read.articles) << " of "
                     << with_commas(gold.size()) << " articles have a gold country and a body\n";
            print(scores, key, read.slugs, figures, call.out);
        });
    call.out << figures.line() << '\n';
    return code;
}

}  // namespace

extern const Command countries_command{
    .name = "countries",
    .arguments = "[FILE…]",
    .summary = "Scores the countries of articles against gold",
    .example = "dateline-quality countries --gold ../shared/data/reuters.jsonl.zst",
    .run = run_countries,
};

}  // namespace dateline::quality
