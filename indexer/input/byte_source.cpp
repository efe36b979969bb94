// Files, standard input and memory as streams of bytes, and the layer that unpacks them.
#include "indexer/input/byte_source.hpp"

#include "indexer/input/decompressor.hpp"
#include "indexer/input/open_path.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <optional>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>
#include <vector>

namespace dateline::indexer {
namespace {

constexpr std::size_t kPackedBytes = std::size_t{128} << 10U;

// The guard against bombs, from reliability.md, threat 1.
constexpr std::uint64_t kFreeBytes = std::uint64_t{64} << 20U;
constexpr std::uint64_t kMostRatio = 200;
constexpr const char* kStopped = "unpacking was stopped";

class FileSource final : public ByteSource {
  public:
    explicit FileSource(FileDescriptor file) : file_(std::move(file)) {}

    Result<std::size_t> read(std::span<char> into) override
    {
        ssize_t got = -1;
        do {
            got = ::read(file_.number(), into.data(), into.size());
        } while (got < 0 && errno == EINTR);
        if (got < 0) {
            failed_ = true;
            return fail(ErrorKind::Io, "cannot read on behind byte " + std::to_string(taken_) +
                                           ": " + std::generic_category().message(errno));
        }
        taken_ += static_cast<std::uint64_t>(got);
        return static_cast<std::size_t>(got);
    }

    [[nodiscard]] std::string_view failure_reason() const override
    {
        return failed_ ? "unreadable" : "";
    }
    [[nodiscard]] std::uint64_t bytes_taken() const override { return taken_; }

  private:
    FileDescriptor file_;
    std::uint64_t taken_ = 0;
    bool failed_ = false;
};

class MemorySource final : public ByteSource {
  public:
    explicit MemorySource(std::string bytes) : bytes_(std::move(bytes)) {}

    Result<std::size_t> read(std::span<char> into) override
    {
        const std::size_t got = std::min(into.size(), bytes_.size() - taken_);
        std::copy_n(bytes_.data() + taken_, got, into.data());
        taken_ += got;
        return got;
    }

    [[nodiscard]] std::string_view failure_reason() const override { return ""; }
    [[nodiscard]] std::uint64_t bytes_taken() const override { return taken_; }

  private:
    std::string bytes_;
    std::size_t taken_ = 0;
};

/// Another source, unpacked if its first bytes say that it is packed. Compression inside
/// compression is left as it is.
class UnpackedSource final : public ByteSource {
  public:
    explicit UnpackedSource(std::unique_ptr<ByteSource> packed) : packed_(std::move(packed)) {}

    Result<std::size_t> read(std::span<char> into) override
    {
        if (into.empty()) { return std::size_t{0}; }
        if (!begun_) { begin(); }
        while (!failure_) {
            if (left() == 0 && !at_end_ && decompressor_ == nullptr) { return pass_on(into); }
            if (left() == 0 && !at_end_) {
                refill();
                continue;
            }
            if (decompressor_ == nullptr) { return hand_out(into); }
            if (left() == 0 && decompressor_->complete()) { return std::size_t{0}; }
            if (const std::size_t made = unpack(into); made != 0) { return made; }
        }
        return Failure{*failure_};
    }

    [[nodiscard]] std::string_view failure_reason() const override { return reason_; }
    [[nodiscard]] std::uint64_t bytes_taken() const override { return packed_->bytes_taken(); }

  private:
    [[nodiscard]] std::size_t left() const { return buffer_.size() - used_; }

    void begin()
    {
        begun_ = true;
        while (buffer_.size() < kMagicBytes && !at_end_ && !failure_) { refill(); }
        decompressor_ = find_decompressor({buffer_.data(), buffer_.size()});
    }

    /// Reads on behind what is left in the buffer, which is used up or shorter than the magic.
    void refill()
    {
        buffer_.erase(buffer_.begin(), buffer_.begin() + static_cast<std::ptrdiff_t>(used_));
        used_ = 0;
        const std::size_t kept = buffer_.size();
        buffer_.resize(kept + kPackedBytes);
        const auto got = packed_->read(std::span{buffer_}.subspan(kept));
        buffer_.resize(kept + (got ? *got : 0));
        at_end_ = got && *got == 0;
        if (!got) { give_up(packed_->failure_reason(), got.error()); }
    }

    Result<std::size_t> pass_on(std::span<char> into)
    {
        auto got = packed_->read(into);
        if (!got) { give_up(packed_->failure_reason(), got.error()); }
        return got;
    }

    std::size_t hand_out(std::span<char> into)
    {
        const std::size_t got = std::min(into.size(), left());
        std::copy_n(buffer_.data() + used_, got, into.data());
        used_ += got;
        return got;
    }

    std::size_t unpack(std::span<char> into)
    {
        const auto step = decompressor_->unpack(std::span{buffer_}.subspan(used_), into);
        used_ += step.taken;
        unpacked_from_ += step.taken;
        made_ += step.made;
        if (!step.reason.empty()) {
            give_up(
                step.reason,
                step.reason == "damaged-compression" ? "the compressed data is damaged" : kStopped,
                step.message);
        } else if (step.made == 0 && step.taken == 0) {
            give_up("truncated", "the compressed data breaks off", "the file is not whole");
        } else if (made_ > kFreeBytes && made_ / kMostRatio > unpacked_from_) {
            give_up("bomb", kStopped,
                    "it has become over " + std::to_string(kMostRatio) + " times as long");
        }
        return step.made;
    }

    void give_up(std::string_view reason, const std::string& what, const std::string& why)
    {
        give_up(reason, fail(ErrorKind::InputFormat,
                             what + " at byte " + std::to_string(unpacked_from_) + ": " + why)
                            .error);
    }
    void give_up(std::string_view reason, Error error)
    {
        reason_ = reason;
        failure_ = std::move(error);
    }

    std::unique_ptr<ByteSource> packed_;
    std::unique_ptr<Decompressor> decompressor_{};
    std::vector<char> buffer_{};
    std::size_t used_ = 0;  // of the buffer
    std::uint64_t unpacked_from_ = 0;
    std::uint64_t made_ = 0;
    bool begun_ = false;
    bool at_end_ = false;
    std::optional<Error> failure_{};
    std::string_view reason_{};
};

Failure cannot_open(const std::filesystem::path& path, std::string_view why)
{
    return fail(ErrorKind::Io, "cannot read '" + path.string() + "': " + std::string{why});
}

}  // namespace

Result<std::unique_ptr<ByteSource>> open_file(const std::filesystem::path& path)
{
    FileDescriptor file =
        open_path(path.native(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
    if (!file) {
        return cannot_open(path, errno == ELOOP ? std::string{"it is a symbolic link"}
                                                : std::generic_category().message(errno));
    }
    struct stat facts = {};
    if (fstat(file.number(), &facts) != 0) {
        return cannot_open(path, std::generic_category().message(errno));
    }
    if (!S_ISREG(facts.st_mode)) { return cannot_open(path, "it is not a regular file"); }
    posix_fadvise(file.number(), 0, 0, POSIX_FADV_SEQUENTIAL);
    return std::unique_ptr<ByteSource>{
        std::make_unique<UnpackedSource>(std::make_unique<FileSource>(std::move(file)))};
}

std::unique_ptr<ByteSource> open_stdin()
{
    return std::make_unique<UnpackedSource>(
        std::make_unique<FileSource>(FileDescriptor::borrow(STDIN_FILENO)));
}

std::unique_ptr<ByteSource> open_memory(std::string bytes)
{
    return std::make_unique<UnpackedSource>(std::make_unique<MemorySource>(std::move(bytes)));
}

}  // namespace dateline::indexer
