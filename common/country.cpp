#include "common/country.hpp"

#include "common/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <cstdint>
#include <iterator>
#include <map>
#include <memory>
#include <mutex>
#include <span>
#include <unicode/locid.h>
#include <unicode/uchar.h>
#include <unicode/uldnames.h>
#include <unicode/uloc.h>
#include <unordered_map>
#include <utility>
#include <vector>

namespace dateline {
namespace {

struct Row {
    std::string_view key;
    std::string_view value;
};

/// Regions that ICU lists and ISO 3166-1 does not, and the country each belongs to.
constexpr auto kNotCountries = std::to_array<Row>({{"DG", "IO"}, {"EA", "ES"}, {"IC", "ES"}});

/// English names where CLDR's read badly as a facet, and those of states that it no longer has.
constexpr auto kDisplayNames = std::to_array<Row>({
    {"AG", "Antigua and Barbuda"},
    {"BA", "Bosnia and Herzegovina"},
    {"CD", "DR Congo"},
    {"CG", "Republic of the Congo"},
    {"CI", "Ivory Coast"},
    {"CS", "Czechoslovakia"},
    {"DD", "East Germany"},
    {"HK", "Hong Kong"},
    {"KN", "St. Kitts and Nevis"},
    {"MM", "Myanmar"},
    {"MO", "Macao"},
    {"PS", "Palestine"},
    {"ST", "São Tomé and Príncipe"},
    {"SU", "Soviet Union"},
    {"TT", "Trinidad and Tobago"},
    {"VC", "St. Vincent and the Grenadines"},
    {"YU", "Yugoslavia"},
});

/// Codes and names that CLDR does not have, as key_of() makes them.
constexpr auto kOwnKeys = std::to_array<Row>({
#define KEY(key, code) {key, code},
#include "common/country_keys.def"
#undef KEY
});

std::string_view find_row(std::span<const Row> rows, std::string_view key)
{
    const auto* end = rows.data() + rows.size();
    const auto* row = std::find_if(rows.data(), end, [key](const Row& r) { return r.key == key; });
    return row == end ? std::string_view{} : row->value;
}

/// Every code that ICU knows, not ISO's alone.
std::span<const char* const> region_codes()
{
    static const std::span<const char* const> codes = [] {
        const char* const* first = uloc_getISOCountries();
        std::size_t size = 0;
        while (first[size] != nullptr) { ++size; }
        return std::span{first, size};
    }();
    return codes;
}

std::string_view country_of_region(std::string_view region)
{
    const std::string_view owner = find_row(kNotCountries, region);
    return owner.empty() ? region : owner;
}

bool is_country(std::string_view code)
{
    const auto regions = region_codes();
    return find_row(kNotCountries, code).empty() &&
           std::any_of(regions.begin(), regions.end(), [code](const char* r) { return code == r; });
}

/// What is compared of a name: its letters and digits, folded; the words "the" and "and" do not
/// count, so that "trinidad-tobago" and "Trinidad & Tobago" are one.
std::string key_of(std::string_view text)
{
    const std::string folded = fold(text);
    std::string key;
    std::size_t word = 0;
    const auto end_word = [&] {
        const std::string_view last = std::string_view{key}.substr(word);
        if (last == "the" || last == "and") { key.resize(word); }
        word = key.size();
    };
    for (std::string_view rest = folded; !rest.empty();) {
        const char32_t c = take_code_point(rest);
        const auto code_point = static_cast<UChar32>(c);
        constexpr auto kMarks = U_GC_MN_MASK | U_GC_MC_MASK;
        if (u_isalnum(code_point) != 0 || (U_GET_GC_MASK(code_point) & kMarks) != 0) {
            append_utf8(key, c);
        } else if (c != '.' && c != '\'' && c != 0x2019) {
            end_word();
        }
    }
    end_word();
    return key;
}

std::string utf8_of(std::span<const UChar> text)
{
    std::string out;
    icu::UnicodeString{text.data(), static_cast<std::int32_t>(text.size())}.toUTF8String(out);
    return out;
}

/// The names of all regions in one language.
class RegionNames {
  public:
    RegionNames(const char* language, UDisplayContext length)
    {
        UErrorCode status = U_ZERO_ERROR;
        names_.reset(uldn_openForContext(language, &length, 1, &status));
        if (U_FAILURE(status)) { names_.reset(); }
    }

    /// "" if there is none.
    [[nodiscard]] std::string name(const char* region) const
    {
        if (names_ == nullptr) { return {}; }
        std::array<UChar, 256> buffer{};
        UErrorCode status = U_ZERO_ERROR;
        const std::int32_t size = uldn_regionDisplayName(
            names_.get(), region, buffer.data(), static_cast<std::int32_t>(buffer.size()), &status);
        if (U_FAILURE(status) || size <= 0 || static_cast<std::size_t>(size) > buffer.size()) {
            return {};
        }
        return utf8_of(std::span{buffer}.first(static_cast<std::size_t>(size)));
    }

  private:
    struct Close {
        void operator()(ULocaleDisplayNames* names) const { uldn_close(names); }
    };
    std::unique_ptr<ULocaleDisplayNames, Close> names_{};
};

/// Names → codes in some languages, made when it is first asked: building all languages takes about
/// a tenth of a second, which only an unknown name has to pay.
class NameTable {
  public:
    [[nodiscard]] std::string_view find(const std::string& key,
                                        std::vector<std::string> (*languages)())
    {
        std::call_once(built_, [&] {
            for (const std::string& language : languages()) { add(language.c_str()); }
        });
        const auto found = codes_.find(key);
        return found == codes_.end() ? std::string_view{} : found->second;
    }

  private:
    void add(const char* language)
    {
        const RegionNames names{language, UDISPCTX_LENGTH_FULL};
        const RegionNames short_names{language, UDISPCTX_LENGTH_SHORT};
        for (const char* region : region_codes()) {
            const std::string name = names.name(region);
            add_name(name, region);
            const std::string short_name = short_names.name(region);
            if (short_name != name) { add_name(short_name, region); }
        }
    }

    void add_name(const std::string& name, std::string_view region)
    {
        const std::string_view code = country_of_region(region);
        if (name.empty() || name == region) { return; }
        add_key(key_of(name), code);
        if (const auto bracket = name.find(" ("); bracket != std::string::npos) {
            add_key(key_of(std::string_view{name}.substr(0, bracket)), code);
        }
    }

    void add_key(std::string key, std::string_view code)
    {
        // What is left of so short a name without its accents is a word or another's code: "EU".
        if (key.size() >= 3) { codes_.try_emplace(std::move(key), code); }
    }

    std::once_flag built_{};
    std::unordered_map<std::string, std::string_view> codes_{};
};

std::vector<std::string> english() { return {"en"}; }

std::vector<std::string> common_languages()
{
    return {"es", "pt", "fr", "de", "it", "ru", "uk", "ar", "zh", "zh_Hant", "fa", "tr", "ja"};
}

/// Every language of CLDR; those of its locales that only name a region add nothing.
std::vector<std::string> all_languages()
{
    std::vector<std::string> languages;
    std::int32_t count = 0;
    const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
    for (std::int32_t i = 0; i < count; ++i) {
        const icu::Locale& locale = locales[i];
        if (*locale.getCountry() == '\0') { languages.emplace_back(locale.getName()); }
    }
    return languages;
}

/// Every two- and three-letter ISO code in small letters, and the country it stands for.
const std::map<std::string, std::string_view, std::less<>>& iso_codes()
{
    static const auto codes = [] {
        std::map<std::string, std::string_view, std::less<>> all;
        for (const char* region : region_codes()) {
            if (!find_row(kNotCountries, region).empty()) { continue; }
            all.emplace(fold(region), region);
            all.emplace(fold(icu::Locale{"", region}.getISO3Country()), region);
        }
        return all;
    }();
    return codes;
}

/// The country of a two- or three-letter ISO code; "" if it is none.
std::string_view find_iso_code(const std::string& key)
{
    if (key.size() != 2 && key.size() != 3) { return {}; }
    const auto known = iso_codes().find(key);
    return known == iso_codes().end() ? std::string_view{} : known->second;
}

/// No country's name is longer in any language; a longer text is not worth folding.
constexpr std::size_t kMaxNameBytes = 512;

}  // namespace

std::optional<std::string> country_code(std::string_view text)
{
    if (text.empty() || text.size() > kMaxNameBytes || !is_utf8(text)) { return std::nullopt; }
    const std::string key = key_of(text);
    if (key.empty()) { return std::nullopt; }
    std::string_view code = find_row(kOwnKeys, key);
    if (code.empty()) { code = find_iso_code(key); }
    if (!code.empty()) { return std::string{code}; }

    static constexpr std::array kLanguageSets{english, common_languages, all_languages};
    static std::array<NameTable, kLanguageSets.size()> tables;
    for (std::size_t i = 0; i < tables.size(); ++i) {
        code = tables[i].find(key, kLanguageSets[i]);
        if (!code.empty()) { return std::string{code}; }
    }
    return std::nullopt;
}

std::string country_name(std::string_view code)
{
    if (const auto own = find_row(kDisplayNames, code); !own.empty()) { return std::string{own}; }
    if (!is_country(code)) { return std::string{code}; }
    // Once: opening it takes longer than the name.
    static const RegionNames english_names{"en", UDISPCTX_LENGTH_FULL};
    std::string name = english_names.name(std::string{code}.c_str());
    return name.empty() ? std::string{code} : name;
}

}  // namespace dateline
