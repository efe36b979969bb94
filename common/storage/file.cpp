#include "common/storage/file.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fcntl.h>
#include <memory>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utility>
#include <xxhash.h>

namespace dateline {
namespace {

constexpr std::size_t kReadBytes = 1 << 16;
constexpr std::size_t kEndBytes = 4096;

/// Closes the descriptor when it goes.
class Descriptor {
  public:
    explicit Descriptor(int number) : number_(number) {}
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    ~Descriptor()
    {
        if (number_ >= 0) { ::close(number_); }
    }
    [[nodiscard]] int number() const { return number_; }

  private:
    int number_;
};

Status write_all(int number, std::string_view bytes, const std::filesystem::path& path)
{
    while (!bytes.empty()) {
        const ssize_t written = ::write(number, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) { continue; }
        if (written < 0) { return io_failure("write", path); }
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return Done{};
}

std::string hex_of(XXH128_hash_t hash)
{
    constexpr std::string_view kDigits = "0123456789abcdef";
    XXH128_canonical_t canonical;
    XXH128_canonicalFromHash(&canonical, hash);
    std::string text;
    for (const unsigned char byte : canonical.digest) {
        text += kDigits[byte >> 4U];
        text += kDigits[byte & 0xFU];
    }
    return text;
}

Failure missing(const std::filesystem::path& path)
{
    return fail(ErrorKind::IndexDamaged, "the file '" + path.string() + "' is missing",
                "check the index with dateline-index verify");
}

struct FreeHash {
    void operator()(XXH3_state_t* state) const { XXH3_freeState(state); }
};

/// Also sets the permissions, before anything is in it that not all may read.
Status write_new(const std::filesystem::path& path, std::string_view bytes,
                 std::optional<std::filesystem::perms> kept)
{
    const mode_t mode = kept ? S_IRUSR | S_IWUSR : 0666;
    const Descriptor file{::open(path.c_str(), O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, mode)};
    if (file.number() < 0) { return io_failure("create", path); }
    if (kept && ::fchmod(file.number(), static_cast<mode_t>(*kept)) != 0) {
        return io_failure("write", path);
    }
    if (auto written = write_all(file.number(), bytes, path); !written) { return written; }
    if (::fsync(file.number()) != 0) { return io_failure("sync", path); }
    return Done{};
}

}  // namespace

Failure io_failure(std::string_view doing, const std::filesystem::path& path, int problem)
{
    const std::string hint = problem == ENOSPC || problem == EDQUOT
                                 ? "free some space and run the same command again"
                                 : "";
    return fail(
        ErrorKind::Io,
        "cannot " + std::string{doing} + " '" + path.string() + "': " + std::strerror(problem),
        hint);
}

std::string hash_hex(std::string_view bytes)
{
    return hex_of(XXH3_128bits(bytes.data(), bytes.size()));
}

MappedFile::MappedFile(MappedFile&& other) noexcept : bytes_(std::exchange(other.bytes_, {})) {}

MappedFile& MappedFile::operator=(MappedFile&& other) noexcept
{
    std::swap(bytes_, other.bytes_);
    return *this;
}

MappedFile::~MappedFile()
{
    if (!bytes_.empty()) { ::munmap(const_cast<char*>(bytes_.data()), bytes_.size()); }
}

void MappedFile::forget() const
{
    if (bytes_.empty()) { return; }
    ::madvise(const_cast<char*>(bytes_.data()), bytes_.size(), MADV_DONTNEED);  // a hint
}

Result<MappedFile> MappedFile::open(const std::filesystem::path& path)
{
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.number() < 0 && errno == ENOENT) { return missing(path); }
    struct stat about {};
    if (file.number() < 0 || ::fstat(file.number(), &about) != 0) {
        return io_failure("read", path);
    }
    MappedFile mapped;
    if (about.st_size == 0) { return mapped; }
    const auto size = static_cast<std::size_t>(about.st_size);
    void* const bytes = ::mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
    if (bytes == MAP_FAILED) { return io_failure("map", path); }
    mapped.bytes_ = {static_cast<const char*>(bytes), size};
    return mapped;
}

Result<std::string> digest_ends(const std::filesystem::path& path)
{
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.number() < 0 && errno == ENOENT) { return missing(path); }
    struct stat about {};
    if (file.number() < 0 || ::fstat(file.number(), &about) != 0) {
        return io_failure("read", path);
    }
    std::string bytes(2 * kEndBytes, '\0');
    std::size_t size = 0;
    for (const off_t from : {off_t{0}, std::max<off_t>(0, about.st_size - off_t{kEndBytes})}) {
        ssize_t got = 0;
        do {
            got = ::pread(file.number(), bytes.data() + size, kEndBytes, from);
        } while (got < 0 && errno == EINTR);
        if (got < 0) { return io_failure("read", path); }
        size += static_cast<std::size_t>(got);
    }
    return hash_hex(std::string_view{bytes}.substr(0, size));
}

Result<FileDigest> digest_file(const std::filesystem::path& path, std::uint64_t most)
{
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.number() < 0 && errno == ENOENT) { return missing(path); }
    if (file.number() < 0) { return io_failure("read", path); }
    // Read, not mapped: what a failing disk does to who reads a mapped file is a signal.
    const std::unique_ptr<XXH3_state_t, FreeHash> state{XXH3_createState()};
    XXH3_128bits_reset(state.get());
    std::array<char, kReadBytes> buffer{};
    FileDigest digest;
    while (digest.size < most) {
        const auto wanted = std::min<std::uint64_t>(buffer.size(), most - digest.size);
        const ssize_t got = ::read(file.number(), buffer.data(), wanted);
        if (got < 0 && errno == EINTR) { continue; }
        if (got < 0) { return io_failure("read", path); }
        if (got == 0) { break; }
        XXH3_128bits_update(state.get(), buffer.data(), static_cast<std::size_t>(got));
        digest.size += static_cast<std::uint64_t>(got);
    }
    digest.hash = hex_of(XXH3_128bits_digest(state.get()));
    if (most != UINT64_MAX) { return digest; }
    auto ends = digest_ends(path);
    if (!ends) { return Failure{ends.error()}; }
    digest.ends = *std::move(ends);
    return digest;
}

Status write_file(const std::filesystem::path& path, std::string_view bytes)
{
    return write_new(path, bytes, {});
}

Status replace_file(const std::filesystem::path& path, std::string_view bytes)
{
    auto next = path;
    next += ".new";
    std::error_code problem;
    std::filesystem::remove(next, problem);  // of a run that was cut off, perhaps read-only
    std::optional<std::filesystem::perms> kept;
    if (const auto before = std::filesystem::status(path, problem); exists(before)) {
        kept = before.permissions();
    }
    if (auto written = write_new(next, bytes, kept); !written) { return written; }
    std::filesystem::rename(next, path, problem);
    if (problem) { return io_failure("write", path, problem.value()); }
    const auto folder = path.parent_path();
    return sync_path(folder.empty() ? "." : folder);
}

Result<std::vector<std::filesystem::path>> list_folder(const std::filesystem::path& folder)
{
    std::vector<std::filesystem::path> entries;
    std::error_code problem;
    std::filesystem::directory_iterator entry{folder, problem};
    for (; !problem && entry != std::filesystem::directory_iterator{}; entry.increment(problem)) {
        entries.push_back(entry->path());
    }
    if (problem) { return io_failure("read the folder", folder, problem.value()); }
    std::sort(entries.begin(), entries.end());
    return entries;
}

Status make_folders(const std::filesystem::path& folder)
{
    std::error_code problem;
    std::filesystem::create_directories(folder, problem);
    if (problem) { return io_failure("make the folder", folder, problem.value()); }
    return Done{};
}

Status sync_path(const std::filesystem::path& path)
{
    const Descriptor file{::open(path.c_str(), O_RDONLY | O_CLOEXEC)};
    if (file.number() < 0 || ::fsync(file.number()) != 0) { return io_failure("sync", path); }
    return Done{};
}

}  // namespace dateline
