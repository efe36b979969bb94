// The verbs as a whole, on files of our own: what they print last, and what they say of files that
// are not there.
#include "benchmarks/quality/commands/command.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <set>
#include <sstream>

using namespace dateline;
using namespace dateline::quality;
using dateline::tests::Sandbox;

namespace {

struct Printed {
    int code = 0;
    std::string out{};
    std::string err{};

    [[nodiscard]] std::string last_line() const
    {
        const std::size_t end = out.find_last_not_of('\n');
        return out.substr(out.rfind('\n', end) + 1, end - out.rfind('\n', end));
    }
};

Printed quality_run(std::vector<std::string> words)
{
    const cli::Program<Settings> program{.name = kProgramName,
                                         .summary = "",
                                         .commands = commands(),
                                         .options = options(),
                                         .default_verb = "",
                                         .versions = "",
                                         .fields = ""};
    std::ostringstream out;
    std::ostringstream err;
    const int code = cli::run(program, std::move(words), out, err);
    return {code, out.str(), err.str()};
}

}  // namespace

TEST_SUITE("benchmarks/quality/commands")
{
    TEST_CASE("every verb has a name of its own, a summary without full stop, and known options")
    {
        std::set<std::string_view> names;
        for (const Command* command : commands()) {
            CAPTURE(command->name);
            CHECK(names.insert(command->name).second);
            CHECK_FALSE(command->summary.empty());
            CHECK(command->summary.back() != '.');
        }
        for (const auto& option : options()) {
            CAPTURE(option.name);
            bool taken = false;
            for (const Command* command : commands()) {
                taken = taken || cli::has_word(option.verbs, command->name);
            }
            CHECK(taken);
        }
    }

    TEST_CASE("what is not there is said, and the others go on")
    {
        const Sandbox sandbox;
        for (const std::string verb :
             {"ranking", "ablation", "sentences", "ner", "countries", "people", "articles"}) {
            CAPTURE(verb);
            const Printed done = quality_run({verb, "--data", sandbox.at("nowhere")});
            CHECK(done.code == kNotMeasured);
            CHECK(done.out.find("not measured: ") != std::string::npos);
            CHECK(done.out.find("is not there") != std::string::npos);
            CHECK(done.last_line() == "verb=" + verb);
        }
        const std::string bio = sandbox.write("a.bio", "Ann\tB-PER\nLee\tI-PER\nspoke\tO\n");
        const std::string bad = sandbox.write("bad.bio", "no tab here\n");
        const Printed done =
            quality_run({"ner", "--bio", sandbox.at("none"), "--bio", bad, "--bio", bio});
        CHECK(done.code == kNotMeasured);
        CHECK(done.out.find("none' is not there") != std::string::npos);
        CHECK(done.out.find("bad.bio': line 1 is no token") != std::string::npos);
        CHECK(done.last_line().find(" a.bio.per.r=") != std::string::npos);
    }

    TEST_CASE("ranking indexes documents, asks the queries and scores the order")
    {
        const Sandbox sandbox;
        const std::string docs = sandbox.write(
            "docs.jsonl", R"({"id":"1","body":"Copper prices rose in the port."})"
                          "\n"
                          R"({"id":"2","body":"The orchestra played through the night."})"
                          "\n"
                          R"({"id":"3","body":"Copper and copper again: the copper mine opened."})"
                          "\n");
        const std::string queries =
            sandbox.write("q.tsv", "a\tcopper mine (opened\nb\torchestra\nc\tnobody judged\n");
        const std::string qrels = sandbox.write("r.tsv", "a 0 3 1\nb 0 2 1\nb 0 9 1\n");
        const Printed done =
            quality_run({"ranking", "--docs", docs, "--queries", queries, "--qrels", qrels});
        CAPTURE(done.out);
        CHECK(done.code == 0);
        CHECK(done.last_line() ==
              "verb=ranking queries=2 map=0.7500 map_se=0.2500 ndcg10=0.8066 p5=0.2000 "
              "recall100=0.7500");
        CHECK(done.out.find("left out, nothing is relevant: 1") != std::string::npos);
        const Printed weighed =
            quality_run({"ablation", "--docs", docs, "--queries", queries, "--qrels", qrels});
        CAPTURE(weighed.out);
        CHECK(weighed.code == 0);
        CHECK(weighed.last_line() == "verb=ablation bm25=0.7500 held_out=0.7500");
        CHECK(weighed.out.find("(preset)") != std::string::npos);
    }

    TEST_CASE("sentences are drawn from the dump, and the article is looked for that has them")
    {
        const Sandbox sandbox;
        const std::string docs = sandbox.write(
            "docs.jsonl",
            R"({"id":"1","body":"Copper prices in the northern port rose again this quiet morning."})"
            "\n"
            R"({"id":"2","body":"Nobody heard the orchestra play behind the closed theatre doors."})"
            "\n"
            R"({"id":"3","body":""})"
            "\n");
        const Printed done = quality_run({"sentences", "--docs", docs});
        CAPTURE(done.out);
        CHECK(done.code == 0);
        CHECK(done.last_line() ==
              "verb=sentences sentence.0=1.0000 words.0=1.0000 sentence.1=1.0000 words.1=1.0000 "
              "sentence.2=1.0000 words.2=1.0000 sentence.3=1.0000 words.3=1.0000");
    }

    TEST_CASE("countries and people are what the detectors find, not what the record states")
    {
        const Sandbox sandbox;
        const std::string gold = sandbox.write(
            "g.jsonl",
            R"({"id":"3","title":"Talks end","body":"President Inés Gómez of Bolivia met envoys of France.","dateline":"LIMA, May 2 -","countries":["bolivia","peru","japan"],"people":["gomez","nobody"]})"
            "\n"
            R"({"id":"4","title":"Only a headline about Japan","body":"","countries":["japan"],"people":["nobody"]})"
            "\n");
        const Printed countries = quality_run({"countries", "--gold", gold});
        CAPTURE(countries.out);
        CHECK(countries.code == 0);
        // Found BO, FR and, in the dateline, PE; of BO, PE and JP.
        CHECK(countries.out.find(" g.p=0.6667 g.r=0.6667 ") != std::string::npos);
        CHECK(countries.out.find(" g.held_out.r=0.6667 ") != std::string::npos);
        // All of them stand in the first words.
        CHECK(countries.out.find(" g.about.p=0.6667 g.about.r=0.6667 ") != std::string::npos);
        const Printed people = quality_run({"people", gold});
        CAPTURE(people.out);
        CHECK(people.last_line() == "verb=people g.tags=2 g.r=0.5000");
        CHECK(people.out.find("recall only") != std::string::npos);
    }

    TEST_CASE("people in another form of their names are right, but as spelled; unread is said")
    {
        const Sandbox sandbox;
        const std::string gold = sandbox.write(
            "g.jsonl",
            R"({"title":"Talks end","body":"President Inés Gómez met Senator Tom Hill.","people":["Inés Gómez Paz","Tom Hill"]})"
            "\n"
            R"({"people":["Bo Ek"]})"
            "\n");
        const Printed done = quality_run({"people", gold});
        CAPTURE(done.out);
        CHECK(done.last_line() ==
              "verb=people g.p=1.0000 g.r=0.6667 g.f1=0.8000 g_exact.p=0.5000 g_exact.r=0.3333 "
              "g_exact.f1=0.4000");
        CHECK(done.out.find("not read by the product: 1") != std::string::npos);
    }

    TEST_CASE("a body that is not kept has no furniture")
    {
        const Sandbox sandbox;
        sandbox.write("in/a.txt", "River Rises After Storm\n\nThe river rose in Peru.\n");
        const std::string unread = R"({"file":"none.txt","body":"The river rose."})";
        const std::string none = sandbox.write("none/gold.json", "[" + unread + "]");
        const Printed nothing = quality_run({"articles", none});
        CAPTURE(nothing.out);
        CHECK(nothing.last_line().find(".furniture") == std::string::npos);
        CHECK(nothing.last_line().find(" none.body.r=0.0000") != std::string::npos);
        const std::string some =
            sandbox.write("in/gold.json",
                          R"([{"file":"a.txt","body":"The river rose in Peru."},)" + unread + "]");
        const Printed done = quality_run({"articles", some});
        CAPTURE(done.out);
        CHECK(done.last_line().find(" in.body.r=0.5000 in.body.furniture=0.0000") !=
              std::string::npos);
    }

    TEST_CASE("articles are read from the files that the gold names")
    {
        const Sandbox sandbox;
        sandbox.write("in/a.txt",
                      "River Rises After Storm\n\nBy Ann Lee\n\nMay 2, 2020\n\nThe river rose in "
                      "Peru on Friday, and people left their homes.\n");
        const std::string gold = sandbox.write(
            "in/gold.json",
            R"([{"file":"a.txt","title":"River Rises After Storm","date":"2020-05-02","author":"Ann Lee","countries":["PE"],"people":[]},
                {"file":"none.txt","title":"Gone"}])");
        const Printed done = quality_run({"articles", "--gold", gold});
        CAPTURE(done.out);
        CHECK(done.code == 0);
        const std::string line = done.last_line();
        CHECK(line.starts_with("verb=articles in.title=0.5000 in.date=1.0000 in.byline=1.0000 "));
        CHECK(line.find(" in.countries.f1=1.0000") != std::string::npos);
        CHECK(line.ends_with(" in.doubled=0 in.unread=1"));
    }

    TEST_CASE("duplicates are refused as long as the product finds none")
    {
        const Printed done = quality_run({"duplicates"});
        CHECK(done.code == info(ErrorKind::Usage).exit_code);
        CHECK(done.err.find("finds no duplicates yet") != std::string::npos);
        const Printed with_gold = quality_run({"duplicates", "--gold", "pairs.jsonl"});
        CHECK(with_gold.err.find("finds no duplicates yet") == std::string::npos);
        CHECK(with_gold.err.find("gold") != std::string::npos);
    }
}
