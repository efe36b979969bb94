// The stored form of an article: its fields and marks as varints and strings, in one fixed order.
#include "common/storage/bodies.hpp"
#include "common/storage/bytes.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <optional>
#include <xxhash.h>

namespace dateline {
namespace {

void append_article(std::string& out, const Article& article)
{
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
    append_string(out, article.furniture);
}

// A mark begins with its field and place, four bits each, and these:
constexpr unsigned kTextIsSpan = 1;   ///< the text is what stands there
constexpr unsigned kValueIsText = 2;  ///< likewise the value
constexpr unsigned kFlagBits = 2;
constexpr unsigned kPlaceBits = 4;

/// What stands where a mark is; nothing if that is not inside a text.
std::string_view span_of(const Mention& mention, const Article& article)
{
    const std::string_view text = mention.where == FieldId::Title  ? article.title
                                  : mention.where == FieldId::Body ? article.body
                                                                   : std::string_view{};
    if (mention.begin > mention.end || mention.end > text.size()) { return {}; }
    return text.substr(mention.begin, mention.end - mention.begin);
}

/// Strings that come again in a record are numbers from then on.
class SeenStrings {
  public:
    void append(std::string& out, const std::string& text)
    {
        const auto known = std::find(seen_.begin(), seen_.end(), text);
        append_varint(out, static_cast<std::uint64_t>(known - seen_.begin()));
        if (known != seen_.end()) { return; }
        append_string(out, text);
        if (seen_.size() < kMostSeen) { seen_.push_back(text); }
    }

    /// The next string; nothing if the number is none that there can be.
    std::optional<std::string> read(ByteReader& reader)
    {
        const std::uint64_t number = reader.varint(seen_.size());
        if (!reader.ok()) { return {}; }
        if (number < seen_.size()) { return seen_[number]; }
        std::string text{reader.string()};
        if (seen_.size() < kMostSeen) { seen_.push_back(text); }
        return text;
    }

  private:
    /// Looked through for each mark.
    static constexpr std::size_t kMostSeen = 64;
    std::vector<std::string> seen_{};
};

void append_mentions(std::string& out, const AnalyzedArticle& analyzed)
{
    SeenStrings values;
    SeenStrings rules;
    std::uint32_t last = 0;
    append_varint(out, analyzed.mentions.size());
    for (const Mention& mention : analyzed.mentions) {
        const bool is_span = mention.text == span_of(mention, analyzed.article);
        const bool is_text = mention.value == mention.text;
        const auto place = static_cast<unsigned>(mention.where) << kFlagBits;
        const auto field = static_cast<unsigned>(mention.field) << (kFlagBits + kPlaceBits);
        append_varint(out,
                      (is_span ? kTextIsSpan : 0) | (is_text ? kValueIsText : 0) | place | field);
        // Mostly they ascend; where not, the difference wraps around.
        append_varint(out, mention.begin - last);
        append_varint(out, mention.end - mention.begin);
        last = mention.begin;
        if (!is_span) { append_string(out, mention.text); }
        if (!is_text) { values.append(out, mention.value); }
        rules.append(out, mention.rule);
    }
}

/// Reads the parts of a record, and remembers whether they are what an article may have.
class RecordReader {
  public:
    RecordReader(std::string_view record, RecordFormat format) : reader_(record), format_(format) {}

    Article article();
    std::vector<Mention> mentions(const Article& article);
    std::string file() { return text(); }

    /// Whether all that was read is what an article may have.
    [[nodiscard]] bool is_good() const { return is_real_ && reader_.ok(); }
    [[nodiscard]] bool is_at_end() const { return reader_.at_end(); }

  private:
    std::string text();
    std::string seen(SeenStrings& strings);
    Mention mention(const Article& article);
    Mention mention_of_schema_1(const Article& article);

    ByteReader reader_;
    RecordFormat format_;
    SeenStrings values_{};
    SeenStrings rules_{};
    std::uint32_t last_begin_ = 0;
    std::size_t unfolded_ = 0;
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
    if (format_ < RecordFormat::Schema4) { article.id = text(); }
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
    if (format_ >= RecordFormat::Schema5) { article.furniture = text(); }
    return article;
}

/// Whether a span lies in a text and cuts no character; a mark outside of texts has an empty one.
bool is_span(const Mention& mention, const Article& article)
{
    const std::string_view text = mention.where == FieldId::Title  ? article.title
                                  : mention.where == FieldId::Body ? article.body
                                                                   : std::string_view{};
    const auto is_border = [text](std::size_t at) { return character_border(text, at) == at; };
    return mention.begin <= mention.end && is_border(mention.begin) && is_border(mention.end);
}

std::string RecordReader::seen(SeenStrings& strings)
{
    auto text = strings.read(reader_);
    is_real_ = is_real_ && text && is_utf8(*text);
    return text ? *std::move(text) : std::string{};
}

Mention RecordReader::mention(const Article& article)
{
    constexpr unsigned kMost = (kFields.size() << (kFlagBits + kPlaceBits)) - 1;
    const auto head = static_cast<unsigned>(reader_.varint(kMost));
    Mention mention;
    mention.field = static_cast<FieldId>(head >> (kFlagBits + kPlaceBits));
    const unsigned place = head >> kFlagBits & ((1U << kPlaceBits) - 1);
    is_real_ = is_real_ && place < kFields.size();
    mention.where = static_cast<FieldId>(place);
    mention.begin = last_begin_ + static_cast<std::uint32_t>(reader_.varint(UINT32_MAX));
    mention.end = mention.begin + static_cast<std::uint32_t>(reader_.varint(UINT32_MAX));
    last_begin_ = mention.begin;
    is_real_ = is_real_ && is_span(mention, article);
    mention.text = (head & kTextIsSpan) != 0 ? std::string{span_of(mention, article)} : text();
    mention.value = (head & kValueIsText) != 0 ? mention.text : seen(values_);
    mention.rule = seen(rules_);
    return mention;
}

Mention RecordReader::mention_of_schema_1(const Article& article)
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
        const bool is_older = format_ == RecordFormat::Schema1;
        mentions.push_back(is_older ? mention_of_schema_1(article) : mention(article));
        // Strings that come again are short in the record: a forged one could unfold without end.
        const Mention& last = mentions.back();
        unfolded_ += last.text.size() + last.value.size() + last.rule.size();
        is_real_ = is_real_ && unfolded_ <= kMaxRecordBytes;
    }
    return mentions;
}

Failure damaged_record()
{
    return fail(ErrorKind::IndexDamaged, "a stored article is damaged",
                "check the index with dateline-index verify");
}

}  // namespace

std::string encode_article(const AnalyzedArticle& analyzed)
{
    std::string out;
    out.reserve(analyzed.article.body.size() + 512);
    append_article(out, analyzed.article);
    append_mentions(out, analyzed);
    append_string(out, analyzed.article.file);
    return out;
}

Result<AnalyzedArticle> decode_article(std::string_view record, RecordFormat format)
{
    RecordReader reader{record, format};
    AnalyzedArticle analyzed{.article = reader.article()};
    analyzed.mentions = reader.mentions(analyzed.article);
    if (format != RecordFormat::Schema1) { analyzed.article.file = reader.file(); }
    if (!reader.is_good() || !reader.is_at_end()) { return damaged_record(); }
    return analyzed;
}

std::array<char, 16> content_hash(const Article& article)
{
    std::string bytes;
    append_string(bytes, article.id);
    append_article(bytes, article);
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, XXH3_128bits(bytes.data(), bytes.size()));
    std::array<char, 16> hash{};
    std::copy(std::begin(canonical.digest), std::end(canonical.digest), hash.begin());
    return hash;
}

}  // namespace dateline
