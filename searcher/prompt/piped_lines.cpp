#include "searcher/prompt/line_reader.hpp"

namespace dateline::searcher {
namespace {

class PipedLines final : public LineReader {
  public:
    explicit PipedLines(std::istream& in) : in_(in) {}

    LineEnd read(std::string& line) override
    {
        line.clear();
        auto& bytes = *in_.rdbuf();
        constexpr int kEnd = std::istream::traits_type::eof();
        int byte = bytes.sbumpc();
        if (byte == kEnd) { return LineEnd::Over; }
        for (; byte != kEnd && byte != '\n'; byte = bytes.sbumpc()) {
            if (line.size() < kMaxLineBytes) { line += static_cast<char>(byte); }
        }
        return LineEnd::Line;
    }

  private:
    std::istream& in_;
};

}  // namespace

std::unique_ptr<LineReader> piped_lines(std::istream& in)
{
    return std::make_unique<PipedLines>(in);
}

}  // namespace dateline::searcher
