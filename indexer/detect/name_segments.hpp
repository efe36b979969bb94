// A text's runs of capitalised words, cut into segments that may be names: titles, nationalities
// and words at the front of a sentence are taken off, and what announced the name is noted.
#pragma once

#include "indexer/detect/name_run.hpp"

#include <cstddef>
#include <utility>
#include <vector>

namespace dateline::indexer {

/// Words that may be a name; never none.
struct NameSegment {
    Announced announced = Announced::No;
    bool organisation = false;  ///< of an organisation, a place or a thing: nobody's name
    bool company = false;       ///< a company of this name: "Inc" follows
    bool before_title = false;  ///< in "Goldman Chairman", "Oil Minister": nobody's name
    std::vector<RunWord> words{};
};

/// Cuts the runs of one text. Its memory is kept from run to run.
class SegmentReader {
  public:
    explicit SegmentReader(const NameText& text) : text_(text) {}

    /// Reads the run that begins at word `at`, which is capitalised, and calls `take` with each
    /// NameSegment, which it may keep no reference to. Returns the word behind the run (> at).
    template <class Take>
    std::size_t read_run(std::size_t at, Take take)
    {
        const std::size_t end = begin_run(at);
        for (std::size_t k = 0; k < run_.words.size(); ++k) {
            read_word(k);
            if (closed_) { deliver(take); }
        }
        close();
        deliver(take);
        return end;
    }

  private:
    template <class Take>
    void deliver(Take& take)
    {
        if (closed_ && !done_.words.empty()) { take(std::as_const(done_)); }
        closed_ = false;
    }

    std::size_t begin_run(std::size_t at);

    // ---- what each word is; true if it was dealt with ----
    void read_word(std::size_t k);
    bool read_capitals(std::size_t k);
    bool read_title(std::size_t k);
    bool read_function(std::size_t k);
    bool read_organisation(std::size_t k);
    bool read_calendar(std::size_t k);
    bool read_place(std::size_t k);

    [[nodiscard]] bool behind_given_name() const;
    [[nodiscard]] bool begins_office(std::size_t k) const;
    [[nodiscard]] bool behind_particle() const;
    [[nodiscard]] bool has_next(std::size_t k) const { return k + 1 < run_.words.size(); }
    void append(std::size_t k);
    void close();
    void skip();

    const NameText& text_;
    NameRun run_{};
    NameSegment segment_{};  ///< under construction
    NameSegment done_{};
    bool closed_ = false;
    Announced announced_ = Announced::No;
    bool office_ = false;  ///< behind "Secretary of": what follows at first is the office
};

}  // namespace dateline::indexer
