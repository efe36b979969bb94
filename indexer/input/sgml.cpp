// SGML as Reuters-21578, TREC and Gigaword have it: <REUTERS> or <DOC> around each article, its
// fields in elements of their own.
#include "indexer/input/blanks.hpp"
#include "indexer/input/field_keys.hpp"
#include "indexer/input/file_name.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/markup.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

constexpr auto kRecords = std::to_array<std::string_view>({"REUTERS", "DOC", "doc"});

/// What SGML calls our keys beside the names that all dumps use; the surest first.
struct KnownElement {
    std::string_view name;
    std::string_view ours;
};
constexpr auto kKnownElements = std::to_array<KnownElement>({
    {"docid", "docno"},
    {"head", "headline"},
    {"hl", "headline"},
    {"date_time", "date"},
    {"date1", "date"},
    {"graphic", ""},
});

/// Inside <TEXT>, fields of their own.
constexpr auto kOwnFields =
    std::to_array<std::string_view>({"TITLE", "HEADLINE", "DATELINE", "AUTHOR", "BYLINE"});

constexpr std::size_t kMostElements = 10'000;  // of one record

class SgmlReader final : public DumpReader {
  public:
    explicit SgmlReader(const TextInput& input) : splitter_(input.bytes, kRecords), keys_(input.map)
    {
    }

    Record next() override
    {
        const auto piece = splitter_.next();
        if (!piece) { return EndOfDump{}; }
        ++record_;
        if (auto fault = fault_of(*piece, record_)) { return *std::move(fault); }
        RawDocument raw = read(piece->text);
        raw.record = record_;
        raw.line = piece->line;
        raw.byte = piece->byte;
        return raw;
    }

    [[nodiscard]] std::vector<FieldUse> fields() const override { return keys_.uses(); }

  private:
    std::optional<FieldKeys::Meaning> meaning_of(std::string_view name)
    {
        const auto meaning = keys_.meaning_of(name);
        if (meaning) { return meaning; }
        for (const KnownElement& known : kKnownElements) {
            if (!same_name(known.name, name) || known.ours.empty()) { continue; }
            return FieldKeys::Meaning{*raw_field(known.ours), 100};
        }
        return std::nullopt;
    }

    RawDocument read(std::string_view text)
    {
        struct Choice {
            std::size_t rank = 0;
            std::string_view inside{};
            bool made = false;
        };
        std::array<Choice, kRawFieldCount> choices{};
        RawDocument raw;
        std::size_t count = 0;
        const Tag record = tag_at(text, 0).value_or(Tag{.end = 1});  // it may be damaged
        for (auto tag = next_tag(text, record.end); tag && count < kMostElements;
             tag = next_tag(text, tag->end), ++count) {
            if (tag->closing) { continue; }
            const auto meaning = meaning_of(tag->name);
            if (!meaning) { continue; }
            Choice& choice = choices[static_cast<std::size_t>(meaning->field)];
            if (choice.made && meaning->rank >= choice.rank) { continue; }
            const auto inside = element(text.substr(tag->begin), tag->name);
            choice = {meaning->rank, inside.value_or(""), true};
        }
        for (std::size_t field = 0; field < kRawFieldCount; ++field) {
            if (choices[field].made) {
                put(static_cast<RawField>(field), choices[field].inside, raw);
            }
        }
        add_attributes(record, raw);
        return raw;
    }

    static void put(RawField field, std::string_view inside, RawDocument& raw)
    {
        const FieldPlace& place = field_place(field);
        if (place.list == nullptr) {
            std::string text = plain_text(inside, kOwnFields);
            raw.*place.text =
                field == RawField::Body ? std::move(text) : std::string{without_blanks(text)};
            return;
        }
        // Reuters: a <D> for each.
        auto& list = raw.*place.list;
        for (auto tag = next_tag(inside, 0); tag && list.size() < kMostListed;
             tag = next_tag(inside, tag->end)) {
            if (tag->closing) { continue; }
            const auto one = element(inside.substr(tag->begin), tag->name);
            if (!one || one->end() == inside.end()) { break; }  // not closed
            list.emplace_back(without_blanks(plain_text(*one)));
        }
        if (list.empty()) {
            std::string text{without_blanks(plain_text(inside))};
            if (!text.empty()) { put_text(place, std::move(text), raw); }
        }
    }

    static void add_attributes(const Tag& record, RawDocument& raw)
    {
        for (const std::string_view name : {"NEWID", "id", "docid"}) {
            if (raw.id.empty()) { raw.id = attribute(record.attributes, name); }
        }
    }

    MarkupSplitter splitter_;
    FieldKeys keys_;
    std::uint64_t record_ = 0;
};

/// Its first sign is a tag of the kind, perhaps behind a <!DOCTYPE> or a comment.
bool claims(std::string_view /*file_name*/, std::string_view first_bytes)
{
    constexpr std::size_t kNear = 4096;
    if (first_sign(first_bytes) != '<') { return false; }
    const auto tag = next_tag(first_bytes.substr(0, kNear), 0);
    return tag && !tag->closing &&
           std::find(kRecords.begin(), kRecords.end(), tag->name) != kRecords.end();
}

}  // namespace

extern const Format sgml_format{
    .name = "sgml",
    .summary =
        "<REUTERS> or <DOC> around each article, as Reuters-21578, TREC and Gigaword have it",
    .endings = "",
    .magic = "the first tag is <REUTERS> or <DOC>",
    .claims = claims,
    .open = [](const TextInput& input) -> std::unique_ptr<DumpReader> {
        return std::make_unique<SgmlReader>(input);
    },
};

}  // namespace dateline::indexer
