#include "indexer/input/page_blocks.hpp"

#include "common/text/utf8.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

constexpr auto kUnseen = std::to_array<std::string_view>(
    {"script", "style",    "noscript", "template", "svg",    "head",   "iframe", "object",
     "select", "button",   "textarea", "math",     "canvas", "audio",  "video",  "map",
     "input",  "datalist", "applet",   "embed",    "title",  "source", "track"});
constexpr auto kInline = std::to_array<std::string_view>(
    {"a",    "abbr",    "acronym", "b", "bdi",  "bdo",   "big",  "cite",   "code",   "data",
     "dfn",  "em",      "font",    "i", "img",  "ins",   "del",  "kbd",    "label",  "mark",
     "nobr", "picture", "q",       "s", "samp", "small", "span", "strike", "strong", "sub",
     "sup",  "time",    "tt",      "u", "var",  "wbr",   "ruby", "rt"});
/// Inside these, an element in the line is part of a sentence whatever its class says.
constexpr auto kProse = std::to_array<std::string_view>(
    {"p", "li", "td", "th", "dd", "dt", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"});

template <std::size_t N>
bool is_among(const xmlNode* node, const std::array<std::string_view, N>& names)
{
    return std::find(names.begin(), names.end(), name_of(node)) != names.end();
}

std::uint8_t heading_level(const xmlNode* node)
{
    const std::string_view name = name_of(node);
    if (name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6') {
        return static_cast<std::uint8_t>(name[1] - '0');
    }
    if (attribute_of(node, "role") != "heading") { return 0; }
    const std::string_view level = attribute_of(node, "aria-level");
    return level.size() == 1 && level[0] >= '1' && level[0] <= '6'
               ? static_cast<std::uint8_t>(level[0] - '0')
               : std::uint8_t{2};
}

bool is_list(const xmlNode* node) { return is_named(node, "ul") || is_named(node, "ol"); }

/// Scripts that write words without blanks, of which a letter says as much as three elsewhere.
bool is_dense(char32_t letter)
{
    return (letter >= 0x2E80 && letter < 0xAC00) || (letter >= 0xF900 && letter < 0xFB00) ||
           letter >= 0x20000;
}

class BlockReader {
  public:
    PageBlocks read(const xmlNode* root)
    {
        open_part(root, 0);
        const xmlNode* node = root->children;
        while (node != nullptr) { node = step(node, root); }
        flush();
        while (!open_.empty()) { close_part(); }
        return std::move(page_);
    }

  private:
    /// An element that was entered and not left.
    struct Open {
        std::uint32_t part;
        std::uint8_t heading;
        bool item;
    };

    const xmlNode* step(const xmlNode* node, const xmlNode* root)
    {
        if (is_text(node)) { add_text(text_of(node)); }
        if (is_element(node) && enter(node) && node->children != nullptr) { return node->children; }
        while (node != nullptr && node != root) {
            if (is_element(node)) { leave(node); }
            if (node->next != nullptr) { return node->next; }
            node = node->parent;
        }
        return nullptr;
    }

    /// False if nothing of what is inside counts.
    bool enter(const xmlNode* node)
    {
        if (is_among(node, kUnseen)) {
            blank_ = true;
            return false;
        }
        if (is_named(node, "img")) { page_.parts[open_.back().part].image = true; }
        if (is_named(node, "br")) {
            flush();
            ++breaks_;
            return false;
        }
        if (is_among(node, kInline) && !stands_alone(node)) {
            if (is_hidden(node)) { return false; }
            if (is_named(node, "a")) { ++links_; }
            return true;
        }
        flush();
        breaks_ = 2;
        open_part(node, open_.back().part);
        return true;
    }

    void leave(const xmlNode* node)
    {
        if (is_named(node, "a") && links_ > 0 && !is_hidden(node)) { --links_; }
        if (open_.empty() || page_.parts[open_.back().part].node != node) { return; }
        flush();
        breaks_ = 2;
        close_part();
    }

    static bool is_hidden(const xmlNode* node)
    {
        return node->properties != nullptr && (hints_of(node) & kHiddenHint) != 0;
    }

    /// A date or a name that is set apart by nothing but an element in the line.
    static bool stands_alone(const xmlNode* node)
    {
        if (node->properties == nullptr || is_named(node, "a") || hints_of(node) == 0) {
            return false;
        }
        const xmlNode* above = node->parent;
        while (above != nullptr && is_element(above) && is_among(above, kInline)) {
            above = above->parent;
        }
        return above != nullptr && is_element(above) && !is_among(above, kProse);
    }

    void open_part(const xmlNode* node, std::uint32_t parent)
    {
        const auto index = static_cast<std::uint32_t>(page_.parts.size());
        PagePart part{.node = node, .parent = parent};
        part.first = static_cast<std::uint32_t>(page_.blocks.size());
        part.hints = hints_of(node);
        page_.parts.push_back(part);
        const Open above = open_.empty() ? Open{0, 0, false} : open_.back();
        const std::uint8_t level = heading_level(node);
        open_.push_back({index, level != 0 ? level : above.heading, above.item || is_list(node)});
    }

    void close_part()
    {
        PagePart& part = page_.parts[open_.back().part];
        page_.parts[part.parent].image |= part.image;
        part.end = static_cast<std::uint32_t>(page_.parts.size());
        part.last = static_cast<std::uint32_t>(page_.blocks.size());
        open_.pop_back();
    }

    void add_text(std::string_view text)
    {
        while (!text.empty()) {
            const char32_t letter = take_code_point(text);
            if (letter <= ' ' || letter == 0xA0 || letter == 0x3000) {
                blank_ = true;
                continue;
            }
            if (blank_ && !block_.text.empty()) { block_.text += ' '; }
            blank_ = false;
            append_utf8(block_.text, letter);
            const std::uint32_t weight = is_dense(letter) ? 3 : 1;
            block_.letters += weight;
            block_.linked += links_ > 0 ? weight : 0;
        }
    }

    void flush()
    {
        blank_ = false;
        if (block_.text.empty()) { return; }
        block_.part = open_.back().part;
        block_.heading = open_.back().heading;
        block_.item = open_.back().item;
        block_.line = breaks_ == 1;
        page_.blocks.push_back(std::move(block_));
        block_ = {};
        breaks_ = 0;
    }

    PageBlocks page_{};
    PageBlock block_{};
    std::vector<Open> open_{};
    unsigned links_ = 0;
    unsigned breaks_ = 2;
    bool blank_ = false;
};

}  // namespace

PageBlocks read_blocks(const xmlNode* root) { return BlockReader{}.read(root); }

}  // namespace dateline::indexer
