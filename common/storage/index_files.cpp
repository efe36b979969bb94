#include "common/storage/index_files.hpp"

namespace dateline {

std::string index_files_text()
{
    constexpr std::size_t kWidth = 24;
    std::string text = "files of an index\n";
    for (const IndexFile& file : kIndexFiles) {
        std::string row{file.path};
        row.resize(kWidth, ' ');
        text += "  " + row + std::string{file.holds} + '\n';
    }
    return text;
}

}  // namespace dateline
