// The record of a run: everything that was measured, as raw.json keeps it.
#pragma once

#include "benchmarks/compare/peer.hpp"

#include <map>
#include <string>
#include <vector>

namespace dateline::compare {

/// The articles of one share of the corpus.
struct ShareRecord {
    std::string share{};  ///< "1/8", …, "1"
    std::uint64_t articles = 0;
    std::uint64_t text_bytes = 0;  ///< of headlines and bodies
};

/// One making of an index.
struct IndexRecord {
    std::string share{};
    std::string peer{};
    std::string way{};
    int round = 0;
    double seconds = 0;
    double cpu_seconds = 0;
    std::uint64_t peak_bytes = 0;
    std::uint64_t articles = 0;              ///< as the peer counts them; 0 if it does not say
    std::map<std::string, double> phases{};  ///< seconds of parts of it, as the peer names them
    std::map<std::string, std::uint64_t> parts{};  ///< bytes of the finished index
};

/// One class of questions, put to one contender, in one round.
struct LatencyRecord {
    std::string share{};
    std::string contender{};  ///< a peer's name, with "-" and the mode behind it unless plain
    std::string name{};  ///< of the class; "open" for opening; "command CLASS" for whole commands
    /// "first": never asked before in this process; "again": asked before; "warm" and "evicted": a
    /// whole command from the shell, the index in the page cache or driven out of it.
    std::string pass{};
    int round = 0;
    std::size_t asked = 0;
    std::size_t failed = 0;       ///< of those: refused or too slow; their times do not count
    std::string refusal{};        ///< the first reason, if any failed
    std::vector<double> times{};  ///< milliseconds, four digits, in the order of asking
};

/// Whether a peer finds as many articles as Dateline for the questions of a class.
struct AgreementRecord {
    std::string share{};
    std::string peer{};
    std::string name{};
    std::size_t asked = 0;         ///< and answered by both
    std::size_t equal = 0;         ///< with the same total
    double median_difference = 0;  ///< of |theirs - ours| / the larger, over all that were asked
};

struct RunRecord {
    std::string date{};     ///< of its start, UTC, YYYY-MM-DDTHH:MM
    std::string commit{};   ///< of the repository; "+" behind it if the tree had changes
    std::string machine{};  ///< processor, cores, memory, kernel
    std::vector<std::string> corpus{};  ///< names of the dumps, without folders
    std::uint64_t seed = 0;
    int rounds = 0;
    std::size_t questions = 0;                      ///< distinct ones of each class
    std::map<std::string, std::string> versions{};  ///< by peer
    std::vector<ShareRecord> shares{};              ///< largest first
    std::vector<IndexRecord> indexing{};
    std::vector<LatencyRecord> latencies{};
    std::vector<AgreementRecord> agreements{};
};

/// Fails with Io, or with InputFormat if it is no such record.
Result<RunRecord> read_record(const std::filesystem::path& raw_json);
Status write_record(const std::filesystem::path& raw_json, const RunRecord& record);

}  // namespace dateline::compare
