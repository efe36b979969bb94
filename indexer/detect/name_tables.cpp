#include "indexer/detect/name_tables.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

namespace dateline::indexer {
namespace {

struct Row {
    NameWord meaning;
    std::string_view words;
};

constexpr Row kRows[] = {
#define NAME_WORDS(meaning, words) {meaning, words},
#define NAME_PHRASES(phrases)
#define NAME_FIRMS(names)
#define NAME_OTHERS(names)
#include "indexer/detect/given_names.def"
#include "indexer/detect/name_words.def"
#undef NAME_WORDS
#undef NAME_PHRASES
#undef NAME_FIRMS
#undef NAME_OTHERS
};

constexpr std::string_view kPhrases[] = {
#define NAME_WORDS(meaning, words)
#define NAME_PHRASES(phrases) phrases,
#define NAME_FIRMS(names) names,
#define NAME_OTHERS(names)
#include "indexer/detect/name_words.def"
#undef NAME_WORDS
#undef NAME_PHRASES
#undef NAME_FIRMS
#undef NAME_OTHERS
};

constexpr std::string_view kOthers[] = {
#define NAME_WORDS(meaning, words)
#define NAME_PHRASES(phrases)
#define NAME_FIRMS(names) names,
#define NAME_OTHERS(names) names,
#include "indexer/detect/name_words.def"
#undef NAME_WORDS
#undef NAME_PHRASES
#undef NAME_FIRMS
#undef NAME_OTHERS
};

/// Calls `take` with each piece of `text` between any of the characters `separators`.
template <class Take>
void for_each_piece(std::string_view text, std::string_view separators, Take take)
{
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(separators), text.size());
        if (end != 0) { take(text.substr(0, end)); }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
}

bool is_cyrillic(std::string_view word)
{
    return !word.empty() && (word.front() == '\xD0' || word.front() == '\xD1');
}

struct Stem {
    NameWord meaning = 0;
    std::string_view nominative{};
    bool ambiguous = false;  ///< two words have it: Александр and Александра
};

struct Tables {
    std::unordered_map<std::string_view, NameWord> words{};
    std::unordered_map<std::string_view, Stem> stems{};
    std::unordered_set<std::string_view> phrases{};
    std::unordered_set<std::string_view> others{};

    Tables()
    {
        words.reserve(16384);
        for (const Row& row : kRows) {
            for_each_piece(row.words, " \n",
                           [&](std::string_view word) { add(word, row.meaning); });
        }
        for (const std::string_view list : kPhrases) {
            for_each_piece(list, "|\n", [&](std::string_view phrase) { phrases.insert(phrase); });
        }
        for (const std::string_view list : kOthers) {
            for_each_piece(list, "|\n", [&](std::string_view name) { others.insert(name); });
        }
    }

    void add(std::string_view word, NameWord meaning)
    {
        words[word] |= meaning;
        if (!is_cyrillic(word)) { return; }
        Stem& stem = stems[name_stem(word)];
        stem.meaning |= meaning;
        stem.ambiguous = stem.ambiguous || (!stem.nominative.empty() && stem.nominative != word);
        stem.nominative = word;
    }
};

const Tables& tables()
{
    static const Tables all;
    return all;
}

}  // namespace

NameWord name_word(std::string_view folded)
{
    const Tables& known = tables();
    if (const auto found = known.words.find(folded); found != known.words.end()) {
        return found->second;
    }
    if (!is_cyrillic(folded)) { return 0; }
    const auto stem = known.stems.find(name_stem(folded));
    // A function word has no cases of its own: "тома" is not "том".
    if (stem == known.stems.end()) { return 0; }
    const NameWord meaning = stem->second.meaning & ~kFunction;
    return meaning == 0 ? 0 : meaning | kInflected;
}

bool is_known_other(std::string_view folded) { return tables().others.contains(folded); }

bool is_known_phrase(std::string_view first, std::string_view second)
{
    std::string phrase{first};
    phrase += ' ';
    phrase += second;
    return tables().phrases.contains(phrase);
}

bool is_firm_ending(std::string_view folded)
{
    static constexpr auto kEndings = std::to_array<std::string_view>(
        {"associates", "bros", "brothers", "co", "company", "partners", "sons"});
    return std::find(kEndings.begin(), kEndings.end(), folded) != kEndings.end();
}

// ---- Russian cases ----

namespace {

constexpr std::size_t kLetter = 2;  // bytes of a Cyrillic letter
constexpr std::size_t kShortestStem = 3 * kLetter;

constexpr bool ends_in_one_of(std::string_view word, std::string_view letters)
{
    return word.size() >= kLetter &&
           letters.find(word.substr(word.size() - kLetter)) != std::string_view::npos;
}

struct Ending {
    std::string_view ending;
    std::string_view nominative;
};

constexpr auto kMasculineEndings = std::to_array<Ending>({
    {"ова", "ов"},    {"ову", "ов"},     {"овым", "ов"},    {"ове", "ов"},     {"ева", "ев"},
    {"еву", "ев"},    {"евым", "ев"},    {"еве", "ев"},     {"ина", "ин"},     {"ину", "ин"},
    {"иным", "ин"},   {"ине", "ин"},     {"ского", "ский"}, {"скому", "ский"}, {"ским", "ский"},
    {"ском", "ский"}, {"цкого", "цкий"}, {"цкому", "цкий"}, {"цким", "цкий"},  {"цком", "цкий"},
    {"яна", "ян"},    {"яну", "ян"},     {"яном", "ян"},    {"яне", "ян"},
});

constexpr auto kFeminineEndings = std::to_array<Ending>({
    {"овой", "ова"},
    {"ову", "ова"},
    {"евой", "ева"},
    {"еву", "ева"},
    {"иной", "ина"},
    {"ину", "ина"},
    {"ской", "ская"},
    {"скую", "ская"},
    {"цкой", "цкая"},
    {"цкую", "цкая"},
});

/// Foreign family names: "Эммануэлем Макроном", "Дональда Трампа", where both words agree.
std::string_view foreign_family(std::string_view given, std::string_view family)
{
    const bool instrumental = given.ends_with("ом") || given.ends_with("ем");
    const bool genitive = ends_in_one_of(given, "ая");
    const std::string_view ending = instrumental ? "ом" : genitive ? "а" : "";
    if (ending.empty() || !family.ends_with(ending)) { return {}; }
    const std::string_view root = family.substr(0, family.size() - ending.size());
    return root.size() < kShortestStem || ends_in_one_of(root, "аеиоуыьэюя") ? "" : root;
}

}  // namespace

std::string_view name_stem(std::string_view folded)
{
    if (!is_cyrillic(folded)) { return folded; }
    std::string_view stem = folded;
    for (const std::string_view ending : {"ого", "его", "ому", "ему"}) {
        if (stem.size() >= kShortestStem + ending.size() && stem.ends_with(ending)) {
            stem.remove_suffix(ending.size());
            break;
        }
    }
    while (stem.size() > kShortestStem) {
        if (ends_in_one_of(stem, "аеийоуыьэюя")) {
            stem.remove_suffix(kLetter);
        } else if (stem.size() > kShortestStem + kLetter && stem.ends_with("м") &&
                   ends_in_one_of(stem.substr(0, stem.size() - kLetter), "еиоы")) {
            stem.remove_suffix(2 * kLetter);
        } else {
            break;
        }
    }
    return stem;
}

RussianName russian_nominative(std::string_view given, std::string_view family)
{
    const auto stem = tables().stems.find(name_stem(given));
    if (stem == tables().stems.end() || stem->second.ambiguous) { return {}; }
    const std::string_view nominative = stem->second.nominative;
    if ((stem->second.meaning & kGiven) == 0 || nominative == given) { return {}; }
    const auto decline = [&](const auto& endings) -> RussianName {
        for (const Ending& e : endings) {
            if (!family.ends_with(e.ending)) { continue; }
            const std::string_view root = family.substr(0, family.size() - e.ending.size());
            if (root.size() < kLetter) { return {}; }
            return {std::string{nominative}, std::string{root} + std::string{e.nominative}};
        }
        return {};
    };
    if (ends_in_one_of(nominative, "ая")) { return decline(kFeminineEndings); }
    RussianName name = decline(kMasculineEndings);
    const std::string_view foreign = foreign_family(given, family);
    if (name.given.empty() && !foreign.empty()) {
        name = {std::string{nominative}, std::string{foreign}};
    }
    return name;
}

}  // namespace dateline::indexer
