// dateline-grow: makes many articles of few, for scripts/growth: the articles of dumps over and
// over, each copy with some of its words exchanged and some new ones, as JSON lines.
#include "indexer/record_reader.hpp"

#include <cstdlib>
#include <iostream>
#include <nlohmann/json.hpp>
#include <random>

namespace {

using dateline::Article;
namespace indexer = dateline::indexer;

/// One word of 20 is one that stood nearby; one of 2,000 is new: so the vocabulary goes on growing,
/// about as fast as in the first hundred thousand articles.
constexpr unsigned kExchanged = 20;
constexpr unsigned kNew = 2000;

class Perturber {
  public:
    std::string operator()(const std::string& text, unsigned copy)
    {
        std::string out;
        for (std::size_t at = 0; at < text.size();) {
            const std::size_t end = std::min(text.find_first_of(" \n", at), text.size());
            out += word(text.substr(at, end - at), copy);
            if (end < text.size()) { out += text[end]; }
            at = end + 1;
        }
        return out;
    }

  private:
    std::string word(std::string word, unsigned copy)
    {
        std::string& kept = ring_[random_() % ring_.size()];
        if (random_() % kExchanged == 0 && !kept.empty()) { std::swap(word, kept); }
        if (random_() % kNew == 0) { word += "o" + std::string(1 + copy % 5, 'n') + "ia"; }
        if (random_() % 4 == 0) { kept = word; }
        return word;
    }

    std::mt19937 random_{2022};
    std::vector<std::string> ring_{4096};
};

void print(const Article& article, unsigned copy, Perturber& perturb)
{
    nlohmann::ordered_json line{{"id", article.id + "/" + std::to_string(copy)},
                                {"title", article.title_derived ? "" : article.title},
                                {"body", copy == 0 ? article.body : perturb(article.body, copy)}};
    if (article.date) { line["date"] = to_string(*article.date); }
    std::cout << line.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace) << '\n';
}

}  // namespace

int main(int argc, char** argv)
{
    const std::uint64_t wanted = argc > 2 ? std::strtoull(argv[1], nullptr, 10) : 0;
    if (wanted == 0) {
        std::cerr << "usage: dateline-grow ARTICLES DUMP…\n";
        return 2;
    }
    std::ios::sync_with_stdio(false);
    const indexer::Settings settings;
    Perturber perturb;
    std::uint64_t printed = 0;
    for (unsigned copy = 0; printed < wanted; ++copy) {
        auto dumps = indexer::find_dumps({argv + 2, argv + argc});
        if (!dumps) {
            std::cerr << "dateline-grow: " << dumps.error().message << '\n';
            return 3;
        }
        indexer::RecordReader reader{settings, *std::move(dumps)};
        const std::uint64_t before = printed;
        while (printed < wanted) {
            auto record = reader.next();
            if (!record) { break; }
            const auto parsed = indexer::parse_record(*std::move(record));
            if (!parsed.analyzed) { continue; }
            print(parsed.analyzed->article, copy, perturb);
            ++printed;
        }
        if (printed == before) { return 3; }  // there is nothing in the dumps
    }
    return 0;
}
