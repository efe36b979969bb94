// Runs of capitalised words, which may hold names: what belongs to a run, and what announces it.
#pragma once

#include "indexer/detect/name_tables.hpp"
#include "indexer/detect/name_text.hpp"

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace dateline::indexer {

/// What announces a name.
enum class Announced : std::uint8_t {
    No,
    Described,  ///< "striker": a whole name may follow
    Titled,     ///< "President": a surname may follow
    Royal,      ///< "King": a given name may follow
};

/// What a word announces as a title.
inline Announced announcement(NameWord meaning)
{
    if ((meaning & kRoyal) != 0) { return Announced::Royal; }
    if ((meaning & kTitle) != 0) { return Announced::Titled; }
    return (meaning & kDescriptor) != 0 ? Announced::Described : Announced::No;
}

/// Whether a word stands between a title and its office: "Secretary of State".
bool is_office_word(std::string_view surface);

/// One word of a run. The parts of a hyphenated word are words of their own.
struct RunWord {
    std::uint32_t index = 0;  ///< in the TokenList
    NameWord meaning = 0;
    bool joined = false;  ///< a hyphen or an apostrophe divides it from the word before
};

/// Capitalised words, the particles between them, and what stands before them.
struct NameRun {
    std::vector<RunWord> words{};  ///< one at least, once it is read
    Announced announced = Announced::No;
    bool office = false;       ///< behind "Secretary of": what follows at first is the office
    bool named_after = false;  ///< behind "avenida", "hurricane": nobody's name
};

/// Reads the run that begins at word `at`, which is capitalised, into `run`, whose memory it uses
/// again. Returns the word behind the run (> at).
std::size_t read_name_run(const NameText& text, std::size_t at, NameRun& run);

}  // namespace dateline::indexer
