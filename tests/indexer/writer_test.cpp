#include "indexer/writer.hpp"

#include "common/storage/bodies.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <fstream>

using namespace dateline;
using indexer::IndexWriter;
using indexer::Replacement;

namespace {

AnalyzedArticle article(const std::string& id, const std::string& body)
{
    AnalyzedArticle analyzed;
    analyzed.article = {.id = id, .title = "Talks", .body = body, .language = "en"};
    return analyzed;
}

std::unique_ptr<IndexWriter> open_writer(const std::filesystem::path& index)
{
    auto opened = IndexWriter::open(index);
    REQUIRE(opened);
    return *std::move(opened);
}

/// What the program does with each article: unchanged ones are not added.
std::optional<Replacement> add(IndexWriter& writer, const AnalyzedArticle& analyzed)
{
    const auto is_there = writer.has(analyzed.article, content_hash(analyzed.article));
    REQUIRE(is_there);
    if (*is_there) { return {}; }
    TokenList title;
    TokenList body;
    tokenize(analyzed.article.title, title);
    tokenize(analyzed.article.body, body);
    const auto added = writer.add(analyzed, title, body);
    REQUIRE(added);
    return *added;
}

/// The generation that first had each article, by id.
std::map<std::string, std::uint32_t> generations(const std::filesystem::path& index)
{
    const auto snapshot = Snapshot::open(index);
    REQUIRE(snapshot);
    std::map<std::string, std::uint32_t> found;
    for (const Segment& segment : snapshot->segments()) {
        for (std::size_t i = 0; i < segment.articles(); ++i) {
            if (segment.removed.contains(i)) { continue; }
            found[std::string{*segment.bodies.id(i)}] = segment.columns.added(i);
        }
    }
    return found;
}

/// The bodies that a reader finds, by id.
std::map<std::string, std::string> bodies(const std::filesystem::path& index)
{
    const auto snapshot = Snapshot::open(index);
    REQUIRE(snapshot);
    std::map<std::string, std::string> found;
    for (const Segment& segment : snapshot->segments()) {
        for (std::size_t i = 0; i < segment.articles(); ++i) {
            if (segment.removed.contains(i)) { continue; }
            const auto stored = segment.bodies.article(i);
            REQUIRE(stored);
            CHECK(found.emplace(stored->article.id, stored->article.body).second);
        }
    }
    return found;
}

std::size_t entries(const std::filesystem::path& folder)
{
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{folder}, {}));
}

}  // namespace

TEST_SUITE("indexer/writer")
{
    TEST_CASE("the same article changes nothing, another content replaces it")
    {
        const tests::Sandbox sandbox;
        const auto index = sandbox.path() / "index";
        {
            const auto writer = open_writer(index);
            CHECK(add(*writer, article("a", "one")) == Replacement::None);
            CHECK(add(*writer, article("b", "two")) == Replacement::None);
            CHECK_FALSE(add(*writer, article("a", "one")).has_value());
            CHECK(add(*writer, article("b", "two, corrected")) == Replacement::Own);
            REQUIRE(writer->publish());
        }
        CHECK(bodies(index) ==
              std::map<std::string, std::string>{{"a", "one"}, {"b", "two, corrected"}});
        {
            const auto writer = open_writer(index);
            CHECK_FALSE(add(*writer, article("a", "one")).has_value());
            CHECK(add(*writer, article("a", "one, later")) == Replacement::Earlier);
            REQUIRE(writer->publish());
            CHECK(add(*writer, article("a", "one, last")) == Replacement::Own);
            REQUIRE(writer->publish());
        }
        CHECK(bodies(index).at("a") == "one, last");
        CHECK(bodies(index).size() == 2);
    }

    TEST_CASE("nothing is seen before publication, everything after it")
    {
        const tests::Sandbox sandbox;
        const auto index = sandbox.path() / "index";
        const auto writer = open_writer(index);
        add(*writer, article("a", "one"));
        REQUIRE(writer->publish());
        add(*writer, article("b", "two"));
        const auto removed = writer->remove("a");
        REQUIRE(removed);
        CHECK(*removed);
        CHECK(bodies(index).size() == 1);
        REQUIRE(writer->publish());
        CHECK(bodies(index) == std::map<std::string, std::string>{{"b", "two"}});
        const auto again = writer->remove("a");
        REQUIRE(again);
        CHECK_FALSE(*again);
    }

    TEST_CASE("a reader keeps its generation while writers go on; then it is deleted")
    {
        const tests::Sandbox sandbox;
        const auto index = sandbox.path() / "index";
        const auto writer = open_writer(index);
        add(*writer, article("a", "one"));
        REQUIRE(writer->publish());
        {
            const auto reader = Snapshot::open(index);
            REQUIRE(reader);
            add(*writer, article("a", "changed"));
            REQUIRE(writer->publish());
            const auto stored = reader->segments().front().bodies.article(0);
            REQUIRE(stored);
            CHECK(stored->article.body == "one");
            CHECK(std::filesystem::exists(index / reader->manifest().file_name()));
        }
        add(*writer, article("b", "two"));
        REQUIRE(writer->publish());
        std::size_t manifests = 0;
        for (const auto& file : std::filesystem::directory_iterator{index}) {
            manifests += file.path().filename().string().starts_with("manifest-") ? 1 : 0;
        }
        CHECK(manifests == 1);
        CHECK(entries(index / "segments") == 2);  // all of the first was removed: it is gone
    }

    TEST_CASE("a second writer is refused and told who holds the lock")
    {
        const tests::Sandbox sandbox;
        const auto index = sandbox.path() / "index";
        const auto first = open_writer(index);
        const auto second = IndexWriter::open(index);
        REQUIRE_FALSE(second);
        CHECK(second.error().kind == ErrorKind::IndexLocked);
        CHECK(second.error().message.find("process") != std::string::npos);
    }

    TEST_CASE("what an interrupted run left is thrown away")
    {
        const tests::Sandbox sandbox;
        const auto index = sandbox.path() / "index";
        {
            const auto writer = open_writer(index);
            add(*writer, article("a", "one"));
            REQUIRE(writer->publish());
            add(*writer, article("b", "never published"));
        }
        std::filesystem::create_directories(index / "segments" / "000099");
        std::ofstream{index / "names", std::ios::app} << "rubbish of a crash";
        const auto writer = open_writer(index);
        CHECK_FALSE(std::filesystem::exists(index / "segments" / "000099"));
        CHECK(add(*writer, article("c", "three")) == Replacement::None);
        REQUIRE(writer->publish());
        CHECK(bodies(index).size() == 2);
    }

    TEST_CASE("segments stay few: many publications are merged, and nothing is lost")
    {
        const tests::Sandbox sandbox;
        const auto index = sandbox.path() / "index";
        const auto writer = open_writer(index);
        std::map<std::string, std::string> expected;
        for (int i = 0; i < 40; ++i) {
            const std::string id = "a" + std::to_string(i);
            add(*writer, article(id, "body " + std::to_string(i)));
            expected[id] = "body " + std::to_string(i);
            if (i % 4 == 3) {
                const auto removed = writer->remove("a" + std::to_string(i - 1));
                REQUIRE(removed);
                expected.erase("a" + std::to_string(i - 1));
            }
            REQUIRE(writer->publish());
        }
        CHECK(writer->manifest().segments.size() <= 10);
        CHECK(bodies(index) == expected);
    }

    TEST_CASE("an article is as old as its first publication, whatever is done to it")
    {
        using Generations = std::map<std::string, std::uint32_t>;
        const tests::Sandbox sandbox;
        const std::string index = sandbox.at("index");
        // Merges are publications, too: what is added next has the next number.
        const auto next = [](const IndexWriter& writer) {
            return static_cast<std::uint32_t>(writer.manifest().generation + 1);
        };
        std::uint32_t second = 0;
        {
            const auto writer = open_writer(index);
            add(*writer, article("a", "one"));
            add(*writer, article("b", "one"));
            add(*writer, article("b", "two"));  // replaced before it was published
            REQUIRE(writer->publish());
            second = next(*writer);
            add(*writer, article("c", "one"));
            add(*writer, article("a", "edited"));
            add(*writer, article("a", "edited twice"));
            REQUIRE(writer->publish());
        }
        CHECK(second > 1);
        CHECK(generations(index) == Generations{{"a", 1}, {"b", 1}, {"c", second}});
        const auto writer = open_writer(index);
        const std::uint32_t third = next(*writer);
        REQUIRE(writer->remove("b"));
        add(*writer, article("d", "one"));
        REQUIRE(writer->publish());
        REQUIRE(writer->merge_all());
        CHECK(writer->manifest().segments.size() == 1);
        CHECK(generations(index) == Generations{{"a", 1}, {"c", second}, {"d", third}});
        const std::uint32_t fourth = next(*writer);
        add(*writer, article("b", "back again"));  // it was gone for a while
        add(*writer, article("c", "edited"));
        REQUIRE(writer->publish());
        CHECK(generations(index) ==
              Generations{{"a", 1}, {"b", fourth}, {"c", second}, {"d", third}});
    }

    TEST_CASE("a new index goes on with the generations of the one that it is made from")
    {
        const tests::Sandbox sandbox;
        const std::chrono::sys_days day{std::chrono::year{2026} / 1 / 31};
        const Manifest old{.generation = 41, .days = {{day, 7}}};
        {
            const auto writer = open_writer(sandbox.at("index"));
            CHECK(writer->continue_from(old));
            const auto analyzed = article("a", "one");
            const TokenList none;
            REQUIRE(writer->add(analyzed, none, none, {}, 12));
            add(*writer, article("b", "one"));
            REQUIRE(writer->publish());
            CHECK(writer->manifest().generation == 42);
            CHECK(writer->manifest().days.front() == old.days.front());
        }
        CHECK(generations(sandbox.at("index")) ==
              std::map<std::string, std::uint32_t>{{"a", 12}, {"b", 42}});
        CHECK(open_writer(sandbox.at("index"))->continue_from(old));  // begun and interrupted
        {
            const auto other = open_writer(sandbox.at("other"));
            add(*other, article("a", "one"));
            REQUIRE(other->publish());
            CHECK_FALSE(other->continue_from(old));
        }
    }

    TEST_CASE("a folder with other files in it is left alone")
    {
        const tests::Sandbox sandbox;
        sandbox.write("thesis.txt", "years of work");
        const auto opened = IndexWriter::open(sandbox.path());
        REQUIRE_FALSE(opened);
        CHECK(opened.error().kind == ErrorKind::IndexMissing);
        CHECK(entries(sandbox.path()) == 1);
    }
}
