// The frame of the index's own files: a magic word, some sections, and a table that says where.
//
//     magic (8 bytes) | section, padded to 8 bytes | … | {offset, size} u64 for each section
//     | number of sections u64 | magic (8 bytes)
//
// The magic word ends in the format's version digit. Sections are arrays or byte strings.
#pragma once

#include "common/storage/file.hpp"

#include <cstdint>
#include <fstream>
#include <span>
#include <string_view>
#include <type_traits>
#include <vector>

namespace dateline {

/// Writes such a file from front to back. A failing disk is told by finish().
class SectionWriter {
  public:
    /// `magic` has 8 bytes.
    SectionWriter(const std::filesystem::path& path, std::string_view magic);

    /// What is appended from here on is the next section.
    void begin_section();
    void append(std::string_view bytes);

    template <class T>
    void append_array(std::span<const T> values)
    {
        static_assert(std::is_trivially_copyable_v<T>);
        append({reinterpret_cast<const char*>(values.data()), values.size_bytes()});
    }

    /// Writes the table and makes the file durable. Fails with Io.
    Status finish();

  private:
    void end_section();
    void note_failure();

    std::filesystem::path path_;
    std::string_view magic_;
    std::ofstream file_;
    int problem_ = 0;  ///< errno of the first failure
    std::uint64_t size_ = 0;
    std::vector<std::uint64_t> table_{};  ///< offset and size of each section
};

/// Such a file, mapped. Whatever its bytes are, a section lies inside them.
class SectionFile {
  public:
    /// Fails with IndexDamaged if the frame is not what `magic` promises.
    static Result<SectionFile> open(const std::filesystem::path& path, std::string_view magic);

    [[nodiscard]] std::size_t sections() const { return sections_.size(); }
    void forget() const { file_.forget(); }  ///< see MappedFile

    /// A section's bytes; empty if there is no such section.
    [[nodiscard]] std::string_view section(std::size_t index) const;

    /// A section as an array of T; a remainder at the end is left out.
    template <class T>
    [[nodiscard]] std::span<const T> array(std::size_t index) const
    {
        static_assert(std::is_trivially_copyable_v<T> && alignof(T) <= 8);
        const std::string_view bytes = section(index);
        return {reinterpret_cast<const T*>(bytes.data()), bytes.size() / sizeof(T)};
    }

  private:
    MappedFile file_{};
    std::vector<std::string_view> sections_{};
};

/// "the file 'x' is damaged: <what>", with the hint to verify.
Failure damaged(const std::filesystem::path& path, std::string_view what);

}  // namespace dateline
