#include "indexer/input/csv_record.hpp"

#include <algorithm>

namespace dateline::indexer {

CsvRecord::Sight CsvRecord::look(std::string_view bytes, bool is_all, const CsvStyle& style)
{
    while (!whole_ && at_ < bytes.size()) {
        if (state_ == State::Begin) {
            begin_ = at_;
            state_ = bytes[at_] == '"' ? State::Quoted : State::Plain;
            if (state_ == State::Quoted) { ++at_; }
            continue;
        }
        const bool moved =
            state_ == State::Plain ? step_plain(bytes, style) : step_quoted(bytes, is_all, style);
        if (!moved) { return Sight::Inside; }
    }
    if (whole_) { return Sight::Whole; }
    if (!is_all) { return Sight::Inside; }
    if (state_ == State::Quoted) {
        if (!style.by_lines) { return Sight::Unclosed; }
        state_ = State::Plain;  // the quote was a letter
        at_ = begin_;
        return look(bytes, is_all, style);
    }
    if (state_ == State::Begin) { begin_ = at_; }
    end_field(bytes.size(), false);
    return Sight::Whole;
}

/// To the end of the field, or of the bytes.
bool CsvRecord::step_plain(std::string_view bytes, const CsvStyle& style)
{
    const char ends[] = {style.delimiter, '\n'};
    at_ = std::min(bytes.find_first_of(std::string_view{ends, 2}, at_), bytes.size());
    if (at_ == bytes.size()) { return true; }
    whole_ = bytes[at_] == '\n';
    const bool return_before = whole_ && at_ > begin_ && bytes[at_ - 1] == '\r';
    end_field(return_before ? at_ - 1 : at_, false);
    ++at_;
    return true;
}

/// To the end of the field, or of the bytes. False: what stands behind a quote is not there yet.
bool CsvRecord::step_quoted(std::string_view bytes, bool is_all, const CsvStyle& style)
{
    if (style.by_lines) {
        const auto stop = bytes.find_first_of("\"\n", at_);
        if (stop != std::string_view::npos && bytes[stop] == '\n') {
            state_ = State::Plain;  // the quote was a letter
            at_ = begin_;
            return true;
        }
    }
    at_ = std::min(bytes.find('"', at_), bytes.size());
    if (at_ == bytes.size()) { return true; }
    std::string_view behind = bytes.substr(at_ + 1);
    if (behind.size() < 2 && !is_all) { return false; }
    if (behind.starts_with('"')) {
        at_ += 2;
        return true;
    }
    const std::size_t end = at_;
    if (behind.starts_with("\r\n")) { behind.remove_prefix(1), ++at_; }
    if (!behind.empty() && behind[0] != style.delimiter && behind[0] != '\n') {
        at_ = end + 1;
        return true;
    }
    whole_ = behind.empty() || behind[0] == '\n';
    end_field(end, true);
    at_ = std::min(at_ + 2, bytes.size());
    return true;
}

void CsvRecord::end_field(std::size_t end, bool quoted)
{
    fields_.push_back({begin_ + (quoted ? 1 : 0), end, quoted});
    begin_ = at_;
    state_ = State::Begin;
}

std::string CsvRecord::field(std::string_view bytes, std::size_t number) const
{
    const Field& field = fields_[number];
    std::string_view text = bytes.substr(field.begin, field.end - field.begin);
    if (!field.quoted) { return std::string{text}; }
    std::string plain;
    plain.reserve(text.size());
    while (!text.empty()) {
        const auto size = std::min(text.find("\"\""), text.size() - 1) + 1;
        plain += text.substr(0, size);
        text.remove_prefix(text.substr(size).starts_with('"') && text[size - 1] == '"' ? size + 1
                                                                                       : size);
    }
    return plain;
}

}  // namespace dateline::indexer
