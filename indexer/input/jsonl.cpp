// JSON dumps: an object for each article, on a line of its own (JSON Lines, NDJSON), as the
// elements of one array, or spread over lines. Each is parsed alone: simdjson's iterate_many loses
// the good neighbours of a bad line (reliability.md, fact 11).
#include "common/text/utf8.hpp"
#include "indexer/input/file_name.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/json_articles.hpp"
#include "indexer/input/json_fields.hpp"
#include "indexer/input/json_splitter.hpp"

#include <array>
#include <bit>
#include <deque>
#include <utility>

namespace dateline::indexer {
namespace {

static_assert(kWindowPadding >= simdjson::SIMDJSON_PADDING);

// A parser's memory is many times the longest text it has read; it is let go behind a long one.
constexpr std::size_t kKeptParserBytes = std::size_t{1} << 20U;

/// What is wrong with a text, in people's words.
struct ParseProblem {
    simdjson::error_code code;
    std::string_view message;
};
constexpr auto kParseProblems = std::to_array<ParseProblem>({
    {simdjson::TAPE_ERROR, "a bracket, comma or colon of the JSON is missing or too many"},
    {simdjson::DEPTH_ERROR, "the JSON is nested more than 1,024 deep"},
    {simdjson::STRING_ERROR, "a string holds a wrong escape or half a character"},
    {simdjson::UNCLOSED_STRING, "a string has no end"},
    {simdjson::UNESCAPED_CHARS, "a string holds a bare control character"},
    {simdjson::NUMBER_ERROR, "a number is badly written or too large"},
    {simdjson::T_ATOM_ERROR, "a word is not 'true'"},
    {simdjson::F_ATOM_ERROR, "a word is not 'false'"},
    {simdjson::N_ATOM_ERROR, "a word is not 'null'"},
});

std::string_view describe(simdjson::error_code code)
{
    for (const auto& problem : kParseProblems) {
        if (problem.code == code) { return problem.message; }
    }
    return "it is not JSON";
}

class JsonlReader final : public DumpReader {
  public:
    JsonlReader(ByteSource& bytes, const FieldMap& map) : splitter_(bytes), fields_(map) {}

    Record next() override
    {
        if (!notes_.empty()) {
            Notice note = std::move(notes_.front());
            notes_.pop_front();
            return note;
        }
        const auto piece = splitter_.next();
        if (!piece) { return EndOfDump{}; }
        switch (piece->kind) {
            case JsonPiece::Kind::OpenArray: {
                auto notice =
                    notice_at(*piece, "truncated", "the array is not closed: is the file whole?");
                notice.entry.clear();
                return notice;
            }
            case JsonPiece::Kind::Rest: {
                auto notice = notice_at(*piece, "rest-unread",
                                        "objects behind the list of articles were not read: put "
                                        "each list into a file of its own");
                notice.entry.clear();
                return notice;
            }
            case JsonPiece::Kind::TooLong:
                ++record_;
                return notice_at(*piece, "too-long", "the record is longer than 32 MiB");
            case JsonPiece::Kind::Value:
                ++record_;
                break;
        }
        return read(*piece);
    }

    [[nodiscard]] std::vector<FieldUse> fields() const override { return fields_.uses(); }

  private:
    Record read(const JsonPiece& piece)
    {
        simdjson::dom::element value;
        auto problem = parse(piece.text, value);
        const bool repaired = problem == simdjson::UTF8_ERROR;
        if (repaired) { problem = repair_and_parse(piece.text, value); }
        if (problem != simdjson::SUCCESS) {
            return notice_at(piece, "bad-json", describe(problem));
        }

        simdjson::dom::object object;
        if (value.get(object) != simdjson::SUCCESS) {
            return notice_at(piece, "not-an-object", "it is JSON, but not an object");
        }
        std::vector<std::string> unusable;
        RawDocument raw = fields_.read(object, unusable);
        raw.record = record_;
        raw.line = piece.line;
        raw.byte = piece.byte;
        if (raw.title.size() + raw.body.size() > kMaxArticleBytes) {
            return notice_at(piece, "too-long", "the article is longer than 16 MiB");
        }
        if (repaired) { note(piece, raw, "bad-utf8", "bytes that are not UTF-8 were replaced"); }
        for (const auto& what : unusable) { note(piece, raw, "bad-field", what); }
        return raw;
    }

    simdjson::error_code parse(std::string_view text, simdjson::dom::element& value)
    {
        if (parser_.capacity() > kKeptParserBytes) { parser_ = simdjson::dom::parser{}; }
        if (parser_.capacity() < text.size()) {
            const auto problem = parser_.allocate(std::bit_ceil(text.size()));
            if (problem != simdjson::SUCCESS) { return problem; }
        }
        return parser_.parse(text.data(), text.size(), false).get(value);
    }

    simdjson::error_code repair_and_parse(std::string_view text, simdjson::dom::element& value)
    {
        std::string repaired;
        while (!text.empty()) { append_utf8(repaired, take_code_point(text)); }
        const std::size_t size = repaired.size();
        repaired.resize(size + kWindowPadding);
        return parse(std::string_view{repaired}.substr(0, size), value);
    }

    [[nodiscard]] Notice notice_at(const JsonPiece& piece, std::string_view reason,
                                   std::string_view message) const
    {
        Notice notice{.entry = std::to_string(record_), .line = piece.line, .byte = piece.byte};
        notice.reason = reason;
        notice.message = message;
        return notice;
    }

    /// To be told behind the article, which is not lost.
    void note(const JsonPiece& piece, const RawDocument& raw, std::string_view reason,
              std::string_view message)
    {
        Notice notice = notice_at(piece, reason, message);
        if (!raw.id.empty()) { notice.entry = raw.id; }
        notice.lost = false;
        notes_.push_back(std::move(notice));
    }

    JsonSplitter splitter_;
    JsonFields fields_;
    simdjson::dom::parser parser_{};
    std::deque<Notice> notes_{};
    std::uint64_t record_ = 0;
};

bool claims(std::string_view file_name, std::string_view first_bytes)
{
    if (!file_name.empty()) {
        // NULs are let through: one in the first article must not cost all the others.
        if (has_signature(first_bytes)) { return false; }
        return ending_among(file_name, ".jsonl .ndjson") != 0 ||
               (has_ending(file_name, ".json") &&
                (begins_with_article(first_bytes) ||
                 find_article_list(first_bytes) != std::string_view::npos));
    }
    const char sign = first_sign(first_bytes);
    return sign == '{' || sign == '[';
}

}  // namespace

extern const Format jsonl_format{
    .name = "jsonl",
    .summary =
        "a JSON object for each article: on a line of its own, or in one array, which may "
        "stand in an object",
    .endings = ".jsonl .ndjson .json",
    .magic = "of .json, a first object with a text and something else of an article",
    .claims = claims,
    .open = [](const TextInput& input) -> std::unique_ptr<DumpReader> {
        return std::make_unique<JsonlReader>(input.bytes, input.map);
    },
};

}  // namespace dateline::indexer
