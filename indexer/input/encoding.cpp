#include "indexer/input/encoding.hpp"

#include "common/text/ascii.hpp"
#include "indexer/input/file_name.hpp"
#include "indexer/input/utf8_check.hpp"

#include <algorithm>
#include <array>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>

namespace dateline::indexer {
namespace {

using namespace std::string_view_literals;

struct Mark {
    std::string_view bytes;
    const char* charset;
};
// UTF-32LE first: its mark begins with that of UTF-16LE.
constexpr auto kMarks = std::to_array<Mark>({
    {"\xff\xfe\0\0"sv, "UTF-32LE"},
    {"\0\0\xfe\xff"sv, "UTF-32BE"},
    {"\xff\xfe"sv, "UTF-16LE"},
    {"\xfe\xff"sv, "UTF-16BE"},
    {"\xef\xbb\xbf"sv, "UTF-8"},
});

/// What browsers read under another name than the one that is written.
constexpr std::pair<std::string_view, const char*> kBetterNames[] = {
    {"iso-8859-1", "windows-1252"},
    {"latin1", "windows-1252"},
    {"us-ascii", "windows-1252"},
    {"ascii", "windows-1252"},
    {"iso-8859-9", "windows-1254"},
    {"gb2312", "GB18030"},
    {"gbk", "GB18030"},
    {"shift_jis", "windows-31j"},
    {"shift-jis", "windows-31j"},
    {"euc-kr", "windows-949"},
};

/// Whether it is a name of UTF-8, or of UTF-16, which nothing can declare of itself in ASCII.
bool names_utf8(std::string_view charset)
{
    return charset.starts_with("utf") || charset.starts_with("UTF");
}

/// UTF-16 without a mark has the NULs of its blanks and line ends all on one side.
const char* utf16_by_nuls(std::string_view bytes)
{
    constexpr std::size_t kNear = 4096;
    constexpr std::size_t kLeastShare = 16;  // of one side
    bytes = bytes.substr(0, kNear);
    std::array<std::size_t, 2> nuls{};
    for (std::size_t at = 0; at < bytes.size(); ++at) { nuls[at % 2] += bytes[at] == '\0'; }
    const std::size_t side = bytes.size() / 2;
    const std::size_t least = std::max(side / kLeastShare, std::min(side, kLeastShare));
    if (side == 0) { return nullptr; }
    if (nuls[0] == 0 && nuls[1] >= least) { return "UTF-16LE"; }
    if (nuls[1] == 0 && nuls[0] >= least) { return "UTF-16BE"; }
    return nullptr;
}

/// The word behind `key` and an equals sign, quoted or not; empty if there is none.
std::string_view word_behind(std::string_view text, std::string_view key)
{
    const auto at = text.find(key);
    if (at == std::string_view::npos) { return {}; }
    text.remove_prefix(at + key.size());
    const auto begin = text.find_first_not_of(" \"'=");
    if (begin == std::string_view::npos || begin == 0) { return {}; }
    text.remove_prefix(begin);
    return text.substr(0, text.find_first_of(" \"'?>;/\r\n\t"));
}

/// What markup says of its own encoding: <?xml encoding="…"?>, <meta charset=…>.
std::string_view declared_charset(std::string_view bytes)
{
    constexpr std::size_t kNear = 2048;
    if (first_sign(bytes) != '<') { return {}; }
    bytes = bytes.substr(0, kNear);
    if (bytes.find("<?xml") < bytes.find('>')) {
        const auto word = word_behind(bytes.substr(0, bytes.find('>')), "encoding");
        if (!word.empty()) { return word; }
    }
    return word_behind(bytes, "charset");
}

/// The lines that are not UTF-8, up to what a detector needs.
std::string odd_lines(std::string_view bytes)
{
    constexpr std::size_t kEnough = std::size_t{16} << 10U;
    std::string odd;
    while (!bytes.empty() && odd.size() < kEnough) {
        const auto size = std::min({bytes.find('\n'), bytes.size() - 1, kEnough}) + 1;
        const std::string_view line = bytes.substr(0, size);
        if (!is_utf8_so_far(line)) { odd += line; }
        bytes.remove_prefix(size);
    }
    return odd;
}

/// Whether most lines that are not ASCII are UTF-8: then the others are what is wrong.
bool is_mostly_utf8(std::string_view bytes)
{
    std::size_t good = 0;
    std::size_t bad = 0;
    while (!bytes.empty()) {
        const auto size = std::min(bytes.find('\n'), bytes.size() - 1) + 1;
        const std::string_view line = bytes.substr(0, size);
        if (!ascii::is_ascii(line)) { ++(is_utf8_so_far(line) ? good : bad); }
        bytes.remove_prefix(size);
    }
    return good > bad;
}

}  // namespace

void CloseConverter::operator()(UConverter* converter) const { ucnv_close(converter); }

Converter open_converter(std::string_view charset)
{
    constexpr std::size_t kLongest = 40;
    std::string name = ascii::lower(charset.substr(0, kLongest));
    const bool tame =
        name.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-_.:") == std::string::npos;
    for (const auto& [known, better] : kBetterNames) {
        if (name == known) { name = better; }
    }
    UErrorCode code = U_ZERO_ERROR;
    // Only names of ICU's own list: for others it would look for files.
    if (name.empty() || !tame || ucnv_countAliases(name.c_str(), &code) == 0) { return {}; }
    Converter converter{ucnv_open(name.c_str(), &code)};
    return U_SUCCESS(code) ? std::move(converter) : Converter{};
}

std::string to_utf8(UConverter* converter, std::string_view bytes)
{
    std::string text(bytes.size() + bytes.size() / 2 + 16, '\0');
    for (;;) {
        UErrorCode code = U_ZERO_ERROR;
        const auto size = ucnv_toAlgorithmic(UCNV_UTF8, converter, text.data(),
                                             static_cast<std::int32_t>(text.size()), bytes.data(),
                                             static_cast<std::int32_t>(bytes.size()), &code);
        text.resize(static_cast<std::size_t>(std::max(size, 0)));
        if (code != U_BUFFER_OVERFLOW_ERROR) { return text; }
    }
}

Encoding guess_encoding(std::string_view bytes)
{
    UErrorCode code = U_ZERO_ERROR;
    const std::unique_ptr<UCharsetDetector, decltype(&ucsdet_close)> detector{ucsdet_open(&code),
                                                                              &ucsdet_close};
    const std::string sample = odd_lines(bytes);
    ucsdet_setText(detector.get(), sample.data(), static_cast<std::int32_t>(sample.size()), &code);
    const UCharsetMatch* const match = ucsdet_detect(detector.get(), &code);
    if (U_FAILURE(code) || match == nullptr) { return {"UTF-8", "uncertain", 0}; }
    Encoding guess{ucsdet_getName(match, &code), "guessed", ucsdet_getConfidence(match, &code)};
    // A few letters tell the script, but not which of its encodings: "España" with one byte of its
    // own may as well be Polish.
    constexpr std::ptrdiff_t kFew = 32;
    const auto odd = std::count_if(sample.begin(), sample.end(),
                                   [](char byte) { return !ascii::is_ascii(byte); });
    const bool is_latin = guess.charset == "ISO-8859-2" || guess.charset == "ISO-8859-9" ||
                          guess.charset == "windows-1250" || guess.charset == "windows-1254";
    if (guess.charset == "ISO-8859-1" || (is_latin && odd < kFew)) {
        guess.charset = "windows-1252";
    }
    return guess;
}

Encoding find_encoding(std::string_view first_bytes)
{
    for (const Mark& mark : kMarks) {
        if (first_bytes.starts_with(mark.bytes)) { return {mark.charset, "byte order mark"}; }
    }
    if (const char* wide = utf16_by_nuls(first_bytes)) {
        return {wide, "every second byte is NUL"};
    }
    for (const std::string_view shift : {"\x1b$B"sv, "\x1b$@"sv}) {
        if (first_bytes.find(shift) != std::string_view::npos) {
            return {"ISO-2022-JP", "its escape sequences"};
        }
    }
    if (is_utf8_so_far(first_bytes)) {
        return {"UTF-8", ascii::is_ascii(first_bytes) ? "ASCII so far" : "valid"};
    }
    const auto declared = declared_charset(first_bytes);
    if (!names_utf8(declared) && open_converter(declared)) {
        return {std::string{declared}, "declared"};
    }
    if (is_mostly_utf8(first_bytes)) { return {"UTF-8", "most lines are valid"}; }
    Encoding guess = guess_encoding(first_bytes);
    if (guess.confidence >= kLeastConfidence) { return guess; }
    return {"UTF-8", "uncertain", guess.confidence};
}

std::string text_to_utf8(std::string_view bytes, std::string_view declared)
{
    if (is_utf8_so_far(bytes)) { return std::string{bytes}; }
    Converter converter = names_utf8(declared) ? Converter{} : open_converter(declared);
    if (!converter) {
        converter = open_converter(find_encoding(bytes.substr(0, kEncodingBytes)).charset);
    }
    return converter ? to_utf8(converter.get(), bytes) : std::string{bytes};
}

}  // namespace dateline::indexer
