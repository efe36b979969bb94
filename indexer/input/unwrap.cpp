#include "indexer/input/unwrap.hpp"

#include "indexer/input/unpacked_source.hpp"

namespace dateline::indexer {
namespace {

/// Keeps count where the file's own bytes are read, so that it outlives all the layers.
class CountedSource final : public ByteSource {
  public:
    CountedSource(std::unique_ptr<ByteSource> bytes, std::shared_ptr<std::uint64_t> taken)
        : bytes_(std::move(bytes)), taken_(std::move(taken))
    {
    }

    Result<std::size_t> read(std::span<char> into) override
    {
        auto got = bytes_->read(into);
        *taken_ = bytes_->bytes_taken();
        return got;
    }
    [[nodiscard]] std::string_view failure_reason() const override
    {
        return bytes_->failure_reason();
    }
    [[nodiscard]] std::uint64_t bytes_taken() const override { return *taken_; }
    [[nodiscard]] std::uint64_t seekable_bytes() const override { return bytes_->seekable_bytes(); }
    bool seek(std::uint64_t offset) override { return bytes_->seek(offset); }

  private:
    std::unique_ptr<ByteSource> bytes_;
    std::shared_ptr<std::uint64_t> taken_;
};

std::string_view file_name(std::string_view path)
{
    return path.substr(path.rfind('/') + 1);  // npos + 1 is 0
}

Notice too_deep(std::string member)
{
    Notice notice;
    notice.member = std::move(member);
    notice.reason = "nested-too-deep";
    notice.message = "over " + std::to_string(kMostNested) +
                     " archives or compressions inside each other: unpack it first";
    return notice;
}

}  // namespace

Unwrapping::Unwrapping(std::unique_ptr<ByteSource> bytes, std::string_view name)
    : taken_(std::make_shared<std::uint64_t>(0)),
      file_(std::make_unique<CountedSource>(std::move(bytes), taken_)),
      name_(file_name(name))
{
}

Unwrapping::Step Unwrapping::next()
{
    if (file_) {
        auto step = open(std::move(file_), "", name_, {});
        if (!std::holds_alternative<End>(step)) { return step; }
    }
    while (!archives_.empty()) {
        Opened& inner = *archives_.back();
        auto entry = inner.archive.next();
        if (std::holds_alternative<Archive::End>(entry)) {
            archives_.pop_back();
            continue;
        }
        const std::string prefix = inner.member.empty() ? "" : inner.member + '!';
        if (auto* notice = std::get_if<Notice>(&entry)) {
            // Without a name, it is about the archive as a whole.
            notice->member = notice->member.empty() ? inner.member : prefix + notice->member;
            return std::move(*notice);
        }
        auto& found = std::get<Archive::Entry>(entry);
        auto step =
            open(std::move(found.bytes), prefix + found.name, file_name(found.name), inner.layers);
        if (!std::holds_alternative<End>(step)) { return step; }
    }
    return End{};
}

/// Unpacks. End: it was an archive, which now lies on top.
Unwrapping::Step Unwrapping::open(std::unique_ptr<ByteSource> bytes, std::string member,
                                  std::string_view name, std::vector<std::string_view> layers)
{
    auto source = std::make_unique<PeekedSource>(std::move(bytes));
    for (std::size_t depth = 0;; ++depth) {
        const Compression* packed = find_compression(source->look(kMagicBytes));
        if (packed == nullptr) {
            if (depth == 0) { name = without_packed_ending(name); }  // somebody has unpacked it
            break;
        }
        if (depth == kMostNested) { return too_deep(std::move(member)); }
        layers.push_back(packed->name);
        source = std::make_unique<PeekedSource>(unpack(std::move(source), *packed));
        name = without_packed_ending(name);
    }
    const ArchiveKind* kind = find_archive(name, source->look(kArchiveMagicBytes));
    if (kind == nullptr) {
        return Leaf{std::move(member), std::string{name}, std::move(layers), std::move(source)};
    }
    if (archives_.size() == kMostNested) { return too_deep(std::move(member)); }
    layers.push_back(kind->name);
    archives_.push_back(std::unique_ptr<Opened>{
        new Opened{Archive{std::move(source), *kind}, std::move(member), std::move(layers)}});
    return End{};
}

}  // namespace dateline::indexer
