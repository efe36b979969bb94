// Whole pages: menus above the headline, footers below the text, copies out of archives, the fields
// of mails and feeds.
#include "indexer/layout.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace dateline::indexer;

namespace {

const std::string kTitle = "Ferry returns without its piano";
const std::string kProse =
    "The ferry left the northern pier at noon with eleven people, two goats and a piano on board, "
    "and came back without the piano.";
const std::string kMore =
    "Nobody in the harbour office wanted to say what had become of it, or who is to pay for it "
    "now.";
const std::string kMenu = "Pier Gazette\nNews\nSport\nSearch the pier\nMore menu\nTides & winds\n";
const std::string kFoot =
    "Share\nTides and winds\nPrivacy policy\nJobs at the pier\nCopy link\nBack to top\n© Pier "
    "Gazette\n";

std::string page(const std::string& above, const std::string& below)
{
    return above + kTitle + "\nBy Ann Lee\n3 May 2019\n" + kProse + "\n" + kMore + "\n" + below;
}

}  // namespace

TEST_SUITE("indexer/layout_page")
{
    TEST_CASE("a menu above the headline is furniture, and may name the source")
    {
        const Layout layout = read_layout(page(kMenu, ""));
        CHECK(layout.title == kTitle);
        CHECK(layout.source == "Pier Gazette");
        CHECK(layout.byline == std::vector<std::string>{"Ann Lee"});
        CHECK(layout.body == kProse + "\n" + kMore);
        CHECK(layout.furniture.find("More menu") != std::string::npos);
        // Four short lines are no menu; nothing is lost.
        const Layout few =
            read_layout("Goats left\nPiano lost\nKotor mourns\n" + kProse + "\n" + kMore);
        CHECK(few.title == "Goats left");
    }

    TEST_CASE("a footer is furniture if the tables know some of it; lists and sentences are text")
    {
        const struct {
            std::string below;
            std::string ends;
        } cases[] = {
            {kFoot, kMore},
            // Furniture between the last paragraphs.
            {"Share\nCopy link\nAdvertisement\nThe goats are well, the harbour master said.\n" +
                 kFoot,
             "the harbour master said."},
            // Nothing of it is known.
            {"The crew\nAnn Lee\nBo Roe\nCy Fox\nDi May\nEd Orr of the pier office and its cat\n",
             "its cat"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.below);
            CHECK(read_layout(page("", c.below)).body.ends_with(c.ends));
        }
        const std::string record = kProse + "\n" + kMore + "\n" + kFoot;
        CHECK(
            read_layout(record, {.title = kTitle, .is_body = true}).body.find("Jobs at the pier") !=
            std::string::npos);
    }

    TEST_CASE("an archive's copy has the address of the page")
    {
        const struct {
            std::string first;
            std::string url;
        } cases[] = {
            {"The Wayback Machine - "
             "https://web.archive.org/web/20220721083412/https://pier.example/2022/07/18/piano",
             "https://pier.example/2022/07/18/piano"},
            {"This is Google's cache of https://pier.example/piano. It is a snapshot.",
             "https://pier.example/piano"},
            {"Google and https://pier.example/piano have agreed.", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.first);
            CHECK(read_layout(page(c.first + "\n\n", "")).url == c.url);
        }
    }

    TEST_CASE("of several addresses the one that spells the headline is the page's")
    {
        const std::string url = "https://pier.example/ferry-returns-without-its-piano";
        CHECK(read_layout(page("", "Copy the link " + url + "\n")).url == url);
        CHECK(read_layout(page("", "https://pier.example/jobs\nShort link: " + url + "\n")).url ==
              url);
        CHECK(read_layout(page("", "Copy the link https://pier.example/goats\n")).url.empty());
    }

    TEST_CASE("the fields of a mail or a feed are read and taken off")
    {
        const Layout mail = read_layout(
            "From: The Pier <pier@example.org>\nTo: list@example.org\n"
            "Subject: " +
            kTitle + "\nDate: Tue, 12 Sep 2023 11:02:47 +0000\n\n" + kProse + "\n" + kMore);
        CHECK(mail.title == kTitle);
        CHECK(mail.source == "The Pier");
        REQUIRE(mail.date);
        CHECK(to_string(*mail.date) == "2023-09-12");
        CHECK(mail.body == kProse + "\n" + kMore);
        const Layout feed = read_layout(kTitle +
                                        "\nlink: https://pier.example/a\ndc:creator: Ann Lee\n"
                                        "pubDate: Mon, 05 Feb 2024 09:14:22 +0000\n\n" +
                                        kProse + "\n" + kMore + "\nThe post " + kTitle +
                                        " appeared first on Pier Wire.");
        CHECK(feed.byline == std::vector<std::string>{"Ann Lee"});
        CHECK(feed.source == "Pier Wire");
        CHECK(feed.body == kProse + "\n" + kMore);
        // Speakers are no fields.
        const std::string speakers = "Ann: Where is it?\nBo: Gone.\nCy: Who will pay?\n";
        CHECK(read_layout(kTitle + "\n\n" + speakers + kProse).body.find("Cy: Who") !=
              std::string::npos);
    }

    TEST_CASE("what stands above a headline that is said twice or marked is none")
    {
        CHECK(read_layout("You have been registered!\n" + kTitle + "\n3 May 2019\n" + kTitle +
                          "\n" + kProse + "\n" + kMore)
                  .title == kTitle);
        const Layout marked = read_layout("**Ministry of Tides**\n\nBulletin 231\n\n# " + kTitle +
                                          "\n\n" + kProse + "\n\n" + kMore);
        CHECK(marked.title == kTitle);
        CHECK(marked.source == "Ministry of Tides");
    }

    TEST_CASE("names below a deck, with their places or their outlet, are a byline")
    {
        const struct {
            std::string line;
            std::vector<std::string> byline;
        } cases[] = {
            {"Ann Lee in Lima and Bo Roe in Kotor\nMAY 3 2019", {"Ann Lee", "Bo Roe"}},
            {"Ann Lee, ARD Mexiko-Stadt", {"Ann Lee"}},
            {"ANN LEE\nDA REPORTAGEM LOCAL", {"ANN LEE"}},
            {"Rubble crushed this piano in Lima, Peru", {}},
        };
        for (const auto& c : cases) {
            CAPTURE(c.line);
            const std::string deck =
                "The harbour office does not want to pay for what the sea has taken.";
            CHECK(read_layout(kTitle + "\n" + deck + "\n" + c.line + "\n" + kProse + "\n" + kMore)
                      .byline == c.byline);
        }
    }

    TEST_CASE("a quotation set off stands once, players and counters are furniture")
    {
        const std::string quote = "what had become of it, or who is to pay";
        const Layout layout = read_layout(kTitle + "\n" + kProse + "\n\"" + quote +
                                          "\"\n0:00 / 5:12\n" + "18.6K views\n" + kMore);
        CHECK(layout.body == kProse + "\n" + kMore);
        CHECK(read_layout(kTitle + "\n" + kProse + "\n\"It was a good old piano\"\n" + kMore)
                  .body.find("good old piano") != std::string::npos);
    }
}
