#include "benchmarks/quality/joined_text.hpp"

#include "common/text/utf8.hpp"

#include <algorithm>
#include <array>
#include <span>
#include <string_view>

namespace dateline::quality {
namespace {

constexpr std::string_view kClosing = ".,;:?!)]}%";
constexpr std::string_view kOpening = "([{$";
constexpr std::array<std::string_view, 9> kEndings{"'s", "'S",  "’s",  "n't", "'re",
                                                   "'m", "'ve", "'ll", "'d"};

bool holds_to_the_left(std::string_view token)
{
    return (token.size() == 1 && kClosing.find(token.front()) != std::string_view::npos) ||
           token == "..." || std::find(kEndings.begin(), kEndings.end(), token) != kEndings.end();
}

/// Whether a possessive ending begins here, whose sign some corpora have as a token of its own.
bool begins_possessive(std::span<const std::string> tokens)
{
    return tokens.size() > 1 && (tokens[0] == "'" || tokens[0] == "\u2019") &&
           (tokens[1] == "s" || tokens[1] == "S");
}

bool holds_to_the_right(std::string_view token)
{
    return token.size() == 1 && kOpening.find(token.front()) != std::string_view::npos;
}

}  // namespace

JoinedText join_tokens(const TaggedArticle& article)
{
    JoinedText joined;
    for (const TaggedSentence& sentence : article) {
        if (!joined.text.empty()) { joined.text += "\n\n"; }
        bool attached = true;
        for (std::size_t i = 0; i < sentence.tokens.size(); ++i) {
            const std::string token = clean_text(sentence.tokens[i]).text;
            const bool possessive =
                i != 0 && begins_possessive(std::span{sentence.tokens}.subspan(i));
            if (!attached && !possessive && !holds_to_the_left(token)) { joined.text += ' '; }
            const std::size_t begin = joined.text.size();
            joined.text += token;
            joined.tokens.push_back({begin, joined.text.size()});
            attached = possessive || holds_to_the_right(token);
        }
    }
    return joined;
}

std::optional<Range> tokens_at(const JoinedText& joined, Range bytes)
{
    if (bytes.begin >= bytes.end) { return std::nullopt; }
    const auto& tokens = joined.tokens;
    const auto first = std::partition_point(tokens.begin(), tokens.end(),
                                            [&](const Range& t) { return t.end <= bytes.begin; });
    const auto past = std::partition_point(first, tokens.end(),
                                           [&](const Range& t) { return t.begin < bytes.end; });
    if (first == past) { return std::nullopt; }
    return Range{static_cast<std::size_t>(first - tokens.begin()),
                 static_cast<std::size_t>(past - tokens.begin())};
}

}  // namespace dateline::quality
