#include "searcher/search/clauses.hpp"

#include "common/text/number.hpp"
#include "searcher/query/open_words.hpp"
#include "searcher/query/operator.hpp"
#include "searcher/query/surfaces.hpp"
#include "searcher/query/text_leaf.hpp"
#include "searcher/search/collector.hpp"
#include "searcher/search/near_spellings.hpp"

#include <algorithm>
#include <optional>

namespace dateline::searcher {
namespace {

constexpr std::size_t kMostTerms = 8;
constexpr std::size_t kMostNearest = 3;
/// Of more words that are not there, near spellings are looked for in these alone.
constexpr std::size_t kMostMissing = 8;
/// Of more parts than so many, none is left out to see what the others find.
constexpr std::size_t kMostLeftOut = 16;

/// "oil, gas and 3 more"
std::string list_of(const std::vector<std::string>& terms)
{
    std::string text;
    for (std::size_t i = 0; i < std::min(terms.size(), kMostTerms); ++i) {
        text += (text.empty() ? "" : ", ") + terms[i];
    }
    if (terms.size() > kMostTerms) {
        text += " and " + std::to_string(terms.size() - kMostTerms) + " more";
    }
    return text;
}

/// What is looked up for a node of a plan, and what is then checked.
std::string searched_of(const PlanNode& node)
{
    std::string text = list_of(node.terms);
    for (const PlannedWord& word : node.words) {
        text += (text.empty() ? "" : " + ") + list_of(word.terms);
        if (word.is_by_form) {
            text += word.forms.empty() ? "no word of the index" : " as " + list_of(word.forms);
        }
    }
    if (node.ordinals) { text = "the column of names"; }
    if (node.op->name == "days" && node.field == FieldId::Date) { text = "the column of dates"; }
    const bool is_text = node.op->places == places_of_words;
    const bool joins =
        node.op->binding == Binding::Near || node.op->name == "apart" || node.op->name == "atleast";
    if (joins || (is_text && needs_look(node))) {
        text += (text.empty() ? "" : ", then ") + std::string{"the words of each article"};
    }
    return text;
}

/// "1 article has it", "12 articles have it"
std::string articles_have(std::uint64_t articles, std::string_view what)
{
    return articles == 1 ? "1 article has " + std::string{what}
                         : with_commas(articles) + " articles have " + std::string{what};
}

/// What an operator wants of parts that one article has.
std::string nearness_of(const QuerySpec& spec)
{
    if (spec.op == "sent") { return "in one sentence"; }
    if (spec.op == "para") { return "in one paragraph"; }
    const auto number = static_cast<std::uint64_t>(spec.number);
    const std::string words =
        number == 1 ? "side by side" : "within " + with_commas(number) + " words of each other";
    return spec.op == "adj" ? words + " in this order" : words;
}

/// A phrase's words, each as a part of its own, once: a 32nd "the" has nothing to tell. At least
/// two parts, if it has two words.
QuerySpec words_of(const QuerySpec& phrase)
{
    QuerySpec all{.op = "and"};
    for (const PhrasePiece& word : phrase_words(phrase.text)) {
        const bool is_told =
            std::any_of(all.parts.begin(), all.parts.end(),
                        [&word](const QuerySpec& part) { return part.text == word.text; });
        if (is_told && all.parts.size() > 1) { continue; }
        const std::string_view op = word.is_open           ? "wildcard"
                                    : phrase.op == "exact" ? "exact"
                                                           : "word";
        all.parts.push_back({.op = op, .field = phrase.field, .text = std::string{word.text}});
    }
    return all;
}

/// From when to when articles are dated: "articles are dated 1987-02-26 to 1987-10-20".
std::string dates_of_articles(const Snapshot& snapshot)
{
    std::int32_t first = kUndated;
    std::int32_t last = kUndated;
    for (const Segment& segment : snapshot.segments()) {
        const auto days = segment.columns.days();
        for (std::size_t i = 0; i < segment.articles(); ++i) {
            if (days[i] == kUndated || segment.removed.contains(i)) { continue; }
            first = first == kUndated ? days[i] : std::min(first, days[i]);
            last = last == kUndated ? days[i] : std::max(last, days[i]);
        }
    }
    if (first == kUndated) { return "no article has a date"; }
    const auto text = [](std::int32_t day) {
        return to_string(Date{std::chrono::sys_days{std::chrono::days{day}}});
    };
    return "articles are dated " + text(first) + " to " + text(last);
}

class Reporter {
  public:
    Reporter(Planner& planner, const SearchRequest& request, Crew& crew)
        : planner_(planner), request_(request), crew_(crew)
    {
    }

    Result<ClauseReport> run(const QuerySpec& spec, const PlanNode& plan)
    {
        const bool is_joined = spec.op == "and" || spec.op == "or";
        if (request_.explain || !is_joined) {
            tell({spec, plan}, 0);
        } else {
            report_.why = why_none({spec, plan}, 0);  // that it finds nothing is said already
        }
        if (request_.explain && failure_) { return Failure{*failure_}; }
        return std::move(report_);
    }

  private:
    struct Part {
        const QuerySpec& spec;
        const PlanNode& node;
    };

    /// Nothing if it cannot be told: the time is over.
    std::optional<std::uint64_t> count(const PlanNode& node)
    {
        const auto found =
            collect(planner_.snapshot(), node, {.limit = 0, .time_limit = request_.time_limit},
                    planner_.deadline(), crew_);
        if (found) { return found->total; }
        failure_ = found.error();
        return {};
    }

    std::optional<std::uint64_t> count(const QuerySpec& spec)
    {
        const auto node = planner_.plan(spec);
        return node ? count(*node) : std::nullopt;
    }

    /// The part's row, and below it those of its parts if all is to be explained or it finds
    /// nothing. Returns how many articles it finds.
    std::optional<std::uint64_t> tell(const Part& part, std::size_t depth)
    {
        const auto begin = Deadline::Clock::now();
        const auto articles = count(part.node);
        if (!articles) { return {}; }
        const std::chrono::duration<double, std::milli> took = Deadline::Clock::now() - begin;
        const std::size_t row = report_.clauses.size();
        report_.clauses.push_back({.part = to_string(part.spec),
                                   .depth = depth,
                                   .searched = searched_of(part.node),
                                   .articles = *articles,
                                   .ms = took.count()});
        if (*articles == 0) {
            std::string why = part.spec.parts.empty() ? why_no_words(part.spec, row, depth + 1)
                                                      : why_none(part, depth + 1);
            report_.clauses[row].why = std::move(why);
        } else if (request_.explain) {
            tell_parts(part, depth + 1);
        }
        return articles;
    }

    /// What each part of it finds; empty if there was no time for all.
    std::vector<std::uint64_t> tell_parts(const Part& whole, std::size_t depth)
    {
        std::vector<std::uint64_t> counts;
        for (std::size_t i = 0; i < whole.spec.parts.size(); ++i) {
            const auto found = tell({whole.spec.parts[i], whole.node.parts[i]}, depth);
            if (!found) { return {}; }
            counts.push_back(*found);
        }
        return counts;
    }

    /// Why something of parts finds nothing; "" if their rows say it.
    std::string why_none(const Part& whole, std::size_t depth)
    {
        const auto counts = tell_parts(whole, depth);
        const QuerySpec& spec = whole.spec;
        if (counts.empty() || counts.front() == 0) { return {}; }
        if (spec.op == "not") { return "every article matches what must not be there"; }
        if (spec.op == "apart") {
            return "wherever the first stands, the second stands near it or over it";
        }
        if (std::find(counts.begin(), counts.end(), 0) != counts.end()) { return {}; }
        if (spec.op == "atleast") { return articles_have(counts.front(), "it, but none so often"); }
        if (spec.op != "and") { return why_apart(whole.node.parts, nearness_of(spec)); }
        return "each part finds articles, but no article matches all of them" + best_without(whole);
    }

    /// Of an AND, the part without which the others find most: of two, the counts tell that.
    std::string best_without(const Part& whole)
    {
        const std::size_t size = whole.node.parts.size();
        if (size < 3 || size > kMostLeftOut) { return {}; }
        std::uint64_t most = 0;
        std::size_t best = 0;
        for (std::size_t left_out = 0; left_out < size; ++left_out) {
            PlanNode others{.op = whole.node.op, .parts = whole.node.parts};
            others.parts.erase(others.parts.begin() + static_cast<std::ptrdiff_t>(left_out));
            const auto found = count(others);
            if (!found) { return {}; }
            if (*found > most) {
                most = *found;
                best = left_out;
            }
        }
        if (most == 0) { return ", nor all but one of them"; }
        return "; without " + to_string(whole.spec.parts[best]) + " there " +
               (most == 1 ? "is 1" : "are " + with_commas(most));
    }

    std::string why_apart(const std::vector<PlanNode>& parts, const std::string& nearness)
    {
        const auto together = count(PlanNode{.op = &operator_of({.op = "and"}), .parts = parts});
        if (!together) { return {}; }
        if (*together == 0) { return "no article has all of them"; }
        return articles_have(*together, "all of them, but not " + nearness);
    }

    /// Why a leaf finds nothing: it stands elsewhere, its words do not stand in a row, or they are
    /// not there and others are spelled nearly so.
    std::string why_no_words(const QuerySpec& leaf, std::size_t row, std::size_t depth)
    {
        if (leaf.op == "days" && leaf.field == FieldId::Date) {
            return leaf.days ? dates_of_articles(planner_.snapshot()) : "every article has a date";
        }
        if (auto elsewhere = why_not_in_field(leaf); !elsewhere.empty()) { return elsewhere; }
        const QuerySpec all =
            leaf.op == "phrase" || leaf.op == "exact" ? words_of(leaf) : QuerySpec{};
        if (all.parts.size() < 2) {
            report_.clauses[row].nearest = nearest_to(leaf);
            const bool is_name = leaf.field == FieldId::Person || leaf.field == FieldId::Source;
            return is_name && surfaces_of(leaf.text).size() > 1 &&
                           report_.clauses[row].nearest.empty()
                       ? "no article has a name with all of these words"
                       : "";
        }
        const auto node = planner_.plan(all);
        if (!node) { return {}; }
        const auto counts = tell_parts({all, *node}, depth);
        const bool all_found =
            !counts.empty() && std::find(counts.begin(), counts.end(), 0) == counts.end();
        return all_found ? why_apart(node->parts, "in a row") : std::string{};
    }

    std::string why_not_in_field(const QuerySpec& leaf)
    {
        if (leaf.field != FieldId::Title && leaf.field != FieldId::Lead) { return {}; }
        QuerySpec anywhere = leaf;
        anywhere.field = FieldId::Body;
        const auto found = count(anywhere);
        if (!found || *found == 0) { return {}; }
        return articles_have(*found, leaf.field == FieldId::Title ? "it, but not in the headline"
                                                                  : "it, but not in the lead");
    }

    /// Words spelled nearly so that would find something.
    std::vector<std::string> nearest_to(const QuerySpec& leaf)
    {
        std::vector<std::string> nearest;
        if (++missing_ > kMostMissing) { return nearest; }
        for (std::string& word : near_spellings(leaf, planner_)) {
            if (nearest.size() == kMostNearest) { break; }
            QuerySpec other = leaf;
            other.text = word;
            const auto found = count(other);
            if (!found) { break; }
            if (*found > 0) { nearest.push_back(std::move(word)); }
        }
        return nearest;
    }

    Planner& planner_;
    const SearchRequest& request_;
    Crew& crew_;
    ClauseReport report_{};
    std::optional<Error> failure_{};
    std::size_t missing_ = 0;
};

}  // namespace

Result<ClauseReport> report_clauses(Planner& planner, const SearchRequest& request,
                                    const PlanNode& plan, Crew& crew)
{
    return Reporter{planner, request, crew}.run(request.query, plan);
}

}  // namespace dateline::searcher
