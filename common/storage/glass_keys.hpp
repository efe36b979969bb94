// The keys of glass's table of postings: terms and docids as bytes that sort as they do.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dateline {

/// The list of the articles' lengths, which sorts before any term's. It is the key of its first
/// chunk and stands before the docid in those of the others.
inline constexpr std::string_view kGlassLengthsKey{"\0\xe0", 2};

/// The key under which glass files a term: lists are in the order of these.
std::string glass_key(std::string_view term);

/// The term whose glass_key() it is.
std::string glass_term(std::string_view key);

/// True if the key is a term's: of the first chunk of its list, not of a later one and of nothing
/// else that glass files.
bool is_glass_term(std::string_view key);

/// Appends a docid such that the bytes sort as the numbers do.
void append_sortable(std::string& key, std::uint32_t docid);

/// What append_sortable() appended, if that is all that `bytes` hold.
std::optional<std::uint32_t> parse_sortable(std::string_view bytes);

}  // namespace dateline
