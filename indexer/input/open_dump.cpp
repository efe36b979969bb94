#include "indexer/input/open_dump.hpp"

#include "indexer/input/file_name.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace dateline::indexer {
namespace {

constexpr std::size_t kFirstBytes = 4096;
constexpr auto kPackedEndings = std::to_array<std::string_view>({".gz", ".zst"});

/// What a label tells of the format: the file's name without the ending of its compression.
std::string_view format_name(std::string_view label)
{
    std::string_view name = label.substr(label.rfind('/') + 1);  // npos + 1 is 0
    for (const std::string_view ending : kPackedEndings) {
        if (has_ending(name, ending)) { return name.substr(0, name.size() - ending.size()); }
    }
    return name;
}

const Format* find_format(std::string_view label, std::string_view first_bytes)
{
    const auto all = formats();
    const auto format = std::find_if(all.begin(), all.end(), [&](const Format* candidate) {
        return candidate->claims(format_name(label), first_bytes);
    });
    return format == all.end() ? nullptr : *format;
}

}  // namespace

/// The dump's bytes, the first of which can be looked at beforehand. Remembers a failure.
class Dump::Source final : public ByteSource {
  public:
    explicit Source(std::unique_ptr<ByteSource> bytes) : bytes_(std::move(bytes)) {}

    /// The first 4 KiB, or all there is.
    std::string_view look()
    {
        std::array<char, kFirstBytes> more{};
        while (first_.size() < kFirstBytes) {
            const auto got = take(std::span{more}.first(kFirstBytes - first_.size()));
            if (!got || *got == 0) { break; }
            first_.append(more.data(), *got);
        }
        return first_;
    }

    Result<std::size_t> read(std::span<char> into) override
    {
        if (given_ == first_.size()) { return take(into); }
        const std::size_t count = std::min(into.size(), first_.size() - given_);
        std::copy_n(first_.data() + given_, count, into.data());
        given_ += count;
        return count;
    }

    [[nodiscard]] std::string_view failure_reason() const override
    {
        return bytes_->failure_reason();
    }
    [[nodiscard]] std::uint64_t bytes_taken() const override { return bytes_->bytes_taken(); }
    [[nodiscard]] std::uint64_t text_bytes() const { return text_bytes_; }
    [[nodiscard]] const std::optional<Error>& failure() const { return failure_; }

  private:
    Result<std::size_t> take(std::span<char> into)
    {
        if (failure_) { return Failure{*failure_}; }
        auto got = bytes_->read(into);
        if (got) {
            text_bytes_ += *got;
        } else {
            failure_ = got.error();
        }
        return got;
    }

    std::unique_ptr<ByteSource> bytes_;
    std::string first_{};
    std::size_t given_ = 0;  // of first_
    std::uint64_t text_bytes_ = 0;
    std::optional<Error> failure_{};
};

Dump::Dump(std::unique_ptr<ByteSource> bytes, DumpFile file, const Format* forced,
           const FieldMap& map, std::optional<Notice> trouble)
    : file_(std::move(file)),
      source_(bytes ? std::make_unique<Source>(std::move(bytes)) : nullptr),
      trouble_(std::move(trouble))
{
    if (source_) { begin(forced, map); }
}

Dump::~Dump() = default;

void Dump::begin(const Format* forced, const FieldMap& map)
{
    const std::string_view first_bytes = source_->look();
    if (first_bytes.empty()) {
        if (!source_->failure()) { trouble_ = notice("empty", "there is nothing in it"); }
        return;
    }
    const Format* format = forced != nullptr ? forced : find_format(file_.label, first_bytes);
    if (format == nullptr) {
        trouble_ = notice("unknown-format",
                          "its name and its first bytes are those of no format; "
                          "--input NAME states one");
        return;
    }
    reader_ = format->open(*source_, map);
}

Record Dump::next()
{
    if (ended_) { return EndOfDump{}; }
    Record record = reader_ ? reader_->next() : Record{EndOfDump{}};
    if (std::holds_alternative<EndOfDump>(record)) {
        ended_ = true;
        return last_record();
    }
    anything_ = true;
    if (auto* raw = std::get_if<RawDocument>(&record)) {
        raw->file = file_.label;
        raw->path = file_.path;
    }
    if (auto* told = std::get_if<Notice>(&record)) { told->file = file_.label; }
    return record;
}

/// What is to be told at the end, if anything.
Record Dump::last_record()
{
    if (trouble_) { return *std::exchange(trouble_, {}); }
    if (source_ && source_->failure()) {
        Notice failed = notice(std::string{source_->failure_reason()}, source_->failure()->message);
        failed.byte = source_->text_bytes();
        return failed;
    }
    if (!anything_) { return notice("no-articles", "there is no article in it"); }
    return EndOfDump{};
}

Notice Dump::notice(std::string reason, std::string message) const
{
    Notice result{.file = file_.label};
    result.reason = std::move(reason);
    result.message = std::move(message);
    return result;
}

std::uint64_t Dump::bytes_taken() const { return source_ ? source_->bytes_taken() : 0; }

std::uint64_t Dump::text_bytes() const { return source_ ? source_->text_bytes() : 0; }

std::unique_ptr<Dump> open_dump(const DumpFile& file, const Format* forced, const FieldMap& map)
{
    auto bytes = open_file(file.path);
    if (bytes) { return std::make_unique<Dump>(*std::move(bytes), file, forced, map); }
    Notice unreadable{.file = file.label};
    unreadable.reason = "unreadable";
    unreadable.message = bytes.error().message;
    return std::make_unique<Dump>(nullptr, file, forced, map, std::move(unreadable));
}

std::unique_ptr<Dump> open_dump(std::unique_ptr<ByteSource> bytes, std::string label,
                                const Format* forced, const FieldMap& map)
{
    DumpFile file{.label = std::move(label)};
    return std::make_unique<Dump>(std::move(bytes), std::move(file), forced, map);
}

}  // namespace dateline::indexer
