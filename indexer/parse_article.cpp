#include "indexer/parse_article.hpp"

#include "common/text/language.hpp"
#include "common/text/utf8.hpp"
#include "common/url.hpp"
#include "indexer/byline.hpp"
#include "indexer/detected_language.hpp"
#include "indexer/field_markup.hpp"
#include "indexer/furniture.hpp"
#include "indexer/identity.hpp"
#include "indexer/layout.hpp"
#include "indexer/line.hpp"
#include "indexer/one_line.hpp"
#include "indexer/outlets.hpp"
#include "indexer/stated_mentions.hpp"
#include "indexer/url_date.hpp"
#include "indexer/written_date.hpp"

#include <algorithm>
#include <chrono>
#include <unordered_set>

namespace dateline::indexer {
namespace {

/// `text` without blank lines before it and blanks behind it; its indentation stays.
std::string_view without_blank_ends(std::string_view text)
{
    const std::string_view content = trimmed(text);
    if (content.empty()) { return {}; }
    const auto begin = static_cast<std::size_t>(content.data() - text.data());
    const std::size_t line = text.rfind('\n', begin);
    const std::size_t from = line == std::string_view::npos ? 0 : line + 1;
    return text.substr(from, begin - from + content.size());
}

/// A date in figures whose order only the URL's date shows.
std::optional<Date> date_with_help_of_url(std::string_view stated, std::string_view url)
{
    const auto published = date_in_url(url);
    for (const DayOrder order : {DayOrder::DayFirst, DayOrder::MonthFirst}) {
        const auto found = read_date_field(stated, order);
        if (found && published && *found == *published) { return found; }
    }
    return {};
}

/// Makes one article of one record.
class ArticleParser {
  public:
    ArticleParser(const RawDocument& raw, Receipts receipts) : raw_(raw), receipts_(receipts) {}

    Result<ParsedArticle> parse()
    {
        read_fields();
        read_text();
        read_date();
        if (article().title.empty() && article().body.empty()) {
            return fail(ErrorKind::InputFormat, "neither headline nor body");
        }
        finish();
        mark_stated();
        if (replaced_ > 0) {
            report("invalid-utf8", "bytes that are not UTF-8, replaced in " +
                                       std::to_string(replaced_) +
                                       (replaced_ == 1 ? " place" : " places"));
        }
        if (has_markup_) { report("markup", "HTML in its fields, read as text"); }
        return std::move(parsed_);
    }

  private:
    Article& article() { return parsed_.analyzed.article; }

    std::string clean(std::string_view text)
    {
        const std::optional<std::string> unmarked = text_of_markup(text);
        has_markup_ = has_markup_ || unmarked.has_value();
        CleanText whole = clean_text(unmarked ? std::string_view{*unmarked} : text);
        replaced_ += whole.replaced;
        return std::move(whole.text);
    }

    void report(std::string reason, std::string message)
    {
        Notice notice;
        notice.reason = std::move(reason);
        notice.message = std::move(message);
        notice.lost = false;
        parsed_.notices.push_back(std::move(notice));
    }

    /// A decision that a field of the record has made.
    void receipt(std::string_view field, std::string_view value, std::string_view rule)
    {
        if (receipts_ == Receipts::Unwanted) { return; }
        parsed_.receipts.push_back(
            {.field = std::string{field}, .value = std::string{value}, .rule = std::string{rule}});
    }

    void read_fields();
    [[nodiscard]] std::string printed_body();
    void read_text();
    void use_layout(Layout layout);
    void set_language(std::string_view text);
    void report_repaired_url(std::string_view url);
    void drop_receipts(std::string_view field);
    [[nodiscard]] DayOrder order_of_figures() const;
    void read_date();
    void date_from_place();
    void finish();
    void mark_stated();

    const RawDocument& raw_;
    Receipts receipts_;
    ParsedArticle parsed_{};
    std::string stated_source_{};
    std::optional<Date> found_date_{};  ///< of the text
    std::string found_date_rule_{};
    std::size_t replaced_ = 0;
    bool has_markup_ = false;  ///< HTML in a field
};

void ArticleParser::read_fields()
{
    Article& article = this->article();
    article.title = in_one_line(clean(raw_.title));
    if (!article.title.empty()) { receipt("title", article.title, "field"); }
    stated_source_ = in_one_line(clean(raw_.source));
    article.source = stated_source_;
    if (!stated_source_.empty()) { receipt("source", stated_source_, "field"); }
    for (const std::string& stated : raw_.byline) {
        const std::string line = in_one_line(clean(stated));
        if (line.empty()) { continue; }
        auto byline = read_byline(line, false);
        if (!byline) { byline = Byline{.names = {line}, .outlet = {}}; }
        for (std::string& name : byline->names) {
            receipt("byline", name, "field");
            article.byline.push_back(std::move(name));
        }
    }
    const std::string url = clean(raw_.url);
    article.url = canonical_url(url);
    if (article.url.empty()) {
        if (!trimmed(url).empty()) {
            report("bad-url", "'" + in_one_line(url) + "' is no http or https URL");
        }
        return;
    }
    const bool repaired = word_count(url) > 1;
    receipt("url", article.url, repaired ? "field, repaired" : "field");
    if (repaired) { report_repaired_url(url); }
}

void ArticleParser::report_repaired_url(std::string_view url)
{
    report("url-repaired", "blanks inside of '" + in_one_line(url) + "' were left out");
}

/// The language, as far as a text without its furniture shows it.
void ArticleParser::set_language(std::string_view text)
{
    Article& article = this->article();
    article.language = language_code(trimmed(clean(raw_.language)));
    if (!article.language.empty()) { return; }
    constexpr std::size_t kEnough = 8192;  // bytes; more than the detector looks at
    const std::size_t cut = character_border(text, std::min(text.size(), kEnough));
    article.language = detect_language(article.title + "\n" + std::string{text.substr(0, cut)});
}

/// The dump's, or else what the language is known for: only English writes both orders.
DayOrder ArticleParser::order_of_figures() const
{
    if (raw_.order != DayOrder::Unknown) { return raw_.order; }
    const std::string& language = parsed_.analyzed.article.language;
    const bool is_known = !language.empty() && language != "und" && language != "en";
    return is_known ? DayOrder::DayFirst : DayOrder::Unknown;
}

/// The body as newspapers print it, behind its dateline.
std::string ArticleParser::printed_body()
{
    std::string body = clean(raw_.body);
    const std::string dateline = in_one_line(clean(raw_.dateline));
    if (dateline.empty() || trimmed(body).empty() || trimmed(body).starts_with(dateline)) {
        return body;
    }
    return dateline + ' ' + std::string{trimmed(body)};
}

/// What a text says of itself, where no field has said it.
void ArticleParser::read_text()
{
    const std::string text = printed_body();
    set_language(text);
    article().furniture = clean(raw_.furniture);
    use_layout(read_layout(text, {.order = order_of_figures(),
                                  .title = article().title,
                                  .is_body = !raw_.unstructured,
                                  .receipts = receipts_}));
}

void ArticleParser::use_layout(Layout layout)
{
    Article& article = this->article();
    const auto is_stated = [&article](std::string_view field) {
        return (field == "title" && !article.title.empty()) ||
               (field == "byline" && !article.byline.empty()) ||
               (field == "source" && !article.source.empty()) ||
               (field == "url" && !article.url.empty());
    };
    for (Receipt& receipt : layout.receipts) {
        if (!is_stated(receipt.field)) { parsed_.receipts.push_back(std::move(receipt)); }
    }
    if (article.title.empty()) { article.title = in_one_line(layout.title); }
    article.body = without_blank_ends(layout.body);
    if (article.byline.empty()) { article.byline = std::move(layout.byline); }
    if (article.source.empty()) { article.source = in_one_line(layout.source); }
    if (article.url.empty()) {
        article.url = std::move(layout.url);
        if (layout.url_repaired) { report_repaired_url(article.url); }
    }
    for (const std::string_view line : lines_of(layout.furniture)) {
        add_furniture(article.furniture, line);
    }
    found_date_ = layout.date;
    found_date_rule_ = std::move(layout.date_rule);
}

/// The date: of a field, of the text, of the URL, of the file's name.
void ArticleParser::read_date()
{
    Article& article = this->article();
    const std::string stated = in_one_line(clean(raw_.date));
    if (!stated.empty()) {
        article.date = read_date_field(stated, order_of_figures());
        if (!article.date) { article.date = date_with_help_of_url(stated, article.url); }
        if (article.date) {
            article.date_rule = "field";
            drop_receipts("date");
            receipt("date", to_string(*article.date), "field");
        } else {
            report("bad-date", "'" + stated + "' is no date, or its order is uncertain");
        }
    }
    if (!article.date && found_date_) {
        article.date = found_date_;
        article.date_rule = found_date_rule_;
    }
    if (!article.date) { date_from_place(); }
    const auto tomorrow = std::chrono::floor<std::chrono::days>(std::chrono::system_clock::now()) +
                          std::chrono::days{1};
    if (article.date && article.date->first > tomorrow) {
        report("future-date", "its date, " + to_string(*article.date) + ", is still to come");
    }
}

/// A receipt for what something better has decided since.
void ArticleParser::drop_receipts(std::string_view field)
{
    std::erase_if(parsed_.receipts, [field](const Receipt& r) { return r.field == field; });
}

void ArticleParser::date_from_place()
{
    Article& article = this->article();
    article.date = date_in_url(article.url);
    article.date_rule = article.date ? "url" : "";
    // A file of one text; a dump's name tells when it was made.
    if (!article.date && raw_.unstructured && raw_.record <= 1) {
        const std::string file = clean(place_of(raw_.file, raw_.member));
        article.date = date_in_url("file://name/" + std::string{file_stem(file)});
        article.date_rule = article.date ? "file-name" : "";
    }
    if (article.date) { receipt("date", to_string(*article.date), article.date_rule); }
}

/// What follows from the rest: a source from the URL, id, title.
void ArticleParser::finish()
{
    Article& article = this->article();
    if (article.source.empty()) {
        HostSource host = source_of_host(host_of(article.url));
        article.source = std::move(host.name);
        if (!article.source.empty()) { receipt("source", article.source, host.rule); }
    }
    article.id = article_id(raw_, stated_source_, article);
    article.file = clean_text(raw_.path).text;
    if (article.title.empty()) {
        article.title = first_sentence(article.body);
        article.title_derived = true;
        receipt("title", article.title, "first-sentence");
    }
}

void ArticleParser::mark_stated()
{
    StatedMentions mentions{parsed_.analyzed.mentions};
    for (const std::string& stated : raw_.people) {
        mentions.add_person(in_one_line(clean(stated)));
    }
    for (const std::string& stated : raw_.countries) {
        const std::string text = in_one_line(clean(stated));
        if (!mentions.add_country(text)) {
            report("unknown-country", "'" + text + "' is no country that is known");
        }
    }
}

}  // namespace

Result<ParsedArticle> parse_article(const RawDocument& raw, Receipts receipts)
{
    return ArticleParser{raw, receipts}.parse();
}

}  // namespace dateline::indexer
