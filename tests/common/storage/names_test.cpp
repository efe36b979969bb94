#include "common/storage/names.hpp"

#include "common/storage/bytes.hpp"
#include "tests/support/mutations.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <random>

using dateline::append_string;
using dateline::append_varint;
using dateline::Done;
using dateline::ErrorKind;
using dateline::Failure;
using dateline::Field;
using dateline::FieldId;
using dateline::kFields;
using dateline::name_key;
using dateline::NameList;
using dateline::Names;
using dateline::NamesWriter;
using dateline::Status;
using dateline::tests::Sandbox;

namespace {

constexpr std::string_view kMagic = "DLNAMES1";

NamesWriter new_writer() { return *NamesWriter::open("/nowhere", 0); }

/// A record of the file, built by hand.
std::string record(std::uint64_t field, std::uint64_t back, std::string_view spelling)
{
    std::string bytes;
    append_varint(bytes, field);
    append_varint(bytes, back);
    append_string(bytes, spelling);
    return bytes;
}

/// Opens `bytes` as a file of which all counts.
dateline::Result<Names> opened(const Sandbox& sandbox, std::string_view bytes)
{
    return Names::open(sandbox.write("names", bytes), bytes.size());
}

Status walk_names(const std::filesystem::path& path)
{
    const std::uint64_t size = std::filesystem::file_size(path);
    const auto names = Names::open(path, size);
    if (!names) { return Failure{names.error()}; }
    std::size_t bytes = 0;
    for (const Field& f : kFields) {
        const NameList& list = names->of(f.id);
        dateline::tests::must(list.group.size() == list.spellings.size(), "every name has a group");
        for (const std::string_view spelling : list.spellings) { bytes += spelling.size(); }
        for (const std::uint32_t first : list.group) {
            dateline::tests::must(first < list.group.size() && list.group[first] == first,
                                  "a group is named after its first spelling");
        }
    }
    dateline::tests::must(bytes <= size, "spellings lie in the file");

    auto writer = NamesWriter::open(path, size);
    if (!writer) { return Failure{writer.error()}; }
    auto more = *std::move(writer);
    const auto next = static_cast<std::uint32_t>(names->of(FieldId::Person).spellings.size());
    dateline::tests::must(more.ordinal(FieldId::Person, "somebody quite new") == next,
                          "a new name has a new number");
    return Done{};
}

}  // namespace

TEST_SUITE("common/storage/names")
{
    TEST_CASE("spellings that differ in case, accents or blanks are one name")
    {
        const struct {
            const char* spelling;
            const char* key;
        } cases[] = {
            {"", ""},
            {"Nicolás Maduro", "nicolas maduro"},
            {"NICOLAS  MADURO", "nicolas maduro"},
            {" Nicolas\u00A0Maduro ", "nicolas maduro"},
            {"Łukasz Öst", "lukasz ost"},
            {"Сергей Лавров", "сергей лавров"},
            {"O'Brien-Smith", "o'brien-smith"},
            {"   ", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.spelling);
            CHECK(name_key(c.spelling) == c.key);
        }
    }

    TEST_CASE("each field numbers its names from 0, and a name keeps its number")
    {
        NamesWriter names = new_writer();
        CHECK(names.ordinal(FieldId::Person, "Ana Ruiz") == 0);
        CHECK(names.ordinal(FieldId::Person, "Tom Bell") == 1);
        CHECK(names.ordinal(FieldId::Source, "Tom Bell") == 0);
        CHECK(names.ordinal(FieldId::Person, "Ana Ruiz") == 0);
        CHECK(names.ordinal(FieldId::Person, "ANA RUIZ") == 2);
        CHECK(names.ordinal(FieldId::Person, "") == 3);
        CHECK(names.ordinal(FieldId::Person, "Tom Bell") == 1);
    }

    TEST_CASE("names come back with their groups, over several appendings")
    {
        const Sandbox sandbox;
        const std::string path = sandbox.at("names");
        NamesWriter first = new_writer();
        first.ordinal(FieldId::Person, "José Ñu");
        first.ordinal(FieldId::Country, "PE");
        const auto first_size = first.append_to(path);
        REQUIRE(first_size);
        CHECK(*first_size == std::filesystem::file_size(path));
        CHECK(*first.append_to(path) == *first_size);
        first.ordinal(FieldId::Person, "Tom Bell");
        const auto second_size = first.append_to(path);
        REQUIRE(second_size);

        auto second = *NamesWriter::open(path, *second_size);
        CHECK(second.ordinal(FieldId::Person, "Jose Nu") == 2);
        CHECK(second.ordinal(FieldId::Person, "José Ñu") == 0);
        CHECK(second.ordinal(FieldId::Country, "CL") == 1);
        const auto size = second.append_to(path);
        REQUIRE(size);

        const auto names = Names::open(path, *size);
        REQUIRE(names);
        CHECK(names->of(FieldId::Person).spellings ==
              std::vector<std::string_view>{"José Ñu", "Tom Bell", "Jose Nu"});
        CHECK(names->of(FieldId::Person).group == std::vector<std::uint32_t>{0, 1, 0});
        CHECK(names->of(FieldId::Country).spellings == std::vector<std::string_view>{"PE", "CL"});
        CHECK(names->of(FieldId::Byline).spellings.empty());

        const auto older = Names::open(path, *first_size);
        REQUIRE(older);
        CHECK(older->of(FieldId::Person).spellings.size() == 1);
    }

    TEST_CASE("many names come back")
    {
        const Sandbox sandbox;
        std::mt19937 random{71};
        std::vector<std::string> wanted;
        NamesWriter writer = new_writer();
        for (int i = 0; i < 2000; ++i) {
            std::string name(1 + random() % 3, static_cast<char>('a' + random() % 26));
            if (random() % 2 == 0) { name[0] = static_cast<char>(name[0] - 'a' + 'A'); }
            if (writer.ordinal(FieldId::Byline, name) == wanted.size()) { wanted.push_back(name); }
        }
        const auto size = writer.append_to(sandbox.at("names"));
        REQUIRE(size);
        const auto names = Names::open(sandbox.at("names"), *size);
        REQUIRE(names);
        const NameList& list = names->of(FieldId::Byline);
        REQUIRE(list.spellings.size() == wanted.size());
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            CHECK(list.spellings[i] == wanted[i]);
            CHECK(name_key(list.spellings[list.group[i]]) == name_key(wanted[i]));
        }
    }

    TEST_CASE("bytes behind those that count are ignored, and cut by the next writer")
    {
        const Sandbox sandbox;
        const std::string good = std::string{kMagic} + record(6, 0, "Ana Ruiz");
        const std::string path = sandbox.write("names", good + "left by an unfinished run");
        const auto names = Names::open(path, good.size());
        REQUIRE(names);
        CHECK(names->of(FieldId::Person).spellings == std::vector<std::string_view>{"Ana Ruiz"});

        auto writer = *NamesWriter::open(path, good.size());
        CHECK(writer.ordinal(FieldId::Person, "Tom Bell") == 1);
        REQUIRE(writer.append_to(path));
        CHECK(dateline::tests::bytes_of(path) == good + record(6, 0, "Tom Bell"));
    }

    TEST_CASE("a file that is not what it promises is damaged")
    {
        const std::string magic{kMagic};
        const std::string names = record(6, 0, "Ana") + record(6, 1, "ANA");
        const struct {
            const char* what;
            std::string bytes;
        } cases[] = {
            {"empty", ""},
            {"half a magic word", "DLNA"},
            {"another version", "DLNAMES2" + names},
            {"a field that is none", magic + record(kFields.size(), 0, "x")},
            {"a huge field", magic + record(UINT64_MAX, 0, "x")},
            {"a group before the first name", magic + record(6, 1, "x")},
            {"a group far before", magic + names + record(6, UINT64_MAX, "x")},
            {"a group that is not its own", magic + names + record(6, 1, "ana")},
            {"a name that breaks off", magic + names.substr(0, names.size() - 1)},
            {"a field alone", magic + names + "\x06"},
        };
        const Sandbox sandbox;
        CHECK(opened(sandbox, magic));
        CHECK(opened(sandbox, magic + names));
        for (const auto& c : cases) {
            CAPTURE(c.what);
            const auto damaged = opened(sandbox, c.bytes);
            REQUIRE_FALSE(damaged);
            CHECK(damaged.error().kind == ErrorKind::IndexDamaged);
        }
        CHECK_FALSE(Names::open(sandbox.write("names", magic + names), 1000));
        CHECK_FALSE(Names::open(sandbox.write("names", magic + names), UINT64_MAX));
        CHECK_FALSE(Names::open(sandbox.write("names", magic + names), 0));
        CHECK_FALSE(Names::open(sandbox.at("none"), 8));
        CHECK_FALSE(NamesWriter::open(sandbox.at("none"), 8));
    }

    TEST_CASE("no writer goes on behind a name that stands there twice")
    {
        const Sandbox sandbox;
        const std::string twice =
            std::string{kMagic} + record(6, 0, "Ana") + record(6, 1, "Ana") + record(8, 0, "Ana");
        REQUIRE(opened(sandbox, twice));
        const auto writer = NamesWriter::open(sandbox.at("names"), twice.size());
        REQUIRE_FALSE(writer);
        CHECK(writer.error().kind == ErrorKind::IndexDamaged);
    }

    TEST_CASE("a failing disk loses no names: the next try writes them")
    {
        const Sandbox sandbox;
        NamesWriter writer = new_writer();
        writer.ordinal(FieldId::Person, "Ana Ruiz");
        const auto failed = writer.append_to(sandbox.at("no/names"));
        REQUIRE_FALSE(failed);
        CHECK(failed.error().kind == ErrorKind::Io);
        const auto size = writer.append_to(sandbox.at("names"));
        REQUIRE(size);
        CHECK(dateline::tests::bytes_of(sandbox.at("names")) ==
              std::string{kMagic} + record(6, 0, "Ana Ruiz"));
        std::filesystem::remove(sandbox.at("names"));
        writer.ordinal(FieldId::Person, "Tom Bell");
        CHECK(writer.append_to(sandbox.at("names")).error().kind == ErrorKind::Io);
    }

    TEST_CASE("whatever the bytes are, groups and numbers hold")
    {
        std::string bytes{kMagic};
        std::mt19937 random{72};
        for (std::uint64_t i = 0; i < 40; ++i) {
            bytes += record(random() % kFields.size(), 0, "name " + std::to_string(random()));
        }
        bytes += record(6, 0, "Ana") + record(6, 1, "ANA") + record(6, 2, "ana");
        dateline::tests::check_mutations(bytes, walk_names, 8'000'000);
    }
}
