#include "searcher/output/ink.hpp"

#include "common/text/display_width.hpp"

#include <algorithm>
#include <array>

namespace dateline::searcher {
namespace {

/// By Ink: the parameters of SGR (ECMA-48, 8.3.117). Only the eight colours that each terminal has.
constexpr auto kColours =
    std::to_array<std::string_view>({"0", "1", "2", "1;31", "35", "32", "36", "34"});

void write_sgr(std::ostream& out, Ink ink)
{
    out << "\x1b[" << kColours[static_cast<std::size_t>(ink)] << 'm';
}

}  // namespace

void InkedText::append(std::string_view untrusted, Ink ink)
{
    if (untrusted.empty()) { return; }
    if (runs_.empty() || runs_.back().ink != ink) { runs_.push_back({text_.size(), ink}); }
    text_ += displayable(untrusted);
}

void InkedText::append_marked(std::string_view untrusted, std::span<const InkedMark> marks, Ink ink)
{
    std::size_t at = 0;
    for (const InkedMark& mark : marks) {
        append(untrusted.substr(at, mark.begin - at), ink);
        append(untrusted.substr(mark.begin, mark.end - mark.begin), mark.ink);
        at = mark.end;
    }
    append(untrusted.substr(at), ink);
}

std::vector<InkedText::Run>::const_iterator InkedText::run_at(std::size_t begin) const
{
    const auto behind =
        std::upper_bound(runs_.begin(), runs_.end(), begin,
                         [](std::size_t at, const Run& run) { return at < run.begin; });
    return behind == runs_.begin() ? behind : behind - 1;
}

bool InkedText::has(Ink ink, std::size_t begin, std::size_t end) const
{
    for (auto run = run_at(begin); run != runs_.end() && run->begin < end; ++run) {
        const std::size_t run_end = run + 1 == runs_.end() ? text_.size() : (run + 1)->begin;
        if (run->ink == ink && run_end > begin) { return true; }
    }
    return false;
}

void InkedText::cut(std::size_t columns)
{
    if (bytes_that_fit(text_, columns) == text_.size()) { return; }
    text_.resize(bytes_that_fit(text_, std::max<std::size_t>(columns, 1) - 1));
    std::erase_if(runs_, [this](const Run& run) { return run.begin > text_.size(); });
    append("…", Ink::Dim);
}

void InkedText::pad(std::size_t columns) { append(padding(text_, columns)); }

void InkedText::write(std::ostream& out, std::size_t begin, std::size_t end, bool colour) const
{
    const std::string_view text = text_;
    if (!colour) {
        out << text.substr(begin, end - begin);
        return;
    }
    for (auto run = run_at(begin); run != runs_.end() && run->begin < end; ++run) {
        const std::size_t from = std::max(run->begin, begin);
        const std::size_t to = run + 1 == runs_.end() ? end : std::min((run + 1)->begin, end);
        if (from >= to) { continue; }
        if (run->ink != Ink::Plain) { write_sgr(out, run->ink); }
        out << text.substr(from, to - from);
        if (run->ink != Ink::Plain) { write_sgr(out, Ink::Plain); }
    }
}

void InkedText::write_line(std::ostream& out, bool colour) const
{
    const std::size_t last = text_.find_last_not_of(' ');
    write(out, 0, last == std::string::npos ? 0 : last + 1, colour);
    out << '\n';
}

}  // namespace dateline::searcher
