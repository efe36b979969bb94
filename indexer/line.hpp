// Lines of scraped text: cutting a text into them, and looking at one.
#pragma once

#include "common/text/ascii.hpp"

#include <algorithm>
#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// `text` without blanks at both ends: ASCII's, no-break, ideographic and zero-width ones.
std::string_view trimmed(std::string_view text);

/// The lines of `text`, without their line feeds.
std::vector<std::string_view> lines_of(std::string_view text);

/// Whether `text` begins with `prefix`, ASCII letters in any case.
bool begins_with(std::string_view text, std::string_view prefix);

/// Whether two texts are the same but for the case of ASCII letters.
bool same_words(std::string_view a, std::string_view b);

/// Whether `text` contains `part` (in lower case), ASCII letters in any case. Linear for short
/// parts.
bool contains(std::string_view text, std::string_view part);

/// How many characters `text` (valid UTF-8) has.
std::size_t character_count(std::string_view text);

/// Whether `text` (valid UTF-8) has more characters than `most`.
inline bool has_more_characters(std::string_view text, std::size_t most)
{
    constexpr std::size_t kLargest = 4;  // bytes of a character
    return text.size() > most && (text.size() > kLargest * most || character_count(text) > most);
}

/// Whether its last character, closing quotes and brackets aside, ends a sentence or a clause.
bool ends_sentence(std::string_view line);

/// What stands behind a label and its colon ("Source: Wire" → "Wire"), or a null view. With
/// `colon_needed` false a blank is enough.
std::string_view behind_label(std::string_view line, std::string_view label, bool colon_needed);

/// The first word of a line, or nothing.
std::string_view first_word(std::string_view line);

/// The word that the line ends with.
std::string_view last_word(std::string_view line);

/// The words of a line, divided by blanks.
std::vector<std::string_view> words_of(std::string_view line);

/// How many they are.
std::size_t word_count(std::string_view line);

/// Whether there is one of 0 to 9.
bool has_figure(std::string_view text);

/// The first two bytes of some texts, ASCII letters in both cases: most lines begin with none of
/// them.
class FirstBytes {
  public:
    /// `texts` are not empty; `text_of` gives the text of one.
    template <class Texts, class TextOf>
    constexpr FirstBytes(const Texts& texts, TextOf text_of)
    {
        for (const auto& text : texts) {
            const std::string_view bytes = text_of(text);
            if (bytes.size() == 1) {
                alone_[place_of(bytes.front(), 0)] = true;
            } else {
                pairs_[place_of(bytes[0], bytes[1])] = true;
            }
        }
    }
    template <class Texts>
    explicit constexpr FirstBytes(const Texts& texts)
        : FirstBytes(texts, [](std::string_view text) { return text; })
    {
    }

    /// False if no text begins `line`; true of few lines that none begins.
    [[nodiscard]] constexpr bool may_open(std::string_view line) const
    {
        if (line.empty()) { return false; }
        return (line.size() > 1 && pairs_[place_of(line[0], line[1])]) ||
               alone_[place_of(line.front(), 0)];
    }

  private:
    static constexpr std::size_t kPlaces = 1024;  ///< few texts share one

    /// 37: letters differ by less than that.
    static constexpr std::size_t place_of(char first, char second)
    {
        const auto number = [](char c) {
            return static_cast<std::size_t>(static_cast<unsigned char>(ascii::lower(c)));
        };
        return (number(first) * 37 + number(second)) % kPlaces;
    }

    std::array<bool, kPlaces> pairs_{};
    std::array<bool, kPlaces> alone_{};  ///< of one byte
};

/// Whether a word begins with a capital letter, or with a letter of a script that has none.
bool is_capitalised(std::string_view word);

/// A part of a line, and the mark behind it; an empty one at the end.
struct LinePart {
    std::string_view text;
    std::string_view mark;
};

/// Takes off `line` what stands before the first of `marks`, and the mark; all of it if there is
/// none. The text is trimmed, and may be empty.
LinePart take_part(std::string_view& line, std::span<const std::string_view> marks);

template <class Words>
bool is_one_of(std::string_view word, const Words& words)
{
    return std::find(std::begin(words), std::end(words), word) != std::end(words);
}

/// Cuts `text` at the first of `words` that stands in it as a word, but not as its first; returns
/// what is behind it.
template <class Words>
std::string_view cut_at_word(std::string_view& text, const Words& words)
{
    for (const std::string_view word : words_of(text)) {
        if (word.data() == text.data() || !is_one_of(word, words)) { continue; }
        const auto at = static_cast<std::size_t>(word.data() - text.data());
        const std::string_view behind = trimmed(text.substr(at + word.size()));
        text = trimmed(text.substr(0, at));
        return behind;
    }
    return {};
}

}  // namespace dateline::indexer
