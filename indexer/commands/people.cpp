// people: who is in the index under which names, which names may be one person's, and whether the
// ledger that says so is in order.
#include "common/cli/fit.hpp"
#include "common/cli/values.hpp"
#include "common/text/number.hpp"
#include "common/text/terminal.hpp"
#include "indexer/commands/command.hpp"
#include "indexer/known_people.hpp"

#include <nlohmann/json.hpp>
#include <sstream>

namespace dateline::indexer {
namespace {

using Json = nlohmann::ordered_json;

void print_line(const Json& json, std::ostream& out)
{
    out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

std::string days_text(const std::optional<DayRange>& days)
{
    if (!days) { return {}; }
    return " " + to_string(Date{days->first, Precision::Day}) + ".." +
           to_string(Date{days->last, Precision::Day});
}

// ---- the list ----

void print_person_json(const KnownPerson& person, std::ostream& out)
{
    Json forms = Json::array();
    for (const PersonForm& form : person.forms) {
        forms.push_back({{"name", form.name}, {"articles", form.articles}, {"rule", form.rule}});
    }
    Json roles = Json::array();
    for (const LedgerRole& role : person.roles) {
        Json json{{"title", role.title}, {"from", nullptr}, {"to", nullptr}};
        if (role.days) {
            json["from"] = to_string(Date{role.days->first, Precision::Day});
            json["to"] = to_string(Date{role.days->last, Precision::Day});
        }
        roles.push_back(std::move(json));
    }
    print_line({{"name", person.name},
                {"articles", person.articles},
                {"forms", std::move(forms)},
                {"roles", std::move(roles)}},
               out);
}

void print_person_text(const KnownPerson& person, std::ostream& out)
{
    const std::string count = with_commas(person.articles);
    out << std::string(count.size() < 9 ? 9 - count.size() : 0, ' ') << count << "  "
        << printable(person.name) << '\n';
    for (const LedgerRole& role : person.roles) {
        out << "             role: " << printable(role.title) << days_text(role.days) << '\n';
    }
    for (const PersonForm& form : person.forms) {
        if (form.name == person.name) { continue; }
        out << "             " << printable(form.name) << " (" << with_commas(form.articles)
            << "): " << form.reason << '\n';
    }
}

Result<int> list_people(const Call& call, const Snapshot& snapshot)
{
    const auto people = known_people(snapshot, call.arguments, call.settings.limit);
    if (call.settings.format == "json") {
        for (const KnownPerson& person : people) { print_person_json(person, call.out); }
        return 0;
    }
    std::ostringstream text;
    for (const KnownPerson& person : people) { print_person_text(person, text); }
    cli::write_fitted(text.view(), call.out);
    return 0;
}

// ---- proposals ----

void print_proposals_text(const std::vector<PersonProposal>& proposals, std::ostream& out)
{
    for (std::size_t i = 0; i < kLedgerColumns.size(); ++i) {
        out << (i == 0 ? "" : "\t") << kLedgerColumns[i].name;
    }
    out << '\n';
    for (const PersonProposal& proposal : proposals) {
        for (const ProposedName& name : proposal.names) {
            out << "# " << printable(name.name) << " (" << with_commas(name.articles) << ") and "
                << printable(proposal.person) << " (" << with_commas(proposal.articles)
                << "): " << info(name.rule).summary << '\n';
        }
        out << printable(proposal.person) << '\t';
        for (std::size_t i = 0; i < proposal.names.size(); ++i) {
            out << (i == 0 ? "" : "; ") << printable(proposal.names[i].name);
        }
        out << "\t\t\t\n";
    }
}

Result<int> propose(const Call& call, const Snapshot& snapshot)
{
    const auto proposals = proposed_people(snapshot, call.settings.limit);
    if (call.settings.format != "json") {
        print_proposals_text(proposals, call.out);
        return 0;
    }
    for (const PersonProposal& proposal : proposals) {
        for (const ProposedName& name : proposal.names) {
            print_line({{"name", name.name},
                        {"articles", name.articles},
                        {"person", proposal.person},
                        {"person_articles", proposal.articles},
                        {"rule", info(name.rule).name},
                        {"reason", info(name.rule).summary}},
                       call.out);
        }
    }
    return 0;
}

// ---- the ledger ----

/// Prints every problem of the ledger; a name that no article has is told, but is none.
Result<int> check_ledger(const Call& call, const std::filesystem::path& index)
{
    const auto file = call.settings.people.empty() ? ledger_path(index) : call.settings.people;
    const auto snapshot = Snapshot::open(index);
    if (!snapshot) { return Failure{snapshot.error()}; }
    auto text = read_ledger_text(file);
    if (!text) { return Failure{text.error()}; }
    std::vector<LedgerProblem> problems;
    const Ledger ledger = Ledger::parse(*std::move(text), problems);
    const std::size_t wrong = problems.size();
    for (const LedgerRow& row : ledger.rows()) { add_unknown_names(row, *snapshot, problems); }
    for (std::size_t i = 0; i < problems.size(); ++i) {
        const LedgerProblem& problem = problems[i];
        if (call.settings.format == "json") {
            print_line({{"line", problem.line},
                        {"wrong", i < wrong},
                        {"message", problem.message},
                        {"hint", problem.hint}},
                       call.out);
            continue;
        }
        call.out << "line " << problem.line << ": " << (i < wrong ? "" : "note: ")
                 << printable(problem.message) << '\n';
        if (!problem.hint.empty()) { call.out << "  hint: " << problem.hint << '\n'; }
    }
    if (call.settings.format != "json") {
        call.out << with_commas(ledger.rows().size()) << " people, " << wrong << " wrong lines\n";
    }
    return wrong == 0 ? 0 : info(ErrorKind::InputFormat).exit_code;
}

Result<int> run_people(const Call& call)
{
    const auto index = cli::index_path(call.settings.index);
    if (!index) { return Failure{index.error()}; }
    if (call.settings.check) { return check_ledger(call, *index); }
    const auto snapshot = open_with_people(*index, call.settings.people);
    if (!snapshot) { return Failure{snapshot.error()}; }
    return call.settings.propose ? propose(call, *snapshot) : list_people(call, *snapshot);
}

}  // namespace

extern const Command people_command{
    .name = "people",
    .arguments = "[WORD…]",
    .summary =
        "Lists people with all forms of their names, proposes whom to join, checks people.tsv",
    .example = "dateline-index people --index news.idx --propose > proposals.tsv",
    .run = run_people,
};

}  // namespace dateline::indexer
