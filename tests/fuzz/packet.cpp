// Packets: any bytes → one that is written as it was read, or a refusal.
#include "searcher/packet/packet.hpp"

#include "tests/fuzz/fuzz_target.hpp"

#include <sstream>
#include <string>

namespace dateline::tests {
namespace {

std::string json_of(const searcher::Packet& packet)
{
    std::ostringstream out;
    searcher::write_packet(packet, out);
    return out.str();
}

void run(std::string_view bytes)
{
    const auto packet = searcher::parse_packet(bytes);
    if (!packet) { return demand(!packet.error().message.empty(), "a refusal without a word"); }
    const std::string written = json_of(*packet);
    const auto again = searcher::parse_packet(written);
    demand(again.has_value(), "what is written cannot be read");
    demand(json_of(*again) == written, "it changes when it is read again");
}

}  // namespace

extern const FuzzTarget packet_target{.name = "packet", .run = run};

}  // namespace dateline::tests
