#include "common/storage/tokens.hpp"

namespace dateline {
namespace {

constexpr std::string_view kMagic = "DLTOKEN2";

}  // namespace

void append_code(std::string& out, std::uint32_t code)
{
    unsigned shift = 0;
    while (shift < 28 && code >> (shift + 7U) != 0) { shift += 7; }
    for (; shift != 0; shift -= 7) {
        out += static_cast<char>((code >> shift & 0x7FU) | kMoreOfCode);
    }
    out += static_cast<char>(code & 0x7FU);
}

TokensWriter::TokensWriter(const std::filesystem::path& path) : file_(path, kMagic)
{
    file_.begin_section();
}

void TokensWriter::add(std::span<const std::uint32_t> codes)
{
    buffer_.clear();
    for (const std::uint32_t code : codes) { append_code(buffer_, code); }
    file_.append(buffer_);
    offsets_.push_back(offsets_.back() + buffer_.size());
}

Status TokensWriter::finish()
{
    file_.begin_section();
    file_.append_array(std::span<const std::uint64_t>{offsets_});
    return file_.finish();
}

Result<TokensReader> TokensReader::open(const std::filesystem::path& path)
{
    auto file = SectionFile::open(path, kMagic);
    if (!file) { return Failure{file.error()}; }
    return TokensReader{*std::move(file)};
}

std::size_t TokensReader::articles() const
{
    const std::size_t offsets = file_.array<std::uint64_t>(1).size();
    return offsets == 0 ? 0 : offsets - 1;
}

std::string_view TokensReader::bytes(std::size_t index) const
{
    return slice(file_.section(0), file_.array<std::uint64_t>(1), index);
}

std::string_view slice(std::string_view bytes, std::span<const std::uint64_t> offsets,
                       std::size_t index)
{
    if (offsets.empty() || index >= offsets.size() - 1) { return {}; }
    const std::uint64_t begin = offsets[index];
    const std::uint64_t end = offsets[index + 1];
    if (begin > end || end > bytes.size()) { return {}; }
    return bytes.substr(begin, end - begin);
}

}  // namespace dateline
