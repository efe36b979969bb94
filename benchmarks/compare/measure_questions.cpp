#include "benchmarks/compare/measure.hpp"
#include "benchmarks/compare/statistics.hpp"
#include "benchmarks/split.hpp"
#include "common/cli/values.hpp"

#include <algorithm>
#include <cmath>
#include <limits>

namespace dateline::compare {
namespace {

constexpr std::chrono::seconds kPatience{60};
constexpr std::size_t kTurn = 20;  ///< questions before the next contender has its turn

/// A driver that is running, and what it has answered for the class at hand.
struct Contender {
    std::string name{};
    bool exact = false;
    bool estimates = false;  ///< an exact contender of such a peer has nothing to add with facets
    Conversation driver;
    std::vector<double> milliseconds{};
    std::size_t asked = 0;
    std::size_t failed = 0;
    std::string refusal{};
};

Answer ask(Contender& contender, Question question)
{
    question.exact = contender.exact;
    const auto sent = contender.driver.send(line_of(question));
    if (!sent) { return {.refusal = sent.error().message}; }
    const auto line = contender.driver.receive(kPatience);
    if (!line) { return {.refusal = line.error().message}; }
    const auto answer = parse_answer(*line);
    return answer ? *answer : Answer{.refusal = answer.error().message};
}

/// Starts a driver; records its version and how long opening took.
Result<Contender> start(const Bench& bench, const Peer& peer, bool exact, int round,
                        RunRecord& record)
{
    auto driver = Conversation::start(peer.ask(bench.places));
    if (!driver) { return Failure{driver.error()}; }
    Contender contender{.name = std::string{peer.name} + (exact && peer.estimates ? "-exact" : ""),
                        .exact = exact,
                        .estimates = peer.estimates,
                        .driver = *std::move(driver)};
    const auto ready = contender.driver.receive(kPatience);
    if (!ready) { return Failure{ready.error()}; }
    const auto parts = split(*ready, '\t');
    if (parts.size() != 3 || parts[0] != "ready") {
        return fail(ErrorKind::Io, "the driver of " + contender.name + " says: " + *ready);
    }
    record.versions[std::string{peer.name}] = parts[1];
    const auto opening = cli::parse_number(std::string{parts[2]}, std::numeric_limits<int>::max());
    const double ms = opening ? static_cast<double>(*opening) / 1e6 : 0;
    record.latencies.push_back({.share = bench.share,
                                .contender = contender.name,
                                .name = "open",
                                .pass = "first",
                                .round = round,
                                .asked = 1,
                                .p50 = ms,
                                .p90 = ms,
                                .p99 = ms});
    return contender;
}

void ask_and_keep(Contender& contender, const Question& question)
{
    ++contender.asked;
    const Answer answer = ask(contender, question);
    if (answer.refusal.empty()) {
        contender.milliseconds.push_back(static_cast<double>(answer.nanoseconds) / 1e6);
        return;
    }
    if (contender.failed++ == 0) { contender.refusal = answer.refusal; }
}

/// Whether asking on is of no use: every answer so far, and there were some, was a refusal.
bool refuses(const Contender& contender)
{
    constexpr std::size_t kEnough = 3;
    return contender.asked >= kEnough && contender.failed == contender.asked;
}

LatencyRecord finish(Contender& contender)
{
    LatencyRecord latency{.contender = contender.name,
                          .asked = contender.asked,
                          .failed = contender.failed,
                          .refusal = contender.refusal,
                          .p50 = percentile(contender.milliseconds, 0.50),
                          .p90 = percentile(contender.milliseconds, 0.90),
                          .p99 = percentile(contender.milliseconds, 0.99)};
    contender.milliseconds.clear();
    contender.asked = contender.failed = 0;
    contender.refusal.clear();
    return latency;
}

using ClassOf = std::pair<std::string, std::vector<Question>>;

std::vector<ClassOf> by_class(const std::vector<NamedQuestion>& questions)
{
    std::vector<ClassOf> classes;
    for (const auto& [name, question] : questions) {
        const auto same =
            std::find_if(classes.begin(), classes.end(),
                         [&name = name](const ClassOf& c) { return c.first == name; });
        if (same != classes.end()) {
            same->second.push_back(question);
        } else {
            classes.push_back({name, {question}});
        }
    }
    return classes;
}

/// Without facets, which do not change what is found; the fixed list as one class.
std::vector<ClassOf> classes_to_agree(const std::vector<NamedQuestion>& questions)
{
    std::vector<NamedQuestion> plain;
    for (const auto& [name, question] : questions) {
        if (question.facets) { continue; }
        plain.push_back({is_fixed(name) ? "fixed" : name, question});
    }
    return by_class(plain);
}

/// Asks `count` questions of a class, over and over if there are fewer, by turns; who begins
/// changes with the round and the turn.
void ask_by_turns(std::vector<Contender>& contenders, const std::vector<Question>& questions,
                  std::size_t count, int round)
{
    auto shift = static_cast<std::size_t>(round);
    for (std::size_t begin = 0; begin < count; begin += kTurn, ++shift) {
        for (std::size_t c = 0; c < contenders.size(); ++c) {
            Contender& contender = contenders[(c + shift) % contenders.size()];
            for (std::size_t i = begin; i < std::min(begin + kTurn, count); ++i) {
                const Question& question = questions[i % questions.size()];
                const bool adds = !(contender.exact && contender.estimates && question.facets);
                if (adds && !refuses(contender)) { ask_and_keep(contender, question); }
            }
        }
    }
}

void measure_class(const Bench& bench, std::vector<Contender>& contenders, const ClassOf& asked,
                   std::size_t of_each, int round, RunRecord& record)
{
    const auto& [name, questions] = asked;
    const auto keep = [&](std::string_view pass) {
        for (Contender& contender : contenders) {
            if (contender.asked == 0) { continue; }
            LatencyRecord latency = finish(contender);
            latency.share = bench.share;
            latency.name = name;
            latency.pass = pass;
            latency.round = round;
            record.latencies.push_back(std::move(latency));
        }
    };
    ask_by_turns(contenders, questions, questions.size(), round);
    keep("first");
    ask_by_turns(contenders, questions, std::max(of_each, questions.size()), round);
    keep("again");
}

Result<std::vector<Contender>> start_all(const Bench& bench, bool only_exact, int round,
                                         RunRecord& record)
{
    std::vector<Contender> contenders;
    for (const Peer* peer : bench.peers) {
        for (const bool exact : {false, true}) {
            const bool wanted = only_exact ? exact : (!exact || peer->estimates);
            if (!wanted) { continue; }
            auto contender = start(bench, *peer, exact, round, record);
            if (!contender) { return Failure{contender.error()}; }
            contenders.push_back(*std::move(contender));
        }
    }
    return contenders;
}

}  // namespace

Status measure_questions(const Bench& bench, const Questions& questions, int round,
                         RunRecord& record)
{
    auto started = start_all(bench, false, round, record);
    if (!started) { return Failure{started.error()}; }
    std::vector<Contender> contenders = *std::move(started);
    for (const ClassOf& warm_up : by_class(questions.warm_up)) {
        ask_by_turns(contenders, warm_up.second, warm_up.second.size(), round);
        for (Contender& contender : contenders) { finish(contender); }
    }
    for (const ClassOf& asked : by_class(questions.asked)) {
        bench.say("round " + std::to_string(round + 1) + ", " + asked.first);
        measure_class(bench, contenders, asked, questions.of_each, round, record);
    }
    return Done{};
}

Status measure_agreement(const Bench& bench, const Questions& questions, RunRecord& record)
{
    RunRecord unused;  // opening is recorded by the timed rounds
    auto started = start_all(bench, true, 0, unused);
    if (!started) { return Failure{started.error()}; }
    std::vector<Contender> peers = *std::move(started);
    for (const auto& [name, asked] : classes_to_agree(questions.asked)) {
        std::vector<AgreementRecord> agreements(peers.size());
        std::vector<std::vector<double>> differences(peers.size());
        for (const Question& question : asked) {
            const Answer ours = ask(peers.front(), question);
            for (std::size_t p = 1; p < peers.size() && ours.refusal.empty(); ++p) {
                const Answer theirs = ask(peers[p], question);
                if (!theirs.refusal.empty()) { continue; }
                const auto a = static_cast<double>(ours.total);
                const auto b = static_cast<double>(theirs.total);
                differences[p].push_back(std::abs(a - b) / std::max({a, b, 1.0}));
                agreements[p].asked += 1;
                agreements[p].equal += ours.total == theirs.total ? 1 : 0;
            }
        }
        for (std::size_t p = 1; p < peers.size(); ++p) {
            AgreementRecord& agreement = agreements[p];
            if (agreement.asked == 0) { continue; }
            agreement.share = bench.share;
            agreement.peer = bench.peers[p]->name;
            agreement.name = name;
            agreement.median_difference = percentile(differences[p], 0.5);
            record.agreements.push_back(agreement);
        }
        bench.say("compared totals of " + name);
    }
    return Done{};
}

}  // namespace dateline::compare
