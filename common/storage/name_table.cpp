#include "common/storage/name_table.hpp"

#include "common/storage/bytes.hpp"

#include <algorithm>
#include <bit>

namespace dateline {
namespace {

constexpr std::string_view kMagic = "DLNAMET1";
constexpr std::size_t kSectionsPerField = 4;

void take_off(const Columns& columns, FieldId field, std::size_t index,
              std::vector<std::uint32_t>& counts)
{
    for (const std::uint32_t ordinal : columns.ordinals(field, index)) {
        if (ordinal < counts.size() && counts[ordinal] > 0) { --counts[ordinal]; }
    }
}

/// By ordinal: the spelling that is shown for its group.
std::vector<std::uint32_t> shown_of(std::span<const NameRow> rows,
                                    std::span<const std::uint32_t> articles)
{
    const auto is_better = [&](std::uint32_t a, std::uint32_t b) {
        if (articles[a] != articles[b]) { return articles[a] > articles[b]; }
        return rows[a].accented > rows[b].accented;
    };
    std::vector<std::uint32_t> shown(rows.size());
    for (std::uint32_t i = 0; i < shown.size(); ++i) {
        shown[i] = i;
        std::uint32_t& best = shown[rows[i].group];
        if (is_better(i, best)) { best = i; }
    }
    for (std::uint32_t i = 0; i < shown.size(); ++i) { shown[i] = shown[rows[i].group]; }
    return shown;
}

/// By ordinal: how many articles have the name.
using NameCounts = std::array<std::vector<std::uint32_t>, kOrdinalColumns>;

/// Adds the articles of a segment that are not removed.
void add_counts(const Columns& columns, const ArticleSet& removed, NameCounts& counts)
{
    for (const Field& f : kFields) {
        if (f.column != Column::Ordinals) { continue; }
        auto& of_field = counts[ordinal_column(f.id)];
        for (const OrdinalTotal& total : columns.totals(f.id)) {
            if (total.ordinal < of_field.size()) { of_field[total.ordinal] += total.articles; }
        }
        const auto words = removed.words();
        for (std::size_t word = 0; word < words.size(); ++word) {
            for (std::uint64_t bits = words[word]; bits != 0; bits &= bits - 1) {
                const auto bit = static_cast<std::size_t>(std::countr_zero(bits));
                take_off(columns, f.id, word * 64 + bit, of_field);
            }
        }
    }
}

template <class T>
void write_section(SectionWriter& file, const std::vector<T>& values)
{
    file.begin_section();
    file.append_array(std::span<const T>{values});
}

}  // namespace

std::string_view NameColumn::spelling(std::uint32_t ordinal) const
{
    if (ordinal >= size() || places_[ordinal] >= names_.size()) { return {}; }
    ByteReader record{names_.substr(places_[ordinal])};
    record.varint();  // field
    record.varint();  // group
    return record.string();
}

Result<NameTable> NameTable::open(const std::filesystem::path& table,
                                  const std::filesystem::path& names, std::uint64_t names_size)
{
    auto texts = MappedFile::open(names);
    if (!texts) { return Failure{texts.error()}; }
    auto file = SectionFile::open(table, kMagic);
    if (!file) { return Failure{file.error()}; }
    NameTable opened;
    opened.names_ = *std::move(texts);
    opened.file_ = *std::move(file);
    if (opened.names_.bytes().size() < names_size) { return damaged(names, "it is too short"); }
    for (std::size_t f = 0; f < kOrdinalColumns; ++f) {
        NameColumn& column = opened.columns_[f];
        const std::size_t first = f * kSectionsPerField;
        column.names_ = opened.names_.bytes().substr(0, names_size);
        column.places_ = opened.file_.array<std::uint64_t>(first);
        column.groups_ = opened.file_.array<std::uint32_t>(first + 1);
        column.articles_ = opened.file_.array<std::uint32_t>(first + 2);
        column.shown_ = opened.file_.array<std::uint32_t>(first + 3);
        const std::size_t size = column.places_.size();
        if (column.groups_.size() != size || column.articles_.size() != size ||
            column.shown_.size() != size) {
            return damaged(table, "its columns differ in length");
        }
    }
    return opened;
}

std::filesystem::path name_table_path(const std::filesystem::path& index, const Manifest& manifest)
{
    return index / "name-table" / six_digits(manifest.generation);
}

Result<NameTableContents> name_table_contents(const std::filesystem::path& index,
                                              const Manifest& manifest, const NamesWriter& names,
                                              const std::vector<ArticleSet>& removed)
{
    NameCounts counts;
    for (const Field& f : kFields) {
        if (f.column != Column::Ordinals) { continue; }
        counts[ordinal_column(f.id)].resize(names.rows(f.id).size());
    }
    for (std::size_t i = 0; i < manifest.segments.size(); ++i) {
        const auto columns =
            Columns::open(index / "segments" / manifest.segments[i].name / "columns");
        if (!columns) { return Failure{columns.error()}; }
        add_counts(*columns, removed[i], counts);
    }
    NameTableContents contents;
    for (const Field& f : kFields) {
        if (f.column != Column::Ordinals) { continue; }
        const auto rows = names.rows(f.id);
        NameTableContents::Column& column = contents.columns[ordinal_column(f.id)];
        for (const NameRow& row : rows) {
            column.places.push_back(row.place);
            column.groups.push_back(row.group);
        }
        column.articles = std::move(counts[ordinal_column(f.id)]);
        column.shown = shown_of(rows, column.articles);
    }
    return contents;
}

bool NameTable::holds(const NameTableContents& contents) const
{
    for (std::size_t f = 0; f < kOrdinalColumns; ++f) {
        const NameColumn& own = columns_[f];
        const NameTableContents::Column& other = contents.columns[f];
        const auto is_same = [](const auto& a, const auto& b) {
            return std::equal(a.begin(), a.end(), b.begin(), b.end());
        };
        if (!is_same(own.places_, other.places) || !is_same(own.groups_, other.groups) ||
            !is_same(own.articles_, other.articles) || !is_same(own.shown_, other.shown)) {
            return false;
        }
    }
    return true;
}

Result<FileDigest> write_name_table(const std::filesystem::path& index, const Manifest& manifest,
                                    const NameTableContents& contents)
{
    const auto path = name_table_path(index, manifest);
    SectionWriter file{path, kMagic};
    for (const NameTableContents::Column& column : contents.columns) {
        write_section(file, column.places);
        write_section(file, column.groups);
        write_section(file, column.articles);
        write_section(file, column.shown);
    }
    if (auto written = file.finish(); !written) { return Failure{written.error()}; }
    return digest_file(path);
}

}  // namespace dateline
