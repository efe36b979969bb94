// The text of a query, as the lexer reads it: how it is typed on any keyboard comes to the same
// characters, and what nobody sees is not there.
#pragma once

#include <array>
#include <cstddef>
#include <string>
#include <string_view>

namespace dateline::searcher {

/// A query as it was typed, valid UTF-8, in NFC; without soft hyphens and marks of direction, which
/// come along from web pages; full-width letters and signs as plain ones, but for punctuation.
std::string clean_query(std::string_view typed);

/// The bytes of the blank at the front, those of web pages included; 0 if there is none.
std::size_t blank_at(std::string_view text);

/// Quotation marks of one family close each other: ", curly ones, angles, corners.
enum class QuoteFamily { Double, Angle, Corner };

struct Quote {
    std::size_t bytes = 0;  ///< 0: there is none
    QuoteFamily family = QuoteFamily::Double;
};

/// The quotation mark at the front.
Quote quote_at(std::string_view text);

/// Where a phrase in single quotes that begins at the front has its closing one: of several words,
/// with nothing but its end behind it. npos if there is none: an apostrophe is no quote.
std::size_t single_quote_end(std::string_view text);

/// The bytes of the single quote at the front: ' and curly ones; 0 if there is none.
std::size_t single_quote_at(std::string_view text);

}  // namespace dateline::searcher
