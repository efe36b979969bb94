#include "indexer/integrity.hpp"

#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>

using namespace dateline;
using indexer::check_segment_files;
using indexer::check_shared_files;
using indexer::DamageList;
using indexer::require_whole;
using tests::Sandbox;

namespace {

FileDigest digest_of(std::string_view bytes) { return {bytes.size(), hash_hex(bytes)}; }

}  // namespace

TEST_SUITE("indexer/integrity")
{
    TEST_CASE("a segment's files are those of its entry, or the first other one is named")
    {
        const SegmentEntry entry{
            .name = "000007",
            .files = {{"columns", digest_of("counts")}, {"postings/iamglass", digest_of("glass")}}};
        const struct {
            void (*change)(const Sandbox&);
            std::string file;  // "" if all is well
            std::string what;
        } cases[] = {
            {[](const Sandbox&) {}, "", ""},
            {[](const Sandbox& s) { s.write("segments/000007/columns", "count"); }, "columns",
             "it has 5 bytes, not 6"},
            {[](const Sandbox& s) { s.write("segments/000007/columns", "countz"); }, "columns",
             "its contents are not what was written"},
            {[](const Sandbox& s) { s.write("segments/000007/columns", ""); }, "columns",
             "it has 0 bytes, not 6"},
            {[](const Sandbox& s) {
                 std::filesystem::remove(s.path() / "segments/000007/postings/iamglass");
             },
             "postings/iamglass", "it is missing"},
            {[](const Sandbox& s) { s.write("segments/000007/postings/more", "x"); },
             "postings/more", "the manifest does not name it"},
            {[](const Sandbox& s) {
                 std::filesystem::remove(s.path() / "segments/000007/columns");
                 s.make_folder("segments/000007/columns");
             },
             "columns", "cannot read"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.what);
            const Sandbox sandbox;
            sandbox.write("segments/000007/columns", "counts");
            sandbox.write("segments/000007/postings/iamglass", "glass");
            c.change(sandbox);
            DamageList damages;
            CHECK(check_segment_files(sandbox.path(), entry, damages) == c.file.empty());
            const auto whole = require_whole(sandbox.path(), entry);
            CHECK(whole.has_value() == c.file.empty());
            if (c.file.empty()) { continue; }
            REQUIRE(damages.count() == 1);
            CHECK(damages.kept()[0].file == "segments/000007/" + c.file);
            CHECK(damages.kept()[0].what.find(c.what) != std::string::npos);
            REQUIRE_FALSE(whole);
            CHECK(whole.error().kind == ErrorKind::IndexDamaged);
            CHECK(whole.error().message.find(sandbox.at("segments/000007/" + c.file)) !=
                  std::string::npos);
            CHECK(!whole.error().hint.empty());
        }
    }

    TEST_CASE("of the names only the bytes that the manifest counts are looked at")
    {
        const Sandbox sandbox;
        Manifest manifest;
        manifest.names = digest_of("names");
        manifest.dictionaries["40000"] = digest_of("words");
        manifest.name_table = digest_of("table");
        sandbox.write("name-table/000000", "table");
        sandbox.write("names", "names of an unfinished run");
        sandbox.write("dictionaries/40000", "words");
        DamageList damages;
        CHECK(check_shared_files(sandbox.path(), manifest, damages));
        sandbox.write("names", "Names");
        sandbox.write("dictionaries/40000", "words!");
        CHECK_FALSE(check_shared_files(sandbox.path(), manifest, damages));
        CHECK(damages.count() == 2);
    }
}
