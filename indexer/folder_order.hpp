// The order of days and months in folders of text files: one text proves it for its neighbours.
#pragma once

#include "indexer/input/dump_files.hpp"
#include "indexer/input/format.hpp"
#include "indexer/written_date.hpp"

#include <mutex>
#include <string>
#include <unordered_map>
#include <vector>

namespace dateline::indexer {

/// For each folder of a run the order that the header lines of its first texts show, learned when
/// it is asked for: of 256 files at most, up to 64 KB each, that the run reads anyway. The same for
/// the same files on any number of cores. Files, format and map must outlive it; any thread may
/// ask.
class FolderOrders {
  public:
    FolderOrders(const std::vector<DumpFile>& files, const Format* forced, const FieldMap& map)
        : files_(&files), forced_(forced), map_(&map)
    {
    }

    /// The order in the folder of a file, which has to be one of the run.
    DayOrder of(const std::string& path);

  private:
    void find_folders();
    [[nodiscard]] DayOrder learn(const std::vector<std::size_t>& files) const;

    struct Folder {
        std::vector<std::size_t> first{};  ///< places in files_
        bool is_learned = false;
        DayOrder order = DayOrder::Unknown;
    };
    const std::vector<DumpFile>* files_;
    const Format* forced_;
    const FieldMap* map_;
    std::mutex mutex_{};
    bool has_folders_ = false;
    std::unordered_map<std::string, Folder> folders_{};
};

}  // namespace dateline::indexer
