// Dumps of MediaWiki (Wikinews): a <page> for each article, its text in wiki markup.
#include "indexer/input/entities.hpp"
#include "indexer/input/file_name.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/markup.hpp"
#include "indexer/input/wiki_text.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

constexpr auto kRecords = std::to_array<std::string_view>({"page"});

std::string decoded(std::optional<std::string_view> inside)
{
    return decode_entities(inside.value_or(""));
}

class MediawikiReader final : public DumpReader {
  public:
    explicit MediawikiReader(ByteSource& bytes) : splitter_(bytes, kRecords) {}

    Record next() override
    {
        if (!begun_) { begin(); }
        const auto piece = splitter_.next();
        if (!piece) { return EndOfDump{}; }
        ++record_;
        if (auto fault = fault_of(*piece, record_)) { return *std::move(fault); }
        if (decoded(element(piece->text, "ns")) != "0") {
            return passed_over(*piece, "no-article-page", "talk, files, templates and the like");
        }
        if (element(piece->text, "redirect")) {
            return passed_over(*piece, "redirect", "it only leads to another page");
        }
        return read(*piece);
    }

  private:
    /// What the dump says of the wiki.
    void begin()
    {
        begun_ = true;
        const std::string_view head = splitter_.head();
        site_ = decoded(element(head, "sitename"));
        if (const auto tag = next_tag(head, 0)) {
            language_ = attribute(tag->attributes, "xml:lang");
        }
        base_ = decoded(element(head, "base"));
        base_.resize(base_.rfind('/') + 1);  // npos + 1 is 0
    }

    Record read(const MarkupPiece& piece)
    {
        // With its history, a page has many revisions: the last one is what it says now.
        const auto last = std::min(piece.text.rfind("<revision>"), piece.text.size());
        const std::string_view revision = piece.text.substr(last);
        WikiText wiki = read_wiki_text(decoded(element(revision, "text")));
        RawDocument raw;
        raw.id = decoded(element(piece.text, "id"));
        raw.title = decoded(element(piece.text, "title"));
        raw.body = std::move(wiki.text);
        raw.date = std::move(wiki.date);
        raw.source = site_;
        raw.language = language_;
        if (!base_.empty()) {
            raw.url = base_ + raw.title;
            std::replace(raw.url.begin(), raw.url.end(), ' ', '_');
        }
        if (raw.title.size() + raw.body.size() > kMaxArticleBytes) {
            return notice_at(piece, record_, "too-long", "the article is longer than 16 MiB");
        }
        raw.record = record_;
        raw.line = piece.line;
        raw.byte = piece.byte;
        return raw;
    }

    [[nodiscard]] Notice passed_over(const MarkupPiece& piece, std::string_view reason,
                                     std::string_view message) const
    {
        Notice notice = notice_at(piece, record_, reason, message);
        notice.lost = false;
        return notice;
    }

    MarkupSplitter splitter_;
    std::string site_{};
    std::string language_{};
    std::string base_{};  ///< of its pages' URLs
    std::uint64_t record_ = 0;
    bool begun_ = false;
};

bool claims(std::string_view /*file_name*/, std::string_view first_bytes)
{
    if (first_sign(first_bytes) != '<') { return false; }
    const auto tag = next_tag(first_bytes.substr(0, 4096), 0);
    return tag && tag->name == "mediawiki";
}

}  // namespace

extern const Format mediawiki_format{
    .name = "mediawiki",
    .summary = "XML dumps of MediaWiki, as of Wikinews: pages that are articles, without history",
    .endings = "",
    .magic = "the first tag is <mediawiki>",
    .claims = claims,
    .open = [](const TextInput& input) -> std::unique_ptr<DumpReader> {
        return std::make_unique<MediawikiReader>(input.bytes);
    },
};

}  // namespace dateline::indexer
