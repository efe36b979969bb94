// Finds the fields of one record of CSV (RFC 4180) in bytes that come bit by bit.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// How a file's records are written.
struct CsvStyle {
    char delimiter = ',';
    /// A record is a line, and a quote that is not closed on it is a letter like any other: TSV,
    /// which often has no quoting at all.
    bool by_lines = false;
};

/// A quote inside a quoted field that no delimiter or line end follows is taken for part of the
/// text: many who write CSV forget to double them. So a quote too many costs a record or two.
class CsvRecord {
  public:
    enum class Sight : std::uint8_t {
        Inside,    ///< it goes on behind the bytes
        Whole,     ///< it is size() bytes long, its line end included
        Unclosed,  ///< the bytes are all there are, and a quote is not closed
    };

    /// Goes on; `bytes` begin with the record, and with those of the call before. `is_all`: nothing
    /// follows them.
    Sight look(std::string_view bytes, bool is_all, const CsvStyle& style);

    [[nodiscard]] std::size_t size() const { return at_; }
    [[nodiscard]] std::size_t count() const { return fields_.size(); }
    /// The text of a field, quotes taken off; `bytes` as look() had them.
    [[nodiscard]] std::string field(std::string_view bytes, std::size_t number) const;

  private:
    enum class State : std::uint8_t { Begin, Plain, Quoted };
    struct Field {
        std::size_t begin = 0;
        std::size_t end = 0;
        bool quoted = false;
    };
    bool step_plain(std::string_view bytes, const CsvStyle& style);
    bool step_quoted(std::string_view bytes, bool is_all, const CsvStyle& style);
    void end_field(std::size_t end, bool quoted);

    std::vector<Field> fields_{};
    std::size_t begin_ = 0;  // of the field
    std::size_t at_ = 0;
    State state_ = State::Begin;
    bool whole_ = false;
};

}  // namespace dateline::indexer
