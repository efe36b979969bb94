// Latin spellings of Russian and Ukrainian names, led back to one key: Lavrov, Lawrow and Лавров.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace dateline {

/// The keys of a folded word, each once: what it comes to under each way of writing Cyrillic that
/// it may be written in. Two words that share a key may be spellings of one name; whether they are
/// must show elsewhere, as in the given name. None if it can be no such word.
///
/// English (BGN/PCGN 1947 and 1965, as the press shortens them) always; German, French, Spanish,
/// Polish and scholarly spelling only if it has letters that English spelling has not.
std::vector<std::string> romanization_keys(std::string_view folded);

/// Whether a key ends as family names of Russia and its neighbours do: -ov, -in, -sky, -enko.
bool has_slavic_ending(std::string_view key);

/// Whether a key is that of a patronymic: Vladimirovich, Ivanovna.
bool is_patronymic(std::string_view key);

}  // namespace dateline
