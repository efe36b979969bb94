#include "searcher/prompt/line_completion.hpp"

#include "common/text/ascii.hpp"
#include "common/text/terminal.hpp"
#include "common/text/utf8.hpp"
#include "searcher/prompt/choices.hpp"
#include "searcher/prompt/prompt_commands.hpp"
#include "searcher/query/field_names.hpp"
#include "searcher/query/query_text.hpp"
#include "searcher/search/completion.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

constexpr std::string_view kSaved = "saved";

/// Where the last word begins: behind the last blank or bracket that stands in no quotes.
std::size_t word_begin(std::string_view text)
{
    std::size_t begin = 0;
    bool is_quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        if (text[at] == '"') { is_quoted = !is_quoted; }
        const bool divides = text[at] == ' ' || text[at] == '(' || text[at] == ')';
        if (divides && !is_quoted) { begin = at + 1; }
    }
    return begin;
}

void add(std::string choice, LineCompletion& found)
{
    const bool is_new =
        std::find(found.choices.begin(), found.choices.end(), choice) == found.choices.end();
    if (is_new && printable(choice) == choice) { found.choices.push_back(std::move(choice)); }
}

LineCompletion commands_of(std::string_view word)
{
    LineCompletion found;
    for (const PromptCommand& command : prompt_commands()) {
        const std::string name = ":" + std::string{command.name};
        if (name.starts_with(word)) { add(name, found); }
    }
    return found;
}

/// Behind "field:"; `begin` is where the value begins.
LineCompletion values_of(FieldId field, std::string_view value, std::size_t begin,
                         const Snapshot& snapshot)
{
    LineCompletion found{.begin = begin};
    if (value.starts_with('"')) { value.remove_prefix(1); }
    if (value.empty() || value.ends_with('"')) { return found; }
    for (const Completion& one : completions_of(snapshot, field, value, kMostCompletions)) {
        add(one.code.empty() ? value_in_quotes(one.text) : one.code, found);
    }
    return found;
}

LineCompletion saved_of(std::string_view value, std::size_t begin, const SavedSource& source)
{
    LineCompletion found{.begin = begin};
    const auto saved = source();
    if (!saved) { return found; }  // asking with such a name tells what is wrong
    const std::string front = fold(value);
    for (const SavedQuery& query : saved->all()) {
        if (found.choices.size() == kMostCompletions) { break; }
        if (query.key.starts_with(front)) { add(query.name, found); }
    }
    return found;
}

LineCompletion words_of(std::string_view word, std::size_t begin, const Snapshot& snapshot)
{
    LineCompletion found{.begin = begin};
    for (const Completion& one : completions(snapshot, word, kMostCompletions)) {
        if (one.kind == "word") { add(one.text, found); }
    }
    for (const Field& one : kFields) {
        if (one.name.starts_with(word)) { add(std::string{one.name} + ":", found); }
    }
    if (kSaved.starts_with(word)) { add(std::string{kSaved} + ":", found); }
    return found;
}

}  // namespace

LineCompletion complete_line(std::string_view before, const Snapshot& snapshot,
                             const SavedSource& saved)
{
    if (!is_utf8(before)) { return {}; }
    if (before.starts_with(':')) { return commands_of(before); }
    std::size_t begin = word_begin(before);
    while (begin < before.size() &&
           std::string_view{"-+!="}.find(before[begin]) != std::string::npos) {
        ++begin;
    }
    const std::string_view word = before.substr(begin);
    if (word.empty() || word.starts_with('"')) { return {}; }
    const std::size_t colon = word.find(':');
    if (colon == std::string_view::npos) { return words_of(word, begin, snapshot); }
    const std::string name = ascii::lower(word.substr(0, colon));
    const std::string_view value = word.substr(colon + 1);
    if (name == kSaved) { return saved_of(value, begin + colon + 1, saved); }
    const auto field = field_named(name);
    if (!field) { return {}; }
    return values_of(field->id, value, begin + colon + 1, snapshot);
}

}  // namespace dateline::searcher
