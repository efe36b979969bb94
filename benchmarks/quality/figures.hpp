// What a verb has measured: counts with their ratios, and the line of key=value that scripts read.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::quality {

/// How many things the gold has, how many were found, and how many of those are in the gold.
struct Counts {
    std::uint64_t gold = 0;
    std::uint64_t found = 0;
    std::uint64_t right = 0;

    /// Of what was found, the share that is right; 0 if nothing was found (as conlleval does).
    [[nodiscard]] double precision() const;
    /// Of the gold, the share that was found; 0 without gold.
    [[nodiscard]] double recall() const;
    /// The harmonic mean of the two.
    [[nodiscard]] double f1() const;

    /// Sums, so that the ratios are those of all things together (micro averages).
    void add(const Counts& more);
};

/// Counts what two sorted sets (std::set, std::map) have and share.
template <class Gold, class Found>
Counts counts_of(const Gold& gold, const Found& found)
{
    Counts counts{.gold = gold.size(), .found = found.size(), .right = 0};
    for (const auto& value : gold) { counts.right += found.contains(value) ? 1 : 0; }
    return counts;
}

/// "0.8980": a ratio as tables and the line show it.
std::string as_ratio(double value);

/// The figures of one verb in the order in which they were added.
class Figures {
  public:
    /// The line begins with it: "verb=ner".
    explicit Figures(std::string_view verb);

    /// With four decimals, as as_ratio() writes it.
    void add(std::string_view key, double ratio);
    /// Without decimals.
    void add_count(std::string_view key, std::uint64_t count);
    /// KEY.p, KEY.r and KEY.f1.
    void add(std::string_view key, const Counts& counts);

    /// "verb=ner conll.dev.per.f1=0.8980 …", without line break. Keys are stable.
    [[nodiscard]] const std::string& line() const { return line_; }

  private:
    void add_text(std::string_view key, std::string_view text);

    std::string line_;
};

/// A file's name as the beginning of keys: "conll.dev" of "ner/conll.dev.zst", "reuters" of
/// "reuters.jsonl.zst". Signs that would break the line are replaced.
std::string key_of_file(std::string_view path);

}  // namespace dateline::quality
