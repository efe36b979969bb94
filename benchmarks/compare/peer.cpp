#include "benchmarks/compare/peer.hpp"

#include "common/storage/file.hpp"

#include <array>

namespace dateline::compare {

#define PEER(name) extern const Peer name##_peer;
#include "benchmarks/compare/peers.def"
#undef PEER

std::span<const Peer* const> peers()
{
    static constexpr std::array kPeers{
#define PEER(name) &name##_peer,
#include "benchmarks/compare/peers.def"
#undef PEER
    };
    return kPeers;
}

Result<Parts> parts_by_file(const std::filesystem::path& index,
                            std::string (*part_of)(const std::filesystem::path& file))
{
    namespace fs = std::filesystem;
    Parts parts;
    std::error_code error;
    for (fs::recursive_directory_iterator entry{index, error}, end; !error && entry != end;
         entry.increment(error)) {
        if (!entry->is_regular_file(error)) { continue; }
        parts[part_of(fs::relative(entry->path(), index))] += entry->file_size(error);
    }
    if (error) { return fail(ErrorKind::Io, "cannot size up '" + index.string() + "'"); }
    return parts;
}

}  // namespace dateline::compare
