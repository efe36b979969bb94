#include "common/people/person_groups.hpp"

#include "common/people/name_graph.hpp"
#include "common/people/romanization.hpp"

#include <algorithm>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_map>

namespace dateline {
namespace {

// How much more frequent one name must be than what is taken for another form of it.
constexpr std::uint64_t kOfSecondSurname = 2;
constexpr std::uint64_t kOfNickname = 20;
constexpr std::uint64_t kDominant = 6;  ///< of kWhole: the share of a family name's articles
constexpr std::uint64_t kWhole = 10;
constexpr std::uint64_t kOfGivenInitial = 5;
constexpr std::uint64_t kOfTypo = 20;
constexpr std::uint64_t kOfDoubtful = 50;  ///< where a name or its spelling is frequent anyway
constexpr std::uint64_t kOfProposal = 2;

constexpr std::size_t kTypoLetters = 6;   ///< of the word in which a letter may differ
constexpr std::size_t kTypoEnd = 3;       ///< one letter apart, the first or the last three agree
constexpr std::size_t kMostTargets = 32;  ///< that a name is compared with
constexpr std::size_t kMostKin = 64;      ///< names with one key that are looked at
constexpr std::uint32_t kFewGivenNames = 1;

/// A name under a key by which others are found.
struct Keyed {
    std::uint64_t key;
    std::uint32_t name;

    friend bool operator<(const Keyed& a, const Keyed& b)
    {
        return std::tie(a.key, a.name) < std::tie(b.key, b.name);
    }
};

/// Calls `take` with each run of at least two names under one key, the most frequent first.
template <class Take>
void for_each_kin(const NameGraph& graph, std::vector<Keyed>& keyed, Take take)
{
    std::sort(keyed.begin(), keyed.end());
    for (std::size_t first = 0; first < keyed.size();) {
        std::size_t last = first + 1;
        while (last < keyed.size() && keyed[last].key == keyed[first].key) { ++last; }
        if (last - first > 1) {
            const std::span kin = std::span{keyed}.subspan(first, last - first);
            std::ranges::sort(kin, [&graph](const Keyed& a, const Keyed& b) {
                return graph.is_before(a.name, b.name);
            });
            take(std::span<const Keyed>{kin});
        }
        first = last;
    }
}

/// Remembers keys, and now and then takes another for one of them.
class KeyFilter {
  public:
    void add(std::uint64_t key) { bits_[key >> kShift] = true; }
    [[nodiscard]] bool may_hold(std::uint64_t key) const { return bits_[key >> kShift]; }

  private:
    static constexpr unsigned kShift = 64 - 20;
    std::vector<bool> bits_ = std::vector<bool>(std::size_t{1} << (64 - kShift));
};

bool is_one_letter_apart(std::string_view a, std::string_view b)
{
    if (a.size() > b.size()) { std::swap(a, b); }
    if (b.size() - a.size() > 1) { return false; }
    const auto [left, right] = std::mismatch(a.begin(), a.end(), b.begin());
    const std::string_view rest_a{left, a.end()};
    const std::string_view rest_b{right, b.end()};
    if (a.size() == b.size()) { return !rest_a.empty() && rest_a.substr(1) == rest_b.substr(1); }
    return rest_a == rest_b.substr(1);
}

class Grouper {
  public:
    Grouper(std::span<const CountedName> names, std::vector<NameProposal>* proposals)
        : graph_(names), proposals_(proposals)
    {
    }

    std::vector<NameLink> run()
    {
        join_spellings();
        join_slavic();
        join_initials();
        join_second_surnames();
        join_nicknames();
        join_given_initials();
        join_typos();
        return graph_.links();
    }

  private:
    using Words = NameGraph::Words;

    void propose(std::uint32_t name, std::uint32_t other, GroupRule rule)
    {
        if (proposals_ == nullptr || graph_.person(name) == graph_.person(other)) { return; }
        if (graph_.is_before(name, other)) { std::swap(name, other); }
        proposals_->push_back({name, other, rule});
    }

    // ---- the same words ----

    void join_spellings()
    {
        std::vector<Keyed> keyed;
        for (std::uint32_t i = 0; i < graph_.size(); ++i) {
            if (graph_.words(i).size() > 1) { keyed.push_back({graph_.spelling_key(i), i}); }
        }
        for_each_kin(graph_, keyed, [this](std::span<const Keyed> kin) {
            const std::uint32_t best = kin.front().name;
            for (const Keyed& one : kin) {
                const bool same = std::ranges::equal(graph_.words(one.name), graph_.words(best));
                graph_.join(one.name, best, same ? GroupRule::Signs : GroupRule::Transliteration);
            }
        });
    }

    void join_slavic()
    {
        std::vector<Keyed> keyed;
        std::vector<Keyed> with_father;
        for (std::uint32_t i = 0; i < graph_.size(); ++i) {
            const Words words = graph_.words(i);
            const unsigned given = words.size() < 2 ? 0 : graph_.slavic_given(words.front());
            if (given == 0 || words.size() > 3) { continue; }
            const bool has_father = words.size() == 3;
            if (has_father && !graph_.is_patronymic(words[1])) { continue; }
            for (const std::string& family : romanization_keys(graph_.text(words.back()))) {
                if (!has_slavic_ending(family)) { continue; }
                const std::uint64_t key = std::hash<std::string>{}(family)*1021 + given;
                (has_father ? with_father : keyed).push_back({key, i});
            }
        }
        for_each_kin(graph_, keyed, [this](std::span<const Keyed> kin) {
            const std::uint32_t best = kin.front().name;
            for (const Keyed& one : kin) {
                graph_.join(one.name, best, GroupRule::Transliteration);
            }
        });
        join_patronymics(keyed, with_father);
    }

    /// `short_names` is sorted. Two who have different fathers stay two.
    void join_patronymics(const std::vector<Keyed>& short_names, std::vector<Keyed>& long_names)
    {
        std::sort(long_names.begin(), long_names.end());
        for (std::size_t first = 0; first < long_names.size();) {
            std::size_t last = first;
            bool is_one = true;
            for (; last < long_names.size() && long_names[last].key == long_names[first].key;
                 ++last) {
                is_one = is_one && graph_.words(long_names[last].name)[1] ==
                                       graph_.words(long_names[first].name)[1];
            }
            const auto found = std::lower_bound(short_names.begin(), short_names.end(),
                                                Keyed{long_names[first].key, 0});
            const bool is_there = found != short_names.end() && found->key == long_names[first].key;
            for (std::size_t i = first; i < last && is_there; ++i) {
                is_one ? graph_.join(long_names[i].name, found->name, GroupRule::Patronymic)
                       : propose(long_names[i].name, found->name, GroupRule::Patronymic);
            }
            first = last;
        }
    }

    // ---- initials ----

    /// Names with the keys of those that have initials: of others there is nothing to join.
    template <class May, class KeyOf>
    std::vector<Keyed> keyed_with(May may, KeyOf key_of) const
    {
        KeyFilter filter;
        for (std::uint32_t i = 0; i < graph_.size(); ++i) {
            if (graph_.has_initial(i) && may(graph_.words(i))) { filter.add(key_of(i)); }
        }
        std::vector<Keyed> keyed;
        for (std::uint32_t i = 0; i < graph_.size(); ++i) {
            if (!may(graph_.words(i))) { continue; }
            const std::uint64_t key = key_of(i);
            if (filter.may_hold(key)) { keyed.push_back({key, i}); }
        }
        return keyed;
    }

    void join_initials()
    {
        const auto may = [this](Words words) {
            return words.size() > 1 && !graph_.is_initial(words.front()) &&
                   !graph_.is_initial(words.back());
        };
        std::vector<Keyed> keyed = keyed_with(
            may, [this](std::uint32_t name) { return graph_.key_without_initials(name); });
        for_each_kin(graph_, keyed, [this](std::span<const Keyed> kin) { join_initials_of(kin); });
    }

    /// John A. and John B. are two, and John may be either.
    void join_initials_of(std::span<const Keyed> kin)
    {
        std::string initials;
        for (const Keyed& one : kin) {
            const std::string own = graph_.middle_initials(one.name);
            if (own.empty()) { continue; }
            if (!initials.empty() && initials != own) { return; }
            initials = own;
        }
        if (initials.empty()) { return; }
        const bool is_one = !graph_.is_common_family(graph_.words(kin.front().name).back());
        const std::uint32_t best = kin.front().name;
        for (const Keyed& one : kin) {
            is_one ? graph_.join(one.name, best, GroupRule::Initials)
                   : propose(one.name, best, GroupRule::Initials);
        }
    }

    void join_given_initials()
    {
        const auto may = [this](Words words) {
            return words.size() > 1 && !graph_.is_initial(words.back());
        };
        std::vector<Keyed> keyed =
            keyed_with(may, [this](std::uint32_t name) { return graph_.initial_key(name); });
        for_each_kin(graph_, keyed, [this](std::span<const Keyed> kin) {
            std::optional<std::uint32_t> full;
            for (const Keyed& one : kin) {
                if (graph_.is_initial(graph_.words(one.name).front())) { continue; }
                if (full && graph_.person(*full) != graph_.person(one.name)) { return; }
                full = one.name;
            }
            if (!full) { return; }
            const std::uint64_t articles = graph_.weight(*full);
            for (const Keyed& one : kin) {
                if (graph_.is_initial(graph_.words(one.name).front())) {
                    join_if(one.name, *full, articles, kOfGivenInitial, GroupRule::GivenInitial);
                }
            }
        });
    }

    /// Joins a name to a person who has so many articles, if that is so many times as many as the
    /// name's and the family name says enough.
    void join_if(std::uint32_t name, std::uint32_t person, std::uint64_t articles,
                 std::uint64_t times, GroupRule rule)
    {
        const bool is_common = graph_.is_common_family(graph_.words(name).back());
        const std::uint64_t own = graph_.weight(name);
        const bool is_clear =
            !is_common && (articles >= times * own ||
                           (rule == GroupRule::Nickname && is_dominant(name, articles + own)));
        is_clear ? graph_.join(name, person, rule) : propose(name, person, rule);
    }

    /// Whether so many articles are most of all that have the family name.
    [[nodiscard]] bool is_dominant(std::uint32_t name, std::uint64_t articles) const
    {
        return articles * kWhole >= kDominant * graph_.family_articles(graph_.words(name).back());
    }

    // ---- second surnames, nicknames ----

    void join_second_surnames()
    {
        std::vector<Keyed> keyed;  // names, and longer ones without their last word
        for (std::uint32_t i = 0; i < graph_.size(); ++i) {
            const Words words = graph_.words(i);
            if (words.size() < 2 || !graph_.is_spanish_given(words.front())) { continue; }
            keyed.push_back({graph_.word_key(words), i});
            if (words.size() > 2 && may_be_two_surnames(words)) {
                keyed.push_back({graph_.word_key(words.first(words.size() - 1)), i});
            }
        }
        for_each_kin(graph_, keyed, [this](std::span<const Keyed> kin) {
            const auto shorter =
                std::min_element(kin.begin(), kin.end(), [this](const Keyed& a, const Keyed& b) {
                    return graph_.words(a.name).size() < graph_.words(b.name).size();
                });
            std::optional<std::uint32_t> longer;
            for (const Keyed& one : kin) {
                if (graph_.words(one.name).size() == graph_.words(shorter->name).size()) {
                    continue;
                }
                if (longer && graph_.person(*longer) != graph_.person(one.name)) { return; }
                longer = one.name;
            }
            if (longer) { join_second_surname(*longer, shorter->name); }
        });
    }

    [[nodiscard]] bool may_be_two_surnames(Words words) const
    {
        const std::uint32_t first = words[words.size() - 2];
        const std::uint32_t second = words.back();
        return !graph_.is_initial(first) && !graph_.is_initial(second) &&
               !graph_.is_mostly_given(first) && !graph_.is_spanish_given(first) &&
               graph_.text(first).size() > 3 && graph_.text(second).size() > 3;
    }

    void join_second_surname(std::uint32_t longer, std::uint32_t shorter)
    {
        const bool is_common = graph_.is_common_family(graph_.words(shorter).back());
        const std::uint64_t times = is_common ? kOfTypo : kOfSecondSurname;
        if (graph_.weight(shorter) >= times * graph_.weight(longer)) {
            graph_.join(longer, shorter, GroupRule::SecondSurname);
        } else {
            propose(longer, shorter, GroupRule::SecondSurname);
        }
    }

    void join_nicknames()
    {
        std::vector<Keyed> keyed;
        for (std::uint32_t i = 0; i < graph_.size(); ++i) {
            const Words words = graph_.words(i);
            if (words.size() > 1 && graph_.has_nicknames(words.front()) &&
                !graph_.is_initial(words.back())) {
                keyed.push_back({graph_.nickname_key(i), i});
            }
        }
        for_each_kin(graph_, keyed, [this](std::span<const Keyed> kin) {
            const std::uint32_t best = kin.front().name;
            const std::uint64_t articles = graph_.weight(best);
            for (const Keyed& one : kin.subspan(1)) {
                if (graph_.person(one.name) == graph_.person(best)) { continue; }
                join_if(one.name, best, articles, kOfNickname, GroupRule::Nickname);
            }
        });
    }

    // ---- typos ----

    /// Compares only names of which the first or the last letters agree.
    void join_typos()
    {
        std::vector<Keyed> targets;
        const std::uint64_t least = proposals_ == nullptr ? kOfTypo : kOfProposal * 2;
        for (std::uint32_t i = 0; i < graph_.size(); ++i) {
            if (graph_.weight(i) < least || !may_have_typo(i)) { continue; }
            targets.push_back({typo_key(i, true), i});
            targets.push_back({typo_key(i, false), i});
        }
        std::sort(targets.begin(), targets.end(), [this](const Keyed& a, const Keyed& b) {
            return a.key != b.key ? a.key < b.key : graph_.is_before(a.name, b.name);
        });
        std::unordered_map<std::uint64_t, std::uint32_t> first_of;
        for (std::uint32_t t = 0; t < targets.size(); ++t) { first_of.emplace(targets[t].key, t); }
        std::vector<std::pair<std::uint32_t, std::uint32_t>> clear;  // before any is joined
        for (std::uint32_t i = 0; i < graph_.size(); ++i) {
            if (!may_have_typo(i)) { continue; }
            const auto target = target_of(i, targets, first_of);
            if (!target) { continue; }
            if (is_clear_typo(i, *target)) {
                clear.emplace_back(i, *target);
            } else {
                propose(i, *target, GroupRule::Typo);
            }
        }
        for (const auto& [name, target] : clear) { graph_.join(name, target, GroupRule::Typo); }
    }

    [[nodiscard]] bool may_have_typo(std::uint32_t name) const
    {
        const Words words = graph_.words(name);
        return words.size() > 1 && !graph_.is_initial(words.front()) &&
               graph_.text(words.back()).size() >= kTypoLetters;
    }

    [[nodiscard]] std::uint64_t typo_key(std::uint32_t name, bool front) const
    {
        const Words words = graph_.words(name);
        const std::string_view family = graph_.text(words.back());
        const std::string_view end =
            front ? family.substr(0, kTypoEnd) : family.substr(family.size() - kTypoEnd);
        const std::uint64_t others = graph_.word_key(words.first(words.size() - 1));
        return (others ^ std::hash<std::string_view>{}(end)) * 2 + (front ? 1 : 0);
    }

    /// The most frequent name that is one letter apart, and far more frequent.
    [[nodiscard]] std::optional<std::uint32_t> target_of(
        std::uint32_t name, const std::vector<Keyed>& targets,
        const std::unordered_map<std::uint64_t, std::uint32_t>& first_of) const
    {
        const Words words = graph_.words(name);
        std::optional<std::uint32_t> best;
        for (const bool front : {true, false}) {
            const std::uint64_t key = typo_key(name, front);
            const auto first = first_of.find(key);
            if (first == first_of.end()) { continue; }
            const std::size_t last = std::min(first->second + kMostTargets, targets.size());
            for (std::size_t t = first->second; t < last && targets[t].key == key; ++t) {
                const std::uint32_t other = targets[t].name;
                if (graph_.weight(other) < kOfProposal * graph_.weight(name)) { break; }
                if (best && !graph_.is_before(other, *best)) { break; }
                const Words others = graph_.words(other);
                if (std::ranges::equal(words.first(words.size() - 1),
                                       others.first(others.size() - 1)) &&
                    is_one_letter_apart(graph_.text(words.back()), graph_.text(others.back()))) {
                    best = other;
                    break;
                }
            }
        }
        return best;
    }

    [[nodiscard]] bool is_clear_typo(std::uint32_t name, std::uint32_t target) const
    {
        const bool is_attested = graph_.given_names_of(graph_.words(name).back()) > kFewGivenNames;
        const std::uint64_t times = is_attested ? kOfDoubtful : kOfTypo;
        return graph_.weight(target) >= times * graph_.weight(name);
    }

    NameGraph graph_;
    std::vector<NameProposal>* proposals_;
};

}  // namespace

const GroupRuleInfo& info(GroupRule rule)
{
    const auto number = static_cast<std::size_t>(rule);
    return kGroupRules[number < kGroupRules.size() ? number : 0];
}

std::vector<NameLink> group_people(std::span<const CountedName> names,
                                   std::vector<NameProposal>* proposals)
{
    return Grouper{names, proposals}.run();
}

}  // namespace dateline
