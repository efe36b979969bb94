// Builds one segment: all its files, from articles added one by one.
#pragma once

#include "common/storage/bodies.hpp"
#include "common/storage/manifest.hpp"
#include "indexer/segment/document.hpp"
#include "indexer/segment/inverter.hpp"

#include <optional>
#include <set>

namespace dateline::indexer {

/// A dictionary that compressed bodies, and the id by which frames name it. No bytes: none.
struct BodyDictionary {
    std::uint32_t id = 0;
    std::string bytes{};
    bool is_new = false;  ///< trained by this segment; the writer has to keep it
};

/// Where a segment's dictionary comes from: a large one trains its own on its first articles, since
/// dumps differ; a small one takes the index's last.
struct DictionaryChoice {
    BodyDictionary last{};  ///< without bytes: the index has none, and a small segment trains, too
    std::uint32_t new_id = 0;  ///< of one that is trained
};

class SegmentBuilder {
  public:
    /// Builds in `folder`, which is new.
    SegmentBuilder(std::filesystem::path folder, NamesWriter& names, DictionaryChoice choice);

    /// Adds an article, its words being those of its title and body, and returns its index in the
    /// segment. `record` is what encode_article() makes of it; made here if it is empty.
    /// `added`: see ColumnRow. Fails with InputFormat: this article cannot be indexed, everything
    /// else goes on.
    Result<std::size_t> add(const AnalyzedArticle& analyzed, const TokenList& title,
                            const TokenList& body, std::string record = {},
                            std::uint32_t added = kUnknownGeneration);

    [[nodiscard]] std::size_t articles() const { return columns_.articles(); }
    [[nodiscard]] std::uint64_t text_bytes() const { return entry_.text_bytes; }
    [[nodiscard]] const std::set<std::string>& languages() const { return languages_; }
    /// What bodies are compressed with, once finish() was called; without bytes: nothing.
    [[nodiscard]] const BodyDictionary& dictionary() const { return dictionary_; }

    /// Writes what is left; the folder is then a whole segment. At least one article.
    Result<SegmentEntry> finish();

  private:
    void add_record(const std::string& id, std::string record);
    void begin_bodies();
    [[nodiscard]] Status check_postings() const;

    std::filesystem::path folder_;
    Lexicon lexicon_{};
    Inverter inverter_{};
    DocumentMaker maker_;
    ColumnsWriter columns_{};
    std::vector<std::uint32_t> codes_{};  ///< of all articles, by the lexicon's numbers
    std::vector<std::size_t> code_offsets_{0};
    DictionaryChoice choice_;
    BodyDictionary dictionary_{};
    Status made_;                         ///< the folder
    std::vector<std::string> samples_{};  ///< records that wait for a dictionary
    std::vector<std::string> sample_ids_{};
    std::size_t sample_bytes_ = 0;
    std::optional<BodiesWriter> bodies_{};
    std::set<std::string> languages_{};
    SegmentEntry entry_{};
};

/// The entries of a finished segment's files, for its manifest: sizes and hashes. Makes the folder
/// durable.
Result<std::map<std::string, FileDigest>> digest_segment(const std::filesystem::path& folder);

}  // namespace dateline::indexer
