#include "indexer/credited_source.hpp"

#include "common/text/ascii.hpp"
#include "common/text/utf8.hpp"
#include "indexer/desk.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"
#include "indexer/outlets.hpp"
#include "indexer/stated_label.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

/// "Con información de EFE", "With Reuters", "По материалам Reuters": whose story it was.
constexpr std::array<std::string_view, 17> kAgencyCredits{"con información de",
                                                          "con informacion de",
                                                          "información de",
                                                          "con datos de",
                                                          "com informações da",
                                                          "com informações do",
                                                          "com informações de",
                                                          "com",
                                                          "con",
                                                          "with reporting by",
                                                          "with information from",
                                                          "with",
                                                          "по материалам",
                                                          "По материалам",
                                                          "По данным",
                                                          "по сообщению",
                                                          "avec"};

std::string_view credited_agency(std::string_view text)
{
    static constexpr FirstBytes kFirst{kAgencyCredits};
    if (text.starts_with('*')) { text = trimmed(text.substr(1)); }
    if (!kFirst.may_open(text)) { return {}; }
    for (const std::string_view credit : kAgencyCredits) {
        std::string_view rest = behind_label(text, credit, false);
        while (rest.ends_with('.')) { rest.remove_suffix(1); }
        if (!rest.empty() && find_outlet(rest) != nullptr) { return rest; }
    }
    return {};
}

/// "Do Portal do Norte, em Manaus": an outlet whose people have written it, and from where.
std::string_view employer_of_authors(std::string_view text)
{
    constexpr std::size_t kLongest = 80;  // bytes
    static constexpr std::array<std::string_view, 6> kFrom{"do", "da", "dos", "das", "del", "from"};
    static constexpr FirstBytes kFirst{kFrom};
    if ((!kFirst.may_open(text) && ascii::is_ascii(text.substr(0, 2))) || text.size() > kLongest ||
        ends_sentence(text) || is_desk(text) || !is_one_of(fold(first_word(text)), kFrom)) {
        return {};
    }
    std::string_view outlet = trimmed(text.substr(first_word(text).size()));
    const std::string_view place =
        trimmed(outlet.substr(std::min(outlet.find(','), outlet.size())));
    outlet = trimmed(outlet.substr(0, outlet.find(',')));
    constexpr std::size_t kMostWords = 5;  // of the place, with "em"
    return is_name(outlet) && is_outlet_like(outlet) && word_count(place) <= kMostWords
               ? outlet
               : std::string_view{};
}

}  // namespace

std::string_view credited_source(std::string_view part)
{
    constexpr std::size_t kLongest = 120;  // bytes
    for (const std::string_view source : {stated_source(part), credited_agency(part),
                                          named_paper(part), employer_of_authors(part)}) {
        if (!source.empty() && source.size() <= kLongest) { return source; }
    }
    return {};
}

}  // namespace dateline::indexer
