// One text of a dump: its encoding and format found, its records read.
#pragma once

#include "indexer/input/encoding.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/unwrap.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::indexer {

class Utf8Source;

/// How a text is read: what --dry-run shows.
struct TextFacts {
    std::string member{};  ///< its path in the archive; "" outside of one
    std::vector<std::string_view> layers{};
    const Format* format = nullptr;  ///< null: none claims it
    Encoding encoding{};             ///< charset "": the format takes the bytes as they are
    std::vector<FieldUse> fields{};  ///< so far
};

class DumpText {
  public:
    /// `forced` and `map` as for open_dump(). To `text_bytes` is added what is read.
    DumpText(Leaf leaf, const Format* forced, const FieldMap& map, std::uint64_t& text_bytes);
    DumpText(const DumpText&) = delete;
    DumpText& operator=(const DumpText&) = delete;
    ~DumpText();

    /// The next article or notice, without its place in the dump; at the end a notice of how the
    /// text failed, or that there was nothing in it.
    Record next();

    [[nodiscard]] TextFacts facts() const;
    /// Nothing more is to be read of the whole dump.
    [[nodiscard]] bool is_bomb() const;

  private:
    class Guarded;

    void begin(const Format* forced, const FieldMap& map);
    Record last_record();

    std::string member_;
    std::string name_;
    std::vector<std::string_view> layers_;
    Guarded* guard_ = nullptr;             ///< the innermost of the layers below, which own it
    Utf8Source* decoded_ = nullptr;        ///< likewise, if there is one
    std::unique_ptr<PeekedSource> bytes_;  ///< as the reader takes them
    std::unique_ptr<DumpReader> reader_{};
    const Format* format_ = nullptr;
    std::optional<Notice> repaired_{};  ///< to be told behind the article
    std::string_view trouble_{};        ///< a reason to tell at the end
    bool anything_ = false;             ///< came from the reader
    bool ended_ = false;
};

}  // namespace dateline::indexer
