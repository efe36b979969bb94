// What a search finds: plain data, the same for the terminal, JSON and later the web page.
#pragma once

#include "common/schema/article.hpp"
#include "common/schema/field.hpp"
#include "searcher/search/facet.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dateline::searcher {

/// A half-open byte span of a text, to be highlighted.
struct Mark {
    std::size_t begin = 0;
    std::size_t end = 0;

    friend bool operator==(const Mark&, const Mark&) = default;
};

/// What is read of the articles that are found.
enum class HitDetail : std::uint8_t {
    All,  ///< fields, names, snippet, marks
    Ids,  ///< id and score
};

struct Hit {
    std::string id{};
    std::string title{};
    std::vector<Mark> title_marks{};  ///< ascending, not overlapping
    bool title_derived = false;
    std::optional<Date> date{};
    std::vector<std::string> byline{};
    std::string source{};
    std::string url{};
    std::string language{};
    double score = 0;       ///< BM25 and what is on top: comparable within one result only
    std::string snippet{};  ///< plain UTF-8, untrusted; without line breaks
    std::vector<Mark> snippet_marks{};
    Mark passage{};                        ///< where the snippet stands in the stored body
    std::vector<Mark> passage_marks{};     ///< what matched in it, as places of the body
    std::vector<std::string> people{};     ///< as the facet shows them
    std::vector<std::string> countries{};  ///< ISO codes
};

struct FacetCount {
    std::string value{};  ///< name, ISO code, YYYY-MM-DD, YYYY-MM, YYYY, or "undated"
    std::string name{};   ///< of a country: what it is called; else empty
    std::uint64_t articles = 0;
    std::string with{};   ///< of a pair: the other name, behind `value` in byte order; else empty
    bool chosen = false;  ///< a filter has chosen it
};

struct Facet {
    FacetId id = FacetId::Person;
    /// Most frequent first, ties in byte order; periods in order of time, "undated" last.
    std::vector<FacetCount> counts{};
    /// How many values there are, shown or not; of pairs, how many are shown.
    std::uint64_t distinct = 0;
};

/// A part of a query, and what it finds by itself.
struct Clause {
    std::string part{};      ///< as it was read: (near/5 putin maduro)
    std::size_t depth = 0;   ///< below how many other parts it stands
    std::string searched{};  ///< which terms, and whether each article's words are looked at
    std::uint64_t articles = 0;
    double ms = 0;
    std::vector<std::string> nearest{};  ///< words of the index spelled nearly so, if it finds none
    std::string
        why{};  ///< why it finds none: "12 articles have all of them, but not in one sentence"
};

struct SearchResult {
    std::string query{};               ///< as it was asked
    std::vector<std::string> notes{};  ///< how it was understood, where that may surprise
    /// If it was to be explained: all parts. If nothing was found: the parts, down to those that
    /// are there.
    std::vector<Clause> clauses{};
    std::string why{};  ///< why nothing was found, if no clause says it
    bool is_explained = false;
    std::uint64_t total = 0;  ///< how many articles match: exact, removed ones left out
    double took_ms = 0;
    std::uint64_t offset = 0;  ///< how many hits before the first one here were left out
    std::vector<Hit> hits{};   ///< best first
    std::vector<Facet> facets{};
};

/// One article as `show` prints it: with all its marks.
struct ShownArticle {
    AnalyzedArticle analyzed{};
    /// What a query matched in it, ascending, not overlapping; none without a query.
    std::vector<Mark> title_matches{};
    std::vector<Mark> body_matches{};
};

}  // namespace dateline::searcher
