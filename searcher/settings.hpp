// What the searcher was asked to do.
#pragma once

#include "common/cli/option_table.hpp"
#include "searcher/output/hit_fields.hpp"
#include "searcher/output/renderer.hpp"
#include "searcher/search/request.hpp"

#include <chrono>
#include <filesystem>
#include <optional>
#include <span>
#include <string>
#include <variant>
#include <vector>

namespace dateline::searcher {

/// A filter given as an option: the same as field:value in the query.
struct Filter {
    FieldId field;
    std::string value;
};

/// What --facet says of one facet, on top of the list of --facets.
struct FacetWish {
    FacetId id;
    std::optional<std::uint64_t> limit{};
    std::string words{};
};

/// Of --since: a generation of the index, or a day.
using Since = std::variant<std::uint64_t, std::chrono::sys_days>;

/// What --color says.
enum class ColourWish : std::uint8_t { Auto, Always, Never };

struct Settings {
    std::filesystem::path index{};
    std::filesystem::path people{};    ///< a ledger; "" for the index's own
    std::filesystem::path saved{};     ///< saved queries; "" for the index's own
    std::optional<std::string> any{};  ///< the text of --any
    std::vector<Filter> filters{};     ///< several of one field: any of them
    std::vector<Filter> excluded{};    ///< no article with any of them
    std::string from{};                ///< first day of publication; "" for none
    std::string to{};
    SortOrder sort = SortOrder::Relevance;
    std::uint64_t limit = 10;
    std::uint64_t offset = 0;
    std::vector<FacetId> facets{};
    std::vector<FacetWish> facet_wishes{};  ///< each facet once
    std::uint64_t facet_limit = 10;
    std::chrono::milliseconds timeout{2000};
    bool explain = false;
    bool why = false;                   ///< of show: each mark's place and rule
    Precision unit = Precision::Month;  ///< of timeline: what a row is
    bool all = false;                   ///< every hit, not a page
    std::string batch{};                ///< a file of queries, or "-"
    std::optional<Since> since{};       ///< of digest
    std::filesystem::path packet{};     ///< of export: the file to write
    HitFields fields{};                 ///< of --fields; none: as the format likes
    const Renderer* format = nullptr;
    ColourWish colour = ColourWish::Auto;
    bool quiet = false;         ///< no notes on how a query was read
    std::string queries{};      ///< of bench: a file, or "-"
    std::uint64_t threads = 0;  ///< 0: as many as there are cores
    std::filesystem::path save{};
    std::filesystem::path against{};
};

/// The list of --facets with what --facet adds and changes.
std::vector<FacetRequest> facet_requests(const Settings& settings);

std::span<const cli::Option<Settings>> options();

}  // namespace dateline::searcher
