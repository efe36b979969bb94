// A stretch of articles in which what several lists have of each is added up: lists are read in
// runs, and finding the next article is finding the next bit.
#pragma once

#include "searcher/match/matches.hpp"

#include <array>
#include <bit>

namespace dateline::searcher {

class Window {
  public:
    /// Begins anew at an article, with nothing in it.
    void begin_at(DocId first)
    {
        begin_ = first;
        end_ = first > kNoMore - kSize ? kNoMore : first + kSize;
        set_.fill(0);
        sums_.fill(0);
    }

    /// The first article behind it.
    [[nodiscard]] DocId end() const { return end_; }
    [[nodiscard]] bool covers(DocId doc) const { return doc >= begin_ && doc < end_; }

    /// To an article that it covers.
    void add(DocId doc, float value)
    {
        const DocId at = doc - begin_;
        set_[at / 64] |= std::uint64_t{1} << (at % 64);
        sums_[at] += value;
    }

    /// The first article ≥ `target`, which it covers, that something was added to; else kNoMore.
    [[nodiscard]] DocId next(DocId target) const
    {
        std::size_t word = (target - begin_) / 64;
        std::uint64_t bits = set_[word] & (~std::uint64_t{0} << ((target - begin_) % 64));
        while (bits == 0) {
            if (++word == set_.size()) { return kNoMore; }
            bits = set_[word];
        }
        return begin_ + static_cast<DocId>(word * 64) + static_cast<DocId>(std::countr_zero(bits));
    }

    [[nodiscard]] float sum(DocId doc) const { return sums_[doc - begin_]; }

  private:
    static constexpr DocId kSize = 2048;

    DocId begin_ = 0;
    DocId end_ = 0;
    std::array<std::uint64_t, kSize / 64> set_{};
    std::array<float, kSize> sums_{};
};

}  // namespace dateline::searcher
