#include "common/text/segmenter.hpp"

#include <memory>
#include <unicode/brkiter.h>
#include <unicode/uchar.h>
#include <unicode/utext.h>

namespace dateline {
namespace {

/// One for each thread: making it takes milliseconds, and using it changes it.
icu::BreakIterator* word_breaks()
{
    thread_local const std::unique_ptr<icu::BreakIterator> breaks = [] {
        UErrorCode status = U_ZERO_ERROR;
        return std::unique_ptr<icu::BreakIterator>{
            icu::BreakIterator::createWordInstance(icu::Locale::getRoot(), status)};
    }();
    // NOLINTNEXTLINE(clang-analyzer-cplusplus.NewDelete): it takes the thread_local for a local
    return breaks.get();
}

}  // namespace

std::vector<WordSpan> segment_words(std::string_view run)
{
    icu::BreakIterator* breaks = word_breaks();
    UErrorCode status = U_ZERO_ERROR;
    UText text = UTEXT_INITIALIZER;
    utext_openUTF8(&text, run.data(), static_cast<std::int64_t>(run.size()), &status);
    if (breaks == nullptr) { return {{0, run.size()}}; }
    breaks->setText(&text, status);

    std::vector<WordSpan> words;
    std::int32_t begin = breaks->first();
    for (std::int32_t end = breaks->next(); end != icu::BreakIterator::DONE; end = breaks->next()) {
        words.push_back({static_cast<std::size_t>(begin), static_cast<std::size_t>(end)});
        begin = end;
    }
    utext_close(&text);
    return words;
}

bool is_mark(char32_t code_point)
{
    return (U_GET_GC_MASK(static_cast<UChar32>(code_point)) & U_GC_M_MASK) != 0;
}

}  // namespace dateline
