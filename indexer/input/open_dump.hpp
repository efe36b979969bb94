// One dump, from a file or standard input: unwrapped, the format of each text in it found, its
// troubles told as notices.
#pragma once

#include "indexer/input/dump_files.hpp"
#include "indexer/input/dump_text.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/unwrap.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace dateline::indexer {

/// The records of one dump, with the name of its file filled in: those of the files in it one after
/// the other, if it is an archive. When reading or unpacking fails in the middle, the articles
/// before are kept, and a notice tells of it.
class Dump {
  public:
    /// `bytes` may be null: then the only record is `trouble`. See open_dump().
    Dump(std::unique_ptr<ByteSource> bytes, DumpFile file, const Format* forced,
         const FieldMap& map, std::optional<Notice> trouble = {});
    Dump(const Dump&) = delete;
    Dump& operator=(const Dump&) = delete;
    ~Dump();

    /// The next article or notice; from its end on, EndOfDump.
    Record next();

    /// How many bytes of the file have been read, packed as they are there: for progress.
    [[nodiscard]] std::uint64_t bytes_taken() const;
    /// How many bytes of text that came to.
    [[nodiscard]] std::uint64_t text_bytes() const { return text_bytes_; }

    /// The text that the last record came from, or null: what --dry-run tells. `texts` counts
    /// them, so that two that look alike are told apart.
    [[nodiscard]] const DumpText* text() const { return text_.get(); }
    [[nodiscard]] std::uint64_t texts() const { return texts_; }

  private:
    Record next_anywhere();

    DumpFile file_;
    const Format* forced_;
    const FieldMap& map_;
    std::optional<Notice> trouble_;
    std::optional<Unwrapping> files_{};
    std::unique_ptr<DumpText> text_{};  ///< the one that is being read
    std::uint64_t texts_ = 0;
    std::uint64_t text_bytes_ = 0;
    bool anything_ = false;  // has come
    bool ended_ = false;
};

/// Opens a file; a failure becomes the dump's only record. `forced` (or null) is the format that
/// --input names, for each text in the dump; else it is found by the text's name and first bytes.
/// `map` must outlive the dump.
std::unique_ptr<Dump> open_dump(const DumpFile& file, const Format* forced, const FieldMap& map);

/// Likewise for standard input or bytes in memory, under the label "" or another one.
std::unique_ptr<Dump> open_dump(std::unique_ptr<ByteSource> bytes, std::string label,
                                const Format* forced, const FieldMap& map);

}  // namespace dateline::indexer
