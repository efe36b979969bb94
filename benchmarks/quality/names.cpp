#include "benchmarks/quality/names.hpp"

#include "common/storage/names.hpp"
#include "common/text/tokenizer.hpp"

#include <algorithm>

namespace dateline::quality {
namespace {

/// Reuters' slugs have no other.
constexpr std::string_view kTitle = "king-";

/// The words of a name as the index has them; those of "Leigh-Pemberton" are two.
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

}  // namespace

std::set<std::string> keys_of(const std::vector<std::string>& names)
{
    std::set<std::string> keys;
    for (const std::string& name : names) { keys.insert(name_key(name)); }
    return keys;
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
