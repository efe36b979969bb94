// An HTTP response as archives of the web keep it: header and body, the body's wrappings taken off.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

/// The value of a header line, without blanks around it; "" if there is none. Names are the same in
/// capitals or not. WARC's own header lines are alike.
std::string_view header_value(std::string_view header, std::string_view name);

struct HttpMessage {
    int status = 0;              ///< 0: it is no response
    std::string_view header{};   ///< views of what was given
    std::string body{};          ///< dechunked and unpacked
    std::string_view problem{};  ///< "too-long", "damaged-compression", "unknown-encoding" or ""
};

/// Takes a response apart. A body that is not chunked or packed although its header says so is
/// taken as it is: many tools unpack it and leave the header. One longer than kMaxArticleBytes, as
/// it is or unpacked, is too long.
HttpMessage read_response(std::string_view bytes);

/// The media type of a Content-Type in lower case ("text/html"), and its charset or "".
struct ContentType {
    std::string type{};
    std::string charset{};
};
ContentType read_content_type(std::string_view value);

}  // namespace dateline::indexer
