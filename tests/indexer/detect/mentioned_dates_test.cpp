// The dates detector held to sentences of our own in four languages, whose marks were written
// before the rules were (tests/data/mentioned-dates.tsv).
#include "common/date.hpp"
#include "indexer/analyze.hpp"
#include "tests/support/paths.hpp"

#include <cstdlib>
#include <doctest/doctest.h>
#include <fstream>
#include <map>
#include <sstream>

using namespace dateline;

namespace {

struct Gold {
    std::string value{};
    std::string surface{};
    std::string kind{};  ///< "" for an event
};

struct Sentence {
    AnalyzedArticle analyzed{};
    std::vector<Gold> gold{};
};

std::vector<std::string> pieces(const std::string& text, const std::string& mark)
{
    std::vector<std::string> all;
    for (std::size_t at = 0;;) {
        const std::size_t end = text.find(mark, at);
        all.push_back(text.substr(at, end - at));
        if (end == std::string::npos) { return all; }
        at = end + mark.size();
    }
}

/// "2022-03-02=Wednesday!plan"
Gold read_gold(const std::string& text)
{
    const std::size_t is = text.find('=');
    const std::size_t kind = std::min(text.find('!'), text.size());
    return {.value = text.substr(0, is),
            .surface = text.substr(is + 1, kind - is - 1),
            .kind = text.substr(std::min(kind + 1, text.size()))};
}

std::vector<Sentence> read_sentences()
{
    auto all = indexer::parse_detector_list("dates");
    REQUIRE(all);
    indexer::Analyzer analyzer{*std::move(all)};
    std::vector<Sentence> sentences;
    std::ifstream lines{tests::test_path("data/mentioned-dates.tsv")};
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with('#')) { continue; }
        const auto columns = pieces(line, "\t");
        REQUIRE(columns.size() == 4);
        Sentence sentence;
        Article& article = sentence.analyzed.article;
        article.language = columns[0];
        if (!columns[1].empty()) { article.date = *parse_date(columns[1]); }
        article.body = columns[2];
        for (const std::string& text : pieces(columns[3], "; ")) {
            if (!text.empty()) { sentence.gold.push_back(read_gold(text)); }
        }
        analyzer.analyze(sentence.analyzed);
        sentences.push_back(std::move(sentence));
    }
    return sentences;
}

/// Whether a mark is the one that the gold means: the same date, in the same place.
bool is_same(const Mention& mention, const Gold& gold, const std::string& body)
{
    const std::size_t begin = body.find(gold.surface);
    return mention.value == gold.value && mention.begin < begin + gold.surface.size() &&
           begin < mention.end;
}

struct Score {
    double wanted = 0;
    double found = 0;
    double both = 0;
    double kinds = 0;
};

std::string kind_of(const std::string& rule)
{
    const std::size_t slash = rule.find('/');
    return slash == std::string::npos ? "" : rule.substr(slash + 1);
}

Score score_of(const std::vector<Sentence>& sentences, const std::string& language)
{
    Score score;
    for (const Sentence& sentence : sentences) {
        const Article& article = sentence.analyzed.article;
        if (!language.empty() && article.language != language) { continue; }
        const auto& mentions = sentence.analyzed.mentions;
        score.wanted += static_cast<double>(sentence.gold.size());
        score.found += static_cast<double>(mentions.size());
        std::ostringstream got;
        std::size_t both = 0;
        bool kinds_differ = false;
        for (const Mention& mention : mentions) {
            got << mention.value << "=" << mention.text << "(" << mention.rule << ") ";
            for (const Gold& gold : sentence.gold) {
                if (!is_same(mention, gold, article.body)) { continue; }
                ++both;
                score.kinds += kind_of(mention.rule) == gold.kind ? 1 : 0;
                kinds_differ = kinds_differ || kind_of(mention.rule) != gold.kind;
            }
        }
        score.both += static_cast<double>(both);
        const bool is_right =
            both == sentence.gold.size() && both == mentions.size() && !kinds_differ;
        if (!is_right && language.empty()) {
            MESSAGE(article.language, " ", article.body, " -> ", got.str());
        }
    }
    return score;
}

}  // namespace

TEST_SUITE("indexer/detect/mentioned_dates")
{
    TEST_CASE("the marks of the sentences are those that were written for them")
    {
        const auto sentences = read_sentences();
        CHECK(sentences.size() >= 120);
        for (const std::string language : {"", "en", "es", "pt", "ru"}) {
            CAPTURE(language);
            const Score score = score_of(sentences, language);
            MESSAGE(language, " wanted ", score.wanted, ", precision ", score.both / score.found,
                    ", recall ", score.both / score.wanted, ", kinds ", score.kinds / score.both);
            CHECK(score.both / score.found >= 0.98);
            CHECK(score.both / score.wanted >= 0.98);
            CHECK(score.kinds / score.both >= 0.97);
        }
    }
}
