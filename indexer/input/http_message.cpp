#include "indexer/input/http_message.hpp"

#include "indexer/input/decompressor.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/markup.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace dateline::indexer {
namespace {

constexpr std::string_view kBlanks = " \t\r\n";

std::string_view trimmed(std::string_view text)
{
    const auto begin = text.find_first_not_of(kBlanks);
    if (begin == std::string_view::npos) { return {}; }
    return text.substr(begin, text.find_last_not_of(kBlanks) + 1 - begin);
}

std::string lower(std::string_view text)
{
    std::string result{text};
    std::transform(text.begin(), text.end(), result.begin(), [](char letter) {
        return letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
    });
    return result;
}

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
        body.remove_prefix(std::min(body.find('\n'), body.size() - 1) + (body.empty() ? 0 : 1));
        if (body.empty()) { return whole; }
    }
}

/// Unpacks what begins like a compression. Returns the problem, or "".
std::string_view unpack_body(std::string& body)
{
    constexpr std::size_t kStep = std::size_t{256} << 10U;
    const Compression* const kind = find_compression(body);
    if (kind == nullptr) { return {}; }
    const auto decompressor = kind->make();
    std::span<const char> packed{body};
    std::string whole;
    while (!packed.empty() || !decompressor->complete()) {
        const std::size_t had = whole.size();
        whole.resize(had + kStep);
        const auto step = decompressor->unpack(packed, std::span{whole}.subspan(had));
        whole.resize(had + step.made);
        packed = packed.subspan(step.taken);
        if (whole.size() > kMaxArticleBytes) { return "too-long"; }
        if (!step.reason.empty()) { return step.reason; }
        if (step.made == 0 && step.taken == 0) { return "damaged-compression"; }
    }
    body = std::move(whole);
    return {};
}

}  // namespace

std::string_view header_value(std::string_view header, std::string_view name)
{
    while (!header.empty()) {
        const auto size = std::min(header.find('\n'), header.size() - 1) + 1;
        const std::string_view line = header.substr(0, size);
        header.remove_prefix(size);
        const auto colon = line.find(':');
        if (colon != std::string_view::npos && same_name(trimmed(line.substr(0, colon)), name)) {
            return trimmed(line.substr(colon + 1));
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
    if (lower(header_value(message.header, "Transfer-Encoding")) == "chunked") {
        message.body = dechunked(body).value_or(std::string{body});
    } else {
        message.body = body;
    }
    const std::string encoding = lower(header_value(message.header, "Content-Encoding"));
    if (encoding == "br" || encoding == "deflate" || encoding == "compress") {
        message.problem = "unknown-encoding";
    } else if (!encoding.empty() && encoding != "identity") {
        message.problem = unpack_body(message.body);
    }
    return message;
}

ContentType read_content_type(std::string_view value)
{
    ContentType content;
    const auto semicolon = std::min(value.find(';'), value.size());
    content.type = lower(trimmed(value.substr(0, semicolon)));
    const std::string rest = lower(value.substr(semicolon));
    const auto charset = rest.find("charset=");
    if (charset == std::string::npos) { return content; }
    std::string_view name = std::string_view{rest}.substr(charset + 8);
    while (name.starts_with('"') || name.starts_with('\'')) { name.remove_prefix(1); }
    content.charset = name.substr(0, name.find_first_of("\"'; \t,"));
    return content;
}

}  // namespace dateline::indexer
