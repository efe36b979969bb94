// The model of a disk loses what was not synced, and nothing else: or a power cut would show
// nothing.
#include "tests/crash/support/disk_model.hpp"

#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <fstream>
#include <set>
#include <sstream>

using namespace dateline::tests;

namespace {

using Kind = DiskOperation::Kind;

std::string read(const std::filesystem::path& path)
{
    std::ostringstream text;
    text << std::ifstream{path}.rdbuf();
    return std::filesystem::exists(path) ? text.str() : "nothing";
}

/// What 200 power cuts after the operations leave of the file "a" and the file "b", told as "x|y".
std::set<std::string> left_after(const std::vector<DiskOperation>& operations)
{
    const Sandbox sandbox;
    Dice dice{"disk model"};
    DiskModel model{"/d"};
    for (const DiskOperation& operation : operations) { model.apply(operation); }
    std::set<std::string> left;
    for (int cut = 0; cut < 200; ++cut) {
        model.write_survivors(sandbox.path() / "after", dice);
        left.insert(read(sandbox.path() / "after/a") + "|" + read(sandbox.path() / "after/b"));
    }
    return left;
}

const DiskOperation kCreate{.kind = Kind::Create, .path = "/d/a"};
const DiskOperation kWrite{.kind = Kind::Write, .path = "/d/a", .offset = 0, .bytes = "new"};
const DiskOperation kSyncFile{.kind = Kind::Sync, .path = "/d/a"};
const DiskOperation kSyncFolder{.kind = Kind::Sync, .path = "/d"};
const DiskOperation kRename{.kind = Kind::Rename, .path = "/d/a", .to = "/d/b"};

}  // namespace

TEST_SUITE("crash/disk_model")
{
    TEST_CASE("what is synced stays, what is not may be lost")
    {
        using Left = std::set<std::string>;
        const struct {
            std::vector<DiskOperation> operations;
            Left left;
        } cases[] = {
            {{kCreate, kWrite, kSyncFile, kSyncFolder}, {"new|nothing"}},
            {{kCreate, kWrite, kSyncFile}, {"new|nothing", "nothing|nothing"}},
            {{kCreate, kWrite, kSyncFile, kSyncFolder, kRename}, {"new|nothing", "nothing|new"}},
            {{kCreate, kWrite, kSyncFile, kRename, kSyncFolder}, {"nothing|new"}},
        };
        for (const auto& c : cases) {
            CAPTURE(c.operations.size());
            CHECK(left_after(c.operations) == c.left);
        }
    }

    TEST_CASE("of a file that is not synced any length and any sectors may be there")
    {
        const auto left = left_after({kCreate, kWrite, kSyncFolder});
        CHECK(left.count("|nothing") == 1);
        CHECK(left.count("new|nothing") == 1);
        CHECK(left.count(std::string(3, '\0') + "|nothing") == 1);
        CHECK(left.size() == 3);
    }
}
