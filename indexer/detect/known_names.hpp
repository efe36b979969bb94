// Names that an article is known to contain, and where their surnames and short forms stand alone.
#pragma once

#include "indexer/detect/name_spans.hpp"
#include "indexer/detect/name_text.hpp"

#include <cstdint>
#include <span>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::indexer {

/// Refers to the texts and strings that its names come from; they must outlive it.
class KnownNames {
  public:
    /// Adds the name at a span of `text`.
    void add(const NameText& text, const NameSpan& span);
    /// Adds a folded name, its words divided by single blanks.
    void add(std::string_view name);

    [[nodiscard]] bool empty() const { return forms_.empty(); }

    /// Finds these names, and parts of them that people are called by, in what `spans` (in the
    /// order of the text) leave free of `text`, and appends them to `out` as not certain.
    void find(const NameText& text, std::span<const NameSpan> spans,
              std::vector<NameSpan>& out) const;

  private:
    /// A sequence of words that stands for a name.
    struct Form {
        std::uint32_t first;  ///< half-open range in words_
        std::uint32_t last;
    };

    void add_forms(std::uint32_t first);
    void add_form(std::uint32_t first, std::uint32_t last);
    [[nodiscard]] std::size_t match(const NameText& text, std::size_t at) const;
    [[nodiscard]] bool stands_alone(const NameText& text, std::size_t first,
                                    std::size_t last) const;
    [[nodiscard]] bool is_known_word(std::string_view surface) const;

    std::vector<std::string_view> words_{};
    std::unordered_map<std::string_view, std::vector<Form>> forms_{};  ///< by their first word
};

}  // namespace dateline::indexer
