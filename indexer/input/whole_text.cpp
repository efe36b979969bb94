#include "indexer/input/whole_text.hpp"

#include "indexer/input/file_name.hpp"

namespace dateline::indexer {

WholeText read_whole_text(ByteSource& bytes)
{
    constexpr std::size_t kChunkBytes = std::size_t{64} << 10U;
    std::string text;
    for (std::size_t size = 0;;) {
        text.resize(size + kChunkBytes);
        const auto got = bytes.read(std::span{text}.subspan(size));
        if (!got) { return EndOfDump{}; }
        size += *got;
        text.resize(size);
        if (*got == 0) { break; }
        if (size > kMaxArticleBytes) {
            Notice notice{.entry = "1", .line = 1};
            notice.reason = "too-long";
            notice.message = "the text is longer than 16 MiB";
            return notice;
        }
    }
    if (first_sign(text) == '\0') { return EndOfDump{}; }
    return text;
}

}  // namespace dateline::indexer
