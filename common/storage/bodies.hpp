// The file `bodies`: the stored articles with their marks, in blocks of some articles that are
// compressed together.
//
// Magic "DLBODIE5" (in older schemas "DLBODIE1" to "DLBODIE4", each article in a frame of its own,
// which holds its record alone, and without section 2; see RecordFormat); sections:
//   0  the blocks, one behind the other: the ids of its articles (varint size, bytes each), which
//      many want alone, then a zstd frame of their records (varint size, bytes each), which names
//      its dictionary (dictionaries/<id>) or none
//   1  u64 offsets of the blocks, and of the end
//   2  u32 articles before each block, and in all
// A record is what encode_article() makes.
#pragma once

#include "common/schema/article.hpp"
#include "common/storage/record_frames.hpp"
#include "common/storage/section_file.hpp"

#include <string>

namespace dateline {

/// Records longer than this are not read back, so none may be written. Articles end at 16 MiB of
/// text; this leaves three times as much again for their marks.
inline constexpr std::size_t kMaxRecordBytes = std::size_t{64} << 20U;

enum class RecordFormat : std::uint8_t {
    Schema1,  ///< begins with the id; marks in full, no Article::file
    Schema2,  ///< begins with the id (also in schema 3)
    Schema4,  ///< without the id, which stands before the frame
    Schema5,  ///< what encode_article() makes: with Article::furniture
};

/// A block is closed when its records come to this. Of English news, what one article at a time is
/// 0.443 of the text is 0.403 so, 0.396 with 24 KiB; each article shown costs unpacking a block.
inline constexpr std::size_t kBlockBytes = 16 << 10;
/// Ids are found by going through those before them in their block.
inline constexpr std::size_t kMostInBlock = 64;

/// An article and its marks as bytes, without its id, and back; bytes that are no article, or text
/// that is not UTF-8, or a mark that does not lie on characters, fail with IndexDamaged.
std::string encode_article(const AnalyzedArticle& article);
Result<AnalyzedArticle> decode_article(std::string_view record,
                                       RecordFormat format = RecordFormat::Schema5);

/// XXH3-128 over the stored article without its marks (they follow from it and detected_by) and
/// its file.
std::array<char, 16> content_hash(const Article& article);

/// Some articles as they are in the file.
struct BodyBlock {
    std::size_t first = 0;  ///< index of its first article
    std::size_t articles = 0;
    std::string_view bytes{};  ///< ids and frame
    std::string_view frame{};
};

class BodiesWriter {
  public:
    explicit BodiesWriter(const std::filesystem::path& path);
    /// What the records that follow are compressed with: none at first. `bytes` is copied; two of
    /// one id are the same.
    void use_dictionary(std::uint32_t id, std::string_view bytes);
    /// `record` has at most kMaxRecordBytes.
    void add(std::string_view id, std::string_view record);
    /// Takes over a block as it is.
    void add_block(const BodyBlock& block);
    Status finish();

  private:
    void close_block();
    void append_block(std::size_t articles, std::string_view ids, std::string_view frame);

    std::uint32_t dictionary_ = 0;
    FrameCompressor compressor_{{}};
    SectionWriter file_;
    std::vector<std::uint64_t> offsets_{};
    std::vector<std::uint32_t> before_{};
    std::uint64_t size_ = 0;
    std::size_t articles_ = 0;  ///< of closed blocks
    std::string ids_{};         ///< of the open block
    std::string records_{};
    std::size_t open_ = 0;  ///< articles in it
    bool failed_ = false;
};

class Bodies {
  public:
    /// `dictionaries` must outlive the object. Fails with IndexDamaged.
    static Result<Bodies> open(const std::filesystem::path& path, Dictionaries& dictionaries);

    [[nodiscard]] std::size_t articles() const;
    /// Fails with IndexDamaged if there is no whole article at `index`.
    [[nodiscard]] Result<AnalyzedArticle> article(std::size_t index) const;
    /// Its id alone, without unpacking anything. Fails with IndexDamaged as article() does, and for
    /// older schemas.
    [[nodiscard]] Result<std::string_view> id(std::size_t index) const;
    /// Its record. Fails with IndexDamaged.
    [[nodiscard]] Result<std::string> record(std::size_t index) const;
    /// The block that has it; without bytes if there is none.
    [[nodiscard]] BodyBlock block(std::size_t index) const;
    [[nodiscard]] Dictionaries& dictionaries() const { return *dictionaries_; }
    void forget() const { file_.forget(); }  ///< see MappedFile

  private:
    Bodies(SectionFile file, Dictionaries& dictionaries, RecordFormat format, bool has_blocks);
    [[nodiscard]] bool has_list_of_blocks() const;
    [[nodiscard]] std::size_t number_of_block(std::size_t index) const;
    /// A block without its frame, which is behind its ids.
    [[nodiscard]] BodyBlock bounds(std::size_t number, std::size_t index) const;
    [[nodiscard]] std::string_view frame_of(const BodyBlock& block) const;
    /// The record, there until this thread asks for two others.
    [[nodiscard]] Result<std::string_view> view(std::size_t index) const;

    SectionFile file_;
    Dictionaries* dictionaries_;
    RecordFormat format_;
    bool has_blocks_;       ///< else each article has a frame of its own
    std::uint64_t serial_;  ///< of the open file, unique in the process
};

}  // namespace dateline
