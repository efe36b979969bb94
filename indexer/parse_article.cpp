#include "indexer/parse_article.hpp"

#include "common/country.hpp"
#include "common/text/language.hpp"
#include "common/text/tokenizer.hpp"
#include "common/text/utf8.hpp"
#include "common/url.hpp"
#include "indexer/byline.hpp"
#include "indexer/date_line.hpp"
#include "indexer/identity.hpp"
#include "indexer/layout.hpp"
#include "indexer/line.hpp"
#include "indexer/person_field.hpp"
#include "indexer/written_date.hpp"

#include <algorithm>
#include <unordered_set>

namespace dateline::indexer {
namespace {

constexpr std::size_t kDerivedTitle = 160;  ///< characters

/// `text` in one line: runs of blanks and line breaks become one blank.
std::string in_one_line(std::string_view text)
{
    std::string line;
    for (const std::string_view word : words_of(text)) {
        if (!line.empty()) { line += ' '; }
        line += word;
    }
    return line;
}

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

/// The first sentence of a body, cut between words if it is long.
std::string first_sentence(std::string_view body)
{
    // Enough for any sentence that is not cut, in four bytes a character, markup aside.
    constexpr std::size_t kEnough = 2000;
    body = trimmed(body);
    const std::string_view front =
        body.substr(0, character_border(body, std::min(body.size(), kEnough)));
    TokenList words;
    tokenize(front, words);
    std::size_t end = front.size();
    for (std::size_t n = 1; n < words.tokens.size(); ++n) {
        if (words.tokens[n].before == Break::None) { continue; }
        // Quotes and brackets before the next sentence's first word are that sentence's.
        const std::string_view between =
            front.substr(words.tokens[n - 1].end, words.tokens[n].begin - words.tokens[n - 1].end);
        const std::size_t blank = between.find_first_of(" \n");
        end = words.tokens[n - 1].end + std::min(blank, between.size());
        break;
    }
    std::string sentence = in_one_line(front.substr(0, end));
    if (character_count(sentence) <= kDerivedTitle) { return sentence; }
    std::size_t cut = 0;
    for (std::size_t n = 0; n < kDerivedTitle; ++n) {
        std::string_view rest = std::string_view{sentence}.substr(cut);
        const std::size_t before = rest.size();
        take_code_point(rest);
        cut += before - rest.size();
    }
    // Scripts without blanks are cut where they stand.
    const std::size_t blank = sentence.rfind(' ', cut);
    sentence.resize(blank == std::string::npos || blank == 0 ? cut : blank);
    return sentence + "…";
}

/// Makes one article of one record.
class ArticleParser {
  public:
    explicit ArticleParser(const RawDocument& raw) : raw_(raw) {}

    Result<ParsedArticle> parse()
    {
        read_fields();
        if (raw_.unstructured) { read_text(); }
        if (article().title.empty() && article().body.empty()) {
            return fail(ErrorKind::InputFormat, "neither headline nor body");
        }
        finish();
        mark_people();
        mark_countries();
        if (replaced_ > 0) {
            report("invalid-utf8", "bytes that are not UTF-8, replaced in " +
                                       std::to_string(replaced_) +
                                       (replaced_ == 1 ? " place" : " places"));
        }
        return std::move(parsed_);
    }

  private:
    Article& article() { return parsed_.analyzed.article; }

    std::string clean(std::string_view text)
    {
        CleanText whole = clean_text(text);
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

    void read_fields();
    void read_text();
    void finish();
    void mark_people();
    void mark_countries();
    void mark(FieldId field, std::string value, std::string text);

    const RawDocument& raw_;
    ParsedArticle parsed_{};
    std::string stated_source_{};
    std::unordered_set<std::string> marked_{};  ///< kind and value of what is marked already
    std::size_t replaced_ = 0;
};

void ArticleParser::read_fields()
{
    article().title = in_one_line(clean(raw_.title));
    if (!raw_.unstructured) { article().body = without_blank_ends(clean(raw_.body)); }
    stated_source_ = in_one_line(clean(raw_.source));
    article().source = stated_source_;
    for (const std::string& stated : raw_.byline) {
        const std::string line = in_one_line(clean(stated));
        if (line.empty()) { continue; }
        auto byline = read_byline(line, false);
        if (!byline) { byline = Byline{.names = {line}, .outlet = {}}; }
        for (std::string& name : byline->names) { article().byline.push_back(std::move(name)); }
    }
    const std::string url = clean(raw_.url);
    article().url = canonical_url(url);
    if (article().url.empty() && !trimmed(url).empty()) {
        report("bad-url", "'" + in_one_line(url) + "' is no http or https URL");
    }
    const std::string date = in_one_line(clean(raw_.date));
    if (date.empty()) { return; }
    article().date = read_date_field(date);
    if (article().date) {
        article().date_rule = "field";
    } else {
        report("bad-date", "'" + date + "' is no date, or its order is uncertain");
    }
}

/// What a text without fields says of itself, where no field has said it.
void ArticleParser::read_text()
{
    Layout layout = read_layout(clean(raw_.body));
    Article& article = this->article();
    if (article.title.empty()) { article.title = in_one_line(layout.title); }
    article.body = without_blank_ends(layout.body);
    if (article.byline.empty()) { article.byline = std::move(layout.byline); }
    if (article.source.empty()) { article.source = in_one_line(layout.source); }
    if (article.url.empty()) { article.url = std::move(layout.url); }
    if (!article.date && layout.date) {
        article.date = layout.date;
        article.date_rule = std::move(layout.date_rule);
    }
}

/// What follows from the rest: a date and a source from the URL, title, language, id.
void ArticleParser::finish()
{
    Article& article = this->article();
    if (!article.date) {
        article.date = date_in_url(article.url);
        if (article.date) { article.date_rule = "url"; }
    }
    if (article.source.empty()) { article.source = host_of(article.url); }
    article.id = article_id(raw_, stated_source_, article);
    article.file = clean_text(raw_.path).text;
    article.language = language_code(trimmed(clean(raw_.language)));
    if (article.language.empty()) {
        constexpr std::size_t kEnough = 8192;  // bytes; more than the detector looks at
        const std::string_view body = article.body;
        const std::size_t cut = character_border(body, std::min(body.size(), kEnough));
        article.language = detect_language(article.title + "\n" + std::string{body.substr(0, cut)});
    }
    if (article.title.empty()) {
        article.title = first_sentence(article.body);
        article.title_derived = true;
    }
}

void ArticleParser::mark(FieldId field, std::string value, std::string text)
{
    if (!marked_.insert(field == FieldId::Person ? "P" + value : "C" + value).second) { return; }
    Mention mention;
    mention.field = field;
    mention.where = FieldId::Id;
    mention.value = std::move(value);
    mention.text = std::move(text);
    mention.rule = "field";
    parsed_.analyzed.mentions.push_back(std::move(mention));
}

void ArticleParser::mark_people()
{
    for (const std::string& stated : raw_.people) {
        std::string text = in_one_line(clean(stated));
        std::string name = person_name(text);
        if (!name.empty()) { mark(FieldId::Person, std::move(name), std::move(text)); }
    }
}

void ArticleParser::mark_countries()
{
    for (const std::string& stated : raw_.countries) {
        std::string text = in_one_line(clean(stated));
        if (text.empty()) { continue; }
        if (auto code = country_code(text)) {
            mark(FieldId::Country, *std::move(code), std::move(text));
        } else {
            report("unknown-country", "'" + text + "' is no country that is known");
        }
    }
}

}  // namespace

Result<ParsedArticle> parse_article(const RawDocument& raw) { return ArticleParser{raw}.parse(); }

}  // namespace dateline::indexer
