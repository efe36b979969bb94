#include "searcher/match/code_filter.hpp"

#include "common/storage/tokens.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <memory>
#include <random>
#include <set>

using namespace dateline;
using searcher::CodeFilter;

namespace {

/// All offsets that the filter lets through, stretch by stretch.
std::vector<std::uint32_t> found_in(const CodeFilter& filter, std::string_view stream)
{
    std::vector<std::uint32_t> all;
    for (std::size_t at = 0; at < stream.size();) {
        const std::size_t stopped = filter.find(stream, at, all);
        REQUIRE(stopped > at);
        REQUIRE((stopped == stream.size() || stopped - at >= CodeFilter::kStretch));
        at = stopped;
    }
    return all;
}

}  // namespace

TEST_SUITE("searcher/match/code_filter")
{
    TEST_CASE("every place of every code is let through, and few others")
    {
        std::mt19937 engine{5};
        const auto random = [&engine] { return static_cast<std::uint32_t>(engine()); };
        std::size_t wanted = 0;
        std::size_t others = 0;
        for (int round = 0; round < 400; ++round) {
            std::set<std::uint32_t> codes;
            const std::size_t count = 1 + random() % 30;
            while (codes.size() < count) {
                codes.insert(kFirstWord + random() % (1U << random() % 22));
            }
            const std::vector<std::uint32_t> list{codes.begin(), codes.end()};
            const CodeFilter filter{list};
            std::string stream;
            std::set<std::uint32_t> begins;
            const std::size_t size = random() % 1500;  // below and above a stretch
            while (stream.size() < size) {
                const bool is_wanted = random() % 20 == 0;
                const std::uint32_t code =
                    is_wanted ? list[random() % list.size()] : random() % (1U << random() % 22);
                if (codes.contains(code)) {
                    begins.insert(static_cast<std::uint32_t>(stream.size()));
                }
                append_code(stream, code);
            }
            const auto found = found_in(filter, stream);
            CHECK(std::is_sorted(found.begin(), found.end()));
            CHECK(std::all_of(found.begin(), found.end(), [&stream](std::uint32_t at) {
                return at == 0 || static_cast<unsigned char>(stream[at - 1]) < kMoreOfCode;
            }));
            CHECK(std::includes(found.begin(), found.end(), begins.begin(), begins.end()));
            if (list.front() >= 128 || list.size() < 5) {  // codes of one byte fit any second one
                wanted += begins.size();
                others += found.size() - begins.size();
            }
        }
        CHECK(wanted > 300);
        CHECK(others < 3 * wanted);
    }

    TEST_CASE("only behind the wanted codes and behind marks, and nearly nowhere else")
    {
        std::mt19937 engine{8};
        const auto random = [&engine] { return static_cast<std::uint32_t>(engine()); };
        std::size_t wanted = 0;
        std::size_t others = 0;
        for (int round = 0; round < 400; ++round) {
            const auto some = [&random] {
                std::vector<std::uint32_t> codes(1 + random() % 4);
                for (auto& code : codes) { code = kFirstWord + random() % (1U << random() % 22); }
                return codes;
            };
            const auto before = some();
            const auto codes = some();
            const CodeFilter filter{codes, before};
            std::string stream;
            std::set<std::uint32_t> begins;
            std::uint32_t last = kFirstWord;
            const std::size_t size = random() % 1500;
            while (stream.size() < size) {
                const auto& from = random() % 2 == 0 ? before : codes;
                const std::uint32_t code = random() % 4 == 0 ? random() % (1U << random() % 22)
                                                             : from[random() % from.size()];
                const auto is_in = [](const auto& list, std::uint32_t one) {
                    return std::find(list.begin(), list.end(), one) != list.end();
                };
                if (is_in(codes, code) && (last < kFirstWord || is_in(before, last))) {
                    begins.insert(static_cast<std::uint32_t>(stream.size()));
                }
                append_code(stream, code);
                last = code;
            }
            const auto found = found_in(filter, stream);
            CHECK(std::includes(found.begin(), found.end(), begins.begin(), begins.end()));
            wanted += begins.size();
            others += found.size() - begins.size();
            std::vector<std::uint32_t> by_bytes;
            for (std::size_t at = 0; at < stream.size();) {
                at = filter.find_by_bytes(stream, at, by_bytes);
            }
            // Halves of bytes let a little more through than bytes.
            CHECK(std::includes(by_bytes.begin(), by_bytes.end(), begins.begin(), begins.end()));
            CHECK(std::includes(found.begin(), found.end(), by_bytes.begin(), by_bytes.end()));
        }
        CHECK(wanted > 10'000);
        CHECK(others < wanted / 4);
    }

    TEST_CASE("any bytes of any length are read to their end and no further")
    {
        std::mt19937 random{6};
        const CodeFilter filter{
            std::vector<std::uint32_t>{5, 200, 70'000, 3'000'000, 4'000'000'000}};
        const CodeFilter behind{std::vector<std::uint32_t>{5}, std::vector<std::uint32_t>{70'000}};
        for (std::size_t size = 1; size < 700; size += 1 + size / 40) {
            const auto bytes = std::make_unique<char[]>(size);  // ASan watches its end
            std::generate_n(bytes.get(), size, [&] { return static_cast<char>(random()); });
            for (const CodeFilter& one : {filter, behind}) {
                for (const std::uint32_t at : found_in(one, {bytes.get(), size})) {
                    CHECK(at < size);
                }
            }
        }
    }

    TEST_CASE("no code is found nowhere")
    {
        const CodeFilter none;
        CHECK(found_in(none, std::string(500, 'a')).empty());
        std::vector<std::uint32_t> out;
        CHECK(none.find("", 0, out) == 0);
    }
}
