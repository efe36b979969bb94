#include "common/storage/columns.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace dateline {
namespace {

constexpr std::string_view kMagic = "DLCOLUM2";
constexpr std::size_t kFixedSections = 4;
constexpr std::size_t kSectionsPerList = 3;

static_assert(sizeof(OrdinalTotal) == 8 && sizeof(AddedRun) == 8 && sizeof(ContentHash) == 16);

}  // namespace

void ColumnsWriter::add(const ColumnRow& row)
{
    lengths_.push_back(row.length);
    days_.push_back(row.date ? static_cast<std::int32_t>(row.date->first.time_since_epoch().count())
                             : kUndated);
    precisions_.push_back(row.date ? static_cast<std::uint8_t>(row.date->precision) : 0);
    hashes_.push_back(row.hash);
    const bool is_run =
        added_.empty() ? row.added != kUnknownGeneration : row.added != added_.back().generation;
    if (is_run) { added_.push_back({static_cast<std::uint32_t>(lengths_.size() - 1), row.added}); }
    for (std::size_t list = 0; list < kOrdinalColumns; ++list) {
        const auto& values = row.ordinals[list];
        ordinals_[list].values.insert(ordinals_[list].values.end(), values.begin(), values.end());
        ordinals_[list].offsets.push_back(
            static_cast<std::uint32_t>(ordinals_[list].values.size()));
    }
}

Status ColumnsWriter::write(const std::filesystem::path& path) const
{
    SectionWriter file{path, kMagic};
    const auto section = [&file](const auto& values) {
        file.begin_section();
        file.append_array(std::span{values});
    };
    section(lengths_);
    section(days_);
    section(precisions_);
    section(hashes_);
    for (const Ordinals& list : ordinals_) {
        if (list.values.size() > std::numeric_limits<std::uint32_t>::max()) {
            return fail(ErrorKind::Io, "a segment would hold more than four billion names",
                        "split the index");
        }
        section(list.offsets);
        section(list.values);
        std::map<std::uint32_t, std::uint32_t> counts;
        for (const std::uint32_t ordinal : list.values) { ++counts[ordinal]; }
        std::vector<OrdinalTotal> totals;
        totals.reserve(counts.size());
        for (const auto& [ordinal, articles] : counts) { totals.push_back({ordinal, articles}); }
        section(std::as_const(totals));
    }
    section(added_);
    return file.finish();
}

Columns::Columns(SectionFile file)
    : file_(std::move(file)),
      lengths_(file_.array<std::uint32_t>(0)),
      days_(file_.array<std::int32_t>(1)),
      precisions_(file_.array<std::uint8_t>(2)),
      hashes_(file_.array<ContentHash>(3)),
      added_(file_.array<AddedRun>(kFixedSections + kOrdinalColumns * kSectionsPerList))
{
    for (std::size_t list = 0; list < kOrdinalColumns; ++list) {
        const std::size_t first = kFixedSections + list * kSectionsPerList;
        ordinals_[list] = {file_.array<std::uint32_t>(first), file_.array<std::uint32_t>(first + 1),
                           file_.array<OrdinalTotal>(first + 2)};
    }
}

Result<Columns> Columns::open(const std::filesystem::path& path)
{
    auto file = SectionFile::open(path, kMagic);
    if (!file) { return Failure{file.error()}; }
    Columns columns{*std::move(file)};
    const std::size_t articles = columns.articles();
    if (columns.days_.size() != articles || columns.precisions_.size() != articles ||
        columns.hashes_.size() != articles) {
        return damaged(path, "its columns differ in length");
    }
    for (const Ordinals& list : columns.ordinals_) {
        if (list.offsets.size() != articles + 1 || list.offsets.back() != list.values.size()) {
            return damaged(path, "a list of ordinals is cut short");
        }
    }
    const bool is_descending = std::adjacent_find(columns.added_.begin(), columns.added_.end(),
                                                  [](const AddedRun& a, const AddedRun& b) {
                                                      return b.first <= a.first;
                                                  }) != columns.added_.end();
    constexpr std::size_t kSections = kFixedSections + kOrdinalColumns * kSectionsPerList + 1;
    if (is_descending || columns.file_.sections() != kSections) {
        return damaged(path, "its list of generations is none");
    }
    return columns;
}

std::optional<Date> Columns::date(std::size_t index) const
{
    if (index >= articles() || days_[index] < kFirstStoredDay || days_[index] > kLastStoredDay) {
        return {};
    }
    const auto precision = static_cast<Precision>(std::min<std::uint8_t>(precisions_[index], 2));
    return Date{std::chrono::sys_days{std::chrono::days{days_[index]}}, precision};
}

ContentHash Columns::hash(std::size_t index) const
{
    return index < articles() ? hashes_[index] : ContentHash{};
}

std::uint32_t Columns::added(std::size_t index) const
{
    const auto behind = std::upper_bound(
        added_.begin(), added_.end(), index,
        [](std::size_t wanted, const AddedRun& run) { return wanted < run.first; });
    return behind == added_.begin() ? kUnknownGeneration : std::prev(behind)->generation;
}

std::span<const std::uint32_t> Columns::ordinals(FieldId field, std::size_t index) const
{
    return lists(field).of(index);
}

OrdinalLists Columns::lists(FieldId field) const
{
    const Ordinals& list = ordinals_[ordinal_column(field)];
    return {list.offsets, list.values};
}

std::span<const OrdinalTotal> Columns::totals(FieldId field) const
{
    return ordinals_[ordinal_column(field)].totals;
}

ColumnRow Columns::row(std::size_t index) const
{
    if (index >= articles()) { return {}; }
    ColumnRow row{.length = lengths_[index], .date = date(index), .hash = hash(index)};
    row.added = added(index);
    for (const Field& f : kFields) {
        if (f.column != Column::Ordinals) { continue; }
        const auto values = ordinals(f.id, index);
        row.ordinals[ordinal_column(f.id)].assign(values.begin(), values.end());
    }
    return row;
}

}  // namespace dateline
