#include "common/storage/file.hpp"
#include "common/text/number.hpp"
#include "searcher/bench/run_json.hpp"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <stdexcept>

namespace dateline::searcher {
namespace {

using Json = nlohmann::json;

/// Deeper than any saved run.
constexpr int kMaxNesting = 8;

// More than any saved run has.
constexpr std::size_t kMaxRounds = 100;
constexpr std::size_t kMaxRows = 1000;

/// More queries in a second, or more milliseconds, than there are.
constexpr double kMostNumber = 1e12;

/// A value of the file, and where it stands. What it is not is an exception with the place, caught
/// in read_run().
class Value {
  public:
    Value(const Json& json, std::string where) : json_(&json), where_(std::move(where)) {}

    [[nodiscard]] Value at(const std::string& key) const
    {
        const auto found = json_->is_object() ? json_->find(key) : json_->end();
        if (!json_->is_object() || found == json_->end()) { refuse("has no \"" + key + "\""); }
        return {*found, where_ + '/' + key};
    }

    [[nodiscard]] std::vector<Value> list(std::size_t most) const
    {
        if (!json_->is_array()) { refuse("is no list"); }
        if (json_->size() > most) { refuse("is too long"); }
        std::vector<Value> values;
        for (const Json& value : *json_) {
            values.emplace_back(value, where_ + '/' + std::to_string(values.size()));
        }
        return values;
    }

    [[nodiscard]] std::string text() const
    {
        if (!json_->is_string()) { refuse("is no text"); }
        return json_->get<std::string>();
    }

    [[nodiscard]] bool flag() const
    {
        if (!json_->is_boolean()) { refuse("is neither true nor false"); }
        return json_->get<bool>();
    }

    [[nodiscard]] std::uint64_t count() const
    {
        if (!json_->is_number_unsigned()) { refuse("is no whole number"); }
        return json_->get<std::uint64_t>();
    }

    [[nodiscard]] double number() const
    {
        const double value = json_->is_number() ? json_->get<double>() : -1;
        if (!(value >= 0 && value < kMostNumber)) { refuse("is no number that was measured"); }
        return value;
    }

    /// As number(), but not 0.
    [[nodiscard]] double positive() const
    {
        const double value = number();
        if (value <= 0) { refuse("is not more than 0"); }
        return value;
    }

    [[nodiscard]] bool is_null() const { return json_->is_null(); }

    [[noreturn]] void refuse(const std::string& what) const
    {
        throw std::runtime_error{(where_.empty() ? "it" : where_) + " " + what};
    }

  private:
    const Json* json_;
    std::string where_;  ///< a JSON pointer; "" for all of it
};

Times times_of(const Value& list, std::size_t queries)
{
    Times times;
    for (const Value& value : list.list(kMaxQueries)) {
        times.push_back(value.is_null() ? std::nullopt : std::optional{value.positive()});
    }
    if (times.size() != queries) { list.refuse("has another length than /queries/totals"); }
    const bool is_empty =
        std::none_of(times.begin(), times.end(), [](const auto& time) { return time.has_value(); });
    if (is_empty) { list.refuse("has no times"); }
    return times;
}

/// Nothing for a mode that this program does not know.
std::optional<ModeTimes> mode_of(const Value& value, std::size_t queries)
{
    const std::string name = value.at("name").text();
    const auto* const mode =
        std::find_if(kBenchModes.begin(), kBenchModes.end(),
                     [&name](const BenchMode& known) { return known.name == name; });
    if (mode == kBenchModes.end()) { return {}; }
    ModeTimes times{.mode = mode};
    const Value rounds = value.at("rounds_ms");
    for (const Value& round : rounds.list(kMaxRounds)) {
        times.rounds.push_back(times_of(round, queries));
    }
    if (times.rounds.empty()) { rounds.refuse("is empty"); }
    return times;
}

Throughput throughput_of(const Value& value)
{
    Throughput row{.threads = value.at("threads").count(),
                   .facets = value.at("facets").flag(),
                   .failed = value.at("failed").count()};
    const Value rounds = value.at("rounds_per_second");
    for (const Value& round : rounds.list(kMaxRounds)) {
        row.per_second.push_back(round.positive());
    }
    if (row.per_second.empty()) { rounds.refuse("is empty"); }
    return row;
}

void read_measured(const Value& run, BenchRecord& record)
{
    const Value queries = run.at("queries");
    record.queries_hash = queries.at("hash").text();
    for (const Value& total : queries.at("totals").list(kMaxQueries)) {
        record.totals.push_back(total.is_null() ? std::nullopt : std::optional{total.count()});
    }
    for (const Value& value : run.at("modes").list(kMaxRows)) {
        auto mode = mode_of(value, record.totals.size());
        if (mode) { record.modes.push_back(*std::move(mode)); }
    }
    for (const Value& value : run.at("throughput").list(kMaxRows)) {
        record.throughput.push_back(throughput_of(value));
    }
}

BenchRecord record_of(const Value& run)
{
    if (run.at("schema").count() != kRunSchema) {
        run.at("schema").refuse("is not " + std::to_string(kRunSchema) +
                                ": another version of dateline-search wrote it");
    }
    const Value index = run.at("index");
    BenchRecord record{.program = run.at("program").text(),
                       .date = run.at("date").text(),
                       .machine = run.at("machine").text(),
                       .load = run.at("load").number(),
                       .index = index.at("path").text(),
                       .generation = index.at("generation").count(),
                       .articles = index.at("articles").count(),
                       .manifest = index.at("manifest").text(),
                       .facet_limit = run.at("facet_limit").count(),
                       .time_limit_ms = run.at("time_limit_ms").count()};
    for (const Value& facet : run.at("facets").list(kMaxRows)) {
        record.facets.push_back(facet.text());
    }
    read_measured(run, record);
    return record;
}

/// Whether lists and objects are never nested deeper than in a saved run; `text` may be anything.
bool is_shallow(std::string_view text)
{
    int depth = 0;
    bool in_string = false;
    for (std::size_t i = 0; i < text.size() && depth <= kMaxNesting; ++i) {
        const char c = text[i];
        if (c == '"') { in_string = !in_string; }
        if (in_string) {
            i += c == '\\' ? 1 : 0;
        } else {
            depth += c == '[' || c == '{' ? 1 : c == ']' || c == '}' ? -1 : 0;
        }
    }
    return depth <= kMaxNesting;
}

/// At most `most` bytes of a file, whatever it is.
Result<std::string> read_bytes(const std::filesystem::path& path, std::size_t most)
{
    std::ifstream file{path, std::ios::binary};
    if (!file) { return io_failure("read", path); }
    std::string bytes(most, '\0');
    file.read(bytes.data(), static_cast<std::streamsize>(most));
    if (file.bad()) { return io_failure("read", path); }
    bytes.resize(static_cast<std::size_t>(file.gcount()));
    return bytes;
}

/// What is wrong is said of "it".
Result<BenchRecord> parse_run(std::string_view text)
{
    if (text.size() > kMaxRunBytes) {
        return fail(ErrorKind::InputFormat, "it is larger than " + with_unit(kMaxRunBytes));
    }
    if (!is_shallow(text)) { return fail(ErrorKind::InputFormat, "it is nested too deeply"); }
    try {
        const Json json = Json::parse(text);
        return record_of(Value{json, ""});
    } catch (const Json::parse_error& problem) {
        return fail(ErrorKind::InputFormat, "it is no JSON from byte " +
                                                std::to_string(problem.byte) + " of " +
                                                std::to_string(text.size()) + " on");
    } catch (const std::exception& problem) {
        return fail(ErrorKind::InputFormat, problem.what());
    }
}

}  // namespace

Result<BenchRecord> read_run(const std::filesystem::path& path)
{
    const auto bytes = read_bytes(path, kMaxRunBytes + 1);
    if (!bytes) { return Failure{bytes.error()}; }
    auto record = parse_run(*bytes);
    if (record) { return record; }
    return fail(record.error().kind,
                "'" + path.string() + "' is no saved run: " + record.error().message,
                "make one with dateline-search bench --save FILE");
}

}  // namespace dateline::searcher
