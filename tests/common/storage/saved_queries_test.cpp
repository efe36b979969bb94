#include "common/storage/saved_queries.hpp"

#include "common/storage/file.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <thread>

using dateline::change_saved;
using dateline::check_saved_name;
using dateline::ErrorKind;
using dateline::kMaxSavedBytes;
using dateline::Result;
using dateline::SavedQueries;
using dateline::tests::Sandbox;

namespace {

constexpr const char* kFile = "news.idx/saved.tsv";

std::string refusal_of(const std::string& text)
{
    const auto saved = SavedQueries::parse(text, kFile);
    return saved ? "" : saved.error().message;
}

}  // namespace

TEST_SUITE("common/storage/saved_queries")
{
    TEST_CASE("names and queries, as people write them")
    {
        const auto saved = SavedQueries::parse(
            "\xEF\xBB\xBF# mine\r\n"
            "\r\n"
            "ferries\tferry OR harbour\r\n"
            " Crédito_2 \t  \"a phrase\"\tand more \n"
            "\t\n"
            "ЛЕД-1.b\t*",
            kFile);
        REQUIRE(saved);
        REQUIRE(saved->all().size() == 3);
        CHECK(saved->all()[0].name == "ferries");
        CHECK(saved->all()[0].text == "ferry OR harbour");
        CHECK(saved->all()[0].line == 3);
        CHECK(saved->all()[1].text == "\"a phrase\"\tand more");
        CHECK(saved->all()[2].line == 6);
        for (const char* name : {"credito_2", "CRÉDITO_2", "Crédito_2"}) {
            CAPTURE(name);
            REQUIRE(saved->find(name) != nullptr);
            CHECK(saved->find(name)->line == 4);
        }
        CHECK(saved->find("лед-1.B") != nullptr);
        CHECK(saved->find("ferry") == nullptr);
        CHECK(saved->nearest("feries") == "ferries");
        CHECK(saved->nearest("trains").empty());
        CHECK(SavedQueries::parse("", kFile)->all().empty());
    }

    TEST_CASE("the first wrong line is named")
    {
        const struct {
            std::string text;
            std::string message;
        } cases[] = {
            {"# a\nferries", "'news.idx/saved.tsv', line 2: it has no tab"},
            {"a\tb\n\n\tferry", "'news.idx/saved.tsv', line 3: '' is no name for a query"},
            {"two words\tferry",
             "'news.idx/saved.tsv', line 1: 'two words' is no name for a query"},
            {"a:b\tferry", "'news.idx/saved.tsv', line 1: 'a:b' is no name for a query"},
            {"a\t \n", "'news.idx/saved.tsv', line 1: it has no query"},
            {"a\tb\nc\td\nÁ\tx\n",
             "'news.idx/saved.tsv', line 3: 'Á' is the name of line 1 already"},
            {"a\tb\nc\t\xff\xfe\n", "'news.idx/saved.tsv', line 2: it is not valid UTF-8"},
            {"a\t" + std::string(kMaxSavedBytes + 1, 'x'),
             "'news.idx/saved.tsv', line 1: its query is longer than 2048 bytes"},
            {std::string(1 << 20, 'x'), "'news.idx/saved.tsv', line 1: it has no tab"},
            {std::string("a\0b", 3), "'news.idx/saved.tsv', line 1: it has no tab"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.message);
            CHECK(refusal_of(c.text) == c.message);
        }
        std::string many;
        for (int i = 0; i <= 10'000; ++i) { many += "q" + std::to_string(i) + "\tferry\n"; }
        CHECK(refusal_of(many) ==
              "'news.idx/saved.tsv', line 10001: there are more than 10000 queries");
    }

    TEST_CASE("a name can stand behind saved: without quotes")
    {
        const struct {
            std::string name;
            bool is_name;
        } cases[] = {
            {"oil-majors", true},
            {"2022.q1", true},
            {"Ñandú", true},
            {"選挙", true},
            {"", false},
            {"#oil", false},
            {"oil^2", false},
            {"a b", false},
            {"a\u202Eb", false},
            {"a\x1b[31m", false},
            {"\xff", false},
            {"\"oil\"", false},
            {std::string(64, 'x'), true},
            {std::string(65, 'x'), false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.name);
            CHECK(check_saved_name(c.name).has_value() == c.is_name);
        }
    }

    TEST_CASE("changing keeps what people wrote around it")
    {
        const auto saved = SavedQueries::parse("# boats\nferries\tferry\n\nships\tship", kFile);
        REQUIRE(saved);
        CHECK(saved->text_with("trains", "train OR tram") ==
              "# boats\nferries\tferry\n\nships\tship\ntrains\ttrain OR tram\n");
        CHECK(saved->text_without(*saved->find("ferries")) == "# boats\n\nships\tship\n");
        CHECK(SavedQueries{}.text_with("a", "b").ends_with("\na\tb\n"));
    }

    TEST_CASE("who changes a file at the same time loses nothing")
    {
        const Sandbox sandbox;
        const std::string file = sandbox.at("saved.tsv");
        CHECK(SavedQueries::read(file)->all().empty());
        const auto add = [&file](const std::string& letter) {
            for (int i = 0; i < 20; ++i) {
                const auto changed = change_saved(file, [&](const SavedQueries& saved) {
                    return Result<std::string>{saved.text_with(letter + std::to_string(i), "x")};
                });
                CHECK(changed);
            }
        };
        std::thread other{[&] { add("a"); }};
        add("b");
        other.join();
        const auto saved = SavedQueries::read(file);
        REQUIRE(saved);
        CHECK(saved->all().size() == 40);
        const auto refused = change_saved(file, [](const SavedQueries&) -> Result<std::string> {
            return dateline::fail(ErrorKind::Usage, "no");
        });
        CHECK(refused.error().message == "no");
        CHECK(change_saved(sandbox.at("none/saved.tsv"),
                           [](const SavedQueries&) { return Result<std::string>{""}; })
                  .error()
                  .kind == ErrorKind::Io);
    }
}
