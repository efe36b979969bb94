// Our reader of glass on databases that are damaged, forged or mutated.
#include "common/storage/postings.hpp"
#include "indexer/segment/glass_table.hpp"
#include "tests/support/mutations.hpp"
#include "tests/support/sandbox.hpp"
#include "tests/support/written_postings.hpp"

#include <doctest/doctest.h>

using dateline::Done;
using dateline::ErrorKind;
using dateline::Failure;
using dateline::PostingList;
using dateline::Postings;
using dateline::Status;
using dateline::indexer::GlassTableWriter;
using dateline::tests::must;
using dateline::tests::Sandbox;
using dateline::tests::spelled;
using dateline::tests::Terms;
using dateline::tests::write_ours;
using dateline::tests::write_xapians;
using dateline::tests::zipf_articles;

namespace {

namespace fs = std::filesystem;
using namespace std::string_literals;

/// A database of one leaf that holds these entries, and says to have `articles`.
Postings forged(const Sandbox& sandbox, std::size_t articles,
                const std::vector<std::pair<std::string, std::string>>& entries)
{
    const std::string path = sandbox.at("forged");
    write_ours(std::vector<Terms>(articles), path);
    GlassTableWriter table{path + "/postlist.glass"};
    for (const auto& [key, tag] : entries) { table.add(key, tag); }
    REQUIRE(table.finish());
    auto postings = Postings::open(path);
    REQUIRE(postings);
    return *std::move(postings);
}

/// Reads all there is of a database, in order and in leaps; says whether it opened.
Status walk_postings(const std::string& path)
{
    const auto postings = Postings::open(path);
    if (!postings) { return Failure{postings.error()}; }
    std::uint64_t sum = 0;
    const auto read = [&](PostingList list, std::uint32_t step) {
        must(list.frequency() <= postings->articles(), "frequencies are possible");
        for (std::uint32_t before = 0; list.doc() != PostingList::kEnd;) {
            must(list.doc() > before && list.doc() <= postings->articles(), "articles ascend");
            before = list.doc();
            sum += list.count();
            list.advance(before + step);
            must(list.doc() >= before + step, "it goes where it is told");
        }
        list.next();
        must(list.doc() == PostingList::kEnd, "the end is the end");
    };
    std::string before;
    for (auto terms = postings->terms(); terms.next();) {
        must(terms.key() > before, "terms ascend");
        before = terms.key();
        read(terms.list(), 1);
        if (auto list = postings->find(terms.term())) { read(*std::move(list), 700); }
    }
    for (const char* term : {"all", "some", "Q1", "none", "zzz"}) {
        if (auto list = postings->find(term)) { read(*std::move(list), 1500); }
    }
    if (auto list = postings->lengths()) { read(*std::move(list), 1); }
    const Status status = postings->status();
    must(status || status.error().kind == ErrorKind::IndexDamaged, "damage is told as such");
    must(sum != UINT64_MAX, "the counts are really read");
    return Done{};
}

/// Puts a database's folder round a mutation of one of its files.
Status walk_with(const fs::path& folder, const std::string& file, const fs::path& mutation)
{
    const fs::path path = folder / file;
    std::error_code ignored;
    fs::remove(path, ignored);
    fs::create_symlink(mutation, path);
    return walk_postings(folder);
}

/// Few articles with lists of several chunks, and keys that fill several levels of small blocks.
std::vector<Terms> articles_for_mutations()
{
    std::vector<Terms> articles(1300);
    for (std::size_t i = 0; i < articles.size(); ++i) {
        articles[i]["all"] = 1 + static_cast<std::uint32_t>(i * i % 500);
        if (i % 3 == 0) { articles[i]["some"] = 1; }
        if (i % 9 == 0) { articles[i]["Q" + std::to_string(i)] = 0; }
        if (i % 200 == 0) { articles[i]["rare\0"s + std::string(i % 150, 'r')] = 2; }
    }
    return articles;
}

}  // namespace

TEST_SUITE("common/storage/postings_damage")
{
    TEST_CASE("lists that cannot be end where the damage begins, and it is told")
    {
        const std::string later = "t\0"s;  // and a docid
        const struct {
            const char* what;
            std::vector<std::pair<std::string, std::string>> entries;
            const char* read;
            bool is_whole;
        } cases[] = {
            {"two articles", {{"t", "\2\2\0001\1\1\0\1"s}}, " 1/1 2/1", true},
            {"two chunks",
             {{"t", "\2\2\0000\0\1"s}, {later + "\0\2"s, "1\0\1"s}},
             " 1/1 2/1",
             true},
            {"an empty tag", {{"t", ""}}, "", false},
            {"no chunk", {{"t", "\1\1\0"s}}, "", false},
            {"no count", {{"t", "\1\1\0001\0"s}}, "", false},
            {"neither last nor not", {{"t", "\1\1\0002\0\1"s}}, "", false},
            {"more articles than there are", {{"t", "\5\5\0001\0\1"s}}, "", false},
            {"an article behind the last", {{"t", "\1\1\0041\0\1"s}}, "", false},
            {"a last one behind the last", {{"t", "\2\2\0001\5\1\3\1"s}}, "", false},
            {"a gap over the last", {{"t", "\3\3\0001\1\1\1\1"s}}, " 1/1", false},
            {"bytes behind the last", {{"t", "\2\2\0001\1\1\0\1\0\1"s}}, " 1/1 2/1", false},
            {"bytes missing before the last", {{"t", "\3\3\0001\2\1\0\1"s}}, " 1/1 2/1", false},
            {"a varint without end", {{"t", "\1\1\0001\0\xff\xff"s}}, " 1/0", false},
            {"a count too large", {{"t", "\1\1\0001\0\xff\xff\xff\xff\x10"s}}, " 1/0", false},
            {"a chunk missing", {{"t", "\2\2\0000\0\1"s}}, " 1/1", false},
            {"another list's chunk", {{"t", "\2\2\0000\0\1"s}, {"u", "1\0\1"s}}, " 1/1", false},
            {"a chunk that goes back",
             {{"t", "\2\2\0010\0\1"s}, {later + "\0\2"s, "1\0\1"s}},
             " 2/1",
             false},
            {"a chunk of no article",
             {{"t", "\2\2\0000\0\1"s}, {later + "\0"s, "1\0\1"s}},
             " 1/1",
             false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.what);
            const Sandbox sandbox;
            const Postings postings = forged(sandbox, 4, c.entries);
            auto list = postings.find("t");
            REQUIRE(list);
            CHECK(spelled(*std::move(list)) == c.read);
            CHECK(postings.status().has_value() == c.is_whole);
            if (!c.is_whole) { CHECK(postings.status().error().kind == ErrorKind::IndexDamaged); }
        }
    }

    TEST_CASE("trees that lead in a circle come to an end")
    {
        const Sandbox sandbox;
        write_ours(zipf_articles(4000), sandbox.at("ours"));
        const std::string good = dateline::tests::bytes_of(sandbox.path() / "ours/postlist.glass");
        constexpr std::size_t kBlock = dateline::indexer::kGlassBlockBytes;
        REQUIRE(good.size() > 20 * kBlock);
        // All blocks the same leaf; all the same branch; a branch whose children are one leaf.
        for (const std::size_t source : {std::size_t{3}, good.size() / kBlock - 1}) {
            for (const bool keeps_root : {true, false}) {
                CAPTURE(source);
                CAPTURE(keeps_root);
                std::string bytes = good;
                for (std::size_t at = 0; at + (keeps_root ? kBlock : 0) < bytes.size();
                     at += kBlock) {
                    bytes.replace(at, kBlock, good, source * kBlock, kBlock);
                }
                sandbox.write("ours/postlist.glass", bytes);
                const auto postings = Postings::open(sandbox.at("ours"));
                REQUIRE(postings);
                std::size_t terms = 0;
                for (auto cursor = postings->terms(); cursor.next();) { ++terms; }
                CHECK(terms < kBlock);
                CHECK_FALSE(postings->status());
            }
        }
    }

    TEST_CASE("files that are missing, cut or of another kind are damaged")
    {
        const Sandbox sandbox;
        std::vector<Terms> few(3);
        few[1]["t"] = 1;
        write_ours(few, sandbox.at("ours"));
        for (const std::string file : {"iamglass", "postlist.glass"}) {
            CAPTURE(file);
            const fs::path folder = sandbox.path() / "ours";
            const std::string good = dateline::tests::bytes_of(folder / file);
            dateline::tests::check_truncations(
                good, [&](const fs::path& path) { return walk_with(folder, file, path); });
            fs::remove(folder / file);
            const auto missing = Postings::open(folder);
            REQUIRE_FALSE(missing);
            CHECK(missing.error().kind == ErrorKind::IndexDamaged);
            sandbox.write("ours/" + file, good + "x");
            CHECK_FALSE(Postings::open(folder));
            sandbox.write("ours/" + file, good);
            CHECK(Postings::open(folder));
        }
        CHECK_FALSE(Postings::open(sandbox.at("none")));
    }

    TEST_CASE("whatever the bytes are, what is read lies inside and ends")
    {
        const Sandbox sandbox;
        const auto articles = articles_for_mutations();
        write_ours(articles, sandbox.at("ours"));
        write_xapians(articles, sandbox.at("grown"))
            .compact(sandbox.at("xapians"), Xapian::DBCOMPACT_NO_RENUMBER, 2048);
        std::uint32_t seed = 21'000'000;
        for (const std::string name : {"ours", "xapians"}) {
            for (const std::string file : {"iamglass", "postlist.glass"}) {
                CAPTURE(name);
                CAPTURE(file);
                const fs::path folder = sandbox.path() / name;
                const std::string good = dateline::tests::bytes_of(folder / file);
                dateline::tests::check_mutations(
                    good, [&](const fs::path& path) { return walk_with(folder, file, path); }, seed,
                    name == "ours" ? 10000 : 3000);
                fs::remove(folder / file);  // a link
                sandbox.write(name + '/' + file, good);
                seed += 1'000'000;
            }
        }
    }
}
