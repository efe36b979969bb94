#include "searcher/search/snippet.hpp"

#include "common/text/utf8.hpp"

#include <algorithm>
#include <map>

namespace dateline::searcher {
namespace {

/// A sentence's beginning this far before the first match still opens the snippet.
constexpr std::size_t kSentenceReach = 120;
constexpr std::size_t kContextBefore = 60;
/// So many bytes of quotes and dashes before the first word belong to a snippet that begins there.
constexpr std::size_t kOpeningMarks = 16;

std::vector<Highlight> places_in(const Highlights& highlights, FieldId where)
{
    std::vector<Highlight> places;
    for (const Highlight& place : highlights.places()) {
        if (place.where == where) { places.push_back(place); }
    }
    std::sort(places.begin(), places.end(), [](const Highlight& a, const Highlight& b) {
        return a.begin != b.begin ? a.begin < b.begin : a.end > b.end;
    });
    return places;
}

/// Sorted places as marks that do not overlap.
std::vector<Mark> marks_of(const std::vector<Highlight>& places)
{
    std::vector<Mark> marks;
    for (const Highlight& place : places) {
        if (!marks.empty() && place.begin < marks.back().end) {
            marks.back().end = std::max(marks.back().end, place.end);
        } else {
            marks.push_back({place.begin, place.end});
        }
    }
    return marks;
}

/// Which of the places begins the stretch of kSnippetBytes with the most different concepts; then
/// the most places; then the first.
std::size_t best_start(const std::vector<Highlight>& places)
{
    std::map<std::size_t, int> inside;
    std::size_t best = 0;
    std::pair<std::size_t, std::size_t> best_score{0, 0};
    std::size_t last = 0;
    for (std::size_t first = 0; first < places.size(); ++first) {
        while (last < places.size() && (last == first || places[last].end - places[first].begin <=
                                                             kSnippetBytes - kContextBefore)) {
            ++inside[places[last++].part];
        }
        const std::pair score{inside.size(), last - first};
        if (score > best_score) {
            best_score = score;
            best = first;
        }
        const auto leaving = inside.find(places[first].part);
        if (--leaving->second == 0) { inside.erase(leaving); }
    }
    return best;
}

/// The index of the first word at or behind a byte of the body.
std::size_t word_at(const TokenList& words, std::size_t byte)
{
    const auto found =
        std::lower_bound(words.tokens.begin(), words.tokens.end(), byte,
                         [](const Token& t, std::size_t at) { return t.begin < at; });
    return static_cast<std::size_t>(found - words.tokens.begin());
}

/// Where a snippet with a match at `byte` begins: with the sentence, or a few words before.
std::size_t opening_byte(const TokenList& words, std::size_t byte)
{
    std::size_t word = word_at(words, byte);
    std::size_t near = byte;
    while (word > 0 && word < words.tokens.size() &&
           byte - words.tokens[word].begin <= kSentenceReach) {
        if (words.tokens[word].before != Break::None) { return words.tokens[word].begin; }
        if (byte - words.tokens[word].begin <= kContextBefore) { near = words.tokens[word].begin; }
        --word;
    }
    return word == 0 && byte <= kSentenceReach ? 0 : near;
}

/// Near the end of the body a snippet begins earlier, so that it is a whole one; with a sentence if
/// it can.
std::size_t filled_from(const TokenList& words, std::size_t begin)
{
    const std::size_t end = words.tokens.back().end;
    if (begin + kSnippetBytes <= end) { return begin; }
    const std::size_t first = word_at(words, end > kSnippetBytes ? end - kSnippetBytes : 0);
    for (std::size_t word = first; word < words.tokens.size() && words.tokens[word].begin < begin;
         ++word) {
        if (word == 0 || words.tokens[word].before != Break::None) {
            return words.tokens[word].begin;
        }
    }
    return begin;
}

/// Takes the body's bytes [begin, end) over into a snippet: runs of blanks become one, marks move
/// along, an ellipsis says where the text goes on.
Snippet cut_out(const std::string& body, std::size_t begin, std::size_t end,
                const std::vector<Mark>& marks)
{
    Snippet snippet{.passage = {begin, end}};
    if (begin > 0) { snippet.text = "… "; }
    std::vector<std::size_t> moved(end - begin + 1);
    for (std::size_t at = begin; at < end; ++at) {
        const char c = body[at];
        const bool blank = c == '\n' || c == '\t' || c == ' ';
        const bool doubled = blank && (snippet.text.empty() || snippet.text.back() == ' ');
        moved[at - begin] = snippet.text.size() - (doubled && !snippet.text.empty() ? 1 : 0);
        if (!doubled) { snippet.text += blank ? ' ' : c; }
    }
    moved[end - begin] = snippet.text.size();
    for (const Mark& mark : marks) {
        if (mark.begin < begin || mark.end > end) { continue; }
        snippet.passage_marks.push_back(mark);
        snippet.marks.push_back({moved[mark.begin - begin], moved[mark.end - begin]});
    }
    if (end < body.size()) { snippet.text += " …"; }
    return snippet;
}

}  // namespace

Snippet make_snippet(const ArticleView& article, const Highlights& highlights)
{
    const std::string& body = article.analyzed.article.body;
    const auto& words = article.body.tokens;
    if (words.empty()) { return {}; }
    const auto places = places_in(highlights, FieldId::Body);
    const std::size_t begin =
        places.empty() ? words.front().begin
                       : filled_from(article.body,
                                     opening_byte(article.body, places[best_start(places)].begin));
    std::size_t end = begin;
    for (std::size_t word = word_at(article.body, begin); word < words.size(); ++word) {
        if (words[word].end - begin > kSnippetBytes && end != begin) { break; }
        end = words[word].end;
    }
    end = character_border(body, std::min(end, begin + 2 * kSnippetBytes));  // one endless word
    const bool is_last = end == words.back().end;
    if (is_last && body.size() - end < 8) { end = body.size(); }  // its full stop and quotes
    while (end > begin && (body[end - 1] == '\n' || body[end - 1] == ' ')) { --end; }
    const bool is_first = begin == words.front().begin && begin <= kOpeningMarks;
    return cut_out(body, is_first ? 0 : begin, end, marks_of(places));
}

std::vector<Mark> marks_in(const Highlights& highlights, FieldId where)
{
    return marks_of(places_in(highlights, where));
}

}  // namespace dateline::searcher
