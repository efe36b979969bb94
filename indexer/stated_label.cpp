#include "indexer/stated_label.hpp"

#include "indexer/line.hpp"

#include <array>

namespace dateline::indexer {
namespace {

constexpr std::array<std::string_view, 21> kSourceLabels{
    "source",  "sources",  "fuente",   "fonte",   "quelle", "bron",      "publisher",
    "outlet",  "medio",    "veículo",  "from",    "via",    "newspaper", "издание",
    "Издание", "источник", "Источник", "Джерело", "来源",   "المصدر",    "publication"};
constexpr std::array<std::string_view, 14> kUrlLabels{
    "original url", "source url",  "original link", "permalink",       "url",
    "link",         "web address", "url original",  "enlace original", "link original",
    "ссылка",       "Ссылка",      "原文链接",      "الرابط"};
constexpr std::array<std::string_view, 16> kTitleLabels{
    "subject", "asunto",  "assunto", "objet", "betreff", "title",     "headline",  "título",
    "titulo",  "titular", "titre",   "titel", "titolo",  "заголовок", "Заголовок", "标题"};

template <const auto& labels>
std::string_view stated(std::string_view line)
{
    static constexpr FirstBytes kFirst{labels};
    if (!kFirst.may_open(line)) { return {}; }
    for (const std::string_view label : labels) {
        const std::string_view value = behind_label(line, label, true);
        if (value.data() != nullptr) { return value; }
    }
    return {};
}

}  // namespace

std::string_view stated_source(std::string_view line)
{
    std::string_view value = stated<kSourceLabels>(line);
    // "Harbour Monitor Volume: 12 Issue: 48"
    for (const std::string_view number : {" Volume:", " Vol.", " Issue:", " №", " N.º", " Nº"}) {
        if (const std::size_t at = value.find(number); at != std::string_view::npos) {
            value = trimmed(value.substr(0, at));
        }
    }
    const bool quoted = value.size() > 2 && value.front() == '"' && value.back() == '"';
    return quoted ? trimmed(value.substr(1, value.size() - 2)) : value;
}

std::string_view stated_url(std::string_view line) { return stated<kUrlLabels>(line); }

std::string_view stated_title(std::string_view line) { return stated<kTitleLabels>(line); }

}  // namespace dateline::indexer
