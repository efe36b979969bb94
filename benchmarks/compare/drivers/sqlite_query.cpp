#include "benchmarks/compare/drivers/sqlite_query.hpp"

#include "benchmarks/compare/drivers/words.hpp"

namespace dateline::compare {
namespace {

void add_condition(std::string& conditions, std::string_view condition)
{
    conditions.append(conditions.empty() ? " WHERE " : " AND ").append(condition);
}

/// FROM and WHERE. CROSS JOIN is SQLite's way of fixing the order: the planner does not know how
/// many rows a MATCH has, and might ask FTS5 once for each article of a range.
std::string matching(const Question& question, bool with_article)
{
    const bool has_words = !question.words.empty();
    const bool in_country = !question.country.empty();
    std::string from = has_words ? " FROM text" : " FROM article";
    std::string where;
    if (has_words) { add_condition(where, "text MATCH ?1"); }
    if (has_words && (with_article || !question.from.empty())) {
        from += " CROSS JOIN article ON article.rowid = text.rowid";
    }
    if (in_country) {
        from += has_words ? " CROSS JOIN country ON country.article = text.rowid"
                          : " JOIN country ON country.article = article.rowid";
        add_condition(where, "country.code = ?4");
    }
    if (!question.from.empty()) { add_condition(where, "article.day BETWEEN ?2 AND ?3"); }
    return from + where;
}

}  // namespace

std::string fts5_expression(const Question& question)
{
    if (question.kind == "all") { return {}; }
    if (question.kind == "or") { return join_words(question, "\"", " OR ", "\""); }
    if (question.kind == "prefix") { return join_words(question, "\"", " AND ", "\" *"); }
    if (question.kind == "phrase") { return '"' + join_words(question, "", " ", "") + '"'; }
    if (question.kind == "near") {
        // FTS5 counts the words between the first and the last of them, those of the group
        // included.
        const std::size_t between = kNear + question.words.size() - 3;
        return "NEAR(" + join_words(question, "\"", " ", "\"") + ", " + std::to_string(between) +
               ')';
    }
    return join_words(question, "\"", " AND ", "\"");
}

std::string sqlite_top(const Question& question)
{
    std::string order;
    if (question.by_date) {
        order = " ORDER BY article.day DESC";
    } else if (!question.words.empty()) {
        order = " ORDER BY text.rank";
    }
    return "SELECT article.id" + matching(question, true) + order + " LIMIT 10";
}

std::string sqlite_count(const Question& question)
{
    return "SELECT count(*)" + matching(question, false);
}

}  // namespace dateline::compare
