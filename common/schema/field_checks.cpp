// Compile-time checks of the schema: a table that contradicts itself does not build.
#include "common/schema/field.hpp"

namespace dateline {
namespace {

constexpr bool rows_follow_the_enum()
{
    for (std::size_t row = 0; row < kFields.size(); ++row) {
        if (static_cast<std::size_t>(kFields[row].id) != row) { return false; }
    }
    return true;
}

template <class Same>
constexpr bool no_two(Same same)
{
    for (std::size_t a = 0; a < kFields.size(); ++a) {
        for (std::size_t b = a + 1; b < kFields.size(); ++b) {
            if (same(kFields[a], kFields[b])) { return false; }
        }
    }
    return true;
}

using F = const Field&;
static_assert(rows_follow_the_enum(), "kFields needs one row per FieldId, in its order");
static_assert(no_two([](F a, F b) { return a.name == b.name; }), "two fields share a name");
static_assert(no_two([](F a, F b) {
                  return a.prefix == b.prefix && a.id != FieldId::Lead && b.id != FieldId::Lead;
              }),
              "two fields share a prefix");
static_assert(field(FieldId::Lead).prefix == field(FieldId::Body).prefix,
              "the lead's words are looked up as the body's");

}  // namespace
}  // namespace dateline
