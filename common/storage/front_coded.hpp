// A sorted list of strings with a payload each, front-coded: every string says only how it differs
// from the one before. Made of two sections of a section file:
//   blocks   of 16 entries: varint shared bytes, varint and bytes of the rest, varint and bytes of
//            the payload; the first entry of a block shares nothing
//   offsets  u64 of each block, and of the end
#pragma once

#include "common/storage/section_file.hpp"

#include <optional>
#include <string>

namespace dateline {

class FrontCodedWriter {
  public:
    /// Keys must come in ascending byte order, each once.
    void add(std::string_view key, std::string_view payload);
    /// Appends both sections to `file`.
    void finish(SectionWriter& file);

  private:
    std::string blocks_{};
    std::vector<std::uint64_t> offsets_{};
    std::string last_{};
    std::size_t count_ = 0;
};

/// Reads such a list out of a mapped file; safe against any bytes.
class FrontCodedReader {
  public:
    FrontCodedReader() = default;
    FrontCodedReader(std::string_view blocks, std::span<const std::uint64_t> offsets)
        : blocks_(blocks), offsets_(offsets)
    {
    }

    /// Whether the blocks lie one behind the other and fill their section. Where they do not, all
    /// is still safe, but reading may take long: files are refused (O(blocks)).
    [[nodiscard]] bool is_whole() const;

    /// The payload of `key`, if it is there.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view key) const;

    /// Walks through the entries in order, from the first one ≥ `from`.
    class Cursor {
      public:
        [[nodiscard]] bool at_end() const { return at_end_; }
        [[nodiscard]] const std::string& key() const { return key_; }
        [[nodiscard]] std::string_view payload() const { return payload_; }
        void next();

      private:
        friend class FrontCodedReader;
        Cursor(const FrontCodedReader& list, std::size_t block);
        void load_block();

        const FrontCodedReader* list_;
        std::size_t block_;
        std::size_t entries_ = 0;  ///< read of this block
        std::string_view rest_{};
        std::string key_{};
        std::string_view payload_{};
        bool at_end_ = false;
    };
    [[nodiscard]] Cursor begin(std::string_view from = {}) const;

  private:
    [[nodiscard]] std::size_t blocks() const { return offsets_.empty() ? 0 : offsets_.size() - 1; }
    [[nodiscard]] std::string_view first_key(std::size_t block) const;

    std::string_view blocks_{};
    std::span<const std::uint64_t> offsets_{};
};

}  // namespace dateline
