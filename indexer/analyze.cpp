#include "indexer/analyze.hpp"

#include "common/registry.hpp"

#include <algorithm>

namespace dateline::indexer {

Result<DetectorList> parse_detector_list(std::string_view text)
{
    const auto all = detectors();
    if (text == "all") { return DetectorList{all.begin(), all.end()}; }
    DetectorList wanted;
    if (text == "none") { return wanted; }
    while (!text.empty()) {
        const std::size_t comma = std::min(text.find(','), text.size());
        const auto found = find_named<Detector>(all, "detector", text.substr(0, comma));
        if (!found) {
            return fail(ErrorKind::Usage, found.error().message,
                        found.error().hint + "; or all, or none");
        }
        wanted.push_back(*found);
        text.remove_prefix(std::min(comma + 1, text.size()));
    }
    DetectorList ordered;
    for (const Detector* detector : all) {
        if (std::find(wanted.begin(), wanted.end(), detector) != wanted.end()) {
            ordered.push_back(detector);
        }
    }
    return ordered;
}

Analyzer::Analyzer(DetectorList list) : detectors_(std::move(list))
{
    for (const Detector* detector : detectors_) {
        if (!name_.empty()) { name_ += ' '; }
        name_ += std::string{detector->name} + "/" + std::to_string(detector->version);
    }
}

void Analyzer::analyze(AnalyzedArticle& analyzed)
{
    const Article& article = analyzed.article;
    // A derived title stands in the body already: its words are counted there.
    tokenize(article.title_derived ? std::string_view{} : article.title, words_.title);
    tokenize(article.body, words_.body);
    const TokenizedArticle tokenized{article, words_.title, words_.body};
    for (const Detector* detector : detectors_) { detector->detect(tokenized, analyzed.mentions); }
}

}  // namespace dateline::indexer
