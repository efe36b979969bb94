// Encodings: any bytes → text, the same as a stream and whole, whatever the borders between reads.
#include "indexer/input/encoding.hpp"

#include "indexer/input/double_encoding.hpp"
#include "indexer/input/utf8_source.hpp"
#include "tests/fuzz/read_dump.hpp"

#include <array>
#include <memory>
#include <string>

namespace dateline::tests {
namespace {

std::string decode(std::string_view bytes, const indexer::Encoding& encoding, std::size_t portion)
{
    indexer::Utf8Source source{std::make_unique<SmallReads>(bytes, portion), encoding};
    std::string text;
    std::array<char, 512> into{};
    for (;;) {
        const auto got = source.read(into);
        demand(got.has_value(), "decoding failed");
        if (*got == 0) { return text; }
        text.append(into.data(), *got);
        demand(text.size() <= 8 * bytes.size() + 64, "there is no end");
    }
}

void run(std::string_view bytes)
{
    const indexer::Encoding encoding = indexer::find_encoding(bytes);
    demand(!encoding.charset.empty() && !encoding.why.empty(), "an encoding says nothing");
    const std::string text = decode(bytes, encoding, 4096);
    demand(decode(bytes, encoding, 5) == text, "it depends on the borders between reads");
    if (const auto repaired = indexer::repair_double_encoding(bytes)) {
        demand(repaired->size() <= bytes.size(), "a repaired text is longer");
    }
    for (const std::string_view declared : {"", "windows-1251", "utf-16", "shift_jis", "no such"}) {
        static_cast<void>(indexer::text_to_utf8(bytes, declared));
    }
}

}  // namespace

extern const FuzzTarget encoding_target{.name = "encoding", .run = run};

}  // namespace dateline::tests
