// The tagger's model file: any bytes → a model, or an error.
#include "indexer/tagger/model_file.hpp"
#include "tests/fuzz/fuzz_target.hpp"

namespace dateline::tests {
namespace {

void run(std::string_view bytes)
{
    const auto parts = indexer::read_model(bytes);
    if (!parts) {
        demand(parts.error().kind == ErrorKind::IndexDamaged, "another kind of error");
        return;
    }
    const indexer::Model model{*parts};
    demand(model.features() == parts->features.size(), "features are lost");
    const auto again = indexer::read_model(indexer::write_model(*parts));
    demand(again && again->features.size() == parts->features.size(), "it cannot be written");
}

}  // namespace

extern const FuzzTarget model_target{.name = "model", .run = run};

}  // namespace dateline::tests
