// A page as the tree that libxml2's HTML parser makes of it, and what is asked of its nodes.
// Nothing is fetched, no entity is defined by the page, and nothing here recurses.
#pragma once

#include <libxml/HTMLparser.h>
#include <memory>
#include <string>
#include <string_view>

namespace dateline::indexer {

struct FreeHtml {
    void operator()(xmlDoc* document) const { xmlFreeDoc(document); }
};
using HtmlTree = std::unique_ptr<xmlDoc, FreeHtml>;

/// `html` is UTF-8; what is broken is mended as the parser thinks best. Null if there is nothing.
/// What is nested deeper than 256 is left out with all behind it (libxml2's own limit).
HtmlTree parse_html(std::string_view html);

/// The root element, or null.
const xmlNode* root_of(const HtmlTree& tree);

inline bool is_element(const xmlNode* node) { return node->type == XML_ELEMENT_NODE; }

inline bool is_text(const xmlNode* node)
{
    return node->type == XML_TEXT_NODE || node->type == XML_CDATA_SECTION_NODE;
}

/// The name of an element, in lower case; the text of a text.
std::string_view name_of(const xmlNode* node);
std::string_view text_of(const xmlNode* node);

inline bool is_named(const xmlNode* node, std::string_view name)
{
    return is_element(node) && name_of(node) == name;
}

/// The node behind `node` in the order of the text, without what is inside of it; null at the end.
const xmlNode* next_outside(const xmlNode* node);

/// The next node in the order of the text.
const xmlNode* next_node(const xmlNode* node);

/// The value of an attribute, or "". Lives as long as the tree.
std::string_view attribute_of(const xmlNode* node, std::string_view name);

/// Whether there is such an attribute, with a value or without.
bool has_attribute(const xmlNode* node, std::string_view name);

/// All text inside a node, as it stands there.
std::string inner_text(const xmlNode* node);

/// `text` with each run of blanks, no-break ones too, as one; none at its ends.
std::string one_line(std::string_view text);

}  // namespace dateline::indexer
