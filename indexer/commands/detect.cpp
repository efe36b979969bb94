// detect: shows what would be indexed of each article, without an index.
#include "common/country.hpp"
#include "common/text/terminal.hpp"
#include "indexer/article_reader.hpp"
#include "indexer/commands/command.hpp"
#include "indexer/interrupt.hpp"
#include "indexer/run_output.hpp"

#include <nlohmann/json.hpp>

namespace dateline::indexer {
namespace {

using Json = nlohmann::ordered_json;

Json or_null(const std::string& text) { return text.empty() ? Json{} : Json{text}; }

Json mention_json(const Mention& mention)
{
    const bool has_place = mention.where != FieldId::Id;
    return {{"field", has_place ? Json{field(mention.where).name} : Json{}},
            {"text", mention.text},
            {"start", has_place ? Json{mention.begin} : Json{}},
            {"end", has_place ? Json{mention.end} : Json{}},
            {"rule", mention.rule}};
}

/// The marks of one field, grouped by value in order of first appearance.
Json values_json(const AnalyzedArticle& analyzed, FieldId id, const char* key)
{
    Json values = Json::array();
    for (const Mention& mention : analyzed.mentions) {
        if (mention.field != id) { continue; }
        auto known = std::find_if(values.begin(), values.end(),
                                  [&](const Json& v) { return v.at(key) == mention.value; });
        if (known == values.end()) {
            Json value{{key, mention.value}};
            if (id == FieldId::Mentions) {
                const auto date = parse_date(mention.value);
                value["precision"] = date ? Json{name_of(date->precision)} : Json{};
            }
            value["mentions"] = Json::array();
            values.push_back(std::move(value));
            known = values.end() - 1;
        }
        (*known)["mentions"].push_back(mention_json(mention));
    }
    return values;
}

void print_json(const AnalyzedArticle& analyzed, std::ostream& out)
{
    const Article& article = analyzed.article;
    const Json json{
        {"id", article.id},
        {"title", or_null(article.title)},
        {"title_derived", article.title_derived},
        {"date", article.date ? Json{to_string(*article.date)} : Json{}},
        {"date_precision", article.date ? Json{name_of(article.date->precision)} : Json{}},
        {"byline", article.byline},
        {"source", or_null(article.source)},
        {"url", or_null(article.url)},
        {"language", article.language},
        {"people", values_json(analyzed, FieldId::Person, "name")},
        {"countries", values_json(analyzed, FieldId::Country, "code")},
        {"dates", values_json(analyzed, FieldId::Mentions, "date")},
        {"body", article.body}};
    out << json.dump(-1, ' ', false, Json::error_handler_t::replace) << '\n';
}

void print_values(const AnalyzedArticle& analyzed, FieldId id, std::ostream& out)
{
    std::vector<std::string> seen;
    for (const Mention& mention : analyzed.mentions) {
        if (mention.field != id) { continue; }
        if (std::find(seen.begin(), seen.end(), mention.value) == seen.end()) {
            seen.push_back(mention.value);
            out << "  " << field(id).name << "  " << printable(mention.value) << "  ← \""
                << printable(mention.text) << "\" (" << mention.rule << ")\n";
        }
    }
}

void print_text(const AnalyzedArticle& analyzed, std::ostream& out)
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
    out << '\n';
}

Result<int> run_detect(const Call& call)
{
    auto opened = RunOutput::open(call.settings, call.err);
    if (!opened) { return Failure{opened.error()}; }
    const auto output = *std::move(opened);
    auto reader =
        ArticleReader::open(call.settings, call.arguments, output->summary(), output->progress());
    if (!reader) { return Failure{reader.error()}; }
    ArticleReader articles = *std::move(reader);
    catch_interrupts();
    Analyzer analyzer{call.settings.detectors};
    const auto print = call.settings.format == "json" ? print_json : print_text;
    while (!is_interrupted() && call.out) {
        auto article = articles.next();
        if (!article) { break; }
        article->analyzed.article.detected_by = analyzer.name();
        analyzer.analyze(article->analyzed);
        print(article->analyzed, call.out);
        output->summary().add(Outcome::Added);
    }
    return output->finish(is_interrupted());
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
