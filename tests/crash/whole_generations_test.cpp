// A reader asks without pause while a writer adds, replaces, removes and merges: each answer is
// that of one generation, and none older than the answer before.
#include "searcher/query/parser.hpp"
#include "searcher/search/engine.hpp"
#include "tests/crash/support/run.hpp"
#include "tests/crash/support/scale.hpp"
#include "tests/support/sandbox.hpp"

#include <array>
#include <atomic>
#include <doctest/doctest.h>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <thread>

using namespace dateline::tests;
using dateline::searcher::Engine;
using dateline::searcher::FacetId;
using dateline::searcher::SearchResult;

namespace {

constexpr std::string_view kHarness = "whole generations";
constexpr std::size_t kSlots = 24;

/// What an index holds: for each article that is there the generation in which it was written.
using State = std::map<std::size_t, std::size_t>;

struct Step {
    Words words{};  ///< for dateline-index
    State state{};  ///< after it
};

// What the articles say of themselves, so that every answer can be checked against every other.
std::string id_of(std::size_t slot) { return "wire/" + std::to_string(slot); }
std::string word_of(std::size_t version) { return "generation" + std::to_string(version); }
std::string country_of(std::size_t version)
{
    return std::array{"FR", "DE", "IT", "ES"}[version % 4];
}
std::string month_of(std::size_t version) { return std::to_string(1950 + version % 50) + "-05"; }

std::string line_of(std::size_t slot, std::size_t version)
{
    const nlohmann::json line{{"id", std::to_string(slot)},
                              {"source", "wire"},
                              {"title", word_of(version)},
                              {"date", month_of(version) + "-17"},
                              {"countries", {country_of(version)}},
                              {"body", "The text of " + word_of(version) + " is longer."}};
    return line.dump() + "\n";
}

bool is_changed(std::size_t slot, std::size_t generation)
{
    return slot == 0 || (slot + generation) % 3 == 0;
}
bool is_absent(std::size_t slot, std::size_t generation)
{
    return slot != 0 && (slot + generation / 2) % 7 == 0;
}

/// Two commands for each generation: what goes is removed, what is new or changed added.
std::vector<Step> make_history(const Sandbox& sandbox, const std::string& index,
                               std::size_t generations)
{
    std::vector<Step> steps;
    State state;
    for (std::size_t generation = 1; generation <= generations; ++generation) {
        Words removal{"remove", "-q", "--index", index};
        std::string dump;
        State next = state;
        for (std::size_t slot = 0; slot < kSlots; ++slot) {
            if (is_absent(slot, generation)) {
                if (next.erase(slot) > 0) { removal.push_back(id_of(slot)); }
            } else if (next.count(slot) == 0 || is_changed(slot, generation)) {
                dump += line_of(slot, generation);
            }
        }
        if (removal.size() > 4) { steps.push_back({removal, next}); }
        for (std::size_t slot = 0; slot < kSlots; ++slot) {
            const bool is_new = next.count(slot) == 0 || is_changed(slot, generation);
            if (!is_absent(slot, generation) && is_new) { next[slot] = generation; }
        }
        const std::string path =
            sandbox.write("dumps/" + std::to_string(generation) + ".jsonl", dump);
        steps.push_back({{"add", "-q", "--detect", "none", "--index", index, path}, next});
        state = next;
    }
    return steps;
}

using Counts = std::map<std::string, std::uint64_t>;

Counts counts_of(const SearchResult& result, FacetId id)
{
    Counts counts;
    for (const auto& facet : result.facets) {
        if (facet.id != id) { continue; }
        for (const auto& count : facet.counts) { counts[count.value] = count.articles; }
    }
    return counts;
}

SearchResult ask(Engine& engine, const std::string& text)
{
    const auto parsed = dateline::searcher::parse_query(text);
    REQUIRE(parsed);
    auto result = engine.search({.text = text,
                                 .query = parsed->spec,
                                 .limit = 1000,
                                 .facets = {{FacetId::Country}, {FacetId::Month}},
                                 .facet_limit = 1000});
    REQUIRE_MESSAGE(result, result.error().message);
    return *std::move(result);
}

/// What the hits say; each article is there once, and its parts are of one version.
State state_of(const SearchResult& all)
{
    State state;
    for (const auto& hit : all.hits) {
        CAPTURE(hit.id);
        CAPTURE(hit.title);
        const std::size_t slot = std::stoul(hit.id.substr(hit.id.find('/') + 1));
        const std::size_t version = std::stoul(hit.title.substr(std::string{"generation"}.size()));
        CHECK(state.emplace(slot, version).second);
        CHECK(hit.snippet.find(word_of(version)) != std::string::npos);
        CHECK(hit.countries == std::vector{country_of(version)});
        REQUIRE(hit.date);
        CHECK(to_string(*hit.date) == month_of(version) + "-17");
    }
    return state;
}

/// All answers of one opened index agree with one state; which it is.
State check_answers(Engine& engine)
{
    const SearchResult all = ask(engine, "*");
    const State state = state_of(all);
    CHECK(all.total == state.size());
    Counts countries;
    Counts months;
    Counts versions;
    for (const auto& [slot, version] : state) {
        ++countries[country_of(version)];
        ++months[month_of(version)];
        ++versions[word_of(version)];
    }
    CHECK(counts_of(all, FacetId::Country) == countries);
    CHECK(counts_of(all, FacetId::Month) == months);
    for (const auto& [word, articles] : versions) {
        CAPTURE(word);
        CHECK(ask(engine, word).total == articles);
        CHECK(ask(engine, "\"text of " + word + " is\"").total == articles);
    }
    if (!state.empty()) {
        const auto shown = engine.show(id_of(state.begin()->first));
        REQUIRE(shown);
        CHECK(shown->analyzed.article.title == word_of(state.begin()->second));
    }
    return state;
}

/// The reader's side: what it has seen so far.
struct Reader {
    const std::vector<Step>& history;
    std::size_t place = 0;  ///< in the history
    std::size_t polls = 0;
    std::set<std::size_t> seen{};
    std::size_t retries = 0;  ///< the index changed faster than it could be opened

    void poll(const std::string& index)
    {
        auto opened = Engine::open(index);
        if (!opened && opened.error().kind == dateline::ErrorKind::IndexLocked) {
            ++retries;
            return;
        }
        REQUIRE_MESSAGE(opened, opened.error().message);
        Engine engine = *std::move(opened);
        const State state = check_answers(engine);
        while (place < history.size() && history[place].state != state) { ++place; }
        REQUIRE_MESSAGE(place < history.size(), "no generation, or one older than the last");
        seen.insert(place);
        ++polls;
    }
};

}  // namespace

TEST_SUITE("crash/whole_generations")
{
    TEST_CASE("a reader sees whole generations only, in their order, whatever a writer does")
    {
        const Sandbox sandbox;
        const std::string index = sandbox.at("index");
        const auto history = make_history(sandbox, index, in_scale(20, 120));
        REQUIRE(index_here(history.front().words).code == 0);

        std::atomic<bool> is_done{false};
        std::string problem;
        std::thread writer{[&] {
            for (std::size_t i = 1; i < history.size() && problem.empty(); ++i) {
                problem = index_here(history[i].words).err;
            }
            is_done = true;
        }};
        Reader reader{.history = history};
        try {
            while (!is_done) { reader.poll(index); }
        } catch (...) {  // an assertion has failed: the thread has to end before the test does
            writer.join();
            throw;
        }
        writer.join();
        CHECK(problem.empty());
        reader.poll(index);
        CHECK(reader.place + 1 == history.size());
        CHECK(reader.seen.size() > 3);
        const auto locked = dateline::lock_manifest(index);
        REQUIRE(locked);
        CHECK(locked->manifest.generation > history.size());  // merges publish, too
        tell(kHarness, std::to_string(reader.polls) + " polls saw " +
                           std::to_string(reader.seen.size()) + " of " +
                           std::to_string(history.size()) + " states through " +
                           std::to_string(locked->manifest.generation) + " publications, " +
                           std::to_string(reader.retries) + " tried again");
    }
}
