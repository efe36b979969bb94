#include "benchmarks/quality/names.hpp"

#include "common/storage/names.hpp"
#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <iterator>

namespace dateline::quality {
namespace {

/// Reuters' slugs have no other.
constexpr std::string_view kTitle = "king-";

/// The words of a name as the index has them; those of "Lee-Quill" are two.
std::vector<std::string> words_of(std::string_view name)
{
    TokenList list;
    tokenize(name, list);
    std::vector<std::string> words;
    for (const Token& token : list.tokens) { words.emplace_back(list.surface(token)); }
    return words;
}

bool has_in_order(const std::vector<std::string>& words, const std::vector<std::string>& wanted)
{
    return std::search(words.begin(), words.end(), wanted.begin(), wanted.end()) != words.end();
}

/// Whether `part` has the first word of `whole` and its other words in order.
bool leaves_out_words(const std::vector<std::string>& part, const std::vector<std::string>& whole)
{
    if (part.size() < 2 || part.front() != whole.front()) { return false; }
    auto at = whole.begin();
    for (const std::string& word : part) {
        at = std::find(at, whole.end(), word);
        if (at == whole.end()) { return false; }
        ++at;
    }
    return true;
}

bool are_forms_of_one(const std::string& a, const std::string& b)
{
    const auto first = words_of(a);
    const auto second = words_of(b);
    if (first.empty() || second.empty()) { return false; }
    return leaves_out_words(first, second) || leaves_out_words(second, first);
}

}  // namespace

std::set<std::string> keys_of(const std::vector<std::string>& names)
{
    std::set<std::string> keys;
    for (const std::string& name : names) { keys.insert(name_key(name)); }
    return keys;
}

NamePairs pair_names(const std::set<std::string>& gold, const std::set<std::string>& found)
{
    NamePairs pairs;
    std::set<std::string> rest;
    std::set_difference(found.begin(), found.end(), gold.begin(), gold.end(),
                        std::inserter(rest, rest.end()));
    for (const std::string& name : gold) {
        if (found.contains(name)) {
            ++pairs.same;
            continue;
        }
        const auto other = std::find_if(
            rest.begin(), rest.end(),
            [&name](const std::string& candidate) { return are_forms_of_one(name, candidate); });
        if (other == rest.end()) {
            pairs.missed.push_back(name);
        } else {
            pairs.other_forms.emplace_back(name, *other);
            rest.erase(other);
        }
    }
    pairs.extra.assign(rest.begin(), rest.end());
    return pairs;
}

Counts NamePairs::counts() const
{
    Counts counts = exact_counts();
    counts.right += other_forms.size();
    return counts;
}

Counts NamePairs::exact_counts() const
{
    const std::uint64_t paired = same + other_forms.size();
    return {.gold = paired + missed.size(), .found = paired + extra.size(), .right = same};
}

NamePairs pair_people(const GoldArticle& gold, const std::set<std::string>& found)
{
    const auto wanted = keys_of(*gold.people);
    auto keys = keys_of({found.begin(), found.end()});
    for (const std::string& key : keys_of(gold.people_not_scored)) {
        if (!wanted.contains(key)) { keys.erase(key); }
    }
    return pair_names(wanted, keys);
}

bool has_person_of_slug(const std::set<std::string>& names, std::string_view slug)
{
    if (slug.starts_with(kTitle)) { slug.remove_prefix(kTitle.size()); }
    const std::vector<std::string> wanted = words_of(slug);
    return !wanted.empty() && std::any_of(names.begin(), names.end(), [&](const std::string& name) {
        return has_in_order(words_of(name), wanted);
    });
}

}  // namespace dateline::quality
