// How many letters have to be added, lost or changed to make one word of another.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The letters of a text in UTF-8.
std::u32string code_points(std::string_view text);

/// From one word to others. Quickest if they come sorted: what a word has at its beginning in
/// common with the one before it is not counted again.
class EditDistance {
  public:
    EditDistance(std::u32string word, std::size_t most);

    /// `most` + 1 if it is more.
    std::size_t to(const std::u32string& other);

  private:
    void add_row(char32_t letter);

    std::u32string word_;
    std::size_t most_;
    std::vector<std::vector<std::size_t>> rows_{};  ///< of the table of edits, by letters of last_
    std::u32string last_{};
};

/// The name that `word` is nearest to in spelling, at most two letters away; "" if none is.
std::string_view nearest_name(std::string_view word, const std::vector<std::string_view>& names);

}  // namespace dateline
