// Our reader of glass beside Xapian's, on databases of ours and of Xapian's.
#include "common/storage/postings.hpp"

#include "common/storage/glass_keys.hpp"
#include "tests/support/sandbox.hpp"
#include "tests/support/written_postings.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <random>
#include <xapian.h>

using dateline::glass_key;
using dateline::PostingList;
using dateline::Postings;
using dateline::tests::Sandbox;
using dateline::tests::spelled;
using dateline::tests::Terms;
using dateline::tests::write_ours;
using dateline::tests::write_xapians;
using dateline::tests::zipf_articles;

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

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
}
