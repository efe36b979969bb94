#include "searcher/search/near_spellings.hpp"

#include "common/text/edit_distance.hpp"
#include "searcher/query/expansion.hpp"
#include "searcher/query/surfaces.hpp"

#include <algorithm>
#include <map>
#include <tuple>

namespace dateline::searcher {
namespace {

/// Of a shorter word, everything is near.
constexpr std::size_t kFewestLetters = 4;

std::size_t most_edits(std::size_t letters) { return letters > kFewestLetters ? 2 : 1; }

/// A word of names, and how many articles have such a name.
struct NameWord {
    std::size_t edits = 0;
    std::uint64_t articles = 0;
};

/// The words of names of a field that are near one word.
std::vector<std::string> name_words_near(const std::string& word, FieldId field, Planner& planner)
{
    const NameColumn& names = planner.snapshot().names().of(field);
    const std::u32string letters = code_points(word);
    const std::size_t most = most_edits(letters.size());
    EditDistance distance{letters, most};
    std::map<std::string, NameWord> near;
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        if (planner.deadline().passed(8)) { return {}; }
        if (names.articles(i) == 0) { continue; }
        for (const std::string& part : surfaces_of(names.spelling(i))) {
            const std::size_t edits = distance.to(code_points(part));
            if (edits > most) { continue; }
            near[part].edits = edits;
            near[part].articles += names.articles(i);
        }
    }
    std::vector<std::pair<std::string, NameWord>> sorted{near.begin(), near.end()};
    std::sort(sorted.begin(), sorted.end(), [](const auto& a, const auto& b) {
        return std::tuple{a.second.edits, b.second.articles} <
               std::tuple{b.second.edits, a.second.articles};
    });
    std::vector<std::string> words;
    for (auto& [text, known] : sorted) { words.push_back(text); }
    return words;
}

std::vector<std::string> words_near(const std::string& word, Planner& planner)
{
    const auto edits = static_cast<double>(most_edits(code_points(word).size()));
    const auto forms = forms_near({.op = "fuzzy", .text = word, .number = edits}, planner);
    std::vector<std::string> words;
    if (!forms) { return words; }
    for (const FoundForm& form : *forms) { words.push_back(form.form); }
    return words;
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) { text += (text.empty() ? "" : " ") + word; }
    return text;
}

}  // namespace

std::vector<std::string> near_spellings(const QuerySpec& leaf, Planner& planner)
{
    const bool is_name = leaf.field == FieldId::Person || leaf.field == FieldId::Source;
    if (leaf.op != "word" && leaf.op != "exact" && !is_name) { return {}; }
    const auto words = surfaces_of(leaf.text);
    std::vector<std::string> texts;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (code_points(words[i]).size() < kFewestLetters) { continue; }
        const auto near = is_name ? name_words_near(words[i], leaf.field, planner)
                                  : words_near(words[i], planner);
        if (std::find(near.begin(), near.end(), words[i]) != near.end()) { continue; }
        for (const std::string& other : near) {
            auto replaced = words;
            replaced[i] = other;
            texts.push_back(joined(replaced));
        }
    }
    return texts;
}

}  // namespace dateline::searcher
