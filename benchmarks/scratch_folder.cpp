#include "benchmarks/scratch_folder.hpp"

#include <cstdlib>

namespace dateline::benchmarks {

namespace fs = std::filesystem;

Result<ScratchFolder> ScratchFolder::make()
{
    std::error_code problem;
    std::string name = (fs::temp_directory_path(problem) / "dateline-bench-XXXXXX").string();
    if (problem || mkdtemp(name.data()) == nullptr) {
        return fail(ErrorKind::Io, "cannot make a scratch folder", "see TMPDIR");
    }
    return ScratchFolder{name};
}

ScratchFolder::~ScratchFolder()
{
    if (path_.empty()) { return; }
    std::error_code ignored;  // nobody is left to be told
    fs::remove_all(path_, ignored);
}

}  // namespace dateline::benchmarks
