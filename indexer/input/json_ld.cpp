#include "indexer/input/json_ld.hpp"

#include "indexer/input/field_keys.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <optional>
#include <simdjson.h>

namespace dateline::indexer {
namespace {

using simdjson::dom::array;
using simdjson::dom::element;

constexpr std::array<std::string_view, 5> kKinds{"BlogPosting", "LiveBlogPosting",
                                                 "SocialMediaPosting", "Report", "Reportage"};
/// Where an article may be inside something else.
constexpr std::array<std::string_view, 3> kHolders{"@graph", "mainEntity", "mainEntityOfPage"};
constexpr int kDeepest = 3;

/// Calls `use` for the value, or for each of a list.
template <class Use>
void for_each_value(element value, const Use& use)
{
    array list;
    if (value.get(list) != simdjson::SUCCESS) {
        use(value);
        return;
    }
    for (const element part : list) { use(part); }
}

std::string_view text_in(element value)
{
    std::string_view text;
    return value.get(text) == simdjson::SUCCESS ? text : std::string_view{};
}

std::string_view text_at(element object, std::string_view key)
{
    element value;
    if (object[key].get(value) != simdjson::SUCCESS) { return {}; }
    std::string_view first;
    for_each_value(value, [&](element part) {
        if (first.empty()) { first = text_in(part); }
    });
    return first;
}

/// Whether its "@type" is a kind of article.
bool is_article(element object)
{
    element type;
    if (object["@type"].get(type) != simdjson::SUCCESS) { return false; }
    bool is = false;
    for_each_value(type, [&](element one) {
        const std::string_view name = text_in(one);
        is |= name.ends_with("Article") ||
              std::find(kKinds.begin(), kKinds.end(), name) != kKinds.end();
    });
    return is;
}

class JsonLdReader {
  public:
    explicit JsonLdReader(StatedArticle& stated) : stated_(stated) {}

    void read(element script)
    {
        look(script, 0);
        if (!article_) { return; }
        fill(stated_.headline, text_at(*article_, "headline"));
        if (stated_.headline.empty()) { fill(stated_.headline, text_at(*article_, "name")); }
        fill(stated_.date, text_at(*article_, "datePublished"));
        fill(stated_.modified, text_at(*article_, "dateModified"));
        fill(stated_.language, text_at(*article_, "inLanguage"));
        fill(stated_.body, text_at(*article_, "articleBody"));
        fill(stated_.url, text_at(*article_, "url"));
        std::vector<std::string> publishers;
        add_names("publisher", publishers);
        if (!publishers.empty()) { fill(stated_.publisher, publishers.front()); }
        if (stated_.authors.empty()) { add_names("author", stated_.authors); }
        if (stated_.authors.empty()) { add_names("creator", stated_.authors); }
    }

  private:
    static void fill(std::string& field, std::string_view text)
    {
        if (field.empty()) { field = text; }
    }

    /// Remembers who has which "@id", and the first article.
    void look(element value, int depth)
    {
        for_each_value(value, [&](element part) {
            if (!part.is_object()) { return; }
            const std::string_view id = text_at(part, "@id");
            const std::string_view name = text_at(part, "name");
            if (!id.empty() && !name.empty()) { names_.emplace(id, name); }
            if (!article_ && is_article(part)) { article_ = part; }
            if (depth == kDeepest) { return; }
            for (const std::string_view holder : kHolders) {
                element inside;
                if (part[holder].get(inside) == simdjson::SUCCESS) { look(inside, depth + 1); }
            }
        });
    }

    void add_names(std::string_view key, std::vector<std::string>& names) const
    {
        element value;
        if ((*article_)[key].get(value) != simdjson::SUCCESS) { return; }
        for_each_value(value, [&](element one) {
            std::string_view name = text_in(one);
            if (one.is_object()) {
                name = text_at(one, "name");
                const auto known = names_.find(text_at(one, "@id"));
                if (name.empty() && known != names_.end()) { name = known->second; }
            }
            if (!name.empty() && names.size() < kMostListed) { names.emplace_back(name); }
        });
    }

    StatedArticle& stated_;
    std::optional<element> article_{};
    std::map<std::string_view, std::string_view> names_{};
};

}  // namespace

void read_json_ld(std::string_view script, StatedArticle& stated)
{
    std::string json{script};
    std::replace_if(
        json.begin(), json.end(), [](char byte) { return byte >= 0 && byte < ' '; }, ' ');
    simdjson::dom::parser parser;
    element value;
    if (parser.parse(json).get(value) == simdjson::SUCCESS) { JsonLdReader{stated}.read(value); }
}

}  // namespace dateline::indexer
