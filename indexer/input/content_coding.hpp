// The codings of an HTTP body (RFC 9110, 8.4.1), taken off: gzip, deflate, br, zstd.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

/// Takes off the codings that a Content-Encoding names ("br", "deflate, gzip"), the last first.
/// What is not packed although it is said to be stays as it is: many tools unpack it and leave the
/// header. Returns the problem, or "": "too-long" (over kMaxArticleBytes unpacked),
/// "damaged-compression", "unknown-encoding"; then `body` is of no use.
std::string_view take_off_codings(std::string_view codings, std::string& body);

}  // namespace dateline::indexer
