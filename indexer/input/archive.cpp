#include "indexer/input/archive.hpp"

#include <algorithm>
#include <archive.h>
#include <archive_entry.h>
#include <cerrno>
#include <optional>
#include <vector>

namespace dateline::indexer {
namespace {

constexpr std::size_t kBlockBytes = std::size_t{64} << 10U;

/// Why an entry that is no regular file is passed over.
struct Oddity {
    unsigned type;
    const char* reason;
    const char* message;
};
constexpr Oddity kOddities[] = {
    {AE_IFLNK, "symlink", "symbolic links are not followed"},
    {AE_IFIFO, "fifo", "a FIFO is not read"},
    {AE_IFCHR, "device", "devices are not read"},
    {AE_IFBLK, "device", "devices are not read"},
    {AE_IFSOCK, "socket", "sockets are not read"},
};

/// A name as a path that leads nowhere but down: "/../a/./b" → "a/b".
std::string tame_name(std::string_view name)
{
    std::string tame;
    while (!name.empty()) {
        const auto slash = std::min(name.find('/'), name.size());
        const std::string_view part = name.substr(0, slash);
        name.remove_prefix(std::min(slash + 1, name.size()));
        if (part.empty() || part == "." || part == "..") { continue; }
        if (!tame.empty()) { tame += '/'; }
        tame += part;
    }
    return tame;
}

std::string name_of(archive_entry* entry)
{
    const char* name = archive_entry_pathname_utf8(entry);
    if (name == nullptr) { name = archive_entry_pathname(entry); }
    return tame_name(name == nullptr ? "" : name);
}

bool is_hidden(std::string_view name)
{
    return name.starts_with('.') || name.find("/.") != std::string_view::npos ||
           name.starts_with("__MACOSX/");
}

Notice passed_over(std::string name, std::string_view reason, std::string_view message)
{
    Notice notice;
    notice.member = std::move(name);
    notice.reason = reason;
    notice.message = message;
    return notice;
}

/// What an entry is passed over for, if it is no file to be read.
std::optional<Notice> oddity_of(archive_entry* entry, const std::string& name)
{
    if (is_hidden(name)) {
        auto hidden = passed_over(name, "hidden", "hidden names are passed over");
        hidden.lost = false;
        return hidden;
    }
    if (archive_entry_hardlink(entry) != nullptr) {
        return passed_over(name, "hardlink", "links to other entries are not followed");
    }
    for (const Oddity& oddity : kOddities) {
        if (archive_entry_filetype(entry) == oddity.type) {
            return passed_over(name, oddity.reason, oddity.message);
        }
    }
    if (archive_entry_sparse_count(entry) > 0) {
        return passed_over(name, "sparse", "files with holes in them are not read");
    }
    if (archive_entry_is_encrypted(entry) == 1) {
        return passed_over(name, "encrypted", "it is encrypted");
    }
    return {};
}

struct FreeArchive {
    void operator()(archive* opened) const { archive_read_free(opened); }
};

}  // namespace

/// libarchive at work on a source.
class Archive::Reading {
  public:
    Reading(std::unique_ptr<ByteSource> bytes, const ArchiveKind& kind)
        : bytes_(std::move(bytes)), opened_(archive_read_new()), block_(kBlockBytes)
    {
        archive* opened = opened_.get();
        archive_read_support_filter_none(opened);
        (kind.name == "tar" ? archive_read_support_format_tar
                            : archive_read_support_format_zip)(opened);
        archive_read_set_options(opened, "tar:read_concatenated_archives");
        archive_read_set_callback_data(opened, this);
        archive_read_set_read_callback(opened, read_block);
        if (bytes_->seekable_bytes() != 0) { archive_read_set_seek_callback(opened, seek_to); }
        if (archive_read_open1(opened) != ARCHIVE_OK) { fail_for_good(); }
    }

    Step next();

    /// The next bytes of the entry that is read; empty at its end.
    Result<std::string_view> block(std::uint64_t wanted_offset)
    {
        const void* data = nullptr;
        std::size_t size = 0;
        la_int64_t offset = 0;
        const int code = archive_read_data_block(opened_.get(), &data, &size, &offset);
        if (code == ARCHIVE_EOF) { return std::string_view{}; }
        if (code != ARCHIVE_OK) {
            if (code == ARCHIVE_FATAL) {
                fail_for_good();
                told_ = true;  // by the entry
                return Failure{*failure_};
            }
            return fail(ErrorKind::InputFormat, problem());
        }
        if (static_cast<std::uint64_t>(offset) != wanted_offset) {
            return fail(ErrorKind::InputFormat, "there is a hole in it");
        }
        return std::string_view{static_cast<const char*>(data), size};
    }

    [[nodiscard]] std::string_view failure_reason() const
    {
        return reason_.empty() ? "damaged-archive" : reason_;
    }
    [[nodiscard]] std::uint64_t bytes_taken() const { return bytes_->bytes_taken(); }

  private:
    static la_ssize_t read_block(archive* opened, void* self, const void** block)
    {
        auto& reading = *static_cast<Reading*>(self);
        *block = reading.block_.data();
        const auto got = reading.bytes_->read(reading.block_);
        if (got) { return static_cast<la_ssize_t>(*got); }
        reading.failure_ = got.error();
        reading.reason_ = reading.bytes_->failure_reason();
        archive_set_error(opened, EIO, "reading failed");
        return -1;
    }

    static la_int64_t seek_to(archive* /*opened*/, void* self, la_int64_t offset, int whence)
    {
        auto& reading = *static_cast<Reading*>(self);
        const auto size = static_cast<la_int64_t>(reading.bytes_->seekable_bytes());
        if (whence == SEEK_CUR) { return ARCHIVE_FATAL; }  // which libarchive 3.6 does not ask for
        const la_int64_t target =
            std::clamp(whence == SEEK_END ? size + offset : offset, la_int64_t{0}, size);
        return reading.bytes_->seek(static_cast<std::uint64_t>(target)) ? target : ARCHIVE_FATAL;
    }

    [[nodiscard]] std::string problem() const
    {
        const char* const said = archive_error_string(opened_.get());
        return std::string{"the archive is damaged: "} + (said == nullptr ? "unreadable" : said);
    }

    /// Reads what lies behind the archive's end: the checksum of a compression around it, say.
    void drain()
    {
        while (!failure_) {
            const auto got = bytes_->read(block_);
            if (got && *got == 0) { return; }
            if (got) { continue; }
            failure_ = got.error();
            reason_ = bytes_->failure_reason();
        }
    }

    void fail_for_good()
    {
        ended_ = true;
        if (failure_) { return; }
        const std::string said = problem();
        reason_ = said.find("runcated") != std::string::npos ? "truncated" : "damaged-archive";
        failure_ = fail(ErrorKind::InputFormat, said).error;
    }

    std::unique_ptr<ByteSource> bytes_;
    std::unique_ptr<archive, FreeArchive> opened_;
    std::vector<char> block_;
    std::optional<Error> failure_{};  ///< of the archive or of its source
    std::string_view reason_{};
    bool ended_ = false;
    bool told_ = false;
};

/// The bytes of one entry. The size that its header states is not believed.
class Archive::EntrySource final : public ByteSource {
  public:
    explicit EntrySource(Reading& reading) : reading_(reading) {}

    Result<std::size_t> read(std::span<char> into) override
    {
        if (failure_) { return Failure{*failure_}; }
        while (block_.empty() && !ended_) {
            const auto got = reading_.block(offset_);
            if (!got) {
                failure_ = got.error();
                return Failure{*failure_};
            }
            block_ = *got;
            offset_ += block_.size();
            ended_ = block_.empty();
        }
        const std::size_t count = std::min(into.size(), block_.size());
        std::copy_n(block_.data(), count, into.data());
        block_.remove_prefix(count);
        return count;
    }

    [[nodiscard]] std::string_view failure_reason() const override
    {
        return failure_ ? reading_.failure_reason() : "";
    }
    [[nodiscard]] std::uint64_t bytes_taken() const override { return reading_.bytes_taken(); }

  private:
    Reading& reading_;
    std::string_view block_{};
    std::uint64_t offset_ = 0;
    bool ended_ = false;
    std::optional<Error> failure_{};
};

Archive::Step Archive::Reading::next()
{
    archive_entry* entry = nullptr;
    while (!ended_) {
        const int code = archive_read_next_header(opened_.get(), &entry);
        if (code == ARCHIVE_EOF) {
            drain();
            break;
        }
        if (code == ARCHIVE_FATAL) {
            fail_for_good();
            break;
        }
        if (code == ARCHIVE_RETRY || code == ARCHIVE_FAILED) {
            return passed_over({}, "damaged-archive", problem());
        }
        if (archive_entry_filetype(entry) == AE_IFDIR) { continue; }
        std::string name = name_of(entry);
        if (auto odd = oddity_of(entry, name)) { return *std::move(odd); }
        return Entry{.name = std::move(name), .bytes = std::make_unique<EntrySource>(*this)};
    }
    ended_ = true;
    if (!failure_ || told_) { return End{}; }
    told_ = true;
    return passed_over({}, reason_, failure_->message);
}

Archive::Archive(std::unique_ptr<ByteSource> bytes, const ArchiveKind& kind)
    : reading_(std::make_unique<Reading>(std::move(bytes), kind))
{
}

Archive::~Archive() = default;

Archive::Step Archive::next() { return reading_->next(); }

std::uint64_t Archive::bytes_taken() const { return reading_->bytes_taken(); }

}  // namespace dateline::indexer
