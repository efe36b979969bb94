// formats: what dumps may be written in, and what they may be wrapped in.
#include "common/cli/fit.hpp"
#include "indexer/commands/command.hpp"
#include "indexer/input/archive.hpp"
#include "indexer/input/decompressor.hpp"
#include "indexer/input/unwrap.hpp"

#include <iomanip>
#include <sstream>

namespace dateline::indexer {
namespace {

void print_row(std::string_view name, std::string_view endings, std::string_view what,
               std::ostream& out)
{
    out << "  " << std::left << std::setw(10) << name << std::setw(22)
        << (endings.empty() ? "any name" : endings) << what << '\n';
}

Result<int> run_formats(const Call& call)
{
    std::ostringstream out;
    out << "Formats, as --input takes them; a file is read as the first that claims it:\n";
    for (const Format* format : formats()) {
        print_row(format->name, format->endings, format->summary, out);
        if (!format->magic.empty()) { out << std::string(34, ' ') << format->magic << '\n'; }
    }
    out << "\nWrapped in archives, up to " << kMostNested << " inside each other:\n";
    for (const ArchiveKind& kind : archive_kinds()) {
        print_row(kind.name, kind.endings, kind.summary, out);
    }
    out << "\nCompressed, up to " << kMostNested
        << " times, which their first bytes tell, whatever the name:\n";
    for (const Compression& kind : compressions()) { print_row(kind.name, kind.endings, "", out); }
    cli::write_fitted(out.view(), call.out);
    return 0;
}

}  // namespace

extern const Command formats_command{
    .name = "formats",
    .arguments = "",
    .summary = "Lists the formats that dumps may have, and what they may be packed in",
    .example = "dateline-index formats",
    .run = run_formats,
};

}  // namespace dateline::indexer
