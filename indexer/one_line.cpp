#include "indexer/one_line.hpp"

#include "common/text/tokenizer.hpp"
#include "common/text/utf8.hpp"
#include "indexer/line.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

constexpr std::size_t kDerivedTitle = 160;  ///< characters

/// Where the first sentence of `front` ends; 0 if no word follows it.
std::size_t sentence_end(std::string_view front)
{
    TokenList words;
    tokenize(front, words);
    for (std::size_t n = 1; n < words.tokens.size(); ++n) {
        if (words.tokens[n].before == Break::None) { continue; }
        // Quotes and brackets before the next sentence's first word are that sentence's.
        const std::string_view between =
            front.substr(words.tokens[n - 1].end, words.tokens[n].begin - words.tokens[n - 1].end);
        const std::size_t blank = between.find_first_of(" \n");
        return words.tokens[n - 1].end + std::min(blank, between.size());
    }
    return 0;
}

/// The size of the first sentence, or of enough for any that is not cut: four bytes a character,
/// markup aside. Most sentences end in less.
std::size_t sentence_size(std::string_view body)
{
    constexpr std::size_t kUsual = 500;
    constexpr std::size_t kEnough = 2000;
    constexpr std::size_t kMargin = 100;  // what follows may show that it is no end
    const auto front = [&](std::size_t size) {
        return body.substr(0, character_border(body, std::min(body.size(), size)));
    };
    const std::size_t usual = sentence_end(front(kUsual));
    if (usual != 0 && usual + kMargin < kUsual) { return usual; }
    // Of a sentence that is longer than what is kept of it, the end does not matter.
    const std::string_view sure = front(kUsual - kMargin);
    if (has_more_characters(in_one_line(sure), kDerivedTitle)) { return sure.size(); }
    const std::size_t end = sentence_end(front(kEnough));
    return end == 0 ? front(kEnough).size() : end;
}

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
    body = trimmed(body);
    const std::string_view front = body.substr(0, sentence_size(body));
    std::string sentence = in_one_line(front);
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
