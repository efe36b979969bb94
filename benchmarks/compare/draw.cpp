#include "benchmarks/compare/draw.hpp"

#include "benchmarks/compare/drivers/corpus_line.hpp"
#include "benchmarks/compare/drivers/words.hpp"
#include "common/storage/file.hpp"
#include "common/text/ascii.hpp"

#include <algorithm>
#include <array>
#include <fstream>
#include <functional>
#include <random>
#include <set>
#include <unordered_map>

namespace dateline::compare {
namespace {

/// Those that Lucene's EnglishAnalyzer drops (EnglishAnalyzer.ENGLISH_STOP_WORDS_SET of 8.7):
/// a question with one of them would not be the same question there.
constexpr std::array<std::string_view, 33> kStopWords{
    "a",   "an",    "and",  "are",   "as",    "at",   "be",   "but", "by",  "for",  "if",
    "in",  "into",  "is",   "it",    "no",    "not",  "of",   "on",  "or",  "such", "that",
    "the", "their", "then", "there", "these", "they", "this", "to",  "was", "will", "with"};

constexpr std::size_t kShortestWord = 3;
constexpr std::size_t kLongestWord = 20;
constexpr std::size_t kPrefixBytes = 5;

/// Whether a word certainly ends before `at`, for every peer's tokenizer: at a blank, at the text's
/// end, or at punctuation that is not inside of something ("nytimes.com").
bool divides(std::string_view text, std::size_t at)
{
    if (at >= text.size()) { return true; }
    constexpr std::string_view kAlways = " ()\"";
    if (kAlways.find(text[at]) != std::string_view::npos) { return true; }
    constexpr std::string_view kPunctuation = ".,;:?!";
    const bool inside = at + 1 < text.size() && ascii::is_letter_or_digit(text[at + 1]);
    return !inside && kPunctuation.find(text[at]) != std::string_view::npos;
}

/// The whole words of a text in order; "" where something else stands between two of them (a
/// number, "isn't", "café", the end of a sentence), over which no phrase may be drawn.
std::vector<std::string> words_of(std::string_view text)
{
    std::vector<std::string> words;
    for (std::size_t i = 0; i < text.size();) {
        std::size_t end = i;
        while (end < text.size() && ascii::is_letter(text[end])) { ++end; }
        const bool whole = end > i && (i == 0 || divides(text, i - 1)) && divides(text, end);
        if (whole) { words.push_back(ascii::lower(text.substr(i, end - i))); }
        const bool alone = end == text.size() || text[end] == ' ';
        if (!whole || !alone) { words.emplace_back(); }
        i = end + 1;
    }
    return words;
}

bool is_askable(const std::string& word)
{
    return word.size() >= kShortestWord && word.size() <= kLongestWord &&
           std::find(kStopWords.begin(), kStopWords.end(), word) == kStopWords.end();
}

/// What an article gives to questions; nothing if its line cannot be read.
struct Material {
    std::vector<std::string> words{};
    std::string day{};
    std::vector<std::string> countries{};
};

Material read_line(std::string_view line)
{
    const auto article = parse_corpus_line(line);
    if (!article) { return {}; }
    Material read{.words = words_of(article->title),
                  .day = std::string{article->day},
                  .countries = {article->countries.begin(), article->countries.end()}};
    read.words.resize(read.words.size() + kNear);  // nothing is near across headline and body
    const auto body = words_of(article->body);
    read.words.insert(read.words.end(), body.begin(), body.end());
    return read;
}

/// Document frequencies of a corpus, and where its lines begin.
struct Frequencies {
    struct Entry {
        std::uint32_t articles = 0;
        std::uint32_t last = 0;  ///< number of the last article counted, from 1
    };
    std::unordered_map<std::string, Entry> words{};
    std::vector<std::uint64_t> lines{};  ///< byte offsets

    [[nodiscard]] double share(const std::string& word) const
    {
        const auto found = words.find(word);
        if (found == words.end()) { return 0; }
        return static_cast<double>(found->second.articles) / static_cast<double>(lines.size());
    }
};

Frequencies count_words(std::istream& corpus)
{
    Frequencies counted;
    std::uint64_t offset = 0;
    for (std::string line; std::getline(corpus, line);) {
        counted.lines.push_back(offset);
        offset += line.size() + 1;
        const auto number = static_cast<std::uint32_t>(counted.lines.size());
        for (const std::string& word : read_line(line).words) {
            if (!is_askable(word)) { continue; }
            Frequencies::Entry& entry = counted.words[word];
            if (entry.last == number) { continue; }
            entry.last = number;
            ++entry.articles;
        }
    }
    return counted;
}

class Drawer {
  public:
    Drawer(const Classes& classes, const Frequencies& frequencies, std::istream& corpus,
           std::uint64_t seed)
        : classes_(classes), frequencies_(frequencies), corpus_(corpus), random_(seed)
    {
    }

    std::vector<Question> draw(const QuestionClass& drawn, std::size_t wanted)
    {
        std::vector<Question> questions;
        std::set<std::string> seen;
        // A class that the corpus cannot fill must end: so many articles are tried for each.
        constexpr std::size_t kTries = 50;
        for (std::size_t i = 0; i < wanted * kTries && questions.size() < wanted; ++i) {
            Question question = draw_one(drawn);
            if (question.kind.empty() || !seen.insert(line_of(question)).second) { continue; }
            questions.push_back(std::move(question));
        }
        return questions;
    }

  private:
    std::size_t below(std::size_t end) { return end == 0 ? 0 : random_() % end; }

    bool in_band(const std::string& word, std::size_t band) const
    {
        if (!is_askable(word)) { return false; }
        const double share = frequencies_.share(word);
        return share >= classes_.bands[band].least && share <= classes_.bands[band].most;
    }

    Material random_article()
    {
        corpus_.clear();
        corpus_.seekg(
            static_cast<std::streamoff>(frequencies_.lines[below(frequencies_.lines.size())]));
        std::string line;
        std::getline(corpus_, line);
        return read_line(line);
    }

    /// A random word of the article's words from `begin` on, at most `window` of them, that is in
    /// the band and not among `taken`; "" if there is none.
    std::string pick(const Material& article, std::size_t band, std::size_t begin,
                     std::size_t window, const std::vector<std::string>& taken)
    {
        std::vector<const std::string*> fit;
        const std::size_t end = std::min(article.words.size(), begin + window);
        for (std::size_t i = begin; i < end; ++i) {
            const std::string& word = article.words[i];
            if (!in_band(word, band)) { continue; }
            if (std::find(taken.begin(), taken.end(), word) == taken.end()) {
                fit.push_back(&word);
            }
        }
        return fit.empty() ? std::string{} : *fit[below(fit.size())];
    }

    /// Words one behind the other, or within a window; empty if the article has none.
    std::vector<std::string> words_together(const QuestionClass& drawn, const Material& article)
    {
        const std::size_t begin = below(article.words.size());
        const bool phrase = drawn.kind == "phrase";
        std::vector<std::string> words;
        for (std::size_t i = 0; i < drawn.bands.size(); ++i) {
            words.push_back(
                pick(article, drawn.bands[i], begin + (phrase ? i : 0), phrase ? 1 : kNear, words));
            if (words.back().empty()) { return {}; }
        }
        return words;
    }

    std::vector<std::string> words_for(const QuestionClass& drawn, const Material& article)
    {
        if (drawn.kind == "phrase" || drawn.kind == "near") {
            return words_together(drawn, article);
        }
        std::vector<std::string> words;
        for (const std::size_t band : drawn.bands) {
            words.push_back(pick(article, band, 0, article.words.size(), words));
            if (words.back().empty()) { return {}; }
        }
        if (drawn.kind == "prefix") {
            words.front().resize(std::min(words.front().size(), kPrefixBytes));
        }
        return words;
    }

    /// A question without a kind if the article that was hit upon cannot give one.
    Question draw_one(const QuestionClass& drawn)
    {
        Question question{.kind = drawn.kind, .by_date = drawn.by_date};
        if (drawn.kind == "all") { return question; }
        const Material article = random_article();
        question.words = words_for(drawn, article);
        const bool fits = !question.words.empty() && (!drawn.date || !article.day.empty()) &&
                          (!drawn.country || !article.countries.empty());
        if (!fits) { return {}; }
        if (drawn.date) {
            question.from = article.day.substr(0, 4) + "0101";
            question.to = article.day.substr(0, 4) + "1231";
        }
        if (drawn.country) {
            question.country = article.countries[below(article.countries.size())];
        }
        return question;
    }

    const Classes& classes_;
    const Frequencies& frequencies_;
    std::istream& corpus_;
    std::mt19937_64 random_;
};

/// The first half without facets, the others with them: so neither was asked before as the other. A
/// lone question without words, which is "all", is both.
void add_halves(const std::string& name, const std::vector<Question>& drawn,
                std::vector<NamedQuestion>& questions)
{
    const std::size_t half = (drawn.size() + 1) / 2;
    for (std::size_t i = 0; i < half; ++i) { questions.push_back({name, drawn[i]}); }
    const bool is_all = drawn.size() == 1 && drawn.front().words.empty();
    for (std::size_t i = is_all ? 0 : half; i < drawn.size(); ++i) {
        questions.push_back({name + "+facets", drawn[i]});
        questions.back().question.facets = true;
    }
}

}  // namespace

Result<std::vector<NamedQuestion>> draw_questions(const Classes& classes,
                                                  const std::filesystem::path& tsv,
                                                  const Draw& draw)
{
    std::ifstream corpus{tsv, std::ios::binary};
    const Frequencies frequencies = count_words(corpus);
    if (frequencies.lines.empty()) { return io_failure("read articles of", tsv); }
    Drawer drawer{classes, frequencies, corpus, draw.seed};
    std::vector<NamedQuestion> questions;
    for (const QuestionClass& drawn : classes.classes) {
        add_halves(drawn.name, drawer.draw(drawn, 2 * draw.of_each), questions);
    }
    return questions;
}

}  // namespace dateline::compare
