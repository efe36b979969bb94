// A history of an index in a few commands, and every state that a reader may see on the way.
//
// Dumps of our own texts are added, articles changed and removed, so that segments are merged and
// written anew. An index that was disturbed must be at one of the story's states; the same command
// again must end in the next one.
#pragma once

#include "tests/crash/support/run.hpp"
#include "tests/support/sandbox.hpp"

#include <cstdint>
#include <filesystem>
#include <string>
#include <vector>

namespace dateline::tests {

class Story {
  public:
    /// Writes the dumps, of about `articles` articles each, into the sandbox, which must outlive
    /// the object, and runs all commands undisturbed. A dump of more than a megabyte of text is
    /// published in parts.
    Story(const Sandbox& sandbox, std::uint32_t seed, std::size_t articles,
          std::size_t body_bytes = 600);

    [[nodiscard]] std::size_t steps() const { return commands_.size(); }

    /// The words of a step's command for dateline-index, about this index.
    [[nodiscard]] Words words(std::size_t step, const std::string& index) const;

    /// An index after so many steps, to be copied. 0 is no index.
    [[nodiscard]] std::filesystem::path index_after(std::size_t steps) const;

    /// What is wrong with an index that has had `least` steps, of which the one behind may have
    /// been in work: "" if `verify` is content and it is at a state of that step. That there is no
    /// index is right before the first step's end only.
    [[nodiscard]] std::string trouble_within(const std::string& index, std::size_t least) const;

    /// What is wrong with an index after so many steps: "" if it has that very state, and the
    /// digest of an undisturbed run.
    [[nodiscard]] std::string trouble_after(const std::string& index, std::size_t steps) const;

    /// Runs the command of that step again, undisturbed; what is wrong with the index then.
    [[nodiscard]] std::string trouble_when_repeated(const std::string& index,
                                                    std::size_t step) const;

  private:
    /// An article that a command sets (print) or removes (0).
    struct Change {
        std::string id;
        std::uint64_t print;
    };
    [[nodiscard]] std::string lines_of(std::size_t first, std::size_t count,
                                       std::string_view change = {}) const;
    void add(const std::string& verb, const std::string& dump_name, std::string_view lines);
    void merge();
    void remove(std::size_t first, std::size_t count);
    void append_states(const std::vector<Change>& changes);
    void play(std::size_t articles);

    const Sandbox& sandbox_;
    std::uint32_t seed_;
    std::size_t body_bytes_;
    std::vector<Words> commands_{};
    std::vector<std::pair<std::string, std::uint64_t>> held_{};  ///< at the end of what is told
    std::vector<std::uint64_t> prints_{0};                       ///< of every state; 0: no article
    std::vector<std::size_t> ends_{0};      ///< by number of steps: the state at their end
    std::vector<std::string> digests_{""};  ///< likewise
};

/// Copies an index (or nothing, if there is none) to where another may be.
void copy_index(const std::filesystem::path& from, const std::filesystem::path& to);

}  // namespace dateline::tests
