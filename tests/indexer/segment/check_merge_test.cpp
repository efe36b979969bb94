#include "indexer/segment/check_merge.hpp"

#include "indexer/segment/inverter.hpp"
#include "indexer/segment/segment_builder.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using indexer::check_merge;
using indexer::Inverter;
using indexer::MergePart;
using indexer::SegmentBuilder;
using tests::Sandbox;

namespace {

namespace fs = std::filesystem;

/// A segment of some articles.
SegmentEntry build(const fs::path& index, const std::string& name, NamesWriter& names,
                   const std::vector<AnalyzedArticle>& articles)
{
    SegmentBuilder builder{index / "segments" / name, names, {.new_id = 40000}};
    TokenList title;
    TokenList body;
    for (const AnalyzedArticle& analyzed : articles) {
        tokenize(analyzed.article.title, title);
        tokenize(analyzed.article.body, body);
        REQUIRE(builder.add(analyzed, title, body));
    }
    auto entry = builder.finish();
    REQUIRE(entry);
    SegmentEntry named = *std::move(entry);
    named.name = name;
    return named;
}

AnalyzedArticle article(const std::string& id, const std::string& body, const std::string& language)
{
    return {.article = {.id = id, .title = "Quay", .body = body, .language = language}};
}

/// Two segments, what they are merged into without the first article, and what they are not.
struct Merged {
    Merged()
    {
        auto names = *NamesWriter::open(sandbox.at("names"), 0);
        Manifest manifest{.generation = 1, .versions = own_versions()};
        manifest.segments = {
            build(sandbox.path(), "000001", names,
                  {article("a", "gulls only here", "en"), article("b", "boats leave", "en")}),
            build(sandbox.path(), "000002", names, {article("c", "leave, boats", "fr")})};
        build(sandbox.path(), "000008", names,
              {article("b", "boats leaves", "en"), article("d", "leave, boats", "en")});
        manifest.names.size = *names.append_to(sandbox.at("names"));
        sandbox.make_folder("name-table");
        REQUIRE(write_name_table(
            sandbox.path(), manifest,
            *name_table_contents(sandbox.path(), manifest, names, {ArticleSet{2}, ArticleSet{1}})));
        auto opened = Snapshot::open(sandbox.path(), {LockedFile{}, manifest});
        REQUIRE(opened);
        snapshot.emplace(*std::move(opened));
        ArticleSet first{2};
        first.insert(0);
        const ArticleSet none{1};
        parts = {{&snapshot->segments()[0], {MergePart::kLeftOut, 0}},
                 {&snapshot->segments()[1], {1}}};
        REQUIRE(indexer::merge_segments({parts[0].segment, parts[1].segment}, {&first, &none},
                                        folder()));
    }

    [[nodiscard]] fs::path folder() const { return sandbox.path() / "segments" / "000009"; }
    [[nodiscard]] fs::path other() const { return sandbox.path() / "segments" / "000008"; }

    Sandbox sandbox{};
    std::optional<Snapshot> snapshot{};
    std::vector<MergePart> parts{};
};

}  // namespace

TEST_SUITE("indexer/segment/check_merge")
{
    TEST_CASE("what is merged as it should be is")
    {
        const Merged merged;
        const auto checked = check_merge(merged.parts, merged.folder());
        CHECK(checked);
    }

    TEST_CASE("a file of a segment that was merged otherwise is named")
    {
        for (const std::string file : {"columns", "bodies", "tokens", "vocabulary", "postings"}) {
            CAPTURE(file);
            const Merged merged;
            fs::remove_all(merged.folder() / file);
            fs::copy(merged.other() / file, merged.folder() / file);
            const auto checked = check_merge(merged.parts, merged.folder());
            REQUIRE_FALSE(checked);
            CHECK(checked.error().kind == ErrorKind::Io);
            const bool is_words = file == "tokens" || file == "vocabulary";
            const auto& message = checked.error().message;
            CHECK(message.find(is_words ? "tokens" : file) != std::string::npos);
        }
    }

    TEST_CASE("counts, stems and weights that differ alone are found")
    {
        const struct {
            std::string name;
            void (*change)(const fs::path&);
            const char* file;
        } cases[] = {
            {"an article's count",
             [](const fs::path& folder) {
                 auto contents = Vocabulary::open(folder / "vocabulary")->contents();
                 ++contents.words[0].second.articles;
                 REQUIRE(write_vocabulary(folder / "vocabulary", contents));
             },
             "vocabulary"},
            {"a stem left out",
             [](const fs::path& folder) {
                 auto contents = Vocabulary::open(folder / "vocabulary")->contents();
                 contents.stems.erase(contents.stems.begin());
                 REQUIRE(write_vocabulary(folder / "vocabulary", contents));
             },
             "vocabulary"},
            {"a language",
             [](const fs::path& folder) {
                 auto contents = Vocabulary::open(folder / "vocabulary")->contents();
                 contents.languages[0] = "pt";
                 REQUIRE(write_vocabulary(folder / "vocabulary", contents));
             },
             "vocabulary"},
            {"a length",
             [](const fs::path& folder) {
                 ColumnsWriter writer;
                 {
                     const auto columns = Columns::open(folder / "columns");
                     for (std::size_t i = 0; i < columns->articles(); ++i) {
                         ColumnRow row = columns->row(i);
                         row.length += i == 1 ? 1 : 0;
                         writer.add(row);
                     }
                 }
                 REQUIRE(writer.write(folder / "columns"));
             },
             "columns"},
            {"a weight",
             [](const fs::path& folder) {
                 Inverter inverter;
                 {
                     const auto postings = Postings::open(folder / "postings");
                     REQUIRE(postings->articles() == 2);
                     for (std::uint32_t doc = 1; doc <= 2; ++doc) {
                         for (TermCursor term = postings->terms(); term.next();) {
                             PostingList list = term.list();
                             list.advance(doc);
                             if (list.doc() != doc) { continue; }
                             const bool is_changed = doc == 2 && term.term() == "boat";
                             inverter.add(inverter.term(term.term()),
                                          list.count() + (is_changed ? 1 : 0));
                         }
                         inverter.end_article();
                     }
                 }
                 fs::remove_all(folder / "postings");
                 REQUIRE(inverter.write(folder / "postings"));
             },
             "postings"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            const Merged merged;
            c.change(merged.folder());
            const auto checked = check_merge(merged.parts, merged.folder());
            REQUIRE_FALSE(checked);
            CHECK(checked.error().message.find(c.file) != std::string::npos);
        }
    }
}
