#include "indexer/segment/merge.hpp"

#include "indexer/segment/segment_builder.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <map>
#include <set>
#include <xapian.h>

using dateline::AnalyzedArticle;
using dateline::ArticleSet;
using dateline::ColumnRow;
using dateline::FieldId;
using dateline::kFirstWord;
using dateline::Manifest;
using dateline::NamesWriter;
using dateline::Segment;
using dateline::SegmentEntry;
using dateline::Snapshot;
using dateline::TokenList;
using dateline::indexer::merge_segments;
using dateline::indexer::SegmentBuilder;
using dateline::tests::Sandbox;

namespace {

namespace fs = std::filesystem;

/// Articles in three languages whose segments share some words and names and not others.
std::vector<std::vector<AnalyzedArticle>> parts_of_articles()
{
    const auto person = [](const char* name) {
        return dateline::Mention{
            .where = FieldId::Id, .value = name, .text = name, .rule = "field"};
    };
    return {
        {{.article = {.id = "a1",
                      .title = "Lake ferries run again",
                      .body = "The ferry of Lake Moro ran on Sunday. The US lent us a pilot.\n\n"
                              "Ministers waved; the minister of ports did not.",
                      .date = *dateline::parse_date("2011-05-09"),
                      .byline = {"Ana Ruiz"},
                      .source = "Harbour Post",
                      .language = "en"},
          .mentions = {person("José Ñu")}},
         {.article = {.id = "a2",
                      .title = "Nada",
                      .body = "La ministra del puerto habló.",
                      .language = "es"}}},
        {{.article = {.id = "b1",
                      .title = "Паром снова ходит",
                      .body = "Министр сказал. Министры молчали. The ferry ran.",
                      .date = *dateline::parse_date("2012"),
                      .language = "ru"},
          .mentions = {person("Jose Nu"), person("Tom Bell")}}},
        {{.article = {.id = "c1",
                      .title = "The bridge",
                      .title_derived = true,
                      .body = "The bridge and the ferry. The ministers of the U.S. came.",
                      .byline = {"Tom Bell", "Ana Ruiz"},
                      .source = "Lake Times",
                      .url = "https://lake.example.org/bridge",
                      .language = "en"}},
         {.article = {.id = "c2", .body = "Puertos y puentes; ministras.", .language = "es"}},
         {.article = {.id = "c3", .title = "Only a headline", .language = "und"}}},
    };
}

SegmentEntry build(const fs::path& index, const std::string& name, NamesWriter& names,
                   const std::vector<AnalyzedArticle>& articles)
{
    SegmentBuilder builder{index / "segments" / name, names, {.new_id = 40000}};
    TokenList title;
    TokenList body;
    for (const AnalyzedArticle& analyzed : articles) {
        tokenize(analyzed.article.title_derived ? "" : analyzed.article.title, title);
        tokenize(analyzed.article.body, body);
        REQUIRE(builder.add(analyzed, title, body));
    }
    auto entry = builder.finish();
    REQUIRE(entry);
    SegmentEntry named = *std::move(entry);
    named.name = name;
    return named;
}

Snapshot opened(const fs::path& index, const Manifest& manifest)
{
    fs::create_directories(index / "name-table");
    const auto names = NamesWriter::open(index / "names", manifest.names.size);
    REQUIRE(names);
    REQUIRE(dateline::write_name_table(
        index, manifest,
        *dateline::name_table_contents(index, manifest, *names,
                                       std::vector<ArticleSet>(manifest.segments.size()))));
    REQUIRE(dateline::write_file(index / manifest.file_name(), to_json(manifest)));
    REQUIRE(dateline::write_file(index / "CURRENT", current_line(manifest)));
    auto snapshot = Snapshot::open(index);
    REQUIRE(snapshot);
    return *std::move(snapshot);
}

/// An index of the three parts, and then another of what they are merged into, without `removed`.
struct Merged {
    explicit Merged(std::vector<ArticleSet> without = {ArticleSet{2}, ArticleSet{1}, ArticleSet{3}})
        : removed(std::move(without))
    {
    }

    Sandbox sandbox{};
    std::vector<ArticleSet> removed;
    Snapshot parts = build_parts();
    SegmentEntry segment = merge();
    Snapshot whole = open_merged();

  private:
    Snapshot build_parts()
    {
        auto names = *NamesWriter::open(sandbox.at("names"), 0);
        Manifest manifest{.generation = 1, .versions = dateline::own_versions()};
        for (const auto& articles : parts_of_articles()) {
            const std::string name = dateline::six_digits(manifest.next_segment++);
            manifest.segments.push_back(build(sandbox.path(), name, names, articles));
        }
        manifest.names.size = *names.append_to(sandbox.at("names"));
        return opened(sandbox.path(), manifest);
    }
    SegmentEntry merge()
    {
        std::vector<const Segment*> segments;
        std::vector<const ArticleSet*> sets;
        for (std::size_t i = 0; i < removed.size(); ++i) {
            segments.push_back(&parts.segments()[i]);
            sets.push_back(&removed[i]);
        }
        auto merged = merge_segments(segments, sets, sandbox.path() / "segments/000009");
        REQUIRE(merged);
        SegmentEntry named = *std::move(merged);
        named.name = "000009";
        return named;
    }
    Snapshot open_merged()
    {
        Manifest manifest = parts.manifest();
        ++manifest.generation;
        manifest.segments = {segment};
        return opened(sandbox.path(), manifest);
    }
};

/// The surface forms of a segment by number.
std::map<std::uint32_t, std::string> surfaces(const Segment& segment)
{
    std::map<std::uint32_t, std::string> by_number;
    for (const auto& [surface, entry] : segment.vocabulary.contents().words) {
        by_number[entry.number] = surface;
    }
    return by_number;
}

/// An article's token stream as text: words, and "<1>" for mark 1.
std::string spelled(const Segment& segment, std::size_t index)
{
    const auto by_number = surfaces(segment);
    std::string text;
    auto stream = segment.tokens.stream(index);
    while (const auto code = stream.next()) {
        text += *code < kFirstWord ? "<" + std::to_string(*code) + ">"
                                   : by_number.at(*code - kFirstWord);
        text += ' ';
    }
    return text;
}

/// "stem en:surface" for every stem of some segments.
std::set<std::string> stems(const std::vector<Segment>& segments)
{
    std::set<std::string> lines;
    for (const Segment& segment : segments) {
        const auto by_number = surfaces(segment);
        const auto contents = segment.vocabulary.contents();
        for (const auto& [stem, words] : contents.stems) {
            for (const auto& word : words) {
                lines.insert(stem + ' ' + contents.languages[word.language] + ':' +
                             by_number.at(word.number));
            }
        }
    }
    return lines;
}

Xapian::Database by_xapian(const Snapshot& snapshot, const Segment& segment)
{
    return Xapian::Database{(snapshot.path() / "segments" / segment.name / "postings").string()};
}

/// "term docid/wdf …" for every term of some segments, as if their articles stood in one row.
std::map<std::string, std::string> postings(const Snapshot& snapshot)
{
    std::map<std::string, std::string> lines;
    std::size_t before = 0;
    for (const Segment& segment : snapshot.segments()) {
        const Xapian::Database database = by_xapian(snapshot, segment);
        for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
            const auto end = database.postlist_end(*term);
            for (auto posting = database.postlist_begin(*term); posting != end; ++posting) {
                lines[*term] += ' ' + std::to_string(before + *posting) + '/' +
                                std::to_string(posting.get_wdf());
            }
        }
        before += segment.articles();
    }
    return lines;
}

}  // namespace

TEST_SUITE("indexer/segment/merge")
{
    TEST_CASE("a merged segment is its parts' articles one behind the other")
    {
        const Merged merged;
        REQUIRE(merged.whole.segments().size() == 1);
        const Segment& whole = merged.whole.segments()[0];
        REQUIRE(whole.articles() == 6);
        const auto articles = parts_of_articles();
        std::size_t at = 0;
        for (std::size_t p = 0; p < articles.size(); ++p) {
            const Segment& part = merged.parts.segments()[p];
            for (std::size_t i = 0; i < articles[p].size(); ++i, ++at) {
                CAPTURE(articles[p][i].article.id);
                CHECK(*whole.bodies.article(at) == articles[p][i]);
                CHECK(spelled(whole, at) == spelled(part, i));
                const ColumnRow got = whole.columns.row(at);
                const ColumnRow wanted = part.columns.row(i);
                CHECK(got.length == wanted.length);
                CHECK(got.date == wanted.date);
                CHECK(got.hash == wanted.hash);
                CHECK(got.hash == content_hash(articles[p][i].article));
                CHECK(got.ordinals == wanted.ordinals);
                const auto place = merged.whole.find(articles[p][i].article.id);
                REQUIRE(place);
                REQUIRE(*place);
                CHECK((*place)->index == at);
            }
        }
    }

    TEST_CASE("token streams are the words of headline and body")
    {
        const Merged merged;
        const Segment& whole = merged.whole.segments()[0];
        const char* const wanted[] = {
            "lake ferries run again <2> the ferry of lake moro ran on sunday <0> the u.s. lent us "
            "a pilot <1> ministers waved the minister of ports did not ",
            "nada <2> la ministra del puerto hablo ",
            "паром снова ходит <2> министр сказал <0> министры молчали <0> the ferry ran ",
            "<2> the bridge and the ferry <0> the ministers of the u.s. came ",
            "<2> puertos y puentes ministras ",
            "only a headline <2> ",
        };
        for (std::size_t i = 0; i < std::size(wanted); ++i) {
            CHECK(spelled(whole, i) == wanted[i]);
        }
        CHECK(whole.columns.lengths()[0] == 4 * dateline::kTitleWeight + 22);
        CHECK(whole.columns.lengths()[3] == 11);
        CHECK(whole.columns.lengths()[5] == 3 * dateline::kTitleWeight);
    }

    TEST_CASE("vocabularies are united: each word's articles, each stem's words by language")
    {
        const Merged merged;
        const auto& vocabulary = merged.whole.segments()[0].vocabulary;
        CHECK(stems(merged.whole.segments()) == stems(merged.parts.segments()));
        std::map<std::string, std::uint32_t> articles;
        for (const Segment& part : merged.parts.segments()) {
            for (const auto& [word, entry] : part.vocabulary.contents().words) {
                articles[word] += entry.articles;
            }
        }
        std::set<std::uint32_t> numbers;
        const auto contents = vocabulary.contents();
        REQUIRE(contents.words.size() == articles.size());
        for (const auto& [word, entry] : contents.words) {
            CAPTURE(word);
            CHECK(entry.articles == articles.at(word));
            numbers.insert(entry.number);
        }
        CHECK(numbers.size() == articles.size());
        CHECK(*numbers.rbegin() == articles.size() - 1);
        CHECK(vocabulary.find("ferry")->articles == 3);
        CHECK(std::set<std::string>{contents.languages.begin(), contents.languages.end()} ==
              std::set<std::string>{"en", "es", "ru", "und"});
    }

    TEST_CASE("postings are those of the parts, with docids counted on")
    {
        const Merged merged;
        CHECK(postings(merged.whole) == postings(merged.parts));
        CHECK(postings(merged.whole).at("ferri") == " 1/4 4/1");
        CHECK_FALSE(by_xapian(merged.whole, merged.whole.segments()[0]).has_positions());
    }

    TEST_CASE("the entry adds up and digests every file")
    {
        const Merged merged;
        const SegmentEntry& entry = merged.segment;
        CHECK(entry.articles == 6);
        std::uint64_t words = 0;
        for (const auto length : merged.whole.segments()[0].columns.lengths()) { words += length; }
        CHECK(entry.words == words);
        const auto files =
            dateline::indexer::digest_segment(merged.sandbox.path() / "segments/000009");
        REQUIRE(files);
        CHECK(entry.files == *files);
        for (const std::string file :
             {"tokens", "vocabulary", "columns", "bodies", "postings/postlist.glass"}) {
            CAPTURE(file);
            REQUIRE(files->contains(file));
            CHECK(*dateline::digest_file(merged.sandbox.path() / "segments/000009" / file) ==
                  files->at(file));
        }
    }

    TEST_CASE("what is removed is gone: the segment is as if it had been built of the others")
    {
        std::vector<ArticleSet> without{ArticleSet{2}, ArticleSet{1}, ArticleSet{3}};
        without[0].insert(1);
        without[2].insert(0);
        without[2].insert(2);
        const Merged merged{without};
        const Segment& whole = merged.whole.segments()[0];
        const auto articles = parts_of_articles();
        const std::vector<AnalyzedArticle> kept{articles[0][0], articles[1][0], articles[2][1]};
        REQUIRE(whole.articles() == kept.size());

        const Sandbox sandbox;
        auto names = *NamesWriter::open(sandbox.at("names"), 0);
        Manifest manifest{.generation = 1, .versions = dateline::own_versions()};
        manifest.segments.push_back(build(sandbox.path(), "000001", names, kept));
        manifest.names.size = *names.append_to(sandbox.at("names"));
        const Snapshot fresh = opened(sandbox.path(), manifest);

        CHECK(postings(merged.whole) == postings(fresh));
        // A word may keep the stem of a language in which only removed articles had it.
        const auto kept_stems = stems(merged.whole.segments());
        for (const std::string& stem : stems(fresh.segments())) {
            CHECK(kept_stems.contains(stem));
        }
        CHECK(merged.segment.words == manifest.segments[0].words);
        CHECK(merged.segment.text_bytes == manifest.segments[0].text_bytes);
        for (std::size_t i = 0; i < kept.size(); ++i) {
            CHECK(*whole.bodies.article(i) == kept[i]);
            CHECK(spelled(whole, i) == spelled(fresh.segments()[0], i));
            CHECK(whole.columns.row(i).hash == fresh.segments()[0].columns.row(i).hash);
        }
        for (const auto& [word, entry] : fresh.segments()[0].vocabulary.contents().words) {
            CAPTURE(word);
            REQUIRE(whole.vocabulary.find(word));
            CHECK(whole.vocabulary.find(word)->articles == entry.articles);
        }
        CHECK_FALSE(whole.vocabulary.find("bridge"));
    }

    TEST_CASE("where everything is removed nothing is written")
    {
        const Merged merged;
        ArticleSet all{2};
        all.insert(0);
        all.insert(1);
        const auto entry = merge_segments({&merged.parts.segments()[0]}, {&all},
                                          merged.sandbox.path() / "segments/000010");
        REQUIRE(entry);
        CHECK(entry->articles == 0);
        CHECK_FALSE(fs::exists(merged.sandbox.path() / "segments/000010"));
    }

    TEST_CASE("merging into a folder that cannot be made fails with the reason")
    {
        const Merged merged;
        const auto failed = merge_segments({&merged.parts.segments()[0]}, {&merged.removed[0]},
                                           merged.sandbox.write("file", "x") + "/segment");
        REQUIRE_FALSE(failed);
        CHECK(failed.error().kind == dateline::ErrorKind::Io);
    }

    TEST_CASE("whole blocks of articles are taken over, others are packed anew")
    {
        const Sandbox sandbox;
        auto names = *NamesWriter::open(sandbox.at("names"), 0);
        Manifest manifest{.generation = 1, .versions = dateline::own_versions()};
        std::vector<AnalyzedArticle> all;
        for (const char* part : {"a", "b"}) {
            std::vector<AnalyzedArticle> articles(40);
            for (std::size_t i = 0; i < articles.size(); ++i) {
                articles[i].article = {.id = part + std::to_string(i), .language = "en"};
                for (std::size_t word = 0; word < 200; ++word) {
                    articles[i].article.body += "harbour" + std::to_string(word * i) + ' ';
                }
            }
            const std::string name = dateline::six_digits(manifest.next_segment++);
            manifest.segments.push_back(build(sandbox.path(), name, names, articles));
            all.insert(all.end(), articles.begin(), articles.end());
        }
        manifest.names.size = *names.append_to(sandbox.at("names"));
        const Snapshot parts = opened(sandbox.path(), manifest);
        const auto& segments = parts.segments();
        const auto whole = segments[0].bodies.block(0);
        REQUIRE(whole.articles > 2);
        REQUIRE(whole.articles < 40);
        ArticleSet gone{40};
        gone.insert(whole.articles + 1);  // in the next block
        const ArticleSet none{40};
        all.erase(all.begin() + static_cast<std::ptrdiff_t>(whole.articles + 1));
        const auto merged = merge_segments({&segments[0], &segments[1]}, {&gone, &none},
                                           sandbox.path() / "segments/000009");
        REQUIRE(merged);
        dateline::Dictionaries dictionaries{sandbox.at("dictionaries")};
        const auto bodies =
            dateline::Bodies::open(sandbox.path() / "segments/000009/bodies", dictionaries);
        REQUIRE(bodies);
        REQUIRE(bodies->articles() == all.size());
        for (std::size_t i = 0; i < all.size(); ++i) { CHECK(*bodies->article(i) == all[i]); }
        CHECK(bodies->block(0).bytes == whole.bytes);
        CHECK(bodies->block(39).bytes == segments[1].bodies.block(0).bytes);
        CHECK(bodies->block(whole.articles).bytes !=
              segments[0].bodies.block(whole.articles).bytes);
    }
}
