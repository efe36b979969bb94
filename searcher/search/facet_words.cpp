#include "searcher/search/facet_words.hpp"

#include "common/countries/countries_named.hpp"
#include "common/text/ascii.hpp"
#include "common/text/characters.hpp"
#include "common/text/utf8.hpp"
#include "searcher/query/surfaces.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

/// Whether a word may begin at a place of a folded text; in scripts without blanks, anywhere.
bool may_begin(std::string_view text, std::size_t at)
{
    if (at == 0) { return true; }
    std::string_view before = text.substr(character_border(text, at - 1));
    return character_class(take_code_point(before)) != CharacterClass::Word;
}

/// begins_a_word() of ASCII, which folding makes small and nothing else. Completing a name looks at
/// all names of an index.
bool begins_ascii_word(std::string_view value, std::string_view wanted)
{
    const auto is_same = [](char written, char folded) { return ascii::lower(written) == folded; };
    if (wanted.empty()) { return true; }
    for (auto at = value.begin();; ++at) {
        at = std::search(at, value.end(), wanted.begin(), wanted.end(), is_same);
        if (at == value.end()) { return false; }
        if (may_begin(value, static_cast<std::size_t>(at - value.begin()))) { return true; }
    }
}

}  // namespace

bool begins_a_word(std::string_view value, const std::string& wanted)
{
    if (ascii::is_ascii(value)) { return begins_ascii_word(value, wanted); }
    const std::string folded = fold(value);
    for (std::size_t at = folded.find(wanted); at != std::string::npos;
         at = folded.find(wanted, at + 1)) {
        if (may_begin(folded, at)) { return true; }
    }
    return false;
}

Choice::Choice(FieldId field, const std::vector<QuerySpec>& filters) : field_(field)
{
    for (const QuerySpec& filter : filters) {
        if (holds_countries(field)) {
            for (std::string& code : countries_named(filter.text)) {
                codes_.push_back(std::move(code));
            }
        } else {
            words_.push_back(surfaces_of(filter.text));
        }
    }
}

bool Choice::holds(std::string_view value) const
{
    if (holds_countries(field_)) {
        return std::find(codes_.begin(), codes_.end(), value) != codes_.end();
    }
    if (words_.empty()) { return false; }
    const auto words = surfaces_of(value);
    return std::any_of(words_.begin(), words_.end(), [&](const auto& wanted) {
        return std::all_of(wanted.begin(), wanted.end(), [&](const std::string& word) {
            return std::find(words.begin(), words.end(), word) != words.end();
        });
    });
}

}  // namespace dateline::searcher
