#include "searcher/query/habits.hpp"

#include <algorithm>
#include <charconv>
#include <climits>
#include <vector>

namespace dateline::searcher {
namespace {

enum class Written : std::uint8_t { AnyCase, Capitals };

struct NearHabit {
    std::string_view word;  ///< in capitals; with a number behind it unless it ends in a letter
    std::string_view op;
    Written written;
    bool is_ours;
};

/// Those with a slash cannot be anything else; the others are words in lower case, unless a number
/// follows at once.
constexpr auto kNearHabits = std::to_array<NearHabit>({
    {"NEAR", "near", Written::Capitals, true},
    {"ADJ", "adj", Written::Capitals, true},
    {"SENT", "sent", Written::Capitals, true},
    {"PARA", "para", Written::Capitals, true},
    {"W/S", "sent", Written::AnyCase, false},
    {"W/P", "para", Written::AnyCase, false},
    {"/S", "sent", Written::AnyCase, false},
    {"/P", "para", Written::AnyCase, false},
    {"SAME", "para", Written::Capitals, false},
    {"ONEAR", "adj", Written::Capitals, false},
});
constexpr auto kNumbered = std::to_array<NearHabit>({
    {"NEAR/", "near", Written::Capitals, true},
    {"ADJ/", "adj", Written::Capitals, true},
    {"NEAR/", "near", Written::AnyCase, false},
    {"ADJ/", "adj", Written::AnyCase, false},
    {"W/", "near", Written::AnyCase, false},
    {"/", "near", Written::AnyCase, false},
    {"WITHIN/", "near", Written::AnyCase, false},
    {"PRE/", "adj", Written::AnyCase, false},
    {"ONEAR/", "adj", Written::AnyCase, false},
    {"NEAR", "near", Written::AnyCase, false},
    {"ADJ", "adj", Written::AnyCase, false},
});

std::string upper(std::string_view text)
{
    std::string out{text};
    for (char& c : out) {
        if (c >= 'a' && c <= 'z') { c = static_cast<char>(c - 'a' + 'A'); }
    }
    return out;
}

/// Whether it begins so, in the case that is wanted.
bool begins(std::string_view word, const NearHabit& habit)
{
    const std::string_view head = word.substr(0, habit.word.size());
    return habit.written == Written::Capitals ? head == habit.word : upper(head) == habit.word;
}

std::size_t edits_between(std::string_view a, std::string_view b)
{
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t i = 0; i <= b.size(); ++i) { row[i] = i; }
    for (std::size_t i = 0; i < a.size(); ++i) {
        std::size_t diagonal = row[0]++;
        for (std::size_t j = 0; j < b.size(); ++j) {
            const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[j + 1];
            row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
        }
    }
    return row.back();
}

}  // namespace

std::optional<NearWord> near_word(std::string_view word)
{
    for (const NearHabit& habit : kNearHabits) {
        if (word.size() == habit.word.size() && begins(word, habit)) {
            return NearWord{habit.op, {}, habit.is_ours};
        }
    }
    for (const NearHabit& habit : kNumbered) {
        if (word.size() <= habit.word.size() || !begins(word, habit)) { continue; }
        const std::string_view digits = word.substr(habit.word.size());
        if (digits.find_first_not_of("0123456789") != std::string_view::npos) { continue; }
        unsigned number = 0;
        const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
        return NearWord{habit.op, read.ec == std::errc{} ? number : UINT_MAX, habit.is_ours};
    }
    return {};
}

const Field* nearest_field(std::string_view name)
{
    const Field* nearest = nullptr;
    std::size_t least = 3;  // more edits are another word
    for (const Field& f : kFields) {
        const std::size_t edits = edits_between(name, f.name);
        if (edits < least && edits < f.name.size() - 1) {
            least = edits;
            nearest = &f;
        }
    }
    return nearest;
}

}  // namespace dateline::searcher
