#include "benchmarks/quality/name_spans.hpp"

namespace dateline::quality {
namespace {

std::string text_of(const JoinedText& joined, const Range& tokens)
{
    const std::size_t begin = joined.tokens[tokens.begin].begin;
    return joined.text.substr(begin, joined.tokens[tokens.end - 1].end - begin);
}

void tally_missing(const JoinedText& joined, const std::set<Range>& from, const std::set<Range>& in,
                   Tally& tally)
{
    for (const Range& name : from) {
        if (!in.contains(name)) { ++tally[text_of(joined, name)]; }
    }
}

}  // namespace

std::set<Range> gold_names(const TaggedArticle& article, std::string_view tag)
{
    std::set<Range> names;
    std::size_t before = 0;
    for (const TaggedSentence& sentence : article) {
        for (const Chunk& chunk : chunks_of(sentence.tags)) {
            if (chunk.type == tag) { names.insert({before + chunk.first, before + chunk.past}); }
        }
        before += sentence.tokens.size();
    }
    return names;
}

std::set<Range> found_names(const JoinedText& joined, const std::vector<Mention>& mentions,
                            FieldId field)
{
    std::set<Range> names;
    for (const Mention& mention : mentions) {
        if (mention.field != field || mention.where != FieldId::Body) { continue; }
        if (const auto tokens = tokens_at(joined, {mention.begin, mention.end})) {
            names.insert(*tokens);
        }
    }
    return names;
}

void NameScores::add(const JoinedText& joined, const std::set<Range>& gold,
                     const std::set<Range>& found)
{
    counts.add(counts_of(gold, found));
    tally_missing(joined, gold, found, missed_names);
    tally_missing(joined, found, gold, false_names);
}

}  // namespace dateline::quality
