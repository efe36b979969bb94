#include "common/storage/bodies.hpp"

#include "common/storage/bytes.hpp"
#include "common/storage/tokens.hpp"
#include "common/text/utf8.hpp"

#include <array>
#include <cassert>
#define ZDICT_STATIC_LINKING_ONLY  // for ZDICT_trainFromBuffer_fastCover()
#define ZSTD_STATIC_LINKING_ONLY   // for ZSTD_createDDict_byReference()
#include <zdict.h>
#include <zstd.h>

namespace dateline {
namespace {

constexpr std::string_view kMagic = "DLBODIE4";

struct OlderFormat {
    std::string_view magic;
    RecordFormat records;
};
constexpr OlderFormat kOlderFormats[] = {{"DLBODIE1", RecordFormat::Schema1},
                                         {"DLBODIE2", RecordFormat::Schema2},
                                         {"DLBODIE3", RecordFormat::Schema4}};

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

Failure broken_article(std::string_view what)
{
    return fail(ErrorKind::IndexDamaged, "a stored article is damaged: " + std::string{what},
                "check the index with dateline-index verify");
}

}  // namespace

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

void Dictionaries::Free::operator()(ZSTD_DCtx_s* context) const { ZSTD_freeDCtx(context); }
std::uint32_t dictionary_of(std::string_view frame)
{
    return ZSTD_getDictID_fromFrame(frame.data(), frame.size());
}

void Dictionaries::Free::operator()(ZSTD_DDict_s* dictionary) const { ZSTD_freeDDict(dictionary); }

Dictionaries::Dictionaries(std::filesystem::path folder) : folder_(std::move(folder)) {}

Result<const ZSTD_DDict_s*> Dictionaries::find(std::uint32_t id)
{
    if (id == 0) { return nullptr; }
    const std::lock_guard lock{mutex_};
    const auto known = loaded_.find(id);
    if (known != loaded_.end()) { return known->second.loaded.get(); }
    auto file = MappedFile::open(folder_ / std::to_string(id));
    if (!file) { return Failure{file.error()}; }
    Dictionary dictionary{.file = *std::move(file)};
    const std::string_view bytes = dictionary.file.bytes();
    dictionary.loaded.reset(ZSTD_createDDict_byReference(bytes.data(), bytes.size()));
    if (!dictionary.loaded) { return broken_article("its dictionary is"); }
    return loaded_.emplace(id, std::move(dictionary)).first->second.loaded.get();
}

Result<std::string> Dictionaries::unpack(std::string_view frame)
{
    const auto size = ZSTD_getFrameContentSize(frame.data(), frame.size());
    if (frame.empty() || size == ZSTD_CONTENTSIZE_UNKNOWN || size == ZSTD_CONTENTSIZE_ERROR ||
        size > kMaxRecordBytes) {
        return broken_article("its frame is");
    }
    const auto dictionary = find(dictionary_of(frame));
    if (!dictionary) { return Failure{dictionary.error()}; }
    std::string record(size, '\0');
    thread_local const std::unique_ptr<ZSTD_DCtx_s, Free> context{ZSTD_createDCtx()};
    const std::size_t got = ZSTD_decompress_usingDDict(context.get(), record.data(), record.size(),
                                                       frame.data(), frame.size(), *dictionary);
    if (ZSTD_isError(got) != 0 || got != size) { return broken_article("it does not unpack"); }
    return record;
}

void BodyCompressor::Free::operator()(ZSTD_CCtx_s* context) const { ZSTD_freeCCtx(context); }

BodyCompressor::BodyCompressor(std::string_view dictionary) : context_(ZSTD_createCCtx())
{
    ZSTD_CCtx_setParameter(context_.get(), ZSTD_c_compressionLevel, kLevel);
    if (!dictionary.empty()) {
        ZSTD_CCtx_loadDictionary(context_.get(), dictionary.data(), dictionary.size());
    }
}

std::string_view BodyCompressor::frame(std::string_view record)
{
    assert(record.size() <= kMaxRecordBytes);
    buffer_.resize(ZSTD_compressBound(record.size()));
    const std::size_t size = ZSTD_compress2(context_.get(), buffer_.data(), buffer_.size(),
                                            record.data(), record.size());
    if (ZSTD_isError(size) != 0) { return {}; }
    return std::string_view{buffer_}.substr(0, size);
}

BodiesWriter::BodiesWriter(const std::filesystem::path& path, std::string_view dictionary)
    : compressor_(dictionary), file_(path, kMagic)
{
    file_.begin_section();
}

void BodiesWriter::append(std::string_view bytes)
{
    file_.append(bytes);
    size_ += bytes.size();
}

void BodiesWriter::add(std::string_view id, std::string_view record)
{
    const std::string_view frame = compressor_.frame(record);
    failed_ = failed_ || frame.empty();
    add_frame(id, frame);
}

void BodiesWriter::add_frame(std::string_view id, std::string_view frame)
{
    std::string head;
    append_string(head, id);
    add_entry(head);
    append(frame);
}

void BodiesWriter::add_entry(std::string_view entry)
{
    offsets_.push_back(size_);
    append(entry);
}

Status BodiesWriter::finish()
{
    if (failed_) {
        return fail(ErrorKind::Io, "cannot compress articles", "run the same command again");
    }
    offsets_.push_back(size_);
    file_.begin_section();
    file_.append_array(std::span<const std::uint64_t>{offsets_});
    return file_.finish();
}

Result<Bodies> Bodies::open(const std::filesystem::path& path, Dictionaries& dictionaries)
{
    auto file = SectionFile::open(path, kMagic);
    if (file) { return Bodies{*std::move(file), dictionaries, RecordFormat::Schema5}; }
    for (const OlderFormat& older : kOlderFormats) {
        auto old = SectionFile::open(path, older.magic);
        if (old) { return Bodies{*std::move(old), dictionaries, older.records}; }
    }
    return Failure{file.error()};
}

std::size_t Bodies::articles() const
{
    const std::size_t offsets = file_.array<std::uint64_t>(1).size();
    return offsets == 0 ? 0 : offsets - 1;
}

std::string_view Bodies::entry(std::size_t index) const
{
    return slice(file_.section(0), file_.array<std::uint64_t>(1), index);
}

Result<std::string_view> Bodies::id(std::size_t index) const
{
    if (format_ < RecordFormat::Schema4) { return broken_article("its id is in its frame"); }
    ByteReader head{entry(index)};
    const std::string_view id = head.string();
    if (!head.ok() || !is_utf8(id)) { return broken_article("its id is"); }
    return id;
}

Result<AnalyzedArticle> Bodies::article(std::size_t index) const
{
    if (format_ < RecordFormat::Schema4) { return unpack(entry(index)); }
    const auto id = this->id(index);
    if (!id) { return Failure{id.error()}; }
    const char* const begin = id->data() + id->size();
    const std::string_view bytes = entry(index);
    auto unpacked = unpack(bytes.substr(static_cast<std::size_t>(begin - bytes.data())));
    if (!unpacked) { return unpacked; }
    AnalyzedArticle analyzed = *std::move(unpacked);
    analyzed.article.id = *id;
    return analyzed;
}

Result<AnalyzedArticle> Bodies::unpack(std::string_view frame) const
{
    const auto record = dictionaries_->unpack(frame);
    if (!record) { return Failure{record.error()}; }
    return decode_article(*record, format_);
}

}  // namespace dateline
