#include "benchmarks/compare/write_share.hpp"

#include "common/storage/file.hpp"
#include "indexer/input/unpacked_source.hpp"

#include <charconv>
#include <fstream>

namespace dateline::compare {
namespace {

/// Passes on every n-th line of the dumps that it is fed one after the other.
class LineSieve {
  public:
    LineSieve(std::ostream& out, std::size_t every) : out_(out), every_(every) {}

    void feed(std::string_view bytes)
    {
        while (!bytes.empty()) {
            const std::size_t end = std::min(bytes.find('\n'), bytes.size());
            const bool whole = end < bytes.size();
            if (number_ % every_ == 0) { out_ << bytes.substr(0, end + (whole ? 1 : 0)); }
            begun_ = !whole;
            number_ += whole ? 1 : 0;
            bytes.remove_prefix(end + (whole ? 1 : 0));
        }
    }

    /// At the end of a dump, whose last line may lack its line break.
    void end_dump()
    {
        if (begun_) { feed("\n"); }
    }

  private:
    std::ostream& out_;
    std::size_t every_;
    std::size_t number_ = 0;
    bool begun_ = false;
};

std::size_t every_of(std::string_view share)
{
    std::size_t every = 1;
    const std::size_t slash = share.find('/');
    if (slash == std::string_view::npos) { return every; }
    std::from_chars(share.data() + slash + 1, share.data() + share.size(), every);
    return std::max<std::size_t>(every, 1);
}

}  // namespace

Status write_share(const std::vector<std::filesystem::path>& dumps, std::string_view share,
                   const std::filesystem::path& jsonl)
{
    std::ofstream out{jsonl, std::ios::binary};
    LineSieve sieve{out, every_of(share)};
    std::vector<char> buffer(std::size_t{1} << 20U);
    for (const auto& dump : dumps) {
        const auto source = indexer::open_unpacked(dump);
        if (!source) { return Failure{source.error()}; }
        for (;;) {
            const auto got = (*source)->read(buffer);
            if (!got) { return Failure{got.error()}; }
            if (*got == 0) { break; }
            sieve.feed({buffer.data(), *got});
        }
        sieve.end_dump();
    }
    out.flush();
    return out ? Status{Done{}} : Status{io_failure("write", jsonl)};
}

}  // namespace dateline::compare
