// How a text is taken apart: the steps are in layout.cpp (deciding, putting together),
// layout_page.cpp (menus and footers of pages), layout_fields.cpp (what it states in fields),
// layout_head.cpp (what stands above the prose), layout_title.cpp (the headline), layout_above.cpp
// (what stands above that), layout_authors.cpp (names that need another line), layout_foot.cpp
// (what stands below the prose) and layout_scraps.cpp (what stands between them).
#pragma once

#include "indexer/credit_line.hpp"
#include "indexer/dateline.hpp"
#include "indexer/layout.hpp"
#include "indexer/layout_lines.hpp"
#include "indexer/written_date.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {

inline constexpr std::size_t kHeadLines = 14;  ///< lines with something in them
inline constexpr std::size_t kFootLines = 10;

/// Whether a line is a sentence or more, and no headline, label or name.
bool is_prose(std::string_view text);

/// "Ouvir texto", "Просмотров: 1243", "12": too short for a sentence, and does not end one.
bool is_scrap(std::string_view text);

/// How much of a long line a receipt quotes, in bytes, on a character's border.
std::size_t character_border_of(std::string_view text);

/// Who says what the source is; the first one that says something counts.
enum class SourceRank : std::uint8_t { Author, Stated, Byline, Masthead, Headline, Host, Agency };
inline constexpr std::size_t kSourceRanks = 7;

/// Takes one text apart; used once.
class LayoutReader {
  public:
    /// Text and hints must outlive it.
    LayoutReader(std::string_view text, const LayoutHints& hints);

    Layout read();

  private:
    struct SourceOffer {
        std::string name{};
        std::string_view rule{};
        std::string_view place{};
    };

    /// The nth line with something in it.
    LayoutLine& line(std::size_t n) { return lines_[content_[n]]; }
    [[nodiscard]] const LayoutLine& line(std::size_t n) const { return lines_[content_[n]]; }
    [[nodiscard]] bool is_body(std::size_t n) const { return line(n).kind == LineKind::Body; }
    /// The next line of the body behind `n`; the number of lines if there is none.
    [[nodiscard]] std::size_t next_body(std::size_t n) const;
    [[nodiscard]] std::size_t foot_begin() const
    {
        const std::size_t end = std::min(foot_end_, content_.size());
        return end - std::min(end, kFootLines);
    }

    void take(std::size_t n, LineKind kind, std::string_view rule);
    void note(std::string_view field, std::string value, std::string_view rule,
              std::string_view place);
    [[nodiscard]] DayOrder order_of(std::string_view text) const;
    [[nodiscard]] std::optional<CreditLine> credit_of(std::string_view text,
                                                      bool behind_headline) const;
    void use(const CreditLine& credit, std::string_view rule, std::string_view place);
    void set_byline(std::vector<std::string> names, std::string_view rule, std::string_view place);
    void add_byline(std::vector<std::string> names, std::string_view rule, std::string_view place);
    void offer_source(SourceRank rank, std::string_view name, std::string_view rule,
                      std::string_view place);

    // layout_head.cpp
    void take_url();
    void offer_agencies();
    bool take_stated_url(std::size_t n);
    void take_head();
    bool take_head_line(std::size_t n, bool above_prose);
    bool take_credit(std::size_t n, bool above_prose);

    // layout_title.cpp
    void set_title(std::string_view text, std::string_view rule);
    [[nodiscard]] bool is_title(std::size_t n) const;
    [[nodiscard]] bool is_whole_title(std::size_t n) const;
    bool take_title(std::size_t n);
    bool take_repeated_title(std::size_t n);

    // layout_above.cpp
    [[nodiscard]] bool is_kicker(std::size_t n) const;
    [[nodiscard]] bool is_masthead(std::size_t n) const;
    [[nodiscard]] bool has_title_below(std::size_t n) const;
    bool take_above_title(std::size_t n);

    // layout_authors.cpp
    bool take_split_byline(std::size_t n);
    bool take_author_above(std::size_t n);
    bool take_below_title(std::size_t n);
    void take_biographies();

    // layout_page.cpp
    [[nodiscard]] std::size_t first_long_prose() const;
    void offer_masthead(std::string_view text);
    void take_above(std::size_t title, std::string_view rule);
    [[nodiscard]] bool is_credit_of_title(std::size_t n) const;
    void take_menu();
    void take_above_doubled();
    void take_above_marked();
    [[nodiscard]] bool reads_as_links(std::size_t begin) const;
    bool take_page_foot();
    void take_pull_quotes();

    // layout_fields.cpp
    void take_archived();
    void take_field_line(std::size_t n);
    void take_field_block();
    void take_feed_note();
    [[nodiscard]] bool spells_title(std::string_view url) const;
    void take_url_of_title();

    // layout_scraps.cpp
    [[nodiscard]] bool is_broken(std::size_t n) const;
    [[nodiscard]] bool is_wrapped_text() const;
    [[nodiscard]] bool may_have_scraps() const;
    [[nodiscard]] bool ends_wrapped(std::size_t n) const;
    bool is_place_above(std::size_t n);
    bool take_head_scrap(std::size_t n);
    void take_teasers();
    void take_end_scraps();

    // layout_foot.cpp
    void take_end_lists();
    void take_end_notes();
    void take_author_note(std::size_t n);
    void find_last_prose();
    void take_foot();
    void take_signature(std::size_t n);

    void take_dateline();
    void use_dateline(const Dateline& dateline, std::string_view place);
    void settle_source();
    void put_together();
    void number_lines();

    std::string_view text_;
    const LayoutHints& hints_;
    std::vector<LayoutLine> lines_;
    std::vector<std::size_t> content_{};  ///< the lines that are not blank
    std::optional<Date> url_date_{};
    std::size_t width_ = 0;
    std::size_t foot_end_ = static_cast<std::size_t>(-1);  ///< behind it a page's footer
    std::size_t last_prose_ = 0;                           ///< by its place in content_
    bool date_is_update_ = false;
    bool has_title_ = false;
    bool may_be_title_ = true;
    bool below_deck_ = false;     ///< one line of text has come, right below the headline
    bool behind_byline_ = false;  ///< the line before was one
    bool behind_date_ = false;    ///< it was a line of credits
    std::string_view title_line_{};
    std::array<SourceOffer, kSourceRanks> offers_{};
    Layout layout_{};
};

}  // namespace dateline::indexer
