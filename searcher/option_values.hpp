// What the values of options mean: each is read, checked and put into the settings.
#pragma once

#include "searcher/settings.hpp"

namespace dateline::searcher {

/// The most values of a facet that can be asked for.
inline constexpr std::uint64_t kMaxFacetLimit = 1000;

/// All of them fail with Usage, and the hint says what can be written.
Status set_format(Settings& settings, const std::string& name);
Status set_colour(Settings& settings, const std::string& text);
Status set_sort(Settings& settings, const std::string& text);
Status set_unit(Settings& settings, const std::string& text);

/// A list of facets with commas between, or "none".
Status set_facets(Settings& settings, const std::string& text);

/// NAME[:N[:TEXT]]
Status set_facet(Settings& settings, const std::string& text);

/// Seconds, with a fraction or without.
Status set_timeout(Settings& settings, const std::string& text);
Status set_threads(Settings& settings, const std::string& text);

/// The number of a generation, or YYYY-MM[-DD]: a year alone would look like a number.
Status set_since(Settings& settings, const std::string& text);

/// FIELD:VALUE
Status exclude(Settings& settings, const std::string& text);

}  // namespace dateline::searcher
