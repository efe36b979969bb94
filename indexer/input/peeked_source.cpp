#include "indexer/input/peeked_source.hpp"

#include <algorithm>

namespace dateline::indexer {

std::string_view PeekedSource::look(std::size_t count)
{
    while (first_.size() < count && !ended_) {
        const std::size_t had = first_.size();
        first_.resize(count);
        const auto got = take(std::span{first_}.subspan(had));
        first_.resize(had + (got ? *got : 0));
    }
    return std::string_view{first_}.substr(0, count);
}

Result<std::size_t> PeekedSource::read(std::span<char> into)
{
    if (given_ == first_.size()) { return take(into); }
    const std::size_t count = std::min(into.size(), first_.size() - given_);
    std::copy_n(first_.data() + given_, count, into.data());
    given_ += count;
    return count;
}

bool PeekedSource::seek(std::uint64_t offset)
{
    if (!bytes_->seek(offset)) { return false; }
    first_.clear();
    given_ = 0;
    ended_ = false;
    return true;
}

Result<std::size_t> PeekedSource::take(std::span<char> into)
{
    if (failure_) { return Failure{*failure_}; }
    auto got = bytes_->read(into);
    if (!got) { failure_ = got.error(); }
    ended_ = !got || *got == 0;
    return got;
}

}  // namespace dateline::indexer
