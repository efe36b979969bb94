#include "indexer/segment/check_merge.hpp"

#include "indexer/segment/check_articles.hpp"

#include <algorithm>
#include <future>
#include <xxhash.h>

namespace dateline::indexer {
namespace {

Failure differs(const std::filesystem::path& file)
{
    return fail(ErrorKind::Io, "the merged '" + file.string() + "' is not what its parts come to",
                "check the disk and the memory, then run the same command again");
}

bool is_same_row(const ColumnRow& a, const ColumnRow& b)
{
    return a.length == b.length && a.date == b.date && a.hash == b.hash &&
           a.ordinals == b.ordinals && a.added == b.added;
}

Status check_columns(const std::vector<MergePart>& parts, const std::filesystem::path& path)
{
    const auto columns = Columns::open(path);
    if (!columns) { return Failure{columns.error()}; }
    std::size_t next = 0;
    for (const MergePart& part : parts) {
        for (std::size_t i = 0; i < part.new_index.size(); ++i) {
            if (i % kForgetEvery == 0) { columns->forget(); }
            if (part.new_index[i] == MergePart::kLeftOut) { continue; }
            if (!is_same_row(columns->row(next++), part.segment->columns.row(i))) {
                return differs(path);
            }
        }
    }
    return columns->articles() == next ? Status{Done{}} : differs(path);
}

/// Compares stored articles of a part with those of the merged segment, by their blocks where these
/// were taken over.
class BodiesCheck {
  public:
    BodiesCheck(const Bodies& part, const Bodies& merged) : part_(part), merged_(merged) {}

    /// Fails with IndexDamaged if one cannot be read.
    Result<bool> is_same(std::size_t old_index, std::size_t new_index)
    {
        const BodyBlock from = part_.block(old_index);
        const BodyBlock to = merged_.block(new_index);
        if (old_index - from.first == new_index - to.first && is_same_block(from, to)) {
            return true;
        }
        const auto id = part_.id(old_index);
        const auto new_id = merged_.id(new_index);
        if (!id || !new_id) { return Failure{id ? new_id.error() : id.error()}; }
        const auto record = part_.record(old_index);
        const auto new_record = merged_.record(new_index);
        if (!record || !new_record) {
            return Failure{record ? new_record.error() : record.error()};
        }
        return *id == *new_id && *record == *new_record;
    }

  private:
    bool is_same_block(const BodyBlock& from, const BodyBlock& to)
    {
        if (from.bytes.data() == from_.data() && to.bytes.data() == to_.data()) { return true; }
        if (from.bytes != to.bytes) { return false; }
        from_ = from.bytes;
        to_ = to.bytes;
        return !from_.empty();
    }

    const Bodies& part_;
    const Bodies& merged_;
    std::string_view from_{};  ///< the last blocks that were the same
    std::string_view to_{};
};

Status check_bodies(const std::vector<MergePart>& parts, const std::filesystem::path& path)
{
    const auto bodies = Bodies::open(path, parts.front().segment->bodies.dictionaries());
    if (!bodies) { return Failure{bodies.error()}; }
    std::size_t next = 0;
    for (const MergePart& part : parts) {
        BodiesCheck check{part.segment->bodies, *bodies};
        for (std::size_t i = 0; i < part.new_index.size(); ++i) {
            if (i % kForgetEvery == 0) {
                bodies->forget();
                part.segment->forget();
            }
            if (part.new_index[i] == MergePart::kLeftOut) { continue; }
            const auto is_same = check.is_same(i, next++);
            if (!is_same) { return Failure{is_same.error()}; }
            if (!*is_same) { return differs(path); }
        }
    }
    return bodies->articles() == next ? Status{Done{}} : differs(path);
}

/// The words of a vocabulary by number, each as a hash of its surface form; 0 for none.
class WordHashes {
  public:
    explicit WordHashes(const VocabularyContents& contents) : hashes_(contents.words.size())
    {
        for (const auto& [surface, entry] : contents.words) {
            if (entry.number < hashes_.size()) {
                hashes_[entry.number] = XXH3_64bits(surface.data(), surface.size());
            }
        }
    }

    /// The same for the same mark, and for the same word in any segment.
    [[nodiscard]] std::uint64_t operator()(std::uint32_t code) const
    {
        if (code < kFirstWord) { return code; }
        const std::size_t number = code - kFirstWord;
        return number < hashes_.size() ? hashes_[number] : 0;
    }

  private:
    std::vector<std::uint64_t> hashes_;
};

/// Counts for each word the articles that have it.
class WordCounts {
  public:
    explicit WordCounts(std::size_t words) : seen_(words) {}

    /// Articles come one behind the other.
    void begin_article() { ++article_; }
    void see(std::uint32_t code)
    {
        const std::size_t number = code - kFirstWord;
        if (code < kFirstWord || number >= seen_.size()) { return; }
        Seen& seen = seen_[number];
        if (seen.last_article == article_) { return; }
        seen.last_article = article_;
        ++seen.articles;
    }

    [[nodiscard]] bool are(const VocabularyContents& contents) const
    {
        return std::all_of(contents.words.begin(), contents.words.end(), [this](const auto& word) {
            const auto& [surface, entry] = word;
            return entry.number < seen_.size() && entry.articles > 0 &&
                   seen_[entry.number].articles == entry.articles;
        });
    }

  private:
    struct Seen {
        std::uint32_t articles = 0;
        std::uint32_t last_article = 0;  ///< counted from 1
    };
    std::vector<Seen> seen_;
    std::uint32_t article_ = 0;
};

bool is_same_stream(TokenStream merged, const WordHashes& merged_words, TokenStream part,
                    const WordHashes& part_words, WordCounts& counts)
{
    counts.begin_article();
    for (;;) {
        const auto code = merged.next();
        const auto part_code = part.next();
        if (!code || !part_code) { return !code && !part_code; }
        if (merged_words(*code) != part_words(*part_code)) { return false; }
        counts.see(*code);
    }
}

/// Every stem with its words as far as `kept` has them, by surface form: sorted, without doubles.
std::vector<std::uint64_t> stem_hashes(const VocabularyContents& contents, const WordHashes& words,
                                       const std::vector<std::uint64_t>& kept)
{
    std::vector<std::uint64_t> hashes;
    for (const auto& [stem, stemmed] : contents.stems) {
        for (const StemmedWord& word : stemmed) {
            const std::uint64_t surface = words(kFirstWord + word.number);
            if (!std::binary_search(kept.begin(), kept.end(), surface)) { continue; }
            hashes.push_back(mixed(stem_hash(stem, contents.languages[word.language], 0), surface));
        }
    }
    return hashes;
}

void sort_out(std::vector<std::uint64_t>& hashes)
{
    std::sort(hashes.begin(), hashes.end());
    hashes.erase(std::unique(hashes.begin(), hashes.end()), hashes.end());
}

Status check_words(const std::vector<MergePart>& parts, const std::filesystem::path& folder)
{
    const auto tokens = TokensReader::open(folder / "tokens");
    if (!tokens) { return Failure{tokens.error()}; }
    const auto vocabulary = Vocabulary::open(folder / "vocabulary");
    if (!vocabulary) { return Failure{vocabulary.error()}; }
    const VocabularyContents contents = vocabulary->contents();
    const WordHashes words{contents};
    WordCounts counts{contents.words.size()};
    std::vector<std::uint64_t> kept;
    for (const auto& [surface, entry] : contents.words) {
        kept.push_back(XXH3_64bits(surface.data(), surface.size()));
    }
    std::sort(kept.begin(), kept.end());
    std::vector<std::uint64_t> wanted;
    std::size_t next = 0;
    for (const MergePart& part : parts) {
        const VocabularyContents own = part.segment->vocabulary.contents();
        const WordHashes own_words{own};
        for (std::size_t i = 0; i < part.new_index.size(); ++i) {
            if (i % kForgetEvery == 0) {
                tokens->forget();
                part.segment->forget();
            }
            if (part.new_index[i] == MergePart::kLeftOut) { continue; }
            if (!is_same_stream(tokens->stream(next++), words, part.segment->tokens.stream(i),
                                own_words, counts)) {
                return differs(folder / "tokens");
            }
        }
        const auto own_stems = stem_hashes(own, own_words, kept);
        wanted.insert(wanted.end(), own_stems.begin(), own_stems.end());
    }
    if (tokens->articles() != next) { return differs(folder / "tokens"); }
    auto stems = stem_hashes(contents, words, kept);
    sort_out(stems);
    sort_out(wanted);
    const bool agree = stems == wanted && counts.are(contents);
    return agree ? Status{Done{}} : differs(folder / "vocabulary");
}

/// What a database comes to, whatever the order.
struct PostingsSum {
    std::uint64_t postings = 0;
    std::uint64_t sum = 0;
    std::uint64_t lengths = 0;

    friend bool operator==(const PostingsSum&, const PostingsSum&) = default;
};

/// Adds the postings of a segment, its articles being called as `new_index` says.
void add_postings(const Postings& postings, const std::vector<std::uint32_t>& new_index,
                  PostingsSum& sum)
{
    const auto each = [&new_index](PostingList& list, const auto& see) {
        for (; list.doc() != PostingList::kEnd; list.next()) {
            const std::size_t index = list.doc() - 1;
            if (index >= new_index.size() || new_index[index] == MergePart::kLeftOut) { continue; }
            see(new_index[index], list.count());
        }
    };
    std::size_t terms = 0;
    for (TermCursor term = postings.terms(); term.next();) {
        if (++terms % kForgetTerms == 0) { postings.forget(); }
        const std::uint64_t hash = term_hash(term.key());
        PostingList list = term.list();
        each(list, [&sum, hash](std::uint32_t index, std::uint32_t weight) {
            ++sum.postings;
            sum.sum += mixed(mixed(hash, index), weight);
        });
    }
    if (auto lengths = postings.lengths()) {
        each(*lengths, [&sum](std::uint32_t index, std::uint32_t length) {
            sum.lengths += mixed(index, length);
        });
    }
}

Status check_postings(const std::vector<MergePart>& parts, const std::filesystem::path& path)
{
    PostingsSum wanted;
    std::vector<std::uint32_t> same;
    for (const MergePart& part : parts) {
        add_postings(part.segment->postings, part.new_index, wanted);
        if (auto read = part.segment->postings.status(); !read) { return read; }
        for (const std::uint32_t moved : part.new_index) {
            if (moved != MergePart::kLeftOut) { same.push_back(moved); }
        }
    }
    const auto merged = Postings::open(path);
    if (!merged) { return Failure{merged.error()}; }
    PostingsSum has;
    add_postings(*merged, same, has);
    if (auto read = merged->status(); !read) { return read; }
    return has == wanted && merged->articles() == same.size() ? Status{Done{}} : differs(path);
}

}  // namespace

Status check_merge(const std::vector<MergePart>& parts, const std::filesystem::path& folder)
{
    // The words take as long as all the rest.
    auto words = std::async(std::launch::async, [&] { return check_words(parts, folder); });
    for (const auto& check :
         {check_columns(parts, folder / "columns"), check_bodies(parts, folder / "bodies"),
          check_postings(parts, folder / "postings"), words.get()}) {
        if (!check) { return check; }
    }
    return Done{};
}

}  // namespace dateline::indexer
