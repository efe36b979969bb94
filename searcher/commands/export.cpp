// export: all hits of a query as a packet, which verify-packet checks later.
#include "common/cli/tell.hpp"
#include "common/storage/file.hpp"
#include "common/text/number.hpp"
#include "common/text/utf8.hpp"
#include "searcher/commands/asked.hpp"
#include "searcher/packet/make_packet.hpp"

#include <sstream>

namespace dateline::searcher {
namespace {

Result<int> run_export(const Call& call)
{
    if (call.settings.packet.empty()) {
        return fail(ErrorKind::Usage, "export has to know where to", "write --packet FILE");
    }
    const std::string query = joined(call.arguments);
    if (!is_utf8(query)) {
        return fail(ErrorKind::QuerySyntax, "the query is not valid UTF-8",
                    "check the terminal's encoding");
    }
    auto opened = open_engine(call);
    if (!opened) { return Failure{opened.error()}; }
    Engine engine = *std::move(opened);
    const auto packet =
        make_packet(engine, query, today(), saved_source(call.settings), call.settings.timeout);
    if (!packet) { return Failure{packet.error()}; }
    std::ostringstream text;
    write_packet(*packet, text);
    if (text.view().size() > kMaxPacketBytes) {
        return fail(ErrorKind::Usage,
                    "the packet would be larger than " + with_unit(kMaxPacketBytes),
                    "narrow the query");
    }
    if (auto written = replace_file(call.settings.packet, text.view()); !written) {
        return Failure{written.error()};
    }
    cli::tell(kProgramName,
              with_commas(packet->articles.size()) +
                  (packet->articles.size() == 1 ? " article in " : " articles in ") +
                  call.settings.packet.string(),
              call.err);
    return packet->articles.empty() ? exit_code::kNoHits : 0;
}

}  // namespace

extern const Command export_command{
    .name = "export",
    .arguments = "--packet FILE QUERY",
    .summary = "Writes all hits into one file with hashes and quotes, for verify-packet",
    .example =
        "dateline-search export --index news.idx --packet visit.json person:maduro date:2022",
    .run = run_export,
};

}  // namespace dateline::searcher
