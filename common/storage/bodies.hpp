// The file `bodies`: the stored articles with their marks, each a zstd frame.
//
// Magic "DLBODIE4" (in older schemas "DLBODIE1" to "DLBODIE3", see RecordFormat); sections:
//   0  the entries, one behind the other: the article's id (varint size, bytes), which many want
//      alone, then its frame, which names its dictionary (dictionaries/<id>) or none
//   1  u64 offsets of the entries, and of the end
// A frame holds the record that encode_article() makes.
#pragma once

#include "common/schema/article.hpp"
#include "common/storage/section_file.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;
struct ZSTD_DDict_s;

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

/// An article and its marks as bytes, without its id, and back; bytes that are no article, or text
/// that is not UTF-8, or a mark that does not lie on characters, fail with IndexDamaged.
std::string encode_article(const AnalyzedArticle& article);
Result<AnalyzedArticle> decode_article(std::string_view record,
                                       RecordFormat format = RecordFormat::Schema5);

/// XXH3-128 over the stored article without its marks (they follow from it and detected_by) and
/// its file.
std::array<char, 16> content_hash(const Article& article);

/// Trains a zstd dictionary on some records; empty if they are too few to be worth one.
std::string train_dictionary(const std::vector<std::string>& records, std::uint32_t id);

/// The id of the dictionary that a frame names; 0 for none.
std::uint32_t dictionary_of(std::string_view frame);

/// Unpacks frames; the dictionaries of an index are loaded when first asked for. Thread-safe.
class Dictionaries {
  public:
    explicit Dictionaries(std::filesystem::path folder);

    /// The record in a frame. Fails with IndexDamaged if it is not whole, or its dictionary is not
    /// there.
    Result<std::string> unpack(std::string_view frame);

  private:
    struct Free {
        void operator()(ZSTD_DCtx_s* context) const;
        void operator()(ZSTD_DDict_s* dictionary) const;
    };
    struct Dictionary {
        MappedFile file{};  ///< to which the other refers
        std::unique_ptr<ZSTD_DDict_s, Free> loaded{};
    };
    Result<const ZSTD_DDict_s*> find(std::uint32_t id);

    std::filesystem::path folder_;
    std::mutex mutex_{};  ///< of loaded_
    std::map<std::uint32_t, Dictionary> loaded_{};
};

/// Makes frames of records. One object, one thread; the same record makes the same frame in each.
class BodyCompressor {
  public:
    /// `dictionary` may be empty; it is copied.
    explicit BodyCompressor(std::string_view dictionary);

    /// The frame of a record of at most kMaxRecordBytes, valid until the next call; empty if zstd
    /// fails.
    std::string_view frame(std::string_view record);

  private:
    struct Free {
        void operator()(ZSTD_CCtx_s* context) const;
    };
    std::unique_ptr<ZSTD_CCtx_s, Free> context_;
    std::string buffer_{};
};

class BodiesWriter {
  public:
    BodiesWriter(const std::filesystem::path& path, std::string_view dictionary);
    /// `record` has at most kMaxRecordBytes.
    void add(std::string_view id, std::string_view record);
    void add_frame(std::string_view id, std::string_view frame);
    /// Takes over an entry as Bodies::entry() gives it.
    void add_entry(std::string_view entry);
    Status finish();

  private:
    void append(std::string_view bytes);
    BodyCompressor compressor_;
    SectionWriter file_;
    std::vector<std::uint64_t> offsets_{};
    std::uint64_t size_ = 0;
    bool failed_ = false;
};

class Bodies {
  public:
    /// `dictionaries` must outlive the object.
    static Result<Bodies> open(const std::filesystem::path& path, Dictionaries& dictionaries);

    [[nodiscard]] std::size_t articles() const;
    /// Fails with IndexDamaged if there is no whole article at `index`.
    [[nodiscard]] Result<AnalyzedArticle> article(std::size_t index) const;
    /// Its id alone, without unpacking anything. Fails with IndexDamaged as article() does, and for
    /// older schemas.
    [[nodiscard]] Result<std::string_view> id(std::size_t index) const;
    /// Its id and its frame, as they are in the file; empty if there is none.
    [[nodiscard]] std::string_view entry(std::size_t index) const;
    void forget() const { file_.forget(); }  ///< see MappedFile

  private:
    Bodies(SectionFile file, Dictionaries& dictionaries, RecordFormat format)
        : file_(std::move(file)), dictionaries_(&dictionaries), format_(format)
    {
    }
    [[nodiscard]] Result<AnalyzedArticle> unpack(std::string_view frame) const;

    SectionFile file_;
    Dictionaries* dictionaries_;
    RecordFormat format_;
};

}  // namespace dateline
