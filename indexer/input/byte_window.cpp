#include "indexer/input/byte_window.hpp"

#include <cassert>
#include <cstring>

namespace dateline::indexer {
namespace {

constexpr std::size_t kFirstCapacity = std::size_t{512} << 10U;

}  // namespace

ByteWindow::ByteWindow(ByteSource& bytes)
    : bytes_(bytes),
      data_(std::make_unique_for_overwrite<char[]>(kFirstCapacity + kWindowPadding)),
      capacity_(kFirstCapacity)
{
}

bool ByteWindow::more()
{
    if (ended_) { return false; }
    if (end_ == capacity_) { make_room(); }
    const auto got = bytes_.read({data_.get() + end_, capacity_ - end_});
    failed_ = !got;
    ended_ = failed_ || *got == 0;
    if (!ended_) { end_ += *got; }
    return !ended_;
}

void ByteWindow::drop(std::size_t count)
{
    assert(count <= end_ - begin_);
    begin_ += count;
    offset_ += count;
    if (begin_ == end_) { begin_ = end_ = 0; }
}

void ByteWindow::make_room()
{
    const std::size_t size = end_ - begin_;
    if (size <= capacity_ / 4 * 3) {
        std::memmove(data_.get(), data_.get() + begin_, size);
    } else {
        // Moving would free so little that a long record would be moved again and again.
        capacity_ *= 2;
        auto larger = std::make_unique_for_overwrite<char[]>(capacity_ + kWindowPadding);
        std::memcpy(larger.get(), data_.get() + begin_, size);
        data_ = std::move(larger);
    }
    begin_ = 0;
    end_ = size;
}

}  // namespace dateline::indexer
