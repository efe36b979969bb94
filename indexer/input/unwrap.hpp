// From a file or stream to the texts in it: compressions and archives, one inside the other, are
// opened, as far as people nest them.
#pragma once

#include "indexer/input/archive.hpp"
#include "indexer/input/peeked_source.hpp"
#include "indexer/notice.hpp"

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace dateline::indexer {

/// So many archives may lie inside each other, and so many compressions around each of them and
/// around a file (reliability.md, threat 3). What is wrapped deeper is told and passed over.
inline constexpr std::size_t kMostNested = 2;

/// A file that is no archive, unpacked.
struct Leaf {
    std::string member{};  ///< its path in the archive, "" outside of one: "a/b.zip!c.txt"
    std::string name{};    ///< its file name without the ending of a compression
    std::vector<std::string_view> layers{};  ///< what it was in, from outside: "gzip", "tar"
    std::unique_ptr<PeekedSource> bytes{};
};

class Unwrapping {
  public:
    struct End {};
    using Step = std::variant<Leaf, Notice, End>;

    /// `name` is the file's name or path; "" for standard input.
    Unwrapping(std::unique_ptr<ByteSource> bytes, std::string_view name);

    /// The next leaf, or a notice of what is passed over or damaged. The leaf before must be gone
    /// by then.
    Step next();

    /// Of the file itself: for progress, and for the guard against bombs.
    [[nodiscard]] std::uint64_t bytes_taken() const { return *taken_; }

  private:
    struct Opened {
        Archive archive;
        std::string member;
        std::vector<std::string_view> layers;
    };
    Step open(std::unique_ptr<ByteSource> bytes, std::string member, std::string_view name,
              std::vector<std::string_view> layers);

    std::shared_ptr<std::uint64_t> taken_;
    std::unique_ptr<ByteSource> file_;  ///< until it is opened
    std::string name_;
    std::vector<std::unique_ptr<Opened>> archives_{};  ///< from outside
};

}  // namespace dateline::indexer
