#include "common/storage/glass_keys.hpp"

#include <bit>
#include <limits>

namespace dateline {
namespace {

// A NUL that belongs to the term; one without it divides the term from a docid.
constexpr char kAfterNul = '\xff';

}  // namespace

std::string glass_key(std::string_view term)
{
    std::string key;
    key.reserve(term.size());
    for (const char c : term) {
        key += c;
        if (c == '\0') { key += kAfterNul; }
    }
    return key;
}

std::string glass_term(std::string_view key)
{
    std::string term;
    term.reserve(key.size());
    for (std::size_t i = 0; i < key.size(); ++i) {
        term += key[i];
        if (key[i] == '\0') { ++i; }
    }
    return term;
}

bool is_glass_term(std::string_view key)
{
    if (key.empty()) { return false; }
    for (std::size_t nul = key.find('\0'); nul != key.npos; nul = key.find('\0', nul + 1)) {
        if (nul + 1 == key.size() || key[nul + 1] != kAfterNul) { return false; }
    }
    return true;
}

void append_sortable(std::string& key, std::uint32_t docid)
{
    if (docid < 0x8000U) {
        key += static_cast<char>(docid >> 8U);
        key += static_cast<char>(docid & 0xFFU);
        return;
    }
    // As many high bits of the first byte are set as there are bytes behind the second.
    const int bits = 32 - std::countl_zero(docid);
    const int bytes = (bits + 5) / 7;
    const auto mask =
        static_cast<std::uint32_t>(0xFFU << static_cast<unsigned>(10 - bytes)) & 0xFFU;
    for (int i = bytes - 1; i >= 0; --i) {
        const std::uint64_t byte = (std::uint64_t{docid} >> static_cast<unsigned>(8 * i)) & 0xFFU;
        key += static_cast<char>(i == bytes - 1 ? byte | mask : byte);
    }
}

std::optional<std::uint32_t> parse_sortable(std::string_view bytes)
{
    constexpr std::size_t kMostBytes = 5;
    if (bytes.size() < 2 || bytes.size() > kMostBytes) { return {}; }
    const auto first = static_cast<unsigned char>(bytes[0]);
    const auto marks = static_cast<std::size_t>(std::countl_one(first));
    if (marks + 2 != bytes.size()) { return {}; }
    std::uint64_t docid = first & (0x7FU >> marks);
    for (const char byte : bytes.substr(1)) {
        docid = docid << 8U | static_cast<unsigned char>(byte);
    }
    if (docid > std::numeric_limits<std::uint32_t>::max()) { return {}; }
    return static_cast<std::uint32_t>(docid);
}

}  // namespace dateline
