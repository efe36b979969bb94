// Compressions and archives, in each other: any bytes → texts → records.
#include "indexer/input/open_dump.hpp"
#include "tests/fuzz/read_dump.hpp"

#include <string>

namespace dateline::tests {
namespace {

void run(std::string_view bytes)
{
    const indexer::FieldMap map;
    // A zip in a file is read by its directory, one of no name not at all.
    for (const std::string name : {"a.zip", ""}) {
        const auto dump =
            indexer::open_dump(indexer::open_memory(std::string{bytes}), name, nullptr, map);
        // What is packed may hold a thousand times as much; of texts, a record is a byte at least.
        constexpr std::size_t kMost = std::size_t{80} << 20U;
        static_cast<void>(read_to_end(*dump, kMost));
        // Only a zip is read by its directory: a whole block for each place, however small it is.
        const bool in_order = bytes.find("PK\x03\x04") == std::string_view::npos;
        demand(!in_order || dump->bytes_taken() <= bytes.size(), "it read more than there is");
    }
}

}  // namespace

extern const FuzzTarget container_target{.name = "container", .run = run};

}  // namespace dateline::tests
