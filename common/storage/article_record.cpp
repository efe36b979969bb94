// The stored form of an article: its fields and marks as varints and strings, in one fixed order.
#include "common/storage/bodies.hpp"
#include "common/storage/bytes.hpp"
#include "common/text/utf8.hpp"

#include <array>
#include <xxhash.h>

namespace dateline {
namespace {

void append_article(std::string& out, const Article& article)
{
    append_string(out, article.id);
    append_string(out, article.title);
    append_varint(out, article.title_derived ? 1 : 0);
    append_string(out, article.body);
    append_string(out, article.date ? to_string(*article.date) : std::string{});
    append_string(out, article.date_rule);
    append_varint(out, article.byline.size());
    for (const std::string& name : article.byline) { append_string(out, name); }
    append_string(out, article.source);
    append_string(out, article.url);
    append_string(out, article.language);
    append_string(out, article.detected_by);
}

void append_mention(std::string& out, const Mention& mention)
{
    append_varint(out, static_cast<std::uint64_t>(mention.field));
    append_varint(out, static_cast<std::uint64_t>(mention.where));
    append_varint(out, mention.begin);
    append_varint(out, mention.end);
    append_string(out, mention.value);
    append_string(out, mention.text);
    append_string(out, mention.rule);
}

/// Reads the parts of a record, and remembers whether they are what an article may have.
class RecordReader {
  public:
    explicit RecordReader(std::string_view record) : reader_(record) {}

    Article article();
    std::vector<Mention> mentions(const Article& article);

    /// Whether the record was whole and nothing is left of it.
    [[nodiscard]] bool is_good() const { return is_real_ && reader_.ok() && reader_.at_end(); }

  private:
    std::string text();
    Mention mention(const Article& article);

    ByteReader reader_;
    bool is_real_ = true;
};

std::string RecordReader::text()
{
    const std::string_view text = reader_.string();
    is_real_ = is_real_ && is_utf8(text);
    return std::string{text};
}

Article RecordReader::article()
{
    Article article;
    article.id = text();
    article.title = text();
    article.title_derived = reader_.varint(1) != 0;
    article.body = text();
    if (const std::string_view date = reader_.string(); !date.empty()) {
        const auto parsed = parse_date(date);
        is_real_ = is_real_ && parsed.has_value();
        if (parsed) { article.date = *parsed; }
    }
    article.date_rule = text();
    const std::uint64_t names = reader_.varint(reader_.size_left());
    for (std::uint64_t i = 0; i < names && reader_.ok(); ++i) { article.byline.push_back(text()); }
    article.source = text();
    article.url = text();
    article.language = text();
    article.detected_by = text();
    return article;
}

/// Whether a span lies in a text and cuts no character; a mark outside of texts has an empty one.
bool is_span(const Mention& mention, const Article& article)
{
    const std::string_view text = mention.where == FieldId::Title  ? article.title
                                  : mention.where == FieldId::Body ? article.body
                                                                   : std::string_view{};
    return mention.begin <= mention.end && mention.end <= text.size() &&
           character_border(text, mention.begin) == mention.begin &&
           character_border(text, mention.end) == mention.end;
}

Mention RecordReader::mention(const Article& article)
{
    Mention mention;
    mention.field = static_cast<FieldId>(reader_.varint(kFields.size() - 1));
    mention.where = static_cast<FieldId>(reader_.varint(kFields.size() - 1));
    mention.begin = static_cast<std::uint32_t>(reader_.varint(UINT32_MAX));
    mention.end = static_cast<std::uint32_t>(reader_.varint(UINT32_MAX));
    mention.value = text();
    mention.text = text();
    mention.rule = text();
    is_real_ = is_real_ && is_span(mention, article);
    return mention;
}

std::vector<Mention> RecordReader::mentions(const Article& article)
{
    std::vector<Mention> mentions;
    const std::uint64_t count = reader_.varint(reader_.size_left());
    for (std::uint64_t i = 0; i < count && is_real_ && reader_.ok(); ++i) {
        mentions.push_back(mention(article));
    }
    return mentions;
}

}  // namespace

std::string encode_article(const AnalyzedArticle& analyzed)
{
    std::string out;
    out.reserve(analyzed.article.body.size() + 512);
    append_article(out, analyzed.article);
    append_varint(out, analyzed.mentions.size());
    for (const Mention& mention : analyzed.mentions) { append_mention(out, mention); }
    return out;
}

Result<AnalyzedArticle> decode_article(std::string_view record)
{
    RecordReader reader{record};
    AnalyzedArticle analyzed{.article = reader.article()};
    analyzed.mentions = reader.mentions(analyzed.article);
    if (!reader.is_good()) {
        return fail(ErrorKind::IndexDamaged, "a stored article is damaged",
                    "check the index with dateline-index verify");
    }
    return analyzed;
}

std::array<char, 16> content_hash(const Article& article)
{
    std::string bytes;
    append_article(bytes, article);
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
    std::array<char, 16> hash{};
    std::copy(std::begin(canonical.digest), std::end(canonical.digest), hash.begin());
    return hash;
}

}  // namespace dateline
