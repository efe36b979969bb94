// Bylines as tests write them.
#pragma once

#include "indexer/byline.hpp"

#include <optional>
#include <string>

namespace dateline::tests {

/// "Ann Lee+Bo Roe @ Evening Wire"
inline std::string shown(const std::optional<indexer::Byline>& byline)
{
    if (!byline) { return "none"; }
    std::string text;
    for (const std::string& name : byline->names) { text += (text.empty() ? "" : "+") + name; }
    return byline->outlet.empty() ? text : text + " @ " + byline->outlet;
}

}  // namespace dateline::tests
