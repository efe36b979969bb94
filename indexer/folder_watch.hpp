// Waits for files that are dropped into folders (Linux: inotify).
#pragma once

#include "indexer/input/dump_files.hpp"

#include <map>
#include <string>
#include <vector>

namespace dateline::indexer {

/// Knows of every file that is closed after writing, or moved in, at any depth. One object, one
/// thread.
class FolderWatch {
  public:
    /// Watches from here on; `folders` are absolute paths. Fails with Io (also if the system allows
    /// no more watches).
    static Result<FolderWatch> open(std::vector<std::string> folders);

    FolderWatch(FolderWatch&& other) noexcept;
    FolderWatch& operator=(FolderWatch&& other) = delete;
    ~FolderWatch();

    /// Waits until something was dropped in and then nothing for a moment, and gives it, each file
    /// once, in the order of paths, with the labels that find_dump_files() would give. Nothing if
    /// the process was asked to end. At most some thousand files at a time.
    Result<DumpFiles> wait();

  private:
    /// A watched folder: what its files' labels begin with.
    struct Folder {
        std::string path{};
        std::string label{};  ///< below the root, "" for the root itself
    };

    explicit FolderWatch(int queue) : queue_(queue) {}
    Status watch(const Folder& folder);
    Status watch_below(const Folder& folder);
    Status take_events();
    Status take_event(int watch, std::uint32_t what, const std::string& name);
    Status add_all(const Folder& folder);
    void add_file(const Folder& folder, const std::string& name);

    int queue_;
    std::vector<std::string> roots_{};
    std::map<int, Folder> folders_{};
    std::map<std::string, DumpFile> dropped_{};  ///< by path
    std::vector<Notice> notices_{};
};

}  // namespace dateline::indexer
