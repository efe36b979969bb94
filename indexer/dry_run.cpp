#include "indexer/dry_run.hpp"

#include "common/interrupt.hpp"
#include "common/text/number.hpp"
#include "common/text/terminal.hpp"

#include <algorithm>
#include <map>
#include <vector>

namespace dateline::indexer {
namespace {

/// The texts of a dump that are read alike.
struct Alike {
    std::string how{};     ///< layers, format, encoding
    std::string fields{};  ///< lines of the output; "" if the format has none
    std::uint64_t texts = 0;
    std::uint64_t articles = 0;
    std::string first{};  ///< headline of the first article
    std::map<std::string, std::uint64_t> lost{};
    std::string first_lost{};
};

std::string how_read(const TextFacts& facts)
{
    std::string how;
    for (const std::string_view layer : facts.layers) { how += std::string{layer} + " → "; }
    how += facts.format == nullptr ? "unknown format" : facts.format->name;
    const Encoding& encoding = facts.encoding;
    if (encoding.charset.empty()) { return how; }
    how += ", " + encoding.charset + " (" + std::string{encoding.why};
    if (encoding.confidence < 100) { how += ", " + std::to_string(encoding.confidence) + " %"; }
    return how + ")";
}

std::string fields_read(const std::vector<FieldUse>& uses)
{
    std::string used;
    std::string unused;
    for (const FieldUse& use : uses) {
        std::string& list = use.ours.empty() ? unused : used;
        if (!list.empty()) { list += ", "; }
        if (!use.ours.empty()) { list += use.ours + " ← "; }
        list += printable(use.theirs);
    }
    if (!used.empty()) { used = "    " + used + '\n'; }
    if (!unused.empty()) { used += "    not used: " + unused + '\n'; }
    return used;
}

/// What one text comes to, until the next one begins.
struct TextTally {
    std::uint64_t number = 0;
    TextFacts facts{};
    std::uint64_t records = 0;
    Alike counts{};

    void add(const Dump& dump, Record record)
    {
        // Looking at the facts costs more than a record; fields that come late are rare.
        constexpr std::uint64_t kAll = 100;
        if (dump.text() != nullptr && (records < kAll || records % kAll == 0)) {
            facts = dump.text()->facts();
        }
        ++records;
        if (const auto* notice = std::get_if<Notice>(&record)) {
            if (!notice->lost) { return; }
            ++counts.lost[notice->reason];
            if (!counts.first_lost.empty()) { return; }
            if (notice->line != 0) {
                counts.first_lost = "line " + with_commas(notice->line) + ": ";
            }
            counts.first_lost += printable(notice->message);
            return;
        }
        ++counts.articles;
        if (!counts.first.empty()) { return; }
        const auto parsed = parse_record(std::get<RawDocument>(std::move(record)));
        if (parsed.analyzed) { counts.first = printable(parsed.analyzed->article.title); }
    }
};

void merge(TextTally& tally, std::vector<Alike>& all)
{
    if (tally.records == 0) { return; }
    Alike& counts = tally.counts;
    counts.how = how_read(tally.facts);
    counts.fields = fields_read(tally.facts.fields);
    const auto same = std::find_if(all.begin(), all.end(), [&](const Alike& other) {
        return other.how == counts.how && other.fields == counts.fields;
    });
    Alike& into = same == all.end() ? all.emplace_back() : *same;
    into.how = counts.how;
    into.fields = counts.fields;
    ++into.texts;
    into.articles += counts.articles;
    if (into.first.empty()) { into.first = std::move(counts.first); }
    for (const auto& [reason, count] : counts.lost) { into.lost[reason] += count; }
    if (into.first_lost.empty()) { into.first_lost = std::move(counts.first_lost); }
}

std::string counted(std::uint64_t count, const std::string& what)
{
    return with_commas(count) + ' ' + what + (count == 1 ? "" : "s");
}

std::uint64_t print(const std::vector<Alike>& all, std::ostream& out)
{
    std::uint64_t lost = 0;
    for (const Alike& alike : all) {
        out << "  " << alike.how << ": "
            << (alike.texts > 1 ? counted(alike.texts, "file") + ", " : "")
            << counted(alike.articles, "article") << '\n'
            << alike.fields;
        if (!alike.first.empty()) { out << "    first: " << alike.first << '\n'; }
        if (alike.lost.empty()) { continue; }
        out << "    skipped:";
        for (const auto& [reason, count] : alike.lost) {
            out << ' ' << printable(reason) << ' ' << with_commas(count);
            lost += count;
        }
        out << " (" << alike.first_lost << ")\n";
    }
    return lost;
}

std::uint64_t show(Dump& dump, const std::string& label, std::ostream& out)
{
    std::vector<Alike> all;
    TextTally tally;
    while (!is_interrupted()) {
        Record record = dump.next();
        const bool ends = std::holds_alternative<EndOfDump>(record);
        // A notice of what was not opened at all is counted with the text before it.
        if (ends || (dump.texts() != tally.number && tally.records > 0)) {
            merge(tally, all);
            tally = {};
        }
        if (ends) { break; }
        tally.number = dump.texts();
        tally.add(dump, std::move(record));
    }
    out << (label.empty() ? "standard input" : printable(label)) << '\n';
    return print(all, out);
}

}  // namespace

std::uint64_t dry_run(const Settings& settings, const DumpPaths& dumps, std::ostream& out)
{
    std::uint64_t lost = 0;
    for (const Notice& notice : dumps.found.notices) {
        out << printable(notice.file) << "\n  passed over: " << printable(notice.message) << '\n';
        lost += notice.lost ? 1 : 0;
    }
    for (const DumpFile& file : dumps.found.files) {
        if (is_interrupted()) { return lost; }
        lost += show(*open_dump(file, settings.input, settings.map), file.label, out);
    }
    if (!dumps.wants_stdin) { return lost; }
    return lost + show(*open_dump(open_stdin(), "", settings.input, settings.map), "", out);
}

}  // namespace dateline::indexer
