#include "common/storage/saved_queries.hpp"

#include "common/storage/file.hpp"
#include "common/storage/snapshot.hpp"
#include "common/text/blanks.hpp"
#include "common/text/characters.hpp"
#include "common/text/edit_distance.hpp"
#include "common/text/lines.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>
#include <cerrno>
#include <fcntl.h>
#include <sys/file.h>
#include <unordered_map>

namespace dateline {
namespace {

constexpr std::size_t kMostBytes = std::size_t{64} << 20U;

bool is_passed_over(std::string_view line)
{
    return line.starts_with('#') || without_blanks(line).empty();
}

Result<SavedQuery> read_line(std::string_view line, std::size_t number)
{
    const std::size_t tab = line.find('\t');
    if (tab == line.npos) {
        return fail(ErrorKind::InputFormat, "it has no tab",
                    "write a name, a tab and a query; lines that begin with # are comments");
    }
    SavedQuery query{.name = std::string{without_blanks(line.substr(0, tab))},
                     .text = std::string{without_blanks(line.substr(tab + 1))},
                     .line = number};
    query.key = fold(query.name);
    if (const auto checked = check_saved_name(query.name); !checked) {
        return fail(ErrorKind::InputFormat, checked.error().message, checked.error().hint);
    }
    if (query.text.empty()) {
        return fail(ErrorKind::InputFormat, "it has no query", "write one behind the tab");
    }
    if (query.text.size() > kMaxSavedBytes) {
        return fail(ErrorKind::InputFormat,
                    "its query is longer than " + std::to_string(kMaxSavedBytes) + " bytes",
                    "save parts of it, and name them with saved:");
    }
    return query;
}

}  // namespace

Status check_saved_name(std::string_view name)
{
    bool is_name = !name.empty() && is_utf8(name);
    for (std::string_view rest = name; is_name && !rest.empty();) {
        const char32_t c = take_code_point(rest);
        const CharacterClass kind = character_class(c);
        is_name = kind == CharacterClass::Word || kind == CharacterClass::Dictionary || c == '-' ||
                  c == '_' || c == '.';
    }
    if (is_name && name.size() <= kMaxSavedNameBytes) { return Done{}; }
    return fail(ErrorKind::Usage, "'" + std::string{name} + "' is no name for a query",
                "letters, digits, - _ and . make a name, at most " +
                    std::to_string(kMaxSavedNameBytes) + " bytes: oil-sanctions");
}

Result<SavedQueries> SavedQueries::parse(std::string text, const std::filesystem::path& file)
{
    std::size_t number = 0;
    const auto at_line = [&](const Error& error) {
        return fail(
            error.kind,
            "'" + file.string() + "', line " + std::to_string(number) + ": " + error.message,
            error.hint);
    };
    for (std::string_view rest = text; !rest.empty();) {
        ++number;
        if (is_utf8(take_line(rest))) { continue; }
        return at_line({.kind = ErrorKind::InputFormat,
                        .message = "it is not valid UTF-8",
                        .hint = "save the file as UTF-8 text"});
    }
    SavedQueries saved;
    saved.text_ = clean_text(text).text;
    std::unordered_map<std::string, std::size_t> lines;
    number = 0;
    for (std::string_view rest = saved.text_; !rest.empty();) {
        ++number;
        const std::string_view line = take_line(rest);
        if (is_passed_over(line)) { continue; }
        auto read = read_line(line, number);
        if (!read) { return at_line(read.error()); }
        const auto [before, is_new] = lines.try_emplace(read->key, number);
        if (!is_new || saved.queries_.size() == kMaxSaved) {
            return at_line(
                {.kind = ErrorKind::InputFormat,
                 .message = is_new ? "there are more than " + std::to_string(kMaxSaved) + " queries"
                                   : "'" + read->name + "' is the name of line " +
                                         std::to_string(before->second) + " already",
                 .hint = is_new ? "" : "take another name, or remove one of the lines"});
        }
        saved.queries_.push_back(*std::move(read));
    }
    return saved;
}

Result<SavedQueries> SavedQueries::read(const std::filesystem::path& file)
{
    std::error_code problem;
    const std::uintmax_t size = std::filesystem::file_size(file, problem);
    if (problem == std::errc::no_such_file_or_directory) { return SavedQueries{}; }
    if (problem) { return io_failure("read", file, problem.value()); }
    if (size > kMostBytes) {
        return fail(ErrorKind::InputFormat, "'" + file.string() + "' is too long for saved queries",
                    "it may have 64 MB");
    }
    const auto mapped = MappedFile::open(file);
    if (!mapped) { return Failure{mapped.error()}; }
    return parse(std::string{mapped->bytes()}, file);
}

const SavedQuery* SavedQueries::find(std::string_view name) const
{
    const std::string key = fold(name);
    const auto found = std::find_if(queries_.begin(), queries_.end(),
                                    [&](const SavedQuery& query) { return query.key == key; });
    return found == queries_.end() ? nullptr : &*found;
}

std::string_view SavedQueries::nearest(std::string_view name) const
{
    std::vector<std::string_view> names;
    for (const SavedQuery& query : queries_) { names.push_back(query.name); }
    return nearest_name(name, names);
}

std::string SavedQueries::text_with(std::string_view name, std::string_view query) const
{
    std::string text = text_;
    if (text.empty()) { text = "# name <tab> query: saved:name, dateline-search saved, digest\n"; }
    if (!text.ends_with('\n')) { text += '\n'; }
    return text.append(name) + '\t' + std::string{query} + '\n';
}

std::string SavedQueries::text_without(const SavedQuery& query) const
{
    std::string text;
    std::size_t number = 0;
    for (std::string_view rest = text_; !rest.empty();) {
        const std::string_view line = take_line(rest);
        if (++number != query.line) { text.append(line) += '\n'; }
    }
    return text;
}

Status change_saved(const std::filesystem::path& file,
                    const std::function<Result<std::string>(const SavedQueries&)>& edit)
{
    std::error_code problem;
    // Of a link, the file that it leads to is changed.
    auto target = std::filesystem::absolute(file, problem);
    if (!problem) { target = std::filesystem::weakly_canonical(target, problem); }
    if (problem) { return io_failure("read", file, problem.value()); }
    const auto folder = target.parent_path();
    const LockedFile lock{::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC)};
    if (lock.descriptor() < 0) { return io_failure("open the folder", folder); }
    while (::flock(lock.descriptor(), LOCK_EX) != 0) {
        if (errno != EINTR) { return io_failure("lock the folder", folder); }
    }
    const auto queries = SavedQueries::read(target);
    if (!queries) { return Failure{queries.error()}; }
    const auto text = edit(*queries);
    if (!text) { return Failure{text.error()}; }
    return replace_file(target, *text);
}

std::filesystem::path saved_path(const std::filesystem::path& index) { return index / "saved.tsv"; }

}  // namespace dateline
