#include "indexer/layout.hpp"

#include "common/text/utf8.hpp"
#include "common/url.hpp"
#include "indexer/dateline.hpp"
#include "indexer/furniture.hpp"
#include "indexer/layout_reader.hpp"
#include "indexer/line.hpp"
#include "indexer/outlets.hpp"
#include "indexer/url_date.hpp"
#include "indexer/written_date.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {

namespace {

/// "Evening Wire and news agencies" without those who have no name.
std::string_view without_agencies(std::string_view name)
{
    for (const std::string_view others :
         {" and news agencies", " and agencies", ", agencies", "/agencies", " with agencies",
          " y agencias", " con agencias", ", agencias", "/agencias", " e agências", " com agências",
          ", agências", " и агентства"}) {
        if (name.size() <= others.size()) { continue; }
        const std::size_t rest = name.size() - others.size();
        if (same_words(name.substr(rest), others)) { return trimmed(name.substr(0, rest)); }
    }
    return name;
}

}  // namespace

LayoutReader::LayoutReader(std::string_view text, const LayoutHints& hints)
    : text_(text), hints_(hints), lines_(mark_lines(text, hints.is_body))
{
    for (std::size_t at = 0; at < lines_.size(); ++at) {
        if (lines_[at].kind != LineKind::Blank) { content_.push_back(at); }
    }
    width_ = text_width(lines_);
}

Layout LayoutReader::read()
{
    if (!hints_.title.empty()) {
        title_line_ = hints_.title;
        has_title_ = true;
    }
    if (!hints_.is_body) {
        take_archived();
        if (layout_.url.empty()) { take_url(); }
        take_field_block();
    }
    url_date_ = date_in_url(layout_.url);
    take_end_lists();
    take_end_notes();
    find_last_prose();
    offer_agencies();
    if (take_page_foot()) { find_last_prose(); }
    take_menu();
    take_above_marked();
    take_above_doubled();
    take_teasers();
    take_end_scraps();
    take_feed_note();
    take_pull_quotes();
    take_head();
    take_url_of_title();
    take_foot();
    take_biographies();
    drop_repetition(lines_);
    take_dateline();
    settle_source();
    put_together();
    return std::move(layout_);
}

void LayoutReader::take(std::size_t n, LineKind kind, std::string_view rule)
{
    line(n).kind = kind;
    line(n).rule = rule;
}

void LayoutReader::note(std::string_view field, std::string value, std::string_view rule,
                        std::string_view place)
{
    if (hints_.receipts == Receipts::Unwanted) { return; }
    Receipt receipt{
        .field = std::string{field}, .value = std::move(value), .rule = std::string{rule}};
    if (place.data() >= text_.data() && place.data() < text_.data() + text_.size()) {
        receipt.begin = static_cast<std::uint32_t>(place.data() - text_.data());
        receipt.end = receipt.begin + static_cast<std::uint32_t>(place.size());
    }
    layout_.receipts.push_back(std::move(receipt));
}

/// The order of dates in figures: the URL's date proves it, else the dump or the language.
DayOrder LayoutReader::order_of(std::string_view text) const
{
    const bool is_day = url_date_ && url_date_->precision == Precision::Day;
    if (!is_day || text.size() > kLongestCreditLine) { return hints_.order; }
    for (const DayOrder order : {DayOrder::DayFirst, DayOrder::MonthFirst}) {
        const auto found = find_date(text, 0, order);
        if (found && found->date == *url_date_) { return order; }
    }
    return hints_.order;
}

std::optional<CreditLine> LayoutReader::credit_of(std::string_view text, bool behind_headline) const
{
    return read_credit_line(text, {.behind_headline = behind_headline,
                                   .has_byline = !layout_.byline.empty(),
                                   .order = order_of(text)});
}

void LayoutReader::use(const CreditLine& credit, std::string_view rule, std::string_view place)
{
    if (layout_.byline.empty()) { set_byline(credit.byline.names, rule, place); }
    offer_source(SourceRank::Byline, credit.byline.outlet, rule, place);
    offer_source(SourceRank::Stated, credit.source, rule, place);
    if (credit.date && (!layout_.date || (date_is_update_ && !credit.date->updated))) {
        layout_.date = credit.date->date;
        layout_.date_rule = rule;
        date_is_update_ = credit.date->updated;
        note("date", to_string(*layout_.date), rule, place);
    }
}

void LayoutReader::set_byline(std::vector<std::string> names, std::string_view rule,
                              std::string_view place)
{
    if (names.empty()) { return; }
    for (const std::string& name : names) { note("byline", name, rule, place); }
    layout_.byline = std::move(names);
}

/// Adds those who are not there yet.
void LayoutReader::add_byline(std::vector<std::string> names, std::string_view rule,
                              std::string_view place)
{
    constexpr std::size_t kMostNames = 12;
    std::vector<std::string> all = layout_.byline;
    std::vector<std::string> added;
    for (std::string& name : names) {
        if (all.size() == kMostNames || is_one_of(name, all)) { continue; }
        all.push_back(name);
        added.push_back(std::move(name));
    }
    set_byline(std::move(added), rule, place);
    layout_.byline = std::move(all);
}

/// Keeps what a place says of the source; the best rank counts, and of one rank the first.
void LayoutReader::offer_source(SourceRank rank, std::string_view name, std::string_view rule,
                                std::string_view place)
{
    name = without_agencies(trimmed(name));
    if (name.empty()) { return; }
    // Agencies' texts are published by others, if one of those is known.
    if (is_agency(name)) { rank = SourceRank::Agency; }
    SourceOffer& offer = offers_[static_cast<std::size_t>(rank)];
    if (offer.name.empty()) { offer = {std::string{name}, rule, place}; }
}

/// The dateline of the first paragraph, for what nothing else has said.
void LayoutReader::take_dateline()
{
    if (!layout_.date && url_date_) {
        layout_.date = url_date_;
        layout_.date_rule = "url";
        note("date", to_string(*layout_.date), "url", {});
    }
    for (std::size_t n = 0, seen = 0; n < content_.size() && seen < kHeadLines; ++n) {
        if (!is_body(n)) { continue; }
        ++seen;
        const std::string_view text = line(n).text;
        const auto dateline = read_dateline(text);
        if (!dateline && !is_prose(text)) { continue; }
        if (!dateline) { return; }
        const std::string_view place = text.substr(0, dateline->size);
        offer_source(SourceRank::Agency, dateline->agency, "dateline", place);
        use_dateline(*dateline, place);
        return;
    }
}

void LayoutReader::use_dateline(const Dateline& dateline, std::string_view place)
{
    if (!layout_.date && dateline.date) {
        layout_.date = dateline.date;
        layout_.date_rule = "dateline";
        note("date", to_string(*layout_.date), "dateline", place);
    }
    // The URL says the month, the dateline the day of it.
    if (!layout_.date || !dateline.day || layout_.date->precision != Precision::Month) { return; }
    const std::chrono::year_month_day known{layout_.date->first};
    const auto day = known.year() / *dateline.day;
    if (known.month() != day.month() || !day.ok()) { return; }
    layout_.date = Date{std::chrono::sys_days{day}, Precision::Day};
    note("date", to_string(*layout_.date), "dateline", place);
}

void LayoutReader::settle_source()
{
    // The address outranks an agency, and whoever prints it.
    HostSource host = source_of_host(host_of(layout_.url));
    offers_[static_cast<std::size_t>(SourceRank::Host)] = {std::move(host.name), host.rule, {}};
    for (const SourceOffer& offer : offers_) {
        if (offer.name.empty()) { continue; }
        layout_.source = offer.name;
        note("source", offer.name, offer.rule, offer.place);
        return;
    }
}

/// The body, and what is kept beside it.
void LayoutReader::put_together()
{
    bool divided = false;
    for (const LayoutLine& line : lines_) {
        if (line.kind == LineKind::Blank) { divided = true; }
        if (line.kind == LineKind::Furniture) {
            note("furniture", std::string{line.text}, line.rule, line.text);
            add_furniture(layout_.furniture, line.text);
        }
        if (line.kind == LineKind::Repeated) {
            note("body", std::string{line.text.substr(0, character_border_of(line.text))},
                 line.rule, line.text);
        }
        if (line.kind != LineKind::Body) { continue; }
        if (!line.credit.empty()) {
            note("furniture", std::string{line.credit}, "photo-credit", line.credit);
            add_furniture(layout_.furniture, line.credit);
        }
        if (!layout_.body.empty()) { layout_.body += divided ? "\n\n" : "\n"; }
        layout_.body += line.raw;
        divided = false;
    }
    number_lines();
}

/// Gives the receipts the lines on which they stand.
void LayoutReader::number_lines()
{
    std::vector<Receipt*> placed;
    for (Receipt& receipt : layout_.receipts) {
        if (receipt.end != 0) { placed.push_back(&receipt); }
    }
    std::sort(placed.begin(), placed.end(),
              [](const Receipt* a, const Receipt* b) { return a->begin < b->begin; });
    std::uint32_t line = 1;
    std::size_t at = 0;
    for (Receipt* const receipt : placed) {
        const std::string_view between = text_.substr(at, receipt->begin - at);
        line += static_cast<std::uint32_t>(std::count(between.begin(), between.end(), '\n'));
        at = receipt->begin;
        receipt->line = line;
    }
}

Layout read_layout(std::string_view text, const LayoutHints& hints)
{
    Layout layout = LayoutReader{text, hints}.read();
    // Nothing but credits and furniture: better a strange article than a lost one.
    if (layout.title.empty() && hints.title.empty() && layout.body.empty()) {
        layout.body = trimmed(text);
        layout.furniture.clear();
        std::erase_if(layout.receipts, [](const Receipt& r) { return r.field == "furniture"; });
    }
    return layout;
}

}  // namespace dateline::indexer
