// xz, by liblzma: any number of streams and the padding between them, checksums verified, with
// dictionaries of at most 128 MiB.
#include "indexer/input/decompressor.hpp"

#include <algorithm>
#include <cstdint>
#include <lzma.h>

namespace dateline::indexer {
namespace {

// As for zstd; the decoder itself takes less than the 2 MiB on top.
constexpr std::uint64_t kMostMemory = (std::uint64_t{128} + 2) << 20U;

struct Problem {
    lzma_ret code;
    std::string_view reason;
    const char* message;
};
constexpr Problem kProblems[] = {
    {LZMA_MEMLIMIT_ERROR, "bomb", "its dictionary is over 128 MiB: compress it again with xz -9"},
    {LZMA_MEM_ERROR, "unreadable", "there is no memory for xz"},
    {LZMA_FORMAT_ERROR, "damaged-compression", "what follows is not xz"},
    {LZMA_OPTIONS_ERROR, "damaged-compression", "it was made by a way of xz that is not known"},
    {LZMA_DATA_ERROR, "damaged-compression", "a checksum or code is wrong"},
};

class Xz final : public Decompressor {
  public:
    Xz() { begin(); }
    ~Xz() override { lzma_end(&stream_); }

    Unpacked unpack(std::span<const char> packed, std::span<char> into) override
    {
        if (complete_) {
            // Zeros may stand behind a stream: https://tukaani.org/xz/xz-file-format.txt, 2.2.
            const auto zeros = static_cast<std::size_t>(
                std::find_if(packed.begin(), packed.end(), [](char b) { return b != '\0'; }) -
                packed.begin());
            if (zeros != 0 || packed.empty()) { return {.taken = zeros}; }
            begin();
        }
        if (!ready_) { return {.reason = "unreadable", .message = "there is no memory for xz"}; }
        stream_.next_in = reinterpret_cast<const std::uint8_t*>(packed.data());
        stream_.avail_in = packed.size();
        stream_.next_out = reinterpret_cast<std::uint8_t*>(into.data());
        stream_.avail_out = into.size();
        const lzma_ret code = lzma_code(&stream_, LZMA_RUN);
        complete_ = code == LZMA_STREAM_END;

        Unpacked step{.taken = packed.size() - stream_.avail_in,
                      .made = into.size() - stream_.avail_out};
        if (code != LZMA_OK && code != LZMA_STREAM_END && code != LZMA_BUF_ERROR) {
            step.reason = "damaged-compression";
            step.message = "not as liblzma expects it";
            for (const Problem& problem : kProblems) {
                if (problem.code != code) { continue; }
                step.reason = problem.reason;
                step.message = problem.message;
            }
        }
        return step;
    }

    [[nodiscard]] bool complete() const override { return complete_; }

  private:
    void begin()
    {
        ready_ = lzma_stream_decoder(&stream_, kMostMemory, 0) == LZMA_OK;
        complete_ = false;
    }

    lzma_stream stream_ = LZMA_STREAM_INIT;
    bool ready_ = false;
    bool complete_ = false;
};

}  // namespace

std::unique_ptr<Decompressor> make_xz() { return std::make_unique<Xz>(); }

}  // namespace dateline::indexer
