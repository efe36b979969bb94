// Is a segment a person's name? By its own words and its neighbours.
#pragma once

#include "indexer/detect/name_segments.hpp"
#include "indexer/detect/name_text.hpp"

#include <cstdint>
#include <string_view>

namespace dateline::indexer {

enum class Verdict : std::uint8_t {
    Nobody,
    Company,    ///< and what is called like it is none either
    Single,     ///< one word that may be a surname
    Candidate,  ///< several words, unknown: a name if the article says more of it
    Person,
};

struct Judgement {
    Verdict verdict = Verdict::Nobody;
    std::uint32_t first = 0;  ///< half-open range of words: the segment, or less
    std::uint32_t last = 0;
    std::string_view rule{};
};

/// A segment by itself; Judgement::rule names what speaks for a Person.
Judgement judge(const NameText& text, const NameSegment& segment);

}  // namespace dateline::indexer
