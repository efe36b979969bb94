// remove: takes articles out of the index by their ids, by a query, or by where they came from.
#include "common/cli/tell.hpp"
#include "common/storage/stored_articles.hpp"
#include "common/text/utf8.hpp"
#include "indexer/commands/dump_run.hpp"
#include "indexer/sync.hpp"
#include "searcher/search/matching_ids.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

/// As the index knows it: absolute, also if it is gone by now.
std::string as_stored(const std::string& path)
{
    std::error_code problem;
    auto whole = std::filesystem::absolute(path, problem);
    if (!problem) { whole = std::filesystem::weakly_canonical(whole, problem); }
    return clean_text(problem ? path : whole.string()).text;
}

Result<std::vector<std::string>> ids_from_files(const std::filesystem::path& index,
                                                const std::vector<std::string>& given)
{
    std::vector<std::string> files;
    for (const std::string& path : given) { files.push_back(as_stored(path)); }
    auto opened = StoredArticles::open(index);
    if (!opened) { return Failure{opened.error()}; }
    StoredArticles articles = *std::move(opened);
    std::vector<std::string> ids;
    while (const auto stored = articles.next()) {
        if (!*stored) { return Failure{stored->error()}; }
        const Article& article = (*stored)->article;
        const bool is_from_them = std::any_of(files.begin(), files.end(), [&](const auto& file) {
            return path_inside(article.file, file).has_value();
        });
        if (is_from_them) { ids.push_back(article.id); }
    }
    return ids;
}

/// The ids that the command names in any way, each once.
Result<std::vector<std::string>> chosen_ids(const Call& call, const std::filesystem::path& index)
{
    std::vector<std::string> ids = call.arguments;
    if (!call.settings.query.empty()) {
        auto matching = searcher::matching_ids(index, call.settings.query, call.settings.people);
        if (!matching) { return Failure{matching.error()}; }
        for (const std::string& note : matching->notes) {
            cli::tell(kProgramName, "note: " + note, call.err);
        }
        ids.insert(ids.end(), matching->ids.begin(), matching->ids.end());
    }
    if (!call.settings.files.empty()) {
        auto from_files = ids_from_files(index, call.settings.files);
        if (!from_files) { return from_files; }
        ids.insert(ids.end(), from_files->begin(), from_files->end());
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

Result<int> run_remove(const Call& call)
{
    if (call.arguments.empty() && call.settings.query.empty() && call.settings.files.empty()) {
        return fail(ErrorKind::Usage, "no article is named",
                    "name ids, as dateline-search shows them, or --query or --file");
    }
    auto opened = open_writer(call, true);
    if (!opened) { return Failure{opened.error()}; }
    const auto writer = *std::move(opened);
    const auto ids = chosen_ids(call, writer->path());
    if (!ids) { return Failure{ids.error()}; }
    std::size_t removed = 0;
    for (const std::string& id : *ids) {
        const auto was_there = writer->remove(id);
        if (!was_there) { return Failure{was_there.error()}; }
        removed += *was_there ? 1 : 0;
    }
    if (auto published = writer->publish(); !published) { return Failure{published.error()}; }
    if (!call.settings.quiet) {
        call.err << "removed " << removed << ", not there " << ids->size() - removed << '\n';
    }
    return 0;
}

}  // namespace

extern const Command remove_command{
    .name = "remove",
    .arguments = "ID…",
    .summary = "Removes articles: by their ids, by a query, or all that came from a dump",
    .example = "dateline-index remove --index news.idx --query 'source:example.com date:..2019'",
    .run = run_remove,
};

}  // namespace dateline::indexer
