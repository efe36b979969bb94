// Measuring the peers on one share of the corpus: indexing, questions, whole commands.
#pragma once

#include "benchmarks/compare/classes.hpp"
#include "benchmarks/compare/record.hpp"

#include <functional>
#include <span>

namespace dateline::compare {

/// What a run has to work with.
struct Bench {
    std::vector<const Peer*> peers{};  ///< Dateline first
    Places places{};
    std::string share{};
    std::function<void(const std::string&)> say{};  ///< progress, a line
};

/// Makes every index of every peer, anew, and records what it cost. Dateline's first index is
/// exported for the others unless it was (export_corpus.hpp). Fails if an indexer does.
Status measure_indexing(const Bench& bench, int round, RunRecord& record);

/// The questions of a run: distinct by class, in the order of the file.
struct Questions {
    std::vector<NamedQuestion> asked{};
    std::vector<NamedQuestion> warm_up{};  ///< others, asked before and not recorded
    std::size_t of_each = 100;             ///< again-runs of a class, whatever it has of questions
};

/// Puts every question to every contender, in fresh processes, by turns of a few questions: first
/// uncached (each is new to its process), then again. A contender that fails is recorded as failed;
/// it ends the run only if it cannot start.
Status measure_questions(const Bench& bench, const Questions& questions, int round,
                         RunRecord& record);

/// Compares the totals of all peers, exact ones, with Dateline's.
Status measure_agreement(const Bench& bench, const Questions& questions, RunRecord& record);

/// Runs whole commands as a person at a shell would, with the index in the page cache and out of
/// it: three questions of each class, those that every peer answers with hits.
Status measure_shell(const Bench& bench, const Questions& questions, int rounds, RunRecord& record);

}  // namespace dateline::compare
