#include "benchmarks/compare/record.hpp"

#include "common/storage/file.hpp"

#include <fstream>
#include <nlohmann/json.hpp>

namespace dateline::compare {

NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(ShareRecord, share, articles, text_bytes)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(IndexRecord, share, peer, way, round, seconds, cpu_seconds,
                                   peak_bytes, articles, phases, parts)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(LatencyRecord, share, contender, name, pass, round, asked,
                                   failed, refusal, times)
NLOHMANN_DEFINE_TYPE_NON_INTRUSIVE(AgreementRecord, share, peer, name, asked, equal,
                                   median_difference)

namespace {

/// A list with one record a line, so that a run can be read, and compared by diff.
template <class Record>
void put_list(std::ostream& out, std::string_view name, const std::vector<Record>& records)
{
    out << ",\n\"" << name << "\": [";
    for (std::size_t i = 0; i < records.size(); ++i) {
        out << (i == 0 ? "\n" : ",\n") << nlohmann::json(records[i]).dump();
    }
    out << "\n]";
}

}  // namespace

Result<RunRecord> read_record(const std::filesystem::path& raw_json)
{
    std::ifstream file{raw_json, std::ios::binary};
    if (!file) { return io_failure("read", raw_json); }
    try {
        const auto json = nlohmann::json::parse(file);
        RunRecord run;
        const auto& about = json.at("run");
        about.at("date").get_to(run.date);
        about.at("commit").get_to(run.commit);
        about.at("machine").get_to(run.machine);
        about.at("corpus").get_to(run.corpus);
        about.at("seed").get_to(run.seed);
        about.at("rounds").get_to(run.rounds);
        about.at("questions").get_to(run.questions);
        about.at("versions").get_to(run.versions);
        json.at("shares").get_to(run.shares);
        json.at("indexing").get_to(run.indexing);
        json.at("latencies").get_to(run.latencies);
        json.at("agreements").get_to(run.agreements);
        return run;
    } catch (const nlohmann::json::exception& problem) {
        return fail(ErrorKind::InputFormat,
                    "'" + raw_json.string() + "' is no record of a run: " + problem.what());
    }
}

Status write_record(const std::filesystem::path& raw_json, const RunRecord& record)
{
    std::ofstream out{raw_json, std::ios::binary};
    const nlohmann::json about{{"date", record.date},           {"commit", record.commit},
                               {"machine", record.machine},     {"corpus", record.corpus},
                               {"seed", record.seed},           {"rounds", record.rounds},
                               {"questions", record.questions}, {"versions", record.versions}};
    out << "{\n\"run\": " << about.dump();
    put_list(out, "shares", record.shares);
    put_list(out, "indexing", record.indexing);
    put_list(out, "latencies", record.latencies);
    put_list(out, "agreements", record.agreements);
    out << "\n}\n";
    out.flush();
    return out ? Status{Done{}} : Status{io_failure("write", raw_json)};
}

}  // namespace dateline::compare
