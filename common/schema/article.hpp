// An article as the index keeps it, and what was found in it.
#pragma once

#include "common/date.hpp"
#include "common/schema/field.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace dateline {

/// Furniture beyond so many bytes is not kept.
inline constexpr std::size_t kMostFurniture = std::size_t{16} << 10U;

/// One news article. Made by parse_article(), which promises: all text is valid UTF-8 in NFC, the
/// id is not empty, there is a title or a body, and the date is real or not there.
struct Article {
    std::string id{};
    std::string title{};         ///< may be empty
    bool title_derived = false;  ///< the article had no headline: this is its first sentence
    std::string body{};          ///< paragraphs divided by line breaks, as in the dump
    /// What the page had around the article (menus, credits of pictures, newsletter boxes), a
    /// paragraph a line, up to kMostFurniture bytes: no detector looks at it.
    std::string furniture{};
    std::optional<Date> date{};
    std::string date_rule{};  ///< where the date came from: "field", "header", "url", … or empty
    std::vector<std::string> byline{};
    std::string source{};
    std::string url{};
    std::string language{};     ///< ISO 639 code, "und" if unknown
    std::string detected_by{};  ///< names and versions of the detectors that ran, or empty
    std::string file{};  ///< absolute path of its dump when it was read, or empty; no content

    friend bool operator==(const Article&, const Article&) = default;
};

/// One mark: something found in an article, with its receipt.
struct Mention {
    FieldId field = FieldId::Person;  ///< Person, Country or Mentions (a date)
    FieldId where = FieldId::Body;    ///< Title or Body; Id if a field of the dump said so
    std::uint32_t begin = 0;          ///< half-open byte span in the title or body
    std::uint32_t end = 0;
    std::string value{};  ///< what it stands for: canonical name, ISO code, or YYYY[-MM[-DD]]
    std::string text{};   ///< the surface form, as written
    std::string rule{};   ///< the rule that found it: "demonym", "title-before-name", "field"

    friend bool operator==(const Mention&, const Mention&) = default;
};

/// Whether a mark of a country names it or its people, rather than a place or an office in it.
inline bool names_country(const Mention& mention)
{
    return mention.field == FieldId::Country &&
           (mention.rule == "name" || mention.rule == "demonym" || mention.rule == "field");
}

/// An article together with its marks; spans lie inside title or body, on character borders.
struct AnalyzedArticle {
    Article article{};
    std::vector<Mention> mentions{};

    friend bool operator==(const AnalyzedArticle&, const AnalyzedArticle&) = default;
};

}  // namespace dateline
