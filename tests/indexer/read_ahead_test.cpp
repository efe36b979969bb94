#include "indexer/read_ahead.hpp"

#include <atomic>
#include <doctest/doctest.h>
#include <stdexcept>
#include <string>

using namespace dateline;
using namespace dateline::indexer;

namespace {

SourceRecord numbered(std::size_t unit, std::size_t record, std::size_t bytes = 1)
{
    RawDocument raw;
    raw.id = std::to_string(unit) + "/" + std::to_string(record);
    raw.body = std::string(bytes, 'x');
    return raw;
}

std::vector<std::string> all_of(ReadAhead& ahead)
{
    std::vector<std::string> ids;
    while (const auto record = ahead.next()) { ids.push_back(std::get<RawDocument>(*record).id); }
    return ids;
}

/// Units of 0, 70, 140, … records.
void read_unit(std::size_t unit, const ReadAhead::Emit& emit)
{
    for (std::size_t record = 0; record < unit % 5 * 70; ++record) {
        if (!emit(numbered(unit, record))) { return; }
    }
}

}  // namespace

TEST_SUITE("indexer/read_ahead")
{
    TEST_CASE("records come in the order of the units, however many threads there are")
    {
        for (const std::size_t units : {0U, 1U, 2U, 40U}) {
            std::vector<std::string> expected;
            for (std::size_t unit = 0; unit < units; ++unit) {
                for (std::size_t record = 0; record < unit % 5 * 70; ++record) {
                    expected.push_back(std::get<RawDocument>(numbered(unit, record)).id);
                }
            }
            for (const std::size_t threads : {0U, 1U, 2U, 7U, 100U}) {
                ReadAhead ahead{units, threads, read_unit};
                CHECK(all_of(ahead) == expected);
                CHECK_FALSE(ahead.next());
            }
        }
    }

    TEST_CASE("nobody reads far ahead, and what waits is bounded")
    {
        std::atomic<std::size_t> begun = 0;
        std::atomic<std::size_t> emitted = 0;
        const auto read = [&](std::size_t unit, const ReadAhead::Emit& emit) {
            ++begun;
            for (std::size_t record = 0; record < 100; ++record) {
                if (!emit(numbered(unit, record, 1 << 20))) { return; }
                ++emitted;
            }
        };
        ReadAhead ahead{50, 3, read};
        for (std::size_t taken = 0; taken < 150; ++taken) { (void)ahead.next(); }
        CHECK(begun <= 1 + 3 + 1);
        CHECK(emitted <= 150 + 100 + 3 * 6);
    }

    TEST_CASE("it may end in the middle, and what a thread throws comes to the caller")
    {
        {
            const ReadAhead unread{10, 4, read_unit};
        }
        {
            ReadAhead begun{10, 4, read_unit};
            (void)begun.next();
        }
        ReadAhead broken{3, 2, [](std::size_t unit, const ReadAhead::Emit& emit) {
                             if (unit == 1) { throw std::runtime_error{"broken"}; }
                             emit(numbered(unit, 0));
                         }};
        CHECK_THROWS_AS((void)all_of(broken), std::runtime_error);
    }
}
