// Showing a long text on a terminal, a screen at a time, through the pager that a person likes.
#pragma once

#include "common/cli/progress.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::cli {

/// The command that $PAGER (null if it is not set) names: its words, divided at blanks as man does.
/// No shell reads them, so that quotes and signs mean nothing. Without $PAGER it is less; nothing
/// if $PAGER is empty or cat.
///
/// less gets options of ours behind those of $PAGER, on top of those of $LESS: -R (colours), -L (no
/// preprocessor of $LESSOPEN). With `find`, a regular expression that stands somewhere in the text,
/// it has looked for that and gone back to the first line: n and N go to the next and the one
/// before.
std::vector<std::string> pager_words(const char* pager, std::string_view find);

/// Whether a text, its lines broken where the screen ends, leaves a row of the screen free. It is
/// displayable() but for its line breaks and colours, which take no place.
bool fits_on(const Screen& screen, std::string_view text);

/// Runs the pager with the text as its standard input, and waits for it; its Ctrl-C is its own.
/// False if it cannot be started: nothing is shown then.
bool show_in_pager(const std::vector<std::string>& words, std::string_view text);

}  // namespace dateline::cli
