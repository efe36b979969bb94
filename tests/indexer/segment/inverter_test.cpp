// What the inverter writes, read and checked by Xapian, beside what Xapian itself would have
// written.
#include "indexer/segment/inverter.hpp"

#include "common/storage/file.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <map>
#include <random>
#include <set>
#include <sstream>
#include <xapian.h>

using dateline::ErrorKind;
using dateline::indexer::Inverter;
using dateline::tests::Sandbox;

namespace {

/// An article's terms and weights, as Xapian would be given them.
using Terms = std::map<std::string, std::uint32_t>;

/// Every posting of a database: "term docid/wdf …".
std::map<std::string, std::string> lists(const Xapian::Database& database)
{
    std::map<std::string, std::string> found;
    for (auto term = database.allterms_begin(); term != database.allterms_end(); ++term) {
        std::string& line = found[*term];
        const auto end = database.postlist_end(*term);
        for (auto posting = database.postlist_begin(*term); posting != end; ++posting) {
            line += ' ' + std::to_string(*posting) + '/' + std::to_string(posting.get_wdf());
        }
        line += " tf " + std::to_string(database.get_termfreq(*term)) + " cf " +
                std::to_string(database.get_collection_freq(*term));
    }
    return found;
}

std::string statistics(const Xapian::Database& database)
{
    std::ostringstream text;
    text << database.get_doccount() << ' ' << database.get_lastdocid() << ' '
         << database.get_total_length() << ' ' << database.get_doclength_lower_bound() << ' '
         << database.get_doclength_upper_bound() << " lengths";
    for (Xapian::docid id = 1; id <= database.get_lastdocid(); ++id) {
        text << ' ' << database.get_doclength(id);
    }
    return text.str();
}

Xapian::Database by_xapian(const std::vector<Terms>& articles, const std::string& path)
{
    Xapian::WritableDatabase database{path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS |
                                                Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST};
    for (const Terms& terms : articles) {
        Xapian::Document document;
        for (const auto& [term, weight] : terms) {
            if (weight == 0) {
                document.add_boolean_term(term);
            } else {
                document.add_term(term, weight);
            }
        }
        database.add_document(document);
    }
    database.commit();
    return database;
}

Xapian::Database by_inverter(const std::vector<Terms>& articles, const std::string& path)
{
    Inverter inverter;
    for (const Terms& terms : articles) {
        for (const auto& [term, weight] : terms) { inverter.add(inverter.term(term), weight); }
        inverter.end_article();
    }
    REQUIRE(inverter.articles() == articles.size());
    REQUIRE(inverter.write(path));
    std::ostringstream report;
    const auto errors = Xapian::Database::check(path, 0, &report);
    CAPTURE(report.str());
    REQUIRE(errors == 0);
    return Xapian::Database{path};
}

void compare(const std::vector<Terms>& articles)
{
    const Sandbox sandbox;
    const auto expected = by_xapian(articles, sandbox.at("expected"));
    const auto written = by_inverter(articles, sandbox.at("postings"));
    CHECK(statistics(written) == statistics(expected));
    CHECK((lists(written) == lists(expected)));
}

}  // namespace

TEST_SUITE("indexer/segment/inverter")
{
    TEST_CASE("Xapian reads back what it would have written itself")
    {
        using namespace std::string_literals;
        const std::string longest(245, 'z');
        const std::string nuls(122, '\0');
        compare({{{"a", 1}}});
        compare({{}});
        compare({{}, {{"a", 3}, {"b", 0}}, {}, {{"a", 1}}, {}});
        compare({{{longest, 1}, {longest.substr(1), 2}, {nuls, 3}, {nuls.substr(1), 4}}});
        compare({{{"\0"s, 1}, {"\0\0"s, 1}, {"\xff"s, 1}, {"\xff\xff"s, 1}, {"a\0b"s, 1}, {"a", 1}},
                 {{"a\0"s, 2}, {"a\x01"s, 2}, {"\xe0"s, 7}, {"\0\xe0"s, 5}}});
        compare({{{"big", 4000000000U}}, {{"big", 294967295U}}});
    }

    TEST_CASE("random articles by Zipf's law, over many blocks and chunks")
    {
        std::mt19937 generator{7};
        const auto random = [&generator] { return static_cast<std::uint32_t>(generator()); };
        std::vector<Terms> articles;
        for (std::size_t i = 0; i < 40000; ++i) {
            Terms terms{{"Q" + std::to_string(i * 7919), 0}, {"all", 1 + random() % 300}};
            for (int w = 0; w < 12; ++w) {
                const double draw = static_cast<double>(random()) / 4294967296.0;
                const auto word = static_cast<std::uint32_t>(30000 * draw * draw * draw);
                terms[std::string(word % 23, 'w') + std::to_string(word)] += 1 + random() % 3;
            }
            articles.push_back(std::move(terms));
        }
        compare(articles);
    }

    TEST_CASE("readers leap over chunks to the article they want")
    {
        std::vector<Terms> articles(50000);
        for (std::size_t i = 0; i < articles.size(); ++i) {
            articles[i]["all"] = 1;
            if (i % 3 == 0) { articles[i]["third"] = 2; }
        }
        const Sandbox sandbox;
        const auto written = by_inverter(articles, sandbox.at("postings"));
        std::mt19937 generator{11};
        const auto random = [&generator] { return static_cast<std::uint32_t>(generator()); };
        for (int i = 0; i < 300; ++i) {
            auto posting = written.postlist_begin("third");
            for (Xapian::docid wanted = 1 + random() % 9000; wanted < articles.size();
                 wanted += 1 + random() % 9000) {
                posting.skip_to(wanted);
                if (posting == written.postlist_end("third")) { break; }
                REQUIRE(*posting == (wanted - 1 + 2) / 3 * 3 + 1);
            }
        }
    }

    TEST_CASE("a term given twice to an article adds up")
    {
        const Sandbox sandbox;
        Inverter inverter;
        for (int i = 0; i < 3; ++i) {
            inverter.add(inverter.term("x"), 2);
            inverter.add(inverter.term("y"), 0);
            inverter.add(inverter.term("x"), 3);
            inverter.end_article();
        }
        REQUIRE(inverter.write(sandbox.at("postings")));
        const auto found = lists(Xapian::Database{sandbox.at("postings")});
        CHECK(found.at("x") == " 1/5 2/5 3/5 tf 3 cf 15");
        CHECK(found.at("y") == " 1/0 2/0 3/0 tf 3 cf 0");
    }

    TEST_CASE("the same articles make the same bytes, and nothing but postings")
    {
        const Sandbox sandbox;
        const std::vector<Terms> articles{{{"a", 1}, {"b", 2}}, {{"b", 1}}};
        by_inverter(articles, sandbox.at("one"));
        const auto again = by_inverter(articles, sandbox.at("two"));
        for (const char* file : {"postlist.glass", "iamglass"}) {
            CHECK(dateline::digest_file(sandbox.path() / "one" / file)->hash ==
                  dateline::digest_file(sandbox.path() / "two" / file)->hash);
        }
        CHECK_FALSE(again.has_positions());
        CHECK(again.get_document(1, Xapian::DOC_ASSUME_VALID).get_data().empty());
        CHECK(again.get_value_freq(0) == 0);
        CHECK(dateline::list_folder(sandbox.path() / "one")->size() == 2);
    }

    TEST_CASE("a folder that cannot be made is told as such")
    {
        const Sandbox sandbox;
        Inverter inverter;
        inverter.add(inverter.term("x"), 1);
        inverter.end_article();
        const auto failed = inverter.write(sandbox.write("file", "x") + "/postings");
        REQUIRE_FALSE(failed);
        CHECK(failed.error().kind == ErrorKind::Io);
    }
}
