// A model of a disk behind a cache: what may be left of files and folders after a power cut.
//
// Of what was not synced each 4 KB sector holds any of the versions it has had, and a file's length
// any of its lengths. Names that came, went or changed are durable once their folder was synced (a
// rename: the folder it goes to); before that each is kept or lost, in some cuts all up to a
// moment, as a journal does, in others each for itself.
#pragma once

#include "tests/crash/support/disk_log.hpp"
#include "tests/crash/support/scale.hpp"

#include <filesystem>
#include <map>

namespace dateline::tests {

class DiskModel {
  public:
    /// A disk with one empty folder, `root`.
    explicit DiskModel(std::string root);

    /// Fails (throws std::runtime_error) if the operation is about something that is not there.
    void apply(const DiskOperation& operation);

    /// Writes what a power cut leaves into the folder `to`, in place of what is there.
    void write_survivors(const std::filesystem::path& to, Dice& dice) const;
    /// Writes everything as the programs saw it.
    void write_all(const std::filesystem::path& to) const;

  private:
    /// A write, or (without bytes) a new length.
    struct Change {
        std::uint64_t offset;
        const std::string* bytes;
    };
    /// A file, or a folder, by whatever names.
    struct Node {
        bool is_folder = false;
        std::string durable{};
        std::vector<Change> unsynced{};
    };
    /// A name came (only `to`), went (only `from`) or changed.
    struct NameChange {
        std::size_t node;
        std::size_t from_folder;
        std::string from;
        std::size_t to_folder;
        std::string to;
        bool is_durable = false;
    };
    using Names = std::map<std::size_t, std::map<std::string, std::size_t>>;  ///< by folder's node

    [[nodiscard]] std::size_t find(const std::string& path) const;
    [[nodiscard]] std::pair<std::size_t, std::string> place_of(const std::string& path) const;
    std::size_t make(const std::string& path, bool is_folder);
    void change_names(NameChange change);
    void sync(std::size_t node);
    [[nodiscard]] Names surviving_names(Dice& dice) const;
    static void apply_names(const NameChange& change, Names& names);
    static std::string apply_changes(const Node& node);
    static std::string surviving_bytes(const Node& node, Dice& dice);
    void write_folder(std::size_t folder, const Names& names, const std::filesystem::path& to,
                      Dice* dice) const;

    std::string root_;
    std::vector<Node> nodes_{};
    Names names_{};  ///< as the programs see them
    std::vector<NameChange> name_changes_{};
};

}  // namespace dateline::tests
