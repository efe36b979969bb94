#include "indexer/pipeline.hpp"

#include "tests/support/sandbox.hpp"

#include <atomic>
#include <doctest/doctest.h>
#include <future>
#include <stdexcept>

using namespace dateline;
using namespace dateline::indexer;
using dateline::tests::Sandbox;

namespace {

/// A dump of so many articles "a0", "a1", …; every tenth line is no JSON.
std::string dump(std::size_t articles, const std::string& prefix)
{
    std::string text;
    for (std::size_t i = 0; i < articles; ++i) {
        if (i % 10 == 5) { text += "{not json\n"; }
        text += R"({"id":")" + prefix + std::to_string(i) + R"(","title":"T","body":"Words of )" +
                std::to_string(i) + "\"}\n";
    }
    return text;
}

std::unique_ptr<RecordReader> reader(const Settings& settings,
                                     const std::vector<std::string>& paths)
{
    auto dumps = find_dumps(paths);
    REQUIRE(dumps);
    return std::make_unique<RecordReader>(settings, *std::move(dumps));
}

/// Every record as it comes: the article's id, or "!" and the notice's reason.
std::vector<std::string> in_order(Pipeline& pipeline)
{
    std::vector<std::string> found;
    while (const auto prepared = pipeline.next()) {
        for (const Notice& notice : prepared->record.notices) {
            found.push_back("!" + notice.reason);
        }
        if (prepared->record.analyzed) { found.push_back(prepared->record.analyzed->article.id); }
    }
    return found;
}

Pipeline::MakePrepare nothing()
{
    return [] { return [](Prepared&) {}; };
}

constexpr std::uint64_t kWaiting = 1 << 20;

}  // namespace

TEST_SUITE("indexer/pipeline")
{
    TEST_CASE("records come in the order of the dumps, however many threads there are")
    {
        const Sandbox sandbox;
        const std::vector<std::string> paths{sandbox.write("1.jsonl", dump(700, "a")),
                                             sandbox.write("2.jsonl", ""),
                                             sandbox.write("3.jsonl", dump(3, "b"))};
        const Settings settings;
        Pipeline alone{reader(settings, paths), nothing(), 1, kWaiting};
        const auto expected = in_order(alone);
        CHECK(expected.size() > 703 + 70);
        for (const std::size_t threads : {1U, 2U, 7U}) {
            Pipeline pipeline{reader(settings, paths), nothing(), threads, kWaiting};
            CHECK(in_order(pipeline) == expected);
            CHECK_FALSE(pipeline.next());
        }
    }

    TEST_CASE("a slow article holds up only its own turn")
    {
        const Sandbox sandbox;
        const Settings settings;
        std::promise<void> second_batch_begun;
        std::atomic<int> records = 0;
        Pipeline pipeline{reader(settings, {sandbox.write("a.jsonl", dump(300, "a"))}),
                          [&] {
                              return [&](Prepared& prepared) {
                                  const std::string& id = prepared.record.analyzed->article.id;
                                  if (id.ends_with("a0")) {
                                      second_batch_begun.get_future().wait();
                                  }
                                  if (id.ends_with("a200")) { second_batch_begun.set_value(); }
                                  ++records;
                              };
                          },
                          2, kWaiting};
        const auto found = in_order(pipeline);
        CHECK(records == 300);
        CHECK(found.front().ends_with("a0"));
    }

    TEST_CASE("each thread prepares with an object of its own")
    {
        const Sandbox sandbox;
        const Settings settings;
        std::atomic<std::size_t> made = 0;
        std::atomic<std::size_t> prepared = 0;
        {
            Pipeline pipeline{reader(settings, {sandbox.write("a.jsonl", dump(500, "a"))}),
                              [&]() -> Pipeline::Prepare {
                                  ++made;
                                  return [&prepared, own = std::size_t{0}](Prepared&) mutable {
                                      ++own;
                                      ++prepared;
                                  };
                              },
                              3, kWaiting};
            in_order(pipeline);
        }
        CHECK(made == 3);
        CHECK(prepared == 500);
    }

    TEST_CASE("what a thread throws reaches the caller")
    {
        const Sandbox sandbox;
        const Settings settings;
        Pipeline pipeline{reader(settings, {sandbox.write("a.jsonl", dump(500, "a"))}),
                          [] {
                              return [](Prepared& prepared) {
                                  if (prepared.record.analyzed->article.id.ends_with("a321")) {
                                      throw std::runtime_error{"a bug"};
                                  }
                              };
                          },
                          2, kWaiting};
        CHECK_THROWS_AS(in_order(pipeline), std::runtime_error);
    }

    TEST_CASE("it can be left at any time")
    {
        const Sandbox sandbox;
        const Settings settings;
        const std::string path = sandbox.write("a.jsonl", dump(3000, "a"));
        for (const int taken : {0, 1, 100}) {
            Pipeline pipeline{reader(settings, {path}), nothing(), 2, kWaiting};
            for (int i = 0; i < taken; ++i) { CHECK(pipeline.next()); }
        }
    }
}
