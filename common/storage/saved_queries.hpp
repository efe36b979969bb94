// The file saved.tsv: queries that people have given names, for saved:name and the verbs saved and
// digest. Text in, names and queries out; that they can be read, the searcher sees to.
//
// UTF-8, to be edited by hand: a name, a tab and a query in each line. Blank lines and lines that
// begin with # are passed over, and kept when something is added or removed.
#pragma once

#include "common/result.hpp"

#include <cstddef>
#include <filesystem>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline {

inline constexpr std::size_t kMaxSaved = 10'000;
inline constexpr std::size_t kMaxSavedNameBytes = 64;
inline constexpr std::size_t kMaxSavedBytes = 2048;  ///< of a query: no longer one is answered

struct SavedQuery {
    std::string name{};
    std::string text{};    ///< valid UTF-8 in NFC; nobody has parsed it
    std::size_t line = 0;  ///< in the file, from 1
    std::string key{};     ///< fold() of the name
};

class SavedQueries {
  public:
    /// Reads a file's text. Fails with InputFormat at the first wrong line, which the message
    /// names: no tab, a name that is none or comes twice, no query, no UTF-8.
    static Result<SavedQueries> parse(std::string text, const std::filesystem::path& file);

    /// A file that is not there has no queries. Fails with Io, too.
    static Result<SavedQueries> read(const std::filesystem::path& file);

    /// In the order of the file.
    [[nodiscard]] const std::vector<SavedQuery>& all() const { return queries_; }

    /// The query of a name, or null. Case and accents do not count.
    [[nodiscard]] const SavedQuery* find(std::string_view name) const;

    /// The name that is nearest to this one in spelling, "" if none is near.
    [[nodiscard]] std::string_view nearest(std::string_view name) const;

    /// The file's text with one more query, and without one.
    [[nodiscard]] std::string text_with(std::string_view name, std::string_view query) const;
    [[nodiscard]] std::string text_without(const SavedQuery& query) const;

  private:
    std::string text_{};
    std::vector<SavedQuery> queries_{};
};

/// Makes another text of a file's queries and puts it in the place of the file, which need not be
/// there. Who does so at the same time waits. Fails with Io, as read() does, and as `edit` does.
Status change_saved(const std::filesystem::path& file,
                    const std::function<Result<std::string>(const SavedQueries&)>& edit);

/// Fails with Usage: a name is letters, digits, - _ and . of any script, so that it can stand
/// behind saved: without quotes; up to kMaxSavedNameBytes.
Status check_saved_name(std::string_view name);

/// Where the saved queries of an index are.
std::filesystem::path saved_path(const std::filesystem::path& index);

}  // namespace dateline
