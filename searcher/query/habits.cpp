#include "searcher/query/habits.hpp"

#include "common/text/ascii.hpp"
#include "searcher/query/query_text.hpp"

#include <algorithm>
#include <charconv>
#include <climits>

namespace dateline::searcher {
namespace {

constexpr std::string_view kDigits = "0123456789";

constexpr Refusal kNoNumber{"behind the / goes a number of words",
                            "write for example NEAR/5; put the word in quotes to search for it"};
constexpr Refusal kCountsUnits{
    "so many sentences or paragraphs cannot be asked for",
    "write SENT for the same sentence, PARA for the same paragraph, or NEAR/30 for so many words"};
constexpr Refusal kOrderInUnit{
    "the same sentence or paragraph cannot be asked for in this order only",
    "write SENT or PARA, which take any order, or ADJ/20 for this one"};
constexpr Refusal kSegment{"the same segment cannot be asked for",
                           "write AND, or title:(...) for both in the headline"};

/// Words that are operators as they stand.
struct WholeWord {
    std::string_view word;
    std::string_view op;
    bool is_ours;
};
constexpr auto kWholeWords = std::to_array<WholeWord>({
    {"NEAR", "near", true},
    {"ADJ", "adj", true},
    {"SENT", "sent", true},
    {"PARA", "para", true},
    {"SAME", "para", false},
    {"ONEAR", "adj", false},
});

/// What may stand behind a beginning.
enum class Behind : std::uint8_t {
    Number,        ///< near5: only a number
    NumberOrUnit,  ///< w/5, w/s
    Any,           ///< NEAR/: it is an operator, whatever follows
};

struct Beginning {
    std::string_view word;  ///< in capitals
    std::string_view op;
    Behind behind;
    bool is_any_case = true;
    bool is_ours = false;
};
constexpr auto kBeginnings = std::to_array<Beginning>({
    {"NEAR/", "near", Behind::Any, false, true},
    {"ADJ/", "adj", Behind::Any, false, true},
    {"NEAR/", "near", Behind::NumberOrUnit},
    {"ADJ/", "adj", Behind::NumberOrUnit},
    {"W/", "near", Behind::NumberOrUnit},
    {"WITHIN/", "near", Behind::NumberOrUnit},
    {"/", "near", Behind::NumberOrUnit},
    {"PRE/", "adj", Behind::NumberOrUnit},
    {"ONEAR/", "adj", Behind::NumberOrUnit},
    {"+", "adj", Behind::NumberOrUnit},
    {"N/", "near", Behind::Number},
    {"P/", "adj", Behind::Number},
    {"NEAR", "near", Behind::Number},
    {"ADJ", "adj", Behind::Number},
});

struct UnitWord {
    std::string_view word;
    std::string_view op;
};
constexpr auto kUnits = std::to_array<UnitWord>({
    {"S", "sent"},
    {"SENT", "sent"},
    {"SENTENCE", "sent"},
    {"SENTENCES", "sent"},
    {"P", "para"},
    {"PARA", "para"},
    {"PARAGRAPH", "para"},
    {"PARAGRAPHS", "para"},
});

std::string_view unit_op(std::string_view word)
{
    const std::string capitals = ascii::upper(word);
    const auto* const found = std::find_if(kUnits.begin(), kUnits.end(),
                                           [&](const UnitWord& u) { return u.word == capitals; });
    return found == kUnits.end() ? std::string_view{} : found->op;
}

bool begins(std::string_view word, const Beginning& beginning)
{
    const std::string_view head = word.substr(0, beginning.word.size());
    return word.size() > head.size() &&
           (beginning.is_any_case ? ascii::upper(head) == beginning.word : head == beginning.word);
}

/// What stands behind a beginning, read; nothing if it makes no operator of the word.
std::optional<NearWord> read_rest(const Beginning& beginning, std::string_view rest)
{
    NearWord near{.op = beginning.op, .is_ours = beginning.is_ours};
    const std::size_t digits = std::min(rest.find_first_not_of(kDigits), rest.size());
    const std::string_view behind = rest.substr(digits);
    if (behind.empty()) {
        unsigned number = 0;
        const auto read = std::from_chars(rest.data(), rest.data() + rest.size(), number);
        near.number = read.ec == std::errc{} ? number : UINT_MAX;
        return near;
    }
    if (beginning.behind != Behind::Number) {
        const std::string_view unit = unit_op(behind);
        near.refusal = !unit.empty() && digits > 0              ? &kCountsUnits
                       : !unit.empty() && beginning.op == "adj" ? &kOrderInUnit
                       : digits == 0 && beginning.op == "near" && ascii::upper(behind) == "SEG"
                           ? &kSegment
                           : nullptr;
        if (near.refusal != nullptr) { return near; }
        if (!unit.empty()) { return NearWord{.op = unit, .is_ours = false}; }
    }
    if (beginning.behind != Behind::Any) { return {}; }
    near.refusal = &kNoNumber;
    return near;
}

}  // namespace

std::optional<NearWord> near_word(std::string_view word)
{
    for (const WholeWord& whole : kWholeWords) {
        if (word == whole.word) { return NearWord{.op = whole.op, .is_ours = whole.is_ours}; }
    }
    for (const Beginning& beginning : kBeginnings) {
        if (!begins(word, beginning)) { continue; }
        if (auto near = read_rest(beginning, word.substr(beginning.word.size()))) { return near; }
    }
    return {};
}

}  // namespace dateline::searcher
