// The order of days and months in folders of text files: one text proves it for its neighbours.
#pragma once

#include "indexer/input/format.hpp"
#include "indexer/written_date.hpp"

#include <memory>
#include <mutex>
#include <string>
#include <unordered_map>

namespace dateline::indexer {

/// For each folder on disk the order that the header lines of its first texts show, learned when it
/// is asked for: of the first 256 files by name of up to 64 KB each, whichever of them the run
/// reads. So the same for `add folder` and `add folder/file`, on any number of cores. Format and
/// map must outlive it; any thread may ask.
class FolderOrders {
  public:
    FolderOrders(const Format* forced, const FieldMap& map) : forced_(forced), map_(&map) {}

    /// The order in the folder of the file at `path`, which is absolute.
    DayOrder of(const std::string& path);

  private:
    [[nodiscard]] DayOrder learn(const std::string& folder) const;

    struct Folder {
        std::once_flag learned{};
        DayOrder order = DayOrder::Unknown;
    };
    const Format* forced_;
    const FieldMap* map_;
    std::mutex mutex_{};  ///< of the table; learning goes on without it
    std::unordered_map<std::string, std::unique_ptr<Folder>> folders_{};
};

}  // namespace dateline::indexer
