// The stored form of an article: its fields and marks as varints and strings, in one fixed order.
#include "common/storage/bodies.hpp"
#include "common/storage/bytes.hpp"

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

Article read_article(ByteReader& reader, bool& date_is_real)
{
    Article article;
    article.id = reader.string();
    article.title = reader.string();
    article.title_derived = reader.varint(1) != 0;
    article.body = reader.string();
    if (const std::string_view date = reader.string(); !date.empty()) {
        const auto parsed = parse_date(date);
        date_is_real = parsed.has_value();
        if (parsed) { article.date = *parsed; }
    }
    article.date_rule = reader.string();
    const std::uint64_t names = reader.varint(reader.size_left());
    for (std::uint64_t i = 0; i < names && reader.ok(); ++i) {
        article.byline.emplace_back(reader.string());
    }
    article.source = reader.string();
    article.url = reader.string();
    article.language = reader.string();
    article.detected_by = reader.string();
    return article;
}

Mention read_mention(ByteReader& reader, const Article& article, bool& span_is_real)
{
    Mention mention;
    mention.field = static_cast<FieldId>(reader.varint(kFields.size() - 1));
    mention.where = static_cast<FieldId>(reader.varint(kFields.size() - 1));
    mention.begin = static_cast<std::uint32_t>(reader.varint(UINT32_MAX));
    mention.end = static_cast<std::uint32_t>(reader.varint(UINT32_MAX));
    mention.value = reader.string();
    mention.text = reader.string();
    mention.rule = reader.string();
    const std::size_t size = mention.where == FieldId::Title  ? article.title.size()
                             : mention.where == FieldId::Body ? article.body.size()
                                                              : 0;
    span_is_real = span_is_real && mention.begin <= mention.end && mention.end <= size;
    return mention;
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
    ByteReader reader{record};
    bool is_real = true;
    AnalyzedArticle analyzed{.article = read_article(reader, is_real)};
    const std::uint64_t mentions = reader.varint(reader.size_left());
    for (std::uint64_t i = 0; i < mentions && reader.ok(); ++i) {
        analyzed.mentions.push_back(read_mention(reader, analyzed.article, is_real));
    }
    if (!reader.ok() || !reader.at_end() || !is_real) {
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
