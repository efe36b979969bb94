// HTML pages, an article in each file.
#include "indexer/input/encoding.hpp"
#include "indexer/input/file_name.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/html_page.hpp"
#include "indexer/input/markup.hpp"
#include "indexer/input/whole_text.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

class HtmlReader final : public DumpReader {
  public:
    explicit HtmlReader(ByteSource& bytes) : bytes_(bytes) {}

    Record next() override
    {
        if (done_) { return EndOfDump{}; }
        done_ = true;
        auto whole = read_whole_text(bytes_);
        if (!std::holds_alternative<std::string>(whole)) { return as_record(std::move(whole)); }
        RawDocument raw = read_page(std::get<std::string>(whole), "");
        raw.record = 1;
        raw.line = 1;
        return raw;
    }

  private:
    ByteSource& bytes_;
    bool done_ = false;
};

/// By name; without one, by what a page begins with.
bool claims(std::string_view file_name, std::string_view first_bytes)
{
    if (is_binary(first_bytes) || first_sign(first_bytes) != '<') { return false; }
    if (ending_among(file_name, ".html .htm .xhtml") != 0) { return true; }
    if (!file_name.empty()) { return false; }
    const auto tag = next_tag(first_bytes.substr(0, 4096), 0);
    return tag && (same_name(tag->name, "html") || same_name(tag->name, "head"));
}

}  // namespace

extern const Format html_format{
    .name = "html",
    .summary = "web pages, an article in each file",
    .endings = ".html .htm .xhtml",
    .magic = "its first sign is <; from standard input, the first tag is <html> or <head>",
    .claims = claims,
    .open = [](const TextInput& input) -> std::unique_ptr<DumpReader> {
        return std::make_unique<HtmlReader>(input.bytes);
    },
};

}  // namespace dateline::indexer
