#include "common/storage/manifest.hpp"

#include "common/date.hpp"
#include "tests/support/mutations.hpp"

#include <climits>
#include <doctest/doctest.h>
#include <nlohmann/json.hpp>

using dateline::ErrorKind;
using dateline::IndexVersions;
using dateline::Manifest;
using dateline::own_versions;
using dateline::parse_manifest;
using dateline::to_json;
using dateline::Versions;
using Json = nlohmann::ordered_json;

namespace {

const std::filesystem::path kPath = "/somewhere/news.idx/manifest-000042.json";

std::chrono::sys_days day(std::string_view text) { return dateline::parse_date(text)->first; }

Manifest full_manifest()
{
    return {.generation = 42,
            .versions = own_versions(),
            .segments = {{.name = "000007",
                          .articles = 1200,
                          .words = 480000,
                          .text_bytes = 3000000,
                          .files = {{"columns", {100, std::string(32, 'a')}},
                                    {"postings/iamglass", {200, std::string(32, 'b')}}}},
                         {.name = "1000000", .articles = 1}},
            .languages = {"en", "ru", "und"},
            .tombstones = "000042",
            .tombstones_digest = {64, std::string(32, 'c')},
            .names = {4096, std::string(32, 'd')},
            .dictionaries = {{"32768", {110000, std::string(32, 'e')}}},
            .sources = {"dumps/", "-", "a \"quoted\" näme\n.jsonl"},
            .next_segment = 9,
            .days = {{day("2026-01-31"), 3}, {day("2026-02-01"), 40}}};
}

/// The full manifest's JSON with the value at `pointer` replaced.
std::string with(const std::string& pointer, const Json& value)
{
    Json json = Json::parse(to_json(full_manifest()));
    json[Json::json_pointer{pointer}] = value;
    return json.dump();
}

void check_damaged(std::string_view text)
{
    const auto manifest = parse_manifest(text, kPath);
    REQUIRE_FALSE(manifest);
    CHECK(manifest.error().kind == ErrorKind::IndexDamaged);
    CHECK(manifest.error().message.starts_with("the file '" + kPath.string() + "' is damaged: "));
    CHECK_FALSE(manifest.error().hint.empty());
}

/// A name that leads to a file beside others, not up or to the root.
bool is_tame(const std::string& name)
{
    return !name.empty() && name[0] != '/' && name.find("..") == std::string::npos;
}

}  // namespace

TEST_SUITE("common/storage/manifest")
{
    TEST_CASE("a manifest comes back")
    {
        const std::string json = to_json(full_manifest());
        const auto full = parse_manifest(json, kPath);
        REQUIRE(full);
        CHECK(full->generation == 42);
        CHECK(full->versions == own_versions());
        REQUIRE(full->segments.size() == 2);
        CHECK(full->segments[0].name == "000007");
        CHECK(full->segments[0].articles == 1200);
        CHECK(full->segments[0].words == 480000);
        CHECK(full->segments[0].text_bytes == 3000000);
        CHECK(full->segments[0].files == full_manifest().segments[0].files);
        CHECK(full->segments[1].files.empty());
        CHECK(full->languages == full_manifest().languages);
        CHECK(full->tombstones == "000042");
        CHECK(full->tombstones_digest == full_manifest().tombstones_digest);
        CHECK(full->names == full_manifest().names);
        CHECK(full->dictionaries == full_manifest().dictionaries);
        CHECK(full->sources == full_manifest().sources);
        CHECK(full->next_segment == 9);
        CHECK(full->days == full_manifest().days);
        CHECK(to_json(*full) == json);

        const Manifest empty{.versions = own_versions()};
        const auto read = parse_manifest(to_json(empty), kPath);
        REQUIRE(read);
        CHECK(to_json(*read) == to_json(empty));
    }

    TEST_CASE("a day has the first generation of those that were published on it")
    {
        Manifest manifest;
        const struct {
            std::uint64_t generation;
            const char* day;
        } publications[] = {{1, "2026-01-30"}, {2, "2026-01-30"},
                            {3, "2026-02-02"}, {4, "2026-02-01"},  // the clock was set back
                            {7, "2026-02-02"}, {8, "2026-03-01"}};
        for (const auto& p : publications) {
            manifest.generation = p.generation;
            dateline::note_day(manifest, day(p.day));
        }
        CHECK(manifest.days.size() == 3);
        const struct {
            const char* since;
            std::uint64_t before;
        } cases[] = {{"0001-01-01", 0}, {"2026-01-30", 0}, {"2026-01-31", 2}, {"2026-02-02", 2},
                     {"2026-02-03", 7}, {"2026-03-01", 7}, {"2026-03-02", 8}, {"9999-12-31", 8}};
        for (const auto& c : cases) {
            CAPTURE(c.since);
            CHECK(dateline::last_generation_before(manifest, day(c.since)) == c.before);
        }
    }

    TEST_CASE("an older index has no days; days that are none, or do not ascend, are damage")
    {
        Json json = Json::parse(to_json(full_manifest()));
        json.erase("days");
        const auto older = parse_manifest(json.dump(), kPath);
        REQUIRE(older);
        CHECK(older->days.empty());
        for (const Json& days :
             {Json{{"2026-02", 3}}, Json{{"x", 3}}, Json{{"2026-02-01", -3}}, Json::array({1}),
              Json(3), Json{{"2026-02-01", 3}, {"2026-01-31", 4}},
              Json{{"2026-02-01", 3}, {"2026-02-02", 3}}}) {
            CAPTURE(days.dump());
            check_damaged(with("/days", days));
        }
    }

    TEST_CASE("the largest numbers come back, and a source that is no UTF-8 does no harm")
    {
        Manifest manifest = full_manifest();
        manifest.generation = manifest.segments[0].articles = manifest.names.size = UINT64_MAX;
        manifest.sources = {"caf\xE9.txt"};
        const auto read = parse_manifest(to_json(manifest), kPath);
        REQUIRE(read);
        CHECK(read->generation == UINT64_MAX);
        CHECK(read->segments[0].articles == UINT64_MAX);
        CHECK(read->names.size == UINT64_MAX);
        CHECK(read->sources[0] == "caf\uFFFD.txt");
    }

    TEST_CASE("files are called by numbers of at least six digits")
    {
        const struct {
            std::uint64_t number;
            const char* digits;
        } cases[] = {{0, "000000"},
                     {42, "000042"},
                     {999999, "999999"},
                     {1000000, "1000000"},
                     {UINT64_MAX, "18446744073709551615"}};
        for (const auto& c : cases) {
            CHECK(dateline::six_digits(c.number) == c.digits);
            CHECK(Manifest{.generation = c.number}.file_name() ==
                  "manifest-" + std::string{c.digits} + ".json");
        }
    }

    TEST_CASE("an index of another version is refused, with both versions and what to do")
    {
        const auto other = [](auto change) {
            IndexVersions versions = own_versions();
            change(versions);
            return versions;
        };
        const struct {
            std::string what;
            IndexVersions versions;
            std::string found;
        } cases[] = {
            {"older schema", other([](auto& v) { v.schema = 0; }), "(schema 0, Xapian"},
            {"newer schema", other([](auto& v) { v.schema = 999; }), "(schema 999, Xapian"},
            {"Xapian", other([](auto& v) { v.xapian = "9.8"; }), ", Xapian 9.8, "},
            {"Unicode", other([](auto& v) { v.unicode = "3.2"; }), ", Unicode 3.2, "},
            {"stemmer", other([](auto& v) { v.stemmer = "old"; }), ", stemmer old; "},
        };
        const IndexVersions own = own_versions();
        for (const auto& c : cases) {
            CAPTURE(c.what);
            Manifest manifest = full_manifest();
            manifest.versions = c.versions;
            const auto refused = parse_manifest(to_json(manifest), kPath);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().kind == ErrorKind::IndexSchema);
            const std::string& message = refused.error().message;
            CAPTURE(message);
            CHECK(message.starts_with(
                "the index '/somewhere/news.idx' was made by another version ("));
            CHECK(message.find(c.found) != std::string::npos);
            CHECK(message.ends_with("; this program has schema " + std::to_string(own.schema) +
                                    ", Xapian " + own.xapian + ", Unicode " + own.unicode +
                                    ", stemmer " + own.stemmer + ")"));
            const bool is_newer = c.versions.schema > own.schema;
            CHECK(refused.error().hint.find(is_newer ? "the program that made it"
                                                     : "dateline-index rebuild --index") !=
                  std::string::npos);
            const auto stored = parse_manifest(to_json(manifest), kPath, Versions::AlsoOlder);
            CHECK(stored.operator bool() == !is_newer);  // its articles can be read
        }
    }

    TEST_CASE("another version is told before anything else that it changed")
    {
        const auto newer =
            parse_manifest(R"({"versions":{"schema":7,"xapian":"2.0","unicode":"16.0",)"
                           R"("stemmer":"x"},"segments":"elsewhere"})",
                           kPath);
        REQUIRE_FALSE(newer);
        CHECK(newer.error().kind == ErrorKind::IndexSchema);
        for (const std::uint64_t schema :
             {std::uint64_t{1} << 32U | 1U, std::uint64_t{INT_MAX} + 1, UINT64_MAX}) {
            CAPTURE(schema);
            const auto huge = parse_manifest(with("/versions/schema", schema), kPath);
            REQUIRE_FALSE(huge);
            CHECK(huge.error().kind == ErrorKind::IndexSchema);
        }
    }

    TEST_CASE("no name leads out of the index")
    {
        const char* const names[] = {"", "..", "../x", "/etc/passwd", "a/../../b", "a/..", "/"};
        for (const std::string name : names) {
            CAPTURE(name);
            check_damaged(with("/segments/0/name", name));
            if (!name.empty()) { check_damaged(with("/tombstones", name)); }
            const Json files{{name, {{"size", 1}, {"xxh3_128", ""}}}};
            check_damaged(with("/segments/0/files", files));
            check_damaged(with("/dictionaries", files));
        }
    }

    TEST_CASE("what is missing or of another type is damage")
    {
        const Json whole = Json::parse(to_json(full_manifest()));
        for (const auto& [key, value] : whole.items()) {
            CAPTURE(key);
            Json part = whole;
            part.erase(key);
            if (key != "days") { check_damaged(part.dump()); }  // older indexes have none
            for (const Json& other : Json::parse(R"([null, true, "x", 1.5, [1, 2]])")) {
                const bool is_fine = key == "tombstones" && other.is_string();
                if (!is_fine) { check_damaged(with("/" + key, other)); }
            }
        }
        for (const auto& [key, value] : whole.at("segments")[0].items()) {
            CAPTURE(key);
            Json part = whole;
            part["segments"][0].erase(key);
            check_damaged(part.dump());
        }
    }

    TEST_CASE("counts are whole numbers from 0")
    {
        const char* const places[] = {"/generation",
                                      "/next_segment",
                                      "/names/size",
                                      "/segments/0/articles",
                                      "/segments/1/words",
                                      "/segments/0/text_bytes",
                                      "/versions/schema",
                                      "/segments/0/files/columns/size",
                                      "/dictionaries/32768/size"};
        for (const std::string place : places) {
            CAPTURE(place);
            for (const Json& number : Json::parse(R"([-1, 1.5, 1e300, "1", true, null, [1]])")) {
                check_damaged(with(place, number));
            }
        }
        std::string text = to_json(full_manifest());
        text.replace(text.find("\"generation\": 42"), 16, "\"generation\": 18446744073709551616");
        check_damaged(text);
    }

    TEST_CASE("hostile text is damage")
    {
        for (const std::string& text :
             {std::string{}, std::string{" "}, std::string{"null"}, std::string{"42"},
              std::string{"\"x\""}, std::string{"[]"}, std::string{"{}"}, std::string(3, '\0'),
              std::string{"\xFF\xFE"}, std::string(100000, '['), std::string(1 << 20, '"'),
              to_json(full_manifest()) + "x", "x" + to_json(full_manifest())}) {
            CAPTURE(text.size());
            check_damaged(text);
        }
        std::string brackets = R"({"versions":)";
        for (int i = 0; i < 100000; ++i) { brackets += R"({"schema":)"; }
        check_damaged(brackets);
        brackets += "1" + std::string(100001, '}');
        check_damaged(brackets);
        std::string text = to_json(full_manifest());
        while (!text.empty()) {
            text.pop_back();
            if (!text.ends_with('}')) { check_damaged(text); }
        }
    }

    TEST_CASE("whatever the bytes are, a manifest names files inside of the index")
    {
        const auto walk = [](const std::filesystem::path& path) -> dateline::Status {
            auto manifest = parse_manifest(dateline::tests::bytes_of(path), path);
            if (!manifest && manifest.error().kind == ErrorKind::IndexSchema) {
                return dateline::Done{};
            }
            if (!manifest) { return dateline::Failure{manifest.error()}; }
            for (const auto& segment : manifest->segments) {
                dateline::tests::must(is_tame(segment.name), "a segment lies inside");
                for (const auto& [name, digest] : segment.files) {
                    dateline::tests::must(is_tame(name), "a file lies inside");
                }
            }
            for (const auto& [name, digest] : manifest->dictionaries) {
                dateline::tests::must(is_tame(name), "a dictionary lies inside");
            }
            dateline::tests::must(!to_json(*manifest).empty(), "what is read can be written");
            return dateline::Done{};
        };
        Manifest small = full_manifest();
        small.segments.pop_back();
        dateline::tests::check_mutations(to_json(small), walk, 10'000'000);
    }
}
