#include "indexer/author_role.hpp"

#include "common/text/word_set.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"

namespace dateline::indexer {
namespace {

constexpr WordSet kRoles{std::to_array<std::string_view>(
    {"author",         "columnist",     "contributor",  "correspondent", "editor",
     "reporter",       "reporters",     "writer",       "journalist",    "corresponsal",
     "enviado",        "jornalista",    "periodista",   "redactor",      "redactora",
     "корреспондент",  "colunista",     "columnista",   "articulista",   "comentarista",
     "correspondente", "analista",      "обозреватель", "колумнист",     "редактор",
     "журналист",      "кандидат",      "доктор",       "профессор",     "эксперт",
     "сотрудник",      "professor",     "fellow",       "researcher",    "analyst",
     "investigador",   "investigadora", "pesquisador",  "pesquisadora",  "profesor",
     "profesora",      "socióloga"})};

}  // namespace

bool has_role(std::string_view text) { return has_one_of(text, kRoles); }

std::optional<std::string_view> read_role(std::string_view line)
{
    constexpr std::size_t kMostWords = 8;
    line = trimmed(line);
    if (word_count(line) > kMostWords || ends_sentence(line) || !has_role(first_word(line))) {
        return {};
    }
    std::string_view employer = cut_at_word(line, kEmployerWords);
    if (begins_with(employer, "the ")) { employer = trimmed(employer.substr(4)); }
    return is_outlet_name(employer) ? employer : std::string_view{};
}

}  // namespace dateline::indexer
