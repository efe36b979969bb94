// detect: shows what would be indexed of each article, without an index.
#include "common/interrupt.hpp"
#include "common/schema/article_json.hpp"
#include "common/schema/mark_rule.hpp"
#include "common/schema/mention_groups.hpp"
#include "common/text/json_line.hpp"
#include "common/text/terminal.hpp"
#include "indexer/article_reader.hpp"
#include "indexer/commands/command.hpp"
#include "indexer/run_output.hpp"

#include <nlohmann/json.hpp>

namespace dateline::indexer {
namespace {

/// Each value once, with the first of its marks.
void print_values(const AnalyzedArticle& analyzed, FieldId id, std::ostream& out)
{
    for (const MentionGroup& group : group_mentions(analyzed, id)) {
        const Mention& first = *group.mentions.front();
        out << "  " << field(id).name << "  " << printable(group.value) << "  ← \""
            << printable(first.text) << "\" (" << first.rule << ")\n";
    }
}

void print_receipts(const std::vector<Receipt>& receipts, std::ostream& out)
{
    for (const Receipt& receipt : receipts) {
        out << "  why  " << receipt.field << "  " << printable(receipt.value) << "  ← "
            << receipt.rule;
        if (receipt.line != 0) {
            out << ", line " << receipt.line << ", bytes " << receipt.begin << '-' << receipt.end;
        }
        out << '\n';
    }
}

/// Every mark: what stands where, the rule and the detector that made of it what it stands for.
void print_marks(const AnalyzedArticle& analyzed, std::ostream& out)
{
    for (const Mention& mention : analyzed.mentions) {
        out << "  why  " << field(mention.field).name << "  " << printable(mention.value) << "  ← "
            << mention.rule;
        if (mention.where != FieldId::Id) {
            out << ", \"" << printable(mention.text) << "\", " << field(mention.where).name << ' '
                << mention.begin << '-' << mention.end << ", "
                << detected_by(analyzed.article, mention.field);
        }
        out << '\n';
    }
}

void print_text(const AnalyzedArticle& analyzed, const std::vector<Receipt>* why, std::ostream& out)
{
    const Article& article = analyzed.article;
    out << printable(article.title) << (article.title_derived ? "  (first sentence)" : "") << '\n'
        << "  id  " << printable(article.id) << '\n';
    if (article.date) {
        out << "  date  " << to_string(*article.date) << " (" << article.date_rule << ")\n";
    }
    for (const std::string& name : article.byline) {
        out << "  byline  " << printable(name) << '\n';
    }
    if (!article.source.empty()) { out << "  source  " << printable(article.source) << '\n'; }
    out << "  lang  " << article.language << '\n';
    for (const FieldId id : {FieldId::Person, FieldId::Country, FieldId::Mentions}) {
        print_values(analyzed, id, out);
    }
    if (why != nullptr) {
        print_receipts(*why, out);
        print_marks(analyzed, out);
    }
    out << '\n';
}

void print_json(const AnalyzedArticle& analyzed, const std::vector<Receipt>* why, std::ostream& out)
{
    auto json = article_json(analyzed);
    if (why != nullptr) {
        json["detected_by"] = detected_by_json(analyzed.article);
        auto& list = json["why"] = nlohmann::ordered_json::array();
        for (const Receipt& receipt : *why) {
            nlohmann::ordered_json row{{"field", receipt.field}, {"value", receipt.value},
                                       {"rule", receipt.rule},   {"line", nullptr},
                                       {"start", nullptr},       {"end", nullptr}};
            if (receipt.line != 0) {
                row["line"] = receipt.line;
                row["start"] = receipt.begin;
                row["end"] = receipt.end;
            }
            list.push_back(std::move(row));
        }
    }
    write_json_line(json, out);
}

Result<int> run_detect(const Call& call)
{
    auto dumps = find_dumps(call.arguments);
    if (!dumps) { return Failure{dumps.error()}; }
    auto opened = RunOutput::open(call.settings, *dumps, call.err);
    if (!opened) { return Failure{opened.error()}; }
    const auto output = *std::move(opened);
    ArticleReader articles{call.settings, *std::move(dumps), output->summary(), output->progress()};
    catch_interrupts();
    Analyzer analyzer{call.settings.detectors};
    const auto print = call.settings.format == "json" ? print_json : print_text;
    const Receipts receipts = call.settings.why ? Receipts::Wanted : Receipts::Unwanted;
    while (!is_interrupted() && call.out) {
        auto record = articles.next(receipts);
        if (!record) { break; }
        AnalyzedArticle& article = *record->analyzed;
        article.article.detected_by = analyzer.name();
        analyzer.analyze(article);
        print(article, call.settings.why ? &record->receipts : nullptr, call.out);
        output->summary().add(Outcome::Added);
    }
    return output->finish(is_interrupted(), "looked at");
}

}  // namespace

extern const Command detect_command{
    .name = "detect",
    .arguments = "PATH… | -",
    .summary = "Shows what would be indexed of each article, without writing an index",
    .example = "dateline-index detect --format json article.txt",
    .run = run_detect,
};

}  // namespace dateline::indexer
