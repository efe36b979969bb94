#include "indexer/detect/name_trim.hpp"

#include "common/text/tokenizer.hpp"

#include <doctest/doctest.h>
#include <string>

namespace dateline::indexer {
namespace {

/// The words of a span that was taken for a name, after the cut; "" if there is none.
std::string trimmed(const std::string& words)
{
    TokenList list;
    tokenize(words, list);
    const NameText text{FieldId::Body, words, list};
    NameSpan span{.last = static_cast<std::uint32_t>(list.tokens.size())};
    if (!trim_name(text, span)) { return {}; }
    const Token& last = list.tokens[span.last - 1];
    return words.substr(list.tokens[span.first].begin, last.end - list.tokens[span.first].begin);
}

}  // namespace

TEST_SUITE("indexer/detect/name_trim")
{
    TEST_CASE("titles, parties and towns are cut off a name")
    {
        const struct {
            const char* words;
            const char* name;
        } cases[] = {
            {"Moon Jae-in", "Moon Jae-in"},
            {"Ban Ki-moon", "Ban Ki-moon"},
            {"Ana Ruiz", "Ana Ruiz"},
            {"Senators Quell", "Quell"},
            {"Senator Ana Quell", "Ana Quell"},
            {"Ana Quell (D-NJ", "Ana Quell"},
            {"Ana (Anita) Quell", "Ana (Anita) Quell"},
            {"Ana Quell D Nj", "Ana Quell"},
            {"Ana Quell R Colo", "Ana Quell"},
            {"Ana Quell R Colorado", "Ana Quell"},
            {"Ana Quell D-W. Va", "Ana Quell"},
            {"R Wyo Ana Quell", "Ana Quell"},
            {"D Conn", ""},
            {"R Az", ""},
            {"Ana Quell D La", "Ana Quell"},
            {"D-W. Va", ""},
            {"D C U S Senator Ana Quell", "Ana Quell"},
            {"U S Quell", "U S Quell"},
            {"U. S. Quell", "U. S. Quell"},
            {"Ana I. Jordan", "Ana I. Jordan"},
            {"José R. Medina", "José R. Medina"},
            {"R. De Paul", "R. De Paul"},
            {"R De Paul", "R De Paul"},
            {"D. Holland", "D. Holland"},
            {"Ana D Washington", "Ana D Washington"},
            {"Ana Quell R-Washington", "Ana Quell"},
            {"Cerdà i Valencia", "Cerdà i Valencia"},
            {"Ana D Quell", "Ana D Quell"},
            {"Ana Quell R", "Ana Quell"},
            {"Malcolm X", "Malcolm X"},
            {"Isabel II", "Isabel II"},
            {"Ana Quell en Villanueva", "Ana Quell"},
            {"José Ortega y Gasset", "José Ortega y Gasset"},
            {"Ana de la Cruz", "Ana de la Cruz"},
            {"U S", ""},
            {"H. R.", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.words);
            CHECK(trimmed(c.words) == c.name);
        }
    }

    TEST_CASE("storms, court cases and firms that are called like people are nobody")
    {
        const struct {
            std::string text;
            std::uint32_t first;
            std::uint32_t last;
            bool is_nobody;
        } cases[] = {
            {"Hurricane Ana", 0, 2, true},
            {"Hurricane Ana", 1, 2, true},
            {"el huracán Ana", 2, 3, true},
            {"Hurricane, Ana", 1, 2, false},
            {"after the hurricane Ana Quell", 3, 5, false},
            {"Hurricane's Ana", 1, 2, false},
            {"Storm Ana", 0, 2, false},
            {"Ana Quell", 0, 2, false},
            {"Quell v. Ruiz", 0, 3, true},
            {"Quell v. Board of Education", 0, 5, true},
            {"Quell vs Ruiz", 0, 3, true},
            {"V. Ruiz", 0, 2, false},
            {"Smith Barney", 0, 2, true},
            {"Jackson Pollock", 0, 2, false},
            {"Ana Smith Barney", 0, 3, false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            TokenList list;
            tokenize(c.text, list);
            const NameText text{FieldId::Body, c.text, list};
            CHECK(is_nobody(text, c.first, c.last) == c.is_nobody);
        }
    }

    TEST_CASE("in Spanish, what has a mayor or a town hall is a place")
    {
        const struct {
            std::string text;
            std::size_t word;
            bool is_place;
        } cases[] = {
            {"el alcalde de Juan Aldama dijo", 3, true}, {"el municipio de Juan Aldama", 3, true},
            {"la casa de Juan Aldama", 3, false},        {"el alcalde, de Juan Aldama", 3, false},
            {"el alcalde Juan Aldama", 2, false},        {"Juan Aldama", 0, false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            TokenList list;
            tokenize(c.text, list);
            const NameText text{FieldId::Body, c.text, list};
            const auto first = static_cast<std::uint32_t>(c.word);
            CHECK(is_named_place(text, {.first = first, .last = first + 2}) == c.is_place);
        }
    }

    TEST_CASE("a pope's name is one word behind the title, and a numeral")
    {
        const struct {
            std::string text;
            std::size_t words;
        } cases[] = {
            {"papa Francisco pidió", 1},
            {"Papa Francisco", 1},
            {"reina Isabel II dijo", 2},
            {"papá Francisco", 0},
            {"papa Francisco Ruiz", 0},
            {"papa dijo", 0},
            {"papa", 0},
            {"rey, Felipe", 0},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            TokenList list;
            tokenize(c.text, list);
            const NameText text{FieldId::Body, c.text, list};
            const NameSpan span = royal_name(text, 0);
            CHECK(span.last - span.first == c.words);
        }
    }
}

}  // namespace dateline::indexer
