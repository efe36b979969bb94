// Plain text: one article a file, without fields.
#include "indexer/input/file_name.hpp"
#include "indexer/input/format.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

constexpr std::size_t kChunkBytes = std::size_t{64} << 10U;

class TextReader final : public DumpReader {
  public:
    explicit TextReader(ByteSource& bytes) : bytes_(bytes) {}

    Record next() override
    {
        if (done_) { return EndOfDump{}; }
        done_ = true;
        std::string text;
        for (std::size_t size = 0;;) {
            text.resize(size + kChunkBytes);
            const auto got = bytes_.read(std::span{text}.subspan(size));
            if (!got) { return EndOfDump{}; }
            size += *got;
            text.resize(size);
            if (*got == 0) { break; }
            if (size > kMaxArticleBytes) { return too_long(); }
        }
        if (first_sign(text) == '\0') { return EndOfDump{}; }
        RawDocument raw{.body = std::move(text)};
        raw.unstructured = true;
        raw.record = 1;
        raw.line = 1;
        return raw;
    }

  private:
    static Notice too_long()
    {
        Notice notice{.entry = "1", .line = 1};
        notice.reason = "too-long";
        notice.message = "the text is longer than 16 MiB";
        return notice;
    }

    ByteSource& bytes_;
    bool done_ = false;
};

bool claims(std::string_view file_name, std::string_view first_bytes)
{
    return (file_name.empty() || has_ending(file_name, ".txt")) && !is_binary(first_bytes);
}

}  // namespace

extern const Format text_format{
    .name = "text",
    .summary = "plain text, an article in each file",
    .claims = claims,
    .open = [](ByteSource& bytes, const FieldMap&) -> std::unique_ptr<DumpReader> {
        return std::make_unique<TextReader>(bytes);
    },
};

}  // namespace dateline::indexer
