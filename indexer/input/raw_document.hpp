// What a dump says about one article, before anything is believed.
#pragma once

#include "indexer/written_date.hpp"

#include <cstdint>
#include <string>
#include <vector>

namespace dateline::indexer {

/// The fields of one record as the dump spells them: any date style, maybe invalid UTF-8, maybe
/// empty. parse_article() makes an Article of it or says why it cannot.
struct RawDocument {
    std::string id{};
    std::string title{};
    std::string body{};
    std::string date{};
    std::string url{};
    std::string source{};
    std::string language{};
    std::string
        dateline{};  ///< "CARACAS, Nov 8 (Reuters) -": printed before the body's first words
    std::string furniture{};  ///< of a page: what stands around the body, a paragraph a line
    std::vector<std::string> byline{};
    std::vector<std::string> people{};     ///< given by the dump: marked with the rule "field"
    std::vector<std::string> countries{};  ///< likewise, in any notation
    /// The record is plain text without fields: `body` holds all of it, and headline, byline,
    /// date and URL are to be found in it.
    bool unstructured = false;
    /// Of dates in figures, as the dump's first records show it.
    DayOrder order = DayOrder::Unknown;
    std::string file{};    ///< path relative to the PATH given on the command line; "" for stdin
    std::string member{};  ///< path inside the file, if that is an archive: "a/b.zip!c.txt"
    std::string path{};    ///< absolute path of the dump; "" for stdin
    std::uint64_t record = 0;  ///< position in the file, counted from 1
    std::uint64_t byte = 0;    ///< offset in the unpacked file where it begins
    std::uint64_t line = 0;    ///< line on which it begins, counted from 1; 0 if there are no lines
};

}  // namespace dateline::indexer
