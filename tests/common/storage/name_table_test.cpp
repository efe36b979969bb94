#include "common/storage/name_table.hpp"

#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using dateline::tests::Sandbox;

namespace {

/// Writes a segment's columns: of each article, the ordinals of its people.
void write_columns(const Sandbox& sandbox, const std::string& segment,
                   const std::vector<std::vector<std::uint32_t>>& people)
{
    ColumnsWriter columns;
    for (const auto& ordinals : people) {
        ColumnRow row;
        row.ordinals[ordinal_column(FieldId::Person)] = ordinals;
        columns.add(row);
    }
    sandbox.make_folder("segments/" + segment);
    REQUIRE(columns.write(sandbox.at("segments/" + segment + "/columns")));
}

}  // namespace

TEST_SUITE("common/storage/name_table")
{
    TEST_CASE("it tells spelling, group, live articles and what is shown")
    {
        const Sandbox sandbox;
        sandbox.make_folder("name-table");
        auto names = *NamesWriter::open(sandbox.at("names"), 0);
        for (const char* name : {"Nicolas Maduro", "Ana Ruiz", "Nicolás Maduro", "ANA RUIZ"}) {
            names.ordinal(FieldId::Person, name);
        }
        names.ordinal(FieldId::Country, "VE");
        Manifest manifest{.generation = 7};
        manifest.segments = {{.name = "000001", .articles = 3}, {.name = "000002", .articles = 1}};
        write_columns(sandbox, "000001", {{0, 1}, {2}, {3}});
        write_columns(sandbox, "000002", {{3}});
        ArticleSet second{3};
        second.insert(1);
        const struct {
            ArticleSet removed;
            std::vector<std::uint32_t> articles;
            std::vector<std::uint32_t> shown;
        } cases[] = {
            {ArticleSet{3}, {1, 1, 1, 2}, {2, 3, 2, 3}},  // on a tie the one with accents
            {second, {1, 1, 0, 2}, {0, 3, 0, 3}},
        };
        const auto size = names.append_to(sandbox.at("names"));
        REQUIRE(size);
        for (const auto& c : cases) {
            REQUIRE(write_name_table(
                sandbox.path(), manifest,
                *name_table_contents(sandbox.path(), manifest, names, {c.removed, ArticleSet{1}})));
            const auto table = NameTable::open(name_table_path(sandbox.path(), manifest),
                                               sandbox.at("names"), *size);
            REQUIRE(table);
            const NameColumn& people = table->of(FieldId::Person);
            REQUIRE(people.size() == 4);
            for (std::uint32_t i = 0; i < 4; ++i) {
                CAPTURE(i);
                CHECK(people.articles(i) == c.articles[i]);
                CHECK(people.shown(i) == c.shown[i]);
                CHECK(people.group(i) == i % 2);
            }
            CHECK(people.spelling(2) == "Nicolás Maduro");
            CHECK(people.spelling(4).empty());
            CHECK(people.articles(4) == 0);
            CHECK(table->of(FieldId::Country).spelling(0) == "VE");
            CHECK(table->of(FieldId::Byline).size() == 0);
        }
        CHECK_FALSE(NameTable::open(name_table_path(sandbox.path(), manifest), sandbox.at("names"),
                                    *size + 1));
    }

    TEST_CASE("a writer that goes on with an old list says the same of it")
    {
        const Sandbox sandbox;
        auto first = *NamesWriter::open(sandbox.at("names"), 0);
        first.ordinal(FieldId::Person, "José Ñu");
        first.ordinal(FieldId::Byline, "Ana Ruiz");
        first.ordinal(FieldId::Person, "Jose Nu");
        const auto size = first.append_to(sandbox.at("names"));
        REQUIRE(size);
        const auto second = NamesWriter::open(sandbox.at("names"), *size);
        REQUIRE(second);
        const auto old_rows = first.rows(FieldId::Person);
        const auto rows = second->rows(FieldId::Person);
        REQUIRE(rows.size() == 2);
        for (std::size_t i = 0; i < 2; ++i) {
            CHECK(rows[i].place == old_rows[i].place);
            CHECK(rows[i].group == 0);
            CHECK(rows[i].accented == old_rows[i].accented);
        }
    }
}
