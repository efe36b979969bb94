#include "tests/oracle/random_query.hpp"

#include "common/text/tokenizer.hpp"

#include <algorithm>
#include <array>
#include <sstream>

namespace dateline::tests {
namespace {

bool is_plain(std::string_view word)
{
    return std::all_of(word.begin(), word.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); });
}

}  // namespace

RandomQueries::RandomQueries(const BruteForce& corpus, std::uint32_t seed) : random_(seed)
{
    for (const auto& [id, article] : corpus.articles()) { articles_.push_back(&article); }
}

const OracleArticle& RandomQueries::article() { return *articles_[below(articles_.size())]; }

/// Some words that stand in a row in an article, as written.
std::string RandomQueries::words(std::size_t count)
{
    const Article& from = article().analyzed.article;
    const std::string& text = below(3) == 0 && !from.title.empty() ? from.title : from.body;
    TokenList list;
    tokenize(text, list);
    if (list.tokens.size() < count) { return "the"; }
    const std::size_t first = below(list.tokens.size() - count + 1);
    std::string joined;
    for (std::size_t i = first; i < first + count; ++i) {
        joined += (joined.empty() ? "" : " ") + std::string{list.surface(list.tokens[i])};
    }
    return joined;
}

std::string RandomQueries::quoted() { return '"' + words(1) + '"'; }

/// A word of what stands around an article; "" if there is none.
std::string RandomQueries::furniture_word(const Article& from)
{
    TokenList list;
    tokenize(from.furniture, list);
    if (list.tokens.empty()) { return {}; }
    const std::string_view word = list.surface(list.tokens[below(list.tokens.size())]);
    return is_plain(word) ? std::string{word} : std::string{};
}

std::string RandomQueries::leaf()
{
    const AnalyzedArticle& from = article().analyzed;
    switch (below(16)) {
        case 0:
            return "\"" + words(2) + "\"";
        case 1:
            return "\"" + words(3 + below(3)) + "\"";
        case 2:
            return "title:\"" + words(1) + "\"";
        case 3:
            return "\"" + words(2) + " " + words(1) + "\"";
        case 4:
            if (!from.mentions.empty()) {
                const Mention& mention = from.mentions[below(from.mentions.size())];
                return std::string{field(mention.field).name} + ":\"" + mention.value + "\"";
            }
            break;
        case 5:
            if (from.article.date) { return "date:" + to_string(*from.article.date); }
            return "date:undated";
        case 6:
            if (from.article.date) {
                return "date:.." + to_string(*from.article.date).substr(0, 4);
            }
            return "date:undated";
        case 10:
            return (below(2) == 0 ? "lead:\"" : "hlead:\"") + words(1 + below(3)) + "\"";
        case 11:
            for (const Mention& mention : from.mentions) {
                if (mention.field != FieldId::Country) { continue; }
                return below(2) == 0 ? "country:" + mention.value + "!" : "about:" + mention.value;
            }
            break;
        case 12:
            for (const Mention& mention : from.mentions) {
                if (mention.field != FieldId::Mentions || below(2) == 0) { continue; }
                constexpr const char* kRanges[] = {"mentions:..", "mentions:>=", "mentions:<"};
                return kRanges[below(3)] + mention.value;
            }
            if (from.article.date) { return "date:>" + to_string(*from.article.date); }
            break;
        case 13:
            if (auto word = furniture_word(from.article); !word.empty()) {
                return "furniture:" + word;
            }
            break;
        case 7:
            return "lang:" + from.article.language;
        case 8:
            if (!from.article.source.empty()) { return "source:\"" + from.article.source + "\""; }
            break;
        case 9:
            if (!from.article.byline.empty()) {
                return "byline:\"" + from.article.byline.front() + "\"";
            }
            break;
        default:
            break;
    }
    return "\"" + words(1) + "\"";
}

/// A word with some of its letters left open.
std::string RandomQueries::open_word()
{
    std::string word = words(1);
    if (!is_plain(word) || word.size() < 4) { return "=\"" + word + "\""; }
    switch (below(5)) {
        case 0:
            return word.substr(0, 3 + below(word.size() - 3)) + "*";
        case 1:
            word[1 + below(word.size() - 1)] = '?';
            return word + (below(2) == 0 && word.find('?') >= 3 ? "*" : "e");
        case 2:
            word[below(word.size())] = 'e';
            return word + "~";
        case 3:
            word.erase(below(word.size()), 1);
            return word + "~2";
        default:
            return "=" + word;
    }
}

/// A phrase of which one word has some of its letters left open.
std::string RandomQueries::open_phrase()
{
    std::istringstream some{words(2 + below(2))};
    std::string text;
    bool is_open = false;
    for (std::string word; some >> word;) {
        if (!is_open && word.size() > 3 && is_plain(word)) {
            is_open = true;
            if (below(2) == 0) {
                word = word.substr(0, 3 + below(word.size() - 3)) + "*";
            } else {
                word[1 + below(word.size() - 2)] = '?';
            }
        }
        text += (text.empty() ? "" : " ") + word;
    }
    return (below(4) == 0 ? "title:\"" : "\"") + text + '"';
}

/// What NEAR can join.
std::string RandomQueries::part()
{
    const AnalyzedArticle& from = article().analyzed;
    switch (below(8)) {
        case 0:
            return "\"" + words(2) + "\"";
        case 1:
            return "(" + quoted() + " OR " + quoted() + ")";
        case 2:
            return below(2) == 0 ? open_word() : open_phrase();
        case 3:
            for (const Mention& mention : from.mentions) {
                if (mention.field == FieldId::Person) { return "person:\"" + mention.value + "\""; }
            }
            break;
        case 4:
            return (below(2) == 0 ? "title:" : "lead:") + quoted();
        default:
            break;
    }
    return quoted();
}

/// Parts near each other: often of one article, so that some are found.
std::string RandomQueries::near()
{
    static constexpr std::array kJoins{"NEAR/", "ADJ/", "SENT", "PARA", "NEAR/", "ADJ/"};
    std::string join = kJoins[below(kJoins.size())];
    if (join.back() == '/') { join += std::to_string(1 + below(12)); }
    const bool is_apart = below(5) == 0;
    if (is_apart) { join = "NOT " + join; }
    std::string text;
    if (below(2) == 0) {
        const std::string some = words(3 + below(4));
        const std::size_t first = some.find(' ');
        const std::size_t last = some.rfind(' ');
        if (first != std::string::npos) {
            text = '"' + some.substr(last + 1) + "\" " + join + " \"" + some.substr(0, first) + '"';
        }
    }
    if (text.empty()) { text = part() + " " + join + " " + part(); }
    if (!is_apart && below(4) == 0) { text += " " + join + " " + part(); }
    return "(" + text + ")";
}

std::string RandomQueries::query(unsigned depth)
{
    if (depth >= 3 || below(3) == 0) {
        switch (below(4)) {
            case 0:
                return near();
            case 1:
                return below(3) == 0   ? open_word()
                       : below(2) == 0 ? open_phrase()
                                       : "atleast" + std::to_string(1 + below(4)) + ":" + part();
            default:
                return leaf();
        }
    }
    const std::string left = query(depth + 1);
    const std::string right = query(depth + 1);
    switch (below(6)) {
        case 0:
            return "(" + left + " OR " + right + ")";
        case 1:
            return left + " -(" + right + ")";
        case 2:
            return "(" + left + ") AND " + right;
        case 3:
            return "NOT (" + left + ") " + right;
        case 4:
            return "(" + left + ")^2.5 OR " + right;
        default:
            return left + " " + right;
    }
}

}  // namespace dateline::tests
