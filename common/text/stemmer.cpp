#include "common/text/stemmer.hpp"

#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <xapian.h>

namespace dateline {

/// A language's rules, or none.
struct Stemmer::Rules {
    Xapian::Stem stem{};
};

Stemmer::Stemmer() = default;
Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string stemmer_version() { return std::string{"xapian-"} + Xapian::version_string(); }

const Stemmer::Rules& Stemmer::rules(std::string_view language)
{
    const auto known = by_language_.find(language);
    if (known != by_language_.end()) { return *known->second; }
    auto made = std::make_unique<Rules>();
    try {
        made->stem = Xapian::Stem{std::string{language}};
    } catch (const Xapian::Error&) {
        // No rules for this language: words stay as they are, which is what Rules{} does.
    }
    return *by_language_.emplace(std::string{language}, std::move(made)).first->second;
}

std::string Stemmer::stem(std::string_view surface, std::string_view language)
{
    if (surface == kUnitedStates) { return std::string{surface}; }
    std::string stem = rules(language).stem(std::string{surface});
    return stem.empty() ? std::string{surface} : stem;
}

std::vector<std::string> Stemmer::stems_of_token(std::string_view surface,
                                                 std::string_view language)
{
    if (surface != kUnitedStates) { return {stem(surface, language)}; }
    return {std::string{surface}, stem("us", language)};
}

std::vector<std::string> Stemmer::stems_of_query(std::string_view surface,
                                                 const std::vector<std::string>& languages)
{
    std::vector<std::string> stems;
    stems.reserve(languages.size());
    for (const std::string& language : languages) { stems.push_back(stem(surface, language)); }
    if (stems.empty()) { stems.emplace_back(surface); }
    std::sort(stems.begin(), stems.end());
    stems.erase(std::unique(stems.begin(), stems.end()), stems.end());
    return stems;
}

}  // namespace dateline
