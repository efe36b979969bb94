#include "indexer/summary.hpp"

#include "common/text/number.hpp"
#include "common/text/terminal.hpp"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace dateline::indexer {
namespace {

using nlohmann::ordered_json;

ordered_json text_or_null(const std::string& text)
{
    return text.empty() ? ordered_json{} : ordered_json(text);
}

/// "news/a.jsonl, line 3: a string has no end"
std::string place_and_message(const Notice& notice)
{
    std::string text =
        printable(place_of(notice.file.empty() ? "standard input" : notice.file, notice.member));
    if (notice.line != 0) {
        text += ", line " + with_commas(notice.line);
    } else if (!notice.entry.empty()) {
        text += ", article " + printable(notice.entry);
    }
    return text + ": " + printable(notice.message);
}

/// One block of the summary: the reasons that have a count there, each with its first example.
void print_reasons(std::ostream& out, const std::string& title,
                   const std::map<std::string, ReasonCount, std::less<>>& reasons,
                   std::uint64_t ReasonCount::*which)
{
    std::uint64_t sum = 0;
    for (const auto& [reason, count] : reasons) { sum += count.*which; }
    if (sum == 0) { return; }
    out << title << ' ' << with_commas(sum) << ":\n";
    for (const auto& [reason, count] : reasons) {
        if (count.*which == 0) { continue; }
        out << "  " << printable(reason) << ' ' << with_commas(count.*which) << ", first "
            << place_and_message(count.first) << '\n';
    }
}

}  // namespace

std::string report_line(const Notice& notice)
{
    ordered_json line;
    line["file"] = text_or_null(place_of(notice.file, notice.member));
    line["entry"] = text_or_null(notice.entry);
    line["line"] = notice.line == 0 ? ordered_json{} : ordered_json(notice.line);
    // Byte 0 is a place only where records have places.
    line["byte"] =
        notice.line == 0 && notice.byte == 0 ? ordered_json{} : ordered_json(notice.byte);
    line["reason"] = notice.reason;
    line["message"] = notice.message;
    return line.dump(-1, ' ', false, ordered_json::error_handler_t::replace);
}

void RunSummary::add(const Notice& notice)
{
    ReasonCount& count = reasons_[notice.reason];
    if (count.lost + count.kept == 0) { count.first = notice; }
    ++(notice.lost ? count.lost : count.kept);
    if (notice.lost) { ++lost_; }
    if (report_ != nullptr) { *report_ << report_line(notice) << '\n'; }
}

void RunSummary::add(Outcome outcome, std::uint64_t times)
{
    outcomes_[static_cast<std::size_t>(outcome)] += times;
}

std::uint64_t RunSummary::count(Outcome outcome) const
{
    return outcomes_[static_cast<std::size_t>(outcome)];
}

std::uint64_t RunSummary::articles() const
{
    return count(Outcome::Added) + count(Outcome::Replaced) + count(Outcome::Unchanged);
}

std::vector<std::pair<std::string, std::uint64_t>> RunSummary::skipped() const
{
    std::vector<std::pair<std::string, std::uint64_t>> result;
    for (const auto& [reason, count] : reasons_) {
        if (count.lost != 0) { result.emplace_back(reason, count.lost); }
    }
    std::stable_sort(result.begin(), result.end(),
                     [](const auto& a, const auto& b) { return a.second > b.second; });
    return result;
}

void RunSummary::print(std::ostream& out, std::string_view what) const
{
    if (!what.empty()) {
        out << what << ' ' << with_commas(articles()) << "; " << with_unit(bytes_) << " read\n";
    } else {
        print_outcomes(out);
    }
    print_reasons(out, "skipped", reasons_, &ReasonCount::lost);
    print_reasons(out, "kept, but", reasons_, &ReasonCount::kept);
}

void RunSummary::print_outcomes(std::ostream& out) const
{
    out << "added " << with_commas(count(Outcome::Added)) << ", replaced "
        << with_commas(count(Outcome::Replaced)) << ", unchanged "
        << with_commas(count(Outcome::Unchanged));
    if (count(Outcome::Removed) > 0) {
        out << ", removed " << with_commas(count(Outcome::Removed));
    }
    out << "; " << with_unit(bytes_) << " read\n";
}

}  // namespace dateline::indexer
