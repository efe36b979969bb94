#include "indexer/boilerplate.hpp"

#include "indexer/boilerplate_learner.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <fstream>

using namespace dateline::indexer;
using dateline::Article;
using dateline::ErrorKind;

namespace {

const std::string kBox =
    "Get the Harbour Post each morning: our editors choose what you need to know of the coast. "
    "There is no charge.";

/// The nth article of a source, with paragraphs of its own and one more.
Article article(int n, const std::string& also, const std::string& source = "Harbour Post")
{
    const std::string number = std::to_string(n);
    return {.title = "Ferry " + number,
            .body = "Ferry " + number + " left the northern pier with eleven people on board.\n\n" +
                    also + "\n\nThe harbour master of pier " + number + " had waved at noon.",
            .source = source};
}

std::vector<std::string> learned(const BoilerplateLearner& learner)
{
    std::vector<std::string> paragraphs;
    for (const BoilerplateRow& row : learner.rows()) { paragraphs.push_back(row.paragraph); }
    return paragraphs;
}

}  // namespace

TEST_SUITE("indexer/boilerplate")
{
    TEST_CASE("what stands in many articles of one source is learned")
    {
        const struct {
            const char* what;
            std::string paragraph;
            int articles;
            bool is_learned;
        } cases[] = {
            {"a box", kBox, 8, true},
            {"a box that stood seldom", kBox, 4, false},
            {"a short line wants more proof", "Our newsletter", 10, false},
            {"a short line", "Our newsletter", 40, true},
            {"a short sentence is said", "Go ahead.", 40, false},
            {"a quotation", "\"" + kBox + "\"", 40, false},
            {"a quotation in other marks", "« " + kBox + " »", 40, false},
            {"a dateline", "LIMA, Nov 8 (Wire) - " + kBox, 40, false},
            {"no letters", "* * *", 40, false},
            {"too long", std::string(kLongestBoilerplate + 1, 'x'), 40, false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.what);
            BoilerplateLearner learner;
            for (int n = 0; n < c.articles; ++n) { learner.see(article(n, c.paragraph)); }
            CHECK(learned(learner) ==
                  (c.is_learned ? std::vector{c.paragraph} : std::vector<std::string>{}));
        }
    }

    TEST_CASE("case, accents and blanks do not count; the source does")
    {
        BoilerplateLearner learner;
        for (int n = 0; n < 4; ++n) {
            learner.see(article(n, kBox));
            learner.see(article(n + 4, "  GET" + kBox.substr(3)));
            learner.see(article(n, kBox + " Écoute", "Other " + std::to_string(n)));
        }
        REQUIRE(learner.rows().size() == 1);
        CHECK(learner.rows()[0] == BoilerplateRow{.articles = 8,
                                                  .source = "Harbour Post",
                                                  .paragraph = "GET" + kBox.substr(3)});
    }

    TEST_CASE("copies and new versions of one article prove nothing")
    {
        BoilerplateLearner copies;
        BoilerplateLearner versions;
        for (int n = 0; n < 40; ++n) {
            copies.see(article(1, kBox));
            Article version = article(1, kBox);
            version.title = "Ferry left, version " + std::to_string(n);
            versions.see(version);
        }
        CHECK(copies.rows().empty());
        CHECK(versions.rows().empty());
    }

    TEST_CASE("memory is bounded, and what is common survives")
    {
        BoilerplateLearner learner{64};
        for (int n = 0; n < 400; ++n) { learner.see(article(n, kBox)); }
        CHECK(learned(learner) == std::vector{kBox});
    }

    TEST_CASE("paragraphs are lines, or what empty lines part where prose is wrapped")
    {
        using Paragraphs = std::vector<std::string_view>;
        CHECK(paragraphs_of("") == Paragraphs{});
        CHECK(paragraphs_of("One.\n Two.\n\nThree.") == Paragraphs{"One.", "Two.", "Three."});
        CHECK(paragraphs_of("The ferry left\nthe pier at\nnoon with\neleven.\n\nIt came\nback.") ==
              Paragraphs{"The ferry left\nthe pier at\nnoon with\neleven.", "It came\nback."});
    }

    TEST_CASE("a table is read as it was written, and people's states last")
    {
        const Boilerplate written{{{true, 8, "Post", kBox}, {false, 30, "", "To be continued"}}};
        const auto read = Boilerplate::parse(written.text());
        REQUIRE(read);
        CHECK(read->rows() == written.rows());
        CHECK(read->drops("Post", kBox));
        CHECK_FALSE(read->drops("Gazette", kBox));
        CHECK_FALSE(read->drops("", "To be continued"));
        Boilerplate table = *read;
        table.learn({{true, 31, "", "To be continued"}, {true, 9, "Post", "Imprint"}});
        REQUIRE(table.rows().size() == 3);
        CHECK(table.rows()[1] == BoilerplateRow{false, 31, "", "To be continued"});
        CHECK(table.drops("Post", "IMPRINT"));
    }

    TEST_CASE("a bad line is told by its number")
    {
        const struct {
            std::string text;
            std::string message;
        } cases[] = {
            {"# a\n\ndropp\t1\ts\tp\n", "line 3: 'dropp' is neither drop nor keep"},
            {"drop\t1\ts\n", "line 1: it has not four columns"},
            {"drop\t1\ts\tp\tq\n", "line 1: it has not four columns"},
            {"drop\t1\ts\tp\r\nkeep\tx\ts\tp", "line 2: 'x' is no number of articles"},
            {"drop\t-1\ts\tp", "line 1: '-1' is no number of articles"},
            {"drop\t1\ts\t ", "line 1: its paragraph has to have 1 to 1000 bytes"},
            {"drop\t1\ts\t" + std::string(1001, 'x'),
             "line 1: its paragraph has to have 1 to 1000 bytes"},
            {"drop\t1\ts\t\xFF", "line 1: it is not UTF-8"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.message);
            const auto read = Boilerplate::parse(c.text);
            REQUIRE_FALSE(read);
            CHECK(read.error().kind == ErrorKind::InputFormat);
            CHECK(read.error().message == "boilerplate.tsv, " + c.message);
        }
    }

    TEST_CASE("an index without a table has an empty one")
    {
        const dateline::tests::Sandbox sandbox;
        REQUIRE(Boilerplate::open(sandbox.path()));
        CHECK(Boilerplate::open(sandbox.path())->rows().empty());
        std::ofstream{sandbox.path() / kBoilerplateFile} << "drop\t7\tPost\tImprint\n";
        CHECK(Boilerplate::open(sandbox.path())->drops("Post", "imprint"));
    }

    TEST_CASE("what is dropped goes from the body to the furniture")
    {
        const Boilerplate table{{{true, 8, "Post", "Imprint"}, {true, 8, "Post", "Our letter"}}};
        const struct {
            std::string body;
            std::string left;
            std::string furniture;
        } cases[] = {
            {"One.\n\nImprint\n\nTwo.", "One.\n\nTwo.", "Share\nImprint"},
            {"Imprint\nOne.\nour  letter", "One.", "Share\nImprint\nour  letter"},
            {"  One.\n  Two.", "  One.\n  Two.", "Share"},
            {"Imprint\n\nOur letter", "Imprint\n\nOur letter", "Share"},
            {"", "", "Share"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.body);
            Article article{.body = c.body, .furniture = "Share", .source = "Post"};
            table.apply(article);
            CHECK(article.body == c.left);
            CHECK(article.furniture == c.furniture);
        }
        Article derived{.title = "Imprint",
                        .title_derived = true,
                        .body = "Imprint\n\nThe ferry left. It came back.",
                        .source = "Post"};
        table.apply(derived);
        CHECK(derived.title == "The ferry left.");
    }
}
