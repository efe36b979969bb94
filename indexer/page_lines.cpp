#include "indexer/page_lines.hpp"

#include "common/text/ascii.hpp"
#include "common/text/utf8.hpp"
#include "common/text/word_set.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"

#include <algorithm>
#include <array>
#include <cstddef>

namespace dateline::indexer {
namespace {

constexpr std::array<std::string_view, 14> kContributions{
    "for this report came from",     "was used in this report",
    "contributed to this report",    "contributed to this story",
    "contributed to this article",   "contributed reporting",
    "contributed to this post",      "colaboró con esta nota",
    "colaboró en este reportaje",    "contribuyó a este",
    "colaborou com esta reportagem", "colaborou para esta",
    "a contribué à cet article",     "contributed from"};

// Folded: fold().
constexpr WordSet kHomes{std::to_array<std::string_view>(
    {"home", "inicio", "accueil", "главная", "portada", "homepage", "startseite"})};

constexpr std::array<std::string_view, 91> kSectionNames{"world",
                                                         "world news",
                                                         "news",
                                                         "latest news",
                                                         "breaking news",
                                                         "politics",
                                                         "business",
                                                         "economy",
                                                         "opinion",
                                                         "analysis",
                                                         "europe",
                                                         "americas",
                                                         "asia",
                                                         "africa",
                                                         "middle east",
                                                         "russia",
                                                         "ukraine",
                                                         "us news",
                                                         "uk news",
                                                         "international",
                                                         "exclusive",
                                                         "top stories",
                                                         "sport",
                                                         "sports",
                                                         "culture",
                                                         "science",
                                                         "technology",
                                                         "health",
                                                         "home",
                                                         "latin america",
                                                         "mundo",
                                                         "politica",
                                                         "economia",
                                                         "noticias",
                                                         "internacional",
                                                         "monde",
                                                         "politique",
                                                         "politik",
                                                         "esteri",
                                                         "в мире",
                                                         "политика",
                                                         "культура",
                                                         "общество",
                                                         "экономика",
                                                         "россия",
                                                         "мир",
                                                         "спорт",
                                                         "новости",
                                                         "происшествия",
                                                         "cultura",
                                                         "sociedad",
                                                         "deportes",
                                                         "esportes",
                                                         "el mundo",
                                                         "sucesos",
                                                         "cotidiano",
                                                         "brasil",
                                                         "ciencia",
                                                         "salud",
                                                         "saude",
                                                         "opiniao",
                                                         "nacional",
                                                         "nacionales",
                                                         "local",
                                                         "regional",
                                                         "entertainment",
                                                         "lifestyle",
                                                         "travel",
                                                         "environment",
                                                         "climate",
                                                         "education",
                                                         "features",
                                                         "editorial",
                                                         "america latina",
                                                         "latinoamerica",
                                                         "бывший ссср",
                                                         "middle east & africa",
                                                         "asia pacific",
                                                         "europa",
                                                         "oriente medio",
                                                         "medio oriente",
                                                         "estados unidos",
                                                         "ao vivo",
                                                         "аналитика",
                                                         "press release",
                                                         "feature",
                                                         "explainer",
                                                         "interview",
                                                         "entrevista",
                                                         "reportaje",
                                                         "reportagem"};
constexpr WordSet kSections{kSectionNames};

constexpr auto kReadingTimes = std::to_array<std::string_view>(
    {"min read",           "minute read",      "minutes read",      "mins read",
     "min. read",          "min de lectura",   "min de leitura",    "minutos de lectura",
     "minutos de leitura", "reading time",     "tiempo de lectura", "tempo de leitura",
     "tempo di lettura",   "temps de lecture", "min de lecture",    "lesezeit",
     "lesedauer",          "мин. чтения",      "минуты чтения",     "минут чтения",
     "время чтения",       "Время чтения"});

}  // namespace

bool is_section_name(std::string_view line)
{
    constexpr std::size_t kLongest = 60;  // bytes
    line = trimmed(line);
    return line.size() <= kLongest && kSections.contains(fold(line));
}

bool is_reading_time(std::string_view line)
{
    constexpr std::size_t kMostBytes = 60;
    constexpr std::ptrdiff_t kMostBlanks = 5;
    line = trimmed(line);
    if (line.size() > kMostBytes || std::count(line.begin(), line.end(), ' ') > kMostBlanks ||
        !has_figure(line)) {
        return false;
    }
    // A bar divides it from a byline or a date.
    for (const std::string_view bar : {"|", "•", "·"}) {
        if (line.find(bar) != std::string_view::npos) { return false; }
    }
    static constexpr FirstBytes kFirst{kReadingTimes};
    for (; !line.empty(); line.remove_prefix(1)) {
        const bool told =
            kFirst.may_open(line) &&
            std::any_of(kReadingTimes.begin(), kReadingTimes.end(),
                        [line](std::string_view words) { return begins_with(line, words); });
        if (told) { return true; }
    }
    return false;
}

bool is_counter(std::string_view line)
{
    constexpr std::size_t kLongest = 40;  // bytes
    constexpr std::string_view kFigures = "0123456789:., ";
    static constexpr WordSet kCounted{std::to_array<std::string_view>(
        {"views", "subscribers", "followers", "members", "shares", "просмотров", "подписчиков",
         "vistas", "lecturas", "visualizacoes", "seguidores"})};
    line = trimmed(line);
    if (line.empty() || line.size() > kLongest || !ascii::is_digit(line.front())) { return false; }
    const std::size_t slash = line.find('/');
    if (slash != std::string_view::npos) {
        const std::string_view whole = line.substr(slash + 1);
        return line.find_first_not_of(kFigures) == slash && has_figure(whole) &&
               whole.find_first_not_of(kFigures) == std::string_view::npos;
    }
    return word_count(line) == 2 && kCounted.contains(fold(last_word(line)));
}

bool is_initials(std::string_view line)
{
    constexpr std::size_t kLongest = 20;
    if (line.size() < 5 || line.size() > kLongest || line.find('/') == std::string_view::npos) {
        return false;
    }
    std::size_t letters = 0;
    bool upper = false;
    bool lower = false;
    for (const char c : line) {
        const bool is_upper = ascii::is_capital(c);
        const bool is_lower = ascii::is_small(c);
        upper = upper || is_upper;
        lower = lower || is_lower;
        if (is_upper || is_lower) {
            if (++letters > 4) { return false; }
        } else if (c == '/') {
            letters = 0;
        } else if (c != ' ') {
            return false;
        }
    }
    return upper != lower && letters >= 2;
}

bool is_breadcrumb(std::string_view line)
{
    constexpr std::size_t kLongest = 400;  // the last of them may be the headline
    if (line.size() > kLongest) { return false; }
    const std::size_t mark =
        std::min({line.find('>'), line.find('/'), line.find("»"), line.find("›"), line.find('|')});
    if (mark == std::string_view::npos) { return false; }
    const std::string_view first = trimmed(line.substr(0, mark));
    return kHomes.contains(fold(first));
}

bool names_contributors(std::string_view line)
{
    constexpr std::size_t kLongest = 250;  // characters
    if (has_more_characters(line, kLongest)) { return false; }
    if (line.find("ontribu") == std::string_view::npos &&
        line.find("olabor") == std::string_view::npos &&
        line.find("this report") == std::string_view::npos) {
        return false;
    }
    return std::any_of(kContributions.begin(), kContributions.end(),
                       [&](std::string_view words) { return contains(line, words); });
}

}  // namespace dateline::indexer
