#include "searcher/bench/query_log.hpp"

#include "common/storage/file.hpp"
#include "common/text/number.hpp"
#include "common/text/utf8.hpp"

namespace dateline::searcher {
namespace {

struct RawLine {
    std::string text{};  ///< without its line break; cut behind kMaxLineBytes
    bool is_cut = false;
};

/// The next line, however long it is; nothing at the end.
std::optional<RawLine> next_line(std::istream& in)
{
    RawLine line;
    bool is_there = false;
    for (char c = 0; in.get(c);) {
        is_there = true;
        if (c == '\n') { break; }
        if (line.text.size() == kMaxLineBytes) {
            line.is_cut = true;
        } else {
            line.text += c;
        }
    }
    if (!is_there) { return {}; }
    if (!line.is_cut && line.text.ends_with('\r')) { line.text.pop_back(); }
    return line;
}

bool is_skipped(const RawLine& line)
{
    const bool is_blank = line.text.find_first_not_of(" \t") == std::string::npos;
    return line.text.starts_with('#') || (is_blank && !line.is_cut);
}

std::optional<Error> refusal_of(const RawLine& line, const std::string& text,
                                const SavedSource& saved)
{
    if (line.is_cut) {
        return Error{.kind = ErrorKind::QuerySyntax,
                     .message = "the line has more than " + with_commas(kMaxLineBytes) + " bytes",
                     .hint = "one query a line"};
    }
    if (!is_utf8(line.text)) {
        return Error{.kind = ErrorKind::QuerySyntax,
                     .message = "the query is not valid UTF-8",
                     .hint = "convert the file, for example with iconv"};
    }
    const auto parsed = parse_query(text, today(), saved);
    if (!parsed) { return parsed.error(); }
    return {};
}

LoggedQuery query_of(std::uint64_t number, const RawLine& line, const SavedSource& saved)
{
    LoggedQuery query{.line = number};
    const std::size_t tab = line.text.find('\t');
    if (tab != std::string::npos) { query.name = clean_text(line.text.substr(0, tab)).text; }
    query.text = clean_text(line.text.substr(tab == std::string::npos ? 0 : tab + 1)).text;
    query.refusal = refusal_of(line, query.text, saved);
    return query;
}

}  // namespace

Result<std::vector<LoggedQuery>> read_query_log(std::istream& in, std::string_view called,
                                                const SavedSource& saved)
{
    const std::string name = "'" + std::string{called} + "'";
    std::vector<LoggedQuery> queries;
    std::uint64_t number = 0;
    for (auto line = next_line(in); line; line = next_line(in)) {
        constexpr std::string_view kByteOrderMark = "\xEF\xBB\xBF";
        if (++number == 1 && line->text.starts_with(kByteOrderMark)) {
            line->text.erase(0, kByteOrderMark.size());
        }
        if (is_skipped(*line)) { continue; }
        if (queries.size() == kMaxQueries) {
            return fail(ErrorKind::Usage,
                        name + " has more than " + with_commas(kMaxQueries) + " queries",
                        "draw some, for example with shuf -n " + std::to_string(kMaxQueries));
        }
        queries.push_back(query_of(number, *line, saved));
    }
    if (in.bad()) { return fail(ErrorKind::Io, "cannot read " + name); }
    if (queries.empty()) {
        return fail(ErrorKind::Usage, "there is no query in " + name,
                    "one query a line; lines that begin with # are skipped");
    }
    return queries;
}

std::string hash_of(const std::vector<LoggedQuery>& queries)
{
    std::string texts;
    for (const LoggedQuery& query : queries) { texts += query.text + '\n'; }
    return hash_hex(texts);
}

}  // namespace dateline::searcher
