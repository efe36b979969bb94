#include "indexer/boilerplate.hpp"

#include "common/storage/file.hpp"
#include "common/text/utf8.hpp"
#include "indexer/furniture.hpp"
#include "indexer/line.hpp"
#include "indexer/one_line.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <charconv>
#include <fstream>
#include <iterator>
#include <xxhash.h>

namespace dateline::indexer {
namespace {

constexpr std::string_view kDrop = "drop";
constexpr std::string_view kKeep = "keep";
constexpr std::string_view kHeading =
    "# drop: furniture, left out of bodies; keep: part of its articles. Read by the next add.\n"
    "# state\tarticles\tsource\tparagraph\n";

Failure bad_line(std::size_t number, const std::string& message)
{
    return fail(ErrorKind::InputFormat,
                std::string{kBoilerplateFile} + ", line " + std::to_string(number) + ": " + message,
                "a line holds drop or keep, a number of articles, a source and a paragraph, "
                "between tabs; dateline-index boilerplate writes the file");
}

Result<BoilerplateRow> parse_row(std::string_view line, std::size_t number)
{
    std::array<std::string_view, 4> columns{};
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const std::size_t tab = line.find('\t');
        if ((tab == std::string_view::npos) != (i + 1 == columns.size())) {
            return bad_line(number, "it has not four columns");
        }
        columns[i] = line.substr(0, tab);
        line.remove_prefix(std::min(line.size(), columns[i].size() + 1));
    }
    if (columns[0] != kDrop && columns[0] != kKeep) {
        return bad_line(number, "'" + std::string{columns[0]} + "' is neither drop nor keep");
    }
    BoilerplateRow row{.drop = columns[0] == kDrop,
                       .source = std::string{columns[2]},
                       .paragraph = in_one_line(columns[3])};
    const auto* const end = columns[1].data() + columns[1].size();
    const auto read = std::from_chars(columns[1].data(), end, row.articles);
    if (read.ec != std::errc{} || read.ptr != end) {
        return bad_line(number, "'" + std::string{columns[1]} + "' is no number of articles");
    }
    if (row.paragraph.empty() || columns[3].size() > kLongestBoilerplate) {
        return bad_line(number, "its paragraph has to have 1 to " +
                                    std::to_string(kLongestBoilerplate) + " bytes");
    }
    return row;
}

/// Whether lines are broken where prose was wrapped: then only empty lines part paragraphs.
bool is_wrapped_prose(const std::vector<std::string_view>& lines)
{
    constexpr std::size_t kNarrow = 100;
    std::size_t followed = 0;
    std::size_t open = 0;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (lines[i].size() > kNarrow) { return false; }
        if (trimmed(lines[i]).empty() || trimmed(lines[i + 1]).empty()) { continue; }
        ++followed;
        open += ends_sentence(lines[i]) ? 0 : 1;
    }
    return followed > 2 && 2 * open > followed;
}

}  // namespace

std::uint64_t paragraph_key(std::string_view source, std::string_view paragraph)
{
    const std::string same = fold(in_one_line(paragraph));
    return XXH3_64bits_withSeed(same.data(), same.size(),
                                XXH3_64bits(source.data(), source.size()));
}

std::vector<std::string_view> paragraphs_of(std::string_view body)
{
    const auto lines = lines_of(body);
    const bool wrapped = is_wrapped_prose(lines);
    std::vector<std::string_view> paragraphs;
    bool goes_on = false;
    for (const std::string_view line : lines) {
        const std::string_view text = trimmed(line);
        if (text.empty()) {
            goes_on = false;
            continue;
        }
        if (wrapped && goes_on) {
            const char* const begin = paragraphs.back().data();
            const char* const end = text.data() + text.size();
            paragraphs.back() = {begin, static_cast<std::size_t>(end - begin)};
        } else {
            paragraphs.push_back(text);
        }
        goes_on = true;
    }
    return paragraphs;
}

Boilerplate::Boilerplate(std::vector<BoilerplateRow> rows) { learn(rows); }

Result<Boilerplate> Boilerplate::open(const std::filesystem::path& index)
{
    const auto path = index / kBoilerplateFile;
    std::error_code problem;
    if (!std::filesystem::exists(path, problem)) { return Boilerplate{}; }
    // Copied, not mapped: people edit it while programs read.
    std::ifstream file{path, std::ios::binary};
    const std::string text{std::istreambuf_iterator<char>{file}, {}};
    if (!file) { return io_failure("read", path, EIO); }
    return parse(text);
}

Result<Boilerplate> Boilerplate::parse(std::string_view text)
{
    std::vector<BoilerplateRow> rows;
    std::size_t number = 0;
    for (std::string_view line : lines_of(text)) {
        ++number;
        if (line.ends_with('\r')) { line.remove_suffix(1); }
        if (!is_utf8(line)) { return bad_line(number, "it is not UTF-8"); }
        if (trimmed(line).empty() || line.starts_with('#')) { continue; }
        auto row = parse_row(line, number);
        if (!row) { return Failure{row.error()}; }
        rows.push_back(*std::move(row));
    }
    return Boilerplate{std::move(rows)};
}

std::string Boilerplate::text() const
{
    std::string text{kHeading};
    for (const BoilerplateRow& row : rows_) {
        text += row.drop ? kDrop : kKeep;
        text += '\t' + std::to_string(row.articles) + '\t' + row.source + '\t' + row.paragraph;
        text += '\n';
    }
    return text;
}

void Boilerplate::learn(const std::vector<BoilerplateRow>& rows)
{
    for (const BoilerplateRow& row : rows) {
        const std::uint64_t key = paragraph_key(row.source, row.paragraph);
        const auto [known, is_new] = by_key_.try_emplace(key, rows_.size());
        if (is_new) {
            rows_.push_back(row);
        } else {
            rows_[known->second].articles = row.articles;
        }
    }
}

bool Boilerplate::drops(std::string_view source, std::string_view paragraph) const
{
    if (paragraph.size() > kLongestBoilerplate) { return false; }
    const auto known = by_key_.find(paragraph_key(source, paragraph));
    return known != by_key_.end() && rows_[known->second].drop;
}

void Boilerplate::apply(Article& article) const
{
    if (rows_.empty()) { return; }
    const std::string_view body = article.body;
    std::string kept;
    std::string furniture = article.furniture;
    std::size_t last = 0;
    bool dropped = false;
    for (const std::string_view paragraph : paragraphs_of(body)) {
        const auto begin = static_cast<std::size_t>(paragraph.data() - body.data());
        if (drops(article.source, paragraph)) {
            dropped = true;  // with the line breaks before it
            for (const std::string_view line : lines_of(paragraph)) {
                add_furniture(furniture, line);
            }
        } else {
            kept += body.substr(last, begin + paragraph.size() - last);
        }
        last = begin + paragraph.size();
    }
    const std::string_view rest = trimmed(kept);
    if (!dropped || rest.empty()) { return; }
    article.body = std::string{rest};
    article.furniture = std::move(furniture);
    if (article.title_derived) { article.title = first_sentence(article.body); }
}

}  // namespace dateline::indexer
