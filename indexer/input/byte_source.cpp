#include "indexer/input/byte_source.hpp"

#include "indexer/input/open_path.hpp"

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <limits>
#include <sys/stat.h>
#include <system_error>
#include <unistd.h>

namespace dateline::indexer {
namespace {

class FileSource final : public ByteSource {
  public:
    /// `bytes`: the size of a file that can be read anywhere, or 0.
    FileSource(FileDescriptor file, std::uint64_t bytes)
        : file_(std::move(file)), bytes_(bytes), hole_(bytes == 0 ? kNoHole : first_hole())
    {
    }

    Result<std::size_t> read(std::span<char> into) override
    {
        if (at_ >= hole_ && !into.empty()) {
            reason_ = "sparse";
            return fail(ErrorKind::InputFormat,
                        "a hole begins at byte " + std::to_string(hole_) + ": it is not read on");
        }
        const auto most = std::min<std::uint64_t>(into.size(), hole_ - std::min(at_, hole_));
        ssize_t got = -1;
        do {
            got = ::read(file_.number(), into.data(), static_cast<std::size_t>(most));
        } while (got < 0 && errno == EINTR);
        if (got < 0) {
            reason_ = "unreadable";
            return fail(ErrorKind::Io, "cannot read on behind byte " + std::to_string(taken_) +
                                           ": " + std::generic_category().message(errno));
        }
        taken_ += static_cast<std::uint64_t>(got);
        at_ += static_cast<std::uint64_t>(got);
        return static_cast<std::size_t>(got);
    }

    [[nodiscard]] std::string_view failure_reason() const override { return reason_; }
    [[nodiscard]] std::uint64_t bytes_taken() const override { return taken_; }
    [[nodiscard]] std::uint64_t seekable_bytes() const override { return bytes_; }
    bool seek(std::uint64_t offset) override
    {
        if (bytes_ == 0 || !seek_to(offset)) { return false; }
        at_ = offset;
        return true;
    }

  private:
    static constexpr std::uint64_t kNoHole = std::numeric_limits<std::uint64_t>::max();

    bool seek_to(std::uint64_t offset)
    {
        return ::lseek(file_.number(), static_cast<off_t>(offset), SEEK_SET) >= 0;
    }

    /// Where bytes that nobody wrote begin, of which a file may have petabytes. Short holes, which
    /// some file systems make of zeros, are read.
    std::uint64_t first_hole()
    {
        constexpr off_t kShort = off_t{1} << 20U;
        constexpr int kMostHoles = 1000;
        off_t hole = 0;
        off_t data = 0;
        const auto end = static_cast<off_t>(bytes_);
        for (int holes = 0; holes < kMostHoles; ++holes) {
            hole = ::lseek(file_.number(), data, SEEK_HOLE);
            if (hole < 0 || hole >= end) { break; }
            data = ::lseek(file_.number(), hole, SEEK_DATA);
            if (data < 0) { data = end; }
            if (data - hole >= kShort) {
                seek_to(0);
                return static_cast<std::uint64_t>(hole);
            }
        }
        seek_to(0);
        return kNoHole;
    }

    FileDescriptor file_;
    std::uint64_t bytes_;
    std::uint64_t hole_;
    std::uint64_t at_ = 0;
    std::uint64_t taken_ = 0;
    std::string_view reason_{};
};

class MemorySource final : public ByteSource {
  public:
    explicit MemorySource(std::string bytes) : bytes_(std::move(bytes)) {}

    Result<std::size_t> read(std::span<char> into) override
    {
        const std::size_t got = std::min(into.size(), bytes_.size() - at_);
        std::copy_n(bytes_.data() + at_, got, into.data());
        at_ += got;
        taken_ += got;
        return got;
    }

    [[nodiscard]] std::string_view failure_reason() const override { return ""; }
    [[nodiscard]] std::uint64_t bytes_taken() const override { return taken_; }
    [[nodiscard]] std::uint64_t seekable_bytes() const override { return bytes_.size(); }
    bool seek(std::uint64_t offset) override
    {
        at_ = std::min(static_cast<std::size_t>(offset), bytes_.size());
        return true;
    }

  private:
    std::string bytes_;
    std::size_t at_ = 0;
    std::uint64_t taken_ = 0;
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
        std::make_unique<FileSource>(std::move(file), static_cast<std::uint64_t>(facts.st_size))};
}

std::unique_ptr<ByteSource> open_stdin()
{
    return std::make_unique<FileSource>(FileDescriptor::borrow(STDIN_FILENO), 0);
}

std::unique_ptr<ByteSource> open_memory(std::string bytes)
{
    return std::make_unique<MemorySource>(std::move(bytes));
}

}  // namespace dateline::indexer
