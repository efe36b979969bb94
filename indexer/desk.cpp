#include "indexer/desk.hpp"

#include "common/text/ascii.hpp"
#include "common/text/utf8.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

constexpr auto kDesks = std::to_array<std::string_view>({"redaccion",
                                                         "redacao",
                                                         "da redacao",
                                                         "la redaccion",
                                                         "staff",
                                                         "staff writer",
                                                         "staff writers",
                                                         "staff reporter",
                                                         "staff reporters",
                                                         "newsroom",
                                                         "news desk",
                                                         "web desk",
                                                         "редакция",
                                                         "от редакции",
                                                         "agencias",
                                                         "com agencias",
                                                         "redaktion",
                                                         "la redazione",
                                                         "da reportagem",
                                                         "da reportagem local",
                                                         "enviado especial",
                                                         "enviada especial"});

}  // namespace

bool is_desk(std::string_view line)
{
    constexpr std::size_t kLongestDesk = 60;
    constexpr std::size_t kMostDeskWords = 4;
    static constexpr FirstBytes kFirst{kDesks};
    line = trimmed(line);
    // What is folded may begin with other bytes: "РЕДАКЦИЯ", "RÉDACCION".
    const bool may_be = kFirst.may_open(line) || !ascii::is_ascii(line.substr(0, 2));
    if (!may_be || line.empty() || line.size() > kLongestDesk ||
        word_count(line) > kMostDeskWords) {
        return false;
    }
    const std::string folded = fold(line);
    return std::any_of(kDesks.begin(), kDesks.end(), [&](std::string_view desk) {
        if (!folded.starts_with(desk)) { return false; }
        const std::string_view rest = std::string_view{folded}.substr(desk.size());
        // "Redacción ACN", "Redacción BBC Mundo", but no sentence.
        const std::string_view name =
            trimmed(line.substr(line.size() - std::min(line.size(), rest.size())));
        return rest.empty() || (rest.front() == ' ' && is_name(name));
    });
}

}  // namespace dateline::indexer
