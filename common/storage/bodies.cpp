#include "common/storage/bodies.hpp"

#include "common/storage/bytes.hpp"
#include "common/storage/tokens.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <atomic>
#include <cassert>

namespace dateline {
namespace {

constexpr std::string_view kMagic = "DLBODIE5";
/// A record that is larger than a block stands alone in one.
constexpr std::size_t kMostUnpacked = kMaxRecordBytes + 16;

struct OlderFormat {
    std::string_view magic;
    RecordFormat records;
};
constexpr OlderFormat kOlderFormats[] = {{"DLBODIE1", RecordFormat::Schema1},
                                         {"DLBODIE2", RecordFormat::Schema2},
                                         {"DLBODIE3", RecordFormat::Schema4},
                                         {"DLBODIE4", RecordFormat::Schema5}};

/// What a block holds, unpacked.
struct UnpackedBlock {
    std::uint64_t file = 0;  ///< Bodies' serial number; 0: nothing yet
    std::size_t block = 0;
    std::string bytes{};
};

/// The last two that a thread has unpacked: who goes through articles in order, of one file or of
/// two beside each other, unpacks each block once.
class LastBlocks {
  public:
    [[nodiscard]] const std::string* find(std::uint64_t file, std::size_t block)
    {
        for (std::size_t i = 0; i < blocks_.size(); ++i) {
            if (blocks_[i].file != file || blocks_[i].block != block) { continue; }
            last_ = i;
            return &blocks_[i].bytes;
        }
        return nullptr;
    }
    const std::string& keep(UnpackedBlock block)
    {
        last_ = 1 - last_;
        blocks_[last_] = std::move(block);
        return blocks_[last_].bytes;
    }

  private:
    std::array<UnpackedBlock, 2> blocks_{};
    std::size_t last_ = 0;
};

}  // namespace

BodiesWriter::BodiesWriter(const std::filesystem::path& path) : file_(path, kMagic)
{
    file_.begin_section();
}

void BodiesWriter::use_dictionary(std::uint32_t id, std::string_view bytes)
{
    if (id == dictionary_) { return; }
    close_block();
    dictionary_ = id;
    compressor_ = FrameCompressor{bytes};
}

void BodiesWriter::add(std::string_view id, std::string_view record)
{
    assert(record.size() <= kMaxRecordBytes);
    if (records_.size() + record.size() > kBlockBytes) { close_block(); }
    append_string(ids_, id);
    append_string(records_, record);
    if (++open_ == kMostInBlock || records_.size() >= kBlockBytes) { close_block(); }
}

void BodiesWriter::close_block()
{
    if (open_ == 0) { return; }
    const std::string_view frame = compressor_.frame(records_);
    failed_ = failed_ || frame.empty();
    append_block(open_, ids_, frame);
    ids_.clear();
    records_.clear();
    open_ = 0;
}

void BodiesWriter::add_block(const BodyBlock& block)
{
    close_block();
    append_block(block.articles, block.bytes, {});
}

void BodiesWriter::append_block(std::size_t articles, std::string_view ids, std::string_view frame)
{
    offsets_.push_back(size_);
    before_.push_back(static_cast<std::uint32_t>(articles_));
    file_.append(ids);
    file_.append(frame);
    size_ += ids.size() + frame.size();
    articles_ += articles;
}

Status BodiesWriter::finish()
{
    close_block();
    if (failed_) {
        return fail(ErrorKind::Io, "cannot compress articles", "run the same command again");
    }
    append_block(0, {}, {});  // the end
    file_.begin_section();
    file_.append_array(std::span<const std::uint64_t>{offsets_});
    file_.begin_section();
    file_.append_array(std::span<const std::uint32_t>{before_});
    return file_.finish();
}

Bodies::Bodies(SectionFile file, Dictionaries& dictionaries, RecordFormat format, bool has_blocks)
    : file_(std::move(file)), dictionaries_(&dictionaries), format_(format), has_blocks_(has_blocks)
{
    static std::atomic<std::uint64_t> opened = 0;
    serial_ = ++opened;
}

Result<Bodies> Bodies::open(const std::filesystem::path& path, Dictionaries& dictionaries)
{
    auto file = SectionFile::open(path, kMagic);
    if (file) {
        Bodies bodies{*std::move(file), dictionaries, RecordFormat::Schema5, true};
        if (!bodies.has_list_of_blocks()) { return damaged(path, "its list of blocks is none"); }
        return bodies;
    }
    for (const OlderFormat& older : kOlderFormats) {
        auto old = SectionFile::open(path, older.magic);
        if (old) { return Bodies{*std::move(old), dictionaries, older.records, false}; }
    }
    return Failure{file.error()};
}

bool Bodies::has_list_of_blocks() const
{
    const auto before = file_.array<std::uint32_t>(2);
    if (before.size() != file_.array<std::uint64_t>(1).size()) { return false; }
    if (!before.empty() && before.front() != 0) { return false; }
    return std::adjacent_find(before.begin(), before.end(), [](std::uint32_t a, std::uint32_t b) {
               return b <= a || b - a > kMostInBlock;
           }) == before.end();
}

std::size_t Bodies::articles() const
{
    if (has_blocks_) {
        const auto before = file_.array<std::uint32_t>(2);
        return before.empty() ? 0 : before.back();
    }
    const std::size_t offsets = file_.array<std::uint64_t>(1).size();
    return offsets == 0 ? 0 : offsets - 1;
}

std::size_t Bodies::number_of_block(std::size_t index) const
{
    if (!has_blocks_) { return index; }
    const auto before = file_.array<std::uint32_t>(2);
    const auto behind = std::upper_bound(before.begin(), before.end(), index);
    return static_cast<std::size_t>(behind - before.begin()) - 1;  // the first has none before it
}

BodyBlock Bodies::bounds(std::size_t number, std::size_t index) const
{
    BodyBlock block{.first = index, .articles = 1};
    block.bytes = slice(file_.section(0), file_.array<std::uint64_t>(1), number);
    if (block.bytes.empty() || !has_blocks_) { return block; }
    const auto before = file_.array<std::uint32_t>(2);
    if (number + 1 >= before.size()) { return {}; }
    block.first = before[number];
    block.articles = before[number + 1] - block.first;
    return block;
}

std::string_view Bodies::frame_of(const BodyBlock& block) const
{
    ByteReader ids{block.bytes};
    if (format_ >= RecordFormat::Schema4) {
        for (std::size_t i = 0; i < block.articles && ids.ok(); ++i) { ids.string(); }
    }
    return ids.ok() ? block.bytes.substr(block.bytes.size() - ids.size_left()) : std::string_view{};
}

BodyBlock Bodies::block(std::size_t index) const
{
    BodyBlock block = bounds(number_of_block(index), index);
    block.frame = frame_of(block);
    return block.frame.empty() ? BodyBlock{} : block;
}

Result<std::string_view> Bodies::id(std::size_t index) const
{
    if (format_ < RecordFormat::Schema4) { return broken_article("its id is in its frame"); }
    const BodyBlock block = bounds(number_of_block(index), index);
    if (block.bytes.empty()) { return broken_article("its block is"); }
    ByteReader ids{block.bytes};
    std::string_view id = ids.string();
    for (std::size_t i = block.first; i < index; ++i) { id = ids.string(); }
    if (!ids.ok() || !is_utf8(id)) { return broken_article("its id is"); }
    return id;
}

Result<std::string_view> Bodies::view(std::size_t index) const
{
    thread_local LastBlocks last;
    const std::size_t number = number_of_block(index);
    const BodyBlock block = bounds(number, index);
    if (block.bytes.empty()) { return broken_article("its block is"); }
    const std::string* bytes = last.find(serial_, number);
    if (bytes == nullptr) {
        auto unpacked = dictionaries_->unpack(frame_of(block), kMostUnpacked);
        if (!unpacked) { return Failure{unpacked.error()}; }
        bytes = &last.keep({serial_, number, *std::move(unpacked)});
    }
    if (!has_blocks_) { return std::string_view{*bytes}; }
    ByteReader records{*bytes};
    std::string_view record = records.string();
    for (std::size_t i = block.first; i < index; ++i) { record = records.string(); }
    if (!records.ok()) { return broken_article("its block ends before it"); }
    return record;
}

Result<std::string> Bodies::record(std::size_t index) const
{
    const auto record = view(index);
    if (!record) { return Failure{record.error()}; }
    return std::string{*record};
}

Result<AnalyzedArticle> Bodies::article(std::size_t index) const
{
    const auto record = view(index);
    if (!record) { return Failure{record.error()}; }
    if (format_ < RecordFormat::Schema4) { return decode_article(*record, format_); }
    const auto id = this->id(index);
    if (!id) { return Failure{id.error()}; }
    auto decoded = decode_article(*record, format_);
    if (!decoded) { return decoded; }
    AnalyzedArticle analyzed = *std::move(decoded);
    analyzed.article.id = *id;
    return analyzed;
}

}  // namespace dateline
