#include "searcher/search/engine.hpp"

#include "searcher/query/operator.hpp"
#include "searcher/search/clauses.hpp"
#include "searcher/search/collector.hpp"
#include "searcher/search/rerank.hpp"
#include "searcher/search/snippet.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

/// Makes hits of articles: reads them, and shows names as the facets do.
class HitMaker {
  public:
    HitMaker(const Snapshot& snapshot, const PlanNode& plan, HitDetail detail, Deadline& deadline)
        : snapshot_(snapshot), plan_(plan), detail_(detail), deadline_(deadline)
    {
    }

    /// Marks what the plan matches in an article.
    void mark(const Segment& segment, std::size_t index, ShownArticle& shown)
    {
        look(segment, index, shown.analyzed, [&shown](const ArticleView&, const Highlights& found) {
            shown.title_matches = marks_in(found, FieldId::Title);
            shown.body_matches = marks_in(found, FieldId::Body);
        });
    }

    Result<Hit> make(const RankedHit& ranked)
    {
        const Segment& segment = snapshot_.segments()[ranked.segment];
        return detail_ == HitDetail::All ? whole(segment, ranked) : id_alone(segment, ranked);
    }

  private:
    static Result<Hit> id_alone(const Segment& segment, const RankedHit& ranked)
    {
        const auto id = segment.bodies.id(ranked.index);
        if (!id) { return Failure{id.error()}; }
        return Hit{.id = std::string{*id}, .score = static_cast<double>(ranked.score)};
    }

    Result<Hit> whole(const Segment& segment, const RankedHit& ranked)
    {
        const auto stored = segment.bodies.article(ranked.index);
        if (!stored) { return Failure{stored.error()}; }
        Hit hit = fields_of(stored->article, ranked);
        hit.people = names(segment, ranked.index, FieldId::Person);
        hit.countries = names(segment, ranked.index, FieldId::Country);
        add_marks(segment, ranked.index, *stored, hit);
        return hit;
    }

    static Hit fields_of(const Article& article, const RankedHit& ranked)
    {
        return {.id = article.id,
                .title = article.title,
                .title_derived = article.title_derived,
                .date = article.date,
                .byline = article.byline,
                .source = article.source,
                .url = article.url,
                .language = article.language,
                .score = static_cast<double>(ranked.score)};
    }

    [[nodiscard]] std::vector<std::string> names(const Segment& segment, std::size_t index,
                                                 FieldId field) const
    {
        const NameColumn& names = snapshot_.names().of(field);
        std::vector<std::string> values;
        for (const std::uint32_t ordinal : segment.columns.ordinals(field, index)) {
            if (names.group(ordinal) == kNobody) { continue; }
            values.emplace_back(names.spelling(names.shown(ordinal)));
        }
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
        return values;
    }

    void add_marks(const Segment& segment, std::size_t index, const AnalyzedArticle& analyzed,
                   Hit& hit)
    {
        look(segment, index, analyzed, [&hit](const ArticleView& view, const Highlights& found) {
            Snippet snippet = make_snippet(view, found);
            hit.snippet = std::move(snippet.text);
            hit.snippet_marks = std::move(snippet.marks);
            hit.passage = snippet.passage;
            hit.passage_marks = std::move(snippet.passage_marks);
            hit.title_marks = marks_in(found, FieldId::Title);
        });
    }

    /// Calls `see` with the article and what the plan matches in it.
    template <class See>
    void look(const Segment& segment, std::size_t index, const AnalyzedArticle& analyzed, See&& see)
    {
        const Article& article = analyzed.article;
        tokenize(article.title_derived ? std::string_view{} : article.title, title_);
        tokenize(article.body, body_);
        const ArticleStream stream{index, ArticleLanguages{segment, snapshot_.names()}.of(index),
                                   segment.tokens.bytes(index)};
        std::optional<Error> failure;  // the article was read just now
        const SegmentView in_segment{segment, snapshot_.names(), deadline_, failure};
        const ArticleView view{in_segment, analyzed, stream, title_, body_};
        Highlights highlights;
        highlight(plan_, view, highlights);
        see(view, highlights);
    }

    const Snapshot& snapshot_;
    const PlanNode& plan_;
    HitDetail detail_;
    Deadline& deadline_;
    TokenList title_{};
    TokenList body_{};
};

/// Calls people as the facets do, and leaves out what the ledger says is nobody.
void show_people(const NameColumn& names, std::vector<Mention>& mentions)
{
    const auto is_nobody = [&names](Mention& mention) {
        if (mention.field != FieldId::Person) { return false; }
        const auto spellings = names.with_key(name_key(mention.value));
        if (spellings.empty()) { return false; }
        if (names.group(spellings.front()) == kNobody) { return true; }
        mention.value = std::string{names.spelling(names.shown(spellings.front()))};
        return false;
    };
    std::erase_if(mentions, is_nobody);
}

/// Where an article is. Fails with Usage if there is none.
Result<Snapshot::Place> place_of(const Snapshot& snapshot, const std::string& id)
{
    const auto place = snapshot.find(id);
    if (!place) { return Failure{place.error()}; }
    if (*place) { return **place; }
    return fail(ErrorKind::Usage, "there is no article '" + id + "' in the index",
                "ids are what find shows; --format json shows them whole");
}

}  // namespace

Result<Engine> Engine::open(const std::filesystem::path& index)
{
    return open(index, std::filesystem::path{});
}

Result<Engine> Engine::open(const std::filesystem::path& index, const std::filesystem::path& people)
{
    auto snapshot = open_with_people(index, people);
    if (!snapshot) { return Failure{snapshot.error()}; }
    return Engine{*std::move(snapshot), std::make_unique<Crew>()};
}

Result<Engine> Engine::open(const std::filesystem::path& index, std::size_t helpers)
{
    auto snapshot = open_with_people(index, {});
    if (!snapshot) { return Failure{snapshot.error()}; }
    return Engine{*std::move(snapshot), std::make_unique<Crew>(helpers)};
}

Result<PlanNode> Engine::plan(Planner& planner, const SearchRequest& request)
{
    auto plan = planner.plan(request.query);
    if (plan) { return plan; }
    Error error = plan.error();
    // A filter of an option stands nowhere in the query.
    if (error.offset.value_or(0) < kInOption) { error.text = request.text; }
    if (error.text.empty()) { error.offset.reset(); }
    return Failure{error};
}

Result<SearchResult> Engine::search(const SearchRequest& request)
{
    const auto begin = std::chrono::steady_clock::now();
    Deadline deadline{begin + request.time_limit};
    Planner planner{snapshot_, deadline, request.time_limit};
    const auto plan = Engine::plan(planner, request);
    if (!plan) { return Failure{plan.error()}; }
    auto done = collect(snapshot_, *plan, request, deadline, *crew_);
    if (!done) { return Failure{done.error()}; }
    Collected collected = *std::move(done);
    std::vector<RankedHit>& best = collected.best;
    if (is_reranked(request)) { rerank(snapshot_, *plan, request.ranking, best); }
    best.resize(std::min(best.size(), request.offset + request.limit));

    SearchResult result{.query = request.text,
                        .notes = request.notes,
                        .is_explained = request.explain,
                        .total = collected.total,
                        .offset = request.offset};
    result.notes.insert(result.notes.end(), planner.notes().begin(), planner.notes().end());
    auto facets = count_facets(facets_, snapshot_, request, collected.hits, deadline, *crew_);
    if (!facets) { return Failure{facets.error()}; }
    result.facets = *std::move(facets);
    if (request.explain ||
        (result.total == 0 && request.detail == HitDetail::All && request.added_after == 0)) {
        auto reported = report_clauses(planner, request, *plan, *crew_);
        if (!reported) { return Failure{reported.error()}; }
        ClauseReport report = *std::move(reported);
        result.clauses = std::move(report.clauses);
        result.why = std::move(report.why);
    }
    HitMaker maker{snapshot_, *plan, request.detail, deadline};
    for (std::size_t i = request.offset; i < best.size(); ++i) {
        if (deadline.look()) { return took_too_long(request.time_limit); }
        auto hit = maker.make(best[i]);
        if (!hit) { return Failure{hit.error()}; }
        result.hits.push_back(*std::move(hit));
    }
    result.took_ms =
        std::chrono::duration<double, std::milli>{std::chrono::steady_clock::now() - begin}.count();
    return result;
}

Result<std::uint64_t> Engine::each_hit(const SearchRequest& request,
                                       const std::function<bool(const Hit&)>& see)
{
    constexpr std::size_t kForgetAfter = 512;  // articles, some MiB of a mapped file
    Deadline deadline{std::chrono::steady_clock::now() + request.time_limit};
    Planner planner{snapshot_, deadline, request.time_limit};
    const auto plan = Engine::plan(planner, request);
    if (!plan) { return Failure{plan.error()}; }
    SearchRequest all = request;
    for (const Segment& segment : snapshot_.segments()) { all.limit += segment.articles(); }
    auto done = collect(snapshot_, *plan, all, deadline, *crew_);
    if (!done) { return Failure{done.error()}; }
    Collected collected = *std::move(done);
    std::vector<RankedHit>& best = collected.best;
    if (is_reranked(request)) { rerank(snapshot_, *plan, request.ranking, best); }
    Deadline never{Deadline::Clock::time_point::max()};
    HitMaker maker{snapshot_, *plan, request.detail, never};
    for (std::size_t i = request.offset; i < best.size(); ++i) {
        auto hit = maker.make(best[i]);
        if (!hit) { return Failure{hit.error()}; }
        if (!see(*hit)) { break; }
        if (i % kForgetAfter != 0) { continue; }
        for (const Segment& segment : snapshot_.segments()) { segment.forget(); }
    }
    return collected.total;
}

Result<FoundHits> Engine::find_all(const SearchRequest& request)
{
    Deadline deadline{std::chrono::steady_clock::now() + request.time_limit};
    Planner planner{snapshot_, deadline, request.time_limit};
    const auto plan = Engine::plan(planner, request);
    if (!plan) { return Failure{plan.error()}; }
    SearchRequest none = request;
    none.limit = 0;
    none.offset = 0;
    auto done = collect(snapshot_, *plan, none, deadline, *crew_);
    if (!done) { return Failure{done.error()}; }
    Collected collected = *std::move(done);
    FoundHits found{
        .total = collected.total, .hits = std::move(collected.hits), .notes = request.notes};
    found.notes.insert(found.notes.end(), planner.notes().begin(), planner.notes().end());
    return found;
}

Result<ShownArticle> Engine::show(const std::string& id)
{
    const auto place = place_of(snapshot_, id);
    if (!place) { return Failure{place.error()}; }
    auto article = snapshot_.segments()[place->segment].bodies.article(place->index);
    if (!article) { return Failure{article.error()}; }
    ShownArticle shown{*std::move(article)};
    show_people(snapshot_.names().of(FieldId::Person), shown.analyzed.mentions);
    return shown;
}

Result<ShownArticle> Engine::show(const std::string& id, const SearchRequest& request)
{
    auto found = show(id);
    if (!found) { return found; }
    ShownArticle shown = *std::move(found);
    const auto place = place_of(snapshot_, id);
    if (!place) { return Failure{place.error()}; }
    Deadline deadline{std::chrono::steady_clock::now() + request.time_limit};
    Planner planner{snapshot_, deadline, request.time_limit};
    const auto plan = Engine::plan(planner, request);
    if (!plan) { return Failure{plan.error()}; }
    HitMaker maker{snapshot_, *plan, HitDetail::All, deadline};
    maker.mark(snapshot_.segments()[place->segment], place->index, shown);
    return shown;
}

}  // namespace dateline::searcher
