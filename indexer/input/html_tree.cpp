#include "indexer/input/html_tree.hpp"

namespace dateline::indexer {
namespace {

std::string_view view_of(const xmlChar* text)
{
    return text == nullptr ? std::string_view{} : reinterpret_cast<const char*>(text);
}

const xmlAttr* find_attribute(const xmlNode* node, std::string_view name)
{
    const xmlAttr* attr = node->properties;
    while (attr != nullptr && view_of(attr->name) != name) { attr = attr->next; }
    return attr;
}

}  // namespace

HtmlTree parse_html(std::string_view html)
{
    constexpr int kOptions = HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING |
                             HTML_PARSE_NONET | HTML_PARSE_COMPACT;
    return HtmlTree{
        htmlReadMemory(html.data(), static_cast<int>(html.size()), nullptr, "UTF-8", kOptions)};
}

const xmlNode* root_of(const HtmlTree& tree)
{
    return tree ? xmlDocGetRootElement(tree.get()) : nullptr;
}

std::string_view name_of(const xmlNode* node) { return view_of(node->name); }
std::string_view text_of(const xmlNode* node) { return view_of(node->content); }

const xmlNode* next_outside(const xmlNode* node)
{
    while (node != nullptr && node->next == nullptr) { node = node->parent; }
    return node == nullptr ? nullptr : node->next;
}

const xmlNode* next_node(const xmlNode* node)
{
    return is_element(node) && node->children != nullptr ? node->children : next_outside(node);
}

std::string_view attribute_of(const xmlNode* node, std::string_view name)
{
    const xmlAttr* const attr = find_attribute(node, name);
    return attr == nullptr || attr->children == nullptr ? std::string_view{}
                                                        : view_of(attr->children->content);
}

bool has_attribute(const xmlNode* node, std::string_view name)
{
    return find_attribute(node, name) != nullptr;
}

std::string inner_text(const xmlNode* node)
{
    std::string text;
    const xmlNode* const end = next_outside(node);
    for (const xmlNode* at = node; at != end && at != nullptr; at = next_node(at)) {
        if (is_text(at)) { text += text_of(at); }
    }
    return text;
}

std::string one_line(std::string_view text)
{
    std::string line;
    bool blank = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char byte = text[at];
        const bool no_break = byte == '\xc2' && at + 1 < text.size() && text[at + 1] == '\xa0';
        if (no_break || byte == ' ' || (byte >= '\t' && byte <= '\r')) {
            blank = !line.empty();
            at += no_break ? 1 : 0;
            continue;
        }
        if (blank) { line += ' '; }
        blank = false;
        line += byte;
    }
    return line;
}

}  // namespace dateline::indexer
