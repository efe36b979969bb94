#include "common/storage/terms.hpp"

#include "common/storage/file.hpp"
#include "tests/support/sandbox.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <set>
#include <xapian.h>

using dateline::Date;
using dateline::date_term;
using dateline::date_terms;
using dateline::FieldId;
using dateline::id_term;
using dateline::keyword_term;
using dateline::safe_term;

namespace {

constexpr std::size_t kLimit = 245;  // Xapian's, NULs counted twice

std::size_t xapian_size(std::string_view term)
{
    return term.size() + static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
}

std::string joined(const std::vector<std::string>& terms)
{
    std::string text;
    for (const std::string& term : terms) { text += (text.empty() ? "" : " ") + term; }
    return text;
}

}  // namespace

TEST_SUITE("common/storage/terms")
{
    TEST_CASE("a term is prefix and value, as long as Xapian takes it")
    {
        const std::string nuls(10, '\0');
        const struct {
            const char* what;
            std::string prefix;
            std::string value;
            bool is_whole;
        } cases[] = {
            {"short", "XP", "ana ruiz", true},
            {"empty", "L", "", true},
            {"at the limit", "XP", std::string(243, 'a'), true},
            {"over the limit", "XP", std::string(244, 'a'), false},
            {"no prefix, at the limit", "", std::string(245, 'a'), true},
            {"no prefix, over the limit", "", std::string(246, 'a'), false},
            {"NULs", "Q", "a" + nuls + "b", true},
            {"NULs, at the limit", "Q", nuls + std::string(224, 'a'), true},
            {"NULs, over the limit", "Q", nuls + std::string(225, 'a'), false},
            {"only NULs", "Q", std::string(122, '\0'), true},
            {"too many NULs", "Q", std::string(123, '\0'), false},
            {"very long", "Q", std::string(1 << 20, 'a'), false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.what);
            const std::string term = safe_term(c.prefix, c.value);
            CHECK(xapian_size(term) <= kLimit);
            CHECK((term == c.prefix + c.value) == c.is_whole);
            CHECK(term.starts_with(c.prefix));
            if (!c.is_whole) {
                CHECK(term.ends_with(dateline::hash_hex(c.value)));
                CHECK(term.find('\0') == std::string::npos);
            }
        }
    }

    TEST_CASE("long values that differ have different terms")
    {
        const std::string common(300, 'a');
        std::set<std::string> terms;
        std::size_t count = 0;
        for (int i = 0; i < 50; ++i) {
            for (const std::string& id :
                 {common + std::to_string(i), std::to_string(i) + common,
                  common + std::string(static_cast<std::size_t>(i), '\0')}) {
                terms.insert(id_term(id));
                ++count;
            }
        }
        CHECK(terms.size() == count);
        CHECK(id_term(common) == id_term(std::string(300, 'a')));
    }

    TEST_CASE("values stand behind their field's prefix, names under their key")
    {
        CHECK(id_term("reuters/1") == "Qreuters/1");
        const struct {
            FieldId field;
            const char* value;
            const char* term;
        } cases[] = {
            {FieldId::Person, "Nicolás  Maduro", "XPnicolas maduro"},
            {FieldId::Source, "TASS", "XStass"},
            {FieldId::Country, "VE", "NVE"},
            {FieldId::Language, "es", "Les"},
            {FieldId::Host, "example.org", "Hexample.org"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.term);
            CHECK(keyword_term(c.field, c.value) == c.term);
        }
    }

    TEST_CASE("a date has the terms of all that is known of it")
    {
        const struct {
            FieldId field;
            const char* date;
            const char* terms;
        } cases[] = {
            {FieldId::Date, "2022-02-16", "Y2022 M202202 D20220216"},
            {FieldId::Date, "2022-02", "Y2022 M202202"},
            {FieldId::Date, "2022", "Y2022"},
            {FieldId::Date, "0001-01-01", "Y0001 M000101 D00010101"},
            {FieldId::Date, "9999-12-31", "Y9999 M999912 D99991231"},
            {FieldId::Mentions, "1991-12-08", "XMY1991 XMM199112 XMD19911208"},
            {FieldId::Mentions, "1991", "XMY1991"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.date);
            const Date date = *dateline::parse_date(c.date);
            CHECK(joined(date_terms(c.field, date)) == c.terms);
            CHECK(date_term(c.field, date) == date_terms(c.field, date).back());
        }
    }

    TEST_CASE("Xapian takes every term")
    {
        const dateline::tests::Sandbox sandbox;
        std::vector<std::string> terms;
        for (std::size_t size = 0; size < 300; ++size) {
            terms.push_back(id_term(std::string(size, 'a')));
            terms.push_back(id_term(std::string(size, '\0')));
            terms.push_back(id_term("\xFF" + std::string(size, '\0') + std::string(100, 'b')));
        }
        {
            Xapian::WritableDatabase database{sandbox.at("postings"), Xapian::DB_CREATE};
            Xapian::Document document;
            for (const std::string& term : terms) { document.add_term(term); }
            database.add_document(document);
            database.commit();
        }
        const Xapian::Database database{sandbox.at("postings")};
        for (const std::string& term : terms) {
            CAPTURE(term.size());
            CHECK(database.get_termfreq(term) == 1);
        }
    }
}
