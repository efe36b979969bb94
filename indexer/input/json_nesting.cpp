#include "indexer/input/json_nesting.hpp"

namespace dateline::indexer {
namespace {

constexpr std::size_t kKeptBrackets = 1024;  // deeper, simdjson refuses the value anyway

}  // namespace

JsonNesting::Seen JsonNesting::look(std::string_view bytes)
{
    for (std::size_t at = 0; at < bytes.size(); ++at) {
        switch (in_string_ ? see_in_string(bytes[at]) : see(bytes[at])) {
            case Step::GoOn:
                break;
            case Step::EndHere:
                return {Sight::End, at + 1};
            case Step::EndBefore:
                return {Sight::End, at};
        }
    }
    return {Sight::Inside, bytes.size()};
}

JsonNesting::Step JsonNesting::see_in_string(char byte)
{
    if (byte == '\n') {  // no JSON string holds one: its closing quote is missing
        if (depth_ == 0) { return Step::EndBefore; }
        in_string_ = escaped_ = false;
        broken_ = line_begins_ = true;
    } else if (escaped_) {
        escaped_ = false;
    } else if (byte == '\\') {
        escaped_ = true;
    } else if (byte == '"') {
        in_string_ = false;
    }
    return Step::GoOn;
}

JsonNesting::Step JsonNesting::see(char byte)
{
    const bool in_bare_word = depth_ == 0 && last_ != '\0';
    switch (byte) {
        case '\n':
            line_begins_ = true;
            return in_bare_word ? Step::EndBefore : Step::GoOn;
        case ' ':
        case '\t':
        case '\r':
            return Step::GoOn;
        case ',':
            last_ = ',';
            return in_bare_word ? Step::EndBefore : Step::GoOn;  // a line may begin with it
        case '{':
            if (in_bare_word || !object_may_begin()) { return Step::EndBefore; }
            open(byte);
            return Step::GoOn;
        case '[':
            if (in_bare_word) { return Step::EndBefore; }
            open(byte);
            return Step::GoOn;
        case '}':
        case ']':
            return close(byte);
        default:
            in_string_ = byte == '"';
            last_ = byte;
            line_begins_ = false;
            return Step::GoOn;
    }
}

bool JsonNesting::object_may_begin() const
{
    if (depth_ == 0) { return true; }
    if (broken_ && line_begins_) { return false; }
    if (depth_ > open_.size()) { return true; }
    return open_.back() == '{' ? last_ == ':' : last_ == '[' || last_ == ',';
}

void JsonNesting::open(char bracket)
{
    if (depth_ == open_.size() && depth_ < kKeptBrackets) { open_ += bracket; }
    ++depth_;
    last_ = bracket;
    line_begins_ = false;
}

JsonNesting::Step JsonNesting::close(char bracket)
{
    if (depth_ == 0) { return bracket == ']' && last_ != '\0' ? Step::EndBefore : Step::EndHere; }
    if (depth_ == open_.size()) {
        if ((open_.back() == '{') != (bracket == '}')) { broken_ = true; }
        open_.pop_back();
    }
    --depth_;
    last_ = bracket;
    line_begins_ = false;
    return depth_ == 0 ? Step::EndHere : Step::GoOn;
}

}  // namespace dateline::indexer
