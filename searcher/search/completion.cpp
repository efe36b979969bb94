#include "searcher/search/completion.hpp"

#include "common/text/utf8.hpp"
#include "searcher/search/facet_counter.hpp"
#include "searcher/search/facet_top.hpp"
#include "searcher/search/facet_words.hpp"

#include <map>

namespace dateline::searcher {
namespace {

constexpr std::size_t kMostWords = 20'000;

void add_names(const NameColumn& names, std::string_view kind, const std::string& prefix,
               std::size_t limit, std::vector<Completion>& found)
{
    TopValues top{limit};
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        const std::uint32_t articles = names.articles(i);
        // Most names are rare: they are not even read once others are found.
        if (articles < top.least() || names.shown(i) != i) { continue; }
        const std::string_view name = names.spelling(i);
        if (begins_a_word(name, prefix)) { top.offer({articles, name, {}}); }
    }
    for (const CountedValue& name : top.take()) {
        found.push_back({.kind = kind, .text = std::string{name.value}, .articles = name.articles});
    }
}

void add_countries(const NameColumn& codes, const std::string& prefix, std::size_t limit,
                   std::vector<Completion>& found)
{
    CountryNames countries;
    TopValues top{limit};
    for (std::uint32_t i = 0; i < codes.size(); ++i) {
        const std::string_view code = codes.spelling(i);
        if (codes.articles(i) == 0) { continue; }
        if (begins_a_word(code, prefix) || begins_a_word(countries.of(code), prefix)) {
            top.offer({codes.articles(i), code, {}});
        }
    }
    for (const CountedValue& code : top.take()) {
        found.push_back({.kind = "country",
                         .text = countries.of(code.value),
                         .code = std::string{code.value},
                         .articles = code.articles});
    }
}

void add_words(const Snapshot& snapshot, const std::string& prefix, std::size_t limit,
               std::vector<Completion>& found)
{
    std::map<std::string, std::uint32_t> words;
    for (const Segment& segment : snapshot.segments()) {
        std::size_t seen = 0;
        segment.vocabulary.each_word(prefix, [&](const std::string& word, std::uint32_t articles) {
            if (!word.starts_with(prefix) || ++seen > kMostWords) { return false; }
            words[word] += articles;
            return true;
        });
    }
    TopValues top{limit};
    for (const auto& [word, articles] : words) { top.offer({articles, word, {}}); }
    for (const CountedValue& word : top.take()) {
        found.push_back(
            {.kind = "word", .text = std::string{word.value}, .articles = word.articles});
    }
}

}  // namespace

std::vector<Completion> completions(const Snapshot& snapshot, std::string_view prefix,
                                    std::size_t limit)
{
    const std::string folded = fold(prefix);
    std::vector<Completion> found;
    add_names(snapshot.names().of(FieldId::Person), "person", folded, limit, found);
    add_countries(snapshot.names().of(FieldId::Country), folded, limit, found);
    add_words(snapshot, folded, limit, found);
    return found;
}

std::vector<Completion> completions_of(const Snapshot& snapshot, FieldId id,
                                       std::string_view prefix, std::size_t limit)
{
    std::vector<Completion> found;
    if (field(id).column != Column::Ordinals) { return found; }
    const NameColumn& names = snapshot.names().of(id);
    if (id == FieldId::Country || id == FieldId::About) {
        add_countries(names, fold(prefix), limit, found);
    } else {
        add_names(names, field(id).name, fold(prefix), limit, found);
    }
    return found;
}

}  // namespace dateline::searcher
