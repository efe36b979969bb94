#include "indexer/input/field_keys.hpp"

#include "common/text/utf8.hpp"
#include "indexer/input/blanks.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline::indexer {
namespace {

/// A key that dumps use, folded (fold()): feeds, news-please, trafilatura, NewsAPI, collections of
/// news in several languages.
struct KnownKey {
    std::string_view key;
    RawField field;
};

// For each field, the keys that are surest to mean it come first.
constexpr auto kKnownKeys = std::to_array<KnownKey>({
    {"id", RawField::Id},
    {"_id", RawField::Id},
    {"guid", RawField::Id},
    {"uuid", RawField::Id},
    {"docno", RawField::Id},
    {"doc_id", RawField::Id},
    {"article_id", RawField::Id},
    {"title", RawField::Title},
    {"headline", RawField::Title},
    {"titulo", RawField::Title},
    {"titulo_noticia", RawField::Title},
    {"titre", RawField::Title},
    {"titel", RawField::Title},
    {"заголовок", RawField::Title},
    {"article_title", RawField::Title},
    {"news_title", RawField::Title},
    {"body", RawField::Body},
    {"text", RawField::Body},
    {"content", RawField::Body},
    {"articlebody", RawField::Body},
    {"article_body", RawField::Body},
    {"article_text", RawField::Body},
    {"maintext", RawField::Body},
    {"main_text", RawField::Body},
    {"full_text", RawField::Body},
    {"fulltext", RawField::Body},
    {"body_text", RawField::Body},
    {"content_text", RawField::Body},
    {"content_html", RawField::Body},
    {"article", RawField::Body},
    {"story", RawField::Body},
    {"texto", RawField::Body},
    {"cuerpo", RawField::Body},
    {"contenido", RawField::Body},
    {"conteudo", RawField::Body},
    {"texte", RawField::Body},
    {"inhalt", RawField::Body},
    {"текст", RawField::Body},
    {"date", RawField::Date},
    {"published", RawField::Date},
    {"pubdate", RawField::Date},
    {"datepublished", RawField::Date},
    {"publication_date", RawField::Date},
    {"created_at", RawField::Date},
    {"publishedat", RawField::Date},
    {"published_at", RawField::Date},
    {"date_published", RawField::Date},
    {"date_publish", RawField::Date},
    {"pub_date", RawField::Date},
    {"publish_date", RawField::Date},
    {"published_date", RawField::Date},
    {"publicationdate", RawField::Date},
    {"datetime", RawField::Date},
    {"timestamp", RawField::Date},
    {"fecha", RawField::Date},
    {"fecha_publicacion", RawField::Date},
    {"data_publicacao", RawField::Date},
    {"дата", RawField::Date},
    {"data", RawField::Date},
    {"url", RawField::Url},
    {"link", RawField::Url},
    {"web_url", RawField::Url},
    {"article_url", RawField::Url},
    {"canonical_url", RawField::Url},
    {"permalink", RawField::Url},
    {"href", RawField::Url},
    {"enlace", RawField::Url},
    {"ссылка", RawField::Url},
    {"source", RawField::Source},
    {"publisher", RawField::Source},
    {"outlet", RawField::Source},
    {"publication", RawField::Source},
    {"newspaper", RawField::Source},
    {"site_name", RawField::Source},
    {"sitename", RawField::Source},
    {"source_name", RawField::Source},
    {"source_domain", RawField::Source},
    {"hostname", RawField::Source},
    {"domain", RawField::Source},
    {"fuente", RawField::Source},
    {"medio", RawField::Source},
    {"fonte", RawField::Source},
    {"veiculo", RawField::Source},
    {"источник", RawField::Source},
    {"language", RawField::Language},
    {"lang", RawField::Language},
    {"idioma", RawField::Language},
    {"lingua", RawField::Language},
    {"язык", RawField::Language},
    {"byline", RawField::Byline},
    {"author", RawField::Byline},
    {"authors", RawField::Byline},
    {"creator", RawField::Byline},
    {"dc:creator", RawField::Byline},
    {"writer", RawField::Byline},
    {"autor", RawField::Byline},
    {"autores", RawField::Byline},
    {"auteur", RawField::Byline},
    {"автор", RawField::Byline},
    {"people", RawField::People},
    {"persons", RawField::People},
    {"countries", RawField::Countries},
    {"places", RawField::Countries},
    {"dateline", RawField::Dateline},
});

constexpr auto kPlaces = std::to_array<FieldPlace>({
    {RawField::Id, "id", &RawDocument::id, nullptr, false},
    {RawField::Title, "title", &RawDocument::title, nullptr, false},
    {RawField::Body, "body", &RawDocument::body, nullptr, false},
    {RawField::Date, "date", &RawDocument::date, nullptr, false},
    {RawField::Url, "url", &RawDocument::url, nullptr, false},
    {RawField::Source, "source", &RawDocument::source, nullptr, false},
    {RawField::Language, "language", &RawDocument::language, nullptr, false},
    {RawField::Byline, "byline", nullptr, &RawDocument::byline, false},
    {RawField::People, "people", nullptr, &RawDocument::people, true},
    {RawField::Countries, "countries", nullptr, &RawDocument::countries, true},
    {RawField::Dateline, "dateline", &RawDocument::dateline, nullptr, false},
});

constexpr auto kWrapperKeys =
    std::to_array<std::string_view>({"_source", "fields", "article", "document", "doc", "data"});

constexpr auto kListKeys = std::to_array<std::string_view>(
    {"articles", "results", "items", "messages", "data", "docs", "documents", "hits", "posts",
     "entries", "news", "stories", "records", "value"});

constexpr bool places_follow_the_enum()
{
    for (std::size_t row = 0; row < kPlaces.size(); ++row) {
        if (static_cast<std::size_t>(kPlaces[row].field) != row) { return false; }
    }
    return kPlaces.size() == kRawFieldCount;
}
static_assert(places_follow_the_enum(), "kPlaces needs one row per RawField, in its order");

/// The row of kKnownKeys for a folded key, or the size of the table.
std::size_t known_row(std::string_view key)
{
    const auto row = std::find_if(kKnownKeys.begin(), kKnownKeys.end(),
                                  [&](const KnownKey& known) { return known.key == key; });
    return static_cast<std::size_t>(row - kKnownKeys.begin());
}

constexpr std::size_t kLongestKey = 64;  // longer ones mean nothing unless --map says so
constexpr std::size_t kMostSeen = 256;

/// Appends the parts between , and ;. False if there are too many.
bool append_divided(std::string_view text, std::vector<std::string>& list)
{
    while (!text.empty()) {
        if (list.size() >= kMostListed) { return false; }
        const auto end = std::min(text.find_first_of(",;"), text.size());
        const std::string_view part = text.substr(0, end);
        const std::string_view entry = without_blanks(part);
        if (!entry.empty()) { list.emplace_back(entry); }
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return true;
}

}  // namespace

const FieldPlace& field_place(RawField field) { return kPlaces[static_cast<std::size_t>(field)]; }

std::optional<RawField> raw_field(std::string_view key)
{
    const std::size_t row = key.size() > kLongestKey ? kKnownKeys.size() : known_row(fold(key));
    if (row == kKnownKeys.size()) { return std::nullopt; }
    return kKnownKeys[row].field;
}

bool is_wrapper_key(std::string_view key)
{
    return std::find(kWrapperKeys.begin(), kWrapperKeys.end(), key) != kWrapperKeys.end();
}

bool is_list_key(std::string_view key)
{
    return std::find(kListKeys.begin(), kListKeys.end(), key) != kListKeys.end();
}

bool is_article_key(std::string_view key) { return raw_field(key) == RawField::Body; }

bool put_text(const FieldPlace& place, std::string text, RawDocument& raw)
{
    if (place.text != nullptr) {
        raw.*place.text = std::move(text);
        return true;
    }
    if (place.divided) { return append_divided(text, raw.*place.list); }
    (raw.*place.list).push_back(std::move(text));
    return true;
}

FieldKeys::FieldKeys(const FieldMap& map)
{
    for (const auto& [theirs, ours] : map) { map_.insert_or_assign(fold(theirs), ours); }
}

std::optional<FieldKeys::Meaning> FieldKeys::meaning_of(std::string_view key)
{
    // Objects of a dump have their keys mostly in the same order.
    for (std::size_t tried = 0; tried < seen_.size(); ++tried) {
        const std::size_t at = (expected_ + tried) % seen_.size();
        if (seen_[at].key != key) { continue; }
        expected_ = at + 1;
        return seen_[at].meaning;
    }
    const auto meaning = find(key);
    if (seen_.size() < kMostSeen && key.size() <= kLongestKey) {
        seen_.push_back({std::string{key}, meaning});
        expected_ = seen_.size();
    }
    return meaning;
}

std::optional<FieldKeys::Meaning> FieldKeys::find(std::string_view key) const
{
    if (key.size() > kLongestKey && map_.empty()) { return std::nullopt; }
    const std::string name = fold(key);
    if (const auto mapped = map_.find(name); mapped != map_.end()) {
        const auto field = raw_field(mapped->second);
        if (!field) { return std::nullopt; }
        return Meaning{*field, 0};
    }
    const std::size_t row = known_row(name);
    if (row == kKnownKeys.size()) { return std::nullopt; }
    return Meaning{kKnownKeys[row].field, row + 1};
}

std::vector<FieldUse> FieldKeys::uses() const
{
    std::vector<FieldUse> uses;
    for (const Seen& seen : seen_) {
        uses.push_back({seen.key, seen.meaning ? std::string{field_place(seen.meaning->field).name}
                                               : std::string{}});
    }
    return uses;
}

}  // namespace dateline::indexer
