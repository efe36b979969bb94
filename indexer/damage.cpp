#include "indexer/damage.hpp"

#include "common/text/number.hpp"
#include "common/text/terminal.hpp"

#include <algorithm>

namespace dateline::indexer {

void DamageList::add(Damage damage)
{
    ++count_;
    if (kept_.size() < kMostKept) { kept_.push_back(std::move(damage)); }
}

void DamageList::add_by_article(const std::vector<const DamageList*>& lists)
{
    std::vector<Damage> all;
    for (const DamageList* list : lists) {
        all.insert(all.end(), list->kept_.begin(), list->kept_.end());
        count_ += list->count_ - list->kept_.size();
    }
    std::stable_sort(all.begin(), all.end(),
                     [](const Damage& a, const Damage& b) { return a.index < b.index; });
    for (Damage& damage : all) { add(std::move(damage)); }
}

void DamageList::print(std::ostream& out) const
{
    for (const Damage& damage : kept_) {
        out << "damaged: " << printable(damage.file) << ": " << printable(damage.what);
        if (!damage.article.empty()) { out << " (article " << printable(damage.article) << ')'; }
        out << '\n';
    }
    if (count_ > kept_.size()) {
        out << "damaged: and " << with_commas(count_ - kept_.size()) << " more\n";
    }
}

}  // namespace dateline::indexer
