// In which encoding a text is: told by a byte order mark, by what the text declares of itself, by
// being valid UTF-8, or guessed (ICU's detector, and how sure it is).
#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

struct UConverter;

namespace dateline::indexer {

struct Encoding {
    std::string charset{};   ///< "UTF-8", "windows-1251", …, as people write it
    std::string_view why{};  ///< "byte order mark", "declared", "ASCII", "valid", "guessed", …
    int confidence = 100;    ///< per cent; less only if guessed
};

/// A guess by less than this is none: what is not UTF-8 then becomes U+FFFD, and is counted.
/// Wrong guesses of ICU over short news texts have 10 to 25
/// (tests/indexer/input/encoding_test.cpp).
inline constexpr int kLeastConfidence = 30;

/// How many of the first bytes are looked at.
inline constexpr std::size_t kEncodingBytes = std::size_t{64} << 10U;

/// The encoding of a text that begins so. A text that is UTF-8 as far as it goes is UTF-8 whatever
/// it declares; one that is neither that nor guessed is called UTF-8, "uncertain".
Encoding find_encoding(std::string_view first_bytes);

/// What ICU's detector makes of bytes that are not UTF-8; its confidence may be 0.
Encoding guess_encoding(std::string_view bytes);

struct CloseConverter {
    void operator()(UConverter* converter) const;
};
using Converter = std::unique_ptr<UConverter, CloseConverter>;

/// ICU's converter for a charset, by any of its names; null for names that it does not know.
/// ISO-8859-1 is read as windows-1252 and GB2312 as GB18030, as browsers do
/// (https://encoding.spec.whatwg.org/#names-and-labels).
Converter open_converter(std::string_view charset);

/// All of `bytes` as UTF-8; what is wrong in them becomes U+FFFD.
std::string to_utf8(UConverter* converter, std::string_view bytes);

/// `bytes` as UTF-8 by what find_encoding() says, for texts that are whole in memory; `declared`
/// (of an HTTP header, say) goes before what they declare themselves. Valid UTF-8 stays as it is.
std::string text_to_utf8(std::string_view bytes, std::string_view declared);

}  // namespace dateline::indexer
