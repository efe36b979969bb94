#include "searcher/prompt/session.hpp"

#include "common/cli/tell.hpp"
#include "common/interrupt.hpp"
#include "common/text/blanks.hpp"
#include "common/text/number.hpp"
#include "searcher/commands/show.hpp"
#include "searcher/commands/tables.hpp"
#include "searcher/option_values.hpp"
#include "searcher/prompt/choices.hpp"
#include "searcher/prompt/prompt_commands.hpp"

#include <algorithm>
#include <fstream>
#include <functional>
#include <iterator>
#include <utility>

namespace dateline::searcher {
namespace {

constexpr std::size_t kMostViews = 100;  ///< that back() goes back

// What each facet offers, so that choices leave room for articles.
constexpr std::size_t kValues = 6;
constexpr std::size_t kPeriods = 12;

/// Keeps the most frequent periods of each facet, in order of time: of those that are alike, all or
/// none; and the last ones if all are alike.
void shorten_periods(SearchResult& result)
{
    for (Facet& facet : result.facets) {
        std::vector<FacetCount>& periods = facet.counts;
        const bool is_long = periods.size() > kPeriods;
        if (facet_kind(facet.id).way != FacetWay::Periods || !is_long) { continue; }
        std::vector<std::uint64_t> counts;
        for (const FacetCount& period : periods) { counts.push_back(period.articles); }
        std::sort(counts.begin(), counts.end(), std::greater<>{});
        const std::uint64_t too_few = counts[kPeriods];
        if (counts.front() == too_few) {
            periods.erase(periods.begin(), periods.end() - kPeriods);
        } else {
            std::erase_if(periods, [too_few](const FacetCount& period) {
                return period.articles <= too_few;
            });
        }
    }
}

/// What CURRENT says: another text is another generation.
std::string current_text(const std::filesystem::path& index)
{
    std::ifstream file{index / "CURRENT", std::ios::binary};
    return {std::istreambuf_iterator<char>{file}, {}};
}

Failure none_with_number(std::string_view what, std::size_t number, std::size_t first,
                         std::size_t last)
{
    std::string known = "there are none here";
    if (last >= first) {
        known = "here are " + std::to_string(first) + " to " + std::to_string(last);
    }
    return fail(
        ErrorKind::Usage, "there is no " + std::string{what} + " " + std::to_string(number),
        known + "; to find a number, write it in quotes: \"" + std::to_string(number) + "\"");
}

}  // namespace

Session::Session(const Call& call, Engine engine, std::uint64_t page, bool has_echo)
    : settings_(call.settings),
      out_(call.out),
      err_(call.err),
      engine_(std::move(engine)),
      generation_(current_line(engine_.snapshot().manifest())),
      has_echo_(has_echo)
{
    settings_.limit = page;
    settings_.facet_limit = kValues;
}

Status Session::take(std::string_view line)
{
    line = without_blanks(line);
    if (line.empty()) { return Done{}; }
    const auto read = read_prompt_line(line);
    if (!read) { return Failure{read.error()}; }
    return read->command == nullptr ? ask(line) : read->command->run(*this, read->value);
}

Result<View> Session::view() const
{
    if (!views_.empty()) { return views_.back(); }
    return fail(ErrorKind::Usage, "nothing was asked yet", "type a query, or :help");
}

void Session::follow_index()
{
    const std::filesystem::path index = engine_.snapshot().path();
    if (current_text(index) == generation_) { return; }
    auto opened = Engine::open(index, settings_.people);
    if (!opened) { return; }  // being written: the next query tries again
    engine_ = *std::move(opened);
    generation_ = current_line(engine_.snapshot().manifest());
    cli::tell(kProgramName, "note: the index has changed; this is its newest generation", err_);
}

Status Session::search(const View& view)
{
    follow_index();
    Settings settings = settings_;
    settings.sort = view.sort;
    settings.offset = view.offset;
    const auto request = request_of(settings, view.query, view.clauses);
    if (!request) { return Failure{request.error()}; }
    auto result = engine_.search(*request);
    if (!result && is_cancelled()) { return fail(ErrorKind::Timeout, "cancelled"); }
    if (!result) { return Failure{result.error()}; }
    result_ = *std::move(result);
    shorten_periods(result_);
    tell_notes(call(), result_.notes);
    write(view);
    return Done{};
}

Status Session::show(View view)
{
    auto searched = search(view);
    if (!searched) { return searched; }
    views_.push_back(std::move(view));
    if (views_.size() > kMostViews) { views_.erase(views_.begin()); }
    return Done{};
}

void Session::write_head(const View& view, Sheet& sheet) const
{
    InkedText head{view.query, Ink::Strong};
    std::size_t number = 0;
    for (const std::string& clause : view.clauses) {
        head.append("  -" + std::to_string(++number) + "\u00a0", Ink::Dim);
        head.append(clause, Ink::Strong);
    }
    sheet.write_block(head, {});
}

void Session::write(const View& view)
{
    Style style = style_of_output(settings_);
    style.is_brief = true;
    Sheet sheet{out_, style};
    if (!std::exchange(is_seen_, false)) { write_head(view, sheet); }
    settings_.format->write(result_, style, out_);
    const std::uint64_t last = result_.offset + result_.hits.size();
    if (last < result_.total && !result_.hits.empty()) {
        sheet.write_break();
        sheet.write_line(InkedText{with_commas(result_.offset + 1) + " to " + with_commas(last) +
                                       " of " + with_commas(result_.total) + "; :more",
                                   Ink::Dim});
    }
    write_choices(sheet, result_);
}

Status Session::ask(std::string_view query)
{
    is_seen_ = has_echo_;
    auto shown = show({.query = std::string{query}, .sort = settings_.sort});
    is_seen_ = false;
    return shown;
}

Status Session::open_article(std::size_t number, bool why)
{
    const auto current = view();
    if (!current) { return Failure{current.error()}; }
    const std::size_t first = result_.offset + 1;
    const std::size_t last = result_.offset + result_.hits.size();
    if (number < first || number > last) {
        return none_with_number("article", number, first, last);
    }
    Settings settings = settings_;
    settings.why = why;
    settings.quiet = true;  // that a query for a country marks no word is no news here
    const auto request = request_of(settings, current->query, current->clauses);
    if (!request) { return Failure{request.error()}; }
    const auto shown = show_article({settings, no_words_, out_, err_}, engine_,
                                    result_.hits[number - first].id, &*request);
    return shown ? Status{Done{}} : Failure{shown.error()};
}

Status Session::open(std::size_t number) { return open_article(number, false); }

Status Session::open_with_receipts(std::size_t number) { return open_article(number, true); }

Status Session::choose(std::size_t number)
{
    auto current = view();
    if (!current) { return Failure{current.error()}; }
    const std::vector<std::string> choices = choices_of(result_);
    if (number == 0 || number > choices.size()) {
        return none_with_number("choice", number, 1, choices.size());
    }
    View next = *std::move(current);
    const std::string& clause = choices[number - 1];
    if (std::find(next.clauses.begin(), next.clauses.end(), clause) != next.clauses.end()) {
        return fail(ErrorKind::Usage, clause + " is chosen already", ":back, or -N to drop it");
    }
    next.clauses.push_back(clause);
    next.offset = 0;
    return show(std::move(next));
}

Status Session::drop(std::size_t number)
{
    auto current = view();
    if (!current) { return Failure{current.error()}; }
    View next = *std::move(current);
    if (number == 0 || number > next.clauses.size()) {
        return none_with_number("choice to drop", number, 1, next.clauses.size());
    }
    next.clauses.erase(next.clauses.begin() + static_cast<std::ptrdiff_t>(number - 1));
    next.offset = 0;
    return show(std::move(next));
}

Status Session::more()
{
    auto current = view();
    if (!current) { return Failure{current.error()}; }
    View next = *std::move(current);
    next.offset = result_.offset + result_.hits.size();
    if (next.offset >= result_.total) {
        return fail(ErrorKind::Usage, "there are no more articles",
                    ":back shows the page before this one");
    }
    return show(std::move(next));
}

Status Session::back()
{
    if (views_.size() < 2) {
        return fail(ErrorKind::Usage, "there is nothing before this", "type a query, or :help");
    }
    auto searched = search(views_[views_.size() - 2]);
    if (searched) { views_.pop_back(); }
    return searched;
}

Status Session::list()
{
    const auto current = view();
    return current ? search(*current) : Failure{current.error()};
}

Status Session::sort(std::string_view order)
{
    const Settings before = settings_;
    if (auto set = set_sort(settings_, std::string{order}); !set) { return set; }
    if (views_.empty()) { return Done{}; }
    View next = views_.back();
    next.sort = settings_.sort;
    next.offset = 0;
    auto shown = show(std::move(next));
    if (!shown) { settings_ = before; }
    return shown;
}

Status Session::facets(std::string_view list)
{
    const Settings before = settings_;
    if (auto set = set_facets(settings_, std::string{list}); !set) { return set; }
    auto shown = views_.empty() ? Status{Done{}} : search(views_.back());
    if (!shown) { settings_ = before; }
    return shown;
}

Status Session::help()
{
    write_prompt_help(out_);
    return Done{};
}

}  // namespace dateline::searcher
