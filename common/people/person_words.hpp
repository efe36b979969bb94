// What is known of words in people's names, wherever they stand: spellings of one name, nicknames,
// words too common to prove anything. The rows are in person_names.def.
#pragma once

#include <string_view>

namespace dateline {

/// The one spelling under which a given name (folded) is compared inside of one article: "jim" is
/// "james", "sergey" is "sergei". Names that are in no row come back as they are.
std::string_view given_name_key(std::string_view folded);

/// What one word says about the person who is called by it.
struct PersonWord {
    std::string_view given{};     ///< the spelling that stands for it as a given name
    std::string_view family{};    ///< … as a family name
    std::string_view nickname{};  ///< the given name that it is short for, or itself
    bool is_given_in_table = false;
    bool is_long_form = false;  ///< nicknames are short for it
    bool is_common_family = false;
    bool is_spanish_given = false;
};

/// Refers to the tables, and to `folded` where they do not know it.
PersonWord person_word(std::string_view folded);

/// The number of a given name that is written in Cyrillic somewhere, in any spelling of
/// romanization.hpp; 0 if it is none. Volodymyr is another one than Vladimir.
unsigned slavic_given_name(std::string_view folded);

}  // namespace dateline
