// boilerplate: what it prints and writes is golden; what people make of the table is what add does.
#include "tests/support/golden.hpp"
#include "tests/support/run_program.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>
#include <string>

using dateline::tests::run_program;
using dateline::tests::Sandbox;

namespace {

const std::string kBox =
    "Get the Harbour Post each morning: our editors choose what you need to know of the coast. "
    "There is no charge for it.";

/// Thirty articles, of which every third has the box, and one of another outlet that quotes it.
std::string dump()
{
    std::string lines;
    for (int n = 1; n <= 30; ++n) {
        const std::string number = std::to_string(n);
        std::string body =
            "Ferry number " + number + " left the northern pier with people on board.";
        if (n % 3 == 0) { body += "\n\n" + kBox; }
        body += "\n\nThe harbour master of pier " + number + " had waved to it at noon.";
        lines += nlohmann::json{{"id", number},
                                {"source", "Harbour Post"},
                                {"title", "Ferry " + number + " sails"},
                                {"body", body}}
                     .dump() +
                 "\n";
    }
    return lines +
           nlohmann::json{{"id", "1"},
                          {"source", "Pier Weekly"},
                          {"title", "What newsletters promise"},
                          {"body", "This is what they write.\n\n" + kBox}}
               .dump() +
           "\n";
}

std::string read(const std::string& path)
{
    std::ifstream file{path, std::ios::binary};
    REQUIRE(file);
    return {std::istreambuf_iterator<char>{file}, {}};
}

}  // namespace

TEST_SUITE("cli/boilerplate")
{
    TEST_CASE("a box of one outlet is learned, left out, and put back by hand")
    {
        const Sandbox sandbox;
        const std::string index = sandbox.at("index");
        const std::string table = index + "/boilerplate.tsv";
        const std::string dumps = sandbox.write("harbour.jsonl", dump());
        const auto run = [&](const std::string& verb) {
            return run_program("dateline-index", {verb, "--index", index, dumps});
        };
        const auto hits = [&](const std::string& query) {
            return run_program("dateline-search", {"--index", index, "--format", "ids", query}).out;
        };

        const auto learned = run("boilerplate");
        CHECK(learned.code == 0);
        dateline::tests::check_golden("output/boilerplate.txt", learned.out + learned.err);
        CHECK(read(table) == learned.out);

        CHECK(run("add").code == 0);
        CHECK(hits("editors") == "pier weekly/1\n");
        CHECK(hits("furniture:editors source:\"Harbour Post\"").size() > 0);

        std::string kept = learned.out;
        const std::size_t row = kept.find("\ndrop\t");
        REQUIRE(row != std::string::npos);
        kept.replace(row + 1, 4, "keep");
        sandbox.write("index/boilerplate.tsv", kept);
        CHECK(run("add").err.starts_with("added 0, replaced 10, unchanged 21"));
        CHECK(hits("editors source:\"Harbour Post\"").size() > 0);

        // What people have decided stays.
        CHECK(run("boilerplate").out == kept);

        sandbox.write("index/boilerplate.tsv", "perhaps\t1\tHarbour Post\tOur box\n");
        const auto refused = run("add");
        CHECK(refused.code == 2);
        CHECK(refused.err.find("boilerplate.tsv, line 1") != std::string::npos);
    }
}
