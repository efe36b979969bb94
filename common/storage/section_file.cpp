#include "common/storage/section_file.hpp"

#include <cassert>
#include <cerrno>
#include <cstring>

namespace dateline {
namespace {

constexpr std::size_t kMagicSize = 8;
constexpr std::size_t kAlignment = 8;
constexpr std::size_t kTailSize = kMagicSize + sizeof(std::uint64_t);
constexpr std::uint64_t kMaxSections = 1 << 20;

std::uint64_t number_at(std::string_view bytes, std::size_t at)
{
    std::uint64_t number = 0;
    std::memcpy(&number, bytes.data() + at, sizeof number);
    return number;
}

}  // namespace

Failure damaged(const std::filesystem::path& path, std::string_view what)
{
    return fail(ErrorKind::IndexDamaged,
                "the file '" + path.string() + "' is damaged: " + std::string{what},
                "check the index with dateline-index verify");
}

SectionWriter::SectionWriter(const std::filesystem::path& path, std::string_view magic)
    : path_(path), magic_(magic), file_(path, std::ios::binary | std::ios::trunc)
{
    assert(magic.size() == kMagicSize);
    note_failure();
    append(magic);
}

/// Keeps the system's reason: by the time of finish(), errno may be about something else.
void SectionWriter::note_failure()
{
    if (file_.fail() && problem_ == 0) { problem_ = errno; }
}

void SectionWriter::append(std::string_view bytes)
{
    file_.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
    note_failure();
    size_ += bytes.size();
}

void SectionWriter::end_section()
{
    if (table_.empty()) { return; }
    table_.push_back(size_ - table_.back());
    constexpr char kPadding[kAlignment] = {};
    append({kPadding, (kAlignment - size_ % kAlignment) % kAlignment});
}

void SectionWriter::begin_section()
{
    end_section();
    table_.push_back(size_);
}

Status SectionWriter::finish()
{
    end_section();
    append_array(std::span<const std::uint64_t>{table_});
    const std::uint64_t sections = table_.size() / 2;
    append_array(std::span<const std::uint64_t>{&sections, 1});
    append(magic_);
    file_.close();
    note_failure();
    if (file_.fail()) {
        errno = problem_;
        return io_failure("write", path_);
    }
    return sync_path(path_);
}

Result<SectionFile> SectionFile::open(const std::filesystem::path& path, std::string_view magic)
{
    auto mapped = MappedFile::open(path);
    if (!mapped) { return Failure{mapped.error()}; }
    SectionFile file;
    file.file_ = *std::move(mapped);
    const std::string_view bytes = file.file_.bytes();

    if (bytes.size() < kMagicSize + kTailSize) { return damaged(path, "it is too short"); }
    if (!bytes.starts_with(magic)) { return damaged(path, "it is of another kind or version"); }
    if (!bytes.ends_with(magic)) { return damaged(path, "its end is missing"); }
    const std::uint64_t sections = number_at(bytes, bytes.size() - kTailSize);
    if (sections > kMaxSections) { return damaged(path, "its table is broken"); }
    const std::uint64_t table_size = sections * 2 * sizeof(std::uint64_t);
    if (table_size > bytes.size() - kMagicSize - kTailSize) {
        return damaged(path, "its table is broken");
    }
    const std::size_t table = bytes.size() - kTailSize - table_size;
    for (std::uint64_t i = 0; i < sections; ++i) {
        const std::uint64_t offset = number_at(bytes, table + i * 16);
        const std::uint64_t size = number_at(bytes, table + i * 16 + 8);
        if (offset > table || size > table - offset || offset % kAlignment != 0) {
            return damaged(path, "a section lies outside it");
        }
        file.sections_.push_back(bytes.substr(offset, size));
    }
    return file;
}

std::string_view SectionFile::section(std::size_t index) const
{
    return index < sections_.size() ? sections_[index] : std::string_view{};
}

}  // namespace dateline
