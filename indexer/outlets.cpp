#include "indexer/outlets.hpp"

#include "common/text/utf8.hpp"
#include "indexer/line.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <unordered_map>

namespace dateline::indexer {
namespace {

#define OUTLET(name, kind, hosts, other_names) {name, OutletKind::kind, hosts, other_names},
constexpr auto kOutlets = std::to_array<Outlet>({
#include "indexer/outlets.def"
});
#undef OUTLET

using ByText = std::unordered_map<std::string, const Outlet*>;

/// Calls `use(part)` for each part of `list` between bars.
template <class Use>
void for_each_part(std::string_view list, Use use)
{
    while (!list.empty()) {
        const std::string_view part = list.substr(0, list.find('|'));
        list.remove_prefix(std::min(list.size(), part.size() + 1));
        use(part);
    }
}

const ByText& outlets_by_name()
{
    static const ByText table = [] {
        ByText names;
        for (const Outlet& outlet : kOutlets) {
            names.try_emplace(fold(outlet.name), &outlet);
            for_each_part(outlet.other_names,
                          [&](std::string_view name) { names.try_emplace(fold(name), &outlet); });
        }
        return names;
    }();
    return table;
}

const ByText& outlets_by_host()
{
    static const ByText table = [] {
        ByText hosts;
        for (const Outlet& outlet : kOutlets) {
            for_each_part(outlet.hosts, [&](std::string_view host) {
                hosts.try_emplace(std::string{host}, &outlet);
            });
        }
        return hosts;
    }();
    return table;
}

constexpr std::size_t kLongestName = 64;  ///< bytes; none above is longer

}  // namespace

const Outlet* find_outlet(std::string_view name)
{
    name = trimmed(name);
    if (name.empty() || name.size() > kLongestName) { return nullptr; }
    const auto found = outlets_by_name().find(fold(name));
    return found == outlets_by_name().end() ? nullptr : found->second;
}

const Outlet* outlet_of_host(std::string_view host)
{
    while (!host.empty() && host.size() <= kLongestName) {
        const auto found = outlets_by_host().find(std::string{host});
        if (found != outlets_by_host().end()) { return found->second; }
        const std::size_t dot = host.find('.');
        if (dot == std::string_view::npos) { break; }
        host.remove_prefix(dot + 1);
    }
    return nullptr;
}

HostSource source_of_host(const std::string& host)
{
    const Outlet* const outlet = outlet_of_host(host);
    if (outlet == nullptr) { return {host, "host"}; }
    return {std::string{outlet->name}, "outlet-of-host"};
}

bool is_agency(std::string_view name)
{
    const Outlet* const outlet = find_outlet(name);
    return outlet != nullptr && outlet->kind == OutletKind::Agency;
}

std::size_t outlet_prefix(std::string_view text)
{
    constexpr std::size_t kMostWords = 4;
    const std::size_t enough = std::min(text.size(), kLongestName);
    const std::string_view front = text.substr(0, character_border(text, enough));
    const auto words = words_of(front);
    for (std::size_t count = std::min(words.size(), kMostWords); count > 0; --count) {
        const std::string_view last = words[count - 1];
        const auto end = static_cast<std::size_t>(last.data() - front.data()) + last.size();
        std::string_view name = front.substr(0, end);
        if (find_outlet(name) != nullptr) { return name.size(); }
        while (!name.empty() &&
               std::string_view{".,;:)"}.find(name.back()) != std::string_view::npos) {
            name.remove_suffix(1);
        }
        if (find_outlet(name) != nullptr) { return name.size(); }
    }
    return 0;
}

}  // namespace dateline::indexer
