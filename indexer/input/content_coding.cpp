#include "indexer/input/content_coding.hpp"

#include "indexer/input/blanks.hpp"
#include "indexer/input/decompressor.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/markup.hpp"

#include <algorithm>
#include <array>
#include <memory>
#include <span>
#include <vector>

namespace dateline::indexer {
namespace {

constexpr std::size_t kMostCodings = 4;

/// A coding and what unpacks it; null where the first bytes tell.
struct Coding {
    std::string_view name;
    std::unique_ptr<Decompressor> (*make)();
};
constexpr auto kCodings = std::to_array<Coding>({
    {"gzip", nullptr},
    {"x-gzip", nullptr},
    {"zstd", nullptr},
    {"br", make_brotli},
    {"deflate", make_deflate},
});

std::string_view unpack(Decompressor& decompressor, std::string& body)
{
    constexpr std::size_t kStep = std::size_t{256} << 10U;
    std::span<const char> packed{body};
    std::string whole;
    while (!packed.empty() || !decompressor.complete()) {
        const std::size_t had = whole.size();
        whole.resize(had + kStep);
        const auto step = decompressor.unpack(packed, std::span{whole}.subspan(had));
        whole.resize(had + step.made);
        packed = packed.subspan(step.taken);
        if (whole.size() > kMaxArticleBytes) { return "too-long"; }
        if (!step.reason.empty()) { return step.reason; }
        if (step.made == 0 && step.taken == 0) { return "damaged-compression"; }
    }
    body = std::move(whole);
    return {};
}

/// Whether these bytes are a page already: no packed body begins like one.
bool is_plain(std::string_view body)
{
    const std::size_t first = body.find_first_not_of(kBlanks);
    return first == std::string_view::npos || body[first] == '<';
}

std::string_view take_off(std::string_view name, std::string& body)
{
    if (name.empty() || same_name(name, "identity")) { return {}; }
    const auto coding = std::find_if(kCodings.begin(), kCodings.end(), [&](const Coding& known) {
        return same_name(known.name, name);
    });
    if (coding == kCodings.end()) { return "unknown-encoding"; }
    if (coding->make != nullptr) {
        return is_plain(body) ? std::string_view{} : unpack(*coding->make(), body);
    }
    const Compression* const kind = find_compression(body);
    return kind == nullptr ? std::string_view{} : unpack(*kind->make(), body);
}

}  // namespace

std::string_view take_off_codings(std::string_view codings, std::string& body)
{
    for (std::size_t taken = 0; !codings.empty(); ++taken) {
        if (taken == kMostCodings) { return "unknown-encoding"; }
        const std::size_t comma = codings.rfind(',');
        const std::size_t from = comma == std::string_view::npos ? 0 : comma + 1;
        const std::string_view problem = take_off(without_blanks(codings.substr(from)), body);
        if (!problem.empty()) { return problem; }
        codings = codings.substr(0, from == 0 ? 0 : comma);
    }
    return {};
}

}  // namespace dateline::indexer
