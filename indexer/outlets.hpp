// Outlets that are known by name and host (outlets.def): agencies, papers, stations.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::indexer {

enum class OutletKind : std::uint8_t {
    Agency,  ///< its texts are printed by others
    Outlet,
};

/// A row of outlets.def.
struct Outlet {
    std::string_view name;
    OutletKind kind;
    std::string_view hosts;        ///< divided by "|"
    std::string_view other_names;  ///< likewise
};

/// The outlet of this name, in any case and without accents; null if none is known.
const Outlet* find_outlet(std::string_view name);

/// The outlet of a host ("edition.example.com" is example.com's); null if none is known.
const Outlet* outlet_of_host(std::string_view host);

/// What the host of its URL says of an article's source: the outlet, else the host itself; and the
/// rule for a receipt.
struct HostSource {
    std::string name{};
    std::string_view rule{};
};
HostSource source_of_host(const std::string& host);

/// Whether `name` is a known agency's: its articles are published by others.
bool is_agency(std::string_view name);

/// The bytes of the known outlet's name that `text` begins with, as whole words; 0 if there is
/// none.
std::size_t outlet_prefix(std::string_view text);

}  // namespace dateline::indexer
