// A packet: what a query found, in one file, so that it can be checked later, by others and without
// the index that it came from. Its JSON is in dateline.schema.json ("packet").
#pragma once

#include "common/date.hpp"
#include "common/result.hpp"
#include "common/storage/saved_queries.hpp"
#include "searcher/search/result.hpp"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <ostream>
#include <string>
#include <vector>

namespace dateline::searcher {

// Limits of a packet; export refuses to make a larger one, verify-packet to read one.
inline constexpr std::size_t kMaxPacketArticles = 10'000;
inline constexpr std::size_t kMaxPacketBytes = 64 << 20;
inline constexpr std::size_t kMaxQuotes = 16;          ///< of an article
inline constexpr std::size_t kMaxQuoteMatches = 1000;  ///< of a quote

/// A passage of a stored body, word for word. Byte offsets into the body, UTF-8.
struct PacketQuote {
    std::size_t begin = 0;
    std::string text{};
    std::vector<Mark> matches{};  ///< what of it the query matched, as places of the body
};

struct PacketArticle {
    std::string id{};
    std::string title{};
    std::optional<Date> date{};
    std::string source{};
    std::string url{};
    std::string sha256{};  ///< of the stored body, as `show --format json` prints it, NFC
    std::vector<PacketQuote> quotes{};
};

/// Which index answered.
struct PacketIndex {
    std::uint64_t generation = 0;
    std::string manifest{};  ///< the manifest's XXH3-128: it holds those of all files
    std::uint64_t articles = 0;
    std::uint64_t schema = 0;
    std::string xapian{};
    std::string unicode{};
    std::string stemmer{};
};

struct Packet {
    std::string program{};  ///< "dateline-search 0.1.0"
    std::string query{};    ///< as it was asked
    std::string parsed{};   ///< as it was read
    /// The day it was read on, if that makes a difference (date:last-30-days).
    std::optional<std::chrono::sys_days> as_of{};
    std::vector<SavedQuery> saved{};  ///< those that the query names, themselves or in each other
    PacketIndex index{};
    std::vector<PacketArticle> articles{};  ///< all hits, best first
};

/// As one line of JSON: the same packet is the same bytes.
void write_packet(const Packet& packet, std::ostream& out);

/// Reads a file that may be anything. Fails with InputFormat, the message naming the place, or Io.
Result<Packet> read_packet(const std::filesystem::path& file);

/// The same for a file's bytes; messages say it of "it".
Result<Packet> parse_packet(std::string_view bytes);

}  // namespace dateline::searcher
