// Learned furniture: paragraphs that stand in many articles of one source, as a table that people
// can edit. It lies in the index's folder; what it drops goes from body to furniture.
#pragma once

#include "common/result.hpp"
#include "common/schema/article.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline::indexer {

/// The name of the table in the folder of an index.
inline constexpr std::string_view kBoilerplateFile = "boilerplate.tsv";

/// Paragraphs of more bytes are never learned.
inline constexpr std::size_t kLongestBoilerplate = 1000;

struct BoilerplateRow {
    bool drop = true;            ///< false: people have said that it is part of its articles
    std::uint64_t articles = 0;  ///< in which it was seen
    std::string source{};        ///< may be empty: articles without a source
    std::string paragraph{};     ///< in one line

    friend bool operator==(const BoilerplateRow&, const BoilerplateRow&) = default;
};

/// What is the same of a paragraph wherever it stands in a source: case, accents and blanks aside.
std::uint64_t paragraph_key(std::string_view source, std::string_view paragraph);

/// The paragraphs of a body: its lines, or what stands between empty ones if prose is wrapped.
std::vector<std::string_view> paragraphs_of(std::string_view body);

class Boilerplate {
  public:
    Boilerplate() = default;
    explicit Boilerplate(std::vector<BoilerplateRow> rows);

    /// The table of an index; empty if there is none. Fails with InputFormat as parse() does, with
    /// Io.
    static Result<Boilerplate> open(const std::filesystem::path& index);

    /// Reads what text() writes. Fails with InputFormat at the first bad line, naming its number.
    static Result<Boilerplate> parse(std::string_view text);

    /// A line for each row: drop or keep, articles, source, paragraph, between tabs.
    [[nodiscard]] std::string text() const;

    /// Takes over what a reading of dumps has learned. A row that is there keeps its state.
    void learn(const std::vector<BoilerplateRow>& rows);

    [[nodiscard]] bool drops(std::string_view source, std::string_view paragraph) const;
    [[nodiscard]] const std::vector<BoilerplateRow>& rows() const { return rows_; }

    /// Moves what is dropped from the body to the furniture, and takes the first sentence of what
    /// is left for a headline that was derived. A body that would be empty stays as it is.
    void apply(Article& article) const;

  private:
    std::vector<BoilerplateRow> rows_{};
    std::unordered_map<std::uint64_t, std::size_t> by_key_{};  ///< places in rows_
};

}  // namespace dateline::indexer
