#include "benchmarks/compare/drivers/sqlite_query.hpp"

#include "benchmarks/compare/drivers/words.hpp"

namespace dateline::compare {
namespace {

/// FROM: FTS5 first, if there are words. CROSS JOIN is SQLite's way of fixing that order: the
/// planner does not know how many rows a MATCH has, and might ask FTS5 once for each article of a
/// range.
std::string tables(const Question& question, bool with_article)
{
    const bool in_country = !question.country.empty();
    if (question.words.empty()) {
        if (!in_country) { return " FROM article"; }
        return with_article ? " FROM country JOIN article ON article.rowid = country.article"
                            : " FROM country";
    }
    std::string from = " FROM text";
    if (with_article) { from += " CROSS JOIN article ON article.rowid = text.rowid"; }
    if (in_country) { from += " CROSS JOIN country ON country.article = text.rowid"; }
    return from;
}

std::string conditions(const Question& question)
{
    std::string where;
    const auto add = [&where](std::string_view condition) {
        where.append(where.empty() ? " WHERE " : " AND ").append(condition);
    };
    if (!question.words.empty()) { add("text MATCH ?1"); }
    if (!question.country.empty()) { add("country.code = ?4"); }
    if (!question.from.empty()) { add("article.day BETWEEN ?2 AND ?3"); }
    return where;
}

}  // namespace

std::string fts5_expression(const Question& question)
{
    if (question.kind == "all") { return {}; }
    if (question.kind == "or") { return join_words(question, "\"", " OR ", "\""); }
    if (question.kind == "prefix") { return join_words(question, "\"", " AND ", "\" *"); }
    if (question.kind == "phrase") { return '"' + join_words(question, "", " ", "") + '"'; }
    if (question.kind == "near") {
        // FTS5 counts the words from the first of the group to the last, neither included
        const std::size_t between = kNear + question.words.size() - 3;
        return "NEAR(" + join_words(question, "\"", " ", "\"") + ", " + std::to_string(between) +
               ')';
    }
    return join_words(question, "\"", " AND ", "\"");
}

std::string sqlite_top(const Question& question)
{
    const bool has_words = !question.words.empty();
    std::string best = has_words ? "text.rowid" : "article.rowid";
    best += " AS best" + tables(question, question.by_date || !question.from.empty() || !has_words);
    best += conditions(question);
    if (question.by_date) {
        best += " ORDER BY article.day DESC";
    } else if (has_words) {
        // The rank column means the same, but then FTS5 weighs and sorts all hits before the
        // conditions are tried. That was seen to be slower, with a date by far.
        best += " ORDER BY bm25(text)";
    }
    return "SELECT article.id FROM (SELECT " + best +
           " LIMIT 10) CROSS JOIN article ON article.rowid = best";
}

std::string sqlite_count(const Question& question)
{
    return "SELECT count(*)" + tables(question, !question.from.empty()) + conditions(question);
}

}  // namespace dateline::compare
