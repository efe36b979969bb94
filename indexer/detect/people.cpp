// People: finds the names in an article (name_spans.hpp) and links the forms of one person
// (name_linker.hpp).
#include "common/text/utf8.hpp"
#include "indexer/detect/detector.hpp"
#include "indexer/detect/name_linker.hpp"
#include "indexer/detect/name_spans.hpp"
#include "indexer/detect/person_name.hpp"

#include <string>
#include <vector>

namespace dateline::indexer {
namespace {

/// The names that fields state, folded, for find_names().
std::vector<std::string> stated_people(const std::vector<Mention>& mentions)
{
    std::vector<std::string> names;
    for (const Mention& mention : mentions) {
        if (mention.field != FieldId::Person || mention.where != FieldId::Id) { continue; }
        std::string name;
        for (const std::string& word : name_words(mention.value)) {
            if (!name.empty()) { name += ' '; }
            name += word;
        }
        names.push_back(std::move(name));
    }
    return names;
}

void detect_people(const TokenizedArticle& article, std::vector<Mention>& mentions)
{
    const std::vector<std::string> stated = stated_people(mentions);
    link_people(article, find_names(article, stated), mentions);
}

}  // namespace

extern const Detector people_detector{
    .name = "people",
    .summary =
        "people, as a model trained on tagged news finds them, else by titles and given names",
    .version = 5,
    .detect = detect_people,
};

}  // namespace dateline::indexer
