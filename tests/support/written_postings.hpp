// Small databases of postings, written as the indexer does, and their lists spelled out.
#pragma once

#include "common/storage/postings.hpp"
#include "indexer/segment/inverter.hpp"

#include <doctest/doctest.h>
#include <map>
#include <random>
#include <string>
#include <vector>
#include <xapian.h>

namespace dateline::tests {

/// An article's terms and weights.
using Terms = std::map<std::string, std::uint32_t>;

inline void write_ours(const std::vector<Terms>& articles, const std::string& path)
{
    indexer::Inverter inverter;
    for (const Terms& terms : articles) {
        for (const auto& [term, weight] : terms) { inverter.add(inverter.term(term), weight); }
        inverter.end_article();
    }
    REQUIRE(inverter.write(path));
}

/// Writes what Xapian would, with as many changes as there are batches.
inline Xapian::WritableDatabase write_xapians(const std::vector<Terms>& articles,
                                              const std::string& path, std::size_t batch = 100000)
{
    Xapian::WritableDatabase database{path, Xapian::DB_CREATE | Xapian::DB_BACKEND_GLASS |
                                                Xapian::DB_NO_SYNC | Xapian::DB_NO_TERMLIST};
    std::size_t added = 0;
    for (const Terms& terms : articles) {
        Xapian::Document document;
        for (const auto& [term, weight] : terms) { document.add_term(term, weight); }
        database.add_document(document);
        if (++added % batch == 0) { database.commit(); }
    }
    database.commit();
    return database;
}

/// " 7/2": an article and its count.
inline std::string spelled(std::uint32_t doc, std::uint32_t count)
{
    return ' ' + std::to_string(doc) + '/' + std::to_string(count);
}

inline std::string spelled(PostingList list)
{
    std::string line;
    for (; list.doc() != PostingList::kEnd; list.next()) {
        line += spelled(list.doc(), list.count());
    }
    return line;
}

/// Articles whose words are as unevenly spread as those of texts.
inline std::vector<Terms> zipf_articles(std::size_t count)
{
    std::mt19937 generator{17};
    const auto random = [&generator] { return static_cast<std::uint32_t>(generator()); };
    std::vector<Terms> articles;
    for (std::size_t i = 0; i < count; ++i) {
        Terms terms{{"Q" + std::to_string(i * 7919), 0}, {"all", 1 + random() % 300}};
        for (int w = 0; w < 9; ++w) {
            const double draw = static_cast<double>(random()) / 4294967296.0;
            const auto word = static_cast<std::uint32_t>(20000 * draw * draw * draw);
            terms[std::string(word % 23, 'w') + std::to_string(word)] += 1 + random() % 3;
        }
        articles.push_back(std::move(terms));
    }
    return articles;
}

}  // namespace dateline::tests
