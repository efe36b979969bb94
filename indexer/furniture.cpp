#include "indexer/furniture.hpp"

#include "indexer/line.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace dateline::indexer {
namespace {

/// How much of a line must be the opening for the line to be furniture.
enum class Reach : std::uint8_t {
    Whole,      ///< the line is the opening, marks behind it aside
    ShortLine,  ///< the line has up to kShortLine characters
    LongLine,   ///< up to kLongLine: what follows is a headline or a caption
};

struct Opening {
    std::string_view text;  ///< ASCII letters stand for both cases
    Reach reach;
};

constexpr std::size_t kShortLine = 80;  ///< characters
constexpr std::size_t kLongLine = 250;

constexpr auto kOpenings = std::to_array<Opening>({
    // Other articles
    {"related article", Reach::LongLine},
    {"related:", Reach::LongLine},
    {"related stories", Reach::ShortLine},
    {"related topics", Reach::LongLine},
    {"read more", Reach::LongLine},
    {"read also", Reach::LongLine},
    {"also read", Reach::LongLine},
    {"see also:", Reach::LongLine},
    {"see more:", Reach::LongLine},
    {"watch:", Reach::LongLine},
    {"more on this story", Reach::ShortLine},
    {"recommended", Reach::Whole},
    {"most read", Reach::Whole},
    {"you may also like", Reach::ShortLine},
    {"lea también", Reach::LongLine},
    {"lea además", Reach::LongLine},
    {"lee también", Reach::LongLine},
    {"te puede interesar", Reach::LongLine},
    {"leia também", Reach::LongLine},
    {"leia mais", Reach::LongLine},
    {"veja também", Reach::LongLine},
    {"saiba mais", Reach::ShortLine},
    {"lire aussi", Reach::LongLine},
    {"à lire aussi", Reach::LongLine},
    {"lesen sie auch", Reach::LongLine},
    {"mehr zum thema", Reach::LongLine},
    {"leggi anche", Reach::LongLine},
    {"читайте также", Reach::LongLine},
    {"Читайте также", Reach::LongLine},
    {"Читайте також", Reach::LongLine},
    {"اقرأ أيضا", Reach::LongLine},
    {"اقرأ المزيد", Reach::LongLine},
    // Pictures
    {"photo:", Reach::LongLine},
    {"photo by ", Reach::ShortLine},
    {"photo credit", Reach::LongLine},
    {"(photo", Reach::LongLine},
    {"[photo", Reach::LongLine},
    {"picture:", Reach::LongLine},
    {"image:", Reach::LongLine},
    {"image source", Reach::LongLine},
    {"image credit", Reach::LongLine},
    {"credit:", Reach::ShortLine},
    {"ap photo", Reach::ShortLine},
    {"foto:", Reach::LongLine},
    {"fotos:", Reach::LongLine},
    {"crédito:", Reach::ShortLine},
    {"imagen:", Reach::LongLine},
    {"imagem:", Reach::LongLine},
    {"фото:", Reach::LongLine},
    {"Фото:", Reach::LongLine},
    {"©", Reach::ShortLine},
    // Hands
    {"editing:", Reach::ShortLine},
    {"editing by", Reach::ShortLine},
    {"edited by", Reach::ShortLine},
    {"editor:", Reach::ShortLine},
    {"additional reporting", Reach::ShortLine},
    {"(reporting by", Reach::LongLine},
    {"reporting by", Reach::ShortLine},
    {"translation:", Reach::ShortLine},
    {"translated by", Reach::ShortLine},
    {"edición:", Reach::ShortLine},
    {"edição:", Reach::ShortLine},
    {"tradução:", Reach::ShortLine},
    {"traducción:", Reach::ShortLine},
    {"责任编辑", Reach::ShortLine},
    // Readers
    {"leave a reply", Reach::ShortLine},
    {"leave a comment", Reach::ShortLine},
    {"your email address will not be published", Reach::LongLine},
    {"deja una respuesta", Reach::ShortLine},
    {"deja un comentario", Reach::ShortLine},
    {"deixe um comentário", Reach::ShortLine},
    {"deixe uma resposta", Reach::ShortLine},
    {"tu dirección de correo electrónico no será publicada", Reach::LongLine},
    {"o seu endereço de e-mail não será publicado", Reach::LongLine},
    {"comments", Reach::Whole},
    {"share on ", Reach::ShortLine},
    {"share this", Reach::ShortLine},
    {"share via", Reach::ShortLine},
    {"share:", Reach::ShortLine},
    {"share", Reach::Whole},
    {"compartir en ", Reach::ShortLine},
    {"compartir", Reach::Whole},
    {"compartilhar", Reach::ShortLine},
    {"compartilhe", Reach::ShortLine},
    {"partager", Reach::ShortLine},
    {"teilen", Reach::Whole},
    {"condividi", Reach::ShortLine},
    {"поделиться", Reach::ShortLine},
    {"Поделиться", Reach::ShortLine},
    {"facebook", Reach::Whole},
    {"twitter", Reach::Whole},
    {"whatsapp", Reach::Whole},
    {"telegram", Reach::Whole},
    {"copy link", Reach::Whole},
    {"print", Reach::Whole},
    {"print this", Reach::ShortLine},
    {"email", Reach::Whole},
    {"listen to this article", Reach::ShortLine},
    {"follow us on", Reach::ShortLine},
    {"subscribe", Reach::Whole},
    {"subscribe to our", Reach::ShortLine},
    {"sign up for our", Reach::LongLine},
    {"sign up to our", Reach::LongLine},
    {"click here", Reach::ShortLine},
    {"tap here", Reach::ShortLine},
    {"advertisement", Reach::Whole},
    {"publicidad", Reach::Whole},
    {"publicidade", Reach::Whole},
    {"anzeige", Reach::Whole},
    {"реклама", Reach::Whole},
    {"all rights reserved", Reach::ShortLine},
    {"copyright ©", Reach::ShortLine},
    {"tags:", Reach::LongLine},
    {"topics:", Reach::LongLine},
    {"etiquetas:", Reach::LongLine},
});

constexpr auto kSections = std::to_array<std::string_view>(
    {"world",    "world news",    "news",        "latest news", "breaking news", "politics",
     "business", "economy",       "opinion",     "analysis",    "europe",        "americas",
     "asia",     "africa",        "middle east", "russia",      "ukraine",       "us news",
     "uk news",  "international", "exclusive",   "top stories", "sport",         "sports",
     "culture",  "science",       "technology",  "health",      "home",          "latin america",
     "mundo",    "política",      "politica",    "economía",    "economia",      "noticias",
     "notícias", "internacional", "monde",       "politique",   "politik",       "esteri",
     "В мире",   "Политика"});

constexpr auto kReadingTimes = std::to_array<std::string_view>(
    {"min read",           "minute read",      "minutes read",      "mins read",
     "min. read",          "min de lectura",   "min de leitura",    "minutos de lectura",
     "minutos de leitura", "reading time",     "tiempo de lectura", "tempo de leitura",
     "tempo di lettura",   "temps de lecture", "min de lecture",    "lesezeit",
     "lesedauer",          "мин. чтения",      "минуты чтения",     "минут чтения",
     "время чтения",       "Время чтения"});

constexpr std::array<std::string_view, 11> kSourceLabels{
    "source",   "sources",  "fuente",  "fonte", "quelle", "bron",
    "источник", "Источник", "Джерело", "来源",  "المصدر"};
constexpr std::array<std::string_view, 14> kUrlLabels{
    "original url", "source url",  "original link", "permalink",       "url",
    "link",         "web address", "url original",  "enlace original", "link original",
    "ссылка",       "Ссылка",      "原文链接",      "الرابط"};
constexpr std::array<std::string_view, 11> kTitleLabels{
    "title", "headline", "título",    "titulo",    "titular", "titre",
    "titel", "titolo",   "заголовок", "Заголовок", "标题"};

/// The bytes that openings begin with: most lines begin with another.
constexpr auto kFirstBytes = [] {
    std::array<bool, 256> table{};
    for (const Opening& opening : kOpenings) {
        const char first = opening.text.front();
        table[static_cast<unsigned char>(first)] = true;
        if (first >= 'a' && first <= 'z') {
            table[static_cast<unsigned char>(first - 'a' + 'A')] = true;
        }
    }
    return table;
}();

template <std::size_t N>
std::string_view stated(std::string_view line, const std::array<std::string_view, N>& labels)
{
    for (const std::string_view label : labels) {
        const std::string_view value = behind_label(line, label, true);
        if (value.data() != nullptr) { return value; }
    }
    return {};
}

bool fits(std::string_view line, const Opening& opening)
{
    if (!begins_with(line, opening.text)) { return false; }
    switch (opening.reach) {
        case Reach::Whole: {
            constexpr std::string_view kMarks = " :.!|>»0123456789()";
            const std::string_view rest = line.substr(opening.text.size());
            return rest.find_first_not_of(kMarks) == std::string_view::npos;
        }
        case Reach::ShortLine:
            return character_count(line) <= kShortLine;
        case Reach::LongLine:
            return character_count(line) <= kLongLine;
    }
    return false;
}

/// Whether the words between two marks, as of a bold passage, are a credit.
bool is_credit(std::string_view text)
{
    constexpr std::size_t kLongestCredit = 120;
    return text.size() <= kLongestCredit &&
           (text.find('/') != std::string_view::npos || contains(text, "photo") ||
            contains(text, "getty") || contains(text, "foto") || contains(text, "reuters"));
}

/// Where the credit between "**" begins that `text` ends with; npos if it ends otherwise.
std::size_t bold_credit(std::string_view text)
{
    constexpr std::string_view kBold = "**";
    if (text.size() <= 2 * kBold.size() || !text.ends_with(kBold)) {
        return std::string_view::npos;
    }
    const std::string_view front = text.substr(0, text.size() - kBold.size());
    const std::size_t open = front.rfind(kBold);
    if (open == std::string_view::npos || !is_credit(front.substr(open + kBold.size()))) {
        return std::string_view::npos;
    }
    return open;
}

/// Where the credit in brackets begins that `text` ends with: "(Photo: …)".
std::size_t bracket_credit(std::string_view text)
{
    if (!text.ends_with(')') && !text.ends_with(']')) { return std::string_view::npos; }
    const std::size_t open = text.rfind(text.back() == ')' ? '(' : '[');
    if (open == std::string_view::npos) { return open; }
    const std::string_view inside = text.substr(open + 1);
    for (const std::string_view mark : {"photo", "foto", "ap photo", "image:", "picture:"}) {
        if (begins_with(inside, mark)) { return open; }
    }
    return std::string_view::npos;
}

}  // namespace

bool is_furniture(std::string_view line)
{
    line = trimmed(line);
    constexpr std::size_t kMostBytes = 4 * kLongLine;
    if (line.empty() || line.size() > kMostBytes) { return false; }
    constexpr std::string_view kTeaser = "::";
    if (line.size() > 2 * kTeaser.size() && line.starts_with(kTeaser) && line.ends_with(kTeaser)) {
        return true;
    }
    const bool opens = kFirstBytes[static_cast<unsigned char>(line.front())] &&
                       std::any_of(kOpenings.begin(), kOpenings.end(),
                                   [&](const Opening& opening) { return fits(line, opening); });
    return opens || is_reading_time(line);
}

bool is_section_name(std::string_view line)
{
    line = trimmed(line);
    return std::any_of(kSections.begin(), kSections.end(),
                       [&](std::string_view section) { return same_words(line, section); });
}

bool is_reading_time(std::string_view line)
{
    constexpr std::size_t kMostBytes = 60;
    constexpr std::ptrdiff_t kMostBlanks = 5;
    line = trimmed(line);
    if (line.size() > kMostBytes || std::count(line.begin(), line.end(), ' ') > kMostBlanks ||
        line.find_first_of("0123456789") == std::string_view::npos) {
        return false;
    }
    // A bar divides it from a byline or a date.
    for (const std::string_view bar : {"|", "•", "·"}) {
        if (line.find(bar) != std::string_view::npos) { return false; }
    }
    return std::any_of(kReadingTimes.begin(), kReadingTimes.end(),
                       [&](std::string_view words) { return contains(line, words); });
}

std::string_view without_credit(std::string_view line)
{
    const std::string_view text = trimmed(line);
    const std::size_t bold = bold_credit(text);
    const std::size_t credit = bold == std::string_view::npos ? bracket_credit(text) : bold;
    return credit == std::string_view::npos ? line : trimmed(text.substr(0, credit));
}

std::string_view stated_source(std::string_view line) { return stated(line, kSourceLabels); }

std::string_view stated_url(std::string_view line) { return stated(line, kUrlLabels); }

std::string_view stated_title(std::string_view line) { return stated(line, kTitleLabels); }

}  // namespace dateline::indexer
