#include "indexer/segment/postings_builder.hpp"

#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <set>

using dateline::ErrorKind;
using dateline::indexer::merge_postings;
using dateline::indexer::PostingsBuilder;
using dateline::tests::Sandbox;

namespace {

/// A document with a term of its own, one that all have, and one that all even ones have.
Xapian::Document document(std::size_t number)
{
    Xapian::Document made;
    made.add_boolean_term("Q" + std::to_string(number));
    made.add_term("all", static_cast<Xapian::termcount>(1 + number % 7));
    if (number % 2 == 0) { made.add_term("even"); }
    return made;
}

Xapian::Document poison()
{
    Xapian::Document made = document(7);
    made.add_term(std::string(300, 'x'));
    return made;
}

/// The docids under which a term stands.
std::vector<Xapian::docid> docids(const Xapian::Database& database, const std::string& term)
{
    std::vector<Xapian::docid> found;
    const auto end = database.postlist_end(term);
    for (auto posting = database.postlist_begin(term); posting != end; ++posting) {
        found.push_back(*posting);
    }
    return found;
}

void add_good(PostingsBuilder& postings, std::size_t number)
{
    const auto added = postings.add(document(number));
    REQUIRE(added);
}

/// Checks that the database holds documents 1 to `count`, in order, each once.
void check_documents(const std::string& path, std::size_t count)
{
    const Xapian::Database database{path};
    REQUIRE(database.get_doccount() == count);
    CHECK(database.get_lastdocid() == count);
    CHECK(database.get_termfreq("even") == count / 2);
    const auto end = database.postlist_end("all");
    std::size_t number = 0;
    for (auto posting = database.postlist_begin("all"); posting != end; ++posting) {
        ++number;
        REQUIRE(*posting == number);
        REQUIRE(posting.get_wdf() == 1 + number % 7);
    }
    CHECK(number == count);
    for (number = 1; number <= count; number += 1 + count / 1000) {
        CAPTURE(number);
        REQUIRE(docids(database, "Q" + std::to_string(number)) ==
                std::vector<Xapian::docid>{static_cast<Xapian::docid>(number)});
    }
}

}  // namespace

TEST_SUITE("indexer/segment/postings_builder")
{
    TEST_CASE(
        "documents are numbered in the order of adding, over small databases and their merging")
    {
        // Small databases hold 300 documents; 50 of them are merged at a time.
        for (const std::size_t count : {1U, 299U, 300U, 301U, 650U, 15'000U, 15'301U}) {
            CAPTURE(count);
            const Sandbox sandbox;
            PostingsBuilder postings{sandbox.make_folder("scratch")};
            for (std::size_t i = 1; i <= count; ++i) { add_good(postings, i); }
            REQUIRE(postings.finish(sandbox.at("postings")));
            check_documents(sandbox.at("postings"), count);
        }
    }

    TEST_CASE("a refused document costs nothing but itself")
    {
        const std::size_t count = 620;
        const struct {
            const char* what;
            std::set<std::size_t> before;  ///< it comes before the document of this index
        } cases[] = {
            {"first", {0}},
            {"second", {1}},
            {"last of a small database", {299}},
            {"first of the second", {300}},
            {"behind the last", {count}},
            {"between all borders", {0, 1, 299, 300, 301, 599, 600, count}},
        };
        for (const auto& c : cases) {
            CAPTURE(c.what);
            const Sandbox sandbox;
            PostingsBuilder postings{sandbox.make_folder("scratch")};
            for (std::size_t i = 0; i <= count; ++i) {
                if (c.before.contains(i)) {
                    const auto refused = postings.add(poison());
                    REQUIRE_FALSE(refused);
                    CHECK(refused.error().kind == ErrorKind::InputFormat);
                    CHECK(refused.error().message.starts_with("Xapian refuses it: Term too long"));
                }
                if (i < count) { add_good(postings, i + 1); }
            }
            REQUIRE(postings.finish(sandbox.at("postings")));
            check_documents(sandbox.at("postings"), count);
        }
    }

    TEST_CASE("several refused documents in a row cost only themselves")
    {
        const Sandbox sandbox;
        PostingsBuilder postings{sandbox.make_folder("scratch")};
        for (std::size_t i = 1; i <= 5; ++i) {
            for (int round = 0; round < 3; ++round) { CHECK_FALSE(postings.add(poison())); }
            add_good(postings, i);
        }
        REQUIRE(postings.finish(sandbox.at("postings")));
        check_documents(sandbox.at("postings"), 5);
    }

    TEST_CASE("postings hold no positions, values or document data")
    {
        const Sandbox sandbox;
        PostingsBuilder postings{sandbox.make_folder("scratch")};
        for (std::size_t i = 1; i <= 700; ++i) { add_good(postings, i); }
        REQUIRE(postings.finish(sandbox.at("postings")));
        const Xapian::Database database{sandbox.at("postings")};
        CHECK_FALSE(database.has_positions());
        for (const Xapian::docid id : {1U, 350U, 700U}) {
            CHECK(database.get_document(id, Xapian::DOC_ASSUME_VALID).get_data().empty());
        }
        for (Xapian::valueno slot = 0; slot < 20; ++slot) {
            CHECK(database.get_value_freq(slot) == 0);
        }
        std::set<std::string> tables;
        for (const auto& file : std::filesystem::directory_iterator{sandbox.at("postings")}) {
            tables.insert(file.path().filename().string());
        }
        CHECK_FALSE(tables.contains("position.glass"));
        CHECK_FALSE(tables.contains("termlist.glass"));
        CHECK(tables.contains("postlist.glass"));
    }

    TEST_CASE("merging puts the documents of each part behind those of the one before")
    {
        const Sandbox sandbox;
        std::vector<std::filesystem::path> parts;
        std::size_t number = 0;
        for (const std::size_t size : {3U, 1U, 310U}) {
            PostingsBuilder part{sandbox.make_folder("scratch" + std::to_string(size))};
            for (std::size_t i = 0; i < size; ++i) { add_good(part, ++number); }
            parts.emplace_back(sandbox.at("part" + std::to_string(size)));
            REQUIRE(part.finish(parts.back()));
        }
        REQUIRE(merge_postings(parts, sandbox.at("merged")));
        check_documents(sandbox.at("merged"), number);
    }

    TEST_CASE("a disk that fails is told as such")
    {
        const Sandbox sandbox;
        PostingsBuilder nowhere{sandbox.path() / "none/scratch"};
        CHECK(nowhere.add(document(1)).error().kind == ErrorKind::Io);

        PostingsBuilder postings{sandbox.make_folder("scratch")};
        add_good(postings, 1);
        CHECK(postings.finish(sandbox.path() / "none/postings").error().kind == ErrorKind::Io);
        CHECK_FALSE(merge_postings({sandbox.path() / "none"}, sandbox.at("merged")));
    }
}
