#include "common/storage/name_table.hpp"

#include "common/storage/bytes.hpp"
#include "common/text/ascii.hpp"

#include <algorithm>
#include <bit>
#include <xxhash.h>

namespace dateline {
namespace {

constexpr std::string_view kMagic = "DLNAMET2";
constexpr std::size_t kSectionsPerField = 7;

void take_off(const Columns& columns, FieldId field, std::size_t index,
              std::vector<std::uint32_t>& counts)
{
    for (const std::uint32_t ordinal : columns.ordinals(field, index)) {
        if (ordinal < counts.size() && counts[ordinal] > 0) { --counts[ordinal]; }
    }
}

/// By ordinal: the spelling that is shown for its group, whose number is that of its first one.
std::vector<std::uint32_t> shown_of(std::span<const NameRow> rows,
                                    std::span<const std::string_view> spellings,
                                    const NameTableContents::Column& column)
{
    const auto is_better = [&](std::uint32_t a, std::uint32_t b) {
        if (column.articles[a] != column.articles[b]) {
            return column.articles[a] > column.articles[b];
        }
        if (rows[a].accented != rows[b].accented) { return rows[a].accented > rows[b].accented; }
        return spellings[a] < spellings[b];
    };
    std::vector<std::uint32_t> shown(rows.size());
    for (std::uint32_t i = 0; i < shown.size(); ++i) {
        shown[i] = i;
        std::uint32_t& best = shown[column.groups[i]];
        if (is_better(i, best)) { best = i; }
    }
    for (std::uint32_t i = 0; i < shown.size(); ++i) { shown[i] = shown[column.groups[i]]; }
    return shown;
}

/// Puts all names of one person into one group: those that live articles have.
void join_people(std::span<const NameRow> rows, std::span<const std::string_view> keys,
                 NameTableContents::Column& column)
{
    constexpr std::uint32_t kNone = ~std::uint32_t{0};
    std::vector<CountedName> names;
    std::vector<std::uint32_t> firsts;  // by name: its first spelling
    std::vector<std::uint32_t> name_of(rows.size(), kNone);
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        if (column.articles[i] == 0) { continue; }
        std::uint32_t& name = name_of[rows[i].group];
        if (name == kNone) {
            name = static_cast<std::uint32_t>(names.size());
            names.push_back({.key = keys[i]});
            firsts.push_back(rows[i].group);
        }
        names[name].articles += column.articles[i];
    }
    const std::vector<NameLink> links = group_people(names);
    std::vector<std::uint32_t> first_of_person(names.size(), kNone);
    for (std::size_t i = 0; i < names.size(); ++i) {
        std::uint32_t& first = first_of_person[links[i].person];
        first = std::min(first, firsts[i]);
    }
    column.rules.assign(rows.size(), static_cast<std::uint8_t>(GroupRule::Own));
    for (std::uint32_t i = 0; i < rows.size(); ++i) {
        const std::uint32_t name = name_of[rows[i].group];
        if (name == kNone) { continue; }
        column.groups[i] = first_of_person[links[name].person];
        column.rules[i] = static_cast<std::uint8_t>(links[name].rule);
    }
}

std::uint32_t hash_of_key(std::string_view key)
{
    return static_cast<std::uint32_t>(XXH3_64bits(key.data(), key.size()));
}

/// Whether name_key() of a spelling is `key`, without making it where that is easy.
bool has_key(std::string_view spelling, std::string_view key)
{
    if (spelling.size() == key.size()) {
        const bool is_same =
            std::equal(spelling.begin(), spelling.end(), key.begin(),
                       [](char written, char folded) { return ascii::lower(written) == folded; });
        if (is_same) { return true; }
    }
    return name_key(spelling) == key;
}

/// The place of the first hash that is not less. Hashes are spread evenly, so that it is near where
/// a line from the first to the last would have it.
std::size_t first_at_least(std::span<const std::uint32_t> hashes, std::uint32_t hash)
{
    const std::size_t size = hashes.size();
    std::size_t first = 0;
    std::size_t last = size;
    const std::size_t guess = static_cast<std::size_t>(std::uint64_t{hash} * size >> 32U);
    for (std::size_t step = 64; first < last && step < size; step *= 4) {
        const std::size_t low = guess > step ? guess - step : 0;
        const std::size_t high = std::min(guess + step, size);
        if ((low == 0 || hashes[low - 1] < hash) && (high == size || hashes[high] >= hash)) {
            first = low;
            last = high;
            break;
        }
    }
    return static_cast<std::size_t>(
        std::lower_bound(hashes.begin() + static_cast<std::ptrdiff_t>(first),
                         hashes.begin() + static_cast<std::ptrdiff_t>(last), hash) -
        hashes.begin());
}

void add_hashes(std::span<const std::string_view> keys, NameTableContents::Column& column)
{
    std::vector<std::uint64_t> sorted(keys.size());
    for (std::uint32_t i = 0; i < keys.size(); ++i) {
        sorted[i] = std::uint64_t{hash_of_key(keys[i])} << 32U | i;
    }
    std::sort(sorted.begin(), sorted.end());
    for (const std::uint64_t one : sorted) {
        column.hashes.push_back(static_cast<std::uint32_t>(one >> 32U));
        column.by_hash.push_back(static_cast<std::uint32_t>(one));
    }
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
    if (changes_ && ordinal >= size() && ordinal - size() < changes_->rows().size()) {
        return changes_->rows()[ordinal - size()].canonical();
    }
    if (ordinal >= size() || places_[ordinal] >= names_.size()) { return {}; }
    ByteReader record{names_.substr(places_[ordinal])};
    record.varint();  // field
    record.varint();  // group
    return record.string();
}

std::vector<std::uint32_t> NameColumn::with_key(std::string_view key) const
{
    std::vector<std::uint32_t> found;
    const std::uint32_t hash = hash_of_key(key);
    for (std::size_t at = first_at_least(hashes_, hash); at < hashes_.size() && hashes_[at] == hash;
         ++at) {
        const std::uint32_t ordinal = by_hash_[at];
        if (has_key(spelling(ordinal), key)) { found.push_back(ordinal); }
    }
    return found;
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
        column.rules_ = opened.file_.array<std::uint8_t>(first + 4);
        column.hashes_ = opened.file_.array<std::uint32_t>(first + 5);
        column.by_hash_ = opened.file_.array<std::uint32_t>(first + 6);
        const std::size_t size = column.places_.size();
        if (column.groups_.size() != size || column.articles_.size() != size ||
            column.shown_.size() != size || column.by_hash_.size() != column.hashes_.size()) {
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
        if (f.id == FieldId::Person) {
            join_people(rows, names.keys(f.id), column);
            add_hashes(names.keys(f.id), column);
        }
        column.shown = shown_of(rows, names.spellings(f.id), column);
    }
    return contents;
}

void NameTable::apply(Ledger ledger)
{
    NameColumn& people = columns_[ordinal_column(FieldId::Person)];
    people.changes_ = std::make_shared<const NameChanges>(people, std::move(ledger));
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
            !is_same(own.articles_, other.articles) || !is_same(own.shown_, other.shown) ||
            !is_same(own.rules_, other.rules) || !is_same(own.hashes_, other.hashes) ||
            !is_same(own.by_hash_, other.by_hash)) {
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
        write_section(file, column.rules);
        write_section(file, column.hashes);
        write_section(file, column.by_hash);
    }
    if (auto written = file.finish(); !written) { return Failure{written.error()}; }
    return digest_file(path);
}

}  // namespace dateline
