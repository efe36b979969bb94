// verify-packet: what has become of the articles and quotes of a packet.
#include "common/text/number.hpp"
#include "searcher/commands/asked.hpp"
#include "searcher/commands/tables.hpp"
#include "searcher/packet/check_packet.hpp"

namespace dateline::searcher {
namespace {

constexpr int kChanged = exit_code::kNoHits;  // 1: something is not as it was

std::string summary_of(const PacketCheck& check)
{
    std::string text;
    for (const ArticleStateInfo& info : kArticleStates) {
        const auto count = check.counts.find(info.state);
        if (count == check.counts.end()) { continue; }
        text +=
            (text.empty() ? "" : ", ") + with_commas(count->second) + " " + std::string{info.name};
    }
    return text.empty() ? "the packet is empty, and its query finds nothing" : text;
}

Result<int> run_verify_packet(const Call& call)
{
    if (auto checked = check_has_tables(call); !checked) { return Failure{checked.error()}; }
    if (call.arguments.size() != 1) {
        return fail(ErrorKind::Usage, "verify-packet takes the file of a packet",
                    "make one with dateline-search export --packet FILE QUERY");
    }
    const auto packet = read_packet(call.arguments.front());
    if (!packet) { return Failure{packet.error()}; }
    auto opened = open_engine(call);
    if (!opened) { return Failure{opened.error()}; }
    Engine engine = *std::move(opened);
    const auto check = check_packet(engine, *packet, call.settings.timeout);
    if (!check) { return Failure{check.error()}; }
    Table table{
        .name = "articles",
        .query = packet->query,
        .columns = {{.name = "state"}, {.name = "id"}, {.name = "title"}, {.name = "quotes"}},
        .nothing = "nothing to compare"};
    for (const CheckedArticle& article : check->articles) {
        const auto& info = kArticleStates[static_cast<std::size_t>(article.state)];
        table.rows.push_back({std::string{info.name}, article.id, article.title, article.quotes});
    }
    tell_notes(call, check->notes);
    tell_notes(call, {summary_of(*check)});
    write_table(call, table);
    return check->is_unchanged ? 0 : kChanged;
}

}  // namespace

extern const Command verify_packet_command{
    .name = "verify-packet",
    .arguments = "FILE",
    .summary = "Says which articles of a packet are unchanged, edited or removed, and what is new",
    .example = "dateline-search verify-packet --index news.idx visit.json",
    .run = run_verify_packet,
};

}  // namespace dateline::searcher
