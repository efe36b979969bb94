// Questions: drivers in fresh processes, asked by turns; and whether they find the same.
#include "benchmarks/compare/measure.hpp"
#include "benchmarks/compare/statistics.hpp"
#include "benchmarks/split.hpp"
#include "common/cli/values.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <utility>

namespace dateline::compare {
namespace {

/// How long a driver may take for an answer; what takes longer is counted as if it took this.
constexpr std::chrono::seconds kPatience{90};
constexpr std::size_t kTurn = 20;  ///< questions before the next contender has its turn

/// A driver that is running, and what it has answered for the class at hand.
struct Contender {
    std::string name{};
    bool exact = false;
    Conversation driver;
    bool is_lost = false;  ///< it did not answer in time: what comes now would be an old answer
    LatencyRecord latency{};
};

Answer ask(Contender& contender, Question question)
{
    if (contender.is_lost) { return {.refusal = "an earlier question was not answered in time"}; }
    question.exact = contender.exact;
    const auto sent = contender.driver.send(line_of(question));
    if (!sent) { return {.refusal = sent.error().message}; }
    const auto line = contender.driver.receive(kPatience);
    if (!line) {
        contender.is_lost = true;
        return {.refusal = line.error().message};
    }
    const auto answer = parse_answer(*line);
    return answer ? *answer : Answer{.refusal = answer.error().message};
}

/// Four digits: what a clock is good for, and a short file.
double rounded(double milliseconds)
{
    std::array<char, 32> text{};
    std::snprintf(text.data(), text.size(), "%.4g", milliseconds);
    return std::strtod(text.data(), nullptr);
}

/// Starts a driver; records its version and how long opening took.
Result<Contender> start(const Bench& bench, const Peer& peer, std::string_view mode, int round,
                        RunRecord& record)
{
    auto driver = Conversation::start(peer.ask(bench.places, mode));
    if (!driver) { return Failure{driver.error()}; }
    Contender contender{
        .name = std::string{peer.name} + (mode == "plain" ? "" : "-" + std::string{mode}),
        .exact = mode == "exact",
        .driver = *std::move(driver)};
    const auto ready = contender.driver.receive(kPatience);
    if (!ready) { return Failure{ready.error()}; }
    const auto parts = split(*ready, '\t');
    const auto opening =
        cli::parse_number(std::string{parts.back()}, std::numeric_limits<std::uint64_t>::max());
    if (parts.size() != 3 || parts[0] != "ready" || !opening) {
        return fail(ErrorKind::Io, "the driver of " + contender.name + " says: " + *ready);
    }
    record.versions[std::string{peer.name}] = parts[1];
    record.latencies.push_back({.share = bench.share,
                                .contender = contender.name,
                                .name = "open",
                                .pass = "first",
                                .round = round,
                                .asked = 1,
                                .times = {rounded(static_cast<double>(*opening) / 1e6)}});
    return contender;
}

void ask_and_keep(Contender& contender, const Question& question)
{
    LatencyRecord& latency = contender.latency;
    ++latency.asked;
    const Answer answer = ask(contender, question);
    if (answer.refusal.empty()) {
        latency.times.push_back(rounded(static_cast<double>(answer.nanoseconds) / 1e6));
        return;
    }
    if (latency.failed++ == 0) { latency.refusal = answer.refusal; }
    if (contender.is_lost) {
        latency.times.push_back(std::chrono::duration<double, std::milli>{kPatience}.count());
    }
}

/// Whether asking on is of no use: every answer so far, and there were some, was a refusal.
bool refuses(const Contender& contender)
{
    constexpr std::size_t kEnough = 3;
    return contender.latency.asked >= kEnough &&
           contender.latency.failed == contender.latency.asked;
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
                // With facets every total is exact: that was asked in the plain mode.
                const bool adds = !(contender.exact && question.facets);
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
            LatencyRecord latency = std::exchange(contender.latency, LatencyRecord{});
            if (latency.asked == 0) { continue; }
            latency.share = bench.share;
            latency.contender = contender.name;
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

Result<std::vector<Contender>> start_all(const Bench& bench, int round, RunRecord& record)
{
    std::vector<Contender> contenders;
    for (const Peer* peer : bench.peers) {
        for (const std::string_view mode : split(peer->modes, ' ')) {
            auto contender = start(bench, *peer, mode, round, record);
            if (!contender) { return Failure{contender.error()}; }
            contenders.push_back(*std::move(contender));
        }
    }
    return contenders;
}

/// One for each peer, to be asked for exact totals.
Result<std::vector<Contender>> start_exact(const Bench& bench)
{
    RunRecord unused;  // opening is recorded by the timed rounds
    std::vector<Contender> contenders;
    for (const Peer* peer : bench.peers) {
        auto contender = start(bench, *peer, "exact", 0, unused);
        if (!contender) { return Failure{contender.error()}; }
        contenders.push_back(*std::move(contender));
    }
    return contenders;
}

}  // namespace

Status measure_questions(const Bench& bench, const Questions& questions, int round,
                         RunRecord& record)
{
    auto started = start_all(bench, round, record);
    if (!started) { return Failure{started.error()}; }
    std::vector<Contender> contenders = *std::move(started);
    for (const ClassOf& warm_up : by_class(questions.warm_up)) {
        ask_by_turns(contenders, warm_up.second, warm_up.second.size(), round);
        for (Contender& contender : contenders) { contender.latency = {}; }
    }
    for (const ClassOf& asked : by_class(questions.asked)) {
        bench.say("round " + std::to_string(round + 1) + ", " + asked.first);
        measure_class(bench, contenders, asked, questions.of_each, round, record);
    }
    return Done{};
}

Status measure_agreement(const Bench& bench, const Questions& questions, RunRecord& record)
{
    auto started = start_exact(bench);
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
                if (theirs.relation != "=") {
                    return fail(ErrorKind::Internal, peers[p].name +
                                                         " gives an inexact total where "
                                                         "an exact one was asked for: " +
                                                         line_of(question));
                }
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
