// The bytes of a source that are at hand: a window which moves on over it.
#pragma once

#include "indexer/input/byte_source.hpp"

#include <cstddef>
#include <cstdint>
#include <memory>
#include <string_view>

namespace dateline::indexer {

/// This many bytes behind a view() may be read (and mean nothing): simdjson wants that.
inline constexpr std::size_t kWindowPadding = 64;

/// Grows as long as nothing is dropped: bounding it is up to the reader.
class ByteWindow {
  public:
    explicit ByteWindow(ByteSource& bytes);

    [[nodiscard]] std::string_view view() const { return {data_.get() + begin_, end_ - begin_}; }
    /// Adds bytes at the back of view(), which may move. False if there are none: at the end, or
    /// when the source has failed.
    bool more();
    /// Takes bytes off the front of view().
    void drop(std::size_t count);

    [[nodiscard]] std::uint64_t offset() const { return offset_; }  ///< in the source, of view()
    [[nodiscard]] bool failed() const { return failed_; }

  private:
    void make_room();

    ByteSource& bytes_;
    std::unique_ptr<char[]> data_;
    std::size_t capacity_;
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
    std::uint64_t offset_ = 0;
    bool ended_ = false;
    bool failed_ = false;
};

}  // namespace dateline::indexer
