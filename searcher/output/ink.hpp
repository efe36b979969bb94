// Text with colours, for a terminal: made harmless when it is put in, written in pieces.
#pragma once

#include "searcher/search/result.hpp"

#include <cstdint>
#include <ostream>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::searcher {

/// What a piece of text is to the reader; without colours all look the same.
enum class Ink : std::uint8_t { Plain, Strong, Dim, Match, Person, Country, Date, Bar };

/// A span of a text and what it is.
struct InkedMark : Mark {
    Ink ink = Ink::Match;
};

/// One line's or paragraph's text. All of it is displayable(), so it has no line breaks.
class InkedText {
  public:
    InkedText() = default;
    explicit InkedText(std::string_view untrusted, Ink ink = Ink::Plain) { append(untrusted, ink); }

    void append(std::string_view untrusted, Ink ink = Ink::Plain);

    /// Appends text whose marks are sound (make_sound()); what lies between them has `ink`.
    void append_marked(std::string_view untrusted, std::span<const InkedMark> marks, Ink ink);

    /// Whether anything between two bytes has that ink.
    [[nodiscard]] bool has(Ink ink, std::size_t begin, std::size_t end) const;

    /// Ends it in "…" if it is wider than `columns`.
    void cut(std::size_t columns);

    /// Fills it up with blanks to `columns`.
    void pad(std::size_t columns);

    [[nodiscard]] const std::string& text() const { return text_; }

    /// Writes the bytes from `begin` to `end`, with SGR sequences if `colour`; ends in no colour.
    void write(std::ostream& out, std::size_t begin, std::size_t end, bool colour) const;

    /// Writes all of it and a line break, without blanks at the end.
    void write_line(std::ostream& out, bool colour) const;

  private:
    struct Run {
        std::size_t begin;
        Ink ink;
    };

    /// The run that holds a byte, or the first one.
    [[nodiscard]] std::vector<Run>::const_iterator run_at(std::size_t begin) const;

    std::string text_{};
    std::vector<Run> runs_{};  ///< each reaches to the next one's begin
};

}  // namespace dateline::searcher
