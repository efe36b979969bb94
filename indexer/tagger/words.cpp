#include "indexer/tagger/words.hpp"

#include <cstring>

namespace dateline::indexer {
namespace {

constexpr std::size_t kUsualWords = 1U << 14U;

/// Eight bytes at a time: this is done for every word of every article.
std::uint64_t spelling_hash(std::string_view text)
{
    std::uint64_t hash = text.size() * 0x9E3779B97F4A7C15U;
    while (text.size() > sizeof hash) {
        std::uint64_t part = 0;
        std::memcpy(&part, text.data(), sizeof part);
        hash = (hash ^ part) * 0xFF51AFD7ED558CCDU;
        hash ^= hash >> 29U;
        text.remove_prefix(sizeof part);
    }
    std::uint64_t rest = 0;
    std::memcpy(&rest, text.data(), text.size());
    hash = (hash ^ rest) * 0xC4CEB9FE1A85EC53U;
    return hash ^ (hash >> 31U);
}

}  // namespace

void Words::append_ids(std::string_view text, std::span<const Piece> pieces,
                       std::vector<WordId>& ids)
{
    // The table is larger than the caches: it is asked for all before the first is waited for.
    hashes_.clear();
    for (const Piece& piece : pieces) {
        hashes_.push_back(spelling_hash(piece.of(text)));
        ids_.prefetch(hashes_.back());
    }
    for (std::size_t i = 0; i < pieces.size(); ++i) {
        ids.push_back(id(pieces[i].of(text), hashes_[i]));
        __builtin_prefetch(&forms_[ids.back()]);
    }
}

WordId Words::id(std::string_view written, std::uint64_t hash)
{
    WordId& id = ids_[hash];
    if (id == 0) {
        id = static_cast<WordId>(forms_.size());
        add(word_form(written, lexicon_));
    }
    return id;
}

void Words::add(const WordForm& form)
{
    WordId& folded = folded_[form.folded];
    if (folded == 0) { folded = static_cast<WordId>(forms_.size()) + 1; }
    folded_ids_.push_back(folded - 1);
    forms_.push_back(form);
    letters_.push_back(form.letters);
}

void Words::clear()
{
    ids_.reset(kUsualWords);
    folded_.reset(kUsualWords);
    forms_.clear();
    letters_.clear();
    folded_ids_.clear();
    add(margin_form(true));
    add(margin_form(false));
}

}  // namespace dateline::indexer
