#include "common/storage/ledger.hpp"

#include "common/storage/names.hpp"
#include "tests/support/mutations.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using dateline::tests::Sandbox;

namespace {

/// The rows and problems of a ledger as lines of text.
std::string read(const std::string& text)
{
    std::vector<LedgerProblem> problems;
    const Ledger ledger = Ledger::parse(text, problems);
    std::string out;
    for (const LedgerRow& row : ledger.rows()) {
        out += std::to_string(row.line) + ":";
        for (const LedgerName& name : row.names) { out += " [" + std::string{name.text} + "]"; }
        for (const LedgerName& name : row.not_these) {
            out += " -[" + std::string{name.text} + "]";
        }
        for (const LedgerRole& role : row.roles) {
            out += " (" + std::string{role.title};
            if (role.days) { out += "|" + to_string(Date{role.days->first}); }
            out += ")";
        }
        out += row.never_a_person ? " never\n" : "\n";
    }
    for (const LedgerProblem& problem : problems) {
        out += "! " + std::to_string(problem.line) + ": " + problem.message + "\n";
    }
    return out;
}

const std::string kTitles = "canonical\taliases\tnot-these\tnever-a-person\trole\n";

}  // namespace

TEST_SUITE("common/storage/ledger")
{
    TEST_CASE("rows are read as spreadsheets write them")
    {
        const struct {
            std::string text;
            const char* rows;
        } cases[] = {
            {"", ""},
            {"# nothing\n\n", ""},
            {kTitles, ""},
            {kTitles + "Ana Ruiz\n", "2: [Ana Ruiz]\n"},
            {"\xEF\xBB\xBF" + kTitles + "Ana Ruiz\t\t\t\t\r\n\r\n", "2: [Ana Ruiz]\n"},
            {kTitles +
                 "Ana Ruiz\tAnita Ruiz; A. Ruiz Mora;\tAna Ruiz Paz\t\tmayor 2019..2023; poet\n",
             "2: [Ana Ruiz] [Anita Ruiz] [A. Ruiz Mora] -[Ana Ruiz Paz] (mayor|2019-01-01) "
             "(poet)\n"},
            {"# mine\nCanonical\tAliases\nAna Ruiz\tAnita\n# gone\nBo Lee\t\n",
             "3: [Ana Ruiz] [Anita]\n5: [Bo Lee]\n"},
            {"never-a-person\tcanonical\nyes\tNew Delhi\nNO\tBo Lee\n",
             "2: [New Delhi] never\n3: [Bo Lee]\n"},
            {"canonical\taliases\n\"Ana \"\"La Voz\"\" Ruiz\"\t\"Ana Ruiz; A. Ruiz\"\n",
             "2: [Ana \"La Voz\" Ruiz] [Ana Ruiz] [A. Ruiz]\n"},
            {"canonical\taliases\nAna Ruiz\tANA RUÍZ\n", "2: [Ana Ruiz] [ANA RUÍZ]\n"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(read(c.text) == c.rows);
        }
    }

    TEST_CASE("what is wrong is told with its line, and the other rows are read")
    {
        const struct {
            std::string text;
            const char* problems;
        } cases[] = {
            {"Ana Ruiz\tAnita\n", "! 1: there is no column 'ana ruiz'\n"},
            {"aliases\nx\n", "! 1: the first line names no column 'canonical'\n"},
            {"canonical\tcanonical\n", "! 1: the column 'canonical' comes twice\n"},
            {kTitles + "\tAnita\nBo Lee\n", "3: [Bo Lee]\n! 2: the row has no canonical name\n"},
            // Nothing but a sign without width: it would be the key of all such.
            {kTitles + "\u200b\tAnita\nBo Lee\n", "3: [Bo Lee]\n! 2: '\u200b' is no name\n"},
            {kTitles + "Ana\tAnita; \u200b\n", "! 2: '\u200b' is no name\n"},
            {kTitles + "Ana; Bo\n", "! 2: the canonical name has a semicolon\n"},
            {kTitles + "Ana\t\t\tmaybe\n", "! 2: never-a-person is 'maybe'\n"},
            {kTitles + "Ana\t\t\t\tmayor 2023..2019\n",
             "! 2: the role's days are wrong: the range ends before it begins\n"},
            {kTitles + "Ana\t\t\t\t\tmore\n", "! 2: 'more' stands in a column without a name\n"},
            {kTitles + "Ana\tBo\tBÓ\n",
             "! 2: 'Bo' is the person's name and not the person's name\n"},
            {kTitles + "Ana\tBo\n# x\nCy\tbo\n",
             "2: [Ana] [Bo]\n! 4: 'bo' is already a name of line 2\n"},
            {kTitles + "Ana\n\xff\n", "! 3: it is not valid UTF-8\n"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(read(c.text) == c.problems);
        }
    }

    TEST_CASE("a file with a wrong line is refused, and the line is named")
    {
        const Sandbox sandbox;
        sandbox.write("people.tsv", kTitles + "Ana\t\t\tmaybe\n");
        const auto read = Ledger::read(sandbox.at("people.tsv"));
        REQUIRE_FALSE(read);
        CHECK(read.error().kind == ErrorKind::InputFormat);
        CHECK(read.error().message.find("people.tsv' line 2: never-a-person") != std::string::npos);
        CHECK(read.error().hint == "write yes, or leave it empty");
        CHECK(Ledger::read(sandbox.at("none.tsv")).error().kind == ErrorKind::Io);
    }

    TEST_CASE("any bytes are read")
    {
        const std::string text = kTitles +
                                 "Ana Ruiz\t\"Anita; \"\"A\"\"\"\tAna Paz\tyes\tmayor 2019..2023\n"
                                 "# comment\nBo\tLee;;;\t\t\tpoet\n";
        for (std::uint32_t seed = 0; seed < 5'000; ++seed) {
            CAPTURE(seed);
            std::vector<LedgerProblem> problems;
            const Ledger ledger = Ledger::parse(tests::mutate(text, seed), problems);
            for (const LedgerRow& row : ledger.rows()) {
                REQUIRE_FALSE(row.names.empty());
                CHECK(name_key(row.canonical()) == row.names.front().key);
            }
        }
        CHECK(read(kTitles + std::string(100'000, ';') + "\n").starts_with("! 2"));
        CHECK(read(std::string(100'000, '\t')).empty());
    }
}
