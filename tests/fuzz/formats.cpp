// The reader of each format: any text → records, the same whatever the borders between reads.
#include "tests/fuzz/read_dump.hpp"

namespace dateline::indexer {
#define FORMAT(name) extern const Format name##_format;
#include "indexer/input/formats.def"
#undef FORMAT
}  // namespace dateline::indexer

namespace dateline::tests {
namespace {

ReadDump read(const indexer::Format& format, std::string_view bytes, std::size_t portion)
{
    SmallReads source{bytes, portion};
    const indexer::FieldMap map;
    const auto reader =
        format.open({.bytes = source, .file_name = "2024-11-08-a-dump.txt", .map = map});
    return read_to_end(*reader, bytes.size());
}

void check(const indexer::Format& format, std::string_view bytes)
{
    static_cast<void>(format.claims("", bytes));
    static_cast<void>(format.claims("a.json", bytes));
    const ReadDump whole = read(format, bytes, 4096);
    demand(read(format, bytes, 7) == whole, "it depends on the borders between reads");
}

}  // namespace

#define FORMAT(kind)                                                                         \
    extern const FuzzTarget kind##_target{.name = #kind, .run = [](std::string_view bytes) { \
                                              check(indexer::kind##_format, bytes);          \
                                          }};
#include "indexer/input/formats.def"
#undef FORMAT

}  // namespace dateline::tests
