// An index of a dump for the time of one measurement.
#pragma once

#include "benchmarks/scratch_folder.hpp"
#include "common/result.hpp"

#include <filesystem>
#include <map>
#include <string>

namespace dateline::quality {

/// Made by benchmarks::IndexBuilder, in a folder of its own that goes with the object.
class ScratchIndex {
  public:
    /// What becomes of records that are no article.
    enum class NoArticle { Fails, IsPassedOver };

    /// Fails with Io if the dump cannot be read whole, or as IndexBuilder does.
    static Result<ScratchIndex> of(const std::filesystem::path& dump,
                                   NoArticle no_article = NoArticle::Fails);

    [[nodiscard]] std::filesystem::path path() const { return folder_.path() / "index"; }
    /// The dump's own id of an article, by the product's.
    [[nodiscard]] const std::map<std::string, std::string>& own_ids() const { return own_ids_; }

  private:
    explicit ScratchIndex(benchmarks::ScratchFolder folder) : folder_(std::move(folder)) {}
    Status fill(const std::filesystem::path& dump, NoArticle no_article);

    benchmarks::ScratchFolder folder_;
    std::map<std::string, std::string> own_ids_{};
};

}  // namespace dateline::quality
