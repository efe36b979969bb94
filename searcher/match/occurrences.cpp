#include "searcher/match/occurrences.hpp"

#include "common/storage/tokens.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

/// Walks through a stream and tells which word and which unit an offset is in.
class WordCounter {
  public:
    WordCounter(std::string_view stream, Unit unit) : stream_(stream), unit_(unit) {}

    /// Offsets ascend.
    void go_to(std::uint32_t offset)
    {
        for (; at_ < offset && at_ < stream_.size(); ++at_) {
            const auto byte = static_cast<unsigned char>(stream_[at_]);
            if (byte < kMoreOfCode) {
                if (byte >= kFirstWord || in_code_) {
                    ++word_;
                } else if (divides(byte)) {
                    ++unit_number_;
                }
            }
            in_code_ = byte >= kMoreOfCode;
        }
    }
    [[nodiscard]] std::uint32_t word() const { return word_; }
    [[nodiscard]] std::uint32_t unit() const { return unit_number_; }

  private:
    [[nodiscard]] bool divides(std::uint32_t mark) const
    {
        return mark == kBodyMark || (unit_ != Unit::Words && mark == kParagraphMark) ||
               (unit_ == Unit::Sentence && mark == kSentenceMark);
    }

    std::string_view stream_;
    Unit unit_;
    std::uint32_t at_ = 0;
    bool in_code_ = false;
    std::uint32_t word_ = 0;
    std::uint32_t unit_number_ = 0;
};

}  // namespace

std::vector<Occurrence> occurrences_of(const std::vector<std::vector<Place>>& parts,
                                       std::string_view stream, Unit unit)
{
    std::vector<Occurrence> all;
    for (std::uint32_t part = 0; part < parts.size(); ++part) {
        for (const Place& place : parts[part]) { all.push_back({.part = part, .place = place}); }
    }
    std::sort(all.begin(), all.end(),
              [](const auto& a, const auto& b) { return a.place < b.place; });
    WordCounter begins{stream, unit};
    for (Occurrence& one : all) {
        begins.go_to(one.place.begin);
        one.first = begins.word();
        one.unit = begins.unit();
        WordCounter ends = begins;
        ends.go_to(one.place.end);
        one.last = ends.word() - 1;
        one.unit_end = ends.unit();
    }
    return all;
}

}  // namespace dateline::searcher
