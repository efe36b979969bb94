// Which countries people mean by a word: a code, a name, a demonym, in any language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The codes of the countries that a text may mean: what country_code() knows, and names and
/// demonyms of country_forms.hpp ("russian", "venezolanas", "корейский"). Several if they share the
/// word
/// ("Korea", "congolais"), the likelier one first; none if it is no country. Case, accents and
/// hyphens do not matter. Safe to call from several threads.
std::vector<std::string> countries_named(std::string_view text);

/// A name or demonym of a country that is spelled nearly like a text, in lower case and without
/// accents; "" if none is near.
std::string country_name_near(std::string_view text);

}  // namespace dateline
