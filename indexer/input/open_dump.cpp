#include "indexer/input/open_dump.hpp"

#include <utility>

namespace dateline::indexer {

Dump::Dump(std::unique_ptr<ByteSource> bytes, DumpFile file, const Format* forced,
           const FieldMap& map, std::optional<Notice> trouble)
    : file_(std::move(file)), forced_(forced), map_(map), trouble_(std::move(trouble))
{
    if (bytes) { files_.emplace(std::move(bytes), file_.label); }
}

Dump::~Dump() = default;

Record Dump::next()
{
    Record record = next_anywhere();
    if (auto* raw = std::get_if<RawDocument>(&record)) {
        raw->file = file_.label;
        raw->path = file_.path;
    }
    if (auto* told = std::get_if<Notice>(&record)) { told->file = file_.label; }
    return record;
}

/// The next record of the text that is being read, or of the one behind it.
Record Dump::next_anywhere()
{
    while (!ended_) {
        if (text_) {
            Record record = text_->next();
            if (!std::holds_alternative<EndOfDump>(record)) {
                anything_ = true;
                return record;
            }
            // Others may follow in an archive; but not on a bomb, which would go on and on.
            ended_ = text_->is_bomb();
            text_.reset();
            continue;
        }
        auto step = files_ ? files_->next() : Unwrapping::Step{Unwrapping::End{}};
        if (auto* leaf = std::get_if<Leaf>(&step)) {
            text_ = std::make_unique<DumpText>(std::move(*leaf), forced_, map_, text_bytes_);
            ++texts_;
        } else if (auto* notice = std::get_if<Notice>(&step)) {
            anything_ = true;
            return std::move(*notice);
        } else {
            ended_ = true;
        }
    }
    if (trouble_) { return *std::exchange(trouble_, {}); }
    if (files_ && !std::exchange(anything_, true)) {
        Notice nothing;
        nothing.reason = "no-articles";
        nothing.message = "there is no file in it";
        return nothing;
    }
    return EndOfDump{};
}

std::uint64_t Dump::bytes_taken() const { return files_ ? files_->bytes_taken() : 0; }

std::unique_ptr<Dump> open_dump(const DumpFile& file, const Format* forced, const FieldMap& map)
{
    auto bytes = open_file(file.path);
    if (bytes) { return std::make_unique<Dump>(*std::move(bytes), file, forced, map); }
    Notice unreadable;
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
