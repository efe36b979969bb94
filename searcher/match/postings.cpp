#include "searcher/match/postings.hpp"

#include "searcher/match/combine.hpp"

#include <algorithm>
#include <cmath>

namespace dateline::searcher {
namespace {

// contracts.md, "Meaning"
constexpr float kK1 = 1.2F;
constexpr float kB = 0.75F;

/// The postings of one term.
class TermReader {
  public:
    TermReader(const Segment& segment, const std::string& term)
        : frequency_(segment.postings.get_termfreq(term)),
          posting_(segment.postings.postlist_begin(term)),
          end_(segment.postings.postlist_end(term))
    {
        settle();
    }

    [[nodiscard]] DocId doc() const { return doc_; }
    [[nodiscard]] std::uint64_t frequency() const { return frequency_; }
    /// Terms of fields are stored without a frequency: they stand there once.
    [[nodiscard]] float count() const
    {
        return static_cast<float>(std::max<Xapian::termcount>(posting_.get_wdf(), 1));
    }

    void advance(DocId target)
    {
        if (doc_ >= target) { return; }
        if (target == doc_ + 1) {
            ++posting_;
        } else {
            posting_.skip_to(target);
        }
        settle();
    }

  private:
    void settle() { doc_ = posting_ == end_ ? kNoMore : *posting_; }

    std::uint64_t frequency_;
    Xapian::PostingIterator posting_;
    Xapian::PostingIterator end_;
    DocId doc_ = 0;
};

/// BM25 of a frequency in an article of some length.
class Scorer {
  public:
    Scorer(const Segment& segment, const Weighting& weighting)
        : lengths_(segment.columns.lengths()),
          idf_(weighting.idf),
          constant_(kK1 * (1 - kB)),
          by_length_(kK1 * kB / std::max(weighting.average_length, 1.0F))
    {
    }

    [[nodiscard]] float score(float count, DocId doc) const
    {
        const float length = doc - 1 < lengths_.size() ? static_cast<float>(lengths_[doc - 1]) : 0;
        return idf_ * count / (count + constant_ + by_length_ * length);
    }

  private:
    std::span<const std::uint32_t> lengths_;
    float idf_;
    float constant_;
    float by_length_;
};

class Term final : public Matches {
  public:
    Term(const Segment& segment, const std::string& term, const Weighting& weighting,
         Deadline& deadline)
        : reader_(segment, term), scorer_(segment, weighting), deadline_(deadline)
    {
    }

    DocId advance(DocId target) override
    {
        if (deadline_.passed()) { return kNoMore; }
        reader_.advance(target);
        return reader_.doc();
    }
    float score() override { return scorer_.score(reader_.count(), reader_.doc()); }
    [[nodiscard]] std::uint64_t cost() const override { return reader_.frequency(); }

  private:
    TermReader reader_;
    Scorer scorer_;
    Deadline& deadline_;
};

class TermGroup final : public Matches {
  public:
    TermGroup(const Segment& segment, const std::vector<std::string>& terms,
              const Weighting& weighting, Deadline& deadline)
        : scorer_(segment, weighting), deadline_(deadline)
    {
        for (const std::string& term : terms) { readers_.emplace_back(segment, term); }
    }

    DocId advance(DocId target) override
    {
        if (deadline_.passed()) { return kNoMore; }
        doc_ = kNoMore;
        for (TermReader& reader : readers_) {
            reader.advance(target);
            doc_ = std::min(doc_, reader.doc());
        }
        return doc_;
    }

    float score() override
    {
        float count = 0;
        for (const TermReader& reader : readers_) {
            if (reader.doc() == doc_) { count += reader.count(); }
        }
        return scorer_.score(count, doc_);
    }

    [[nodiscard]] std::uint64_t cost() const override
    {
        std::uint64_t sum = 0;
        for (const TermReader& reader : readers_) { sum += reader.frequency(); }
        return sum;
    }

  private:
    std::vector<TermReader> readers_{};
    Scorer scorer_;
    Deadline& deadline_;
    DocId doc_ = 0;
};

class Everything final : public Matches {
  public:
    Everything(std::size_t articles, Deadline& deadline)
        : articles_(static_cast<DocId>(articles)), deadline_(deadline)
    {
    }
    DocId advance(DocId target) override
    {
        return target > articles_ || deadline_.passed() ? kNoMore : target;
    }
    float score() override { return 0; }
    [[nodiscard]] std::uint64_t cost() const override { return articles_; }

  private:
    DocId articles_;
    Deadline& deadline_;
};

}  // namespace

float bm25_idf(std::uint64_t articles, std::uint64_t articles_with_term)
{
    const auto with = static_cast<double>(std::min(articles_with_term, articles));
    double odds = (static_cast<double>(articles) - with + 0.5) / (with + 0.5);
    if (odds < 2) { odds = odds * 0.5 + 1; }
    return static_cast<float>(std::log(odds) * (static_cast<double>(kK1) + 1));
}

MatchesPtr match_terms(const Segment& segment, const std::vector<std::string>& terms,
                       const Weighting& weighting, Deadline& deadline)
{
    std::vector<std::string> present;
    for (const std::string& term : terms) {
        if (segment.postings.term_exists(term)) { present.push_back(term); }
    }
    if (present.empty()) { return match_any_of({}); }
    if (present.size() == 1) {
        return std::make_unique<Term>(segment, present.front(), weighting, deadline);
    }
    return std::make_unique<TermGroup>(segment, present, weighting, deadline);
}

MatchesPtr match_everything(const Segment& segment, Deadline& deadline)
{
    return std::make_unique<Everything>(segment.articles(), deadline);
}

}  // namespace dateline::searcher
