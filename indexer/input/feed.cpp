// Feeds (RSS, Atom, RDF): an <item> or <entry> for each article, often with all of its text.
#include "indexer/input/blanks.hpp"
#include "indexer/input/entities.hpp"
#include "indexer/input/file_name.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/markup.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

constexpr auto kRecords = std::to_array<std::string_view>({"item", "entry"});
constexpr auto kRoots = std::to_array<std::string_view>({"rss", "feed", "rdf:RDF"});

// For each field, the elements that are surest to hold it come first.
constexpr auto kIds = std::to_array<std::string_view>({"guid", "id"});
constexpr auto kTexts =
    std::to_array<std::string_view>({"content:encoded", "content", "description", "summary"});
constexpr auto kDates =
    std::to_array<std::string_view>({"pubDate", "published", "dc:date", "updated"});
constexpr auto kAuthors = std::to_array<std::string_view>({"dc:creator", "author"});

/// What stands in an element: sections of character data as they are, the rest decoded. HTML is
/// left in it.
std::string inside_of(std::string_view inside)
{
    constexpr std::string_view kOpen = "<![CDATA[";
    constexpr std::string_view kClose = "]]>";
    std::string text;
    while (!inside.empty()) {
        const auto open = std::min(inside.find(kOpen), inside.size());
        text += decode_entities(inside.substr(0, open));
        inside.remove_prefix(open);
        if (inside.empty()) { break; }
        inside.remove_prefix(kOpen.size());
        const auto close = std::min(inside.find(kClose), inside.size());
        text += inside.substr(0, close);
        inside.remove_prefix(std::min(close + kClose.size(), inside.size()));
    }
    return std::string{without_blanks(text)};
}

/// Of the first of these elements that says something; "" if none does.
std::string first_of(std::string_view record, std::span<const std::string_view> names)
{
    for (const std::string_view name : names) {
        const auto inside = element(record, name);
        std::string text = inside ? inside_of(*inside) : std::string{};
        if (!text.empty()) { return text; }
    }
    return {};
}

/// RSS: <link>URL</link>; Atom: <link rel="alternate" href="URL"/>, maybe beside others.
std::string link_of(std::string_view record)
{
    for (auto tag = next_tag(record, 0); tag; tag = next_tag(record, tag->end)) {
        if (tag->closing || tag->name != "link") { continue; }
        const std::string relation = attribute(tag->attributes, "rel");
        std::string href = attribute(tag->attributes, "href");
        if (!href.empty() && (relation.empty() || relation == "alternate")) { return href; }
        if (href.empty()) { return first_of(record.substr(tag->begin), std::array{tag->name}); }
    }
    return {};
}

/// Atom has the name in an element of its own, RSS an address with the name in brackets.
std::string author_of(std::string_view record)
{
    std::string author = first_of(record, kAuthors);
    if (const auto name = element(author, "name")) { return inside_of(*name); }
    const auto open = author.find('(');
    const bool is_address = author.find('@') < open;
    if (is_address && open != std::string::npos && author.ends_with(')')) {
        return author.substr(open + 1, author.size() - open - 2);
    }
    return author;
}

class FeedReader final : public DumpReader {
  public:
    explicit FeedReader(ByteSource& bytes) : splitter_(bytes, kRecords) {}

    Record next() override
    {
        if (!begun_) { begin(); }
        const auto piece = splitter_.next();
        if (!piece) { return EndOfDump{}; }
        ++record_;
        if (auto fault = fault_of(*piece, record_)) { return *std::move(fault); }
        return read(*piece);
    }

  private:
    /// What the feed says of itself.
    void begin()
    {
        begun_ = true;
        const std::string_view head = splitter_.head();
        site_ = first_of(head, std::array{std::string_view{"title"}});
        language_ = first_of(head, std::array{std::string_view{"language"}});
        const auto root = next_tag(head, 0);
        if (language_.empty() && root) { language_ = attribute(root->attributes, "xml:lang"); }
    }

    Record read(const MarkupPiece& piece) const
    {
        RawDocument raw;
        raw.id = first_of(piece.text, kIds);
        raw.title = first_of(piece.text, std::array{std::string_view{"title"}});
        raw.body = first_of(piece.text, kTexts);
        raw.date = first_of(piece.text, kDates);
        raw.url = link_of(piece.text);
        raw.source = site_;
        raw.language = language_;
        if (std::string author = author_of(piece.text); !author.empty()) {
            raw.byline.push_back(std::move(author));
        }
        if (raw.title.size() + raw.body.size() > kMaxArticleBytes) {
            return notice_at(piece, record_, "too-long", "the article is longer than 16 MiB");
        }
        raw.record = record_;
        raw.line = piece.line;
        raw.byte = piece.byte;
        return raw;
    }

    MarkupSplitter splitter_;
    std::string site_{};
    std::string language_{};
    std::uint64_t record_ = 0;
    bool begun_ = false;
};

bool claims(std::string_view /*file_name*/, std::string_view first_bytes)
{
    if (first_sign(first_bytes) != '<') { return false; }
    const auto tag = next_tag(first_bytes.substr(0, 4096), 0);
    return tag && std::find(kRoots.begin(), kRoots.end(), tag->name) != kRoots.end();
}

}  // namespace

extern const Format feed_format{
    .name = "feed",
    .summary = "feeds (RSS, Atom): an <item> or <entry> for each article",
    .endings = "",
    .magic = "the first tag is <rss>, <feed> or <rdf:RDF>",
    .claims = claims,
    .open = [](const TextInput& input) -> std::unique_ptr<DumpReader> {
        return std::make_unique<FeedReader>(input.bytes);
    },
};

}  // namespace dateline::indexer
