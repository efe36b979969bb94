#include "indexer/one_line.hpp"

#include "common/text/tokenizer.hpp"
#include "common/text/utf8.hpp"
#include "indexer/line.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

constexpr std::size_t kDerivedTitle = 160;  ///< characters

}  // namespace

std::string in_one_line(std::string_view text)
{
    std::string line;
    for (const std::string_view word : words_of(text)) {
        if (!line.empty()) { line += ' '; }
        line += word;
    }
    return line;
}

std::string first_sentence(std::string_view body)
{
    // Enough for any sentence that is not cut, in four bytes a character, markup aside.
    constexpr std::size_t kEnough = 2000;
    body = trimmed(body);
    const std::string_view front =
        body.substr(0, character_border(body, std::min(body.size(), kEnough)));
    TokenList words;
    tokenize(front, words);
    std::size_t end = front.size();
    for (std::size_t n = 1; n < words.tokens.size(); ++n) {
        if (words.tokens[n].before == Break::None) { continue; }
        // Quotes and brackets before the next sentence's first word are that sentence's.
        const std::string_view between =
            front.substr(words.tokens[n - 1].end, words.tokens[n].begin - words.tokens[n - 1].end);
        const std::size_t blank = between.find_first_of(" \n");
        end = words.tokens[n - 1].end + std::min(blank, between.size());
        break;
    }
    std::string sentence = in_one_line(front.substr(0, end));
    if (!has_more_characters(sentence, kDerivedTitle)) { return sentence; }
    std::size_t cut = 0;
    for (std::size_t n = 0; n < kDerivedTitle; ++n) {
        std::string_view rest = std::string_view{sentence}.substr(cut);
        const std::size_t before = rest.size();
        take_code_point(rest);
        cut += before - rest.size();
    }
    // Scripts without blanks are cut where they stand.
    const std::size_t blank = sentence.rfind(' ', cut);
    sentence.resize(blank == std::string::npos || blank == 0 ? cut : blank);
    return sentence + "…";
}

}  // namespace dateline::indexer
