#include "common/storage/snapshot.hpp"

#include "common/storage/terms.hpp"
#include "tests/support/mutations.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <fcntl.h>
#include <sys/file.h>
#include <xapian.h>

using dateline::AnalyzedArticle;
using dateline::ArticleSet;
using dateline::Done;
using dateline::ErrorKind;
using dateline::Failure;
using dateline::FieldId;
using dateline::LockedFile;
using dateline::Manifest;
using dateline::NamesWriter;
using dateline::Segment;
using dateline::SegmentEntry;
using dateline::Snapshot;
using dateline::Status;
using dateline::tests::Sandbox;

namespace {

namespace fs = std::filesystem;

AnalyzedArticle article(const std::string& id)
{
    return {.article = {.id = id, .title = "Title of " + id, .body = "Body.", .language = "en"}};
}

/// Writes a segment's folder as the indexer leaves it: an article for each id, all of one word.
void write_segment(const fs::path& folder, const std::vector<std::string>& ids)
{
    fs::create_directories(folder);
    dateline::TokensWriter tokens{folder / "tokens"};
    dateline::ColumnsWriter columns;
    dateline::BodiesWriter bodies{folder / "bodies"};
    Xapian::WritableDatabase postings{(folder / "postings").string(),
                                      Xapian::DB_CREATE_OR_OVERWRITE};
    for (const std::string& id : ids) {
        const std::vector<std::uint32_t> codes{dateline::kBodyMark, dateline::kFirstWord};
        tokens.add(codes);
        columns.add({.length = 1, .hash = content_hash(article(id).article)});
        bodies.add(id, encode_article(article(id)));
        Xapian::Document document;
        document.add_boolean_term(dateline::id_term(id));
        postings.add_document(document);
    }
    postings.commit();
    REQUIRE(tokens.finish());
    REQUIRE(columns.write(folder / "columns"));
    REQUIRE(bodies.finish());
    REQUIRE(dateline::write_vocabulary(
        folder / "vocabulary", {.languages = {"en"},
                                .words = {{"body", {0, static_cast<std::uint32_t>(ids.size())}}},
                                .stems = {{"bodi", {{0, 0}}}}}));
}

/// With the names of generation 5, if it is another.
void write_manifest(const fs::path& index, const Manifest& manifest)
{
    const fs::path table = dateline::name_table_path(index, manifest);
    if (!fs::exists(table)) { fs::copy_file(index / "name-table/000005", table); }
    REQUIRE(dateline::write_file(index / manifest.file_name(), to_json(manifest)));
    REQUIRE(dateline::write_file(index / "CURRENT", current_line(manifest)));
}

SegmentEntry entry(const std::string& name, std::uint64_t articles)
{
    return {.name = name, .articles = articles, .words = articles};
}

/// An index of two segments: a, b (removed), c in one; d and a newer b in the other.
Manifest write_index(const fs::path& index)
{
    write_segment(index / "segments/000001", {"a", "b", "c"});
    write_segment(index / "segments/000002", {"d", "b"});
    fs::create_directories(index / "tombstones");
    ArticleSet removed{3};
    removed.insert(1);
    REQUIRE(dateline::write_tombstones(index / "tombstones/000005", {removed, ArticleSet{2}}));
    auto names = *NamesWriter::open(index / "names", 0);
    names.ordinal(FieldId::Language, "en");
    const auto size = names.append_to(index / "names");
    REQUIRE(size);
    Manifest manifest{.generation = 5,
                      .versions = dateline::own_versions(),
                      .segments = {entry("000001", 3), entry("000002", 2)},
                      .languages = {"en"},
                      .tombstones = "000005",
                      .names = {*size, ""},
                      .next_segment = 3};
    fs::create_directories(index / "name-table");
    const auto table = dateline::write_name_table(
        index, manifest,
        *dateline::name_table_contents(index, manifest, names, {removed, ArticleSet{2}}));
    REQUIRE(table);
    manifest.name_table = *table;
    write_manifest(index, manifest);
    return manifest;
}

/// "segment:index" of an article, "-" if it is not there.
std::string place_of(const Snapshot& snapshot, std::string_view id)
{
    const auto found = snapshot.find(id);
    REQUIRE(found);
    if (!*found) { return "-"; }
    return std::to_string((*found)->segment) + ":" + std::to_string((*found)->index);
}

void check_refused(const fs::path& index, ErrorKind kind)
{
    const auto snapshot = Snapshot::open(index);
    REQUIRE_FALSE(snapshot);
    CAPTURE(snapshot.error().message);
    CHECK(snapshot.error().kind == kind);
    CHECK_FALSE(snapshot.error().hint.empty());
}

Status walk_snapshot(const fs::path& index)
{
    const auto snapshot = Snapshot::open(index);
    if (!snapshot) { return Failure{snapshot.error()}; }
    for (const Segment& segment : snapshot->segments()) {
        for (std::size_t i = 0; i < segment.articles(); ++i) {
            auto stream = segment.tokens.stream(i);
            while (stream.next()) {}
            const auto read = segment.bodies.article(i);
            dateline::tests::must(read || read.error().kind == ErrorKind::IndexDamaged,
                                  "an article is there or damaged");
            dateline::tests::must(segment.columns.row(i).hash == segment.columns.hash(i),
                                  "rows hold");
        }
        dateline::tests::must(segment.removed.count() <= segment.articles(), "removals hold");
    }
    for (const char* id : {"a", "b", "c", "d", "e"}) {
        const auto found = snapshot->find(id);
        dateline::tests::must(found || found.error().kind == ErrorKind::IndexDamaged,
                              "an article is found or not, or the postings are damaged");
    }
    return Done{};
}

}  // namespace

TEST_SUITE("common/storage/snapshot")
{
    TEST_CASE("an index opens with all that its manifest names")
    {
        const Sandbox sandbox;
        write_index(sandbox.path());
        const auto snapshot = Snapshot::open(sandbox.path());
        REQUIRE(snapshot);
        CHECK(snapshot->path() == sandbox.path());
        CHECK(snapshot->manifest().generation == 5);
        const auto locked = dateline::lock_manifest(sandbox.path());
        REQUIRE(locked);
        CHECK(locked->manifest.generation == 5);
        CHECK(snapshot->names().of(FieldId::Language).size() == 1);
        CHECK(snapshot->names().of(FieldId::Language).spelling(0) == "en");
        REQUIRE(snapshot->segments().size() == 2);
        const Segment& first = snapshot->segments()[0];
        CHECK(first.name == "000001");
        CHECK(first.articles() == 3);
        CHECK(first.words == 3);
        CHECK(first.removed.count() == 1);
        CHECK(first.removed.contains(1));
        CHECK(first.vocabulary.find("body")->articles == 3);
        CHECK(*first.bodies.article(2) == article("c"));
        CHECK(snapshot->segments()[1].removed.empty());
    }

    TEST_CASE("an article is found where it is not removed")
    {
        const Sandbox sandbox;
        Manifest manifest = write_index(sandbox.path());
        const struct {
            std::string id;
            const char* place;
        } cases[] = {{"a", "0:0"}, {"b", "1:1"}, {"c", "0:2"}, {"d", "1:0"},
                     {"e", "-"},   {"", "-"},    {"A", "-"},   {"a ", "-"}};
        const auto snapshot = Snapshot::open(sandbox.path());
        REQUIRE(snapshot);
        for (const auto& c : cases) {
            CAPTURE(c.id);
            CHECK(place_of(*snapshot, c.id) == c.place);
        }
        CHECK(place_of(*snapshot, std::string(1000, 'x')) == "-");

        manifest.tombstones = "";
        ++manifest.generation;
        write_manifest(sandbox.path(), manifest);
        const auto newer = Snapshot::open(sandbox.path());
        REQUIRE(newer);
        CHECK(place_of(*newer, "b") == "1:1");
        CHECK(newer->segments()[0].removed.empty());
    }

    TEST_CASE("an index without segments is one")
    {
        const Sandbox sandbox;
        Manifest manifest = write_index(sandbox.path());
        manifest.segments.clear();
        manifest.tombstones = "";
        write_manifest(sandbox.path(), manifest);
        const auto snapshot = Snapshot::open(sandbox.path());
        REQUIRE(snapshot);
        CHECK(snapshot->segments().empty());
        CHECK(place_of(*snapshot, "a") == "-");
    }

    TEST_CASE("a snapshot stays as it was while newer generations come, and can be handed on")
    {
        const Sandbox sandbox;
        Manifest manifest = write_index(sandbox.path());
        auto opened = Snapshot::open(sandbox.path());
        REQUIRE(opened);
        const Snapshot old = *std::move(opened);

        manifest.segments.erase(manifest.segments.begin());
        manifest.tombstones = "";
        ++manifest.generation;
        write_manifest(sandbox.path(), manifest);
        const auto newer = Snapshot::open(sandbox.path());
        REQUIRE(newer);
        CHECK(place_of(*newer, "a") == "-");
        CHECK(place_of(*newer, "d") == "0:0");

        for (const std::string file : {"tokens", "bodies", "columns", "vocabulary"}) {
            fs::remove(sandbox.path() / "segments/000001" / file);
        }
        CHECK(old.manifest().generation == 5);
        CHECK(place_of(old, "c") == "0:2");
        CHECK(*old.segments()[0].bodies.article(2) == article("c"));
    }

    TEST_CASE("a snapshot holds a shared lock on its manifest until it goes")
    {
        const Sandbox sandbox;
        const Manifest manifest = write_index(sandbox.path());
        const LockedFile other{
            ::open((sandbox.path() / manifest.file_name()).c_str(), O_RDONLY | O_CLOEXEC)};
        const auto lock = [&other](int kind) {
            return ::flock(other.descriptor(), kind | LOCK_NB) == 0;
        };
        {
            const auto first = Snapshot::open(sandbox.path());
            const auto second = Snapshot::open(sandbox.path());
            REQUIRE(first);
            REQUIRE(second);
            CHECK_FALSE(lock(LOCK_EX));
            CHECK(lock(LOCK_SH));
            CHECK(lock(LOCK_UN));
        }
        CHECK(lock(LOCK_EX));
    }

    TEST_CASE("where no index is, the error says how to make one")
    {
        const Sandbox sandbox;
        for (const fs::path& place : {sandbox.path(), sandbox.path() / "none"}) {
            check_refused(place, ErrorKind::IndexMissing);
            const auto error = Snapshot::open(place).error();
            CHECK(error.message == "there is no index at '" + place.string() + "'");
            CHECK(error.hint.find("dateline-index add --index " + place.string()) !=
                  std::string::npos);
            CHECK(dateline::lock_manifest(place).error().kind == ErrorKind::IndexMissing);
        }
    }

    TEST_CASE("CURRENT must name a manifest of the index")
    {
        const Sandbox sandbox;
        const Manifest manifest = write_index(sandbox.path());
        const std::string name = manifest.file_name();
        const std::string good = current_line(manifest);
        CHECK(good.starts_with(name + " "));
        CHECK(Snapshot::open(sandbox.path()));
        for (const std::string& current :
             {std::string{}, std::string{"\n"}, std::string{"manifest-"}, name, name + "\n",
              name + " \n", "../" + good, "./" + good, "/" + good, "manifest-/../" + good,
              good.substr(0, good.size() - 1), name + " 0" + good.substr(name.size() + 2),
              good + "\n", "manifest-000006.json" + good.substr(name.size()),
              std::string(1 << 20, 'm'), std::string(10, '\0')}) {
            CAPTURE(current.size());
            sandbox.write("CURRENT", current);
            check_refused(sandbox.path(), ErrorKind::IndexDamaged);
        }
    }

    TEST_CASE("an index of another version is refused as such")
    {
        const Sandbox sandbox;
        Manifest manifest = write_index(sandbox.path());
        ++manifest.versions.schema;
        write_manifest(sandbox.path(), manifest);
        check_refused(sandbox.path(), ErrorKind::IndexSchema);
    }

    TEST_CASE("files that are missing or about other numbers of articles are damage")
    {
        const Sandbox sandbox;
        const Manifest good = write_index(sandbox.path());
        for (const std::string file :
             {"segments/000001/tokens", "segments/000001/bodies", "segments/000002/columns",
              "segments/000002/vocabulary", "segments/000001/postings", "tombstones/000005",
              "names", "name-table/000005"}) {
            CAPTURE(file);
            fs::rename(sandbox.path() / file, sandbox.at("away"));
            check_refused(sandbox.path(), ErrorKind::IndexDamaged);
            fs::rename(sandbox.at("away"), sandbox.path() / file);
        }
        for (const std::uint64_t articles : {std::uint64_t{2}, std::uint64_t{4}, UINT64_MAX}) {
            CAPTURE(articles);
            Manifest other = good;
            other.segments[0].articles = articles;
            write_manifest(sandbox.path(), other);
            check_refused(sandbox.path(), ErrorKind::IndexDamaged);
        }
        for (const std::string file : {"tokens", "bodies", "columns", "postings"}) {
            CAPTURE(file);
            write_index(sandbox.path());
            fs::remove_all(sandbox.path() / "segments/000002" / file);
            fs::copy(sandbox.path() / "segments/000001" / file,
                     sandbox.path() / "segments/000002" / file, fs::copy_options::recursive);
            check_refused(sandbox.path(), ErrorKind::IndexDamaged);
        }
    }

    TEST_CASE("whatever one file of an index is, the index opens or is damaged")
    {
        const Sandbox sandbox;
        write_index(sandbox.path());
        std::uint32_t seed = 11'000'000;
        for (const std::string file :
             {"names", "name-table/000005", "segments/000001/tokens", "segments/000001/bodies",
              "tombstones/000005", "segments/000002/columns", "segments/000002/vocabulary",
              "segments/000001/postings/postlist.glass", "segments/000002/postings/iamglass"}) {
            CAPTURE(file);
            const fs::path place = sandbox.path() / file;
            const std::string good = dateline::tests::bytes_of(place);
            const auto walk = [&](const fs::path& mutation) {
                fs::copy_file(mutation, place, fs::copy_options::overwrite_existing);
                return walk_snapshot(sandbox.path());
            };
            dateline::tests::check_mutations(good, walk, seed, 100);
            sandbox.write(file, good);
            seed += 100;
        }
    }
}
