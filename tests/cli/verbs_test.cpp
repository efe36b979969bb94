// The verbs that keep an index up to date: sync, watch, remove, merge, rebuild, and --wait.
#include "common/storage/snapshot.hpp"
#include "indexer/writer.hpp"
#include "tests/support/background_program.hpp"
#include "tests/support/packing.hpp"
#include "tests/support/run_program.hpp"
#include "tests/support/sandbox.hpp"

#include <csignal>
#include <doctest/doctest.h>
#include <filesystem>
#include <nlohmann/json.hpp>

using dateline::Snapshot;
using dateline::indexer::IndexWriter;
using dateline::tests::BackgroundProgram;
using dateline::tests::Finished;
using dateline::tests::gzip;
using dateline::tests::run_program;
using dateline::tests::Sandbox;
using dateline::tests::tar;
namespace fs = std::filesystem;

namespace {

std::string record(const std::string& id, const std::string& body)
{
    return nlohmann::json{{"id", id}, {"source", "wire"}, {"title", "T " + id}, {"body", body}}
               .dump() +
           "\n";
}

/// A folder of dumps and the index of it.
struct Place {
    Sandbox sandbox{};
    std::string dumps = sandbox.make_folder("dumps");
    std::string index = sandbox.at("index");

    [[nodiscard]] Finished run(std::vector<std::string> words) const
    {
        words.insert(words.begin() + 1, {"--index", index});
        return run_program("dateline-index", words);
    }
    void write(const std::string& name, const std::string& text) const
    {
        sandbox.write("dumps/" + name, text);
    }
    /// The ids that are there, in order.
    [[nodiscard]] std::set<std::string> ids() const
    {
        const auto found = run_program(
            "dateline-search", {"--index", index, "--format", "json", "--limit", "1000", "*"});
        std::set<std::string> result;
        const auto json = nlohmann::json::parse(found.out, nullptr, false);
        if (!json.is_object()) { return result; }
        for (const auto& hit : json["hits"]) { result.insert(hit["id"]); }
        CHECK(json["total"]["value"] == result.size());
        return result;
    }
    [[nodiscard]] std::string digest() const { return run({"verify", "--digest"}).out; }
};

using Ids = std::set<std::string>;

}  // namespace

TEST_SUITE("cli/verbs")
{
    TEST_CASE("sync follows a folder: new, changed, moved and vanished articles")
    {
        const Place place;
        place.write("a.jsonl", record("1", "one") + record("2", "two"));
        place.write("sub/b.jsonl", record("3", "three"));
        CHECK(place.run({"sync", place.dumps}).err.starts_with("added 3, replaced 0, unchanged 0"));
        CHECK(place.ids() == Ids{"wire/1", "wire/2", "wire/3"});

        place.write("a.jsonl", record("1", "one"));       // lost 2
        place.write("sub/b.jsonl", record("3", "tres"));  // changed
        place.write("c.jsonl", record("4", "four"));      // new
        CHECK(place.run({"sync", place.dumps})
                  .err.starts_with("added 1, replaced 1, unchanged 1, removed 1"));
        CHECK(place.ids() == Ids{"wire/1", "wire/3", "wire/4"});

        fs::rename(place.dumps + "/a.jsonl", place.dumps + "/z.jsonl");  // moved: kept
        CHECK(place.run({"sync", place.dumps}).err.starts_with("added 0, replaced 1, unchanged 2"));
        CHECK(place.ids() == Ids{"wire/1", "wire/3", "wire/4"});
        CHECK(
            place.run({"sync", place.dumps}).err.starts_with("added 0, replaced 0, unchanged 3;"));

        fs::remove(place.dumps + "/z.jsonl");  // it is known where the moved one is now
        CHECK(place.run({"sync", place.dumps})
                  .err.starts_with("added 0, replaced 0, unchanged 2, removed 1"));
        CHECK(place.ids() == Ids{"wire/3", "wire/4"});
    }

    TEST_CASE("sync removes nothing of other folders, of other runs, or of what it cannot read")
    {
        const Place place;
        const std::string other = place.sandbox.make_folder("other");
        place.sandbox.write("other/o.jsonl", record("8", "eight"));
        place.write("a.jsonl", record("1", "one") + record("2", "two"));
        place.write("b.jsonl", record("3", "three"));
        REQUIRE(place.run({"add", other, place.dumps}).code == 0);
        REQUIRE(run_program("dateline-index",
                            {"add", "--index", place.index, "--input", "jsonl", "-"},
                            record("9", "nine"))
                    .code == 0);

        place.write("a.jsonl", "{\"id\": broken\n" + record("2", "two"));
        CHECK(place.run({"sync", place.dumps}).err.find("removed") == std::string::npos);
        CHECK(place.ids() == Ids{"wire/1", "wire/2", "wire/3", "wire/8", "wire/9"});

        place.write("a.jsonl", record("2", "two"));
        CHECK(place.run({"sync", place.dumps}).err.find("removed 1") != std::string::npos);
        CHECK(place.ids() == Ids{"wire/2", "wire/3", "wire/8", "wire/9"});
    }

    TEST_CASE("sync does not take an empty folder for a wish")
    {
        const Place place;
        place.write("a.jsonl", record("1", "one"));
        REQUIRE(place.run({"sync", place.dumps}).code == 0);
        fs::remove(place.dumps + "/a.jsonl");
        const auto refused = place.run({"sync", place.dumps});
        CHECK(refused.code == 2);
        CHECK(refused.err.find("remove --file") != std::string::npos);
        CHECK(place.ids() == Ids{"wire/1"});
        CHECK(place.run({"sync", place.dumps + "/none"}).code == 3);
        CHECK(place.run({"remove", "--file", place.dumps}).code == 0);
        CHECK(place.ids().empty());
    }

    TEST_CASE("an index among its dumps is no dump")
    {
        Place place;
        place.index = place.dumps + "/index";
        place.write("a.jsonl", record("1", "one"));
        const std::string first = place.run({"sync", place.dumps}).err;
        CHECK(first.starts_with("added 1, replaced 0, unchanged 0;"));
        CHECK(first.find("skipped") == std::string::npos);
        CHECK(place.run({"add", place.dumps}).err.find("skipped") == std::string::npos);
        CHECK(place.ids() == Ids{"wire/1"});
    }

    TEST_CASE("remove takes ids, a query, a dump or a folder, each article once")
    {
        const struct {
            std::vector<std::string> words;
            Ids left;
            std::string told;
        } cases[] = {
            {{"wire/1", "wire/1", "none"},
             {"wire/2", "wire/3", "wire/4"},
             "removed 1, not there 1"},
            {{"--query", "two OR three"}, {"wire/1", "wire/4"}, "removed 2, not there 0"},
            {{"--query", "*"}, {}, "removed 4, not there 0"},
            {{"--query", "nothing"},
             {"wire/1", "wire/2", "wire/3", "wire/4"},
             "removed 0, not there 0"},
            {{"--file", "a.jsonl"}, {"wire/3", "wire/4"}, "removed 2, not there 0"},
            {{"--file", "sub"}, {"wire/1", "wire/2"}, "removed 2, not there 0"},
            {{"--file", "su"}, {"wire/1", "wire/2", "wire/3", "wire/4"}, "removed 0, not there 0"},
            {{"--file", "sub/b.jsonl", "--query", "four", "wire/4"},
             {"wire/1", "wire/2"},
             "removed 2, not there 0"},
        };
        for (const auto& c : cases) {
            const Place place;
            place.write("a.jsonl", record("1", "one") + record("2", "two"));
            place.write("sub/b.jsonl", record("3", "three") + record("4", "four"));
            REQUIRE(place.run({"add", place.dumps}).code == 0);
            std::vector<std::string> words{"remove"};
            for (std::size_t i = 0; i < c.words.size(); ++i) {
                const bool is_path = i > 0 && c.words[i - 1] == "--file";
                words.push_back(is_path ? place.dumps + "/" + c.words[i] : c.words[i]);
            }
            CAPTURE(c.told);
            CHECK(place.run(words).err == c.told + "\n");
            CHECK(place.ids() == c.left);
        }
    }

    TEST_CASE("a wrong query removes nothing")
    {
        const Place place;
        place.write("a.jsonl", record("1", "one"));
        REQUIRE(place.run({"add", place.dumps}).code == 0);
        CHECK(place.run({"remove", "--query", "one AND"}).code == 2);
        CHECK(place.run({"remove", "--query", "\xff"}).code == 2);
        CHECK(place.run({"remove"}).code == 2);
        CHECK(place.ids() == Ids{"wire/1"});
    }

    TEST_CASE("merge leaves one segment, and the same articles")
    {
        const Place place;
        for (const std::string id : {"1", "2", "3"}) {
            place.write(id + ".jsonl", record(id, "text " + id));
            REQUIRE(place.run({"add", place.dumps}).code == 0);
        }
        REQUIRE(place.run({"remove", "wire/2"}).code == 0);
        const std::string before = place.digest();
        CHECK(place.run({"merge"}).err.find("segments into 1\n") != std::string::npos);
        const auto snapshot = Snapshot::open(place.index);
        REQUIRE(snapshot);
        CHECK(snapshot->segments().size() == 1);
        CHECK(snapshot->segments().front().articles() == 2);
        CHECK(place.digest() == before);
        CHECK(place.run({"merge"}).err.starts_with("nothing to merge"));
        CHECK(place.run({"merge", "x"}).code == 2);
    }

    TEST_CASE("rebuild makes the same index of the stored articles alone")
    {
        const Place place;
        place.write("a.jsonl", R"({"id":"1","source":"wire","title":"Talks","body":"Angela Merkel )"
                               R"(visited Kyiv.","countries":["usa"]})"
                               "\n" +
                                   record("2", "In Moscow, Vladimir Putin spoke."));
        REQUIRE(place.run({"add", place.dumps}).code == 0);
        REQUIRE(place.run({"remove", "none"}).code == 0);
        fs::remove_all(place.dumps);
        const std::string fresh = place.sandbox.at("new");
        const auto done = place.run({"rebuild", fresh});
        CHECK(done.code == 0);
        CHECK(done.err.starts_with("added 2, replaced 0, unchanged 0"));
        const auto digest = run_program("dateline-index", {"verify", "--index", fresh, "--digest"});
        CHECK(digest.out == place.digest());
        CHECK(place.run({"rebuild", fresh}).err.starts_with("added 0, replaced 0, unchanged 2"));
        const auto files =
            run_program("dateline-index", {"remove", "--index", fresh, "--file", place.dumps});
        CHECK(files.err == "removed 2, not there 0\n");  // where they came from is kept

        CHECK(place.run({"rebuild", "--detect", "none", place.sandbox.at("bare")}).code == 0);
        const auto bare = run_program("dateline-search", {"--index", place.sandbox.at("bare"),
                                                          "--format", "json", "country:US"});
        CHECK(bare.code == 0);  // a dump's own marks stay
        CHECK(bare.out.find("Merkel\"") == std::string::npos);
        CHECK(place.run({"rebuild", place.index}).code == 2);
        CHECK(place.run({"rebuild"}).code == 2);
    }

    TEST_CASE("with --wait a second writer waits for the first, without it leaves with 75")
    {
        const Place place;
        place.write("a.jsonl", record("1", "one"));
        REQUIRE(place.run({"add", place.dumps}).code == 0);
        auto opened = IndexWriter::open(place.index);
        REQUIRE(opened);
        auto writer = *std::move(opened);
        const auto refused = place.run({"remove", "wire/1"});
        CHECK(refused.code == 75);
        CHECK(refused.err.find("(process " + std::to_string(::getpid()) + ")") !=
              std::string::npos);
        CHECK(refused.err.find("--wait") != std::string::npos);

        BackgroundProgram waiting{"dateline-index",
                                  {"remove", "--index", place.index, "--wait", "wire/1"}};
        CHECK(waiting.next_line().starts_with("waiting: another process is writing the index"));
        CHECK(place.ids() == Ids{"wire/1"});
        writer.reset();
        CHECK(waiting.next_line() == "removed 1, not there 0");
        CHECK(waiting.wait() == 0);
        CHECK(place.ids().empty());
    }

    TEST_CASE("Ctrl-C ends the waiting")
    {
        const Place place;
        auto writer = IndexWriter::open(place.index);
        REQUIRE(writer);
        BackgroundProgram waiting{"dateline-index",
                                  {"add", "--index", place.index, "--wait", place.dumps}};
        CHECK(waiting.next_line().starts_with("waiting:"));
        waiting.send(SIGINT);
        CHECK(waiting.wait() != 0);
    }

    TEST_CASE("watch adds what is there, then what is dropped in, until it is ended")
    {
        const Place place;
        place.write("a.jsonl", record("1", "one"));
        BackgroundProgram watch{"dateline-index", {"watch", "--index", place.index, place.dumps}};
        CHECK(watch.next_line().starts_with("added 1, replaced 0, unchanged 0"));
        CHECK(place.ids() == Ids{"wire/1"});

        place.sandbox.write("b.jsonl", record("2", "two"));  // then moved in whole
        fs::rename(place.sandbox.at("b.jsonl"), place.dumps + "/b.jsonl");
        CHECK(watch.next_line().starts_with("added 1, replaced 0, unchanged 0"));
        CHECK(place.ids() == Ids{"wire/1", "wire/2"});

        place.sandbox.write("folder/deep/c.jsonl", record("3", "three"));
        fs::rename(place.sandbox.at("folder"), place.dumps + "/folder");
        CHECK(watch.next_line().starts_with("added 1, replaced 0, unchanged 0"));
        place.write("folder/deep/d.txt", "Quiet day in Minsk\n\nNothing happened here today.\n");
        CHECK(watch.next_line().starts_with("added 1, replaced 0, unchanged 0"));
        CHECK(place.ids() ==
              Ids{"wire/1", "wire/2", "wire/3", "folder/deep/d.txt"});  // as add would name it

        REQUIRE(place.run({"remove", "--wait", "wire/1"}).code == 0);  // the lock is free meanwhile
        watch.send(SIGTERM);
        CHECK(watch.wait() == 0);
        CHECK(place.run({"add", place.dumps}).err.starts_with("added 1, replaced 0, unchanged 3"));
    }

    TEST_CASE("less memory makes smaller publications and the same index")
    {
        const Place place;
        std::string dump;
        for (int i = 0; i < 3000; ++i) {
            dump +=
                record(std::to_string(i), std::string(1000, 'w') + " number " + std::to_string(i));
        }
        place.write("a.jsonl", dump);
        REQUIRE(place.run({"add", "--memory", "16M", place.dumps}).code == 0);
        const auto snapshot = Snapshot::open(place.index);
        REQUIRE(snapshot);
        CHECK(snapshot->manifest().generation >= 3);
        const Place roomy;
        roomy.write("a.jsonl", dump);
        REQUIRE(roomy.run({"add", roomy.dumps}).code == 0);
        CHECK(roomy.digest() == place.digest());
        for (const std::string bad : {"", "0", "1G1", "15M", "-1G", "G", "99999999999G", "64k"}) {
            CAPTURE(bad);
            CHECK(place.run({"add", "--memory", bad, place.dumps}).code == 2);
        }
    }

    TEST_CASE("formats lists what --input takes, and what dumps may be packed in")
    {
        const auto listed = run_program("dateline-index", {"formats"});
        CHECK(listed.code == 0);
        for (const char* name : {"  jsonl ", "  warc ", "  zip ", "  xz "}) {
            CAPTURE(name);
            CHECK(listed.out.find(name) != std::string::npos);
        }
    }

    TEST_CASE("--dry-run tells of each file how it would be read, and needs no index")
    {
        const Sandbox sandbox;
        sandbox.write("d/a.csv", "kop,body,x\nA bridge,It opened.,1\nB,C,2\nD\n");
        sandbox.write("d/b.tar", tar({{"x.txt", "A storm\n\nIt rained.\n"},
                                      {"y.txt", "A flood\n\nIt rained on.\n"}}));
        sandbox.write("d/c.bin", "?");
        const auto dry = run_program("dateline-index",
                                     {"add", "--dry-run", "--map", "title=kop", sandbox.at("d")});
        CHECK(dry.code == 0);
        CHECK(dry.out ==
              "a.csv\n  csv, UTF-8 (ASCII so far): 2 articles\n"
              "    title ← kop, body ← body\n    not used: x\n    first: A bridge\n"
              "    skipped: bad-csv 1 (line 4: it has 1 columns, the header has 3)\n"
              "b.tar\n  tar → text, UTF-8 (ASCII so far): 2 files, 2 articles\n"
              "    first: A storm\n"
              "c.bin\n  unknown format, UTF-8 (ASCII so far): 0 articles\n"
              "    skipped: unknown-format 1 (its name and its first bytes are those of no format; "
              "--input NAME states one)\n");
        CHECK(
            run_program("dateline-index", {"add", "--dry-run", "--strict", sandbox.at("d")}).code ==
            1);
        const auto piped = run_program("dateline-index", {"add", "--dry-run", "-"},
                                       "{\"title\":\"A\",\"body\":\"B\"}\n");
        CHECK(piped.out.starts_with("standard input\n  jsonl, "));
    }

    TEST_CASE("info reports the bytes of every file, beside what each is of the text")
    {
        const Place place;
        place.write("a.jsonl", record("1", "Ana Ruiz met the mayor.") + record("2", "two"));
        REQUIRE(place.run({"add", place.dumps}).code == 0);
        REQUIRE(place.run({"remove", "wire/2"}).code == 0);
        std::uint64_t bytes = 0;
        for (const auto& entry : fs::recursive_directory_iterator{place.index}) {
            const std::string name = entry.path().filename().string();
            const bool is_root = name == "CURRENT" || name == "lock" || name.starts_with("manif");
            if (entry.is_regular_file() && !is_root) { bytes += entry.file_size(); }
        }
        const auto json = nlohmann::json::parse(place.run({"info", "--format", "json"}).out);
        CHECK(json["index_bytes"] == bytes);
        const std::string text = place.run({"info"}).out;
        for (const auto& [file, size] : json["bytes_by_file"].items()) {
            CAPTURE(file);
            CHECK(text.find("  " + file + ' ') != std::string::npos);
        }
    }

    TEST_CASE("articles in archives are indexed under their path, and removed with their dump")
    {
        const Place place;
        place.write("a.tar.gz", gzip(tar({{"x/a.txt", "A storm\n\nIt rained in Lima.\n"},
                                          {"b.jsonl", record("1", "one")}})));
        place.write("c.jsonl", record("2", "two"));
        REQUIRE(place.run({"add", place.dumps}).code == 0);
        CHECK(place.ids() == Ids{"a.tar.gz!x/a.txt", "wire/1", "wire/2"});
        fs::remove(place.dumps + "/a.tar.gz");
        CHECK(place.run({"sync", place.dumps}).err.find("removed 2") != std::string::npos);
    }
}
