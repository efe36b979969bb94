#include "common/storage/vocabulary.hpp"

#include "common/storage/bytes.hpp"
#include "tests/support/mutations.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <random>

using dateline::Done;
using dateline::ErrorKind;
using dateline::Failure;
using dateline::FrontCodedWriter;
using dateline::SectionWriter;
using dateline::Status;
using dateline::StemmedWord;
using dateline::Vocabulary;
using dateline::VocabularyContents;
using dateline::WordEntry;
using dateline::tests::Sandbox;

namespace {

constexpr std::string_view kMagic = "DLVOCAB1";

VocabularyContents small_contents()
{
    return {.languages = {"en", "es"},
            .words = {{"ministers", {.number = 2, .articles = 7}},
                      {"ministra", {.number = 0, .articles = 9}},
                      {"u.s.", {.number = 1, .articles = 8}}},
            .stems = {{"minist", {{0, 2}, {1, 0}}}, {"u.s.", {{0, 1}}}, {"us", {{0, 1}, {1, 1}}}}};
}

VocabularyContents random_contents(std::uint32_t seed, std::size_t count)
{
    std::mt19937 random{seed};
    std::map<std::string, WordEntry> words;
    while (words.size() < count) {
        std::string word;
        for (std::size_t i = 1 + random() % 9; i > 0; --i) {
            word += static_cast<char>('a' + random() % 4);
        }
        const auto number = static_cast<std::uint32_t>(words.size());
        words.emplace(word, WordEntry{number, static_cast<std::uint32_t>(random() >> 8U)});
    }
    VocabularyContents contents{.languages = {"en", "und", "zh"},
                                .words = {words.begin(), words.end()}};
    for (const auto& [word, entry] : contents.words) {
        const auto language = static_cast<std::uint32_t>(random() % 3);
        contents.stems[word.substr(0, 1 + word.size() / 2)].push_back({language, entry.number});
    }
    return contents;
}

void check_same(const VocabularyContents& got, const VocabularyContents& wanted)
{
    CHECK(got.languages == wanted.languages);
    CHECK(got.stems == wanted.stems);
    REQUIRE(got.words.size() == wanted.words.size());
    for (std::size_t i = 0; i < got.words.size(); ++i) {
        CHECK(got.words[i].first == wanted.words[i].first);
        CHECK(got.words[i].second.number == wanted.words[i].second.number);
        CHECK(got.words[i].second.articles == wanted.words[i].second.articles);
    }
}

/// A file whose words and stems have these payloads under the key "key".
std::filesystem::path with_payloads(const Sandbox& sandbox, std::string_view word,
                                    std::string_view stem)
{
    const std::filesystem::path path = sandbox.at("vocabulary");
    SectionWriter file{path, kMagic};
    for (const std::string_view payload : {word, stem}) {
        FrontCodedWriter list;
        list.add("key", payload);
        list.finish(file);
    }
    file.begin_section();
    file.append(
        "\x02"
        "en");
    REQUIRE(file.finish());
    return path;
}

Status walk_vocabulary(const std::filesystem::path& path)
{
    const auto vocabulary = Vocabulary::open(path);
    if (!vocabulary) { return Failure{vocabulary.error()}; }
    const VocabularyContents contents = vocabulary->contents();
    for (const auto& [stem, words] : contents.stems) {
        for (const StemmedWord& word : words) {
            dateline::tests::must(word.language < contents.languages.size(),
                                  "a stem's language is one of the segment's");
        }
    }
    std::size_t found = 0;
    for (const auto& [word, entry] : contents.words) {
        found += vocabulary->find(word) ? 1 : 0;
        found += vocabulary->words_with_stem(word).size();
    }
    dateline::tests::must(found < 1'000'000, "what is found was in the file");
    return Done{};
}

}  // namespace

TEST_SUITE("common/storage/vocabulary")
{
    TEST_CASE("surface forms are looked up, and stems by language")
    {
        const Sandbox sandbox;
        REQUIRE(dateline::write_vocabulary(sandbox.at("vocabulary"), small_contents()));
        const auto vocabulary = Vocabulary::open(sandbox.at("vocabulary"));
        REQUIRE(vocabulary);
        CHECK(vocabulary->languages() == std::vector<std::string>{"en", "es"});
        const auto entry = vocabulary->find("ministers");
        REQUIRE(entry);
        CHECK(entry->number == 2);
        CHECK(entry->articles == 7);
        for (const char* unknown : {"", "minister", "ministers ", "Ministers", "zzz"}) {
            CAPTURE(unknown);
            CHECK_FALSE(vocabulary->find(unknown));
            CHECK(vocabulary->words_with_stem(unknown).empty());
        }
        CHECK(vocabulary->words_with_stem("minist") == std::vector<StemmedWord>{{0, 2}, {1, 0}});
        CHECK(vocabulary->words_with_stem("us") == std::vector<StemmedWord>{{0, 1}, {1, 1}});
    }

    TEST_CASE("all of it comes back, in order")
    {
        const Sandbox sandbox;
        const VocabularyContents cases[] = {
            {},
            {.languages = {"und"}},
            small_contents(),
            random_contents(41, 1),
            random_contents(42, 16),
            random_contents(43, 17),
            random_contents(44, 1000),
        };
        for (const VocabularyContents& contents : cases) {
            CAPTURE(contents.words.size());
            REQUIRE(dateline::write_vocabulary(sandbox.at("vocabulary"), contents));
            const auto vocabulary = Vocabulary::open(sandbox.at("vocabulary"));
            REQUIRE(vocabulary);
            check_same(vocabulary->contents(), contents);
            for (const auto& [word, entry] : contents.words) {
                REQUIRE(vocabulary->find(word));
                CHECK(vocabulary->find(word)->number == entry.number);
            }
        }
    }

    TEST_CASE("a word whose payload is damaged is not there")
    {
        const Sandbox sandbox;
        for (const std::string_view payload : {"", "\x05", "\x85", "\xFF\xFF\xFF\xFF\x7F\x01"}) {
            CAPTURE(payload.size());
            const auto vocabulary = Vocabulary::open(with_payloads(sandbox, payload, ""));
            REQUIRE(vocabulary);
            CHECK_FALSE(vocabulary->find("key"));
            CHECK(vocabulary->contents().words.empty());
        }
    }

    TEST_CASE("a stem's words end where its payload does, and all have a language of the segment")
    {
        const struct {
            std::string payload;
            std::vector<StemmedWord> words;
        } cases[] = {
            {{"\x01\x00\x07", 3}, {{0, 7}}},     {{"\x02\x01\x07\x00\x08", 5}, {{0, 8}}},
            {{"\x03\x00\x07\x00", 4}, {{0, 7}}}, {{"\x00\x00\x07", 3}, {}},
            {"\xFF\xFF\xFF\xFF\x0F", {}},        {"", {}},
        };
        const Sandbox sandbox;
        for (const auto& c : cases) {
            CAPTURE(c.payload.size());
            const auto vocabulary = Vocabulary::open(with_payloads(sandbox, "", c.payload));
            REQUIRE(vocabulary);
            CHECK(vocabulary->words_with_stem("key") == c.words);
            CHECK(vocabulary->contents().stems.at("key") == c.words);
        }
    }

    TEST_CASE("files that are missing, of another kind, out of order or broken off are damaged")
    {
        const Sandbox sandbox;
        REQUIRE(SectionWriter{sandbox.at("other"), "DLVOCAB2"}.finish());
        REQUIRE(SectionWriter{sandbox.at("empty"), kMagic}.finish());
        SectionWriter crooked{sandbox.at("crooked"), kMagic};
        const std::vector<std::uint64_t> offsets{0, 8, 0, 8};
        for (int list = 0; list < 2; ++list) {
            crooked.begin_section();
            crooked.append("12345678");
            crooked.begin_section();
            crooked.append_array(std::span{offsets});
        }
        REQUIRE(crooked.finish());
        for (const char* name : {"none", "other", "empty", "crooked"}) {
            CAPTURE(name);
            const auto vocabulary = Vocabulary::open(sandbox.at(name));
            REQUIRE_FALSE(vocabulary);
            CHECK(vocabulary.error().kind == ErrorKind::IndexDamaged);
        }
        REQUIRE(dateline::write_vocabulary(sandbox.at("vocabulary"), small_contents()));
        dateline::tests::check_truncations(dateline::tests::bytes_of(sandbox.at("vocabulary")),
                                           walk_vocabulary);
    }

    TEST_CASE("whatever the bytes are, look-ups and walks end")
    {
        const Sandbox sandbox;
        REQUIRE(dateline::write_vocabulary(sandbox.at("vocabulary"), random_contents(45, 36)));
        dateline::tests::check_mutations(dateline::tests::bytes_of(sandbox.at("vocabulary")),
                                         walk_vocabulary, 4'000'000);
    }
}
