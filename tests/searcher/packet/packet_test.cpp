// Packets: what is written comes back, and whatever a file holds is read or refused with its place.
#include "searcher/packet/packet.hpp"

#include "tests/support/json_schema.hpp"
#include "tests/support/sandbox.hpp"
#include "tests/support/tame.hpp"

#include <doctest/doctest.h>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

using namespace dateline;
using namespace dateline::searcher;
using Json = nlohmann::ordered_json;

namespace {

Packet sample_packet()
{
    const std::chrono::sys_days day{std::chrono::year{2026} / 1 / 31};
    return {.program = "dateline-search 0.1.0",
            .query = "saved:boats \"señal\"",
            .parsed = "(and (saved:boats ferry) señal)",
            .as_of = day,
            .saved = {{.name = "boats", .text = "ferry"}},
            .index = {.generation = 42,
                      .manifest = std::string(32, 'a'),
                      .articles = 7,
                      .schema = 5,
                      .xapian = "1.4",
                      .unicode = "15.0",
                      .stemmer = "3"},
            .articles = {{.id = "wire/1",
                          .title = "Ferry \u202E runs\x1b[31m",
                          .date = Date{day, Precision::Month},
                          .source = "wire",
                          .url = "https://example.org/1",
                          .sha256 = std::string(64, 'b'),
                          .quotes = {{.begin = 10, .text = "a señal", .matches = {{12, 18}}}}},
                         {.id = "wire/2", .sha256 = std::string(64, 'c')}}};
}

std::string json_of(const Packet& packet)
{
    std::ostringstream out;
    write_packet(packet, out);
    return out.str();
}

std::string refusal_of(std::string_view bytes)
{
    const auto packet = parse_packet(bytes);
    return packet ? "" : packet.error().message;
}

std::string with(const std::string& pointer, const Json& value)
{
    Json json = Json::parse(json_of(sample_packet()));
    json[Json::json_pointer{pointer}] = value;
    return json.dump();
}

}  // namespace

TEST_SUITE("searcher/packet/packet")
{
    TEST_CASE("a packet comes back, keeps to the schema and harms no terminal")
    {
        const std::string json = json_of(sample_packet());
        CHECK(tests::fault_in(nlohmann::json::parse(json), "packet") == "");
        CHECK(tests::harm_in(json) == "");
        const auto packet = parse_packet(json);
        REQUIRE(packet);
        CHECK(json_of(*packet) == json);
        CHECK(packet->articles[0].title == sample_packet().articles[0].title);
        CHECK(packet->articles[0].quotes[0].matches == std::vector<Mark>{{12, 18}});
        CHECK_FALSE(packet->articles[1].date);
    }

    TEST_CASE("what is no packet is refused where it is none")
    {
        const struct {
            std::string text;
            std::string refusal;
        } cases[] = {
            {with("/extra", 1), ""},
            {"", "it is no JSON from byte 1 of 0 on"},
            {"[]", "it has no \"kind\""},
            {"{}", "it has no \"kind\""},
            {with("/kind", "run"), "/kind is not \"packet\""},
            {with("/schema", 2), "/schema is not 1: another version of dateline-search wrote it"},
            {with("/query", 7), "/query is no text"},
            {with("/as_of", "soon"), "/as_of is no date"},
            {with("/saved/0/name", "a b"), "/saved/0/name is no name of a query"},
            {with("/index/generation", -1), "/index/generation is no whole number"},
            {with("/articles", Json::object()), "/articles is no list"},
            {with("/articles", Json(std::vector<int>(kMaxPacketArticles + 1))),
             "/articles is too long"},
            {with("/articles/1/id", "wire/1"), "/articles/1/id comes twice"},
            {with("/articles/0/sha256", std::string(63, 'a')), "/articles/0/sha256 is no SHA-256"},
            {with("/articles/0/sha256", std::string(64, 'G')), "/articles/0/sha256 is no SHA-256"},
            {with("/articles/0/date", "2022-13"), "/articles/0/date is no date"},
            {with("/articles/0/quotes/0/end", 11),
             "/articles/0/quotes/0/end is not where the text ends"},
            {with("/articles/0/quotes/0/start", UINT64_MAX),
             "/articles/0/quotes/0/end is not where the text ends"},
            {with("/articles/0/quotes/0/matches/0", Json::array({1, 2, 3})),
             "/articles/0/quotes/0/matches/0 is too long"},
            {with("/articles/0/quotes/0/matches/0", Json::array({12})),
             "/articles/0/quotes/0/matches/0 is no pair"},
            {with("/articles/0/quotes/0/matches/0", Json::array({9, 12})),
             "/articles/0/quotes/0/matches/0 lies outside of its quote"},
            {with("/articles/0/quotes/0/matches/0", Json::array({18, 12})),
             "/articles/0/quotes/0/matches/0 lies outside of its quote"},
            {with("/articles/0/quotes", Json(std::vector<int>(kMaxQuotes + 1))),
             "/articles/0/quotes is too long"},
            {std::string(1 << 20, '['), "it is nested too deeply"},
            {std::string(kMaxPacketBytes + 1, ' '), "it is larger than 67.1 MB"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.refusal);
            CHECK(refusal_of(c.text) == c.refusal);
        }
    }

    TEST_CASE("whatever the bytes, a packet is read or refused")
    {
        const std::string good = json_of(sample_packet());
        std::mt19937 random{8};
        std::size_t refused = 0;
        for (int round = 0; round < 5000; ++round) {
            std::string bytes = good;
            for (std::size_t i = random() % 4; i < 4; ++i) {
                bytes[random() % bytes.size()] = static_cast<char>(random());
            }
            if (random() % 8 == 0) { bytes.resize(random() % bytes.size()); }
            const auto packet = parse_packet(bytes);
            refused += packet ? 0 : 1;
            if (packet) { CHECK(parse_packet(json_of(*packet))); }
        }
        CHECK(refused > 1000);
    }

    TEST_CASE("the file is named")
    {
        const tests::Sandbox sandbox;
        const auto packet = read_packet(sandbox.write("p.json", "{\"kind\":1}"));
        REQUIRE_FALSE(packet);
        CHECK(packet.error().kind == ErrorKind::InputFormat);
        CHECK(packet.error().message ==
              "'" + sandbox.at("p.json") + "' is no packet: /kind is no text");
        CHECK(read_packet(sandbox.at("none")).error().kind == ErrorKind::Io);
    }
}
