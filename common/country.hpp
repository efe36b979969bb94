// Countries: ISO 3166-1 alpha-2 codes and their names, both ways, from ICU's CLDR tables.
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// The code of a country in any notation: "ve", "VEN", "Venezuela", "Venecuela" (any CLDR
/// language), "west-germany", "usa", "ussr". Case, accents and hyphens do not matter. Historical
/// states have codes of our own: SU (Soviet Union), YU (Yugoslavia), CS (Czechoslovakia), DD (East
/// Germany). Safe to call from several threads.
std::optional<std::string> country_code(std::string_view text);

/// The English name of a code that country_code() returned: "Venezuela". Unknown codes come back
/// as they are.
std::string country_name(std::string_view code);

}  // namespace dateline
