// Records as zstd frames, with dictionaries that an index keeps beside its segments.
#pragma once

#include "common/storage/file.hpp"

#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

struct ZSTD_CCtx_s;
struct ZSTD_DCtx_s;
struct ZSTD_DDict_s;

namespace dateline {

/// Trains a zstd dictionary on some records; empty if they are too few to be worth one.
std::string train_dictionary(const std::vector<std::string>& records, std::uint32_t id);

/// The id of the dictionary that a frame names; 0 for none.
std::uint32_t dictionary_of(std::string_view frame);

/// The failure IndexDamaged of a stored article; `what` is damaged: "its frame is".
Failure broken_article(std::string_view what);

/// How many bytes a frame says that it holds; 0 if it does not say.
std::uint64_t unpacked_size(std::string_view frame);

/// Unpacks frames; the dictionaries of an index are loaded when first asked for. Thread-safe.
class Dictionaries {
  public:
    explicit Dictionaries(std::filesystem::path folder);

    /// What a frame holds, at most `limit` bytes. Fails with IndexDamaged if it is not whole, or
    /// its dictionary is not there.
    Result<std::string> unpack(std::string_view frame, std::size_t limit);

    /// The bytes of a dictionary, there as long as the object; none for id 0. Fails with
    /// IndexDamaged.
    Result<std::string_view> bytes(std::uint32_t id);

  private:
    struct Free {
        void operator()(ZSTD_DCtx_s* context) const;
        void operator()(ZSTD_DDict_s* dictionary) const;
    };
    struct Dictionary {
        MappedFile file{};  ///< to which the other refers
        std::unique_ptr<ZSTD_DDict_s, Free> loaded{};
    };
    /// Null for id 0.
    Result<const Dictionary*> find(std::uint32_t id);

    std::filesystem::path folder_;
    std::mutex mutex_{};  ///< of loaded_
    std::map<std::uint32_t, Dictionary> loaded_{};
};

/// Makes frames. One object, one thread; the same bytes make the same frame in each.
class FrameCompressor {
  public:
    /// `dictionary` may be empty; it is copied.
    explicit FrameCompressor(std::string_view dictionary);

    /// The frame of some bytes, valid until the next call; empty if zstd fails.
    std::string_view frame(std::string_view bytes);

  private:
    struct Free {
        void operator()(ZSTD_CCtx_s* context) const;
    };
    std::unique_ptr<ZSTD_CCtx_s, Free> context_;
    std::string buffer_{};
};

}  // namespace dateline
