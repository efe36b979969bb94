// The model file, as bytes of the program (the build says where it is).
#include "indexer/tagger/model_file.hpp"

#include <cassert>

// The assembler includes the file: no copy of it as source text, and nothing to be found at run
// time.
__asm__(
    ".pushsection .rodata\n"
    "dateline_tagger_model_begin:\n"
    ".incbin \"" DATELINE_TAGGER_MODEL
    "\"\n"
    "dateline_tagger_model_end:\n"
    ".popsection\n");

extern "C" {
extern const char dateline_tagger_model_begin[];
extern const char dateline_tagger_model_end[];
}

namespace dateline::indexer {

std::string_view built_in_model_file()
{
    return {static_cast<const char*>(dateline_tagger_model_begin),
            static_cast<std::size_t>(dateline_tagger_model_end - dateline_tagger_model_begin)};
}

const Model& built_in_model()
{
    static const Model model = [] {
        const auto parts = read_model(built_in_model_file());
        assert(parts && "the model was tested when it was built in");
        return Model{*parts};
    }();
    return model;
}

}  // namespace dateline::indexer
