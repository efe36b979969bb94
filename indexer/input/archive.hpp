// tar and zip, by libarchive with no other format and no filter enabled: an archive as the files in
// it, one after the other, each a stream of bytes. Nothing is ever written to disk, and names are
// labels only.
#pragma once

#include "indexer/input/archive_kind.hpp"
#include "indexer/input/peeked_source.hpp"
#include "indexer/notice.hpp"

#include <memory>
#include <string>
#include <variant>

namespace dateline::indexer {

class Archive {
  public:
    struct Entry {
        std::string name{};  ///< relative, without "." and ".."
        std::unique_ptr<ByteSource> bytes{};
    };
    struct End {};
    using Step = std::variant<Entry, Notice, End>;

    Archive(std::unique_ptr<ByteSource> bytes, const ArchiveKind& kind);
    Archive(const Archive&) = delete;
    Archive& operator=(const Archive&) = delete;
    ~Archive();

    /// The next regular file; or a notice of what is passed over (links, devices, hidden names) or
    /// of how the archive is damaged. The entry before must be gone by then.
    Step next();

    /// How many bytes of the file that the archive is in have been read.
    [[nodiscard]] std::uint64_t bytes_taken() const;

  private:
    class EntrySource;
    class Reading;
    std::unique_ptr<Reading> reading_;
};

}  // namespace dateline::indexer
