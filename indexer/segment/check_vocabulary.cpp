#include "indexer/segment/check_vocabulary.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

std::string quoted(const std::string& word) { return "'" + word + "'"; }

/// The words by number; a number that no word has is "". Numbers are 0, 1, 2 … in some order.
std::vector<std::string> by_number(const VocabularyContents& contents, const std::string& name,
                                   DamageList& damages)
{
    std::vector<std::string> words(contents.words.size());
    for (const auto& [surface, entry] : contents.words) {
        if (entry.number < words.size() && words[entry.number].empty()) {
            words[entry.number] = surface;
        } else {
            damages.add({name, "the word " + quoted(surface) + " has the number of another"});
        }
    }
    return words;
}

void compare_counts(const VocabularyContents& contents, const std::string& name,
                    const SegmentSums& sums, DamageList& damages)
{
    for (const auto& [surface, entry] : contents.words) {
        const std::uint32_t articles =
            entry.number < sums.word_articles.size() ? sums.word_articles[entry.number] : 0;
        if (articles == entry.articles && articles > 0) { continue; }
        damages.add({name, "the word " + quoted(surface) + " is said to be in " +
                               std::to_string(entry.articles) + " articles, and is in " +
                               std::to_string(articles)});
    }
}

bool is_stem(const std::string& stem, const std::string& surface, const std::string& language,
             Stemmer& stemmer)
{
    const auto stems = stemmer.stems_of_token(surface, language);
    return std::find(stems.begin(), stems.end(), stem) != stems.end();
}

/// Names the words whose stems are left in `sums`.
void report_missing(const std::vector<std::string>& words, const SegmentSums& sums,
                    const std::string& name, Stemmer& stemmer, DamageList& damages)
{
    for (std::uint32_t number = 0; number < words.size(); ++number) {
        for (const std::string& language : sums.languages) {
            for (const std::string& stem : stemmer.stems_of_token(words[number], language)) {
                if (!sums.stems.contains(stem_hash(stem, language, number))) { continue; }
                damages.add({name, "the stem " + quoted(stem) + " lacks its word " +
                                       quoted(words[number]) + " of language " + language});
            }
        }
    }
}

}  // namespace

void compare_vocabulary(const Vocabulary& vocabulary, const std::string& name, SegmentSums& sums,
                        DamageList& damages)
{
    const VocabularyContents contents = vocabulary.contents();
    const std::vector<std::string> words = by_number(contents, name, damages);
    compare_counts(contents, name, sums, damages);
    Stemmer stemmer;
    for (const auto& [stem, stemmed] : contents.stems) {
        for (const StemmedWord& word : stemmed) {
            const std::string& language = contents.languages[word.language];
            if (sums.stems.erase(stem_hash(stem, language, word.number)) == 1) { continue; }
            // A merge keeps the stems of a word that is left in another language only.
            if (word.number < words.size() &&
                is_stem(stem, words[word.number], language, stemmer)) {
                continue;
            }
            damages.add({name, "the stem " + quoted(stem) + " has a word that is not its own"});
        }
    }
    if (!sums.stems.empty()) { report_missing(words, sums, name, stemmer, damages); }
}

}  // namespace dateline::indexer
