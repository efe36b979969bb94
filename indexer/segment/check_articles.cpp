#include "indexer/segment/check_articles.hpp"

#include <algorithm>
#include <limits>
#include <xxhash.h>

namespace dateline::indexer {
namespace {

constexpr std::uint32_t kNoNumber = std::numeric_limits<std::uint32_t>::max();

std::uint64_t hash_of(std::string_view text) { return XXH3_64bits(text.data(), text.size()); }

/// The day as its column has it.
std::int32_t day_of(const std::optional<Date>& date)
{
    return date ? static_cast<std::int32_t>(date->first.time_since_epoch().count()) : kUndated;
}

}  // namespace

std::uint64_t mixed(std::uint64_t first, std::uint64_t second)
{
    // The finalizer of SplitMix64: Steele, Lea, Flood, "Fast splittable pseudorandom number
    // generators", 2014.
    std::uint64_t bits = first ^ (second * 0x9E3779B97F4A7C15ULL);
    bits = (bits ^ (bits >> 30U)) * 0xBF58476D1CE4E5B9ULL;
    bits = (bits ^ (bits >> 27U)) * 0x94D049BB133111EBULL;
    return bits ^ (bits >> 31U);
}

std::uint64_t term_hash(std::string_view key) { return hash_of(key); }

std::uint64_t stem_hash(std::string_view stem, std::string_view language, std::uint32_t number)
{
    return mixed(mixed(hash_of(stem), hash_of(language)), number);
}

ArticleChecker::ArticleChecker(const Segment& segment, const ArticleSet& removed,
                               const Bodies& bodies, NamesWriter& names, bool wants_digest)
    : segment_(segment),
      removed_(removed),
      bodies_(bodies),
      wants_digest_(wants_digest),
      maker_(lexicon_, names, inverter_)
{
}

void ArticleChecker::report(std::string_view file, std::string what)
{
    damages_.add({.file = "segments/" + segment_.name + "/" + std::string{file},
                  .what = std::move(what),
                  .article = id_,
                  .index = index_});
}

void ArticleChecker::check(std::size_t index)
{
    index_ = index;
    id_.clear();
    auto stored = bodies_.article(index);
    if (!stored) {
        report("bodies", "its article " + std::to_string(index + 1) +
                             " cannot be read: " + stored.error().message);
        ++sums_.unreadable;
        return;
    }
    AnalyzedArticle analyzed = *std::move(stored);
    const Article& article = analyzed.article;
    id_ = article.id;
    tokenize(article.title_derived ? std::string_view{} : article.title, title_);
    tokenize(article.body, body_);
    const IndexedArticle made =
        maker_.make(analyzed, title_, body_, static_cast<std::uint32_t>(index));
    compare_row(made.row);
    compare_tokens(made.codes);
    note_terms();
    sums_.words += made.row.length;
    sums_.text_bytes += article.title.size() + article.body.size();
    sums_.languages.insert(article.language);
    if (!removed_.contains(index)) { note_live(std::move(analyzed)); }
}

void ArticleChecker::compare_row(const ColumnRow& row)
{
    const Columns& columns = segment_.columns;
    if (columns.hash(index_) != row.hash) {
        report("columns", "its content hash is not that of the stored article");
    }
    if (columns.lengths()[index_] != row.length) {
        report("columns", "its length is " + std::to_string(columns.lengths()[index_]) +
                              " words, that of the stored article " + std::to_string(row.length));
    }
    if (columns.days()[index_] != day_of(row.date) || columns.date(index_) != row.date) {
        report("columns", "its date is not that of the stored article");
    }
    for (const Field& f : kFields) {
        if (f.column != Column::Ordinals) { continue; }
        const auto has = columns.ordinals(f.id, index_);
        const auto& wants = row.ordinals[ordinal_column(f.id)];
        if (!std::equal(has.begin(), has.end(), wants.begin(), wants.end())) {
            report("columns", "its values of '" + std::string{f.name} +
                                  "' are not those of the stored article");
        }
    }
}

/// Finds the vocabulary's numbers of the words that the lexicon saw for the first time.
void ArticleChecker::number_words(const std::vector<std::uint32_t>& codes)
{
    auto code = codes.begin();
    for (const TokenList* words : {&title_, &body_}) {
        for (const Token& token : words->tokens) {
            while (*code < kFirstWord) { ++code; }
            const std::size_t number = *code++ - kFirstWord;
            if (number < numbers_.size()) { continue; }
            const auto known = segment_.vocabulary.find(words->surface(token));
            numbers_.push_back(known ? known->number : kNoNumber);
            if (!known) {
                report("vocabulary",
                       "it lacks the word '" + std::string{words->surface(token)} + "'");
            }
        }
    }
}

void ArticleChecker::compare_tokens(const std::vector<std::uint32_t>& codes)
{
    number_words(codes);
    TokenStream stream = segment_.tokens.stream(index_);
    std::size_t place = 0;
    for (const std::uint32_t code : codes) {
        ++place;
        const bool is_mark = code < kFirstWord;
        const std::uint32_t number = is_mark ? 0 : numbers_[code - kFirstWord];
        const auto has = stream.next();
        if (has == (is_mark ? code : kFirstWord + number)) { continue; }
        return report("tokens", "its word or mark " + std::to_string(place) +
                                    " is not that of the stored text");
    }
    if (stream.next()) { report("tokens", "it goes on behind the end of the stored text"); }
}

void ArticleChecker::note_terms()
{
    ArticleSum sum{.length = inverter_.lengths().back()};
    for (const Inverter::Entry& entry : inverter_.entries()) {
        while (entry.term >= lists_.size()) {
            const auto term = static_cast<std::uint32_t>(lists_.size());
            term_hashes_.push_back(term_hash(inverter_.key(term)));
            lists_.emplace_back();
        }
        sum.sum += mixed(term_hashes_[entry.term], entry.weight);
        ++lists_[entry.term].articles;
        lists_[entry.term].sum += mixed(index_, entry.weight);
    }
    articles_.emplace_back(index_, sum);
    inverter_.clear();
}

void ArticleChecker::note_live(AnalyzedArticle&& analyzed)
{
    sums_.live.push_back({.hash = hash_of(id_), .index = index_});
    if (!wants_digest_) { return; }
    const ContentHash hash = content_hash(analyzed.article);
    analyzed.article.file.clear();  // it is no content
    sums_.digest_lines.push_back(id_ + '\0' + std::string{hash.data(), hash.size()} +
                                 hash_hex(encode_article(analyzed)));
}

void ArticleChecker::add_to(SegmentSums& sums) const
{
    sums.words += sums_.words;
    sums.text_bytes += sums_.text_bytes;
    sums.unreadable += sums_.unreadable;
    sums.languages.insert(sums_.languages.begin(), sums_.languages.end());
    sums.live.insert(sums.live.end(), sums_.live.begin(), sums_.live.end());
    sums.digest_lines.insert(sums.digest_lines.end(), sums_.digest_lines.begin(),
                             sums_.digest_lines.end());
    for (const auto& [index, sum] : articles_) { sums.articles[index] = sum; }
    for (std::size_t term = 0; term < lists_.size(); ++term) {
        ListSum& list = sums.lists[term_hashes_[term]];
        list.articles += lists_[term].articles;
        list.sum += lists_[term].sum;
    }
    const VocabularyContents made = lexicon_.contents(numbers_);
    for (const auto& [surface, entry] : made.words) {
        if (entry.number < sums.word_articles.size()) {
            sums.word_articles[entry.number] += entry.articles;
        }
    }
    for (const auto& [stem, words] : made.stems) {
        for (const StemmedWord& word : words) {
            sums.stems.insert(stem_hash(stem, made.languages[word.language], word.number));
        }
    }
}

}  // namespace dateline::indexer
