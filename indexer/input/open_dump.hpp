// One dump, from a file or standard input: opened, its format found, its troubles told as notices.
#pragma once

#include "indexer/input/dump_files.hpp"
#include "indexer/input/format.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

namespace dateline::indexer {

/// The records of one dump, with the name of its file filled in. When reading or unpacking fails in
/// the middle, the articles before are kept and the last record but EndOfDump is a notice of it.
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
    [[nodiscard]] std::uint64_t text_bytes() const;

  private:
    class Source;

    void begin(const Format* forced, const FieldMap& map);
    [[nodiscard]] Notice notice(std::string reason, std::string message) const;
    Record last_record();

    DumpFile file_;
    std::unique_ptr<Source> source_;
    std::unique_ptr<DumpReader> reader_{};
    std::optional<Notice> trouble_;
    bool anything_ = false;  // came from the reader
    bool ended_ = false;
};

/// Opens a file; a failure becomes the dump's only record. `forced` (or null) is the format that
/// --input names; else it is found by the file's name and first 4 KiB. `map` must outlive the dump.
std::unique_ptr<Dump> open_dump(const DumpFile& file, const Format* forced, const FieldMap& map);

/// Likewise for standard input or bytes in memory, under the label "" or another one.
std::unique_ptr<Dump> open_dump(std::unique_ptr<ByteSource> bytes, std::string label,
                                const Format* forced, const FieldMap& map);

}  // namespace dateline::indexer
