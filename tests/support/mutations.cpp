#include "tests/support/mutations.hpp"

#include "common/storage/file.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <cstring>
#include <doctest/doctest.h>
#include <new>
#include <random>
#include <stdexcept>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

namespace dateline::tests {
namespace {

using Random = std::mt19937;

std::size_t below(Random& random, std::size_t limit) { return limit == 0 ? 0 : random() % limit; }

void flip_bits(std::string& bytes, Random& random)
{
    if (bytes.empty()) { return; }
    for (std::size_t i = 1 + below(random, 4); i > 0; --i) {
        char& byte = bytes[below(random, bytes.size())];
        byte = static_cast<char>(static_cast<unsigned char>(byte) ^ (1U << below(random, 8)));
    }
}

void write_noise(std::string& bytes, Random& random)
{
    const std::size_t begin = below(random, bytes.size());
    const std::size_t end = std::min(bytes.size(), begin + 1 + below(random, 16));
    const std::size_t kind = below(random, 3);
    for (std::size_t i = begin; i < end; ++i) {
        bytes[i] = kind == 0 ? '\0' : kind == 1 ? '\xFF' : static_cast<char>(random());
    }
}

void cut_end(std::string& bytes, Random& random) { bytes.resize(below(random, bytes.size())); }

void cut_middle(std::string& bytes, Random& random)
{
    bytes.erase(below(random, bytes.size()), 1 + below(random, 24));
}

void insert_copy(std::string& bytes, Random& random)
{
    const std::string copy = bytes.substr(below(random, bytes.size()), 1 + below(random, 24));
    bytes.insert(below(random, bytes.size()), copy);
}

void swap_blocks(std::string& bytes, Random& random)
{
    const std::size_t size = std::min(bytes.size() / 2, std::size_t{8} << below(random, 4));
    const std::size_t steps = size == 0 ? 0 : bytes.size() / size;
    const std::size_t a = below(random, steps) * size;
    const std::size_t b = below(random, steps) * size;
    for (std::size_t i = 0; i < size; ++i) { std::swap(bytes[a + i], bytes[b + i]); }
}

/// Puts another number where one may stand: huge, near the file's size, or near what is there.
void write_number(std::string& bytes, Random& random)
{
    const std::size_t width = below(random, 3) == 0 ? 4 : 8;
    if (bytes.size() < width) { return; }
    std::size_t at = below(random, bytes.size() - width + 1);
    if (below(random, 4) != 0) { at -= at % width; }
    std::uint64_t number = 0;
    std::memcpy(&number, bytes.data() + at, width);
    const std::uint64_t small = below(random, 64);
    const std::array<std::uint64_t, 12> others{number + small,
                                               number - small,
                                               small,
                                               bytes.size() - small,
                                               bytes.size() + small,
                                               1U << 24U,
                                               1U << 31U,
                                               UINT32_MAX - small,
                                               std::uint64_t{1} << 40U,
                                               std::uint64_t{1} << 63U,
                                               UINT64_MAX - small,
                                               random()};
    number = others[below(random, others.size())];
    std::memcpy(bytes.data() + at, &number, width);
}

constexpr std::array kDamages{flip_bits,   write_noise,  cut_end,      cut_middle, insert_copy,
                              swap_blocks, write_number, write_number, flip_bits};

/// What the walking process tells the one that waits for it.
struct Progress {
    std::uint32_t seed;
    std::uint32_t opened;
    std::array<char, 200> complaint;
};

constexpr unsigned kMostSeconds = 20;  // for one mutation, which takes a fraction of a millisecond
constexpr long kMostMemory = 2 << 20;  // in kB: an allocation by a damaged number would be more

/// A file without a name; its path is good as long as the object lives, in child processes too.
class NamelessFile {
  public:
    NamelessFile() : descriptor_(memfd_create("mutation", 0)) { REQUIRE(descriptor_ >= 0); }
    NamelessFile(const NamelessFile&) = delete;
    NamelessFile& operator=(const NamelessFile&) = delete;
    ~NamelessFile() { ::close(descriptor_); }

    [[nodiscard]] std::filesystem::path path() const
    {
        return "/proc/self/fd/" + std::to_string(descriptor_);
    }
    void write(std::string_view bytes) const
    {
        const auto size = static_cast<ssize_t>(bytes.size());
        must(::ftruncate(descriptor_, 0) == 0 &&
                 ::pwrite(descriptor_, bytes.data(), bytes.size(), 0) == size,
             "a file in memory can be written");
    }

  private:
    int descriptor_;
};

void walk_mutations(std::string_view good, const Walk& walk, std::uint32_t count,
                    Progress& progress)
{
    const NamelessFile file;
    const std::uint32_t end = progress.seed + count;
    for (; progress.seed != end; ++progress.seed) {
        ::alarm(kMostSeconds);
        file.write(mutate(good, progress.seed));
        const Status walked = walk(file.path());
        progress.opened += walked ? 1 : 0;
        must(walked || walked.error().kind == ErrorKind::IndexDamaged,
             walked ? "" : "refused, but not as damaged: " + walked.error().message);
    }
    ::alarm(0);
}

[[noreturn]] void walk_and_exit(std::string_view good, const Walk& walk, std::uint32_t count,
                                Progress& progress)
{
    int code = 0;
    try {
        walk_mutations(good, walk, count, progress);
    } catch (const std::exception& problem) {
        std::strncpy(progress.complaint.data(), problem.what(), progress.complaint.size() - 1);
        code = 1;
    }
    ::_exit(code);  // neither doctest's end nor that of any object of the parent
}

}  // namespace

std::string mutate(std::string_view good, std::uint32_t seed)
{
    Random random{seed};
    std::string bytes{good};
    for (std::size_t i = 1 + below(random, 3); i > 0; --i) {
        kDamages[below(random, kDamages.size())](bytes, random);
    }
    return bytes;
}

void must(bool holds, std::string_view promise)
{
    if (!holds) { throw std::logic_error{std::string{promise}}; }
}

void check_mutations(std::string_view good, const Walk& walk, std::uint32_t first_seed,
                     std::uint32_t count)
{
    void* const shared = ::mmap(nullptr, sizeof(Progress), PROT_READ | PROT_WRITE,
                                MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    REQUIRE(shared != MAP_FAILED);
    auto& progress = *new (shared) Progress{.seed = first_seed, .opened = 0, .complaint = {}};
    std::fflush(nullptr);
    const pid_t child = ::fork();
    REQUIRE(child >= 0);
    if (child == 0) { walk_and_exit(good, walk, count, progress); }

    int status = 0;
    rusage usage{};
    REQUIRE(::wait4(child, &status, 0, &usage) == child);
    CAPTURE(progress.seed);
    CAPTURE(progress.complaint.data());
    CHECK_MESSAGE(status == 0, "reading a mutation ended badly; mutate(good, seed) makes it again");
    CHECK(usage.ru_maxrss < kMostMemory);
    CHECK_MESSAGE(progress.opened > count / 100, "too few mutations can be opened to be a test");
    ::munmap(shared, sizeof(Progress));
}

void check_truncations(std::string_view good, const Walk& walk)
{
    const NamelessFile file;
    for (std::size_t size = 0; size < good.size(); ++size) {
        CAPTURE(size);
        file.write(good.substr(0, size));
        const Status walked = walk(file.path());
        REQUIRE_FALSE(walked);
        CHECK(walked.error().kind == ErrorKind::IndexDamaged);
        CHECK_FALSE(walked.error().hint.empty());
    }
}

std::string bytes_of(const std::filesystem::path& path)
{
    const auto file = MappedFile::open(path);
    REQUIRE(file);
    return std::string{file->bytes()};
}

}  // namespace dateline::tests
