#include "searcher/search/clauses.hpp"

#include "searcher/query/expansion.hpp"
#include "searcher/query/operator.hpp"
#include "searcher/query/text_leaf.hpp"
#include "searcher/search/collector.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

constexpr std::size_t kMostNearest = 3;
constexpr std::size_t kMostTerms = 8;

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
std::string describe(const PlanNode& node)
{
    std::string text = list_of(node.terms);
    for (const PlannedWord& word : node.words) {
        text += (text.empty() ? "" : " + ") + list_of(word.terms);
        if (word.is_by_form) { text += " as " + list_of(word.forms); }
    }
    if (node.ordinals) { text = "the column of names"; }
    if (node.op->name == "days") { text = "the column of dates"; }
    const bool is_text = node.op->places == places_of_words;
    const bool joins =
        node.op->binding == Binding::Near || node.op->name == "apart" || node.op->name == "atleast";
    if (joins || (is_text && needs_look(node))) {
        text += (text.empty() ? "" : ", then ") + std::string{"the words of each article"};
    }
    return text;
}

class Reporter {
  public:
    Reporter(Planner& planner, const SearchRequest& request) : planner_(planner), request_(request)
    {
    }

    Status report(const QuerySpec& spec, const PlanNode& node, std::size_t depth)
    {
        const auto begin = Deadline::Clock::now();
        const auto found =
            collect(planner_.snapshot(), node, {.limit = 0, .time_limit = request_.time_limit},
                    planner_.deadline());
        if (!found) { return Failure{found.error()}; }
        Clause clause{.part = to_string(spec), .depth = depth, .searched = describe(node)};
        clause.articles = found->total;
        clause.ms =
            std::chrono::duration<double, std::milli>{Deadline::Clock::now() - begin}.count();
        if (clause.articles == 0) { clause.nearest = nearest_to(spec); }
        clauses_.push_back(std::move(clause));
        return Done{};
    }

    Status report_all(const QuerySpec& spec, const PlanNode& node, std::size_t depth)
    {
        if (auto told = report(spec, node, depth); !told) { return told; }
        for (std::size_t i = 0; i < node.parts.size(); ++i) {
            auto told = report_all(spec.parts[i], node.parts[i], depth + 1);
            if (!told) { return told; }
        }
        return Done{};
    }

    /// The parts that all have to match, or of which any would do.
    Status report_needed(const QuerySpec& spec, const PlanNode& node)
    {
        const bool joins = node.op->binding != Binding::None || node.op->name == "boost";
        if (!joins) { return report(spec, node, 0); }
        for (std::size_t i = 0; i < node.parts.size(); ++i) {
            if (auto told = report_needed(spec.parts[i], node.parts[i]); !told) { return told; }
        }
        return Done{};
    }

    std::vector<Clause> take() { return std::move(clauses_); }

  private:
    /// Words spelled nearly like those of a leaf that the index does not have.
    std::vector<std::string> nearest_to(const QuerySpec& spec)
    {
        constexpr std::size_t kLongEnough = 4;
        if (spec.op != "word" && spec.op != "exact" && spec.field != FieldId::Person) { return {}; }
        if (!spec.parts.empty() || spec.text.size() < kLongEnough) { return {}; }
        const auto forms = forms_near({.op = "fuzzy", .text = spec.text, .number = 2}, planner_);
        std::vector<std::string> nearest;
        for (std::size_t i = 0; forms && i < forms->size() && nearest.size() < kMostNearest; ++i) {
            if ((*forms)[i].edits > 0) { nearest.push_back((*forms)[i].form); }
        }
        return nearest;
    }

    Planner& planner_;
    const SearchRequest& request_;
    std::vector<Clause> clauses_{};
};

}  // namespace

Result<std::vector<Clause>> report_clauses(Planner& planner, const SearchRequest& request,
                                           const PlanNode& plan)
{
    Reporter reporter{planner, request};
    if (request.explain) {
        const auto told = reporter.report_all(request.query, plan, 0);
        if (!told) { return Failure{told.error()}; }
        return reporter.take();
    }
    static_cast<void>(reporter.report_needed(request.query, plan));  // as far as time allows
    return reporter.take();
}

}  // namespace dateline::searcher
