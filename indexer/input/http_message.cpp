#include "indexer/input/http_message.hpp"

#include "common/text/ascii.hpp"
#include "indexer/input/blanks.hpp"
#include "indexer/input/content_coding.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/markup.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace dateline::indexer {
namespace {

/// The body of chunks (RFC 9112, 7.1); nothing if it is not in chunks. A cut last one is kept.
std::optional<std::string> dechunked(std::string_view body)
{
    std::string whole;
    for (bool first = true;; first = false) {
        std::size_t size = 0;
        const char* const end = body.data() + body.size();
        const auto [stop, problem] = std::from_chars(body.data(), end, size, 16);
        const auto line = body.find('\n');
        if (problem != std::errc{} || line == std::string_view::npos) {
            return first ? std::nullopt : std::optional{std::move(whole)};
        }
        if (size == 0) { return whole; }
        body.remove_prefix(line + 1);
        whole += body.substr(0, size);
        body.remove_prefix(std::min(size, body.size()));
        const auto behind = body.find('\n');
        if (behind == std::string_view::npos) { return whole; }
        body.remove_prefix(behind + 1);
    }
}

}  // namespace

std::string_view header_value(std::string_view header, std::string_view name)
{
    while (!header.empty()) {
        const auto size = std::min(header.find('\n'), header.size() - 1) + 1;
        const std::string_view line = header.substr(0, size);
        header.remove_prefix(size);
        const auto colon = line.find(':');
        if (colon != std::string_view::npos &&
            same_name(without_blanks(line.substr(0, colon)), name)) {
            return without_blanks(line.substr(colon + 1));
        }
    }
    return {};
}

HttpMessage read_response(std::string_view bytes)
{
    HttpMessage message;
    const auto end = std::min(bytes.find("\r\n\r\n"), bytes.find("\n\n"));
    if (!bytes.starts_with("HTTP/") || end == std::string_view::npos) { return message; }
    message.header = bytes.substr(0, end);
    const auto blank = std::min(message.header.find(' '), message.header.size() - 1);
    const char* const status = message.header.data() + blank + 1;
    std::from_chars(status, message.header.data() + message.header.size(), message.status);
    std::string_view body = bytes.substr(bytes[end] == '\r' ? end + 4 : end + 2);
    if (body.size() > kMaxArticleBytes) {
        message.problem = "too-long";
        return message;
    }
    if (ascii::lower(header_value(message.header, "Transfer-Encoding")) == "chunked") {
        message.body = dechunked(body).value_or(std::string{body});
    } else {
        message.body = body;
    }
    message.problem =
        take_off_codings(header_value(message.header, "Content-Encoding"), message.body);
    return message;
}

ContentType read_content_type(std::string_view value)
{
    ContentType content;
    const auto semicolon = std::min(value.find(';'), value.size());
    content.type = ascii::lower(without_blanks(value.substr(0, semicolon)));
    const std::string rest = ascii::lower(value.substr(semicolon));
    const auto charset = rest.find("charset=");
    if (charset == std::string::npos) { return content; }
    std::string_view name = std::string_view{rest}.substr(charset + 8);
    while (name.starts_with('"') || name.starts_with('\'')) { name.remove_prefix(1); }
    content.charset = name.substr(0, name.find_first_of("\"'; \t,"));
    return content;
}

}  // namespace dateline::indexer
