#include "common/storage/tokens.hpp"

#include "tests/support/mutations.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <memory>
#include <random>

using dateline::Done;
using dateline::Failure;
using dateline::SectionFile;
using dateline::SectionWriter;
using dateline::slice;
using dateline::Status;
using dateline::TokensReader;
using dateline::TokenStream;
using dateline::TokensWriter;
using dateline::tests::Sandbox;

namespace {

using Codes = std::vector<std::uint32_t>;

void write_tokens(const std::filesystem::path& path, const std::vector<Codes>& articles)
{
    TokensWriter tokens{path};
    for (const Codes& codes : articles) { tokens.add(codes); }
    REQUIRE(tokens.finish());
}

Codes read_all(TokenStream stream)
{
    Codes codes;
    while (const auto code = stream.next()) { codes.push_back(*code); }
    CHECK_FALSE(stream.next());
    return codes;
}

std::vector<Codes> random_articles(std::uint32_t seed, std::size_t count)
{
    std::mt19937 random{seed};
    std::vector<Codes> articles(count);
    for (Codes& codes : articles) {
        codes.resize(random() % 200);
        for (std::uint32_t& code : codes) {
            code = static_cast<std::uint32_t>(random() >> (random() % 32));
        }
    }
    return articles;
}

Status walk_tokens(const std::filesystem::path& path)
{
    const auto tokens = TokensReader::open(path);
    if (!tokens) { return Failure{tokens.error()}; }
    std::size_t codes = 0;
    for (std::size_t i = 0; i < tokens->articles() + 2; ++i) {
        auto stream = tokens->stream(i);
        while (stream.next()) { ++codes; }
    }
    dateline::tests::must(codes < 1'000'000, "a code takes at least a byte");
    return Done{};
}

}  // namespace

TEST_SUITE("common/storage/tokens")
{
    TEST_CASE("small codes are short")
    {
        const struct {
            std::uint32_t code;
            std::string bytes;
        } cases[] = {
            {0, std::string(1, '\0')},
            {2, "\x02"},
            {127, "\x7F"},
            {128, std::string{"\x81\x00", 2}},
            {129, "\x81\x01"},
            {16383, "\xFF\x7F"},
            {16384, std::string{"\x81\x80\x00", 3}},
            {2097151, "\xFF\xFF\x7F"},
            {2097152, std::string{"\x81\x80\x80\x00", 4}},
            {268435455, "\xFF\xFF\xFF\x7F"},
            {268435456, std::string{"\x81\x80\x80\x80\x00", 5}},
            {UINT32_MAX, "\x8F\xFF\xFF\xFF\x7F"},
        };
        const Sandbox sandbox;
        for (const auto& c : cases) {
            CAPTURE(c.code);
            write_tokens(sandbox.at("tokens"), {{c.code}});
            CHECK((*SectionFile::open(sandbox.at("tokens"), "DLTOKEN2")).section(0) == c.bytes);
            CHECK(read_all(TokenStream{c.bytes}) == Codes{c.code});
        }
    }

    TEST_CASE("every article's codes come back")
    {
        const std::vector<std::vector<Codes>> cases{
            {},
            {{}},
            {{}, {1}, {}},
            {{0, 127, 128, 16383, 16384, 2097151, 2097152, UINT32_MAX, 0}},
            random_articles(31, 100),
        };
        const Sandbox sandbox;
        for (const auto& articles : cases) {
            CAPTURE(articles.size());
            write_tokens(sandbox.at("tokens"), articles);
            const auto tokens = TokensReader::open(sandbox.at("tokens"));
            REQUIRE(tokens);
            REQUIRE(tokens->articles() == articles.size());
            for (std::size_t i = 0; i < articles.size(); ++i) {
                CHECK(read_all(tokens->stream(i)) == articles[i]);
            }
            CHECK(read_all(tokens->stream(articles.size())).empty());
            CHECK(read_all(tokens->stream(SIZE_MAX)).empty());
        }
    }

    TEST_CASE("a stream that breaks off inside a code ends before it")
    {
        for (const std::string_view bytes :
             {"\x05\xA0\x01", "\x05\xF0\x81\x02", "\x05\x8F\x81\x82\x83\x04"}) {
            for (std::size_t size = 1; size < bytes.size(); ++size) {
                CAPTURE(size);
                const auto part = std::make_unique<char[]>(size);  // ASan watches its end
                bytes.copy(part.get(), size);
                CHECK(read_all(TokenStream{{part.get(), size}}) == Codes{5});
            }
        }
    }

    TEST_CASE("a slice lies between two offsets, or there is none")
    {
        const std::vector<std::uint64_t> offsets{0, 3, 3, 2, 10, 11, UINT64_MAX, 0};
        const std::string_view bytes = "0123456789";
        const struct {
            std::size_t index;
            const char* part;
        } cases[] = {
            {0, "012"}, {1, ""}, {2, ""}, {3, "23456789"},    {4, ""},
            {5, ""},    {6, ""}, {7, ""}, {SIZE_MAX - 1, ""}, {SIZE_MAX, ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.index);
            CHECK(slice(bytes, offsets, c.index) == c.part);
            CHECK(slice(bytes, {}, c.index).empty());
        }
    }

    TEST_CASE("a file without an offset table has no articles")
    {
        const Sandbox sandbox;
        REQUIRE(SectionWriter{sandbox.at("tokens"), "DLTOKEN2"}.finish());
        const auto tokens = TokensReader::open(sandbox.at("tokens"));
        REQUIRE(tokens);
        CHECK(tokens->articles() == 0);
        CHECK(read_all(tokens->stream(0)).empty());
    }

    TEST_CASE("files that are missing, of another kind or broken off are damaged")
    {
        const Sandbox sandbox;
        REQUIRE(SectionWriter{sandbox.at("other"), "DLTOKEN1"}.finish());
        for (const std::string name : {"none", "other"}) {
            CAPTURE(name);
            const auto tokens = TokensReader::open(sandbox.at(name));
            REQUIRE_FALSE(tokens);
            CHECK(tokens.error().kind == dateline::ErrorKind::IndexDamaged);
        }
        write_tokens(sandbox.at("tokens"), {{1, 200, 30000}, {}, {2000000}});
        dateline::tests::check_truncations(dateline::tests::bytes_of(sandbox.at("tokens")),
                                           walk_tokens);
    }

    TEST_CASE("whatever the bytes are, streams end")
    {
        const Sandbox sandbox;
        write_tokens(sandbox.at("tokens"), random_articles(32, 8));
        dateline::tests::check_mutations(dateline::tests::bytes_of(sandbox.at("tokens")),
                                         walk_tokens, 2'000'000);
    }
}
