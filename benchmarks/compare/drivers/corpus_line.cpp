#include "benchmarks/compare/drivers/corpus_line.hpp"

#include "benchmarks/split.hpp"

#include <algorithm>
#include <string>

namespace dateline::compare {

Result<CorpusLine> parse_corpus_line(std::string_view line)
{
    const auto parts = split(line, '\t');
    if (parts.size() != 6) {
        return fail(ErrorKind::InputFormat,
                    "a line has " + std::to_string(parts.size()) + " parts, not 6",
                    "id, day, countries, people, title, body");
    }
    CorpusLine article{
        .id = parts[0], .day = parts[1], .people = parts[3], .title = parts[4], .body = parts[5]};
    if (article.id.empty()) { return fail(ErrorKind::InputFormat, "an article has no id"); }
    const bool digits = article.day.find_first_not_of("0123456789") == std::string_view::npos;
    if (!digits || (!article.day.empty() && article.day.size() != 8)) {
        return fail(ErrorKind::InputFormat, "'" + std::string{article.day} + "' is not a day",
                    "write YYYYMMDD");
    }
    for (const std::string_view country : split(parts[2], ';')) {
        auto& known = article.countries;
        const bool is_new = std::find(known.begin(), known.end(), country) == known.end();
        if (is_new && !country.empty()) { known.push_back(country); }
    }
    return article;
}

}  // namespace dateline::compare
