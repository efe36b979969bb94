#include "searcher/query/word_habits.hpp"

#include "common/text/ascii.hpp"
#include "searcher/query/habits.hpp"
#include "searcher/query/open_words.hpp"
#include "searcher/query/query_text.hpp"

#include <algorithm>
#include <array>

namespace dateline::searcher {

std::string note_of_lower_case(std::string_view word, bool has_left, bool has_right)
{
    const std::string lower_case = ascii::lower(word);
    for (const LowerCaseWord& known : kLowerCaseWords) {
        if (known.word != lower_case || !has_right || (known.needs_left && !has_left)) { continue; }
        return "'" + std::string{word} + "' is a word to search for; the operator is " +
               std::string{known.ours} + ", in capitals";
    }
    return {};
}

std::string note_of_date(std::string_view word, std::string_view behind)
{
    constexpr auto kComparisons =
        std::to_array<std::string_view>({"after", "aft", "before", "bef", "from", "is", "since"});
    const auto* const found =
        std::find(kComparisons.begin(), kComparisons.end(), ascii::lower(behind));
    if (ascii::lower(word) == "date" && found != kComparisons.end()) {
        return "'" + std::string{word} + "' and '" + std::string{behind} +
               "' are words to search for; a date of publication is written date:>=2022";
    }
    const std::size_t dots = word.find("..");
    const bool is_range = dots != std::string_view::npos && dots > 0 && dots + 2 < word.size() &&
                          word.find_first_not_of("0123456789-.") == std::string_view::npos;
    if (!is_range) { return {}; }
    return "'" + std::string{word} +
           "' is a phrase to search for; when articles were published "
           "is written date:" +
           std::string{word};
}

std::string read_exclamation(std::string& word)
{
    const std::size_t sign = word.find('!');
    const std::size_t end = std::min(word.find('^'), word.size());
    if (sign == std::string::npos || sign == 0 || sign + 1 != end) { return {}; }
    const std::string written = word.substr(0, end);
    if (sign >= kMinPrefix) {
        word[sign] = '*';
    } else {
        word.erase(sign, 1);
    }
    return "'" + written + "' read as " + word.substr(0, word.find('^'));
}

std::string read_question_mark(std::vector<QueryToken>& tokens)
{
    if (tokens.size() < 2 || tokens.back().kind != TokenKind::Word) { return {}; }
    if (tokens[tokens.size() - 2].kind == TokenKind::Field) { return {}; }
    std::string& last = tokens.back().text;
    if (last.size() < 2 || last.find('?') != last.size() - 1) { return {}; }
    last.pop_back();
    return "the ? at the end is read as a question mark, not as a letter";
}

}  // namespace dateline::searcher
