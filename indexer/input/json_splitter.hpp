// Cuts a dump into the JSON texts it consists of, one an article, without parsing them: a broken
// one costs its neighbours nothing, and memory is bounded whatever comes.
#pragma once

#include "indexer/input/byte_window.hpp"
#include "indexer/input/format.hpp"

#include <cstdint>
#include <optional>
#include <string_view>

namespace dateline::indexer {

/// A JSON text longer than this is passed over: an article of kMaxArticleBytes, escaped.
inline constexpr std::size_t kMaxJsonBytes = 2 * kMaxArticleBytes;

/// What is cut off: a text that ought to be one JSON value, or what is wrong with the dump there.
struct JsonPiece {
    enum class Kind : std::uint8_t {
        Value,      ///< `text` is not empty
        TooLong,    ///< longer than kMaxJsonBytes
        OpenArray,  ///< the dump has ended without the ] of its array
        Rest,       ///< objects behind the list of articles, which are not cut
    };
    Kind kind = Kind::Value;
    std::string_view text{};  ///< valid until the next call; kWindowPadding holds for it
    std::uint64_t line = 1;   ///< on which it begins
    std::uint64_t byte = 0;   ///< at which it begins
};

/// Cuts by lines (JSON Lines), or by brackets if the dump is one array of objects, or one object
/// around a list of articles (find_article_list()), or its first line is no more than a {: objects
/// spread over lines.
class JsonSplitter {
  public:
    explicit JsonSplitter(ByteSource& bytes) : window_(bytes) {}

    /// Nothing at the end, or when the source fails: what is cut off there is left out.
    std::optional<JsonPiece> next();

  private:
    void begin();
    std::optional<JsonPiece> next_line();
    std::optional<JsonPiece> next_value();
    [[nodiscard]] JsonPiece piece(JsonPiece::Kind kind) const;
    /// How far a text goes from the front of the window.
    struct Extent {
        std::size_t size = 0;  // what is left of it, if its front has been passed
        bool fits = true;      // false: it is too long, and its front has been passed
        bool whole = true;     // false: the source has failed in its middle
    };
    Extent find_line_end();
    Extent find_value_end();
    bool skip_between_values();
    std::optional<JsonPiece> rest();
    void pass(std::size_t count);

    ByteWindow window_;
    std::uint64_t line_ = 1;
    std::size_t handed_out_ = 0;  // how many bytes of the window are the last piece's
    bool begun_ = false;
    bool by_brackets_ = false;
    bool array_open_ = false;
    bool is_wrapped_ = false;  // the array stands in an object
    bool is_over_ = false;     // … and has ended
};

}  // namespace dateline::indexer
