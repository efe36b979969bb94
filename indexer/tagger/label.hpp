// What a piece of a text is to the tagger: outside of all names, or one place in a name of some
// type; which labels may follow each other, and which names a row of labels spells.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dateline::indexer {

/// The order is that of the labels, and of the model file: never change it.
enum class NameType : std::uint8_t { Person, Place, Organisation, Other };

inline constexpr std::size_t kNameTypeCount = 4;

/// The label's number: 0 outside; then Begin, Inside, Last, Unit of people, places, organisations;
/// then Begin and Inside of other names, whose ends nobody asks for.
using Label = std::uint8_t;

inline constexpr Label kOutside = 0;
inline constexpr Label kOtherBegin = 13;
inline constexpr Label kOtherInside = 14;
inline constexpr std::size_t kLabels = 15;
/// Stands for what is before the first piece of a sentence and behind the last.
inline constexpr std::size_t kMargin = kLabels;
/// A row of scores, padded to a power of two.
inline constexpr std::size_t kLanes = 16;

enum class PlaceInName : std::uint8_t { Begin, Inside, Last, Unit };

/// The label of a piece at this place of a name. Other names know Begin and Inside only.
constexpr Label label_of(NameType type, PlaceInName place)
{
    if (type == NameType::Other) {
        const bool first = place == PlaceInName::Begin || place == PlaceInName::Unit;
        return first ? kOtherBegin : kOtherInside;
    }
    return static_cast<Label>(1U + 4U * static_cast<unsigned>(type) + static_cast<unsigned>(place));
}

/// `label` is not kOutside.
constexpr NameType type_of(Label label)
{
    if (label >= kOtherBegin) { return NameType::Other; }
    return static_cast<NameType>((label - 1U) / 4U);
}

/// `label` is that of a person, place or organisation.
constexpr PlaceInName place_of(Label label) { return static_cast<PlaceInName>((label - 1U) % 4U); }

/// Whether `next` may stand behind `before`; either may be kMargin.
constexpr bool may_follow(std::size_t before, std::size_t next)
{
    const auto begins = [](std::size_t label) {
        return label < kOtherBegin && label != kOutside &&
               (place_of(static_cast<Label>(label)) == PlaceInName::Begin ||
                place_of(static_cast<Label>(label)) == PlaceInName::Unit);
    };
    const bool open = before != kOutside && before < kOtherBegin &&
                      (place_of(static_cast<Label>(before)) == PlaceInName::Begin ||
                       place_of(static_cast<Label>(before)) == PlaceInName::Inside);
    if (open) {
        return next != kOutside && next < kOtherBegin && !begins(next) &&
               type_of(static_cast<Label>(next)) == type_of(static_cast<Label>(before));
    }
    if (next == kOtherInside) { return before == kOtherBegin || before == kOtherInside; }
    return next == kMargin || next == kOutside || next == kOtherBegin || begins(next);
}

/// A name: a half-open range of pieces.
struct NameRange {
    std::uint32_t first = 0;
    std::uint32_t last = 0;
    NameType type = NameType::Person;

    friend bool operator==(const NameRange&, const NameRange&) = default;
};

/// Appends the names that the labels of a sentence spell to `out`, their pieces counted from
/// `offset`. What continues nothing begins a name.
void append_names(std::span<const Label> labels, std::uint32_t offset, std::vector<NameRange>& out);

}  // namespace dateline::indexer
