#include "indexer/input/html_page.hpp"

#include "indexer/input/field_keys.hpp"
#include "indexer/input/markup.hpp"

#include <algorithm>
#include <array>
#include <libxml/HTMLparser.h>
#include <memory>
#include <optional>
#include <simdjson.h>

namespace dateline::indexer {
namespace {

struct FreeDocument {
    void operator()(htmlDocPtr document) const { xmlFreeDoc(document); }
};
using Document = std::unique_ptr<xmlDoc, FreeDocument>;

std::string_view view_of(const xmlChar* text)
{
    return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

bool is_element(const xmlNode* node) { return node->type == XML_ELEMENT_NODE; }

bool is_named(const xmlNode* node, std::string_view name)
{
    return is_element(node) && view_of(node->name) == name;
}

/// The node behind `node` in the order of the text, without what is inside of it; null at the end.
const xmlNode* next_outside(const xmlNode* node)
{
    while (node != nullptr && node->next == nullptr) { node = node->parent; }
    return node == nullptr ? nullptr : node->next;
}

const xmlNode* next_node(const xmlNode* node)
{
    return node->children != nullptr && node->type == XML_ELEMENT_NODE ? node->children
                                                                       : next_outside(node);
}

std::string attribute_of(const xmlNode* node, std::string_view name)
{
    for (const xmlAttr* attr = node->properties; attr != nullptr; attr = attr->next) {
        if (view_of(attr->name) != name) { continue; }
        return attr->children == nullptr ? std::string{}
                                         : std::string{view_of(attr->children->content)};
    }
    return {};
}

/// All text inside a node.
std::string inner_text(const xmlNode* node)
{
    std::string text;
    const xmlNode* const end = next_outside(node);
    for (const xmlNode* at = node; at != end && at != nullptr; at = next_node(at)) {
        if (at->type == XML_TEXT_NODE || at->type == XML_CDATA_SECTION_NODE) {
            text += view_of(at->content);
        }
    }
    return text;
}

constexpr auto kLeftOut =
    std::to_array<std::string_view>({"script", "style", "noscript", "template", "svg", "head",
                                     "iframe", "object", "select", "button", "textarea", "math"});
constexpr auto kInline = std::to_array<std::string_view>(
    {"a",    "abbr",  "acronym", "b",      "bdi", "bdo", "big",  "br",    "cite", "code", "data",
     "dfn",  "em",    "font",    "i",      "img", "ins", "kbd",  "label", "mark", "q",    "s",
     "samp", "small", "span",    "strong", "sub", "sup", "time", "tt",    "u",    "var",  "wbr"});

template <std::size_t N>
bool is_among(const xmlNode* node, const std::array<std::string_view, N>& names)
{
    return std::find(names.begin(), names.end(), view_of(node->name)) != names.end();
}

/// Text with blanks as HTML has them: any run is one, paragraphs are parted by an empty line.
class TextBuilder {
  public:
    void add(std::string_view text)
    {
        for (const char byte : text) {
            if (byte == ' ' || byte == '\n' || byte == '\t' || byte == '\r' || byte == '\f') {
                blank_ = true;
                continue;
            }
            if (breaks_ > 0) {
                if (!text_.empty()) { text_.append(breaks_, '\n'); }
            } else if (blank_ && !text_.empty()) {
                text_ += ' ';
            }
            blank_ = false;
            breaks_ = 0;
            text_ += byte;
        }
    }
    void end_line(std::size_t breaks) { breaks_ = std::max(breaks_, breaks); }

    std::string take() { return std::move(text_); }

  private:
    std::string text_{};
    std::size_t breaks_ = 0;
    bool blank_ = false;
};

std::string page_text(const xmlNode* root)
{
    TextBuilder text;
    const xmlNode* node = root;
    while (node != nullptr) {
        if (node->type == XML_TEXT_NODE) { text.add(view_of(node->content)); }
        if (is_element(node) && is_among(node, kLeftOut)) {
            const xmlNode* const behind = next_outside(node);
            text.end_line(1);
            node = behind;
            continue;
        }
        if (is_named(node, "br")) {
            text.end_line(1);
        } else if (is_element(node) && !is_among(node, kInline)) {
            text.end_line(2);
        }
        // Leaving blocks ends their paragraphs, too.
        const xmlNode* next = next_node(node);
        for (const xmlNode* left = node;
             left != nullptr && next != nullptr && left != next->parent && left->parent != nullptr;
             left = left->parent) {
            if (left != node && is_element(left) && !is_among(left, kInline)) { text.end_line(2); }
            if (left->parent == next->parent) {
                if (is_element(left) && !is_among(left, kInline)) { text.end_line(2); }
                break;
            }
        }
        node = next;
    }
    return text.take();
}

/// Puts a text where none is yet.
void fill(std::string& field, std::string_view text)
{
    if (field.empty()) { field = text; }
}

void fill(std::vector<std::string>& field, std::string_view text)
{
    if (field.empty() && !text.empty()) { field.emplace_back(text); }
}

using simdjson::dom::element;

std::string text_at(element object, const char* key)
{
    std::string_view text;
    element value;
    if (object[key].get(value) != simdjson::SUCCESS) { return {}; }
    if (value.get(text) == simdjson::SUCCESS) { return std::string{text}; }
    if (value["name"].get(text) == simdjson::SUCCESS) { return std::string{text}; }
    return {};
}

void add_authors(element article, RawDocument& raw)
{
    element authors;
    if (article["author"].get(authors) != simdjson::SUCCESS || !raw.byline.empty()) { return; }
    simdjson::dom::array list;
    if (authors.get(list) != simdjson::SUCCESS) {
        fill(raw.byline, text_at(article, "author"));
        return;
    }
    for (const element author : list) {
        std::string_view name;
        if (author.get(name) != simdjson::SUCCESS &&
            author["name"].get(name) != simdjson::SUCCESS) {
            continue;
        }
        if (raw.byline.size() < kMostListed && !name.empty()) { raw.byline.emplace_back(name); }
    }
}

/// Whether its "@type" is a kind of article: https://schema.org/Article.
bool is_article(element object)
{
    const auto ends_so = [](element type) {
        std::string_view name;
        return type.get(name) == simdjson::SUCCESS &&
               (name.ends_with("Article") || name == "BlogPosting" || name == "Report");
    };
    element type;
    if (object["@type"].get(type) != simdjson::SUCCESS) { return false; }
    simdjson::dom::array types;
    if (type.get(types) != simdjson::SUCCESS) { return ends_so(type); }
    return std::any_of(types.begin(), types.end(), ends_so);
}

/// The article among what a script of JSON-LD has: itself, in a list, or in its "@graph".
std::optional<element> article_in(element value, int depth)
{
    simdjson::dom::array list;
    if (value.get(list) == simdjson::SUCCESS && depth < 3) {
        for (const element part : list) {
            if (auto found = article_in(part, depth + 1)) { return found; }
        }
        return std::nullopt;
    }
    if (!value.is_object()) { return std::nullopt; }
    if (is_article(value)) { return value; }
    element graph;
    if (value["@graph"].get(graph) != simdjson::SUCCESS) { return std::nullopt; }
    return article_in(graph, depth + 1);
}

void read_json_ld(const std::string& script, RawDocument& raw)
{
    simdjson::dom::parser parser;
    element value;
    if (parser.parse(script).get(value) != simdjson::SUCCESS) { return; }
    const auto article = article_in(value, 0);
    if (!article) { return; }
    fill(raw.title, decode_entities(text_at(*article, "headline")));
    fill(raw.date, text_at(*article, "datePublished"));
    fill(raw.source, decode_entities(text_at(*article, "publisher")));
    fill(raw.language, text_at(*article, "inLanguage"));
    add_authors(*article, raw);
}

/// A <meta> and the field that it fills; the surest first.
struct Meta {
    std::string_view name;  ///< of its name, property or itemprop
    RawField field;
};
constexpr auto kMetas = std::to_array<Meta>({
    {"og:title", RawField::Title},
    {"article:published_time", RawField::Date},
    {"og:url", RawField::Url},
    {"og:site_name", RawField::Source},
    {"author", RawField::Byline},
    {"datePublished", RawField::Date},
    {"pubdate", RawField::Date},
    {"date", RawField::Date},
    {"DC.date", RawField::Date},
    {"twitter:title", RawField::Title},
});

/// What the elements of a page's head say.
struct Head {
    std::array<std::string, kMetas.size()> metas{};
    std::string canonical{};
    std::string title{};
    std::string time{};
};

void read_meta(const xmlNode* node, Head& head)
{
    for (const std::string_view kind : {"property", "name", "itemprop"}) {
        const std::string name = attribute_of(node, kind);
        for (std::size_t row = 0; row < kMetas.size(); ++row) {
            if (same_name(kMetas[row].name, name)) {
                fill(head.metas[row], attribute_of(node, "content"));
            }
        }
    }
}

Head read_head(const xmlNode* root, RawDocument& raw)
{
    Head head;
    for (const xmlNode* node = root; node != nullptr; node = next_node(node)) {
        if (is_named(node, "meta")) { read_meta(node, head); }
        if (is_named(node, "html")) { fill(raw.language, attribute_of(node, "lang")); }
        if (is_named(node, "title")) { fill(head.title, inner_text(node)); }
        if (is_named(node, "time")) { fill(head.time, attribute_of(node, "datetime")); }
        if (is_named(node, "link") && attribute_of(node, "rel") == "canonical") {
            fill(head.canonical, attribute_of(node, "href"));
        }
        if (is_named(node, "script") && attribute_of(node, "type") == "application/ld+json") {
            read_json_ld(inner_text(node), raw);
        }
    }
    return head;
}

void put_head(const Head& head, RawDocument& raw)
{
    fill(raw.url, head.canonical);
    for (std::size_t row = 0; row < kMetas.size(); ++row) {
        const FieldPlace& place = field_place(kMetas[row].field);
        if (place.list == nullptr) {
            fill(raw.*place.text, head.metas[row]);
        } else {
            fill(raw.*place.list, head.metas[row]);
        }
    }
    fill(raw.title, head.title);
    fill(raw.date, head.time);
}

}  // namespace

RawDocument read_page(std::string_view html, std::string_view url)
{
    constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                             HTML_PARSE_NONET | HTML_PARSE_COMPACT;
    RawDocument raw;
    const Document document{
        htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", kOptions)};
    const xmlNode* const root = document ? xmlDocGetRootElement(document.get()) : nullptr;
    if (root != nullptr) {
        put_head(read_head(root, raw), raw);
        raw.body = page_text(root);
    }
    fill(raw.url, url);
    raw.unstructured = raw.title.empty();
    return raw;
}

}  // namespace dateline::indexer
