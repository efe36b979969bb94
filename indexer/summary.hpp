// What a run has come to: articles added and input left out, by reason.
#pragma once

#include "indexer/notice.hpp"

#include <cstdint>
#include <map>
#include <ostream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace dateline::indexer {

/// What became of an article.
enum class Outcome : std::uint8_t { Added, Replaced, Unchanged, Removed };

/// The notices that share a reason.
struct ReasonCount {
    std::uint64_t lost = 0;  ///< articles and files that were left out
    std::uint64_t kept = 0;  ///< details of articles that are there
    Notice first{};
};

/// Counts what a run does and writes its report. Not thread-safe.
class RunSummary {
  public:
    /// `report` gets a JSON line for each notice, as contracts.md defines it; null: none is
    /// written.
    explicit RunSummary(std::ostream* report = nullptr) : report_(report) {}

    void add(const Notice& notice);
    void add(Outcome outcome, std::uint64_t times = 1);
    void add_bytes(std::uint64_t count) { bytes_ += count; }

    [[nodiscard]] std::uint64_t count(Outcome outcome) const;
    [[nodiscard]] std::uint64_t articles() const;  ///< read: of any outcome but Removed
    [[nodiscard]] std::uint64_t bytes() const { return bytes_; }
    [[nodiscard]] std::uint64_t lost() const { return lost_; }
    [[nodiscard]] const std::map<std::string, ReasonCount, std::less<>>& reasons() const
    {
        return reasons_;
    }
    /// What was left out, by reason, most first: for the progress line.
    [[nodiscard]] std::vector<std::pair<std::string, std::uint64_t>> skipped() const;

    /// The end of a run as people read it, in several lines. `what` was done with articles, if the
    /// run wrote no index: "detected".
    void print(std::ostream& out, std::string_view what = {}) const;

  private:
    void print_outcomes(std::ostream& out) const;

    std::ostream* report_;
    std::map<std::string, ReasonCount, std::less<>> reasons_{};
    std::uint64_t outcomes_[4] = {};
    std::uint64_t bytes_ = 0;
    std::uint64_t lost_ = 0;
};

/// The notice as a line of the report, without its line break: absent values are null, bytes that
/// are not UTF-8 are replaced.
std::string report_line(const Notice& notice);

}  // namespace dateline::indexer
