#include "indexer/segment/merge.hpp"

#include "indexer/segment/postings_builder.hpp"
#include "indexer/segment/segment_builder.hpp"

#include <algorithm>
#include <numeric>

namespace dateline::indexer {
namespace {

/// The vocabulary of all parts, and for each part its word numbers' new numbers.
struct MergedVocabulary {
    VocabularyContents contents{};
    std::vector<std::vector<std::uint32_t>> renumbered{};
};

/// A word of the merged segment while its parts are added up.
struct MergedWord {
    std::uint32_t articles = 0;
    std::vector<std::pair<std::size_t, std::uint32_t>> numbers{};  ///< (part, number there)
};

std::uint32_t language_index(std::vector<std::string>& languages, const std::string& code)
{
    const auto known = std::find(languages.begin(), languages.end(), code);
    if (known == languages.end()) { languages.push_back(code); }
    return static_cast<std::uint32_t>(std::find(languages.begin(), languages.end(), code) -
                                      languages.begin());
}

using MergedWords = std::map<std::string, MergedWord>;

/// Gives the words of all parts their new numbers: by articles, not by occurrences, which a
/// vocabulary does not keep; near enough for short codes.
void number_words(const MergedWords& words, MergedVocabulary& merged)
{
    std::vector<const MergedWords::value_type*> order;
    order.reserve(words.size());
    for (const auto& word : words) { order.push_back(&word); }
    std::stable_sort(order.begin(), order.end(), [](const auto* a, const auto* b) {
        return a->second.articles > b->second.articles;
    });
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) {
        const MergedWord& word = order[rank]->second;
        for (const auto& [part, number] : word.numbers) {
            auto& numbers = merged.renumbered[part];
            if (number < numbers.size()) { numbers[number] = rank; }
        }
        merged.contents.words.push_back(
            {order[rank]->first, {.number = rank, .articles = word.articles}});
    }
    std::sort(merged.contents.words.begin(), merged.contents.words.end(),
              [](const auto& a, const auto& b) { return a.first < b.first; });
}

/// Adds the stems of one part, by the new numbers.
void add_stems(const VocabularyContents& old, const std::vector<std::uint32_t>& renumbered,
               VocabularyContents& merged)
{
    std::vector<std::uint32_t> languages;
    languages.reserve(old.languages.size());
    for (const std::string& code : old.languages) {
        languages.push_back(language_index(merged.languages, code));
    }
    for (const auto& [stem, stemmed] : old.stems) {
        auto& all = merged.stems[stem];
        for (const StemmedWord& word : stemmed) {
            const bool is_known =
                word.language < languages.size() && word.number < renumbered.size();
            if (is_known) { all.push_back({languages[word.language], renumbered[word.number]}); }
        }
    }
}

MergedVocabulary merge_vocabularies(const std::vector<const Segment*>& parts)
{
    std::vector<VocabularyContents> olds;
    MergedWords words;
    MergedVocabulary merged;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        olds.push_back(parts[part]->vocabulary.contents());
        merged.renumbered.emplace_back(olds.back().words.size());
        for (const auto& [surface, entry] : olds.back().words) {
            MergedWord& word = words[surface];
            word.articles += entry.articles;
            word.numbers.emplace_back(part, entry.number);
        }
    }
    number_words(words, merged);
    for (std::size_t part = 0; part < parts.size(); ++part) {
        add_stems(olds[part], merged.renumbered[part], merged.contents);
    }
    for (auto& [stem, stemmed] : merged.contents.stems) {
        std::sort(stemmed.begin(), stemmed.end());
        stemmed.erase(std::unique(stemmed.begin(), stemmed.end()), stemmed.end());
    }
    return merged;
}

/// An article's codes by the new numbers; false if one of them is no word.
bool recode(TokenStream stream, const std::vector<std::uint32_t>& renumbered,
            std::vector<std::uint32_t>& codes)
{
    codes.clear();
    while (const auto code = stream.next()) {
        const bool is_mark = *code < kFirstWord;
        if (!is_mark && *code - kFirstWord >= renumbered.size()) { return false; }
        codes.push_back(is_mark ? *code : kFirstWord + renumbered[*code - kFirstWord]);
    }
    return true;
}

Status merge_tokens(const std::vector<const Segment*>& parts, const MergedVocabulary& vocabulary,
                    const std::filesystem::path& path)
{
    TokensWriter tokens{path};
    std::vector<std::uint32_t> codes;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        for (std::size_t index = 0; index < parts[part]->articles(); ++index) {
            if (!recode(parts[part]->tokens.stream(index), vocabulary.renumbered[part], codes)) {
                return damaged(path, "a token stream has an unknown word");
            }
            tokens.add(codes);
        }
    }
    return tokens.finish();
}

Status merge_columns_and_bodies(const std::vector<const Segment*>& parts,
                                const std::filesystem::path& folder)
{
    ColumnsWriter columns;
    BodiesWriter bodies{folder / "bodies", {}};
    for (const Segment* part : parts) {
        for (std::size_t index = 0; index < part->articles(); ++index) {
            columns.add(part->columns.row(index));
            bodies.add_frame(part->bodies.frame(index));
        }
    }
    if (auto written = columns.write(folder / "columns"); !written) { return written; }
    return bodies.finish();
}

}  // namespace

Result<MergedSegment> merge_segments(const std::filesystem::path& index,
                                     const std::vector<const Segment*>& parts,
                                     const std::vector<const ArticleSet*>& removed,
                                     const std::filesystem::path& folder)
{
    std::error_code ignored;  // the first file that cannot be made will say so
    std::filesystem::create_directories(folder, ignored);
    MergedSegment merged;
    std::vector<std::filesystem::path> postings;
    for (std::size_t part = 0; part < parts.size(); ++part) {
        postings.push_back(index / "segments" / parts[part]->name / "postings");
        for (std::size_t i = 0; i < parts[part]->articles(); ++i) {
            if (removed[part]->contains(i)) { merged.removed.insert(merged.entry.articles + i); }
        }
        merged.entry.articles += parts[part]->articles();
        merged.entry.words += parts[part]->words;
    }
    const MergedVocabulary vocabulary = merge_vocabularies(parts);
    for (const Status& status : {merge_postings(postings, folder / "postings"),
                                 write_vocabulary(folder / "vocabulary", vocabulary.contents),
                                 merge_tokens(parts, vocabulary, folder / "tokens"),
                                 merge_columns_and_bodies(parts, folder)}) {
        if (!status) { return Failure{status.error()}; }
    }
    auto files = digest_segment(folder);
    if (!files) { return Failure{files.error()}; }
    merged.entry.files = *std::move(files);
    return merged;
}

}  // namespace dateline::indexer
