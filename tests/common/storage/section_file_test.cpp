#include "common/storage/section_file.hpp"

#include "common/storage/bytes.hpp"
#include "tests/support/mutations.hpp"
#include "tests/support/sandbox.hpp"

#include <cstring>
#include <doctest/doctest.h>
#include <random>
#include <vector>

using dateline::Done;
using dateline::ErrorKind;
using dateline::Failure;
using dateline::SectionFile;
using dateline::SectionWriter;
using dateline::Status;
using dateline::tests::Sandbox;

namespace {

constexpr std::string_view kMagic = "DLTESTS1";

void write_sections(const std::filesystem::path& path, const std::vector<std::string>& sections)
{
    SectionWriter file{path, kMagic};
    for (const std::string& section : sections) {
        file.begin_section();
        file.append(section);
    }
    REQUIRE(file.finish());
}

std::string number_bytes(const std::vector<std::uint64_t>& numbers)
{
    std::string bytes(numbers.size() * sizeof(std::uint64_t), '\0');
    if (!numbers.empty()) { std::memcpy(bytes.data(), numbers.data(), bytes.size()); }
    return bytes;
}

Status walk_sections(const std::filesystem::path& path)
{
    const auto file = SectionFile::open(path, kMagic);
    if (!file) { return Failure{file.error()}; }
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i <= file->sections(); ++i) {
        for (const char c : file->section(i)) { sum += static_cast<unsigned char>(c); }
        for (const std::uint64_t number : file->array<std::uint64_t>(i)) { sum ^= number; }
        for (const std::uint32_t number : file->array<std::uint32_t>(i)) { sum ^= number; }
        const auto address = reinterpret_cast<std::uintptr_t>(file->section(i).data());
        dateline::tests::must(address % 8 == 0, "sections begin at multiples of 8");
    }
    dateline::tests::must(sum != 1, "the bytes are really read");
    return Done{};
}

}  // namespace

TEST_SUITE("common/storage/section_file")
{
    TEST_CASE("the frame on disk is what the header says")
    {
        const Sandbox sandbox;
        write_sections(sandbox.at("file"), {"abc", "", "12345678"});
        CHECK(dateline::tests::bytes_of(sandbox.at("file")) ==
              std::string{kMagic} + std::string{"abc\0\0\0\0\0", 8} + "12345678" +
                  number_bytes({8, 3, 16, 0, 16, 8, 3}) + std::string{kMagic});
    }

    TEST_CASE("sections come back as they were written, aligned for arrays")
    {
        const Sandbox sandbox;
        std::mt19937 random{21};
        for (std::size_t count = 0; count < 40; ++count) {
            CAPTURE(count);
            std::vector<std::string> sections;
            for (std::size_t i = 0; i < count; ++i) {
                sections.emplace_back(random() % 50, static_cast<char>(random()));
            }
            write_sections(sandbox.at("file"), sections);
            const auto file = SectionFile::open(sandbox.at("file"), kMagic);
            REQUIRE(file);
            REQUIRE(file->sections() == count);
            for (std::size_t i = 0; i < count; ++i) {
                CHECK(file->section(i) == sections[i]);
                CHECK(reinterpret_cast<std::uintptr_t>(file->section(i).data()) % 8 == 0);
                CHECK(file->array<std::uint64_t>(i).size() == sections[i].size() / 8);
            }
            CHECK(file->section(count).empty());
            CHECK(file->section(SIZE_MAX).empty());
            CHECK(file->array<std::uint32_t>(count).empty());
        }
    }

    TEST_CASE("an array leaves out a remainder")
    {
        const Sandbox sandbox;
        write_sections(sandbox.at("file"), {number_bytes({1, 2}) + "xyz"});
        const auto file = SectionFile::open(sandbox.at("file"), kMagic);
        REQUIRE(file);
        const auto numbers = file->array<std::uint64_t>(0);
        CHECK(std::vector<std::uint64_t>{numbers.begin(), numbers.end()} ==
              std::vector<std::uint64_t>{1, 2});
    }

    TEST_CASE("a frame that is not what it promises is damaged")
    {
        const std::string magic{kMagic};
        const std::uint64_t huge = std::uint64_t{1} << 63U;
        const struct {
            const char* what;
            std::string bytes;
            const char* message;
        } cases[] = {
            {"empty", "", "it is too short"},
            {"one byte too short", magic + number_bytes({0}) + "DLTESTS", "it is too short"},
            {"another kind", "DLOTHER1" + number_bytes({0}) + magic,
             "it is of another kind or version"},
            {"another version", "DLTESTS2" + number_bytes({0}) + "DLTESTS2",
             "it is of another kind or version"},
            {"another end", magic + number_bytes({0}) + "DLTESTS2", "its end is missing"},
            {"more sections than bytes", magic + number_bytes({8, 0, 2}) + magic,
             "its table is broken"},
            {"very many sections", magic + number_bytes({UINT64_MAX}) + magic,
             "its table is broken"},
            {"so many that the table's size overflows",
             magic + number_bytes({std::uint64_t{1} << 60U}) + magic, "its table is broken"},
            {"a section behind the end", magic + number_bytes({huge, 8, 1}) + magic,
             "a section lies outside it"},
            {"a section over the end", magic + number_bytes({8, 1, 1}) + magic,
             "a section lies outside it"},
            {"offset and size overflow", magic + number_bytes({8, UINT64_MAX - 7, 1}) + magic,
             "a section lies outside it"},
            {"a crooked offset", magic + number_bytes({0, 4, 4, 1}) + magic,
             "a section lies outside it"},
        };
        const Sandbox sandbox;
        for (const auto& c : cases) {
            CAPTURE(c.what);
            const std::string path = sandbox.write("file", c.bytes);
            const auto file = SectionFile::open(path, kMagic);
            REQUIRE_FALSE(file);
            CHECK(file.error().kind == ErrorKind::IndexDamaged);
            CHECK(file.error().message ==
                  "the file '" + path + "' is damaged: " + std::string{c.message});
            CHECK(file.error().hint == "check the index with dateline-index verify");
        }
        CHECK(SectionFile::open(sandbox.write("file", magic + number_bytes({0}) + magic), kMagic));
        CHECK_FALSE(SectionFile::open(sandbox.at("none"), kMagic));
    }

    TEST_CASE("a failing disk is told at the end, with the system's reason")
    {
        const Sandbox sandbox;
        SectionWriter nowhere{sandbox.at("no/file"), kMagic};
        nowhere.begin_section();
        nowhere.append("x");
        errno = 0;  // what other files did in the meantime
        const auto failed = nowhere.finish();
        REQUIRE_FALSE(failed);
        CHECK(failed.error().kind == ErrorKind::Io);
        CHECK(failed.error().message ==
              "cannot write '" + sandbox.at("no/file") + "': No such file or directory");

        SectionWriter full{"/dev/full", kMagic};
        full.begin_section();
        for (int i = 0; i < 100; ++i) { full.append(std::string(10000, 'x')); }
        errno = 0;
        const auto refused = full.finish();
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::Io);
        CHECK(refused.error().message == "cannot write '/dev/full': No space left on device");
        CHECK(refused.error().hint.find("free some space") != std::string::npos);
    }

    TEST_CASE("a file that breaks off anywhere is damaged")
    {
        const Sandbox sandbox;
        write_sections(sandbox.at("file"), {"abc", number_bytes({1, 2, 3}), ""});
        dateline::tests::check_truncations(dateline::tests::bytes_of(sandbox.at("file")),
                                           walk_sections);
    }

    TEST_CASE("whatever the bytes are, sections lie inside")
    {
        const Sandbox sandbox;
        std::vector<std::string> sections;
        for (std::size_t i = 0; i < 20; ++i) { sections.emplace_back(i * 3, 'x'); }
        write_sections(sandbox.at("file"), sections);
        dateline::tests::check_mutations(dateline::tests::bytes_of(sandbox.at("file")),
                                         walk_sections, 1'000'000);
    }
}
