#include "common/storage/name_changes.hpp"

#include "common/storage/name_table.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using dateline::tests::Sandbox;

namespace {

struct Person {
    const char* name;
    std::uint32_t articles;
};

/// A table of people, each of whose articles has no other.
NameTable table_of(const Sandbox& sandbox, const std::vector<Person>& people)
{
    sandbox.make_folder("name-table");
    sandbox.make_folder("segments/000001");
    auto names = *NamesWriter::open(sandbox.at("names"), 0);
    ColumnsWriter columns;
    std::uint64_t articles = 0;
    for (const Person& person : people) {
        const std::uint32_t ordinal = names.ordinal(FieldId::Person, person.name);
        for (std::uint32_t i = 0; i < person.articles; ++i, ++articles) {
            ColumnRow row;
            row.ordinals[ordinal_column(FieldId::Person)] = {ordinal};
            columns.add(row);
        }
    }
    REQUIRE(columns.write(sandbox.at("segments/000001/columns")));
    Manifest manifest{.generation = 1};
    manifest.segments = {{.name = "000001", .articles = articles}};
    const auto size = names.append_to(sandbox.at("names"));
    REQUIRE(size);
    REQUIRE(write_name_table(
        sandbox.path(), manifest,
        *name_table_contents(sandbox.path(), manifest, names, {ArticleSet{articles}})));
    auto table =
        NameTable::open(name_table_path(sandbox.path(), manifest), sandbox.at("names"), *size);
    REQUIRE(table);
    return *std::move(table);
}

/// "0=Shown 0=Shown -": by ordinal, the group and what is shown for it.
std::string places(const NameColumn& names)
{
    std::string text;
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        text += i == 0 ? "" : " ";
        if (names.group(i) == kNobody) {
            text += '-';
            continue;
        }
        text += std::to_string(names.group(i)) + '=' + std::string{names.spelling(names.shown(i))};
    }
    return text;
}

const std::vector<Person> kPeople{{"Nicolás Maduro", 9},
                                  {"Nicolás Maduro Moros", 2},
                                  {"Ana Ruiz", 3},
                                  {"NICOLAS MADURO", 1},
                                  {"Bo Lee", 4}};

}  // namespace

TEST_SUITE("common/storage/name_changes")
{
    TEST_CASE("without a ledger groups are those of the rules")
    {
        const Sandbox sandbox;
        const NameTable table = table_of(sandbox, kPeople);
        const NameColumn& names = table.of(FieldId::Person);
        CHECK(places(names) ==
              "0=Nicolás Maduro 0=Nicolás Maduro 2=Ana Ruiz 0=Nicolás Maduro 4=Bo Lee");
        CHECK(names.rule(0) == GroupRule::Own);
        CHECK(names.rule(1) == GroupRule::SecondSurname);
        CHECK(names.with_key("nicolas maduro") == std::vector<std::uint32_t>{0, 3});
        CHECK(names.with_key("bo lee") == std::vector<std::uint32_t>{4});
        CHECK(names.with_key("nobody").empty());
        CHECK(names.with_key("").empty());
        CHECK(table.of(FieldId::Country).with_key("ve").empty());
    }

    TEST_CASE("a ledger joins, splits, renames and drops")
    {
        const struct {
            const char* rows;
            const char* places;
        } cases[] = {
            {"", "0=Nicolás Maduro 0=Nicolás Maduro 2=Ana Ruiz 0=Nicolás Maduro 4=Bo Lee"},
            {"Nobody Known\tNobody Else\n",
             "0=Nicolás Maduro 0=Nicolás Maduro 2=Ana Ruiz 0=Nicolás Maduro 4=Bo Lee"},
            {"N. Maduro\tNicolás Maduro\n",
             "0=N. Maduro 0=N. Maduro 2=Ana Ruiz 0=N. Maduro 4=Bo Lee"},
            {"Bo Lee\tAna Ruiz\n",
             "0=Nicolás Maduro 0=Nicolás Maduro 4=Bo Lee 0=Nicolás Maduro 4=Bo Lee"},
            {"Bo Lee\tNicolás Maduro Moros\n", "4=Bo Lee 4=Bo Lee 2=Ana Ruiz 4=Bo Lee 4=Bo Lee"},
            {"Bo Lee\tNicolás Maduro Moros\tNicolás Maduro\n",
             "0=Nicolás Maduro 4=Bo Lee 2=Ana Ruiz 0=Nicolás Maduro 4=Bo Lee"},
            {"Nicolás Maduro\t\tNicolás Maduro Moros\n",
             "0=Nicolás Maduro 1=Nicolás Maduro Moros 2=Ana Ruiz 0=Nicolás Maduro 4=Bo Lee"},
            {"Nicolás Maduro Moros\nNicolás Maduro\n",
             "0=Nicolás Maduro 1=Nicolás Maduro Moros 2=Ana Ruiz 0=Nicolás Maduro 4=Bo Lee"},
            {"Bo Lee\t\tAna Ruiz\n",
             "0=Nicolás Maduro 0=Nicolás Maduro 2=Ana Ruiz 0=Nicolás Maduro 4=Bo Lee"},
            {"Nicolás Maduro\t\t\tyes\n", "- - 2=Ana Ruiz - 4=Bo Lee"},
            {"Ana Ruiz\tBo Lee\tNicolás Maduro\tyes\n",
             "0=Nicolás Maduro 0=Nicolás Maduro - 0=Nicolás Maduro -"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.rows);
            const Sandbox sandbox;
            NameTable table = table_of(sandbox, kPeople);
            std::vector<LedgerProblem> problems;
            table.apply(Ledger::parse(
                "canonical\taliases\tnot-these\tnever-a-person\n" + std::string{c.rows}, problems));
            CHECK(problems.empty());
            CHECK(places(table.of(FieldId::Person)) == c.places);
        }
    }
}
