// Character references of SGML, HTML and XML: &amp;, &eacute;, &#233;, &#xe9;.
#pragma once

#include <string>
#include <string_view>

namespace dateline::indexer {

/// `text` with the entities of HTML 4 and numbers as their characters, numbers from 128 to 159 as
/// in windows-1252, as browsers do. Control characters are dropped; entities that are not known
/// stay as they are.
std::string decode_entities(std::string_view text);

}  // namespace dateline::indexer
