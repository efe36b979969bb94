// Identity: the id under which an article is kept (contracts.md, "Identity").
#pragma once

#include "common/schema/article.hpp"
#include "indexer/input/raw_document.hpp"

#include <string>
#include <string_view>

namespace dateline::indexer {

/// A file's path without its extensions: "wire/a.jsonl.zst" → "wire/a".
std::string_view file_stem(std::string_view path);

/// The id of `article`, which has all but its id: its own (`raw.id`) within the source that the
/// record states, else within its file; else its URL; else its place in the dump ("a.tar!b.txt",
/// "a.jsonl#3"), or from standard input the XXH3-128 of its title and body. Never empty.
std::string article_id(const RawDocument& raw, std::string_view stated_source,
                       const Article& article);

}  // namespace dateline::indexer
