#include "indexer/boilerplate_learner.hpp"

#include "common/text/characters.hpp"
#include "common/text/utf8.hpp"
#include "indexer/dateline.hpp"
#include "indexer/line.hpp"
#include "indexer/one_line.hpp"

#include <algorithm>
#include <bit>
#include <cmath>
#include <unordered_set>

namespace dateline::indexer {
namespace {

/// Articles of sources beyond so many are not learned from.
constexpr std::size_t kMostSources = std::size_t{1} << 16U;

/// What a paragraph of so many characters has to show: different articles, at least, a share of its
/// source's articles, and a number that is enough whatever the share.
struct Proof {
    std::size_t below;
    std::uint64_t least;
    std::uint64_t percent;
    std::uint64_t enough;
};
constexpr std::array<Proof, 3> kProofs{
    {{40, 16, 5, 100}, {100, 10, 2, 50}, {kLongestBoilerplate + 1, 6, 1, 25}}};

/// What may be repeated because it is said: "…", « …, — ….
bool is_quotation(std::string_view paragraph)
{
    static constexpr std::array<std::string_view, 10> kMarks{"\"", "'", "“", "‘", "„",
                                                             "«",  "»", "—", "–", "「"};
    return std::any_of(kMarks.begin(), kMarks.end(),
                       [&](std::string_view mark) { return paragraph.starts_with(mark); });
}

/// "Thank you.", "Go ahead.": what is said in many transcripts. Labels and buttons are no
/// sentences.
bool is_short_sentence(std::string_view paragraph)
{
    constexpr std::size_t kShort = 40;  // characters
    const char last = paragraph.empty() ? '\0' : paragraph.back();
    return (last == '.' || last == '!' || last == '?') && !has_more_characters(paragraph, kShort);
}

bool has_letter(std::string_view text)
{
    while (!text.empty()) {
        const CharacterClass c = character_class(take_code_point(text));
        if (c == CharacterClass::Word || c == CharacterClass::Dictionary) { return true; }
    }
    return false;
}

bool may_be_furniture(std::string_view paragraph)
{
    return paragraph.size() <= kLongestBoilerplate && !is_quotation(paragraph) &&
           !is_short_sentence(paragraph) && has_letter(paragraph) && !read_dateline(paragraph);
}

/// The hash of a paragraph, and its size.
struct Measured {
    std::uint64_t key;
    std::size_t size;
};

/// The longest two paragraphs but the one with this key.
std::array<std::uint64_t, 2> company_of(std::uint64_t key, const std::vector<Measured>& longest)
{
    std::array<std::uint64_t, 2> company{};
    std::size_t found = 0;
    for (const Measured& other : longest) {
        if (other.key == key || found == company.size()) { continue; }
        company[found++] = other.key;
    }
    return company;
}

}  // namespace

std::uint64_t SeenSketch::count() const
{
    constexpr double kBits = 64;
    const int unseen = std::popcount(~bits_);
    return static_cast<std::uint64_t>(std::lround(-kBits * std::log(std::max(unseen, 1) / kBits)));
}

std::uint32_t BoilerplateLearner::source_number(const std::string& name)
{
    const auto next = static_cast<std::uint32_t>(sources_.size());
    const auto [known, is_new] = source_numbers_.try_emplace(name, next);
    if (is_new) { sources_.push_back({.name = name}); }
    return known->second;
}

void BoilerplateLearner::see(const Article& article)
{
    if (sources_.size() >= kMostSources && !source_numbers_.contains(article.source)) { return; }
    const std::uint32_t source = source_number(article.source);
    ++sources_[source].articles;
    const auto paragraphs = paragraphs_of(article.body);
    if (paragraphs.size() < 2) { return; }
    std::vector<Measured> measured;
    for (const std::string_view paragraph : paragraphs) {
        measured.push_back({paragraph_key(article.source, paragraph), paragraph.size()});
    }
    std::vector<Measured> longest = measured;
    std::stable_sort(longest.begin(), longest.end(),
                     [](const Measured& a, const Measured& b) { return a.size > b.size; });
    longest.resize(std::min<std::size_t>(longest.size(), 3));
    const std::uint64_t title = paragraph_key(article.source, article.title);
    std::unordered_set<std::uint64_t> seen;
    for (std::size_t i = 0; i < paragraphs.size(); ++i) {
        const std::uint64_t key = measured[i].key;
        if (!seen.insert(key).second || !may_be_furniture(paragraphs[i])) { continue; }
        if (candidates_.size() >= most_ && !candidates_.contains(key)) { forget_rare(); }
        Candidate& candidate = candidates_[key];
        candidate.source = source;
        candidate.titles.add(title);
        const auto company = company_of(key, longest);
        for (std::size_t n = 0; n < company.size(); ++n) { candidate.company[n].add(company[n]); }
        if (++candidate.articles == 2) { candidate.paragraph = in_one_line(paragraphs[i]); }
    }
}

/// Half of the room at least is free afterwards.
void BoilerplateLearner::forget_rare()
{
    for (std::uint32_t rare = 1; candidates_.size() > most_ / 2; ++rare) {
        std::erase_if(candidates_, [rare](const auto& c) { return c.second.articles <= rare; });
    }
}

bool BoilerplateLearner::is_proved(const Candidate& candidate) const
{
    const std::size_t size = character_count(candidate.paragraph);
    const auto* const proof = std::find_if(kProofs.begin(), kProofs.end() - 1,
                                           [size](const Proof& p) { return size < p.below; });
    const std::uint64_t share = sources_[candidate.source].articles * proof->percent / 100;
    const std::uint64_t wanted = std::clamp(share, proof->least, proof->enough);
    const std::uint64_t company =
        std::max(candidate.company[0].count(), candidate.company[1].count());
    return !candidate.paragraph.empty() && std::min(candidate.titles.count(), company) >= wanted;
}

std::vector<BoilerplateRow> BoilerplateLearner::rows() const
{
    std::vector<BoilerplateRow> rows;
    for (const auto& [key, candidate] : candidates_) {
        if (!is_proved(candidate)) { continue; }
        rows.push_back({.articles = candidate.articles,
                        .source = sources_[candidate.source].name,
                        .paragraph = candidate.paragraph});
    }
    std::sort(rows.begin(), rows.end(), [](const BoilerplateRow& a, const BoilerplateRow& b) {
        if (a.source != b.source) { return a.source < b.source; }
        return a.articles != b.articles ? a.articles > b.articles : a.paragraph < b.paragraph;
    });
    return rows;
}

}  // namespace dateline::indexer
