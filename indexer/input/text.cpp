// Plain text: one article a file, without fields.
#include "indexer/input/file_name.hpp"
#include "indexer/input/format.hpp"
#include "indexer/input/whole_text.hpp"

namespace dateline::indexer {
namespace {

class TextReader final : public DumpReader {
  public:
    explicit TextReader(ByteSource& bytes) : bytes_(bytes) {}

    Record next() override
    {
        if (done_) { return EndOfDump{}; }
        done_ = true;
        auto whole = read_whole_text(bytes_);
        if (!std::holds_alternative<std::string>(whole)) { return as_record(std::move(whole)); }
        RawDocument raw{.body = std::get<std::string>(std::move(whole))};
        raw.unstructured = true;
        raw.record = 1;
        raw.line = 1;
        return raw;
    }

  private:
    ByteSource& bytes_;
    bool done_ = false;
};

bool claims(std::string_view file_name, std::string_view first_bytes)
{
    return (file_name.empty() || has_ending(file_name, ".txt")) && !is_binary(first_bytes);
}

}  // namespace

extern const Format text_format{
    .name = "text",
    .summary = "plain text, an article in each file",
    .endings = ".txt",
    .magic = "",
    .claims = claims,
    .open = [](const TextInput& input) -> std::unique_ptr<DumpReader> {
        return std::make_unique<TextReader>(input.bytes);
    },
};

}  // namespace dateline::indexer
