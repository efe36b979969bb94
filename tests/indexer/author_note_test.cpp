#include "indexer/author_note.hpp"

#include "tests/support/byline_text.hpp"

#include <doctest/doctest.h>
#include <string>

using dateline::indexer::read_author_bio;
using dateline::indexer::read_author_note;
using dateline::tests::shown;

TEST_SUITE("indexer/author_note")
{
    TEST_CASE("authors speak of themselves below their articles")
    {
        const struct {
            std::string line;
            std::string byline;
        } cases[] = {
            {"I’m Ann Lee, a keen writer for Evening Wire. I live in Lima.",
             "Ann Lee @ Evening Wire"},
            {"My name is Ann Lee, and I am a reporter.", "Ann Lee"},
            {"I'm sure, the writer said, that it is so.", "none"},
            {"I am Ann Lee, hear me roar.", "none"},
            {"Ann Lee is a writer for Evening Wire.", "none"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.line);
            CHECK(shown(read_author_note(c.line)) == c.byline);
        }
    }

    TEST_CASE("what is said of an author below an article names author and outlet")
    {
        CHECK(shown(read_author_bio("Ann Lee is the Lima correspondent of Harbour Daily.")) ==
              "Ann Lee @ Harbour Daily");
        CHECK(shown(read_author_bio("Ann Lee is our transport columnist.")) == "Ann Lee");
        CHECK(shown(read_author_bio("Ann Lee is happy that a reporter came.")) == "none");
        CHECK(shown(read_author_bio("The editor is a patient man.")) == "none");
    }

    TEST_CASE("hostile notes are read to their end")
    {
        for (const std::string piece : {"A,", " is ", "is a writer for ", ". ", "\xD9"}) {
            std::string line = "A B is a ";
            while (line.size() < 1'000'000) { line += piece; }
            CAPTURE(piece);
            CHECK_FALSE(read_author_bio(line));
            CHECK(shown(read_author_note("I'm " + line)) == "none");
        }
    }
}
