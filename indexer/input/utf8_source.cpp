#include "indexer/input/utf8_source.hpp"

#include "indexer/input/utf8_check.hpp"

#include <algorithm>
#include <cstring>
#include <unicode/ucnv.h>

namespace dateline::indexer {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{128} << 10U;
constexpr std::size_t kPivotUnits = 4096;

bool is_utf8(const Encoding& encoding) { return encoding.charset == "UTF-8"; }

}  // namespace

Utf8Source::Utf8Source(std::unique_ptr<ByteSource> bytes, Encoding encoding)
    : bytes_(std::move(bytes)), encoding_(std::move(encoding)), raw_(kChunkBytes)
{
    if (is_utf8(encoding_)) { return; }
    converter_ = open_converter(encoding_.charset);
    by_lines_ = !converter_ || ucnv_getMaxCharSize(converter_.get()) == 1;
    if (by_lines_) { return; }
    to_utf8_ = open_converter("UTF-8");
    pivot_.resize(kPivotUnits);
    pivot_from_ = pivot_to_ = pivot_.data();
}

Result<std::size_t> Utf8Source::read(std::span<char> into)
{
    while (ready_.empty() && !ended_) {
        const auto filled = fill();
        if (!filled) { return Failure{filled.error()}; }
    }
    const std::size_t count = std::min(into.size(), ready_.size());
    std::copy_n(ready_.data(), count, into.data());
    ready_.remove_prefix(count);
    return count;
}

/// What of a chunk is taken with the next one: a line's beginning, so that no line is taken in two
/// parts; of a line that is longer than a chunk, the beginning of a character.
std::size_t Utf8Source::tail_of(std::string_view chunk)
{
    const std::size_t end = chunk.rfind('\n');
    return end == std::string_view::npos ? cut_tail(chunk) : chunk.size() - end - 1;
}

/// A whole chunk, however little comes at once: what is guessed must not depend on that. What came
/// before a failure is text like any other.
void Utf8Source::read_chunk()
{
    // What was held back stands at the end of the last chunk.
    std::memmove(raw_.data(), raw_.data() + raw_.size() - held_back_, held_back_);
    raw_.resize(kChunkBytes);
    std::size_t size = held_back_;
    while (size < raw_.size() && !ended_ && !failure_) {
        const auto got = bytes_->read(std::span{raw_}.subspan(size));
        if (!got) {
            failure_ = got.error();
        } else {
            ended_ = *got == 0;
            size += *got;
        }
    }
    raw_.resize(size);
}

/// Reads on. False at the end.
Result<bool> Utf8Source::fill()
{
    if (failure_) { return Failure{*failure_}; }
    read_chunk();
    const bool is_last = ended_ || failure_;
    std::string_view chunk{raw_.data(), raw_.size()};
    if (!by_lines_) {
        held_back_ = 0;
        decode_stream(chunk, is_last);
        return !ended_;
    }
    held_back_ = is_last ? 0 : tail_of(chunk);
    chunk.remove_suffix(held_back_);
    ready_ = chunk;
    if (!is_utf8_so_far(chunk) || cut_tail(chunk) != 0) { decode_lines(chunk); }
    return !ended_;
}

void Utf8Source::decode_stream(std::string_view chunk, bool is_last)
{
    decoded_.resize(chunk.size() * 3 + kPivotUnits * 3);
    char* target = decoded_.data();
    const char* source = chunk.data();
    UErrorCode code = U_ZERO_ERROR;
    ucnv_convertEx(to_utf8_.get(), converter_.get(), &target, decoded_.data() + decoded_.size(),
                   &source, chunk.data() + chunk.size(), pivot_.data(), &pivot_from_, &pivot_to_,
                   pivot_.data() + pivot_.size(), false, is_last, &code);
    decoded_.resize(static_cast<std::size_t>(target - decoded_.data()));
    ready_ = decoded_;
}

void Utf8Source::decode_lines(std::string_view chunk)
{
    if (!converter_) {
        Encoding guess = guess_encoding(chunk);
        if (guess.confidence < kLeastConfidence) { return; }
        converter_ = open_converter(guess.charset);
        if (!converter_) { return; }
        encoding_ = {encoding_.charset + " and " + guess.charset, "guessed, by lines",
                     guess.confidence};
    }
    decoded_.clear();
    while (!chunk.empty()) {
        const auto size = std::min(chunk.find('\n'), chunk.size() - 1) + 1;
        const std::string_view line = chunk.substr(0, size);
        if (is_utf8_so_far(line) && cut_tail(line) == 0) {
            decoded_ += line;
        } else {
            decoded_ += to_utf8(converter_.get(), line);
        }
        chunk.remove_prefix(size);
    }
    ready_ = decoded_;
}

}  // namespace dateline::indexer
