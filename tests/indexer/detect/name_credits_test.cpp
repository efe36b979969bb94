#include "indexer/detect/name_credits.hpp"

#include "common/text/tokenizer.hpp"

#include <doctest/doctest.h>
#include <string>

namespace dateline::indexer {

TEST_SUITE("indexer/detect/name_credits")
{
    TEST_CASE("whom one can reach, and who took the picture, is not whom an article is about")
    {
        const struct {
            std::string text;
            std::uint32_t first;
            std::uint32_t last;
            bool is_credit;
        } cases[] = {
            {"Ana Quell said so", 0, 2, false},
            {"Contact Ana Quell today", 1, 3, true},
            {"Photo: Ana Quell", 1, 3, true},
            {"the law Ana Quell 202 555 0143", 2, 4, true},
            {"the law Ana Quell Bo Lindt 202 555 0143", 2, 4, true},
            {"the law Ana Quell, Bo Lindt 202 555 0143", 2, 4, false},
            {"the law Ana Quell said Bo 202 555 0143", 2, 4, false},
            {"Ana Quell ana@example.org", 0, 2, true},
            {"Ana Quell won 202 to 143", 0, 2, false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            TokenList list;
            tokenize(c.text, list);
            const NameText text{FieldId::Body, c.text, list};
            CHECK(is_credit(text, c.first, c.last) == c.is_credit);
        }
    }
}

}  // namespace dateline::indexer
