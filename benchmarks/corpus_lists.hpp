// What the articles of the corpus are put together from, in each of its languages.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace dateline::benchmarks {

/// One language's lists. Those of words and names are divided by blanks and the commonest stand
/// first; endings and beginnings are joined without one. None is empty.
struct CorpusLanguage {
    std::string_view code;     ///< ISO 639-1
    std::uint64_t share;       ///< of a hundred articles
    std::string_view words;    ///< small words and plain ones
    std::string_view stems;    ///< rare words are a stem and an ending, or two stems and one
    std::string_view endings;  ///< of stems
    std::string_view given_names;
    std::string_view name_beginnings;  ///< of family names
    std::string_view name_endings;
    std::string_view titles;     ///< before a name; '_' is a blank
    std::string_view countries;  ///< countries and their peoples; '_' is a blank
    std::string_view cities;
    std::string_view months;
    std::string_view weekdays;
    std::string_view date;  ///< a day: #d, #m and #y
    std::span<const std::string_view> headlines;
    /// Sentences. %w is a run of words, %t a title, %n a whole name, %s a family name, %c a
    /// country, %p a place, %d a date, %k a weekday, %f a figure.
    std::span<const std::string_view> sentences;
};

/// English, Spanish and Russian.
std::span<const CorpusLanguage> corpus_languages();

}  // namespace dateline::benchmarks
