#include "common/people/romanization.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace dateline {
namespace {

/// Ways of writing Cyrillic.
enum System : std::uint8_t {
    kCyrillic = 1U << 0,
    kEnglish = 1U << 1,  ///< BGN/PCGN, and what the press makes of it
    kGerman = 1U << 2,   ///< Duden
    kFrench = 1U << 3,   ///< the press
    kSpanish = 1U << 4,  ///< Fundéu
    kPolish = 1U << 5,   ///< PWN
    kScholar = 1U << 6,  ///< ISO 9:1968 and GOST, without their carons
};
constexpr std::uint8_t kLatin = kEnglish | kGerman | kFrench | kSpanish | kPolish | kScholar;

/// What some letters stand for. In keys, capitals are letters that Latin writes with several:
/// Z ж, C ц, Q ч, W ш, X щ, H х, U ю, A я. Vowels that the systems confuse are one: i for и й і ї
/// ы, e for е ё є э. Signs of hardness and softness are left out.
struct Row {
    std::string_view letters;
    std::string_view key;
    std::uint8_t systems;
    std::uint8_t peculiar = 0;  ///< that the word is written in one of these systems
};

// Longer letters stand before their beginnings.
constexpr auto kRows = std::to_array<Row>({
    {"schtsch", "X", kGerman, kGerman},
    {"chtch", "X", kFrench, kFrench},
    {"shch", "X", kEnglish | kSpanish},
    {"szcz", "X", kPolish, kPolish},
    {"tsch", "Q", kGerman, kGerman},
    {"tch", "Q", kFrench, kFrench},
    {"sch", "W", kGerman, kGerman},
    {"sz", "W", kPolish, kPolish},
    {"cz", "Q", kPolish, kPolish},
    {"kh", "H", kEnglish | kFrench},
    {"zh", "Z", kEnglish | kSpanish},
    {"sh", "W", kEnglish | kSpanish},
    {"ch", "Q", kEnglish | kSpanish},
    {"ch", "H", kGerman | kPolish},
    {"ch", "W", kFrench},
    {"ts", "C", kEnglish | kFrench | kSpanish},
    {"tz", "C", kEnglish | kFrench},
    {"ou", "u", kFrench, kFrench},
    {"gue", "ge", kFrench | kSpanish, kFrench},
    {"gui", "gi", kFrench | kSpanish, kFrench},
    {"ie", "e", kLatin},
    {"ye", "e", kEnglish | kSpanish},
    {"yo", "e", kEnglish | kSpanish | kFrench},
    {"yu", "U", kEnglish | kSpanish | kFrench},
    {"ya", "A", kEnglish | kSpanish | kFrench},
    {"iu", "U", kLatin},
    {"ia", "A", kLatin},
    {"je", "e", kGerman | kScholar, kGerman | kScholar},
    {"jo", "e", kGerman | kPolish | kScholar, kGerman | kScholar},
    {"ju", "U", kGerman | kPolish | kScholar, kGerman | kScholar},
    {"ja", "A", kGerman | kPolish | kScholar, kGerman | kScholar},
    {"ss", "s", kGerman | kFrench},
    {"ff", "v", kEnglish | kFrench},
    {"ks", "ks", kLatin},
    {"a", "a", kLatin},
    {"b", "b", kLatin},
    {"c", "C", kPolish | kScholar},
    {"d", "d", kLatin},
    {"e", "e", kLatin},
    {"f", "f", kLatin},
    {"g", "g", kLatin},
    {"h", "g", kEnglish | kGerman | kPolish | kScholar},
    {"i", "i", kLatin},
    {"j", "i", kGerman | kPolish | kScholar, kGerman | kScholar},
    {"j", "Z", kFrench, kFrench},
    {"j", "H", kSpanish, kSpanish},
    {"k", "k", kLatin},
    {"l", "l", kLatin},
    {"m", "m", kLatin},
    {"n", "n", kLatin},
    {"o", "o", kLatin},
    {"p", "p", kLatin},
    {"r", "r", kLatin},
    {"s", "s", kLatin},
    {"t", "t", kLatin},
    {"u", "u", kLatin},
    {"v", "v", kEnglish | kFrench | kSpanish | kScholar},
    {"w", "v", kGerman | kPolish, kGerman | kPolish},
    {"x", "ks", kLatin},
    {"y", "i", kLatin},
    {"z", "z", kLatin},
    {"а", "a", kCyrillic},
    {"б", "b", kCyrillic},
    {"в", "v", kCyrillic},
    {"г", "g", kCyrillic},
    {"ґ", "g", kCyrillic},
    {"д", "d", kCyrillic},
    {"е", "e", kCyrillic},
    {"є", "e", kCyrillic},
    {"ж", "Z", kCyrillic},
    {"з", "z", kCyrillic},
    {"и", "i", kCyrillic},
    {"й", "i", kCyrillic},
    {"і", "i", kCyrillic},
    {"ї", "i", kCyrillic},
    {"к", "k", kCyrillic},
    {"л", "l", kCyrillic},
    {"м", "m", kCyrillic},
    {"н", "n", kCyrillic},
    {"о", "o", kCyrillic},
    {"п", "p", kCyrillic},
    {"р", "r", kCyrillic},
    {"с", "s", kCyrillic},
    {"т", "t", kCyrillic},
    {"у", "u", kCyrillic},
    {"ў", "u", kCyrillic},
    {"ф", "f", kCyrillic},
    {"х", "H", kCyrillic},
    {"ц", "C", kCyrillic},
    {"ч", "Q", kCyrillic},
    {"ш", "W", kCyrillic},
    {"щ", "X", kCyrillic},
    {"ъ", "", kCyrillic},
    {"ы", "i", kCyrillic},
    {"ь", "", kCyrillic},
    {"э", "e", kCyrillic},
    {"ю", "U", kCyrillic},
    {"я", "A", kCyrillic},
});

constexpr auto kSystems = std::to_array<std::uint8_t>(
    {kCyrillic, kEnglish, kGerman, kFrench, kSpanish, kPolish, kScholar});

/// What a word comes to under one system, and of which systems it has peculiar letters.
struct Reading {
    std::string key{};
    std::uint8_t peculiar = 0;
    bool is_whole = true;
};

/// The rows by the first byte of their letters, in order.
const std::array<std::vector<const Row*>, 256>& rows_by_byte()
{
    static const auto all = [] {
        std::array<std::vector<const Row*>, 256> rows;
        for (const Row& row : kRows) {
            rows[static_cast<unsigned char>(row.letters.front())].push_back(&row);
        }
        return rows;
    }();
    return all;
}

Reading read_under(std::uint8_t system, std::string_view word)
{
    const auto& by_byte = rows_by_byte();
    Reading reading;
    while (!word.empty()) {
        const auto& rows = by_byte[static_cast<unsigned char>(word.front())];
        const auto found = std::find_if(rows.begin(), rows.end(), [&](const Row* r) {
            return (r->systems & system) != 0 && word.starts_with(r->letters);
        });
        if (found == rows.end()) {
            reading.is_whole = false;
            return reading;
        }
        const Row& row = **found;
        reading.key += row.key;
        reading.peculiar |= row.peculiar;
        word.remove_prefix(row.letters.size());
    }
    return reading;
}

/// One i where systems write -y, -iy, -ii or -yi, and none before я and ю; ё behind hissing sounds
/// is e as it is in Cyrillic ("Gorbatschow").
std::string even(std::string_view key)
{
    std::string out;
    for (const char c : key) {
        const char before = out.empty() ? '\0' : out.back();
        if (before == 'i' && (c == 'A' || c == 'U')) { out.pop_back(); }
        if (c == 'i' && before == 'i') { continue; }
        const bool hisses = before == 'Z' || before == 'Q' || before == 'W' || before == 'X';
        out += c == 'o' && hisses ? 'e' : c;
    }
    return out;
}

void add(std::vector<std::string>& keys, std::string key)
{
    if (key.size() < 2 || std::find(keys.begin(), keys.end(), key) != keys.end()) { return; }
    keys.push_back(std::move(key));
}

/// German writes з as с and ж as ш: "Selenskyj" is Зеленський, "Prigoschin" Пригожин.
void add_german(std::vector<std::string>& keys, const std::string& key)
{
    constexpr std::string_view kVowels = "aeiouUA";
    add(keys, key);
    std::string voiced = key;
    for (std::size_t i = 0; i + 1 < voiced.size(); ++i) {
        if (voiced[i] == 's' && kVowels.find(voiced[i + 1]) != kVowels.npos) { voiced[i] = 'z'; }
    }
    for (std::string one : {key, voiced}) {
        add(keys, one);
        std::replace(one.begin(), one.end(), 'W', 'Z');
        add(keys, std::move(one));
    }
}

constexpr std::size_t kLongestWord = 48;  ///< bytes; longer ones are no names

}  // namespace

std::vector<std::string> romanization_keys(std::string_view folded)
{
    std::vector<std::string> keys;
    if (folded.empty() || folded.size() > kLongestWord) { return keys; }
    for (const std::uint8_t system : kSystems) {
        const Reading reading = read_under(system, folded);
        const bool is_own = system == kCyrillic || system == kEnglish;
        if (!reading.is_whole || (!is_own && (reading.peculiar & system) == 0)) { continue; }
        std::string key = even(reading.key);
        if (system == kFrench && key.ends_with("ine")) { key.pop_back(); }
        system == kGerman ? add_german(keys, key) : add(keys, std::move(key));
    }
    return keys;
}

bool has_slavic_ending(std::string_view key)
{
    constexpr auto kEndings = std::to_array<std::string_view>(
        {"ov", "ova",  "ev", "eva", "in", "ina", "ski",   "skA", "skaA", "Cki", "CkaA", "iH",
         "iQ", "enko", "Uk", "uk",  "Ak", "ik",  "Wvili", "dze", "An",   "ni",  "naA",  "oi"});
    return key.size() >= 4 && std::any_of(kEndings.begin(), kEndings.end(),
                                          [key](auto ending) { return key.ends_with(ending); });
}

bool is_patronymic(std::string_view key)
{
    constexpr auto kEndings =
        std::to_array<std::string_view>({"oviQ", "eviQ", "ovna", "evna", "liQ", "iQna"});
    return key.size() >= 6 && std::any_of(kEndings.begin(), kEndings.end(),
                                          [key](auto ending) { return key.ends_with(ending); });
}

}  // namespace dateline
