// Names of months in the languages of the news, and finding one at a place in a text.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline::indexer {

/// How much a month's name proves by itself.
enum class NameTrust : std::uint8_t {
    Sure,       ///< nothing but a month: "febrero", "août"
    Capital,    ///< only with a capital, unless a year stands beside it: "May", "March", "Nov"
    LowerCase,  ///< in lower case or with its accent, unless day and year do: "mars", "março"
    Weak,       ///< an everyday word, or a name: only together with day and year: "set", "out"
};

/// A month's name in a text.
struct MonthName {
    unsigned month = 0;  ///< 1 to 12
    NameTrust trust = NameTrust::Sure;
    std::size_t begin = 0;  ///< half-open byte span
    std::size_t end = 0;

    /// Whether it may be taken for a month without a day (if `has_year`), or without a year.
    [[nodiscard]] bool stands_without(std::string_view text, bool has_year) const;
};

/// The month whose name begins at byte `at` of `text` (valid UTF-8), which is a character's border;
/// the whole word, or two ("تشرين الثاني"). Case and accents do not matter. Constant time.
std::optional<MonthName> month_at(std::string_view text, std::size_t at);

/// The month whose name ends before byte `end` of `text` and does not begin before `from`.
std::optional<MonthName> month_before(std::string_view text, std::size_t from, std::size_t end);

}  // namespace dateline::indexer
