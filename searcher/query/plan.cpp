#include "searcher/query/plan.hpp"

#include "common/storage/terms.hpp"
#include "searcher/match/checked.hpp"
#include "searcher/match/combine.hpp"
#include "searcher/query/operator.hpp"
#include "searcher/query/surfaces.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

/// The terms of a word in one segment: those whose every form counts, and those of which only some
/// do, so that token streams have to tell.
struct FormTerms {
    std::vector<std::string> whole{};
    std::vector<std::string> partial{};
};

FormTerms divide(const PlannedWord& word, const WordNumbers& numbers, const Segment& segment)
{
    FormTerms terms;
    for (std::size_t i = 0; i < word.stems.size(); ++i) {
        const auto stemmed = segment.vocabulary.words_with_stem(word.stems[i]);
        const auto counts = [&numbers](const StemmedWord& one) {
            return numbers.contains(one.language, one.number);
        };
        if (std::none_of(stemmed.begin(), stemmed.end(), counts)) { continue; }
        const bool all = std::all_of(stemmed.begin(), stemmed.end(), counts);
        (all ? terms.whole : terms.partial).push_back(word.terms[i]);
    }
    return terms;
}

MatchesPtr open_forms(const PlannedWord& word, const SegmentView& view)
{
    WordNumbers numbers = numbers_of(word, view.segment);
    const FormTerms terms = divide(word, numbers, view.segment);
    std::vector<MatchesPtr> parts;
    const auto open = [&](const std::vector<std::string>& some) {
        return match_terms(view.segment, some, word.weighting, view.deadline);
    };
    if (!terms.whole.empty()) { parts.push_back(open(terms.whole)); }
    if (!terms.partial.empty()) {
        std::vector<WordNumbers> row;
        row.push_back(std::move(numbers));
        parts.push_back(match_checked(view.segment, view.names, open(terms.partial),
                                      has_places(words_in_a_row(std::move(row))), view.deadline));
    }
    return match_any_of(std::move(parts));
}

Zone zone_of(FieldId field)
{
    return field == FieldId::Title  ? Zone::Headline
           : field == FieldId::Lead ? Zone::Lead
                                    : Zone::Whole;
}

}  // namespace

Planner::Planner(const Snapshot& snapshot, Deadline& deadline, std::chrono::milliseconds time_limit)
    : snapshot_(snapshot), deadline_(deadline), time_limit_(time_limit)
{
    std::uint64_t words = 0;
    for (const Segment& segment : snapshot.segments()) {
        articles_ += segment.articles();
        words += segment.words;
    }
    // A language whose articles are all removed lends its stems to no query.
    const NameColumn& languages = snapshot.names().of(FieldId::Language);
    for (std::uint32_t i = 0; i < languages.size(); ++i) {
        if (languages.articles(i) > 0) { languages_.emplace_back(languages.spelling(i)); }
    }
    if (articles_ != 0) {
        average_length_ = static_cast<float>(words) / static_cast<float>(articles_);
    }
}

Result<PlanNode> Planner::plan(const QuerySpec& query)
{
    const std::size_t number = nodes_++;
    const Operator& op = operator_of(query);
    auto node = op.plan(query, *this);
    if (!node) { return node; }
    PlanNode bound = *std::move(node);
    bound.op = &op;
    bound.field = query.field;
    bound.amount = query.number;
    bound.number = number;
    std::sort(bound.values.begin(), bound.values.end());
    return bound;
}

void Planner::add_terms(PlannedWord& word, FieldId id) const
{
    for (const std::string& stem : word.stems) {
        word.terms.push_back(safe_term(field(id).prefix, stem));
    }
    word.weighting = weigh(word.terms);
}

std::vector<PlannedWord> Planner::words_of(std::string_view text, FieldId id)
{
    std::vector<PlannedWord> words;
    for (const std::string& surface : surfaces_of(text)) {
        PlannedWord word{.stems = stemmer_.stems_of_query(surface, languages_)};
        add_terms(word, id);
        words.push_back(std::move(word));
    }
    return words;
}

std::vector<PlannedWord> Planner::forms_of(std::string_view text, FieldId id)
{
    std::vector<PlannedWord> words;
    for (std::string& surface : surfaces_of(text)) {
        words.push_back(any_form({std::move(surface)}, id));
    }
    return words;
}

PlannedWord Planner::any_form(std::vector<std::string> forms, FieldId id)
{
    PlannedWord word{.forms = std::move(forms), .is_by_form = true};
    for (const std::string& form : word.forms) {
        for (const std::string& language : languages_) {
            for (std::string& stem : stemmer_.stems_of_token(form, language)) {
                word.stems.push_back(std::move(stem));
            }
        }
    }
    std::sort(word.stems.begin(), word.stems.end());
    word.stems.erase(std::unique(word.stems.begin(), word.stems.end()), word.stems.end());
    add_terms(word, id);
    return word;
}

/// An article is in one language, so the stems of a word hardly ever meet in one: their document
/// frequencies are added up.
Weighting Planner::weigh(const std::vector<std::string>& terms) const
{
    std::uint64_t articles_with_term = 0;
    for (const Segment& segment : snapshot_.segments()) {
        for (const std::string& term : terms) {
            articles_with_term += segment.postings.frequency(term);
        }
    }
    return {.idf = bm25_idf(articles_, articles_with_term),
            .average_length = average_length_,
            .articles = articles_with_term};
}

MatchesPtr open_matches(const PlanNode& node, const SegmentView& view)
{
    return node.op->open(node, view);
}

MatchesPtr open_words(const std::vector<PlannedWord>& words, const SegmentView& view)
{
    std::vector<MatchesPtr> parts;
    parts.reserve(words.size());
    for (const PlannedWord& word : words) {
        parts.push_back(word.is_by_form
                            ? open_forms(word, view)
                            : match_terms(view.segment, word.terms, word.weighting, view.deadline));
    }
    return match_all_of(std::move(parts));
}

WordNumbers numbers_of(const PlannedWord& word, const Segment& segment)
{
    return word.is_by_form ? WordNumbers::of_forms(segment, word.forms)
                           : WordNumbers::of_stems(segment, word.stems);
}

PlacesPtr places_of_words(const PlanNode& node, const SegmentView& view)
{
    std::vector<WordNumbers> row;
    row.reserve(node.words.size());
    for (const PlannedWord& word : node.words) { row.push_back(numbers_of(word, view.segment)); }
    return places_in(zone_of(node.field), words_in_a_row(std::move(row)));
}

Failure took_too_long(std::chrono::milliseconds time_limit)
{
    return fail(ErrorKind::Timeout,
                "the search took longer than " + std::to_string(time_limit.count()) + " ms",
                "use fewer or rarer words or a narrower date, or give it more with --timeout");
}

}  // namespace dateline::searcher
