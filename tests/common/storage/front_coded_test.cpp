#include "common/storage/front_coded.hpp"

#include "common/storage/bytes.hpp"
#include "tests/support/mutations.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <map>
#include <random>

using dateline::append_string;
using dateline::append_varint;
using dateline::Done;
using dateline::Failure;
using dateline::FrontCodedReader;
using dateline::FrontCodedWriter;
using dateline::SectionFile;
using dateline::SectionWriter;
using dateline::Status;
using dateline::tests::Sandbox;

namespace {

constexpr std::string_view kMagic = "DLTESTS1";
using Entries = std::map<std::string, std::string>;

SectionFile written(const std::filesystem::path& path, const Entries& entries)
{
    SectionWriter file{path, kMagic};
    FrontCodedWriter list;
    for (const auto& [key, payload] : entries) { list.add(key, payload); }
    list.finish(file);
    REQUIRE(file.finish());
    return *SectionFile::open(path, kMagic);
}

FrontCodedReader list_in(const SectionFile& file)
{
    return {file.section(0), file.array<std::uint64_t>(1)};
}

/// Keys that share much, are prefixes of each other, have NULs and high bytes, or are empty.
Entries random_entries(std::uint32_t seed, std::size_t count)
{
    std::mt19937 random{seed};
    const std::string_view letters{"ab\0\xFF\xC3", 5};
    Entries entries;
    while (entries.size() < count) {
        std::string key;
        for (std::size_t i = random() % 12; i > 0; --i) { key += letters[random() % 5]; }
        entries[key] = std::string(random() % 4, static_cast<char>(random()));
    }
    return entries;
}

Status walk_list(const std::filesystem::path& path)
{
    const auto file = SectionFile::open(path, kMagic);
    if (!file) { return Failure{file.error()}; }
    const FrontCodedReader list = list_in(*file);
    if (!list.is_whole()) { return dateline::damaged(path, "its offsets are out of order"); }
    std::size_t bytes = 0;
    for (auto entry = list.begin(); !entry.at_end(); entry.next()) {
        bytes += entry.key().size() + entry.payload().size();
    }
    dateline::tests::must(bytes <= 17 * file->section(0).size(), "keys do not grow without end");
    for (const std::string_view key : {"", "a", "ab", "b", "\xFF\xFF"}) {
        dateline::tests::must(!list.find(key) || list.find(key)->size() < 5000,
                              "a payload lies inside");
    }
    return Done{};
}

}  // namespace

TEST_SUITE("common/storage/front_coded")
{
    TEST_CASE("all that was added is found, and nothing else")
    {
        const Sandbox sandbox;
        for (const std::size_t count : {0U, 1U, 2U, 15U, 16U, 17U, 31U, 32U, 33U, 1000U}) {
            CAPTURE(count);
            const Entries entries = random_entries(static_cast<std::uint32_t>(count), count);
            const SectionFile file = written(sandbox.at("list"), entries);
            const FrontCodedReader list = list_in(file);
            CHECK(list.is_whole());
            CHECK(file.array<std::uint64_t>(1).size() == (count + 15) / 16 + 1);
            for (const auto& [key, payload] : entries) {
                REQUIRE(list.find(key));
                CHECK(*list.find(key) == payload);
                for (const std::string& other : {key + '\0', key + "z"}) {
                    CHECK(list.find(other).has_value() == entries.contains(other));
                }
            }
            CHECK(list.find("").has_value() == entries.contains(""));
            CHECK_FALSE(list.find("zzz"));
        }
    }

    TEST_CASE("a walk goes through all entries in order, from the first that is not smaller")
    {
        const Sandbox sandbox;
        for (const std::size_t count : {0U, 1U, 16U, 17U, 300U}) {
            CAPTURE(count);
            const Entries entries = random_entries(7, count);
            const SectionFile file = written(sandbox.at("list"), entries);
            const FrontCodedReader list = list_in(file);
            for (const std::string& from :
                 {std::string{}, std::string{"a"}, std::string{"ab\0", 3}, std::string{"b"},
                  std::string{"\xFF"}, std::string{"\xFF\xFF\xFF\xFF\xFF\xFF\xFF"}}) {
                Entries got;
                for (auto entry = list.begin(from); !entry.at_end(); entry.next()) {
                    got.emplace(entry.key(), entry.payload());
                }
                CHECK(got == Entries{entries.lower_bound(from), entries.end()});
            }
        }
    }

    TEST_CASE("a damaged block ends where the damage is, and the next stands on its own")
    {
        const Sandbox sandbox;
        Entries entries;
        for (char c = 'a'; c <= 'z'; ++c) { entries[std::string(1, c)] = "x"; }
        const SectionFile file = written(sandbox.at("list"), entries);
        const auto offsets = file.array<std::uint64_t>(1);
        std::string blocks{file.section(0)};
        blocks[5 * 5] = 7;  // the sixth entry shares more than there is
        std::string keys;
        const FrontCodedReader list{blocks, offsets};
        for (auto entry = list.begin(); !entry.at_end(); entry.next()) { keys += entry.key(); }
        CHECK(keys == "abcdeqrstuvwxyz");
        CHECK_FALSE(list.find("g"));
        CHECK(list.find("q"));
    }

    TEST_CASE("a block has no more than 16 entries, whatever it says")
    {
        std::string block;
        for (std::size_t i = 0; i < 100; ++i) {  // each key all of the one before and a letter
            append_varint(block, i);
            append_string(block, "a");
            append_string(block, "");
        }
        const std::vector<std::uint64_t> offsets{0, block.size()};
        std::size_t entries = 0;
        const FrontCodedReader list{block, offsets};
        for (auto entry = list.begin(); !entry.at_end(); entry.next()) { ++entries; }
        CHECK(entries == 16);
    }

    TEST_CASE("offsets that run backwards or beyond the blocks are not whole")
    {
        const struct {
            std::vector<std::uint64_t> offsets;
            bool is_whole;
        } cases[] = {
            {{0, 10}, true},  {{0, 4, 10}, true},     {{0, 4, 4, 10}, true},
            {{}, false},      {{0}, false},           {{10}, false},
            {{0, 9}, false},  {{0, 11}, false},       {{0, 6, 4, 10}, false},
            {{5, 10}, false}, {{0, 0, 0, 11}, false}, {{0, UINT64_MAX, 10}, false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.offsets.size());
            CHECK(FrontCodedReader{"0123456789", c.offsets}.is_whole() == c.is_whole);
        }
        const std::vector<std::uint64_t> end{0};
        CHECK(FrontCodedReader{"", end}.is_whole());
    }

    TEST_CASE("whatever the bytes are, walks end")
    {
        const Sandbox sandbox;
        written(sandbox.at("list"), random_entries(8, 60));
        dateline::tests::check_mutations(dateline::tests::bytes_of(sandbox.at("list")), walk_list,
                                         3'000'000);
    }
}
