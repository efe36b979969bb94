#include "common/people/name_graph.hpp"

#include "common/people/person_words.hpp"
#include "common/people/romanization.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::size_t kMostWords = 6;  ///< of a name; longer ones are left as they are

/// Mixes one more number into a key (FNV's step on 64 bits, then spread).
constexpr std::uint64_t mix(std::uint64_t key, std::uint64_t number)
{
    constexpr std::uint64_t kGolden = 0x9e3779b97f4a7c15U;
    key = (key ^ (number + 1)) * kGolden;
    return key ^ key >> 29U;
}

bool is_one_letter(std::string_view text)
{
    if (text.empty()) { return false; }
    take_code_point(text);
    return text.empty();
}

}  // namespace

NameGraph::NameGraph(std::span<const CountedName> names) : names_(names)
{
    first_.reserve(names.size() + 1);
    words_.reserve(names.size() * 3);
    numbers_.reserve(names.size() / 2);
    facts_.reserve(names.size() / 2);
    links_.resize(names.size());
    weights_.resize(names.size());
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        first_.push_back(static_cast<std::uint32_t>(words_.size()));
        nearer_.push_back(i);
        weights_[i] = names[i].articles;
        if (names[i].articles != 0) { read(names[i]); }
    }
    first_.push_back(static_cast<std::uint32_t>(words_.size()));
}

/// Cuts a key into words at blanks, hyphens and points.
void NameGraph::read(const CountedName& name)
{
    std::string_view key = name.key;
    const std::size_t first = words_.size();
    while (!key.empty()) {
        const std::size_t end = std::min(key.find_first_of(" -."), key.size());
        if (end != 0) { words_.push_back(number_of(key.substr(0, end))); }
        key.remove_prefix(std::min(end + 1, key.size()));
    }
    const std::size_t size = words_.size() - first;
    if (size > kMostWords) {
        words_.resize(first);
    } else if (size > 1) {
        ++facts_[words_[first]].as_given;
        ++facts_[words_.back()].as_family;
        facts_[words_.back()].family_articles += name.articles;
    }
}

std::uint32_t NameGraph::number_of(std::string_view text)
{
    const auto known = numbers_.find(text);
    return known != numbers_.end() ? known->second : add_word(text);
}

std::uint32_t NameGraph::add_word(std::string_view text)
{
    const auto number = static_cast<std::uint32_t>(facts_.size());
    numbers_.emplace(text, number);
    const PersonWord known = person_word(text);
    facts_.push_back({.text = text,
                      .hash = std::hash<std::string_view>{}(text),
                      .is_initial = is_one_letter(text),
                      .is_article = text == "al" || text == "el",
                      .is_given_in_table = known.is_given_in_table,
                      .is_long_form = known.is_long_form,
                      .is_common_family = known.is_common_family,
                      .is_spanish_given = known.is_spanish_given});
    const auto other = [&](std::string_view word) {
        return word == text ? number : number_of(word);
    };
    const std::uint32_t given = other(known.given);  // may move facts_
    const std::uint32_t family = other(known.family);
    const std::uint32_t nickname = other(known.nickname);
    facts_[number].given = given;
    facts_[number].family = family;
    facts_[number].nickname = nickname;
    return number;
}

unsigned NameGraph::slavic_given(std::uint32_t word)
{
    WordFacts& facts = facts_[word];
    if (!facts.slavic) { facts.slavic = slavic_given_name(facts.text); }
    return *facts.slavic;
}

bool NameGraph::is_patronymic(std::uint32_t word) const
{
    const auto keys = romanization_keys(facts_[word].text);
    return std::any_of(keys.begin(), keys.end(),
                       [](const std::string& key) { return dateline::is_patronymic(key); });
}

std::uint64_t NameGraph::word_key(Words words) const
{
    std::uint64_t key = 0;
    for (const std::uint32_t word : words) { key = mix(key, hash_of(word)); }
    return key;
}

/// Of two given names ("Mohammed Ali") nothing but the spelling tells who is meant.
std::uint64_t NameGraph::spelling_key(std::uint32_t name)
{
    const Words all = words(name);
    const bool tells = all.size() > 2 || !facts_[all.back()].is_given_in_table;
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
        const WordFacts& facts = facts_[all[i]];
        if (tells && facts.is_article && i > 0 && i + 1 < all.size()) { continue; }
        const bool is_last = i + 1 == all.size();
        if (const unsigned given = i == 0 ? slavic_given(all[i]) : 0; given != 0) {
            key = mix(key, given);
            continue;
        }
        key = mix(key, hash_of(!tells ? all[i] : is_last ? facts.family : facts.given));
    }
    return key;
}

std::uint64_t NameGraph::key_without_initials(std::uint32_t name) const
{
    std::uint64_t key = 0;
    const Words all = words(name);
    for (std::size_t i = 0; i < all.size(); ++i) {
        const WordFacts& facts = facts_[all[i]];
        if (facts.is_initial) { continue; }
        key = mix(key, hash_of(i + 1 == all.size() ? facts.family : facts.given));
    }
    return key;
}

std::string NameGraph::middle_initials(std::uint32_t name) const
{
    std::string initials;
    for (const std::uint32_t word : words(name)) {
        if (facts_[word].is_initial) { initials += facts_[word].text; }
    }
    return initials;
}

/// The first letter of the given name, and the words behind it but for middle initials.
std::uint64_t NameGraph::initial_key(std::uint32_t name) const
{
    const Words all = words(name);
    std::string_view rest = facts_[all.front()].text;
    std::uint64_t key = mix(0, static_cast<std::uint64_t>(take_code_point(rest)));
    for (const std::uint32_t word : all.subspan(1)) {
        if (!facts_[word].is_initial) { key = mix(key, hash_of(facts_[word].family)); }
    }
    return key;
}

std::uint64_t NameGraph::nickname_key(std::uint32_t name) const
{
    const Words all = words(name);
    std::uint64_t key = mix(0, hash_of(facts_[all.front()].nickname));
    for (const std::uint32_t word : all.subspan(1)) {
        key = mix(key, hash_of(facts_[word].family));
    }
    return key;
}

std::uint32_t NameGraph::person(std::uint32_t name) const
{
    while (nearer_[name] != name) {
        nearer_[name] = nearer_[nearer_[name]];  // halves the way, so that chains stay short
        name = nearer_[name];
    }
    return name;
}

void NameGraph::join(std::uint32_t name, std::uint32_t other, GroupRule rule)
{
    std::uint32_t less = person(name);
    std::uint32_t more = person(other);
    if (less == more) { return; }
    if (is_before(less, more)) { std::swap(less, more); }
    nearer_[less] = more;
    links_[less].rule = rule;
    weights_[more] += weights_[less];
}

std::vector<NameLink> NameGraph::links() const
{
    std::vector<NameLink> all = links_;
    for (std::uint32_t i = 0; i < all.size(); ++i) { all[i].person = person(i); }
    return all;
}

}  // namespace dateline
