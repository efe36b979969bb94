// Saved queries, digests and packets, as people and cron use them: what is printed is golden, JSON
// keeps to the published schema.
#include "tests/support/golden.hpp"
#include "tests/support/json_schema.hpp"
#include "tests/support/run_program.hpp"
#include "tests/support/sandbox.hpp"
#include "tests/support/tame.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <nlohmann/json.hpp>
#include <sstream>

using dateline::tests::fault_in;
using dateline::tests::Finished;
using dateline::tests::harm_in;
using dateline::tests::run_program;
using dateline::tests::Sandbox;
using Json = nlohmann::json;

namespace {

Json record(const std::string& id, const std::string& title, const std::string& body)
{
    return {{"id", id},       {"source", "wire"},
            {"title", title}, {"date", "2022-03-0" + id},
            {"body", body},   {"url", "https://example.org/" + id}};
}

const std::string kFerry =
    "The ferry to the northern islands runs again. Its car deck was repaired.";
const std::string kTrain = "A night train to the coast was announced. It will meet the ferry.";
const std::string kLake = "The lake froze early. Nobody sailed.";

/// An index that grows from dump to dump.
struct Place {
    Sandbox sandbox{};
    std::string index = sandbox.at("index");

    [[nodiscard]] Finished ask(std::vector<std::string> words) const
    {
        words.insert(words.begin() + 1, {"--index", index});
        return run_program("dateline-search", words);
    }
    void add(const std::vector<Json>& records) const
    {
        std::string dump;
        for (const Json& one : records) { dump += one.dump() + "\n"; }
        const auto done = run_program("dateline-index",
                                      {"add", "--index", index, sandbox.write("dump.jsonl", dump)});
        REQUIRE(done.code == 0);
    }
    void do_index(std::vector<std::string> words) const
    {
        words.insert(words.begin() + 1, {"--index", index});
        REQUIRE(run_program("dateline-index", words).code == 0);
    }
    [[nodiscard]] Json json(std::vector<std::string> words, const std::string& kind) const
    {
        words.insert(words.end(), {"--format", "json"});
        Json json = Json::parse(ask(words).out, nullptr, false);
        CHECK(fault_in(json, kind) == "");
        return json;
    }
    /// Commands as a transcript; the sandbox's name is taken out.
    [[nodiscard]] std::string transcript(
        const std::vector<std::vector<std::string>>& commands) const
    {
        std::string all;
        for (const auto& words : commands) {
            const auto done = ask(words);
            all += "$ dateline-search";
            for (const std::string& word : words) { all += " " + word; }
            all += "\n" + done.out + done.err + "[" + std::to_string(done.code) + "]\n\n";
        }
        const std::string place = sandbox.path().string();
        for (std::size_t at = all.find(place); at != all.npos; at = all.find(place, at)) {
            all.replace(at, place.size(), "DIR");
        }
        std::erase(all, '\r');
        return all;
    }
    [[nodiscard]] std::string text_of(const std::string& name) const
    {
        std::ifstream file{sandbox.at(name)};
        return {std::istreambuf_iterator<char>{file}, {}};
    }
};

std::vector<std::string> ids_of(const Json& hits)
{
    std::vector<std::string> ids;
    for (const Json& hit : hits) { ids.push_back(hit["id"]); }
    return ids;
}

using Ids = std::vector<std::string>;

/// What a digest has for one query.
Ids new_of(const Json& digest, const std::string& name)
{
    for (const Json& query : digest["queries"]) {
        if (query["name"] == name) { return ids_of(query["hits"]); }
    }
    return {"no query"};
}

/// The state of each article of a checked packet.
std::map<std::string, std::string> states_of(const Json& check)
{
    std::map<std::string, std::string> states;
    for (const Json& article : check["articles"]) { states[article["id"]] = article["state"]; }
    return states;
}

using States = std::map<std::string, std::string>;

}  // namespace

TEST_SUITE("cli/reports")
{
    TEST_CASE("queries are saved, listed, asked, named in others, and removed")
    {
        const Place place;
        place.add({record("1", "Ferry runs", kFerry), record("2", "Train", kTrain),
                   record("3", "Lake", kLake)});
        const std::string all = place.transcript({
            {"saved", "list"},
            {"find", "saved:boats"},
            {"saved", "add", "boats", "ferry", "OR", "\"car deck\""},
            {"saved", "add", "north", "saved:boats", "islands"},
            {"saved", "add", "boats", "ship"},
            {"saved", "add", "two words", "ship"},
            {"saved", "add", "circle", "saved:circle"},
            {"saved", "add", "wrong", "titel:ship"},
            {"saved", "add", "empty"},
            {"saved", "list"},
            {"saved", "list", "--format", "csv"},
            {"saved", "run", "north", "--facets", "none", "--format", "ids"},
            {"saved", "run", "--format", "jsonl", "--fields", "id,title"},
            {"saved", "run", "norht"},
            {"count", "saved:north"},
            {"count", "saved:boats -saved:north"},
            {"find", "--format", "ids", "saved:boast"},
            {"saved", "remove", "boast"},
            {"saved", "remove", "boats"},
            {"count", "saved:north"},
            {"saved"},
            {"saved", "lst"},
        });
        dateline::tests::check_golden("output/saved.txt", all);
        CHECK(place.json({"saved", "list"}, "saved")["saved"].size() == 1);
        const auto explained =
            place.ask({"find", "--explain", "--saved",
                       place.sandbox.write("own.tsv", "deck\tdeck\n"), "saved:deck"});
        CHECK(explained.out.find("(saved:deck deck)") != std::string::npos);
        const auto nowhere =
            run_program("dateline-search", {"saved", "list", "--index", place.sandbox.at("none")});
        CHECK(nowhere.code == 3);
    }

    TEST_CASE("a saved query finds, ranks and marks what it does in brackets")
    {
        const Place place;
        place.add({record("1", "Ferry runs", kFerry), record("2", "Train", kTrain),
                   record("3", "Lake", kLake)});
        const std::string boats = "ferry OR \"car deck\"";
        REQUIRE(place.ask({"saved", "add", "boats", boats}).code == 0);
        for (const std::string around : {"@", "@^3 OR lake", "repaired NEAR/3 @", "* -@", "coast @",
                                         "train SENT @", "atleast2(@)", "islands NOT NEAR/2 @"}) {
            CAPTURE(around);
            const auto at = around.find('@');
            const auto hits = [&](const std::string& group) {
                std::string query = around;
                query.replace(at, 1, group);
                Json found = place.json({"find", query, "--facets", "none"}, "find");
                return found["hits"];
            };
            CHECK(hits("saved:boats") == hits("(" + boats + ")"));
        }
    }

    TEST_CASE("remove --query and --batch know saved queries")
    {
        const Place place;
        place.add({record("1", "Ferry runs", kFerry), record("3", "Lake", kLake)});
        REQUIRE(place.ask({"saved", "add", "boats", "ferry"}).code == 0);
        const auto batch = place.sandbox.write("batch.tsv", "a\tsaved:boats\nb\tsaved:none\n");
        const auto counted = place.ask({"count", "--batch", batch, "--format", "tsv"});
        CHECK(counted.code == 2);
        CHECK(counted.out.find("a\t1\tsaved:boats") != std::string::npos);
        CHECK(counted.err.find(":2: there is no saved query 'none'") != std::string::npos);
        place.do_index({"remove", "--query", "saved:boats"});
        CHECK(place.ask({"find", "--format", "ids", "*"}).out == "wire/3\n");
    }

    TEST_CASE("a digest has what was first published since, merged, edited or rebuilt")
    {
        const Place place;
        place.add({record("1", "Ferry runs", kFerry)});
        REQUIRE(place.ask({"saved", "add", "boats", "ferry"}).code == 0);
        REQUIRE(place.ask({"saved", "add", "ice", "froze"}).code == 0);
        const Json first = place.json({"digest", "--since", "0"}, "digest");
        CHECK(new_of(first, "boats") == Ids{"wire/1"});
        CHECK(new_of(first, "ice").empty());
        const std::string since = std::to_string(first["generation"].get<int>());
        CHECK(place.ask({"digest", "--since", since}).code == 1);
        CHECK(place.ask({"digest", "--since", since}).out.empty());  // what cron would mail

        place.add({record("1", "Ferry runs, edited", kFerry), record("2", "Train", kTrain),
                   record("3", "Lake", kLake)});
        const auto check_second = [&](const Json& digest) {
            CHECK(new_of(digest, "boats") == Ids{"wire/2"});
            CHECK(new_of(digest, "ice") == Ids{"wire/3"});
            CHECK(digest["articles"] == 2);
        };
        check_second(place.json({"digest", "--since", since}, "digest"));
        place.do_index({"merge"});
        check_second(place.json({"digest", "--since", since}, "digest"));
        const std::string whole = place.index;
        Place rebuilt;
        place.do_index({"rebuild", rebuilt.index});
        const Json after = rebuilt.json({"digest", "--since", since}, "digest");
        check_second(after);
        CHECK(after["generation"] > first["generation"]);
        // By day, as far as a test without a clock can tell.
        CHECK(place.json({"digest", "--since", "2000-01-01"}, "digest")["articles"] == 3);
        CHECK(place.ask({"digest", "--since", "9999-12-31"}).code == 1);
        CHECK(place.json({"digest", "--since", since, "-n", "0"},
                         "digest")["queries"][0]["total"]["value"] == 1);
    }

    TEST_CASE("digests look as promised")
    {
        const Place place;
        place.add({record("1", "Ferry runs", kFerry), record("2", "Train", kTrain),
                   record("3", "Lake", kLake)});
        place.sandbox.write("index/saved.tsv",
                            "boats\tferry\nnone\tsubmarine\nwrong\tferry titel:x\nice\tfroze\n");
        dateline::tests::check_golden(
            "output/digest.txt", place.transcript({
                                     {"digest", "--since", "0"},
                                     {"digest", "--since", "0", "-n", "1", "--format", "markdown"},
                                     {"digest", "--since", "1"},
                                     {"digest"},
                                     {"digest", "--since", "99"},
                                     {"digest", "--since", "2022"},
                                     {"digest", "--since", "soon"},
                                     {"digest", "--since", "0", "--format", "csv"},
                                     {"digest", "--since", "0", "x"},
                                 }));
    }

    TEST_CASE("a packet says later what has become of its articles")
    {
        const Place place;
        place.add({record("1", "Ferry runs", kFerry), record("2", "Train", kTrain),
                   record("3", "Lake", kLake)});
        REQUIRE(place.ask({"saved", "add", "boats", "ferry"}).code == 0);
        const std::string file = place.sandbox.at("packet.json");
        REQUIRE(place.ask({"export", "--packet", file, "saved:boats"}).code == 0);
        const std::string bytes = place.text_of("packet.json");
        const Json packet = Json::parse(bytes);
        CHECK(fault_in(packet, "packet") == "");
        CHECK(packet["saved"] == Json::array({{{"name", "boats"}, {"query", "ferry"}}}));
        CHECK(packet["as_of"].is_null());
        REQUIRE(packet["articles"].size() == 2);
        for (const Json& article : packet["articles"]) {
            const std::string body = article["id"] == "wire/1" ? kFerry : kTrain;
            for (const Json& quote : article["quotes"]) {
                CHECK(body.substr(quote["start"], quote["end"].get<std::size_t>() -
                                                      quote["start"].get<std::size_t>()) ==
                      quote["text"]);
                for (const Json& match : quote["matches"]) {
                    CHECK(body.substr(match[0], 5) == "ferry");
                }
            }
        }
        REQUIRE(place.ask({"export", "--packet", file, "saved:boats"}).code == 0);
        CHECK(place.text_of("packet.json") == bytes);

        const auto check = [&](const std::string& name) {
            return place.json({"verify-packet", place.sandbox.at(name)}, "packet_check");
        };
        CHECK(place.ask({"verify-packet", file}).code == 0);
        CHECK(states_of(check("packet.json")) ==
              States{{"wire/1", "unchanged"}, {"wire/2", "unchanged"}});

        // The saved query changes; the packet has its own.
        REQUIRE(place.ask({"saved", "remove", "boats"}).code == 0);
        place.do_index({"merge"});
        CHECK(place.ask({"verify-packet", file}).code == 0);

        place.add({record("1", "Ferry runs", "Today: " + kFerry),
                   record("4", "Ships", "Ferry after ferry.")});
        place.do_index({"remove", "wire/2"});
        CHECK(place.ask({"verify-packet", file}).code == 1);
        CHECK(states_of(check("packet.json")) ==
              States{{"wire/1", "edited"}, {"wire/2", "removed"}, {"wire/4", "new"}});
        dateline::tests::check_golden("output/packet.txt",
                                      place.transcript({{"verify-packet", file}}));
    }

    TEST_CASE("a packet that says what the articles do not is found out")
    {
        const Place place;
        place.add({record("1", "Ferry runs", kFerry)});
        const std::string file = place.sandbox.at("packet.json");
        REQUIRE(place.ask({"export", "--packet", file, "ferry"}).code == 0);
        Json packet = Json::parse(place.text_of("packet.json"));
        std::string& text = packet["articles"][0]["quotes"][0]["text"].get_ref<std::string&>();
        text[0] = 'X';
        text.replace(4, 1, "\x1b");
        place.sandbox.write("forged.json", packet.dump());
        const auto forged = place.ask({"verify-packet", place.sandbox.at("forged.json")});
        CHECK(forged.code == 1);
        CHECK(forged.out.find("misquoted") != std::string::npos);
        CHECK(harm_in(forged.out) == "");
        packet["query"] = "submarine";
        packet["articles"][0]["quotes"] = Json::array();
        place.sandbox.write("forged.json", packet.dump());
        const auto other = place.ask({"verify-packet", place.sandbox.at("forged.json")});
        CHECK(other.out.find("unmatched") != std::string::npos);
        CHECK(other.err.find("this version reads the packet's query as submarine") !=
              std::string::npos);
    }

    TEST_CASE("what export and verify-packet cannot do is said, and no file is left")
    {
        const Place place;
        place.add({record("1", "Ferry runs", kFerry)});
        const std::string file = place.sandbox.at("packet.json");
        CHECK(place.ask({"export", "ferry"}).code == 2);
        CHECK(place.ask({"export", "--packet", file, "titel:x"}).code == 2);
        CHECK_FALSE(std::filesystem::exists(file));
        CHECK(place.ask({"export", "--packet", place.sandbox.at("no/where"), "ferry"}).code == 3);
        CHECK(place.ask({"export", "--packet", file, "submarine"}).code == 1);
        CHECK(place.ask({"verify-packet", file}).code == 0);
        CHECK(place.ask({"export", "--packet", file, "date:last-30-days"}).code == 1);
        CHECK_FALSE(Json::parse(place.text_of("packet.json"))["as_of"].is_null());
        CHECK(place.ask({"verify-packet", place.sandbox.write("x.json", "{}")}).code == 2);
        CHECK(place.ask({"verify-packet", place.sandbox.at("none.json")}).code == 3);
        CHECK(place.ask({"verify-packet"}).code == 2);
    }
}
