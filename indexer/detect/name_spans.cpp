#include "indexer/detect/name_spans.hpp"

#include "indexer/detect/known_names.hpp"
#include "indexer/detect/name_text.hpp"
#include "indexer/detect/rule_names.hpp"
#include "indexer/detect/tagged_names.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

void sort_by_place(std::vector<NameSpan>& spans)
{
    std::sort(spans.begin(), spans.end(), [](const NameSpan& a, const NameSpan& b) {
        if (a.where != b.where) { return a.where == FieldId::Title; }
        return a.first < b.first;
    });
}

TaggedNames names_in(const NameText& title, const NameText& body, std::string_view language)
{
    if (is_tagged_language(language)) { return names_by_tagger(title, body, language == "es"); }
    return {.people = names_by_rules(title, body, language == "fr")};
}

/// The names that are known, where neither people nor others stand.
void append_free_names(const KnownNames& known, const NameText& text, const TaggedNames& names,
                       std::vector<NameSpan>& spans)
{
    std::vector<NameSpan> taken;
    for (const auto* list : {&names.people, &names.others}) {
        std::copy_if(list->begin(), list->end(), std::back_inserter(taken),
                     [&](const NameSpan& span) { return span.where == text.where(); });
    }
    sort_by_place(taken);
    known.find(text, taken, spans);
}

}  // namespace

std::vector<NameSpan> find_names(const TokenizedArticle& article,
                                 std::span<const std::string> known)
{
    const NameText title{FieldId::Title, article.article.title, article.title};
    const NameText body{FieldId::Body, article.article.body, article.body};
    const TaggedNames found = names_in(title, body, article.article.language);

    std::vector<NameSpan> spans = found.people;
    KnownNames names;
    for (const std::string& name : known) { names.add(name); }
    for (const NameSpan& span : spans) {
        if (span.certain) { names.add(span.where == FieldId::Title ? title : body, span); }
    }
    append_free_names(names, title, found, spans);
    append_free_names(names, body, found, spans);
    sort_by_place(spans);
    return spans;
}

}  // namespace dateline::indexer
