#include "indexer/detect/party_labels.hpp"

#include "common/text/word_set.hpp"
#include "indexer/detect/name_tables.hpp"
#include "indexer/detect/written_words.hpp"

namespace dateline::indexer {
namespace {

/// US states in the two usual ways (USPS, AP stylebook), folded.
constexpr WordSet kStates{std::to_array<std::string_view>(
    {"ak",   "al",    "ala",   "alaska", "ar",   "ariz", "ark",  "az",    "ca",     "calif", "co",
     "colo", "conn",  "ct",    "de",     "del",  "fl",   "fla",  "ga",    "hawaii", "hi",    "ia",
     "id",   "idaho", "il",    "ill",    "in",   "ind",  "iowa", "kan",   "kans",   "ks",    "ky",
     "la",   "ma",    "maine", "mass",   "md",   "me",   "mi",   "mich",  "minn",   "miss",  "mn",
     "mo",   "mont",  "ms",    "mt",     "nc",   "nd",   "ne",   "neb",   "nebr",   "nev",   "nh",
     "nj",   "nm",    "nv",    "ny",     "oh",   "ohio", "ok",   "okla",  "or",     "ore",   "oreg",
     "pa",   "penn",  "ri",    "sc",     "sd",   "tenn", "tex",  "texas", "tn",     "tx",    "ut",
     "utah", "va",    "vt",    "wa",     "wash", "wi",   "wis",  "wv",    "wy",     "wyo"})};

}  // namespace

bool is_bare_letter(const NameText& text, std::uint32_t i)
{
    return text.surface(i).size() == 1 &&
           written_word(text.text(), text.token(i)).find('.') == std::string_view::npos;
}

std::uint32_t party_size(const NameText& text, std::uint32_t i, std::uint32_t last)
{
    if (i + 1 >= last || !is_bare_letter(text, i)) { return 0; }
    const std::string_view party = text.surface(i);
    if (party != "d" && party != "r" && party != "i") { return 0; }
    const std::string_view state = text.surface(i + 1);
    if (kStates.contains(state) || (name_word(state) & kPlace) != 0) { return 2; }
    if (text.gap(i + 1) != Gap::Hyphen || state.size() != 1) { return 0; }
    return i + 2 < last && text.surface(i + 2) == "va" ? 3 : 2;
}

bool is_bare_abbreviation(const NameText& text, std::uint32_t i, std::uint32_t last)
{
    if (i + 1 >= last || !is_bare_letter(text, i) || !is_bare_letter(text, i + 1) ||
        text.gap(i + 1) != Gap::Blank) {
        return false;
    }
    const std::string_view first = text.surface(i);
    const std::string_view second = text.surface(i + 1);
    return (first == "u" && second == "s") || (first == "d" && second == "c");
}

}  // namespace dateline::indexer
