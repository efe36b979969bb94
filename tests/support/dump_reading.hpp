// Reading sources and dumps in tests, and telling in short what came.
#pragma once

#include "indexer/input/format.hpp"
#include "indexer/input/unpacked_source.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <string_view>

namespace dateline::tests {

/// Hands out bytes in small portions, so that every border between two reads is tried; may fail at
/// the end.
class PortionSource final : public indexer::ByteSource {
  public:
    explicit PortionSource(std::string_view bytes, std::size_t portion, bool fails = false)
        : bytes_(bytes), portion_(portion), fails_(fails)
    {
    }

    Result<std::size_t> read(std::span<char> into) override
    {
        const std::size_t count = std::min({into.size(), portion_, bytes_.size()});
        if (count == 0 && fails_) { return fail(ErrorKind::Io, "the disk is gone"); }
        std::copy_n(bytes_.data(), count, into.data());
        bytes_.remove_prefix(count);
        taken_ += count;
        return count;
    }
    [[nodiscard]] std::string_view failure_reason() const override
    {
        return fails_ && bytes_.empty() ? "unreadable" : "";
    }
    [[nodiscard]] std::uint64_t bytes_taken() const override { return taken_; }

  private:
    std::string_view bytes_;
    std::size_t portion_;
    bool fails_;
    std::uint64_t taken_ = 0;
};

/// Bytes in memory, unpacked if they are packed.
inline std::unique_ptr<indexer::ByteSource> open_packed(std::string bytes)
{
    const indexer::Compression* kind = indexer::find_compression(bytes);
    auto source = indexer::open_memory(std::move(bytes));
    return kind == nullptr ? std::move(source) : indexer::unpack(std::move(source), *kind);
}

/// All that a source gives, and how it ends.
struct Reading {
    std::string text{};
    std::optional<Error> error{};
    std::string reason{};
};

inline Reading read_all(indexer::ByteSource& source, std::size_t portion = 64 << 10)
{
    Reading reading;
    std::string into(portion, '\0');
    for (;;) {
        const auto got = source.read(into);
        if (!got) {
            reading.error = got.error();
            break;
        }
        if (*got == 0) { break; }
        reading.text.append(into, 0, *got);
    }
    reading.reason = source.failure_reason();
    return reading;
}

/// "[a] bad-json@2 [c]": the articles by their titles (or else bodies), the notices by reason and
/// line, those that cost nothing with a ~ in front. `reader` is anything with next().
template <class Reader>
std::string transcript(Reader& reader)
{
    std::string text;
    for (;;) {
        const indexer::Record record = reader.next();
        if (std::holds_alternative<indexer::EndOfDump>(record)) { return text; }
        text += text.empty() ? "" : " ";
        if (const auto* raw = std::get_if<indexer::RawDocument>(&record)) {
            text += '[' + (raw->title.empty() ? raw->body : raw->title) + ']';
        } else {
            const auto& notice = std::get<indexer::Notice>(record);
            text += (notice.lost ? "" : "~") + notice.reason;
            if (notice.line != 0) { text += '@' + std::to_string(notice.line); }
        }
    }
}

}  // namespace dateline::tests
