// What the tagger took for a name, and what of it is one: titles and what the press prints before
// it, brackets, parties and towns behind it are cut off.
#pragma once

#include "indexer/detect/name_spans.hpp"
#include "indexer/detect/name_text.hpp"

namespace dateline::indexer {

/// Cuts a span down to the name in it; false if there is none.
bool trim_name(const NameText& text, NameSpan& span);

/// Of a Spanish text: what is governed or lies somewhere and not somebody: "alcalde de Juan
/// Aldama", "municipio de Miguel Auza".
bool is_named_place(const NameText& text, const NameSpan& span);

/// The given name behind a royal title at word `i`, which is certainly one: "papa Francisco",
/// "reina Isabel II". An empty span if there is none.
NameSpan royal_name(const NameText& text, std::uint32_t i);

/// Whether the words from `first` up to `last` name a region, a party or a firm that is
/// known, a storm, a court case ("Roe v. Wade"), a place behind its saint ("São *Bernardo do
/// Campo*"), many of a kind ("Tory MPs"), or an office ("waziri *wa Mambo*"), and so nobody.
bool is_nobody(const NameText& text, std::uint32_t first, std::uint32_t last);

}  // namespace dateline::indexer
