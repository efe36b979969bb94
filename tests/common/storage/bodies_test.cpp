#include "common/storage/bodies.hpp"

#include "common/storage/bytes.hpp"
#include "common/storage/tokens.hpp"
#include "tests/support/mutations.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <random>
#include <zstd.h>

using dateline::AnalyzedArticle;
using dateline::Bodies;
using dateline::BodiesWriter;
using dateline::Dictionaries;
using dateline::Done;
using dateline::encode_article;
using dateline::ErrorKind;
using dateline::Failure;
using dateline::SectionWriter;
using dateline::Status;
using dateline::tests::Sandbox;

namespace {

constexpr std::string_view kMagic = "DLBODIE5";
constexpr std::uint32_t kDictionary = 40000;

AnalyzedArticle article(std::size_t number)
{
    const char* const sentences[] = {
        "The council of the harbour town met again.", "Nobody had asked for a second bridge.",
        "El puerto cerró por la niebla.", "Fishermen blamed the new customs rules.",
        "A spokeswoman said the ferry would run on Sunday."};
    std::mt19937 random{static_cast<std::uint32_t>(number)};
    AnalyzedArticle made{.article = {.id = "harbour/" + std::to_string(number),
                                     .title = "Harbour notes " + std::to_string(random()),
                                     .language = "en"}};
    for (std::size_t i = 5 + random() % 40; i > 0; --i) {
        made.article.body += sentences[random() % 5];
        made.article.body += ' ' + std::to_string(random() % 1000) + '\n';
    }
    return made;
}

std::vector<AnalyzedArticle> articles(std::size_t count)
{
    std::vector<AnalyzedArticle> made;
    for (std::size_t i = 0; i < count; ++i) { made.push_back(article(i)); }
    return made;
}

/// A dictionary, kept in a folder as an index keeps it.
const std::string& trained(const Sandbox& sandbox)
{
    static const std::string bytes = [] {
        std::vector<std::string> records;
        std::size_t size = 0;
        while (size < 1100 << 10) {
            records.push_back(encode_article(article(1000 + records.size())));
            size += records.back().size();
        }
        return dateline::train_dictionary(records, kDictionary);
    }();
    sandbox.write("dictionaries/" + std::to_string(kDictionary), bytes);
    return bytes;
}

void write_bodies(const std::filesystem::path& path, const std::vector<AnalyzedArticle>& all,
                  std::string_view dictionary)
{
    BodiesWriter bodies{path};
    if (!dictionary.empty()) { bodies.use_dictionary(kDictionary, dictionary); }
    for (const AnalyzedArticle& one : all) { bodies.add(one.article.id, encode_article(one)); }
    REQUIRE(bodies.finish());
}

/// A block of so many articles that are all called alike, whatever is in it.
dateline::BodyBlock block_of(std::string& bytes, const std::string& frame, std::size_t count = 1)
{
    bytes.clear();
    for (std::size_t i = 0; i < count; ++i) { dateline::append_string(bytes, "harbour/1"); }
    bytes += frame;
    return {.articles = count, .bytes = bytes};
}

void write_blocks(const std::filesystem::path& path, const std::vector<std::string>& frames)
{
    BodiesWriter bodies{path};
    std::string bytes;
    for (const std::string& frame : frames) { bodies.add_block(block_of(bytes, frame)); }
    REQUIRE(bodies.finish());
}

std::string sized(std::string_view record)
{
    std::string out;
    dateline::append_string(out, record);
    return out;
}

std::string compressed(std::string_view record)
{
    std::string frame(ZSTD_compressBound(record.size()), '\0');
    frame.resize(ZSTD_compress(frame.data(), frame.size(), record.data(), record.size(), 1));
    return frame;
}

dateline::tests::Walk walk_bodies(const std::filesystem::path& dictionary_folder)
{
    return [dictionary_folder](const std::filesystem::path& path) -> Status {
        Dictionaries dictionaries{dictionary_folder};
        const auto bodies = Bodies::open(path, dictionaries);
        if (!bodies) { return Failure{bodies.error()}; }
        for (std::size_t i = 0; i < bodies->articles() + 2; ++i) {
            const auto read = bodies->article(i);
            dateline::tests::must(!read || bodies->id(i), "an article that is there has an id");
            dateline::tests::must(read || read.error().kind == ErrorKind::IndexDamaged,
                                  "an article is there or damaged");
        }
        return Done{};
    };
}

}  // namespace

TEST_SUITE("common/storage/bodies")
{
    TEST_CASE("articles come back, with a dictionary and without")
    {
        const Sandbox sandbox;
        const std::string& dictionary = trained(sandbox);
        for (const std::string_view used : {std::string_view{}, std::string_view{dictionary}}) {
            for (const std::size_t count : {0U, 1U, 2U, 30U, 300U}) {
                CAPTURE(used.size());
                CAPTURE(count);
                const auto all = articles(count);
                write_bodies(sandbox.at("bodies"), all, used);
                Dictionaries dictionaries{sandbox.at("dictionaries")};
                const auto bodies = Bodies::open(sandbox.at("bodies"), dictionaries);
                REQUIRE(bodies);
                REQUIRE(bodies->articles() == count);
                for (std::size_t i = 0; i < count; ++i) {
                    const auto read = bodies->article(i);
                    REQUIRE(read);
                    CHECK(*read == all[i]);
                    CHECK(*bodies->id(i) == all[i].article.id);
                }
            }
        }
    }

    TEST_CASE("blocks hold some articles, many small ones at most 64, and a large one is alone")
    {
        const Sandbox sandbox;
        std::vector<AnalyzedArticle> all(100);
        for (std::size_t i = 0; i < all.size(); ++i) {
            all[i].article.id = "a/" + std::to_string(i);
        }
        all[70].article.body = std::string(3 * dateline::kBlockBytes, 'x');
        write_bodies(sandbox.at("bodies"), all, {});
        Dictionaries dictionaries{sandbox.path()};
        const auto bodies = Bodies::open(sandbox.at("bodies"), dictionaries);
        REQUIRE(bodies);
        std::vector<std::size_t> sizes;
        for (std::size_t i = 0; i < all.size(); i += sizes.back()) {
            const auto block = bodies->block(i);
            CHECK(block.first == i);
            sizes.push_back(block.articles);
            REQUIRE(block.articles > 0);
        }
        CHECK(sizes == std::vector<std::size_t>{64, 6, 1, 29});
        CHECK(bodies->block(65).first == 64);
        CHECK(bodies->block(100).bytes.empty());
        for (const std::size_t i : {99U, 0U, 70U, 64U, 63U, 71U, 0U, 99U}) {
            CHECK(*bodies->article(i) == all[i]);
        }
    }

    TEST_CASE("ids are read without their articles, and are damaged if they are no text")
    {
        const Sandbox sandbox;
        Dictionaries dictionaries{sandbox.path()};
        const std::vector<std::pair<std::size_t, std::string>> blocks{
            {1, "\x08lisbon/7no frame"},
            {1, "\x08lisbon/\xFFno frame"},
            {1, "\x09too-few"},
            {1, std::string{"\0no frame", 9}},
            {2, "\1a\1bno frame"},
            {2, "\1a"},
            {64, "\1a\1b"}};
        BodiesWriter writer{sandbox.at("bodies")};
        for (const auto& [count, bytes] : blocks) {
            writer.add_block({.articles = count, .bytes = bytes});
        }
        REQUIRE(writer.finish());
        const auto bodies = Bodies::open(sandbox.at("bodies"), dictionaries);
        REQUIRE(bodies);
        CHECK(*bodies->id(0) == "lisbon/7");
        CHECK(bodies->id(3)->empty());
        CHECK(*bodies->id(5) == "b");
        CHECK(*bodies->id(8) == "a");  // whatever stands behind it
        for (std::size_t i = 0; i < bodies->articles() + 2; ++i) {
            CAPTURE(i);
            CHECK(bodies->article(i).error().kind == ErrorKind::IndexDamaged);
        }
        for (const std::size_t bad : {std::size_t{1}, std::size_t{2}, std::size_t{7},
                                      std::size_t{60}, std::size_t{72}, SIZE_MAX}) {
            CAPTURE(bad);
            CHECK(bodies->id(bad).error().kind == ErrorKind::IndexDamaged);
        }
    }

    TEST_CASE("a list of blocks that cannot be is damage")
    {
        const Sandbox sandbox;
        Dictionaries dictionaries{sandbox.path()};
        const std::string block = "\1a" + compressed(sized(encode_article(article(1))));
        const struct {
            const char* what;
            std::vector<std::uint32_t> before;
            bool opens;
        } cases[] = {{"the truth", {0, 1}, true},
                     {"a list that is too short", {0}, false},
                     {"a list that is too long", {0, 1, 1}, false},
                     {"more articles than blocks hold", {0, 65}, false},
                     {"more than are there", {0, 2}, true},
                     {"a block of nothing", {0, 0}, false},
                     {"a list that goes down", {1, 0}, false},
                     {"a list that begins later", {5, 6}, false}};
        for (const auto& c : cases) {
            CAPTURE(c.what);
            SectionWriter file{sandbox.at("bodies"), kMagic};
            file.begin_section();
            file.append(block);
            file.begin_section();
            const std::uint64_t offsets[] = {0, block.size()};
            file.append_array(std::span<const std::uint64_t>{offsets});
            file.begin_section();
            file.append_array(std::span<const std::uint32_t>{c.before});
            REQUIRE(file.finish());
            const auto bodies = Bodies::open(sandbox.at("bodies"), dictionaries);
            CHECK(bool{bodies} == c.opens);
            if (!bodies) { continue; }
            std::size_t whole = 0;
            for (std::size_t i = 0; i < 10; ++i) { whole += bodies->article(i) ? 1 : 0; }
            CHECK(whole == (c.before.back() == 1 ? 1 : 0));
        }
    }

    TEST_CASE("bodies of older schemas are read, whose records begin with the id")
    {
        const Sandbox sandbox;
        Dictionaries dictionaries{sandbox.path()};
        for (const std::string_view magic : {"DLBODIE1", "DLBODIE2"}) {
            CAPTURE(magic);
            // Without marks the records differ in the file at their end, which the first lacks, and
            // in the furniture, which both lack.
            std::string record = encode_article(article(1));
            record.pop_back();
            if (magic.ends_with('1')) { record.pop_back(); }
            std::string with_id;
            dateline::append_string(with_id, "old/1");
            const std::string frame = compressed(with_id + record);
            SectionWriter writer{sandbox.at("bodies"), magic};
            writer.begin_section();
            writer.append(frame);
            writer.begin_section();
            const std::uint64_t offsets[] = {0, frame.size()};
            writer.append_array(std::span<const std::uint64_t>{offsets});
            REQUIRE(writer.finish());
            const auto bodies = Bodies::open(sandbox.at("bodies"), dictionaries);
            REQUIRE(bodies);
            const auto read = bodies->article(0);
            REQUIRE(read);
            CHECK(read->article.id == "old/1");
            CHECK_FALSE(bodies->id(0));
            CHECK(read->article.body == article(1).article.body);
        }
    }

    TEST_CASE("bodies of schema 4 are read, whose articles have no furniture")
    {
        const Sandbox sandbox;
        Dictionaries dictionaries{sandbox.path()};
        std::string record = encode_article(article(1));
        record.pop_back();
        std::string entry;
        dateline::append_string(entry, "old/4");
        entry += compressed(record);
        SectionWriter writer{sandbox.at("bodies"), "DLBODIE3"};
        writer.begin_section();
        writer.append(entry);
        writer.begin_section();
        const std::uint64_t offsets[] = {0, entry.size()};
        writer.append_array(std::span<const std::uint64_t>{offsets});
        REQUIRE(writer.finish());
        const auto bodies = Bodies::open(sandbox.at("bodies"), dictionaries);
        REQUIRE(bodies);
        const auto read = bodies->article(0);
        REQUIRE(read);
        CHECK(read->article.id == "old/4");
        CHECK(*bodies->id(0) == "old/4");
        CHECK(read->article.body == article(1).article.body);
    }

    TEST_CASE("a dictionary is trained from a megabyte, has the id asked for, and saves room")
    {
        CHECK(dateline::train_dictionary({}, kDictionary).empty());
        CHECK(dateline::train_dictionary({"a", "b"}, kDictionary).empty());
        CHECK(dateline::train_dictionary({std::string(2 << 20, 'x')}, kDictionary).empty());

        const Sandbox sandbox;
        const std::string& dictionary = trained(sandbox);
        REQUIRE_FALSE(dictionary.empty());
        CHECK(ZSTD_getDictID_fromDict(dictionary.data(), dictionary.size()) == kDictionary);
        write_bodies(sandbox.at("plain"), articles(2), {});
        write_bodies(sandbox.at("small"), articles(2), dictionary);
        CHECK(std::filesystem::file_size(sandbox.at("small")) <
              std::filesystem::file_size(sandbox.at("plain")));
    }

    TEST_CASE("bodies of schema 5 are read, whose articles have frames of their own")
    {
        const Sandbox sandbox;
        Dictionaries dictionaries{sandbox.path()};
        std::string entries;
        std::vector<std::uint64_t> offsets;
        for (std::size_t i = 0; i < 3; ++i) {
            offsets.push_back(entries.size());
            dateline::append_string(entries, article(i).article.id);
            entries += compressed(encode_article(article(i)));
        }
        offsets.push_back(entries.size());
        SectionWriter writer{sandbox.at("bodies"), "DLBODIE4"};
        writer.begin_section();
        writer.append(entries);
        writer.begin_section();
        writer.append_array(std::span<const std::uint64_t>{offsets});
        REQUIRE(writer.finish());
        const auto bodies = Bodies::open(sandbox.at("bodies"), dictionaries);
        REQUIRE(bodies);
        REQUIRE(bodies->articles() == 3);
        for (std::size_t i = 0; i < 3; ++i) { CHECK(*bodies->article(i) == article(i)); }
        CHECK_FALSE(bodies->article(3));
    }

    TEST_CASE("blocks are handed on as they are, whatever their dictionary")
    {
        const Sandbox sandbox;
        write_bodies(sandbox.at("a"), {article(1)}, trained(sandbox));
        write_bodies(sandbox.at("b"), {article(2)}, {});
        Dictionaries dictionaries{sandbox.at("dictionaries")};
        BodiesWriter writer{sandbox.at("both")};
        for (const std::string name : {"a", "b"}) {
            const auto bodies = Bodies::open(sandbox.at(name), dictionaries);
            REQUIRE(bodies);
            writer.add_block(bodies->block(0));
            CHECK(bodies->block(1).bytes.empty());
        }
        REQUIRE(writer.finish());
        const auto both = Bodies::open(sandbox.at("both"), dictionaries);
        REQUIRE(both);
        CHECK(*both->article(0) == article(1));
        CHECK(*both->article(1) == article(2));
    }

    TEST_CASE("a dictionary that is missing or another is damage")
    {
        const Sandbox sandbox;
        write_bodies(sandbox.at("bodies"), {article(1)}, trained(sandbox));
        Dictionaries none{sandbox.make_folder("none")};
        const auto missing = Bodies::open(sandbox.at("bodies"), none);
        REQUIRE(missing);
        CHECK(missing->article(0).error().kind == ErrorKind::IndexDamaged);
        CHECK(missing->article(0).error().message.find("none/40000' is missing") !=
              std::string::npos);

        for (const std::string& other : {std::string{}, std::string{"x"}, std::string(5000, 'x')}) {
            CAPTURE(other.size());
            sandbox.write("other/" + std::to_string(kDictionary), other);
            Dictionaries others{sandbox.at("other")};
            const auto bodies = Bodies::open(sandbox.at("bodies"), others);
            REQUIRE(bodies);
            CHECK(bodies->article(0).error().kind == ErrorKind::IndexDamaged);
        }
    }

    TEST_CASE("a frame that holds no article is damaged, and one that is huge is not unpacked")
    {
        const std::string good = compressed(sized(encode_article(article(1))));
        std::string bomb = good;  // RFC 8878, 3.1.1.1: says that it holds 2^40 bytes
        bomb.replace(4, 1, "\xE0");
        bomb.replace(5, 8, std::string{"\0\0\0\0\0\1\0\0", 8});
        const struct {
            std::string what;
            std::string frame;
        } cases[] = {
            {"nothing", ""},
            {"no frame", "these bytes are no frame of zstd"},
            {"only its beginning", good.substr(0, good.size() / 2)},
            {"too much", good + "x"},
            {"two frames", good + good},
            {"no article", compressed(sized("no article"))},
            {"no record", compressed("x")},
            {"an empty record", compressed("")},
            {"a huge size", bomb},
            {"65 MiB of zeros", compressed(std::string(65 << 20, '\0'))},
            {"a skippable frame", std::string{"\x50\x2A\x4D\x18\x00\x00\x00\x00", 8}},
        };
        const Sandbox sandbox;
        Dictionaries dictionaries{sandbox.path()};
        for (const auto& c : cases) {
            CAPTURE(c.what);
            write_blocks(sandbox.at("bodies"), {good, c.frame, good});
            const auto bodies = Bodies::open(sandbox.at("bodies"), dictionaries);
            REQUIRE(bodies);
            const auto read = bodies->article(1);
            REQUIRE_FALSE(read);
            CHECK(read.error().kind == ErrorKind::IndexDamaged);
            CHECK_FALSE(read.error().hint.empty());
            CHECK(*bodies->article(0) == article(1));
            CHECK(*bodies->article(2) == article(1));
            for (const std::size_t outside : {std::size_t{3}, SIZE_MAX}) {
                CHECK(bodies->article(outside).error().kind == ErrorKind::IndexDamaged);
            }
        }
    }

    TEST_CASE("files that are missing, of another kind or broken off are damaged")
    {
        const Sandbox sandbox;
        Dictionaries dictionaries{sandbox.path()};
        REQUIRE(SectionWriter{sandbox.at("other"), "DLBODIE9"}.finish());
        for (const std::string name : {"none", "other"}) {
            CAPTURE(name);
            const auto bodies = Bodies::open(sandbox.at(name), dictionaries);
            REQUIRE_FALSE(bodies);
            CHECK(bodies.error().kind == ErrorKind::IndexDamaged);
        }
        REQUIRE(SectionWriter{sandbox.at("empty"), kMagic}.finish());
        const auto empty = Bodies::open(sandbox.at("empty"), dictionaries);
        REQUIRE(empty);
        CHECK(empty->articles() == 0);
        write_bodies(sandbox.at("bodies"), articles(2), {});
        dateline::tests::check_truncations(dateline::tests::bytes_of(sandbox.at("bodies")),
                                           walk_bodies(sandbox.path()));
    }

    TEST_CASE("whatever the bytes are, articles are there or damaged")
    {
        const Sandbox sandbox;
        const std::string& dictionary = trained(sandbox);
        for (const std::string_view used : {std::string_view{}, std::string_view{dictionary}}) {
            CAPTURE(used.size());
            write_bodies(sandbox.at("bodies"), articles(4), used);
            dateline::tests::check_mutations(dateline::tests::bytes_of(sandbox.at("bodies")),
                                             walk_bodies(sandbox.at("dictionaries")), 7'000'000,
                                             5000);
        }
    }
}
