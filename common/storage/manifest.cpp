#include "common/storage/manifest.hpp"

#include "common/date.hpp"
#include "common/schema/field.hpp"
#include "common/storage/section_file.hpp"
#include "common/text/stemmer.hpp"

#include <algorithm>
#include <climits>
#include <nlohmann/json.hpp>
#include <unicode/uchar.h>
#include <xapian.h>

namespace dateline {
namespace {

using Json = nlohmann::ordered_json;

Json to_json_value(const FileDigest& digest)
{
    Json value{{"size", digest.size}, {"xxh3_128", digest.hash}};
    if (!digest.ends.empty()) { value["ends"] = digest.ends; }
    return value;
}

/// A path inside the index that stays inside: names come from a file that may be damaged.
bool is_inside(const std::string& path)
{
    return !path.empty() && path.front() != '/' && path.find("..") == std::string::npos;
}

/// A count; get() would make one of -1, of 1.5 and of true as well.
std::uint64_t count_of(const Json& value)
{
    if (!value.is_number_unsigned()) { throw std::out_of_range{"a count is not one"}; }
    return value.get<std::uint64_t>();
}

FileDigest digest_of(const Json& value)
{
    return {count_of(value.at("size")), value.at("xxh3_128").get<std::string>(),
            value.value("ends", std::string{})};
}

std::map<std::string, FileDigest> digests_of(const Json& object)
{
    std::map<std::string, FileDigest> digests;
    for (const auto& [name, value] : object.get_ref<const Json::object_t&>()) {
        if (!is_inside(name)) { throw std::out_of_range{"a path leads out of the index"}; }
        digests.emplace(name, digest_of(value));
    }
    return digests;
}

SegmentEntry segment_of(const Json& value)
{
    SegmentEntry segment{.name = value.at("name").get<std::string>(),
                         .articles = count_of(value.at("articles")),
                         .words = count_of(value.at("words")),
                         .text_bytes = count_of(value.at("text_bytes")),
                         .files = digests_of(value.at("files"))};
    if (!is_inside(segment.name)) { throw std::out_of_range{"a segment lies outside"}; }
    return segment;
}

IndexVersions versions_of(const Json& value)
{
    const auto schema = std::min<std::uint64_t>(count_of(value.at("schema")), INT_MAX);
    return {static_cast<int>(schema), value.at("xapian").get<std::string>(),
            value.at("unicode").get<std::string>(), value.at("stemmer").get<std::string>()};
}

/// {"2026-11-27": 41, …}, both ascending.
std::vector<PublicationDay> days_of(const Json& object)
{
    std::vector<PublicationDay> days;
    for (const auto& [text, generation] : object.get_ref<const Json::object_t&>()) {
        const auto date = parse_date(text);
        if (!date || date->precision != Precision::Day) {
            throw std::out_of_range{"a day of publication is none"};
        }
        const PublicationDay day{date->first, count_of(generation)};
        if (!days.empty() &&
            (day.day <= days.back().day || day.generation <= days.back().generation)) {
            throw std::out_of_range{"the days of publication do not ascend"};
        }
        days.push_back(day);
    }
    return days;
}

Failure other_version(const IndexVersions& found, const std::filesystem::path& path)
{
    const IndexVersions own = own_versions();
    const auto describe = [](const IndexVersions& v) {
        return "schema " + std::to_string(v.schema) + ", Xapian " + v.xapian + ", Unicode " +
               v.unicode + ", stemmer " + v.stemmer;
    };
    return fail(ErrorKind::IndexSchema,
                "the index '" + path.parent_path().string() + "' was made by another version (" +
                    describe(found) + "; this program has " + describe(own) + ")",
                found.schema > own.schema ? "use the program that made it"
                                          : "make a new one of its articles: dateline-index "
                                            "rebuild --index OLD NEW");
}

Manifest manifest_of(const Json& json)
{
    Manifest manifest{.generation = count_of(json.at("generation"))};
    for (const Json& segment : json.at("segments").get_ref<const Json::array_t&>()) {
        manifest.segments.push_back(segment_of(segment));
    }
    manifest.languages = json.at("languages").get<std::vector<std::string>>();
    manifest.tombstones = json.at("tombstones").get<std::string>();
    manifest.tombstones_digest = digest_of(json.at("tombstones_digest"));
    if (!manifest.tombstones.empty() && !is_inside(manifest.tombstones)) {
        throw std::out_of_range{"the tombstones lie outside"};
    }
    manifest.names = digest_of(json.at("names"));
    const bool is_first_schema = versions_of(json.at("versions")).schema == 1;
    if (!is_first_schema) { manifest.name_table = digest_of(json.at("name_table")); }
    manifest.dictionaries = digests_of(json.at("dictionaries"));
    manifest.sources = json.at("sources").get<std::vector<std::string>>();
    manifest.next_segment = count_of(json.at("next_segment"));
    if (const auto days = json.find("days"); days != json.end()) { manifest.days = days_of(*days); }
    return manifest;
}

}  // namespace

IndexVersions own_versions()
{
    return {kSchemaVersion, xapian_format_version(), U_UNICODE_VERSION, stemmer_version()};
}

std::string xapian_format_version()
{
    return std::to_string(Xapian::major_version()) + "." + std::to_string(Xapian::minor_version());
}

std::string six_digits(std::uint64_t number)
{
    std::string digits = std::to_string(number);
    constexpr std::size_t kDigits = 6;
    if (digits.size() < kDigits) { digits.insert(0, kDigits - digits.size(), '0'); }
    return digits;
}

std::string Manifest::file_name() const { return "manifest-" + six_digits(generation) + ".json"; }

std::string to_json(const Manifest& manifest)
{
    Json json{{"generation", manifest.generation},
              {"versions",
               {{"schema", manifest.versions.schema},
                {"xapian", manifest.versions.xapian},
                {"unicode", manifest.versions.unicode},
                {"stemmer", manifest.versions.stemmer}}},
              {"segments", Json::array()},
              {"languages", manifest.languages},
              {"tombstones", manifest.tombstones},
              {"tombstones_digest", to_json_value(manifest.tombstones_digest)},
              {"names", to_json_value(manifest.names)},
              {"name_table", to_json_value(manifest.name_table)},
              {"dictionaries", Json::object()},
              {"sources", manifest.sources},
              {"next_segment", manifest.next_segment},
              {"days", Json::object()}};
    for (const PublicationDay& day : manifest.days) {
        json["days"][to_string(Date{day.day})] = day.generation;
    }
    for (const auto& [id, digest] : manifest.dictionaries) {
        json["dictionaries"][id] = to_json_value(digest);
    }
    for (const SegmentEntry& segment : manifest.segments) {
        Json entry{{"name", segment.name},
                   {"articles", segment.articles},
                   {"words", segment.words},
                   {"text_bytes", segment.text_bytes},
                   {"files", Json::object()}};
        for (const auto& [name, digest] : segment.files) {
            entry["files"][name] = to_json_value(digest);
        }
        json["segments"].push_back(std::move(entry));
    }
    constexpr int kIndent = 1;
    return json.dump(kIndent, ' ', false, Json::error_handler_t::replace) + "\n";
}

void note_day(Manifest& manifest, std::chrono::sys_days day)
{
    auto& days = manifest.days;
    if (days.empty() || days.back().day < day) { days.push_back({day, manifest.generation}); }
}

std::uint64_t last_generation_before(const Manifest& manifest, std::chrono::sys_days day)
{
    const auto& days = manifest.days;
    const auto first =
        std::find_if(days.begin(), days.end(), [day](const auto& d) { return d.day >= day; });
    if (first == days.end()) { return manifest.generation; }
    return first->generation - std::min<std::uint64_t>(first->generation, 1);
}

std::string current_line(const Manifest& manifest)
{
    return manifest.file_name() + " " + hash_hex(to_json(manifest)) + "\n";
}

Result<Manifest> parse_manifest(std::string_view text, const std::filesystem::path& path,
                                Versions wanted)
{
    try {
        const Json json = Json::parse(text);
        const IndexVersions versions = versions_of(json.at("versions"));
        const bool is_wanted = wanted == Versions::Own ? versions == own_versions()
                                                       : versions.schema <= kSchemaVersion;
        if (!is_wanted) { return other_version(versions, path); }
        Manifest manifest = manifest_of(json);
        manifest.versions = versions;
        return manifest;
    } catch (const std::exception& problem) {
        return damaged(path, problem.what());
    }
}

}  // namespace dateline
