#include "indexer/input/page_head.hpp"

#include "indexer/input/entities.hpp"
#include "indexer/input/field_keys.hpp"
#include "indexer/input/markup.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

enum class Fact { Title, Date, WeakDate, Author, Url, Source, Language };

/// A <meta> and what it states; of those that state the same, the surest first.
struct Meta {
    std::string_view name;  ///< of its name, property or itemprop
    Fact fact;
};
constexpr auto kMetas = std::to_array<Meta>({
    {"og:title", Fact::Title},
    {"twitter:title", Fact::Title},
    {"parsely-title", Fact::Title},
    {"sailthru.title", Fact::Title},
    {"dc.title", Fact::Title},
    {"headline", Fact::Title},
    {"article:published_time", Fact::Date},
    {"og:article:published_time", Fact::Date},
    {"article:published", Fact::Date},
    {"datePublished", Fact::Date},
    {"og:published_time", Fact::Date},
    {"publishedDate", Fact::Date},
    {"parsely-pub-date", Fact::Date},
    {"sailthru.date", Fact::Date},
    {"cXenseParse:recs:publishtime", Fact::Date},
    {"cXenseParse:publishtime", Fact::Date},
    {"article_date_original", Fact::Date},
    {"originalPublicationDate", Fact::Date},
    {"publication_date", Fact::Date},
    {"publish_date", Fact::Date},
    {"publish-date", Fact::Date},
    {"publishdate", Fact::Date},
    {"published_at", Fact::Date},
    {"pubdate", Fact::Date},
    {"ptime", Fact::Date},
    {"DC.date.issued", Fact::Date},
    {"dcterms.issued", Fact::Date},
    {"DC.date.created", Fact::Date},
    {"dcterms.created", Fact::Date},
    {"dateCreated", Fact::Date},
    {"article.published", Fact::Date},
    {"article.created", Fact::Date},
    {"DC.date", Fact::Date},
    {"dcterms.date", Fact::Date},
    {"date", Fact::WeakDate},
    {"dcterms.modified", Fact::WeakDate},
    {"article:modified_time", Fact::WeakDate},
    {"og:updated_time", Fact::WeakDate},
    {"dateModified", Fact::WeakDate},
    {"last-modified", Fact::WeakDate},
    {"author", Fact::Author},
    {"parsely-author", Fact::Author},
    {"sailthru.author", Fact::Author},
    {"byl", Fact::Author},
    {"dc.creator", Fact::Author},
    {"dcterms.creator", Fact::Author},
    {"article:author", Fact::Author},
    {"og:article:author", Fact::Author},
    {"article:author_name", Fact::Author},
    {"og:url", Fact::Url},
    {"og:site_name", Fact::Source},
    {"application-name", Fact::Source},
    {"publisher", Fact::Source},
    {"dc.publisher", Fact::Source},
    {"og:locale", Fact::Language},
    {"content-language", Fact::Language},
});

class HeadReader {
  public:
    PageHead read(const xmlNode* root)
    {
        for (const xmlNode* node = root; node != nullptr; node = next_node(node)) {
            if (is_element(node)) { read_element(node); }
        }
        return put_together();
    }

  private:
    static void fill(std::string& field, std::string_view text)
    {
        if (field.empty()) { field = one_line(text); }
    }

    void read_element(const xmlNode* node)
    {
        const std::string_view name = name_of(node);
        if (name == "meta") {
            read_meta(node);
        } else if (name == "html") {
            fill(language_, attribute_of(node, "lang"));
        } else if (name == "title") {
            // Drawings have titles, too.
            if (!is_named(node->parent, "svg") && title_.empty()) {
                title_ = one_line(inner_text(node));
            }
        } else if (name == "link") {
            if (same_name(attribute_of(node, "rel"), "canonical")) {
                fill(canonical_, attribute_of(node, "href"));
            }
        } else if (name == "script") {
            if (attribute_of(node, "type").starts_with("application/ld+json")) {
                read_json_ld(inner_text(node), head_.stated);
            }
        }
    }

    void read_meta(const xmlNode* node)
    {
        const std::string_view content = attribute_of(node, "content");
        if (content.empty()) { return; }
        for (const std::string_view kind : {"property", "name", "itemprop", "http-equiv"}) {
            const std::string_view name = attribute_of(node, kind);
            if (name.empty()) { continue; }
            for (std::size_t row = 0; row < kMetas.size(); ++row) {
                if (same_name(kMetas[row].name, name)) { fill(metas_[row], content); }
            }
        }
    }

    [[nodiscard]] std::vector<std::string> all_of(Fact fact) const
    {
        std::vector<std::string> texts;
        for (std::size_t row = 0; row < kMetas.size(); ++row) {
            if (kMetas[row].fact == fact && !metas_[row].empty()) { texts.push_back(metas_[row]); }
        }
        return texts;
    }

    static void add(std::vector<std::string>& list, const std::string& text)
    {
        if (!text.empty()) { list.push_back(text); }
    }

    static void add_all(std::vector<std::string>& list, const std::vector<std::string>& texts)
    {
        for (const std::string& text : texts) { add(list, text); }
    }

    PageHead put_together()
    {
        // Some sites write HTML's entities into JSON.
        add(head_.titles, one_line(decode_entities(head_.stated.headline)));
        add_all(head_.titles, all_of(Fact::Title));
        add(head_.titles, title_);
        add(head_.dates, head_.stated.date);
        add_all(head_.dates, all_of(Fact::Date));
        add_all(head_.weak_dates, all_of(Fact::WeakDate));
        add(head_.weak_dates, head_.stated.modified);
        for (const std::string& author : head_.stated.authors) {
            add(head_.authors, one_line(decode_entities(author)));
        }
        // The article's own names, or else what one meta element says, not both.
        if (head_.authors.empty()) { add_all(head_.authors, all_of(Fact::Author)); }
        add(head_.urls, canonical_);
        add_all(head_.urls, all_of(Fact::Url));
        add(head_.urls, head_.stated.url);
        for (const std::string& source : all_of(Fact::Source)) { fill(head_.source, source); }
        fill(head_.source, decode_entities(head_.stated.publisher));
        head_.language = language_;
        fill(head_.language, head_.stated.language);
        for (const std::string& language : all_of(Fact::Language)) {
            fill(head_.language, language);
        }
        return std::move(head_);
    }

    PageHead head_{};
    std::array<std::string, kMetas.size()> metas_{};
    std::string canonical_{};
    std::string title_{};
    std::string language_{};
};

}  // namespace

PageHead read_head(const xmlNode* root) { return HeadReader{}.read(root); }

}  // namespace dateline::indexer
