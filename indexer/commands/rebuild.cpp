// rebuild: makes a new index of the articles that another one keeps, without the dumps.
#include "common/cli/values.hpp"
#include "common/storage/file.hpp"
#include "common/storage/ledger.hpp"
#include "common/storage/saved_queries.hpp"
#include "common/storage/stored_articles.hpp"
#include "indexer/boilerplate.hpp"
#include "indexer/commands/dump_run.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

/// The stored articles as a dump would give them: with the marks that their fields gave, no others.
class StoredSource final : public ArticleSource {
  public:
    /// `keeps_generations`: whether the new index's generations go on with those of the old one.
    StoredSource(StoredArticles articles, bool keeps_generations)
        : articles_(std::move(articles)), keeps_generations_(keeps_generations)
    {
    }

    std::optional<SourceRecord> next() override
    {
        auto stored = articles_.next();
        if (!stored) { return {}; }
        if (!*stored) {
            Notice notice{.entry = std::to_string(articles_.done())};
            notice.reason = "damaged";
            notice.message = stored->error().message;
            return notice;
        }
        AnalyzedArticle analyzed = **std::move(stored);
        auto& mentions = analyzed.mentions;
        mentions.erase(std::remove_if(mentions.begin(), mentions.end(),
                                      [](const Mention& m) { return m.rule != "field"; }),
                       mentions.end());
        KeptArticle kept{.analyzed = std::move(analyzed)};
        if (keeps_generations_) { kept.added = articles_.added(); }
        return kept;
    }

    [[nodiscard]] std::uint64_t done() const override { return articles_.done(); }
    [[nodiscard]] std::uint64_t total() const override { return articles_.total(); }

  private:
    StoredArticles articles_;
    bool keeps_generations_;
};

/// Who is who, and what people ask again and again, is said of the articles, not of the index that
/// they were in.
Status keep_tables(const std::filesystem::path& old, const std::filesystem::path& index)
{
    for (const auto path : {ledger_path, saved_path}) {
        std::error_code problem;
        if (!std::filesystem::exists(path(old), problem)) { continue; }
        std::filesystem::copy_file(path(old), path(index),
                                   std::filesystem::copy_options::skip_existing, problem);
        if (problem) { return io_failure("copy", path(old), problem.value()); }
    }
    return Done{};
}

/// What people have decided goes with the index.
Status copy_boilerplate(const std::filesystem::path& old, const std::filesystem::path& index)
{
    std::error_code problem;
    if (std::filesystem::exists(index / kBoilerplateFile, problem)) { return Done{}; }
    auto table = Boilerplate::open(old);
    if (!table) { return Failure{table.error()}; }
    if (table->rows().empty()) { return Done{}; }
    return write_file(index / kBoilerplateFile, table->text());
}

Result<int> run_rebuild(const Call& call)
{
    const auto old = cli::index_path(call.settings.index);
    if (!old) { return Failure{old.error()}; }
    if (call.arguments.size() != 1) {
        return fail(ErrorKind::Usage, "rebuild needs the folder of the new index",
                    "dateline-index rebuild --index OLD NEW");
    }
    const std::filesystem::path index = call.arguments.front();
    std::error_code none_there;
    if (std::filesystem::equivalent(*old, index, none_there)) {
        return fail(ErrorKind::Usage, "the new index would be the old one",
                    "name another folder; when it is done, it can take the old one's place");
    }
    auto articles = StoredArticles::open(*old);
    if (!articles) { return Failure{articles.error()}; }
    auto opened = open_writer(call, index);
    if (!opened) { return Failure{opened.error()}; }
    const auto writer = *std::move(opened);
    if (auto copied = copy_boilerplate(*old, index); !copied) { return Failure{copied.error()}; }
    auto output = RunOutput::open(call.settings, {}, call.err);
    if (!output) { return Failure{output.error()}; }
    auto sources = articles->manifest().sources;
    const bool keeps_generations = writer->continue_from(articles->manifest());
    RunPlan plan{.source = std::make_unique<StoredSource>(*std::move(articles), keeps_generations),
                 .noted = std::move(sources)};
    auto done = run_and_publish(call, *writer, **output, std::move(plan));
    if (!done) { return done; }
    if (auto kept = keep_tables(*old, index); !kept) { return Failure{kept.error()}; }
    return done;
}

}  // namespace

extern const Command rebuild_command{
    .name = "rebuild",
    .arguments = "NEW",
    .summary = "Makes a new index of the articles in the old one, detecting anew; needs no dumps",
    .example = "dateline-index rebuild --index old.idx new.idx",
    .run = run_rebuild,
};

}  // namespace dateline::indexer
