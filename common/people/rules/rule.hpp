// The rules by which names are taken for one person's, each a step over all names of an index.
//
// To add one: write <name>.cpp beside this file, defining `<name>_rule`; add PERSON_RULE(<name>) to
// rules.def where it should run (the later ones see what the earlier ones have joined), and its
// reason to GroupRule and kGroupRules in person_groups.hpp.
#pragma once

#include "common/people/name_graph.hpp"

namespace dateline {

/// What a rule has found out goes here.
class PersonJoins {
  public:
    /// `proposals` may be null: then nobody wants them.
    PersonJoins(NameGraph& graph, std::vector<NameProposal>* proposals)
        : graph_(graph), proposals_(proposals)
    {
    }

    [[nodiscard]] NameGraph& graph() { return graph_; }
    [[nodiscard]] bool wants_proposals() const { return proposals_ != nullptr; }

    void join(std::uint32_t name, std::uint32_t other, GroupRule rule)
    {
        graph_.join(name, other, rule);
    }
    /// They may be one; somebody has to say so.
    void propose(std::uint32_t name, std::uint32_t other, GroupRule rule);
    void join_or_propose(bool is_sure, std::uint32_t name, std::uint32_t other, GroupRule rule)
    {
        is_sure ? join(name, other, rule) : propose(name, other, rule);
    }

  private:
    NameGraph& graph_;
    std::vector<NameProposal>* proposals_;
};

/// Takes about n log n for n names, whatever they are.
using PersonRule = void (*)(PersonJoins& joins);

#define PERSON_RULE(name) void name##_rule(PersonJoins& joins);
#include "common/people/rules/rules.def"
#undef PERSON_RULE

/// In the order of rules.def.
std::span<const PersonRule> person_rules();

// How much more frequent one name must be than what is taken for another form of it.
inline constexpr std::uint64_t kOfSecondSurname = 2;
inline constexpr std::uint64_t kOfGivenInitial = 5;
inline constexpr std::uint64_t kOfNickname = 20;
inline constexpr std::uint64_t kOfTypo = 20;
inline constexpr std::uint64_t kOfDoubtful =
    50;  ///< where a name or its spelling is frequent anyway
inline constexpr std::uint64_t kOfProposal = 2;

}  // namespace dateline
