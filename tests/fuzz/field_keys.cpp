// Keys of dumps and --map: any text → fields.
#include "indexer/input/field_keys.hpp"

#include "tests/fuzz/fuzz_target.hpp"

#include <algorithm>
#include <string>

namespace dateline::tests {
namespace {

/// Lines are keys; "theirs=ours" maps one.
void run(std::string_view bytes)
{
    indexer::FieldMap map;
    for (std::string_view rest = bytes; !rest.empty();) {
        const std::size_t size = std::min(rest.find('\n'), rest.size());
        const std::string_view line = rest.substr(0, size);
        const std::size_t equals = line.find('=');
        if (equals != std::string_view::npos) {
            map.emplace(line.substr(0, equals), line.substr(equals + 1));
        }
        rest.remove_prefix(std::min(size + 1, rest.size()));
    }
    indexer::FieldKeys keys{map};
    indexer::RawDocument raw;
    for (std::string_view rest = bytes; !rest.empty();) {
        const std::size_t size = std::min(rest.find('\n'), rest.size());
        const std::string_view key = rest.substr(0, size);
        const auto meaning = keys.meaning_of(key);
        const auto again = keys.meaning_of(key);
        demand(meaning.has_value() == again.has_value(), "a key changes its meaning");
        if (meaning) {
            demand(meaning->field == again->field, "a key changes its meaning");
            static_cast<void>(
                indexer::put_text(indexer::field_place(meaning->field), std::string{rest}, raw));
        }
        rest.remove_prefix(std::min(size + 1, rest.size()));
    }
    demand(keys.uses().size() <= 256, "too many keys are remembered");
}

}  // namespace

extern const FuzzTarget field_keys_target{.name = "field_keys", .run = run};

}  // namespace dateline::tests
