// measure: measures everything, and keeps what it measured in raw.json.
#include "benchmarks/compare/measure.hpp"

#include "benchmarks/compare/commands/command.hpp"
#include "benchmarks/compare/read_text.hpp"
#include "benchmarks/compare/write_share.hpp"
#include "searcher/bench/machine.hpp"

#include <algorithm>
#include <set>
#include <sstream>

namespace dateline::compare {
namespace {

/// Draws in a process of its own: what this one holds counts into the peak memory of every later
/// command.
Result<std::vector<NamedQuestion>> drawn(const Call& call, const Bench& bench, std::uint64_t seed,
                                         std::uint64_t count, const std::filesystem::path& kept)
{
    const auto errors = bench.places.scratch / "errors.txt";
    const auto cost =
        run_command({bench.places.programs / "benchmarks/compare/dateline-compare", "draw",
                     "--source", call.settings.source, "--seed", std::to_string(seed),
                     "--questions", std::to_string(count), bench.places.tsv},
                    kept, errors);
    if (!cost) { return Failure{cost.error()}; }
    if (cost->exit_code != 0) {
        const auto problem = read_text(errors);
        return fail(ErrorKind::Io, "cannot draw questions: " + (problem ? *problem : ""));
    }
    const auto text = read_text(kept);
    if (!text) { return Failure{text.error()}; }
    return parse_questions(*text);
}

/// What is to be asked for the first time must not have warmed up.
void leave_out_asked(Questions& questions)
{
    const auto line = [](Question question) {
        question.facets = false;
        return line_of(question);
    };
    std::set<std::string> asked;
    for (const NamedQuestion& named : questions.asked) { asked.insert(line(named.question)); }
    std::erase_if(questions.warm_up,
                  [&](const NamedQuestion& named) { return asked.contains(line(named.question)); });
}

/// Those drawn by the seed, and the fixed list; others to warm up with.
Result<Questions> questions_of(const Call& call, const Bench& bench)
{
    const Settings& settings = call.settings;
    constexpr std::uint64_t kMostWarmUp = 30;
    const std::uint64_t warm_up_each = std::min(kMostWarmUp, settings.questions);
    constexpr std::uint64_t kOtherSeed = 1U << 20U;
    auto asked = drawn(call, bench, settings.seed, settings.questions,
                       bench.places.scratch / "questions.tsv");
    if (!asked) { return Failure{asked.error()}; }
    auto warm_up = drawn(call, bench, settings.seed + kOtherSeed, warm_up_each,
                         bench.places.scratch / "warm-up.tsv");
    if (!warm_up) { return Failure{warm_up.error()}; }
    const auto text = read_text(settings.source / "fixed.tsv");
    if (!text) { return Failure{text.error()}; }
    const auto fixed = parse_questions(*text);
    if (!fixed) { return Failure{fixed.error()}; }
    Questions questions{.asked = *std::move(asked),
                        .warm_up = *std::move(warm_up),
                        .of_each = static_cast<std::size_t>(settings.questions)};
    questions.asked.insert(questions.asked.end(), fixed->begin(), fixed->end());
    leave_out_asked(questions);
    return questions;
}

Status record_share(const Bench& bench, RunRecord& record)
{
    const auto text = read_text(bench.places.scratch / "exported.txt");
    if (!text) { return Failure{text.error()}; }
    ShareRecord share{.share = bench.share};
    std::istringstream{*text} >> share.articles >> share.text_bytes;
    for (const IndexRecord& made : record.indexing) {
        if (made.share == share.share && made.articles != 0 && made.articles != share.articles) {
            return fail(ErrorKind::Internal, made.peer + " indexed " +
                                                 std::to_string(made.articles) + " articles of " +
                                                 std::to_string(share.articles));
        }
    }
    record.shares.push_back(std::move(share));
    return Done{};
}

Status measure_share(const Call& call, const Bench& bench, int rounds, Questions& questions,
                     RunRecord& record)
{
    const auto keep = [&] { return write_record(call.settings.out / "raw.json", record); };
    for (int round = 0; round < rounds; ++round) {
        const auto indexed = measure_indexing(bench, round, record);
        if (!indexed) { return indexed; }
    }
    const auto counted = record_share(bench, record);
    if (!counted) { return counted; }
    if (questions.asked.empty()) {  // from the first share, the largest, for all
        auto made = questions_of(call, bench);
        if (!made) { return Failure{made.error()}; }
        questions = *std::move(made);
    }
    for (int round = 0; round < rounds; ++round) {
        const auto asked = measure_questions(bench, questions, round, record);
        if (!asked) { return asked; }
        if (auto kept = keep(); !kept) { return kept; }
    }
    const auto commands = measure_shell(bench, questions, rounds, record);
    if (!commands) { return commands; }
    if (auto agreed = measure_agreement(bench, questions, record); !agreed) { return agreed; }
    return keep();
}

/// --corpus FILE FILE… of a shell's pattern: the words behind it are dumps too.
std::vector<std::filesystem::path> dumps_of(const Call& call)
{
    std::vector<std::filesystem::path> dumps = call.settings.corpus;
    dumps.insert(dumps.end(), call.arguments.begin(), call.arguments.end());
    return dumps;
}

Result<Bench> bench_of(const Call& call, const std::string& share)
{
    namespace fs = std::filesystem;
    const Settings& settings = call.settings;
    std::string folder = share;
    std::replace(folder.begin(), folder.end(), '/', '-');
    Bench bench{.share = share};
    bench.places = {.programs = fs::absolute(settings.programs),
                    .source = fs::absolute(settings.source),
                    .scratch = fs::absolute(settings.scratch) / folder};
    bench.places.jsonl = bench.places.scratch / "corpus.jsonl";
    bench.places.tsv = bench.places.scratch / "corpus.tsv";
    bench.places.dump = bench.places.scratch / "corpus.dump";
    bench.say = [&err = call.err, share](const std::string& line) {
        err << "share " << share << ": " << line << std::endl;
    };
    for (const Peer* peer : peers()) {
        const bool wanted = std::find(settings.peers.begin(), settings.peers.end(), peer->name) !=
                            settings.peers.end();
        if (peer == peers().front() || wanted) { bench.peers.push_back(peer); }
    }
    std::error_code problem;
    fs::create_directories(bench.places.scratch, problem);
    if (problem) {
        return fail(ErrorKind::Io, "cannot make '" + bench.places.scratch.string() + "'");
    }
    const auto written = write_share(dumps_of(call), share, bench.places.jsonl);
    if (!written) { return Failure{written.error()}; }
    return bench;
}

Result<int> run_measure(const Call& call)
{
    const Settings& settings = call.settings;
    if (settings.corpus.empty() || settings.out.empty() || settings.scratch.empty()) {
        return fail(ErrorKind::Usage, "--corpus, --out and --scratch are needed",
                    "scripts/compare gives the last two");
    }
    std::error_code problem;
    std::filesystem::create_directories(settings.out, problem);
    RunRecord record{.date = searcher::utc_now(),
                     .commit = settings.commit,
                     .machine = searcher::machine_text() + ", load " +
                                std::to_string(searcher::load()).substr(0, 4) + " at the start",
                     .seed = settings.seed,
                     .rounds = static_cast<int>(settings.rounds),
                     .questions = static_cast<std::size_t>(settings.questions)};
    for (const auto& file : dumps_of(call)) { record.corpus.push_back(file.filename()); }
    Questions questions;
    for (const std::string& share : settings.shares) {
        const auto bench = bench_of(call, share);
        if (!bench) { return Failure{bench.error()}; }
        const bool first = record.shares.empty();
        const auto measured =
            measure_share(call, *bench, first ? record.rounds : 1, questions, record);
        if (!measured) { return Failure{measured.error()}; }
        std::filesystem::remove_all(bench->places.scratch, problem);
    }
    return 0;
}

}  // namespace

extern const Command measure_command{
    .name = "measure",
    .arguments = "[FILE…]",
    .summary = "Measures Dateline and its peers on the same articles, into raw.json",
    .example =
        "dateline-compare measure --corpus news.jsonl.zst --out runs/today --scratch /tmp/bench",
    .run = run_measure,
};

}  // namespace dateline::compare
