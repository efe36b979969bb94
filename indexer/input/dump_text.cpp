#include "indexer/input/dump_text.hpp"

#include "indexer/input/double_encoding.hpp"
#include "indexer/input/unpacked_source.hpp"
#include "indexer/input/utf8_source.hpp"

#include <algorithm>
#include <utility>

namespace dateline::indexer {
namespace {

/// The first format that claims it among those that take the bytes as they are, or decoded.
const Format* find_format(bool takes_bytes, std::string_view name, std::string_view first_bytes)
{
    const auto all = formats();
    const auto format = std::find_if(all.begin(), all.end(), [&](const Format* candidate) {
        return candidate->takes_bytes == takes_bytes && candidate->claims(name, first_bytes);
    });
    return format == all.end() ? nullptr : *format;
}

bool repair(std::string& text)
{
    auto whole = repair_double_encoding(text);
    if (whole) { text = *std::move(whole); }
    return whole.has_value();
}

/// Undoes double encoding, which some scrapers make in some of their fields. False: there was none.
bool repair(RawDocument& raw)
{
    bool repaired = false;
    for (std::string* field : {&raw.title, &raw.body, &raw.source}) {
        repaired = repair(*field) || repaired;
    }
    for (std::string& name : raw.byline) { repaired = repair(name) || repaired; }
    return repaired;
}

}  // namespace

/// The text's bytes before they are decoded, counted and under guard.
class DumpText::Guarded final : public ByteSource {
  public:
    Guarded(std::unique_ptr<ByteSource> bytes, std::uint64_t& text_bytes)
        : bytes_(std::move(bytes)), text_bytes_(text_bytes)
    {
    }

    Result<std::size_t> read(std::span<char> into) override
    {
        if (failure_) { return Failure{*failure_}; }
        auto got = bytes_->read(into);
        if (!got) {
            failure_ = got.error();
            return got;
        }
        bytes_read_ += *got;
        text_bytes_ += *got;
        // Over all the files of an archive: what each of them becomes may be within the bounds.
        if (dateline::indexer::is_bomb(text_bytes_, bytes_taken())) {
            is_bomb_ = true;
            failure_ = fail(ErrorKind::InputFormat, "unpacking was stopped at byte " +
                                                        std::to_string(bytes_taken()) + ": " +
                                                        bomb_message())
                           .error;
            return Failure{*failure_};
        }
        return got;
    }

    [[nodiscard]] std::string_view failure_reason() const override
    {
        return is_bomb_ ? "bomb" : bytes_->failure_reason();
    }
    [[nodiscard]] std::uint64_t bytes_taken() const override { return bytes_->bytes_taken(); }

    [[nodiscard]] std::uint64_t bytes_read() const { return bytes_read_; }
    [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

  private:
    std::unique_ptr<ByteSource> bytes_;
    std::uint64_t& text_bytes_;
    std::uint64_t bytes_read_ = 0;
    std::optional<Error> failure_{};
    bool is_bomb_ = false;
};

DumpText::DumpText(Leaf leaf, const Format* forced, const FieldMap& map, std::uint64_t& text_bytes)
    : member_(std::move(leaf.member)), name_(std::move(leaf.name)), layers_(std::move(leaf.layers))
{
    auto guarded = std::make_unique<Guarded>(std::move(leaf.bytes), text_bytes);
    guard_ = guarded.get();
    bytes_ = std::make_unique<PeekedSource>(std::move(guarded));
    begin(forced, map);
}

DumpText::~DumpText() = default;

void DumpText::begin(const Format* forced, const FieldMap& map)
{
    const std::string_view first_bytes = bytes_->look(kEncodingBytes);
    if (first_bytes.empty()) {
        if (!guard_->failure()) { trouble_ = "empty"; }
        return;
    }
    format_ = forced != nullptr ? forced : find_format(true, name_, first_bytes);
    if (format_ == nullptr || !format_->takes_bytes) {
        auto decoded = std::make_unique<Utf8Source>(std::move(bytes_), find_encoding(first_bytes));
        decoded_ = decoded.get();
        bytes_ = std::make_unique<PeekedSource>(std::move(decoded));
        if (format_ == nullptr) {
            format_ = find_format(false, name_, bytes_->look(kEncodingBytes));
        }
    }
    if (format_ == nullptr) {
        trouble_ = "unknown-format";
        return;
    }
    reader_ = format_->open({.bytes = *bytes_, .file_name = name_, .map = map});
}

Record DumpText::next()
{
    if (repaired_) { return *std::exchange(repaired_, {}); }
    if (ended_) { return EndOfDump{}; }
    Record record = reader_ ? reader_->next() : Record{EndOfDump{}};
    if (std::holds_alternative<EndOfDump>(record)) {
        ended_ = true;
        record = last_record();
    } else {
        anything_ = true;
    }
    if (auto* raw = std::get_if<RawDocument>(&record)) {
        raw->member = member_;
        if (repair(*raw)) {
            repaired_ = Notice{.member = member_, .entry = std::to_string(raw->record)};
            repaired_->line = raw->line;
            repaired_->byte = raw->byte;
            repaired_->reason = "double-encoded";
            repaired_->message = "text that was encoded twice was repaired";
            repaired_->lost = false;
        }
    }
    if (auto* told = std::get_if<Notice>(&record)) { told->member = member_; }
    return record;
}

/// What is to be told at the end, if anything.
Record DumpText::last_record()
{
    Notice notice;
    if (const auto& failure = guard_->failure()) {
        notice.reason = guard_->failure_reason();
        notice.message = failure->message;
        notice.byte = guard_->bytes_read();
    } else if (trouble_ == "empty") {
        notice.reason = trouble_;
        notice.message = "there is nothing in it";
    } else if (trouble_ == "unknown-format") {
        notice.reason = trouble_;
        notice.message =
            "its name and its first bytes are those of no format; "
            "--input NAME states one";
    } else if (!anything_) {
        notice.reason = "no-articles";
        notice.message = "there is no article in it";
    } else if (decoded_ != nullptr && decoded_->encoding().confidence < 100 &&
               decoded_->is_decoded()) {
        const Encoding& encoding = decoded_->encoding();
        notice.reason = "guessed-encoding";
        notice.message = "read as " + encoding.charset + ", which is a guess (" +
                         std::to_string(encoding.confidence) + " %)";
        notice.lost = false;
    } else {
        return EndOfDump{};
    }
    return notice;
}

TextFacts DumpText::facts() const
{
    TextFacts facts{.member = member_, .layers = layers_, .format = format_};
    if (decoded_ != nullptr) { facts.encoding = decoded_->encoding(); }
    if (reader_) { facts.fields = reader_->fields(); }
    return facts;
}

bool DumpText::is_bomb() const { return guard_->failure_reason() == "bomb"; }

}  // namespace dateline::indexer
