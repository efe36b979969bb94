#include "searcher/commands/asked.hpp"

#include "common/cli/values.hpp"
#include "common/countries/countries_named.hpp"
#include "common/text/utf8.hpp"
#include "searcher/commands/tables.hpp"
#include "searcher/query/query_text.hpp"

#include <map>

namespace dateline::searcher {
namespace {

Failure option_failure(std::string_view option, const Error& error)
{
    return fail(error.kind, "--" + std::string{option} + ": " + error.message, error.hint);
}

/// The days that --from and --to leave, as a leaf.
Result<QuerySpec> days_of_options(const Settings& settings)
{
    const auto range_of = [](std::string_view option, const std::string& text,
                             const std::string& range) -> Result<DayRange> {
        auto days = parse_day_range(range);
        if (days && text.find("..") == std::string::npos) { return days; }
        return option_failure(option, {.kind = ErrorKind::Usage,
                                       .message = "'" + text + "' is not a date",
                                       .hint = "write YYYY, YYYY-MM or YYYY-MM-DD"});
    };
    QuerySpec leaf{.op = "days", .field = FieldId::Date};
    const auto from = range_of("from", settings.from, settings.from + "..");
    if (!settings.from.empty() && !from) { return Failure{from.error()}; }
    const auto to = range_of("to", settings.to, ".." + settings.to);
    if (!settings.to.empty() && !to) { return Failure{to.error()}; }
    leaf.days = settings.from.empty() ? *to : *from;
    if (!settings.to.empty()) { leaf.days->last = to->last; }
    if (leaf.days->last < leaf.days->first) {
        return fail(ErrorKind::Usage, "--from lies behind --to");
    }
    return leaf;
}

using Leaves = std::vector<QuerySpec>;

/// What the options ask for besides the query: all of it must match, any leaf of each field.
struct OptionFilters {
    std::map<FieldId, Leaves> chosen{};
    Leaves others{};  ///< days, what is excluded, and clauses
};

Result<QuerySpec> leaf_of(std::string_view option, const Filter& filter)
{
    auto leaf = parse_value(filter.field, clean_query(filter.value), kInOption, today());
    if (!leaf) { return option_failure(option, leaf.error()); }
    if (filter.field == FieldId::Country && countries_named(filter.value).empty()) {
        return option_failure(option, {.kind = ErrorKind::Usage,
                                       .message = "'" + filter.value + "' is no country",
                                       .hint = "write VE or venezuela; for several, give the "
                                               "option several times"});
    }
    return leaf;
}

Result<OptionFilters> filters_of(const Settings& settings, std::span<const std::string> clauses)
{
    OptionFilters filters;
    for (const Filter& filter : settings.filters) {
        auto leaf = leaf_of(field(filter.field).name, filter);
        if (!leaf) { return Failure{leaf.error()}; }
        filters.chosen[filter.field].push_back(*std::move(leaf));
    }
    if (!settings.from.empty() || !settings.to.empty()) {
        auto days = days_of_options(settings);
        if (!days) { return Failure{days.error()}; }
        filters.others.push_back(*std::move(days));
    }
    for (const Filter& filter : settings.excluded) {
        auto leaf = leaf_of("exclude", filter);
        if (!leaf) { return Failure{leaf.error()}; }
        filters.others.push_back({.op = "not", .parts = {*std::move(leaf)}});
    }
    for (const std::string& clause : clauses) {
        const auto parsed = parse_query(clause);
        if (!parsed) { return Failure{parsed.error()}; }
        filters.others.push_back(parsed->spec);
    }
    return filters;
}

/// The query with the filters, but for those that choose values of `left_out`.
QuerySpec with_filters(const QuerySpec& query, const OptionFilters& filters,
                       std::optional<FieldId> left_out = std::nullopt)
{
    Leaves parts{query};
    for (const auto& [id, leaves] : filters.chosen) {
        if (id == left_out) { continue; }
        parts.push_back(leaves.size() == 1 ? leaves.front()
                                           : QuerySpec{.op = "or", .parts = leaves});
    }
    parts.insert(parts.end(), filters.others.begin(), filters.others.end());
    if (parts.size() == 1) { return query; }
    return QuerySpec{.op = "and", .parts = std::move(parts)};
}

/// A facet of which filters choose values is counted without these filters.
std::vector<FacetRequest> facets_of(const Settings& settings, const QuerySpec& query,
                                    const OptionFilters& filters)
{
    std::vector<FacetRequest> facets = facet_requests(settings);
    for (FacetRequest& facet : facets) {
        const FacetKind& kind = facet_kind(facet.id);
        const auto chosen = filters.chosen.find(kind.field);
        if (kind.way != FacetWay::Names || chosen == filters.chosen.end()) { continue; }
        facet.chosen = chosen->second;
        facet.over = with_filters(query, filters, kind.field);
    }
    return facets;
}

}  // namespace

Result<SearchRequest> request_of(const Settings& settings, const std::string& given,
                                 std::span<const std::string> clauses)
{
    if (settings.any && !given.empty()) {
        return fail(ErrorKind::Usage, "--any and a query are both given",
                    "put the whole text behind --any in quotes");
    }
    if (!is_utf8(settings.any.value_or(given))) {
        return fail(ErrorKind::QuerySyntax, "the query is not valid UTF-8",
                    "check the terminal's encoding");
    }
    const std::string text = clean_query(settings.any.value_or(given));
    const bool has_filters = !settings.filters.empty() || !settings.excluded.empty() ||
                             !settings.from.empty() || !settings.to.empty();
    auto parsed = settings.any ? parse_any(text)
                  : text.empty() && has_filters
                      ? parse_query("*")
                      : parse_query(text, today(), saved_source(settings));
    if (!parsed) { return Failure{parsed.error()}; }
    const auto filters = filters_of(settings, clauses);
    if (!filters) { return Failure{filters.error()}; }
    if (settings.offset + settings.limit > kMaxWindow) {
        return fail(ErrorKind::Usage,
                    "--offset and --limit together are more than " + std::to_string(kMaxWindow),
                    "narrow the query, or sort by date and filter with --from and --to");
    }
    const bool is_shown = settings.format->write_hit == nullptr;
    return SearchRequest{.text = text,
                         .query = with_filters(parsed->spec, *filters),
                         .notes = parsed->notes,
                         .explain = settings.explain && is_shown,
                         .sort = settings.sort,
                         .offset = settings.offset,
                         .limit = settings.limit,
                         .facets = is_shown ? facets_of(settings, parsed->spec, *filters)
                                            : std::vector<FacetRequest>{},
                         .facet_limit = settings.facet_limit,
                         .detail = settings.format->detail,
                         .time_limit = settings.timeout};
}

std::string joined(const std::vector<std::string>& words)
{
    std::string text;
    for (const std::string& word : words) { text += (text.empty() ? "" : " ") + word; }
    return text;
}

Result<std::filesystem::path> saved_file(const Settings& settings)
{
    if (!settings.saved.empty()) { return settings.saved; }
    const auto index = cli::index_path(settings.index);
    if (!index) { return Failure{index.error()}; }
    return saved_path(*index);
}

SavedSource saved_source(const Settings& settings)
{
    return [&settings]() -> Result<SavedQueries> {
        const auto file = saved_file(settings);
        if (!file) { return Failure{file.error()}; }
        return SavedQueries::read(*file);
    };
}

Result<Engine> open_engine(const Call& call)
{
    const auto index = cli::index_path(call.settings.index);
    if (!index) { return Failure{index.error()}; }
    return Engine::open(*index, call.settings.people);
}

Result<Asked> find_hits(const Call& call)
{
    const Deadline deadline{Deadline::Clock::now() + call.settings.timeout};
    if (auto checked = check_has_tables(call); !checked) { return Failure{checked.error()}; }
    auto request = request_of(call.settings, joined(call.arguments));
    if (!request) { return Failure{request.error()}; }
    auto opened = open_engine(call);
    if (!opened) { return Failure{opened.error()}; }
    Engine engine = *std::move(opened);
    auto found = engine.find_all(*request);
    if (!found) { return Failure{found.error()}; }
    tell_notes(call, found->notes);
    return Asked{std::move(engine), *std::move(request), *std::move(found), deadline};
}

}  // namespace dateline::searcher
