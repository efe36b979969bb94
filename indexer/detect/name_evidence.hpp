// Is a segment a person's name? By what the rest of the article says of the same words.
#pragma once

#include "indexer/detect/name_judge.hpp"
#include "indexer/detect/name_segments.hpp"
#include "indexer/detect/name_spans.hpp"
#include "indexer/detect/name_text.hpp"

#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace dateline::indexer {

/// Collects the segments of one article. Refers to its texts; they must outlive it.
class NameEvidence {
  public:
    void take(const NameText& text, const NameSegment& segment, Verdict verdict,
              const NameSpan& span);
    void add_person(const NameSpan& span) { people_.push_back({span, {}, {}}); }

    /// The spans of people: those that were certain, without companies of the same name, and the
    /// candidates that the rest of the article speaks for.
    [[nodiscard]] std::vector<NameSpan> people() const;

  private:
    struct Name {
        NameSpan span;
        std::string_view front;  ///< first and last word, folded; empty if they do not matter
        std::string_view family;
    };
    struct Use {
        std::uint32_t alone = 0;   ///< how often the word stands alone
        std::uint32_t speaks = 0;  ///< and how often a verb of speech follows
        bool titled = false;
    };

    [[nodiscard]] bool is_company(const Name& name) const;
    [[nodiscard]] bool is_supported(const Name& name) const;

    std::vector<Name> people_{};
    std::vector<Name> candidates_{};
    std::unordered_map<std::string_view, Use> singles_{};
    std::unordered_map<std::string_view, std::unordered_set<std::string_view>> companies_{};
    std::unordered_set<std::string_view> described_{};  ///< given names that something announced
};

}  // namespace dateline::indexer
