#include "common/storage/record_frames.hpp"

#define ZDICT_STATIC_LINKING_ONLY  // for ZDICT_trainFromBuffer_fastCover()
#define ZSTD_STATIC_LINKING_ONLY   // for ZSTD_createDDict_byReference()
#include <zdict.h>
#include <zstd.h>

namespace dateline {
namespace {

constexpr int kLevel = 3;  // measured: 0.356 × text at 132 MB/s; level 9 gives 0.328 at 22 MB/s
constexpr std::size_t kDictionaryBytes = 110 << 10;
/// zstd wants about a hundred times the dictionary; a tenth of that still pays.
constexpr std::size_t kLeastSampleBytes = 1 << 20;

/// ZDICT_trainFromBuffer() tries several of these and takes one that is worse than all that were
/// measured; these take a quarter of its time (ARCHITECTURE, "Decisions").
ZDICT_fastCover_params_t training()
{
    ZDICT_fastCover_params_t training{};
    training.k = 200;
    training.d = 8;
    training.f = 20;
    training.splitPoint = 1;
    training.accel = 1;
    return training;
}

}  // namespace

Failure broken_article(std::string_view what)
{
    return fail(ErrorKind::IndexDamaged, "a stored article is damaged: " + std::string{what},
                "check the index with dateline-index verify");
}

std::string train_dictionary(const std::vector<std::string>& records, std::uint32_t id)
{
    std::string samples;
    std::vector<std::size_t> sizes;
    for (const std::string& record : records) {
        samples += record;
        sizes.push_back(record.size());
    }
    if (samples.size() < kLeastSampleBytes) { return {}; }
    std::string dictionary(kDictionaryBytes, '\0');
    const std::size_t size = ZDICT_trainFromBuffer_fastCover(
        dictionary.data(), dictionary.size(), samples.data(), sizes.data(),
        static_cast<unsigned>(sizes.size()), training());
    if (ZDICT_isError(size) != 0 || size < 8) { return {}; }
    dictionary.resize(size);
    constexpr std::size_t kIdOffset = 4;  // behind the magic number, RFC 8878 section 6
    dictionary.replace(kIdOffset, sizeof id, reinterpret_cast<const char*>(&id), sizeof id);
    return dictionary;
}

std::uint32_t dictionary_of(std::string_view frame)
{
    return ZSTD_getDictID_fromFrame(frame.data(), frame.size());
}

std::uint64_t unpacked_size(std::string_view frame)
{
    const auto size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    return size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR ? 0 : size;
}

void Dictionaries::Free::operator()(ZSTD_DCtx_s* context) const { ZSTD_freeDCtx(context); }
void Dictionaries::Free::operator()(ZSTD_DDict_s* dictionary) const { ZSTD_freeDDict(dictionary); }

Dictionaries::Dictionaries(std::filesystem::path folder) : folder_(std::move(folder)) {}

Result<const Dictionaries::Dictionary*> Dictionaries::find(std::uint32_t id)
{
    if (id == 0) { return nullptr; }
    const std::lock_guard lock{mutex_};
    const auto known = loaded_.find(id);
    if (known != loaded_.end()) { return &known->second; }
    auto file = MappedFile::open(folder_ / std::to_string(id));
    if (!file) { return Failure{file.error()}; }
    Dictionary dictionary{.file = *std::move(file)};
    const std::string_view bytes = dictionary.file.bytes();
    dictionary.loaded.reset(ZSTD_createDDict_byReference(bytes.data(), bytes.size()));
    if (!dictionary.loaded) { return broken_article("its dictionary is"); }
    return &loaded_.emplace(id, std::move(dictionary)).first->second;
}

Result<std::string_view> Dictionaries::bytes(std::uint32_t id)
{
    const auto found = find(id);
    if (!found) { return Failure{found.error()}; }
    return *found == nullptr ? std::string_view{} : (*found)->file.bytes();
}

Result<std::string> Dictionaries::unpack(std::string_view frame, std::size_t limit)
{
    const auto size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (frame.empty() || size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR ||
        size > limit) {
        return broken_article("its frame is");
    }
    const auto dictionary = find(dictionary_of(frame));
    if (!dictionary) { return Failure{dictionary.error()}; }
    std::string bytes(size, '\0');
    thread_local const std::unique_ptr<ZSTD_DCtx_s, Free> context{ZSTD_createDCtx()};
    const std::size_t got = ZSTD_decompress_usingDDict(
        context.get(), bytes.data(), bytes.size(), frame.data(), frame.size(),
        *dictionary == nullptr ? nullptr : (*dictionary)->loaded.get());
    if (ZSTD_isError(got) != 0 || got != size) { return broken_article("it does not unpack"); }
    return bytes;
}

void FrameCompressor::Free::operator()(ZSTD_CCtx_s* context) const { ZSTD_freeCCtx(context); }

FrameCompressor::FrameCompressor(std::string_view dictionary) : context_(ZSTD_createCCtx())
{
    ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, kLevel);
    if (!dictionary.empty()) {
        ZSTD_CCtx_loadDictionary(context_.get(), dictionary.data(), dictionary.size());
    }
}

std::string_view FrameCompressor::frame(std::string_view bytes)
{
    buffer_.resize(ZSTD_compressBound(bytes.size()));
    const std::size_t size =
        ZSTD_compress2(context_.get(), buffer_.data(), buffer_.size(), bytes.data(), bytes.size());
    if (ZSTD_isError(size) != 0) { return {}; }
    return std::string_view{buffer_}.substr(0, size);
}

}  // namespace dateline
