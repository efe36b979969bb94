#include "tests/oracle/definitions.hpp"

#include "common/text/utf8.hpp"
#include "common/url.hpp"

#include <algorithm>
#include <map>

namespace dateline::tests {
namespace {

/// The countries of an article that stand in front or often, as the schema's field says.
std::vector<std::string> about(const AnalyzedArticle& analyzed)
{
    std::map<std::string, std::size_t> times;
    std::set<std::string> prominent;
    std::size_t all = 0;
    for (const Mention& mention : analyzed.mentions) {
        if (mention.field != FieldId::Country) { continue; }
        ++all;
        ++times[mention.value];
        const std::string before = analyzed.article.body.substr(
            0, mention.where == FieldId::Body ? std::size_t{mention.begin} : 0);
        const auto letters = std::count_if(before.begin(), before.end(), [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        });
        if (letters < 100) { prominent.insert(mention.value); }
    }
    std::vector<std::string> codes;
    for (const auto& [code, count] : times) {
        if (prominent.contains(code) || (count > 2 && count * 10 >= all)) { codes.push_back(code); }
    }
    return codes;
}

/// The values of a field as articles have them.

}  // namespace

std::vector<std::string> surfaces(std::string_view text, TextOrigin origin)
{
    TokenList list;
    tokenize(text, list, origin);
    std::vector<std::string> words;
    for (const Token& token : list.tokens) { words.emplace_back(list.surface(token)); }
    return words;
}

std::set<std::string> words_of(std::string_view text)
{
    const auto words = surfaces(text, TextOrigin::Query);
    return {words.begin(), words.end()};
}

bool contains_all(const std::set<std::string>& words, const std::set<std::string>& wanted)
{
    return std::includes(words.begin(), words.end(), wanted.begin(), wanted.end());
}

bool is_like(std::u32string_view word, std::u32string_view pattern)
{
    if (pattern.empty()) { return word.empty(); }
    if (pattern.front() == U'*') {
        return is_like(word, pattern.substr(1)) ||
               (!word.empty() && is_like(word.substr(1), pattern));
    }
    return !word.empty() && (pattern.front() == U'?' || pattern.front() == word.front()) &&
           is_like(word.substr(1), pattern.substr(1));
}

std::u32string points(std::string_view text)
{
    std::u32string all;
    while (!text.empty()) { all += take_code_point(text); }
    return all;
}

std::size_t edits(std::u32string_view a, std::u32string_view b)
{
    std::vector<std::vector<std::size_t>> table(a.size() + 1,
                                                std::vector<std::size_t>(b.size() + 1));
    for (std::size_t i = 0; i <= a.size(); ++i) {
        for (std::size_t j = 0; j <= b.size(); ++j) {
            if (i == 0 || j == 0) {
                table[i][j] = i + j;
                continue;
            }
            table[i][j] = std::min({table[i - 1][j] + 1, table[i][j - 1] + 1,
                                    table[i - 1][j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
        }
    }
    return table[a.size()][b.size()];
}

std::string joined_surfaces(std::string_view text)
{
    std::string all;
    for (const std::string& word : surfaces(text, TextOrigin::Query)) { all += word; }
    return all;
}

std::string folded(const std::string& pattern)
{
    std::string out;
    std::string piece;
    for (const char c : pattern + '*') {
        if (c != '*' && c != '?') {
            piece += c;
            continue;
        }
        out += joined_surfaces(piece) + c;
        piece.clear();
    }
    out.pop_back();
    return out;
}

std::vector<std::string> values_of(const AnalyzedArticle& analyzed, FieldId field)
{
    const Article& article = analyzed.article;
    switch (field) {
        case FieldId::Source:
            return article.source.empty() ? std::vector<std::string>{}
                                          : std::vector{article.source};
        case FieldId::Language:
            return {article.language};
        case FieldId::Byline:
            return article.byline;
        case FieldId::Host: {
            const std::string host = host_of(article.url);
            return host.empty() ? std::vector<std::string>{} : std::vector{host};
        }
        case FieldId::Id:
            return {article.id};
        case FieldId::About:
            return about(analyzed);
        default:
            break;
    }
    std::vector<std::string> values;
    for (const Mention& mention : analyzed.mentions) {
        if (mention.field == field) { values.push_back(mention.value); }
    }
    return values;
}

}  // namespace dateline::tests
