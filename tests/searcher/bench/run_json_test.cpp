#include "searcher/bench/run_json.hpp"

#include "tests/support/golden.hpp"
#include "tests/support/mutations.hpp"
#include "tests/support/sample_run.hpp"
#include "tests/support/sandbox.hpp"
#include "tests/support/tame.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <sstream>

using namespace dateline;
using namespace dateline::searcher;
using dateline::tests::earlier_run;
using dateline::tests::sample_run;
using dateline::tests::Sandbox;
using Json = nlohmann::ordered_json;

namespace {

std::string json_of(const BenchRun& run, const std::optional<Comparison>& against = {})
{
    std::ostringstream out;
    write_run_json(run, against, out);
    return out.str();
}

/// What read_run() says of a file with this text; "" if it can be read.
std::string refusal_of(const std::string& text)
{
    const Sandbox sandbox;
    const auto read = read_run(sandbox.write("run.json", text));
    if (read) { return {}; }
    CHECK(read.error().kind == ErrorKind::InputFormat);
    CHECK(read.error().message.find("run.json' is no saved run: ") != std::string::npos);
    CHECK_FALSE(read.error().hint.empty());
    const std::string begin = "is no saved run: ";
    return read.error().message.substr(read.error().message.find(begin) + begin.size());
}

}  // namespace

TEST_SUITE("searcher/bench/run_json")
{
    TEST_CASE("the JSON is what is promised")
    {
        Comparison comparison = compare_runs(sample_run().record, earlier_run());
        comparison.file = "before.json";
        const Json json = Json::parse(json_of(sample_run(), comparison));
        tests::check_golden("output/bench.json", json.dump(1) + "\n");
        CHECK(json["schema"] == 1);
        CHECK(Json::parse(json_of(sample_run()))["against"].is_null());
    }

    TEST_CASE("what was kept is read back")
    {
        const Sandbox sandbox;
        const BenchRun run = sample_run();
        const auto read = read_run(sandbox.write("run.json", json_of(run)));
        REQUIRE(read);
        const BenchRecord& record = run.record;
        CHECK(read->program == record.program);
        CHECK(read->date == record.date);
        CHECK(read->load == record.load);
        CHECK(read->index == record.index);
        CHECK(read->articles == record.articles);
        CHECK(read->totals == record.totals);
        REQUIRE(read->modes.size() == record.modes.size());
        for (std::size_t i = 0; i < record.modes.size(); ++i) {
            CHECK(read->modes[i].mode == record.modes[i].mode);
            REQUIRE(read->modes[i].rounds.size() == record.modes[i].rounds.size());
            CHECK(read->modes[i].rounds[2][3] ==
                  doctest::Approx(*record.modes[i].rounds[2][3]).epsilon(0.001));
            CHECK_FALSE(read->modes[i].rounds[2][5]);
        }
        REQUIRE(read->throughput.size() == record.throughput.size());
        CHECK(read->throughput[3].failed == 3);
        CHECK(read->throughput[3].per_second == record.throughput[3].per_second);
        const Comparison same = compare_runs(record, *read);
        CHECK(same.warnings.empty());
        CHECK(same.modes.size() == record.modes.size());
        for (const ModeComparison& mode : same.modes) {
            CHECK(mode.verdict == Verdict::NoDifference);
            CHECK(mode.p50 == doctest::Approx(1).epsilon(0.001));
        }
    }

    TEST_CASE("a file that is no saved run is refused, with the place")
    {
        const std::string good = json_of(sample_run());
        const auto with = [&good](const char* pointer, const Json& value) {
            Json json = Json::parse(good);
            json[Json::json_pointer{pointer}] = value;
            return json.dump();
        };
        const auto without = [&good](const char* pointer, const char* key) {
            Json json = Json::parse(good);
            json[Json::json_pointer{pointer}].erase(key);
            return json.dump();
        };
        const struct {
            std::string text;
            std::string refusal;
        } cases[] = {
            {good, ""},
            {with("/extra", 1), ""},
            {with("/modes/0/name", "tepid"), ""},  // a mode of a later version
            {"", "it is no JSON from byte 1 of 0 on"},
            {"nonsense", "it is no JSON from byte 2 of 8 on"},
            {"{}", "it has no \"schema\""},
            {"[]", "it has no \"schema\""},
            {"null", "it has no \"schema\""},
            {"1e999", "[json.exception.out_of_range.406] number overflow parsing '1e999'"},
            {R"({"schema":1,"query":"oil","total":{"value":1}})", "it has no \"index\""},
            {with("/schema", 2), "/schema is not 1: another version of dateline-search wrote it"},
            {with("/schema", "1"), "/schema is no whole number"},
            {with("/index", Json::array()), "/index has no \"path\""},
            {with("/index/generation", -1), "/index/generation is no whole number"},
            {with("/index/generation", 1.5), "/index/generation is no whole number"},
            {with("/program", 7), "/program is no text"},
            {with("/load", "much"), "/load is no number that was measured"},
            {with("/facets", "person"), "/facets is no list"},
            {with("/queries/totals", Json::array()),
             "/modes/0/rounds_ms/0 has another length than /queries/totals"},
            {with("/queries/totals/3", -4), "/queries/totals/3 is no whole number"},
            {with("/queries/totals", Json(std::vector<int>(kMaxQueries + 1, 1))),
             "/queries/totals is too long"},
            {with("/modes/1/rounds_ms/2/4", 0), "/modes/1/rounds_ms/2/4 is not more than 0"},
            {with("/modes/1/rounds_ms/2/4", -1),
             "/modes/1/rounds_ms/2/4 is no number that was measured"},
            {with("/modes/1/rounds_ms/2/4", 1e300),
             "/modes/1/rounds_ms/2/4 is no number that was measured"},
            {with("/modes/1/rounds_ms/2/4", "1"),
             "/modes/1/rounds_ms/2/4 is no number that was measured"},
            {with("/modes/1/rounds_ms/2", Json(std::vector<std::nullptr_t>(32))),
             "/modes/1/rounds_ms/2 has no times"},
            {with("/modes/1/rounds_ms", Json::array()), "/modes/1/rounds_ms is empty"},
            {with("/modes/1/rounds_ms", Json(std::vector<int>(101, 1))),
             "/modes/1/rounds_ms is too long"},
            {without("/modes/2", "rounds_ms"), "/modes/2 has no \"rounds_ms\""},
            {with("/throughput/0/facets", 1), "/throughput/0/facets is neither true nor false"},
            {with("/throughput/0/rounds_per_second", Json::array()),
             "/throughput/0/rounds_per_second is empty"},
            {with("/throughput/0/rounds_per_second/1", 0),
             "/throughput/0/rounds_per_second/1 is not more than 0"},
            {std::string(1 << 20, '['), "it is nested too deeply"},
            {with("/extra", Json::parse("[[[[[[[[1]]]]]]]]")), "it is nested too deeply"},
            {std::string(kMaxRunBytes + 1, ' '), "it is larger than 16.7 MB"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.refusal);
            CHECK(refusal_of(c.text) == c.refusal);
        }
    }

    TEST_CASE("brackets in texts are no nesting")
    {
        BenchRun run = sample_run();
        run.queries[7].text = "\"[[[[[[[[[[[[[[[[\\";
        CHECK(refusal_of(json_of(run)).empty());
    }

    TEST_CASE("a run that was cut off is refused wherever it ends")
    {
        const std::string good = json_of(sample_run());
        for (std::size_t size = 0; size + 2 < good.size(); size += 97) {
            CAPTURE(size);
            CHECK(refusal_of(good.substr(0, size)).starts_with("it is no JSON from byte "));
        }
    }

    TEST_CASE("whatever the bytes, a run is read or refused, and can be compared if it is read")
    {
        const std::string good = json_of(sample_run());
        const Sandbox sandbox;
        std::size_t read_whole = 0;
        for (std::uint32_t seed = 0; seed < 1000; ++seed) {
            CAPTURE(seed);
            const auto read = read_run(sandbox.write("run.json", tests::mutate(good, seed)));
            if (!read) {
                CHECK(read.error().kind == ErrorKind::InputFormat);
                continue;
            }
            ++read_whole;
            const Comparison comparison = compare_runs(sample_run().record, *read);
            for (const ModeComparison& mode : comparison.modes) { CHECK(mode.p50 > 0); }
        }
        CHECK(read_whole > 0);
    }

    TEST_CASE("what cannot be read is an error of the system")
    {
        const Sandbox sandbox;
        for (const std::string& path : {sandbox.at("none.json"), sandbox.path().string()}) {
            const auto read = read_run(path);
            REQUIRE_FALSE(read);
            CHECK(read.error().kind == ErrorKind::Io);
            CHECK(read.error().message.find(path) != std::string::npos);
        }
    }

    TEST_CASE("nothing in it does anything to a terminal")
    {
        BenchRun run = sample_run();
        run.queries[7].text = run.queries[5].name = "a\x1b]0;x\x07\u202E";
        run.failures[0].error.message = "\x1b[31m";
        CHECK(tests::harm_in(json_of(run)).empty());
    }
}
