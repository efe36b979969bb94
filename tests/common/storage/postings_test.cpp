// Our reader of glass beside Xapian's, on databases of ours and of Xapian's, whole and damaged.
#include "common/storage/postings.hpp"

#include "common/storage/glass_keys.hpp"
#include "indexer/segment/glass_table.hpp"
#include "indexer/segment/inverter.hpp"
#include "tests/support/mutations.hpp"
#include "tests/support/sandbox.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <random>
#include <xapian.h>

using dateline::Done;
using dateline::ErrorKind;
using dateline::Failure;
using dateline::glass_key;
using dateline::PostingList;
using dateline::Postings;
using dateline::Status;
using dateline::indexer::GlassTableWriter;
using dateline::indexer::Inverter;
using dateline::tests::must;
using dateline::tests::Sandbox;

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

/// An article's terms and weights.
using Terms = std::map<std::string, std::uint32_t>;

void write_ours(const std::vector<Terms>& articles, const std::string& path)
{
    Inverter inverter;
    for (const Terms& terms : articles) {
        for (const auto& [term, weight] : terms) { inverter.add(inverter.term(term), weight); }
        inverter.end_article();
    }
    REQUIRE(inverter.write(path));
}

/// Writes what Xapian would, with as many changes as there are batches.
Xapian::WritableDatabase write_xapians(const std::vector<Terms>& articles, const std::string& path,
                                       std::size_t batch = 100000)
{
    Xapian::WritableDatabase database{path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS |
                                                Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST};
    std::size_t added = 0;
    for (const Terms& terms : articles) {
        Xapian::Document document;
        for (const auto& [term, weight] : terms) { document.add_term(term, weight); }
        database.add_document(document);
        if (++added % batch == 0) { database.commit(); }
    }
    database.commit();
    return database;
}

std::string spelled(std::uint32_t doc, std::uint32_t count)
{
    return ' ' + std::to_string(doc) + '/' + std::to_string(count);
}

std::string spelled(PostingList list)
{
    std::string line;
    for (; list.doc() != PostingList::kEnd; list.next()) {
        line += spelled(list.doc(), list.count());
    }
    return line;
}

/// Compares every term, list, count and length of a database with what Xapian reads there.
void check_as_xapian(const std::string& path)
{
    const Xapian::Database database{path};
    const auto postings = Postings::open(path);
    REQUIRE(postings);
    REQUIRE(postings->articles() == database.get_doccount());
    CHECK(postings->total_length() == database.get_total_length());
    auto terms = postings->terms();
    std::size_t wrong = 0;
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        REQUIRE(terms.next());
        std::string expected;
        const auto end = database.postlist_end(*term);
        for (auto posting = database.postlist_begin(*term); posting != end; ++posting) {
            expected += spelled(*posting, posting.get_wdf());
        }
        wrong += terms.term() != *term || terms.key() != glass_key(*term) ? 1 : 0;
        wrong += spelled(terms.list()) != expected ? 1 : 0;
        wrong += postings->frequency(*term) != database.get_termfreq(*term) ? 1 : 0;
        wrong += terms.list().occurrences() != database.get_collection_freq(*term) ? 1 : 0;
        auto found = postings->find(*term);
        REQUIRE(found);
        wrong += spelled(*std::move(found)) != expected ? 1 : 0;
    }
    CHECK_FALSE(terms.next());
    CHECK(wrong == 0);
    if (auto lengths = postings->lengths()) {
        for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id, lengths->next()) {
            wrong += lengths->doc() != id || lengths->count() != database.get_doclength(id) ? 1 : 0;
        }
        CHECK(lengths->doc() == PostingList::kEnd);
    } else {
        CHECK(database.get_doccount() == 0);
    }
    CHECK(wrong == 0);
    CHECK(postings->status());
}

/// Ours, and Xapian's: as it grew, and compacted into blocks of all sizes.
void check_all_writers(const std::vector<Terms>& articles)
{
    const Sandbox sandbox;
    write_ours(articles, sandbox.at("ours"));
    check_as_xapian(sandbox.at("ours"));
    auto database = write_xapians(articles, sandbox.at("grown"), articles.size() / 3 + 1);
    check_as_xapian(sandbox.at("grown"));
    for (const int block_bytes : {2048, 8192, 65536}) {
        CAPTURE(block_bytes);
        const std::string path = sandbox.at("compact" + std::to_string(block_bytes));
        database.compact(path, Xapian::DBCOMPACT_NO_RENUMBER | Xapian::Compactor::FULLER,
                         block_bytes);
        check_as_xapian(path);
    }
}

std::vector<Terms> zipf_articles(std::size_t count)
{
    std::mt19937 generator{17};
    const auto random = [&generator] { return static_cast<std::uint32_t>(generator()); };
    std::vector<Terms> articles;
    for (std::size_t i = 0; i < count; ++i) {
        Terms terms{{"Q" + std::to_string(i * 7919), 0}, {"all", 1 + random() % 300}};
        for (int w = 0; w < 9; ++w) {
            const double draw = static_cast<double>(random()) / 4294967296.0;
            const auto word = static_cast<std::uint32_t>(20000 * draw * draw * draw);
            terms[std::string(word % 23, 'w') + std::to_string(word)] += 1 + random() % 3;
        }
        articles.push_back(std::move(terms));
    }
    return articles;
}

/// A database of one leaf that holds these entries, and says to have `articles`.
Postings forged(const Sandbox& sandbox, std::size_t articles,
                const std::vector<std::pair<std::string, std::string>>& entries)
{
    const std::string path = sandbox.at("forged");
    write_ours(std::vector<Terms>(articles), path);
    GlassTableWriter table{path + "/postlist.glass"};
    for (const auto& [key, tag] : entries) { table.add(key, tag); }
    REQUIRE(table.finish());
    auto postings = Postings::open(path);
    REQUIRE(postings);
    return *std::move(postings);
}

/// Reads all there is of a database, in order and in leaps; says whether it opened.
Status walk_postings(const std::string& path)
{
    const auto postings = Postings::open(path);
    if (!postings) { return Failure{postings.error()}; }
    std::uint64_t sum = 0;
    const auto read = [&](PostingList list, std::uint32_t step) {
        must(list.frequency() <= postings->articles(), "frequencies are possible");
        for (std::uint32_t before = 0; list.doc() != PostingList::kEnd;) {
            must(list.doc() > before && list.doc() <= postings->articles(), "articles ascend");
            before = list.doc();
            sum += list.count();
            list.advance(before + step);
            must(list.doc() >= before + step, "it goes where it is told");
        }
        list.next();
        must(list.doc() == PostingList::kEnd, "the end is the end");
    };
    std::string before;
    for (auto terms = postings->terms(); terms.next();) {
        must(terms.key() > before, "terms ascend");
        before = terms.key();
        read(terms.list(), 1);
        if (auto list = postings->find(terms.term())) { read(*std::move(list), 700); }
    }
    for (const char* term : {"all", "some", "Q1", "none", "zzz"}) {
        if (auto list = postings->find(term)) { read(*std::move(list), 1500); }
    }
    if (auto list = postings->lengths()) { read(*std::move(list), 1); }
    const Status status = postings->status();
    must(status || status.error().kind == ErrorKind::IndexDamaged, "damage is told as such");
    must(sum != UINT64_MAX, "the counts are really read");
    return Done{};
}

/// Puts a database's folder round a mutation of one of its files.
Status walk_with(const fs::path& folder, const std::string& file, const fs::path& mutation)
{
    const fs::path path = folder / file;
    std::error_code ignored;
    fs::remove(path, ignored);
    fs::create_symlink(mutation, path);
    return walk_postings(folder);
}

/// Few articles with lists of several chunks, and keys that fill several levels of small blocks.
std::vector<Terms> articles_for_mutations()
{
    std::vector<Terms> articles(1300);
    for (std::size_t i = 0; i < articles.size(); ++i) {
        articles[i]["all"] = 1 + static_cast<std::uint32_t>(i * i % 500);
        if (i % 3 == 0) { articles[i]["some"] = 1; }
        if (i % 9 == 0) { articles[i]["Q" + std::to_string(i)] = 0; }
        if (i % 200 == 0) { articles[i]["rare\0"s + std::string(i % 150, 'r')] = 2; }
    }
    return articles;
}

}  // namespace

TEST_SUITE("common/storage/postings")
{
    TEST_CASE("whatever Xapian reads in a database, we read")
    {
        const std::string longest(245, 'z');
        const std::string nuls(122, '\0');
        check_all_writers({{{"a", 1}}});
        check_all_writers({{}});
        check_all_writers({{}, {{"a", 3}, {"b", 0}}, {}, {{"a", 1}}, {}});
        check_all_writers({{{longest, 1}, {longest.substr(1), 2}, {nuls, 3}, {nuls.substr(1), 4}}});
        check_all_writers(
            {{{"\0"s, 1}, {"\0\0"s, 1}, {"\xff"s, 1}, {"\xff\xff"s, 1}, {"a\0b"s, 1}, {"a", 1}},
             {{"a\0"s, 2}, {"a\x01"s, 2}, {"\xe0"s, 7}, {"\0\xe0"s, 5}, {"a\0\xff"s, 5}}});
        check_all_writers({{{"big", 4000000000U}}, {{"big", 294967295U}}});
    }

    TEST_CASE("long lists and many terms, over chunks, blocks and levels")
    {
        check_all_writers(zipf_articles(15000));
        std::vector<Terms> wide(2000);
        for (std::size_t i = 0; i < wide.size(); ++i) {
            wide[i][std::string(240, i % 2 == 0 ? 'l' : '\xff') + std::to_string(i)] = 1;
            wide[i][std::string(245, 'k')] = static_cast<std::uint32_t>(i * i % 800000);
        }
        check_all_writers(wide);
    }

    TEST_CASE("a database without articles has none of anything")
    {
        const Sandbox sandbox;
        write_xapians({}, sandbox.at("empty")).compact(sandbox.at("compact"));
        for (const char* name : {"empty", "compact"}) {
            CAPTURE(name);
            check_as_xapian(sandbox.at(name));
            const auto postings = Postings::open(sandbox.at(name));
            REQUIRE(postings);
            CHECK_FALSE(postings->find("a"));
            CHECK_FALSE(postings->lengths());
            CHECK(postings->status());
        }
    }

    TEST_CASE("terms that are not there are not found")
    {
        const Sandbox sandbox;
        write_ours(zipf_articles(3000), sandbox.at("ours"));
        const auto postings = Postings::open(sandbox.at("ours"));
        REQUIRE(postings);
        for (const std::string& term :
             {""s, "\0"s, "al"s, "alll"s, "\xff"s, std::string(245, '\0'), std::string(300, 'w'),
              std::string(100000, '\xff'), "all\0"s, "\0\xe0"s, "all\0\x01\x02"s}) {
            CAPTURE(term.size());
            CHECK_FALSE(postings->find(term));
            CHECK(postings->frequency(term) == 0);
        }
        CHECK(postings->status());
    }

    TEST_CASE("a cursor seeks the first term at or behind the one asked for")
    {
        const Sandbox sandbox;
        auto articles = zipf_articles(3000);
        for (Terms& terms : articles) { terms["all"] = 1; }  // of several chunks
        write_ours(articles, sandbox.at("ours"));
        const auto postings = Postings::open(sandbox.at("ours"));
        REQUIRE(postings);
        std::vector<std::string> all;
        for (auto cursor = postings->terms(); cursor.next();) { all.push_back(cursor.term()); }
        REQUIRE(all.size() > 100);
        std::size_t wrong = 0;
        for (const std::string& wanted : all) {
            for (const std::string& asked : {wanted, wanted.substr(0, 1), wanted + '~'}) {
                const auto expected = std::lower_bound(all.begin(), all.end(), asked);
                auto cursor = postings->terms();
                const bool is_there = cursor.seek(asked);
                wrong += is_there != (expected != all.end()) ? 1 : 0;
                if (is_there) { wrong += cursor.term() != *expected ? 1 : 0; }
            }
        }
        CHECK(wrong == 0);
        auto cursor = postings->terms();
        CHECK(cursor.seek(""));
        CHECK(cursor.term() == all.front());
        CHECK(cursor.next());
        CHECK(cursor.term() == all[1]);
        CHECK_FALSE(cursor.seek("\xff\xff"));
        CHECK(postings->status());
    }

    TEST_CASE("lists leap to the article wanted as Xapian's do")
    {
        std::vector<Terms> articles(70000);
        for (std::size_t i = 0; i < articles.size(); ++i) {
            articles[i]["all"] = 1;
            if (i % 3 == 0) { articles[i]["third"] = static_cast<std::uint32_t>(i % 400); }
            if (i % 150 == 7) { articles[i]["some"] = 2; }
            if (i > 30000 && i < 60000) { articles[i]["middle"] = 1; }
        }
        const Sandbox sandbox;
        write_ours(articles, sandbox.at("ours"));
        const auto postings = Postings::open(sandbox.at("ours"));
        REQUIRE(postings);
        const Xapian::Database database{sandbox.at("ours")};
        std::mt19937 random{23};
        const auto generator = [&random] { return static_cast<std::uint32_t>(random()); };
        const std::vector<std::string> terms{"all", "third", "some", "middle"};
        std::size_t wrong = 0;
        for (std::size_t i = 0; i < 100; ++i) {
            const std::string term = terms[i % terms.size()];
            const std::uint32_t stride = 1U << (generator() % 17U);
            auto list = postings->find(term);
            REQUIRE(list);
            auto expected = database.postlist_begin(term);
            for (std::uint32_t wanted = 1; wanted < 80000; wanted += 1 + generator() % stride) {
                expected.skip_to(wanted);
                list->advance(wanted);
                if (expected == database.postlist_end(term)) { break; }
                wrong += list->doc() != *expected || list->count() != expected.get_wdf() ? 1 : 0;
                wanted = list->doc();
            }
            list->advance(80000);
            CHECK(list->doc() == PostingList::kEnd);
        }
        CHECK(wrong == 0);
        CHECK(postings->status());
    }

    TEST_CASE("a list may be moved while it is read")
    {
        const Sandbox sandbox;
        write_ours(zipf_articles(9000), sandbox.at("ours"));
        auto opened = Postings::open(sandbox.at("ours"));
        REQUIRE(opened);
        const Postings postings = *std::move(opened);
        std::vector<PostingList> lists;
        for (int i = 0; i < 40; ++i) {
            lists.push_back(*postings.find("all"));
            lists.back().advance(static_cast<std::uint32_t>(200 * i + 1));
        }
        for (std::size_t i = 0; i < lists.size(); ++i) {
            CHECK(lists[i].doc() == 200 * i + 1);
            lists[i].advance(9000);
            CHECK(lists[i].doc() == 9000);
        }
    }

    TEST_CASE("docids sort as bytes, and come back")
    {
        std::string before;
        for (const std::uint32_t docid :
             {0U, 1U, 255U, 256U, 0x7FFFU, 0x8000U, 0xFFFFU, 0x10000U, 0x3FFFFFU, 0x400000U,
              0x1FFFFFFFU, 0x20000000U, 0x7FFFFFFFU, 0xFFFFFFFFU}) {
            CAPTURE(docid);
            std::string key;
            dateline::append_sortable(key, docid);
            CHECK(dateline::parse_sortable(key) == docid);
            CHECK_FALSE(dateline::parse_sortable(key + '\0'));
            CHECK_FALSE(dateline::parse_sortable(key.substr(0, key.size() - 1)));
            CHECK(before < key);
            before = key;
        }
        for (const std::string& bytes : {""s, "\0"s, "\xff\xff"s, "\xf0\1\1\1\1\1"s}) {
            CHECK_FALSE(dateline::parse_sortable(bytes));
        }
    }

    TEST_CASE("lists that cannot be end where the damage begins, and it is told")
    {
        const std::string later = "t\0"s;  // and a docid
        const struct {
            const char* what;
            std::vector<std::pair<std::string, std::string>> entries;
            const char* read;
            bool is_whole;
        } cases[] = {
            {"two articles", {{"t", "\2\2\0001\1\1\0\1"s}}, " 1/1 2/1", true},
            {"two chunks",
             {{"t", "\2\2\0000\0\1"s}, {later + "\0\2"s, "1\0\1"s}},
             " 1/1 2/1",
             true},
            {"an empty tag", {{"t", ""}}, "", false},
            {"no chunk", {{"t", "\1\1\0"s}}, "", false},
            {"no count", {{"t", "\1\1\0001\0"s}}, "", false},
            {"neither last nor not", {{"t", "\1\1\0002\0\1"s}}, "", false},
            {"more articles than there are", {{"t", "\5\5\0001\0\1"s}}, "", false},
            {"an article behind the last", {{"t", "\1\1\0041\0\1"s}}, "", false},
            {"a last one behind the last", {{"t", "\2\2\0001\5\1\3\1"s}}, "", false},
            {"a gap over the last", {{"t", "\3\3\0001\1\1\1\1"s}}, " 1/1", false},
            {"bytes behind the last", {{"t", "\2\2\0001\1\1\0\1\0\1"s}}, " 1/1 2/1", false},
            {"bytes missing before the last", {{"t", "\3\3\0001\2\1\0\1"s}}, " 1/1 2/1", false},
            {"a varint without end", {{"t", "\1\1\0001\0\xff\xff"s}}, " 1/0", false},
            {"a count too large", {{"t", "\1\1\0001\0\xff\xff\xff\xff\x10"s}}, " 1/0", false},
            {"a chunk missing", {{"t", "\2\2\0000\0\1"s}}, " 1/1", false},
            {"another list's chunk", {{"t", "\2\2\0000\0\1"s}, {"u", "1\0\1"s}}, " 1/1", false},
            {"a chunk that goes back",
             {{"t", "\2\2\0010\0\1"s}, {later + "\0\2"s, "1\0\1"s}},
             " 2/1",
             false},
            {"a chunk of no article",
             {{"t", "\2\2\0000\0\1"s}, {later + "\0"s, "1\0\1"s}},
             " 1/1",
             false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.what);
            const Sandbox sandbox;
            const Postings postings = forged(sandbox, 4, c.entries);
            auto list = postings.find("t");
            REQUIRE(list);
            CHECK(spelled(*std::move(list)) == c.read);
            CHECK(postings.status().has_value() == c.is_whole);
            if (!c.is_whole) { CHECK(postings.status().error().kind == ErrorKind::IndexDamaged); }
        }
    }

    TEST_CASE("trees that lead in a circle come to an end")
    {
        const Sandbox sandbox;
        write_ours(zipf_articles(4000), sandbox.at("ours"));
        const std::string good = dateline::tests::bytes_of(sandbox.path() / "ours/postlist.glass");
        constexpr std::size_t kBlock = dateline::indexer::kGlassBlockBytes;
        REQUIRE(good.size() > 20 * kBlock);
        // All blocks the same leaf; all the same branch; a branch whose children are one leaf.
        for (const std::size_t source : {std::size_t{3}, good.size() / kBlock - 1}) {
            for (const bool keeps_root : {true, false}) {
                CAPTURE(source);
                CAPTURE(keeps_root);
                std::string bytes = good;
                for (std::size_t at = 0; at + (keeps_root ? kBlock : 0) < bytes.size();
                     at += kBlock) {
                    bytes.replace(at, kBlock, good, source * kBlock, kBlock);
                }
                sandbox.write("ours/postlist.glass", bytes);
                const auto postings = Postings::open(sandbox.at("ours"));
                REQUIRE(postings);
                std::size_t terms = 0;
                for (auto cursor = postings->terms(); cursor.next();) { ++terms; }
                CHECK(terms < kBlock);
                CHECK_FALSE(postings->status());
            }
        }
    }

    TEST_CASE("files that are missing, cut or of another kind are damaged")
    {
        const Sandbox sandbox;
        std::vector<Terms> few(3);
        few[1]["t"] = 1;
        write_ours(few, sandbox.at("ours"));
        for (const std::string file : {"iamglass", "postlist.glass"}) {
            CAPTURE(file);
            const fs::path folder = sandbox.path() / "ours";
            const std::string good = dateline::tests::bytes_of(folder / file);
            dateline::tests::check_truncations(
                good, [&](const fs::path& path) { return walk_with(folder, file, path); });
            fs::remove(folder / file);
            const auto missing = Postings::open(folder);
            REQUIRE_FALSE(missing);
            CHECK(missing.error().kind == ErrorKind::IndexDamaged);
            sandbox.write("ours/" + file, good + "x");
            CHECK_FALSE(Postings::open(folder));
            sandbox.write("ours/" + file, good);
            CHECK(Postings::open(folder));
        }
        CHECK_FALSE(Postings::open(sandbox.at("none")));
    }

    TEST_CASE("whatever the bytes are, what is read lies inside and ends")
    {
        const Sandbox sandbox;
        const auto articles = articles_for_mutations();
        write_ours(articles, sandbox.at("ours"));
        write_xapians(articles, sandbox.at("grown"))
            .compact(sandbox.at("xapians"), Xapian::DBCOMPACT_NO_RENUMBER, 2048);
        std::uint32_t seed = 21'000'000;
        for (const std::string name : {"ours", "xapians"}) {
            for (const std::string file : {"iamglass", "postlist.glass"}) {
                CAPTURE(name);
                CAPTURE(file);
                const fs::path folder = sandbox.path() / name;
                const std::string good = dateline::tests::bytes_of(folder / file);
                dateline::tests::check_mutations(
                    good, [&](const fs::path& path) { return walk_with(folder, file, path); }, seed,
                    name == "ours" ? 10000 : 3000);
                fs::remove(folder / file);  // a link
                sandbox.write(name + '/' + file, good);
                seed += 1'000'000;
            }
        }
    }
}
