// info: what an index holds, and by which schema.
#include "common/cli/fit.hpp"
#include "common/cli/values.hpp"
#include "common/schema/field_table.hpp"
#include "common/storage/snapshot.hpp"
#include "common/text/number.hpp"
#include "common/text/terminal.hpp"
#include "indexer/commands/command.hpp"

#include <algorithm>
#include <iomanip>
#include <nlohmann/json.hpp>
#include <sstream>

namespace dateline::indexer {
namespace {

struct Totals {
    std::uint64_t articles = 0;
    std::uint64_t removed = 0;
    std::uint64_t text_bytes = 0;
    std::map<std::string, std::uint64_t> bytes_by_file{};
    std::uint64_t bytes = 0;
};

Totals totals_of(const Snapshot& snapshot)
{
    Totals totals;
    for (const Segment& segment : snapshot.segments()) {
        totals.removed += segment.removed.count();
    }
    const Manifest& manifest = snapshot.manifest();
    for (const SegmentEntry& segment : manifest.segments) {
        totals.articles += segment.articles;
        totals.text_bytes += segment.text_bytes;
        for (const auto& [path, digest] : segment.files) {
            totals.bytes_by_file[path.substr(0, path.find('/'))] += digest.size;
        }
    }
    totals.bytes_by_file["names"] = manifest.names.size;
    totals.bytes_by_file["name-table"] = manifest.name_table.size;
    totals.bytes_by_file["tombstones"] = manifest.tombstones_digest.size;
    for (const auto& [id, digest] : manifest.dictionaries) {
        totals.bytes_by_file["dictionaries"] += digest.size;
    }
    for (const auto& [name, size] : totals.bytes_by_file) { totals.bytes += size; }
    totals.articles -= totals.removed;
    return totals;
}

void print_json(const Snapshot& snapshot, const Totals& totals, std::ostream& out)
{
    const Manifest& manifest = snapshot.manifest();
    nlohmann::ordered_json json{{"schema", manifest.versions.schema},
                                {"generation", manifest.generation},
                                {"articles", totals.articles},
                                {"removed", totals.removed},
                                {"segments", manifest.segments.size()},
                                {"languages", manifest.languages},
                                {"people", snapshot.names().of(FieldId::Person).size()},
                                {"text_bytes", totals.text_bytes},
                                {"index_bytes", totals.bytes},
                                {"bytes_by_file", totals.bytes_by_file},
                                {"xapian", manifest.versions.xapian},
                                {"unicode", manifest.versions.unicode},
                                {"stemmer", manifest.versions.stemmer},
                                {"sources", manifest.sources}};
    out << json.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace) << '\n';
}

void print_text(const Snapshot& snapshot, const Totals& totals, std::ostream& out)
{
    const Manifest& manifest = snapshot.manifest();
    const auto megabytes = [&out](std::uint64_t bytes) -> std::ostream& {
        return out << std::fixed << std::setprecision(1) << static_cast<double>(bytes) / 1e6
                   << " MB";
    };
    out << "articles    " << with_commas(totals.articles) << " (" << with_commas(totals.removed)
        << " removed)\n"
        << "generation  " << manifest.generation << ", " << manifest.segments.size()
        << (manifest.segments.size() == 1 ? " segment" : " segments") << "\nlanguages   ";
    for (const std::string& language : manifest.languages) { out << language << ' '; }
    out << "\npeople      " << snapshot.names().of(FieldId::Person).size()
        << " spellings\ntext        ";
    megabytes(totals.text_bytes) << "\nindex       ";
    megabytes(totals.bytes) << '\n';
    for (const auto& [name, bytes] : totals.bytes_by_file) {
        const double share = static_cast<double>(bytes) /
                             static_cast<double>(std::max<std::uint64_t>(1, totals.text_bytes));
        out << "  " << std::left << std::setw(14) << name << std::right << std::setw(7);
        megabytes(bytes) << "  " << std::setprecision(3) << share << " of the text\n";
    }
    out << "made by     schema " << manifest.versions.schema << ", Xapian "
        << manifest.versions.xapian << ", Unicode " << manifest.versions.unicode << ", stemmer "
        << manifest.versions.stemmer << "\nread from\n";
    for (const std::string& source : manifest.sources) { out << "  " << printable(source) << '\n'; }
    out << "fields\n" << field_table();
}

Result<int> run_info(const Call& call)
{
    const auto index = cli::index_path(call.settings.index);
    if (!index) { return Failure{index.error()}; }
    const auto snapshot = Snapshot::open(*index);
    if (!snapshot) { return Failure{snapshot.error()}; }
    const Totals totals = totals_of(*snapshot);
    if (call.settings.format == "json") {
        print_json(*snapshot, totals, call.out);
        return 0;
    }
    std::ostringstream text;
    print_text(*snapshot, totals, text);
    cli::write_fitted(text.view(), call.out);
    return 0;
}

}  // namespace

extern const Command info_command{
    .name = "info",
    .arguments = "",
    .summary = "Shows what the index holds: articles, sizes, versions, fields",
    .example = "dateline-index info --index news.idx",
    .run = run_info,
};

}  // namespace dateline::indexer
