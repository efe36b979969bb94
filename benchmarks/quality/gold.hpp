// Gold articles: what people say is right about an article, read from JSON. Scoring is elsewhere.
#pragma once

#include "common/result.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dateline::quality {

/// One article of a gold file. A text that is not there (nullopt) is not scored; an empty one (null
/// in the file) says that the article states none.
struct GoldArticle {
    std::string id{};      ///< as the file has it, for messages; else empty
    std::string file{};    ///< the article, relative to the gold file; or
    std::string html{};    ///< the page itself; both empty: the record is the article
    std::string record{};  ///< the record without what it says of people and countries
    std::optional<std::string> title{};
    std::optional<std::string> date{};
    std::optional<std::string> url{};
    std::optional<std::string> source{};
    std::optional<std::string> body{};
    std::optional<std::vector<std::string>> byline{};
    std::optional<std::vector<std::string>> people{};
    std::optional<std::vector<std::string>> countries{};
    /// Names that count neither as right nor as wrong: who only took the picture.
    std::vector<std::string> people_not_scored{};
};

/// Reads JSONL, or one array, of objects with the keys id, file, html, title, date, author,
/// publisher, url, body, dateline, people, people_credit_only, countries (a list, or an object
/// whose keys count). `html` without a < is the name of a file. Other keys are passed over. Fails
/// with InputFormat, naming the record.
Result<std::vector<GoldArticle>> parse_gold(std::string_view text);

/// Whether a value is written like a topic of Reuters-21578: "ann-lee", "west-germany".
bool is_slug(std::string_view value);

}  // namespace dateline::quality
