// Finds where a JSON value ends by its brackets and strings alone, without parsing it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace dateline::indexer {

/// Follows one value through any number of stretches of bytes. Memory is bounded.
class JsonNesting {
  public:
    enum class Sight : std::uint8_t {
        Inside,  ///< all the bytes belong to the value, and it goes on
        End,     ///< the value ends with the last of `count` bytes
    };
    struct Seen {
        Sight sight;
        std::size_t count;  ///< how many of the bytes belong to the value
    };

    /// Looks at the bytes behind those it has seen; the first one ever is neither blank nor a
    /// comma.
    ///
    /// A broken value (a string without its end, a bracket too few) ends where another object
    /// evidently begins: at a { that cannot stand where it does. So its neighbours are not lost.
    Seen look(std::string_view bytes);

  private:
    enum class Step : std::uint8_t { GoOn, EndHere, EndBefore };
    Step see(char byte);
    Step see_in_string(char byte);
    Step close(char bracket);
    void open(char bracket);
    [[nodiscard]] bool object_may_begin() const;

    std::string open_{};     // the brackets that are open, as far as they are kept
    std::size_t depth_ = 0;  // how many there are
    char last_ = '\0';       // the last byte outside strings that is not blank
    bool in_string_ = false;
    bool escaped_ = false;
    bool broken_ = false;
    bool line_begins_ = false;
};

}  // namespace dateline::indexer
