// WARC 1.0 and 1.1 (ISO 28500): archives of the web. Pages among the responses, resources and
// conversions are articles; where they came from is known, when they were written is not.
#include "indexer/input/byte_window.hpp"
#include "indexer/input/encoding.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/html_page.hpp"
#include "indexer/input/http_message.hpp"
#include "indexer/input/markup.hpp"

#include <algorithm>
#include <charconv>
#include <optional>

namespace dateline::indexer {
namespace {

constexpr std::string_view kVersion = "WARC/1.";
constexpr std::size_t kMostHeaderBytes = std::size_t{64} << 10U;
constexpr std::size_t kMaxBlockBytes = 2 * kMaxArticleBytes;

/// A record's header.
struct WarcHeader {
    std::string text{};
    std::string_view type{};  ///< in `text`
    std::uint64_t length = 0;
};

class WarcReader final : public DumpReader {
  public:
    explicit WarcReader(ByteSource& bytes) : window_(bytes) {}

    Record next() override
    {
        while (!ended_) {
            if (!find_record()) { break; }
            ++record_;
            byte_ = window_.offset();
            WarcHeader header;
            if (!take_header(header)) {
                if (window_.failed()) { break; }
                window_.drop(std::min(kVersion.size(), window_.view().size()));
                return notice("bad-record", "its header is not that of a WARC record");
            }
            const bool wanted = header.type == "response" || header.type == "resource" ||
                                header.type == "conversion";
            if (!wanted || header.length > kMaxBlockBytes) {
                skip(header.length);
                if (!wanted) { continue; }
                return notice("too-long", "the record is longer than 32 MiB");
            }
            const auto length = static_cast<std::size_t>(header.length);
            while (window_.view().size() < length && window_.more()) {}
            if (window_.failed()) { break; }
            if (window_.view().size() < length) {
                ended_ = true;
                return notice("truncated", "the record breaks off: is the file whole?");
            }
            Record made = read(header, window_.view().substr(0, length));
            window_.drop(length);
            return made;
        }
        ended_ = true;
        return EndOfDump{};
    }

  private:
    /// Moves to where a record begins: here, or behind what is damaged. False at the end.
    bool find_record()
    {
        for (;;) {
            const std::string_view view = window_.view();
            const auto begin = view.find(kVersion);
            if (begin != std::string_view::npos) {
                window_.drop(begin);
                return true;
            }
            if (view.size() > kVersion.size()) { window_.drop(view.size() - kVersion.size()); }
            if (!window_.more()) { return false; }
        }
    }

    bool take_header(WarcHeader& header)
    {
        std::size_t end = std::string_view::npos;
        for (std::size_t searched = 0; end == std::string_view::npos;) {
            end = window_.view().find("\r\n\r\n", searched);
            if (end != std::string_view::npos) { break; }
            searched = window_.view().size() - std::min(window_.view().size(), std::size_t{3});
            if (searched > kMostHeaderBytes || !window_.more()) { return false; }
        }
        header.text = window_.view().substr(0, end);
        header.type = header_value(header.text, "WARC-Type");
        const auto length = header_value(header.text, "Content-Length");
        const char* const last = length.data() + length.size();
        const auto [stop, problem] = std::from_chars(length.data(), last, header.length);
        if (problem != std::errc{} || stop != last) { return false; }
        window_.drop(end + 4);
        return true;
    }

    void skip(std::uint64_t count)
    {
        while (count > 0) {
            if (window_.view().empty() && !window_.more()) { return; }
            const auto step = std::min<std::uint64_t>(count, window_.view().size());
            window_.drop(static_cast<std::size_t>(step));
            count -= step;
        }
    }

    Record read(const WarcHeader& header, std::string_view block) const
    {
        std::string_view url = header_value(header.text, "WARC-Target-URI");
        if (url.starts_with('<') && url.ends_with('>')) { url = url.substr(1, url.size() - 2); }
        if (header.type != "response") {
            return page(header_value(header.text, "Content-Type"), block, url);
        }
        const HttpMessage message = read_response(block);
        if (message.status != 200) {
            return passed_over("http-status",
                               message.status == 0
                                   ? "it is no HTTP response"
                                   : "its status is " + std::to_string(message.status));
        }
        if (!message.problem.empty()) {
            return notice(message.problem, message.problem == "too-long"
                                               ? "the page is longer than 16 MiB"
                                               : "the page cannot be unpacked");
        }
        return page(header_value(message.header, "Content-Type"), message.body, url);
    }

    Record page(std::string_view content_type, std::string_view body, std::string_view url) const
    {
        const ContentType content = read_content_type(content_type);
        const bool is_html = content.type == "text/html" || content.type == "application/xhtml+xml";
        if (!is_html && content.type != "text/plain") {
            return passed_over("no-page", "it is neither HTML nor text");
        }
        if (body.size() > kMaxArticleBytes) {
            return notice("too-long", "the page is longer than 16 MiB");
        }
        std::string text = text_to_utf8(body, content.charset);
        RawDocument raw;
        if (is_html) {
            raw = read_page(text, url);
        } else {
            raw.body = std::move(text);
            raw.url = url;
            raw.unstructured = true;
        }
        raw.record = record_;
        raw.byte = byte_;
        return raw;
    }

    [[nodiscard]] Notice notice(std::string_view reason, std::string message) const
    {
        Notice told{.entry = std::to_string(record_), .byte = byte_};
        told.reason = reason;
        told.message = std::move(message);
        return told;
    }

    [[nodiscard]] Notice passed_over(std::string_view reason, std::string message) const
    {
        Notice told = notice(reason, std::move(message));
        told.lost = false;
        return told;
    }

    ByteWindow window_;
    std::uint64_t record_ = 0;
    std::uint64_t byte_ = 0;
    bool ended_ = false;
};

bool claims(std::string_view /*file_name*/, std::string_view first_bytes)
{
    return first_bytes.starts_with(kVersion);
}

}  // namespace

extern const Format warc_format{
    .name = "warc",
    .summary = "archives of the web (WARC 1.0, 1.1): their HTML and text pages",
    .endings = "",
    .magic = "the first bytes are WARC/1.",
    .claims = claims,
    .open = [](const TextInput& input) -> std::unique_ptr<DumpReader> {
        return std::make_unique<WarcReader>(input.bytes);
    },
    .takes_bytes = true,
};

}  // namespace dateline::indexer
