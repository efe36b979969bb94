#include "indexer/detected_language.hpp"

#include "common/text/ascii.hpp"
#include "common/text/language.hpp"
#include "common/text/utf8.hpp"
#include "common/text/word_set.hpp"

#include <array>
#include <cld2/public/compact_lang_det.h>

namespace dateline::indexer {
namespace {

/// The beginning of an article tells its language.
constexpr std::size_t kMaxDetectBytes = 4096;

/// Words that hold English together and that no other language has so many of.
constexpr WordSet kEnglishWords{std::to_array<std::string_view>(
    {"and", "are",   "from", "has",  "have", "is",  "its",  "of",    "on",   "said", "that",
     "the", "their", "they", "this", "to",   "was", "were", "which", "will", "with"})};
constexpr std::size_t kLongestEnglishWord = 5;

/// How many words a text has, and how many of kEnglishWords are among them.
struct EnglishWords {
    std::size_t words = 0;
    std::size_t english = 0;
    std::size_t different = 0;

    /// Whether at least one word in `share` is English, and four different ones are there.
    [[nodiscard]] bool are_plain(std::size_t share) const
    {
        constexpr std::size_t kDifferent = 4;
        return different >= kDifferent && english * share >= words;
    }
};

EnglishWords english_in(std::string_view text)
{
    EnglishWords found;
    std::array<bool, kEnglishWords.size()> seen{};
    std::array<char, kLongestEnglishWord> word{};
    std::size_t size = 0;
    for (std::size_t at = 0; at <= text.size(); ++at) {
        const char c = at < text.size() ? text[at] : ' ';
        const char lower = ascii::lower(c);
        if (ascii::is_small(lower) || !ascii::is_ascii(c)) {
            if (size < word.size()) { word[size] = lower; }
            ++size;
            continue;
        }
        if (size == 0) { continue; }
        ++found.words;
        const bool is_short = size <= word.size();
        const std::size_t known = kEnglishWords.find({word.data(), is_short ? size : 0});
        if (known != kEnglishWords.size()) {
            ++found.english;
            found.different += seen[known] ? 0 : 1;
            seen[known] = true;
        }
        size = 0;
    }
    return found;
}

/// Whether every eighth word holds English together; of a long text whose first and last bytes have
/// every fifth no more is read. CLD2 takes English wire text with foreign names for Italian,
/// Catalan or Malay now and then (30 of 69,620 articles), and one such article would lend its
/// language's stems to every query.
bool is_plainly_english(std::string_view text)
{
    constexpr std::size_t kShare = 8;
    constexpr std::size_t kSureShare = 5;
    constexpr std::size_t kGlance = 512;  // bytes
    if (text.size() > 2 * kGlance && english_in(text.substr(0, kGlance)).are_plain(kSureShare) &&
        english_in(text.substr(text.size() - kGlance)).are_plain(kSureShare)) {
        return true;
    }
    return english_in(text).are_plain(kShare);
}

}  // namespace

std::string detect_language(std::string_view text)
{
    text = text.substr(0, character_border(text, kMaxDetectBytes));
    if (is_plainly_english(text)) { return "en"; }
    constexpr int kLeastPercent = 85;
    constexpr int kLeastBytes = 120;  // names alone are taken for any language
    CLD2::Language languages[3];
    int percents[3];
    int text_bytes = 0;
    bool reliable = false;
    const CLD2::Language language =
        CLD2::DetectLanguageSummary(text.data(), static_cast<int>(text.size()), true, languages,
                                    percents, &text_bytes, &reliable);
    const std::string code = CLD2::LanguageCode(language);
    const std::string_view primary = std::string_view{code}.substr(0, code.find('-'));
    const bool is_sure = reliable && language == languages[0] && percents[0] >= kLeastPercent &&
                         text_bytes >= kLeastBytes;
    if (!is_sure || language == CLD2::UNKNOWN_LANGUAGE || !is_language_code(primary)) {
        return std::string{kUnknownLanguage};
    }
    return std::string{primary == "iw" ? "he" : primary};  // CLD2 keeps the code of before 1989
}

}  // namespace dateline::indexer
