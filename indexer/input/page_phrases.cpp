#include "indexer/input/page_phrases.hpp"

#include "common/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

namespace dateline::indexer {
namespace {

enum class How { Whole, Front, End };

struct Phrase {
    How how;
    std::string_view text;
};
constexpr auto kPhrases = std::to_array<Phrase>({
#define PHRASE(how, text) {How::how, text},
#include "indexer/input/page_phrases.def"
#undef PHRASE
});

struct FoldedPhrase {
    How how;
    std::string text;
};

const std::vector<FoldedPhrase>& folded_phrases()
{
    static const std::vector<FoldedPhrase> phrases = [] {
        std::vector<FoldedPhrase> all;
        for (const Phrase& phrase : kPhrases) { all.push_back({phrase.how, fold(phrase.text)}); }
        return all;
    }();
    return phrases;
}

/// Without what lists and boxes put before and behind: "» ", "[", ":".
std::string_view bare(std::string_view text)
{
    constexpr std::string_view kSigns = " >-*[]():.|+/";
    constexpr std::string_view kArrows[] = {"»", "›", "→", "•"};
    for (bool has_more = true; has_more;) {
        text.remove_prefix(std::min(text.find_first_not_of(kSigns), text.size()));
        has_more = false;
        for (const std::string_view arrow : kArrows) {
            if (!text.starts_with(arrow)) { continue; }
            text.remove_prefix(arrow.size());
            has_more = true;
        }
    }
    return text.substr(0, text.find_last_not_of(kSigns) + 1);
}

}  // namespace

bool is_page_phrase(std::string_view block)
{
    constexpr std::size_t kEnough = 120;  // bytes; more than the longest phrase
    const std::string front =
        fold(block.substr(0, character_border(block, std::min(block.size(), kEnough))));
    const std::string_view text = bare(front);
    const std::string_view whole_front = front;
    const auto is = [&](const FoldedPhrase& phrase) {
        constexpr std::size_t kFewWords = 30;  // bytes
        switch (phrase.how) {
            case How::Whole:
                return text == phrase.text;
            case How::Front:
                return text.starts_with(phrase.text) || whole_front.starts_with(phrase.text);
            case How::End:
                return text.size() <= kFewWords && text.ends_with(phrase.text);
        }
        return false;
    };
    return std::any_of(folded_phrases().begin(), folded_phrases().end(), is);
}

}  // namespace dateline::indexer
