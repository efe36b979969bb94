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

WordId Words::id(std::string_view written)
{
    WordId& id = ids_[spelling_hash(written)];
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
}

void Words::clear()
{
    ids_.reset(kUsualWords);
    folded_.reset(kUsualWords);
    forms_.clear();
    folded_ids_.clear();
    add(margin_form(true));
    add(margin_form(false));
}

}  // namespace dateline::indexer
