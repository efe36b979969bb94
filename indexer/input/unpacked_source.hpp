// A source unpacked on the way, under guard against what becomes far too long.
#pragma once

#include "indexer/input/byte_source.hpp"
#include "indexer/input/decompressor.hpp"

#include <filesystem>
#include <memory>

namespace dateline::indexer {

/// The guard against bombs (reliability.md, threat 1): whether `made` bytes out of `taken` are more
/// than any text becomes, over 64 MiB and over 200 times as long.
bool is_bomb(std::uint64_t made, std::uint64_t taken);

/// What a bomb's notice says.
std::string bomb_message();

/// `packed`, which begins as `kind` claims, unpacked.
std::unique_ptr<ByteSource> unpack(std::unique_ptr<ByteSource> packed, const Compression& kind);

/// A file's bytes, unpacked if it is compressed; an archive's are its own. Fails with Io.
Result<std::unique_ptr<ByteSource>> open_unpacked(const std::filesystem::path& path);

}  // namespace dateline::indexer
