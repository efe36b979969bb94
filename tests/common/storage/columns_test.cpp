#include "common/storage/columns.hpp"

#include "tests/support/mutations.hpp"
#include "tests/support/sandbox.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <random>
#include <set>

using dateline::ColumnRow;
using dateline::Columns;
using dateline::ColumnsWriter;
using dateline::ContentHash;
using dateline::Date;
using dateline::Done;
using dateline::ErrorKind;
using dateline::Failure;
using dateline::Field;
using dateline::FieldId;
using dateline::kFields;
using dateline::kOrdinalColumns;
using dateline::ordinal_column;
using dateline::Precision;
using dateline::SectionWriter;
using dateline::Status;
using dateline::tests::Sandbox;

namespace {

constexpr std::string_view kMagic = "DLCOLUM2";

Date date(std::string_view text) { return *dateline::parse_date(text); }

ColumnRow random_row(std::mt19937& random)
{
    ColumnRow row{.length = static_cast<std::uint32_t>(random())};
    const char* const dates[] = {"2022-02-16", "1991-12", "0001-01-01", "9999-12-31", "2008"};
    if (const std::size_t i = random() % 6; i < 5) { row.date = date(dates[i]); }
    for (char& c : row.hash) { c = static_cast<char>(random()); }
    for (auto& ordinals : row.ordinals) {
        std::set<std::uint32_t> values;
        for (std::size_t i = random() % 5; i > 0; --i) {
            values.insert(static_cast<std::uint32_t>(random() % 2 == 0 ? random() % 8 : random()));
        }
        ordinals.assign(values.begin(), values.end());
    }
    row.added = static_cast<std::uint32_t>(random() % 3);
    return row;
}

std::vector<ColumnRow> random_rows(std::uint32_t seed, std::size_t count)
{
    std::mt19937 random{seed};
    std::vector<ColumnRow> rows;
    for (std::size_t i = 0; i < count; ++i) { rows.push_back(random_row(random)); }
    return rows;
}

void write_rows(const std::filesystem::path& path, const std::vector<ColumnRow>& rows)
{
    ColumnsWriter columns;
    for (const ColumnRow& row : rows) { columns.add(row); }
    CHECK(columns.articles() == rows.size());
    REQUIRE(columns.write(path));
}

void check_same(const ColumnRow& got, const ColumnRow& wanted)
{
    CHECK(got.length == wanted.length);
    CHECK(got.date == wanted.date);
    CHECK(got.hash == wanted.hash);
    CHECK(got.ordinals == wanted.ordinals);
    CHECK(got.added == wanted.added);
}

/// A file of one article whose day, precision and first list are these; the other lists are empty.
std::filesystem::path written_raw(const Sandbox& sandbox, std::int32_t day, std::uint8_t precision,
                                  const std::vector<std::uint32_t>& offsets, std::size_t values,
                                  const std::vector<std::uint32_t>& added = {})
{
    const std::filesystem::path path = sandbox.at("columns");
    SectionWriter file{path, kMagic};
    const auto section = [&file]<class T>(const std::vector<T>& array) {
        file.begin_section();
        file.append_array(std::span<const T>{array});
    };
    section(std::vector<std::uint32_t>{100});
    section(std::vector{day});
    section(std::vector{precision});
    section(std::vector<ContentHash>(1));
    section(offsets);
    section(std::vector<std::uint32_t>(values, 5U));
    section(std::vector<std::uint32_t>{5, 1});
    for (std::size_t list = 1; list < kOrdinalColumns; ++list) {
        section(std::vector<std::uint32_t>{0, 0});
        section(std::vector<std::uint32_t>{});
        section(std::vector<std::uint32_t>{});
    }
    section(added);
    REQUIRE(file.finish());
    return path;
}

Status walk_columns(const std::filesystem::path& path)
{
    const auto columns = Columns::open(path);
    if (!columns) { return Failure{columns.error()}; }
    dateline::tests::must(columns->lengths().size() == columns->articles() &&
                              columns->days().size() == columns->articles(),
                          "the arrays have one length");
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i < columns->articles() + 2; ++i) {
        const ColumnRow row = columns->row(i);
        if (row.date) { sum += dateline::to_string(*row.date).size(); }
        for (const auto& ordinals : row.ordinals) {
            for (const std::uint32_t ordinal : ordinals) { sum ^= ordinal; }
        }
    }
    for (const Field& f : kFields) {
        if (f.column != dateline::Column::Ordinals) { continue; }
        for (const auto& total : columns->totals(f.id)) { sum ^= total.articles; }
    }
    dateline::tests::must(sum != 1, "the bytes are really read");
    return Done{};
}

}  // namespace

TEST_SUITE("common/storage/columns")
{
    TEST_CASE("each field with ordinals has a list of its own")
    {
        std::set<std::size_t> lists;
        for (const Field& f : kFields) {
            if (f.column == dateline::Column::Ordinals) { lists.insert(ordinal_column(f.id)); }
        }
        CHECK(lists.size() == kOrdinalColumns);
        CHECK(*lists.rbegin() == kOrdinalColumns - 1);
    }

    TEST_CASE("articles of one publication are one run, whatever stands before it unknown")
    {
        const Sandbox sandbox;
        const std::vector<std::uint32_t> added{0, 0, 3, 3, 3, 1, 3, 0, 9, 9};
        std::vector<ColumnRow> rows;
        for (const std::uint32_t generation : added) {
            rows.emplace_back();
            rows.back().added = generation;
        }
        write_rows(sandbox.at("columns"), rows);
        const auto columns = Columns::open(sandbox.at("columns"));
        REQUIRE(columns);
        CHECK(columns->added_runs().size() == 5);
        for (std::size_t i = 0; i < added.size(); ++i) { CHECK(columns->added(i) == added[i]); }
        CHECK(columns->added(SIZE_MAX) == 9);

        CHECK(Columns::open(written_raw(sandbox, 1, 0, {0, 1}, 1, {0, 7, 1, 7})));
        for (const std::vector<std::uint32_t>& list :
             {std::vector<std::uint32_t>{0, 7, 0, 8}, std::vector<std::uint32_t>{4, 7, 3, 8}}) {
            const auto forged = Columns::open(written_raw(sandbox, 1, 0, {0, 1}, 1, list));
            REQUIRE_FALSE(forged);
            CHECK(forged.error().kind == ErrorKind::IndexDamaged);
        }
    }

    TEST_CASE("rows come back")
    {
        const Sandbox sandbox;
        for (const std::size_t count : {0U, 1U, 2U, 3U, 500U}) {
            CAPTURE(count);
            const auto rows = random_rows(51, count);
            write_rows(sandbox.at("columns"), rows);
            const auto columns = Columns::open(sandbox.at("columns"));
            REQUIRE(columns);
            REQUIRE(columns->articles() == count);
            for (std::size_t i = 0; i < count; ++i) {
                check_same(columns->row(i), rows[i]);
                CHECK(columns->lengths()[i] == rows[i].length);
                CHECK(columns->date(i) == rows[i].date);
                CHECK((columns->days()[i] == dateline::kUndated) == !rows[i].date);
                CHECK(columns->hash(i) == rows[i].hash);
                const auto people = columns->ordinals(FieldId::Person, i);
                CHECK(std::vector<std::uint32_t>{people.begin(), people.end()} ==
                      rows[i].ordinals[ordinal_column(FieldId::Person)]);
            }
        }
    }

    TEST_CASE("totals count the articles of each name")
    {
        const Sandbox sandbox;
        const auto rows = random_rows(52, 300);
        write_rows(sandbox.at("columns"), rows);
        const auto columns = Columns::open(sandbox.at("columns"));
        REQUIRE(columns);
        std::map<std::uint32_t, std::uint32_t> wanted;
        for (const ColumnRow& row : rows) {
            for (const auto ordinal : row.ordinals[ordinal_column(FieldId::Source)]) {
                ++wanted[ordinal];
            }
        }
        const auto totals = columns->totals(FieldId::Source);
        REQUIRE(totals.size() == wanted.size());
        auto next = wanted.begin();
        for (const auto& total : totals) {
            CHECK(total.ordinal == next->first);
            CHECK(total.articles == next->second);
            ++next;
        }
    }

    TEST_CASE("outside of the articles there is nothing")
    {
        const Sandbox sandbox;
        write_rows(sandbox.at("columns"), random_rows(53, 3));
        const auto columns = Columns::open(sandbox.at("columns"));
        REQUIRE(columns);
        for (const std::size_t index : {std::size_t{3}, std::size_t{4}, SIZE_MAX}) {
            CAPTURE(index);
            CHECK_FALSE(columns->date(index));
            CHECK(columns->hash(index) == ContentHash{});
            CHECK(columns->ordinals(FieldId::Country, index).empty());
            check_same(columns->row(index), {});
        }
    }

    TEST_CASE("days outside of the years 1 to 9999 are no dates, and precisions end at the year")
    {
        const struct {
            std::int32_t day;
            std::uint8_t precision;
            const char* date;
        } cases[] = {
            {0, 0, "1970-01-01"},
            {-719162, 0, "0001-01-01"},
            {2932896, 0, "9999-12-31"},
            {-719163, 0, ""},
            {2932897, 0, ""},
            {INT32_MAX, 0, ""},
            {dateline::kUndated, 0, ""},
            {INT32_MIN + 1, 0, ""},
            {0, 1, "1970-01"},
            {0, 2, "1970"},
            {0, 3, "1970"},
            {0, 255, "1970"},
        };
        const Sandbox sandbox;
        for (const auto& c : cases) {
            CAPTURE(c.day);
            const auto columns = Columns::open(written_raw(sandbox, c.day, c.precision, {0, 1}, 1));
            REQUIRE(columns);
            const auto got = columns->date(0);
            CHECK((got ? dateline::to_string(*got) : std::string{}) == c.date);
        }
    }

    TEST_CASE("lists that are cut short are damaged; one that lies outside is empty")
    {
        const struct {
            std::vector<std::uint32_t> offsets;
            bool is_good;
        } cases[] = {
            {{0, 4}, true},          {{4, 4}, true},          {{0, 3}, false}, {{0, 5}, false},
            {{5, 4}, true},          {{0, 4, 4}, false},      {{4}, false},    {{}, false},
            {{0, 1U << 30U}, false}, {{UINT32_MAX, 4}, true},
        };
        const Sandbox sandbox;
        for (const auto& c : cases) {
            CAPTURE(c.offsets.size());
            const auto columns = Columns::open(written_raw(sandbox, 0, 0, c.offsets, 4));
            REQUIRE(columns.has_value() == c.is_good);
            if (!columns) { CHECK(columns.error().kind == ErrorKind::IndexDamaged); }
            if (!columns || c.offsets.front() == 0) { continue; }
            for (const dateline::Field& f : dateline::kFields) {
                if (f.column != dateline::Column::Ordinals) { continue; }
                CHECK(columns->ordinals(f.id, 0).empty());
            }
        }
    }

    TEST_CASE("files that are missing, of another kind, uneven or broken off are damaged")
    {
        const Sandbox sandbox;
        REQUIRE(SectionWriter{sandbox.at("other"), "DLCOLUM1"}.finish());
        REQUIRE(SectionWriter{sandbox.at("empty"), kMagic}.finish());
        SectionWriter uneven{sandbox.at("uneven"), kMagic};
        uneven.begin_section();
        uneven.append("1234");
        REQUIRE(uneven.finish());
        for (const std::string name : {"none", "other", "empty", "uneven"}) {
            CAPTURE(name);
            const auto columns = Columns::open(sandbox.at(name));
            REQUIRE_FALSE(columns);
            CHECK(columns.error().kind == ErrorKind::IndexDamaged);
        }
        write_rows(sandbox.at("columns"), random_rows(54, 2));
        dateline::tests::check_truncations(dateline::tests::bytes_of(sandbox.at("columns")),
                                           walk_columns);
    }

    TEST_CASE("whatever the bytes are, rows lie inside")
    {
        const Sandbox sandbox;
        write_rows(sandbox.at("columns"), random_rows(55, 12));
        dateline::tests::check_mutations(dateline::tests::bytes_of(sandbox.at("columns")),
                                         walk_columns, 5'000'000);
    }
}
