#include "benchmarks/compare/draw.hpp"

#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <map>
#include <set>

using namespace dateline;
using namespace dateline::compare;

namespace {

/// Forty articles: "common" in all, "harbour master" in every fourth, "wreck<n>" spelled in letters
/// in one each.
std::string corpus()
{
    std::string text;
    for (int i = 0; i < 40; ++i) {
        const std::string own = {'w',
                                 'r',
                                 'e',
                                 'c',
                                 'k',
                                 static_cast<char>('a' + i / 20),
                                 static_cast<char>('a' + i % 20)};
        text += "id" + std::to_string(i) + "\t20" + std::to_string(10 + i % 5) + "0301\t" +
                (i % 2 == 0 ? "NO;KE" : "") + "\t\tThe Common Headline\tcommon news of the " + own +
                (i % 4 == 0 ? ", the harbour master said. It isn't 12 over" : "") + "\n";
    }
    return text;
}

constexpr const char* kClasses =
    "band\tall\t0.9\t1\nband\tsome\t0.2\t0.3\nband\tone\t0\t0.03\n"
    "class\tterm\tterm\tone\t-\trelevance\n"
    "class\tboth\tand\tall one\t-\trelevance\n"
    "class\tphrase\tphrase\tsome some\t-\trelevance\n"
    "class\tprefix\tprefix\tone\t-\trelevance\n"
    "class\tdate\tterm\tall\tdate\trelevance\n"
    "class\tcountry\tterm\tone\tcountry\tdate\n"
    "class\tall\tall\t-\t-\trelevance\n";

std::vector<NamedQuestion> drawn(const tests::Sandbox& sandbox, std::uint64_t seed)
{
    const auto classes = parse_classes(kClasses);
    REQUIRE(classes);
    const auto questions = draw_questions(*classes, sandbox.write("corpus.tsv", corpus()),
                                          {.seed = seed, .of_each = 10});
    REQUIRE(questions);
    return *questions;
}

}  // namespace

TEST_SUITE("benchmarks/compare/draw")
{
    TEST_CASE("questions are distinct and of their bands, with facets as without")
    {
        const tests::Sandbox sandbox;
        std::map<std::string, std::set<std::string>> lines;
        std::map<std::string, std::size_t> counts;
        for (const auto& [name, question] : drawn(sandbox, 1)) {
            CAPTURE(line_of(question));
            ++counts[name];
            lines[name].insert(line_of(question));
            CHECK(question.facets == (name.find("+facets") != std::string::npos));
            if (name == "term") { CHECK(question.words.front().rfind("wreck", 0) == 0); }
            if (name == "both") {
                CHECK((question.words[0] == "common" || question.words[0] == "headline" ||
                       question.words[0] == "news"));
                CHECK(question.words[1].rfind("wreck", 0) == 0);
            }
            if (name == "phrase") {
                CHECK((question.words == std::vector<std::string>{"harbour", "master"} ||
                       question.words == std::vector<std::string>{"master", "said"}));
            }
            if (name == "prefix") { CHECK(question.words.front() == "wreck"); }
            if (name == "date") { CHECK(question.from.substr(4) == "0101"); }
            if (name == "country") {
                CHECK((question.country == "NO" || question.country == "KE"));
                CHECK(question.by_date);
            }
        }
        for (const auto& [name, count] : counts) {
            CAPTURE(name);
            CHECK(lines[name].size() == count);
        }
        CHECK(counts["term"] == 10);
        CHECK(counts["both"] == 10);
        CHECK(counts["country"] == 10);
        CHECK(counts["term+facets"] == 10);
        CHECK(counts["date"] == 8);  // three words, five years: what there is, evenly
        CHECK(counts["date+facets"] == 7);
        CHECK(counts["phrase"] == 1);
        CHECK(counts["phrase+facets"] == 1);
        CHECK(counts["prefix"] == 1);
        CHECK(counts["prefix+facets"] == 0);
    }

    TEST_CASE("no question with facets is one that was asked without them, but for all articles")
    {
        const tests::Sandbox sandbox;
        std::set<std::string> plain;
        for (auto& [name, question] : drawn(sandbox, 3)) {
            if (question.kind == "all") { continue; }
            Question bare = question;
            bare.facets = false;
            CAPTURE(name);
            const std::string line = name.substr(0, name.find('+')) + '\t' + line_of(bare);
            if (!question.facets) {
                plain.insert(line);
            } else {
                CHECK(plain.count(line) == 0);
            }
        }
        CHECK_FALSE(plain.empty());
        std::vector<bool> facets;
        for (const auto& [name, question] : drawn(sandbox, 3)) {
            if (question.kind == "all") { facets.push_back(question.facets); }
        }
        CHECK(facets == std::vector<bool>{false, true});
    }

    TEST_CASE("only whole words are drawn, and phrases of such as follow one another")
    {
        const tests::Sandbox sandbox;
        const std::string tsv = sandbox.write(
            "c.tsv",
            "a\t\t\t\tStorm\tIt isn't over, he didn't say: at six o'clock nytimes.com wrote "
            "\"peace talks\" (again). Café, well-known U.S. firm 4th/fifth, dead:line end.Next "
            "'single' over.\n");
        const auto words_of = [&](const std::string& row) {
            const auto classes = parse_classes("band\tany\t0\t1\nclass\tx\t" + row);
            REQUIRE(classes);
            const auto questions = draw_questions(*classes, tsv, {.of_each = 50});
            REQUIRE(questions);
            std::set<std::string> words;
            for (const auto& [name, question] : *questions) {
                std::string joined;
                for (const std::string& word : question.words) { joined += word + ' '; }
                words.insert(joined);
            }
            return words;
        };
        CHECK(words_of("term\tany\t-\trelevance") ==
              std::set<std::string>{"again ", "firm ", "over ", "peace ", "say ", "six ", "storm ",
                                    "talks ", "wrote "});
        CHECK(words_of("phrase\tany any\t-\trelevance") == std::set<std::string>{"peace talks "});
        const auto near = words_of("near\tany any\t-\trelevance");
        CHECK(near.count("talks again ") == 1);
        for (const std::string& pair : near) {
            CAPTURE(pair);
            CHECK(pair.find("storm") == std::string::npos);  // near nothing but the headline
        }
    }

    TEST_CASE("a seed gives the same questions again, another one others")
    {
        const tests::Sandbox sandbox;
        CHECK(text_of(drawn(sandbox, 7)) == text_of(drawn(sandbox, 7)));
        CHECK(text_of(drawn(sandbox, 7)) != text_of(drawn(sandbox, 8)));
    }

    TEST_CASE("a corpus that is not there is an error, and one without fit articles gives nothing")
    {
        const tests::Sandbox sandbox;
        const auto classes = parse_classes(kClasses);
        REQUIRE(classes);
        CHECK_FALSE(draw_questions(*classes, sandbox.at("missing.tsv"), {}));
        const auto questions = draw_questions(
            *classes, sandbox.write("odd.tsv", "only one field\n\t\t\t\t\t\n\xff\xfe\t1\n"), {});
        REQUIRE(questions);
        for (const NamedQuestion& named : *questions) { CHECK(named.question.kind == "all"); }
    }
}
