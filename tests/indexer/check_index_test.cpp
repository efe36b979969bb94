#include "indexer/check_index.hpp"

#include "tests/support/forged_index.hpp"

#include <algorithm>
#include <sstream>

using namespace dateline;
using indexer::check_index;
using indexer::IndexReport;
using indexer::IndexWriter;
using tests::change_byte;
using tests::Forged;
using tests::kFirstArticles;

namespace {

namespace fs = std::filesystem;

IndexReport report_on(const fs::path& index, bool wants_digest = false)
{
    auto report = check_index(index, {.threads = 2, .wants_digest = wants_digest});
    REQUIRE(report);
    return *std::move(report);
}

std::string text_of(const IndexReport& report)
{
    std::ostringstream out;
    report.damages.print(out);
    for (const std::string& skipped : report.skipped) { out << skipped << '\n'; }
    return out.str();
}

/// Raises the first ordinal of a field.
void raise_ordinal(ColumnRow& row, FieldId field)
{
    auto& ordinals = row.ordinals[ordinal_column(field)];
    REQUIRE(!ordinals.empty());
    ++ordinals.front();
}

}  // namespace

TEST_SUITE("indexer/check_index")
{
    TEST_CASE("an index as it was written has nothing wrong with it")
    {
        Forged index;
        IndexReport report = report_on(index.index(), true);
        CHECK(text_of(report) == "");
        CHECK(report.articles == 6);
        CHECK(report.removed == 1);
        CHECK(report.segments == 2);
        CHECK(report.digest.size() == 32);
        index.publish();
        CHECK(text_of(report_on(index.index())) == "");
        CHECK(report_on(index.index()).digest == "");
    }

    TEST_CASE("what a forger changes under hashes that are right is found and named")
    {
        const struct {
            std::string name;
            void (*forge)(Forged&);
            const char* file;
            const char* what;
            const char* article = "";
        } cases[] = {
            {"a content hash",
             [](Forged& f) { f.change_rows([](auto i, auto& r) { r.hash[3] ^= i == 1 ? 1 : 0; }); },
             "segments/000001/columns", "content hash", "a2"},
            {"a length",
             [](Forged& f) { f.change_rows([](auto i, auto& r) { r.length += i == 0; }); },
             "segments/000001/columns", "length", "a1"},
            {"a day",
             [](Forged& f) {
                 f.change_rows([](auto i, auto& r) {
                     if (i == 2) { r.date->first += std::chrono::days{1}; }
                 });
             },
             "segments/000001/columns", "its date", "a3"},
            {"a precision",
             [](Forged& f) {
                 f.change_rows([](auto i, auto& r) {
                     if (i == 2) { r.date->precision = Precision::Month; }
                 });
             },
             "segments/000001/columns", "its date", "a3"},
            {"a person",
             [](Forged& f) {
                 f.change_rows([](auto i, auto& r) {
                     if (i == 1) { raise_ordinal(r, FieldId::Person); }
                 });
             },
             "segments/000001/columns", "values of 'person'", "a2"},
            {"a language",
             [](Forged& f) {
                 f.change_rows([](auto i, auto& r) {
                     if (i == 1) { raise_ordinal(r, FieldId::Language); }
                 });
             },
             "segments/000001/columns", "values of 'lang'", "a2"},
            {"an author left out",
             [](Forged& f) {
                 f.change_rows([](auto i, auto& r) {
                     if (i == 1) { r.ordinals[ordinal_column(FieldId::Byline)].clear(); }
                 });
             },
             "segments/000001/columns", "values of 'byline'", "a2"},
            {"a total", [](Forged& f) { f.raise_total(4 + 2); }, "segments/000001/columns",
             "the totals of 'byline'"},
            {"a word of a stream",
             [](Forged& f) {
                 f.change_tokens([](auto i, auto& codes) { codes[0] += i == 2 ? 1 : 0; });
             },
             "segments/000001/tokens", "word or mark 1", "a3"},
            {"a mark of a stream",
             [](Forged& f) {
                 f.change_tokens([](auto i, auto& codes) {
                     if (i == 0) { std::replace(codes.begin(), codes.end(), kParagraphMark, 0U); }
                 });
             },
             "segments/000001/tokens", "word or mark", "a1"},
            {"a stream cut short",
             [](Forged& f) {
                 f.change_tokens([](auto i, auto& c) { c.resize(c.size() - (i == 1)); });
             },
             "segments/000001/tokens", "word or mark", "a2"},
            {"a stream that goes on",
             [](Forged& f) {
                 f.change_tokens([](auto i, auto& c) { c.resize(c.size() + (i == 1)); });
             },
             "segments/000001/tokens", "goes on", "a2"},
            {"a count of a word",
             [](Forged& f) {
                 f.change_vocabulary([](auto& v) { ++v.words.front().second.articles; });
             },
             "segments/000001/vocabulary", "is said to be in 2 articles, and is in 1"},
            {"a number of a word",
             [](Forged& f) {
                 f.change_vocabulary(
                     [](auto& v) { v.words[0].second.number = v.words[1].second.number; });
             },
             "segments/000001/vocabulary", "has the number of another"},
            {"a word left out",
             [](Forged& f) {
                 f.change_vocabulary([](auto& v) { v.words.erase(v.words.begin()); });
             },
             "segments/000001/vocabulary", "lacks the word 'a'", "a1"},
            {"a word too many",
             [](Forged& f) {
                 f.change_vocabulary([](auto& v) {
                     const auto number = static_cast<std::uint32_t>(v.words.size());
                     v.words.push_back({"zzz", {.number = number, .articles = 1}});
                 });
             },
             "segments/000001/vocabulary", "'zzz' is said to be in 1 articles, and is in 0"},
            {"a stem left out",
             [](Forged& f) { f.change_vocabulary([](auto& v) { v.stems.erase("minist"); }); },
             "segments/000001/vocabulary", "lacks its word 'ministers' of language en"},
            {"a word under a stem that is not its own",
             [](Forged& f) { f.change_vocabulary([](auto& v) {
                                 v.stems["zebra"] = {{0, 0}};
                             }); },
             "segments/000001/vocabulary", "'zebra' has a word that is not its own"},
            {"a weight", [](Forged& f) { f.change_postings([](auto& a) { ++a[0]["ferri"]; }); },
             "segments/000001/postings", "list of the term 'ferri'"},
            {"a posting left out",
             [](Forged& f) { f.change_postings([](auto& a) { a[2].erase("Qa3"); }); },
             "segments/000001/postings", "it lacks 1 terms"},
            {"a posting too many",
             [](Forged& f) { f.change_postings([](auto& a) { a[1]["ferri"] = 0; }); },
             "segments/000001/postings", "its article 2 has other terms"},
            {"a term too many",
             [](Forged& f) { f.change_postings([](auto& a) { a[1]["zzz"] = 0; }); },
             "segments/000001/postings", "the term 'zzz' is in no stored article"},
            {"an id that finds another article",
             [](Forged& f) {
                 f.change_postings([](auto& a) {
                     a[2].erase("Qa3");
                     a[1]["Qa3"] = 0;
                 });
             },
             "segments/000001/postings", "list of the term 'Qa3'"},
            {"a body of another article",
             [](Forged& f) {
                 f.change_bodies([](auto& a) { a[2].article.body = a[0].article.body; });
             },
             "segments/000001/tokens", "word or mark", "a3"},
            {"stored articles in another order",
             [](Forged& f) { f.change_bodies([](auto& a) { std::swap(a[0], a[2]); }); },
             "segments/000001/columns", "content hash", "a3"},
            {"a mark left out",
             [](Forged& f) { f.change_bodies([](auto& a) { a[1].mentions.clear(); }); },
             "segments/000001/columns", "values of 'person'", "a2"},
            {"an id", [](Forged& f) { f.change_bodies([](auto& a) { a[1].article.id = "a9"; }); },
             "segments/000001/columns", "content hash", "a9"},
            {"a name", [](Forged& f) { f.rename(FieldId::Person, "Tom Bell", "Tom Well"); },
             "segments/000001/columns", "values of 'person'", "a1"},
            {"the manifest's words", [](Forged& f) { ++f.manifest.segments[0].words; },
             "segments/000001", "words, the stored articles have"},
            {"the manifest's bytes of text", [](Forged& f) { --f.manifest.segments[0].text_bytes; },
             "segments/000001", "bytes of text, the stored articles have"},
            {"the manifest's articles", [](Forged& f) { ++f.manifest.segments[0].articles; },
             "segments/000001", "different numbers of articles"},
            {"the manifest's languages", [](Forged& f) { f.manifest.languages.pop_back(); },
             "manifest-000002.json", "lacks the language ru of segment 000002"},
            {"the next segment", [](Forged& f) { f.manifest.next_segment = 2; },
             "manifest-000002.json", "would overwrite 000002"},
            {"tombstones left out", [](Forged& f) { f.manifest.tombstones.clear(); },
             "segments/000002", "in segment 000001, too", "a3"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            Forged index;
            c.forge(index);
            index.publish();
            const IndexReport report = report_on(index.index());
            CAPTURE(text_of(report));
            const auto& found = report.damages.kept();
            CHECK(std::any_of(found.begin(), found.end(), [&c](const indexer::Damage& damage) {
                return damage.file == c.file && damage.article == c.article &&
                       damage.what.find(c.what) != std::string::npos;
            }));
            CHECK(report.digest == "");
        }
    }

    TEST_CASE("a file with another hash is told first, and its segment's articles are let be")
    {
        const struct {
            std::string file;
            const char* skipped;
        } cases[] = {
            {"segments/000001/columns", "the articles of segment 000001 were not checked"},
            {"segments/000002/bodies", "the articles of segment 000002 were not checked"},
            {"segments/000002/postings/postlist.glass", "the articles of segment 000002"},
            {"segments/000002/postings/iamglass", "the articles of segment 000002"},
            {"names", "no article was checked"},
            {"tombstones/000002", "no article was checked"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.file);
            const Forged index;
            const auto path = index.index() / c.file;
            change_byte(path, fs::file_size(path) / 2, [](int byte) { return byte ^ 0x10; });
            const IndexReport report = report_on(index.index(), true);
            CAPTURE(text_of(report));
            REQUIRE(report.damages.count() == 1);
            CHECK(report.damages.kept()[0].file == c.file);
            CHECK(report.damages.kept()[0].what == "its contents are not what was written");
            REQUIRE(report.skipped.size() == 1);
            CHECK(report.skipped[0].starts_with(c.skipped));
            CHECK(report.digest == "");
        }
    }

    TEST_CASE("merging leaves the digest, and does not launder a damaged segment")
    {
        const Forged index;
        const std::string digest = report_on(index.index(), true).digest;
        const auto bodies = index.folder() / "bodies";
        const auto flip = [&bodies] { change_byte(bodies, 20, [](int byte) { return byte ^ 1; }); };
        {
            auto opened = IndexWriter::open(index.index());
            REQUIRE(opened);
            const auto writer = *std::move(opened);
            flip();  // behind its back: opening would notice
            const auto merged = writer->merge_all();
            REQUIRE_FALSE(merged);
            CHECK(merged.error().kind == ErrorKind::IndexDamaged);
            CHECK(merged.error().message.find(bodies.string()) != std::string::npos);
        }
        const auto refused = IndexWriter::open(index.index());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().kind == ErrorKind::IndexDamaged);

        flip();
        {
            auto opened = IndexWriter::open(index.index());
            REQUIRE(opened);
            REQUIRE((*std::move(opened))->merge_all());
        }
        const IndexReport report = report_on(index.index(), true);
        CHECK(text_of(report) == "");
        CHECK(report.segments == 1);
        CHECK(report.digest == digest);
    }

    TEST_CASE("files that are missing, longer or not named are told")
    {
        const Forged index;
        fs::remove(index.folder("000002") / "tokens");
        std::ofstream{index.folder("000001") / "columns", std::ios::app} << "more";
        std::ofstream{index.folder("000001") / "postings" / "termlist.glass"} << "x";
        const std::string text = text_of(report_on(index.index()));
        CHECK(text.find("segments/000002/tokens: it is missing") != std::string::npos);
        CHECK(text.find("segments/000001/columns: it has ") != std::string::npos);
        CHECK(text.find("termlist.glass: the manifest does not name it") != std::string::npos);
    }

    TEST_CASE("a stored article that cannot be read is told, and sums that lack it are not")
    {
        Forged index;
        {
            BodiesWriter writer{index.folder() / "bodies"};
            for (std::size_t i = 0; i < kFirstArticles; ++i) { writer.add("x", "no article"); }
            REQUIRE(writer.finish());
        }
        index.publish();
        const IndexReport report = report_on(index.index());
        CHECK(report.damages.count() == kFirstArticles);
        CHECK(report.damages.kept()[1].what.find("article 2 cannot be read") != std::string::npos);
    }

    TEST_CASE("names that are taken for others are told")
    {
        Forged index;
        std::string bytes;
        {
            const auto file = MappedFile::open(index.index() / "names");
            bytes = file->bytes();
        }
        // A record as names.hpp says: field, distance back, spelling. This one is taken for the
        // name before it.
        bytes += static_cast<char>(FieldId::Person);
        bytes += '\1';
        bytes += "\4Else";
        REQUIRE(write_file(index.index() / "names", bytes));
        index.publish();
        const std::string text = text_of(report_on(index.index()));
        CHECK(text.find("names: the 'person' 'Else' is taken for another") != std::string::npos);
    }

    TEST_CASE("a table of names that miscounts is told")
    {
        Forged index;
        const auto names = NamesWriter::open(index.index() / "names", index.manifest.names.size);
        REQUIRE(names);
        const std::vector<ArticleSet> removed{ArticleSet{kFirstArticles}, ArticleSet{1}};
        auto counted = name_table_contents(index.index(), index.manifest, *names, removed);
        REQUIRE(counted);
        NameTableContents contents = *std::move(counted);
        auto& people = contents.columns[ordinal_column(FieldId::Person)];
        REQUIRE(!people.articles.empty());
        ++people.articles.front();
        REQUIRE(write_name_table(index.index(), index.manifest, contents));
        index.publish();
        const std::string text = text_of(report_on(index.index()));
        CHECK(text.find("it is not what the names of the articles come to") != std::string::npos);
    }

    TEST_CASE("postings that crash Xapian's check crash nobody else")
    {
        Forged index;
        const auto table = index.folder() / "postings" / "postlist.glass";
        const auto size = fs::file_size(table);
        REQUIRE(write_file(table, std::string(size, '\xff')));
        index.publish();
        CHECK(!report_on(index.index()).damages.empty());
    }
}
