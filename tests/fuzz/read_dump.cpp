#include "tests/fuzz/read_dump.hpp"

#include <algorithm>

namespace dateline::tests {

Result<std::size_t> SmallReads::read(std::span<char> into)
{
    const std::size_t count = std::min({into.size(), portion_, bytes_.size()});
    std::copy_n(bytes_.data(), count, into.data());
    bytes_.remove_prefix(count);
    taken_ += count;
    return count;
}

}  // namespace dateline::tests
