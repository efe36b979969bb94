#include "indexer/detect/tagged_names.hpp"

#include "indexer/detect/name_credits.hpp"
#include "indexer/detect/name_tables.hpp"
#include "indexer/detect/name_trim.hpp"
#include "indexer/tagger/tagger.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

/// The tagger of this thread, which remembers words, and the memory of its input.
struct TaggerOfThread {
    Tagger tagger{built_in_model()};
    std::array<PieceList, 2> pieces{};
};

/// The words of a range of pieces; an empty span if it has none.
NameSpan span_of(const NameText& text, const PieceList& list, const NameRange& name)
{
    NameSpan span{.where = text.where(), .rule = "tagger"};
    bool found = false;
    for (std::uint32_t i = name.first; i < name.last; ++i) {
        const Piece& piece = list.pieces[i];
        if (piece.first == piece.last) { continue; }
        if (!found) { span.first = piece.first; }
        span.last = piece.last;
        found = true;
    }
    return span;
}

/// How many words a reader would count: "Jean-Claude" is one.
std::size_t words_in(const PieceList& list, const NameRange& name)
{
    return static_cast<std::size_t>(
        std::count_if(list.pieces.begin() + name.first, list.pieces.begin() + name.last,
                      [](const Piece& piece) { return piece.first != piece.last; }));
}

/// One word names a person only behind a title, or if the article has the whole name elsewhere.
void judge_single(const NameText& text, NameSpan& span)
{
    span.certain = false;
    if (span.first == 0 || text.token(span.first).before != Break::None) { return; }
    const Gap gap = text.gap(span.first);
    if (gap != Gap::Blank && gap != Gap::Point) { return; }
    const NameWord before = name_word(text.surface(span.first - 1));
    if ((before & (kTitle | kRoyal)) == 0) { return; }
    span.certain = true;
    span.rule = (before & kRoyal) != 0 ? kRoyalRule : "title-before-name";
}

bool is_known(const NameText& text, std::uint32_t word, NameWord kind)
{
    const NameWord found = name_word(text.surface(word));
    return (found & kind) != 0 && (found & kGiven) == 0;
}

/// Of a Spanish text: "Secretaría de Hacienda", or what is named after somebody: "avenida Simón
/// Bolívar". (In English it takes away more people than streets: F1 on the development sets falls
/// by 0.002.)
bool is_institution(const NameText& text, const NameSpan& span)
{
    if (is_known(text, span.first, kOrganisation) && span.last - span.first > 1) { return true; }
    return span.first > 0 && text.token(span.first).before == Break::None &&
           text.gap(span.first) == Gap::Blank && !text.is_capital(span.first - 1) &&
           is_known(text, span.first - 1, kOrganisation);
}

/// An office that was taken for the name's beginning is left out: "ministro de Defensa Vladimir
/// Padrino". What stands behind it begins with a given name that is known.
void leave_out_office(const NameText& text, NameSpan& span)
{
    if (span.first == 0 || text.token(span.first).before != Break::None) { return; }
    const std::string_view before = text.surface(span.first - 1);
    if (before != "de" && before != "da" && before != "do" && before != "of") { return; }
    const auto is_given = [&](std::uint32_t i) {
        return is_sure_given(name_word(text.surface(i)));
    };
    if (is_given(span.first)) { return; }
    for (std::uint32_t i = span.first + 1; i + 1 < span.last; ++i) {
        if (!is_given(i)) { continue; }
        span.first = i;
        return;
    }
}

void append(const NameText& text, const PieceList& list, const std::vector<NameRange>& names,
            bool spanish, TaggedNames& out)
{
    for (const NameRange& name : names) {
        NameSpan span = span_of(text, list, name);
        if (span.first == span.last) { continue; }
        if (name.type != NameType::Person || is_nobody(text, span.first, span.last) ||
            (spanish && (is_institution(text, span) || is_named_place(text, span)))) {
            out.others.push_back(span);
            continue;
        }
        leave_out_office(text, span);
        const NameSpan tagged = span;
        if (!trim_name(text, span)) {
            out.others.push_back(tagged);
            continue;
        }
        if (is_credit(text, span.first, span.last)) { continue; }
        const bool is_whole = span.first == tagged.first && span.last == tagged.last;
        if ((is_whole ? words_in(list, name) : span.last - span.first) == 1) {
            judge_single(text, span);
        } else if (text.where() == FieldId::Title && text.style(span.first) != LineStyle::Plain) {
            // Where every word has a capital, a verb is easily taken for a surname.
            span.certain = (name_word(text.surface(span.first)) & kGiven) != 0;
        }
        out.people.push_back(span);
    }
}

/// Popes and kings of a Spanish text, whom the tagger takes for anything.
void append_royals(const NameText& text, TaggedNames& out)
{
    const auto covers = [&text](std::uint32_t i) {
        return [&text, i](const NameSpan& span) {
            return span.where == text.where() && span.first <= i && i < span.last;
        };
    };
    for (std::uint32_t i = 0; i + 1 < text.size(); ++i) {
        const NameSpan royal = royal_name(text, i);
        if (royal.first == royal.last ||
            std::any_of(out.people.begin(), out.people.end(), covers(royal.first))) {
            continue;
        }
        std::erase_if(out.others, covers(royal.first));
        out.people.push_back(royal);
    }
}

}  // namespace

bool is_tagged_language(std::string_view language) { return language == "en" || language == "es"; }

TaggedNames names_by_tagger(const NameText& title, const NameText& body, bool spanish)
{
    thread_local TaggerOfThread of_thread;
    auto& pieces = of_thread.pieces;
    cut_pieces(title.text(), title.list(), pieces[0]);
    cut_pieces(body.text(), body.list(), pieces[1]);
    std::array<TaggedText, 2> texts{TaggedText{.text = title.text(), .pieces = &pieces[0]},
                                    TaggedText{.text = body.text(), .pieces = &pieces[1]}};
    of_thread.tagger.tag(texts);
    TaggedNames out;
    append(title, pieces[0], texts[0].names, spanish, out);
    append(body, pieces[1], texts[1].names, spanish, out);
    if (spanish) {
        append_royals(title, out);
        append_royals(body, out);
    }
    return out;
}

}  // namespace dateline::indexer
