#include "benchmarks/corpus.hpp"

#include "benchmarks/corpus_lists.hpp"
#include "benchmarks/dice.hpp"
#include "benchmarks/split.hpp"

#include <algorithm>
#include <array>
#include <nlohmann/json.hpp>
#include <numeric>
#include <stdexcept>

namespace dateline::benchmarks {
namespace {

constexpr std::size_t kPeople = 3'500;  // for each language
constexpr std::chrono::sys_days kFirstDay{std::chrono::year{2010} / 1 / 1};
constexpr std::uint64_t kDays = 5'475;

struct Outlet {
    std::string_view name;
    std::string_view host;
};
constexpr auto kOutlets = std::to_array<Outlet>({
    {"Harbour Wire", "harbourwire.example"},
    {"Northern Courier", "northerncourier.example"},
    {"The Weekly Ledger", "weeklyledger.example"},
    {"Evening Signal", "eveningsignal.example"},
    {"Canal Gazette", "canalgazette.example"},
    {"Five Rivers Press", "fiverivers.example"},
});

using Words = std::vector<std::string_view>;

struct Person {
    std::string given{};
    std::string family{};
};

/// One language's lists, taken apart.
struct Lexis {
    explicit Lexis(const CorpusLanguage& from) : lists(&from) {}

    [[nodiscard]] std::string word(std::size_t rank) const
    {
        if (rank < words.size()) { return std::string{words[rank]}; }
        const std::size_t rare = rank - words.size();
        const std::size_t stem = rare / stems.size();
        std::string word;
        if (const std::size_t pair = stem / endings.size(); pair > 0) {
            word = stems[(rare + pair) % stems.size()];
        }
        word += stems[rare % stems.size()];
        return word += endings[stem % endings.size()];
    }
    [[nodiscard]] Person person(std::size_t rank) const
    {
        return {.given = std::string{given[rank % given.size()]},
                .family = std::string{beginnings[rank % beginnings.size()]} +
                          std::string{name_endings[rank % name_endings.size()]}};
    }

    const CorpusLanguage* lists;
    Words words = split(lists->words, ' ');
    Words stems = split(lists->stems, ' ');
    Words endings = split(lists->endings, ' ');
    Words given = split(lists->given_names, ' ');
    Words beginnings = split(lists->name_beginnings, ' ');
    Words name_endings = split(lists->name_endings, ' ');
    Words titles = split(lists->titles, ' ');
    Words countries = split(lists->countries, ' ');
    Words cities = split(lists->cities, ' ');
    Words months = split(lists->months, ' ');
    Words weekdays = split(lists->weekdays, ' ');
    Ranks word_ranks{kCorpusWords};
    Ranks people_ranks{kPeople};
    Ranks country_ranks{countries.size()};
};

const Lexis& lexis_of(std::string_view code)
{
    static const std::vector<Lexis> lexes = [] {
        std::vector<Lexis> all;
        for (const CorpusLanguage& language : corpus_languages()) { all.emplace_back(language); }
        return all;
    }();
    const auto found = std::find_if(lexes.begin(), lexes.end(),
                                    [code](const Lexis& l) { return l.lists->code == code; });
    if (found == lexes.end()) { throw std::invalid_argument{"the corpus lacks a language"}; }
    return *found;
}

std::string_view draw_language(Dice& dice)
{
    std::uint64_t left = dice.below(100);
    for (const CorpusLanguage& language : corpus_languages()) {
        if (left < language.share) { return language.code; }
        left -= language.share;
    }
    return corpus_languages().front().code;
}

std::string spaced(std::string_view text)
{
    std::string result{text};
    std::replace(result.begin(), result.end(), '_', ' ');
    return result;
}

/// Writes one article: it has a day, a few people and countries that it comes back to.
class Story {
  public:
    Story(const Lexis& lexis, std::chrono::sys_days day, Dice& dice)
        : lexis_(lexis), day_(day), dice_(dice)
    {
        for (Person& person : cast_) { person = stranger(); }
        for (std::string& country : countries_) { country = foreign_country(); }
    }

    std::string headline() { return expand(dice_.one_of(lexis_.lists->headlines)); }

    std::string body(std::size_t bytes)
    {
        std::string text;
        do {
            if (!text.empty()) { text += "\n\n"; }
            text += expand(dice_.one_of(lexis_.lists->sentences));
            for (auto more = 1 + dice_.below(3); more > 0; --more) {
                text += ' ' + expand(dice_.one_of(lexis_.lists->sentences));
            }
        } while (text.size() < bytes);
        return text;
    }

    std::string whole_name()
    {
        const Person person = dice_.below(8) == 0 ? stranger() : dice_.one_of(cast_);
        return person.given + ' ' + person.family;
    }

  private:
    Person stranger() { return lexis_.person(lexis_.people_ranks.draw(dice_)); }

    std::string foreign_country()
    {
        return spaced(lexis_.countries[lexis_.country_ranks.draw(dice_)]);
    }

    std::string words()
    {
        std::string run = lexis_.word(lexis_.word_ranks.draw(dice_));
        for (auto more = 2 + dice_.below(6); more > 0; --more) {
            run += ' ' + lexis_.word(lexis_.word_ranks.draw(dice_));
        }
        return run;
    }

    std::string date(std::chrono::sys_days day)
    {
        const std::chrono::year_month_day parts{day};
        std::string text;
        const std::string_view pattern = lexis_.lists->date;
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            if (pattern[i] != '#') {
                text += pattern[i];
                continue;
            }
            switch (pattern[++i]) {
                case 'd':
                    text += std::to_string(static_cast<unsigned>(parts.day()));
                    break;
                case 'm':
                    text += lexis_.months[static_cast<unsigned>(parts.month()) - 1];
                    break;
                default:
                    text += std::to_string(static_cast<int>(parts.year()));
                    break;
            }
        }
        return text;
    }

    std::string part(char kind)
    {
        switch (kind) {
            case 'w':
                return words();
            case 't':
                return spaced(dice_.one_of(lexis_.titles));
            case 'n':
                return whole_name();
            case 's':
                return dice_.one_of(cast_).family;
            case 'c':
                return dice_.below(8) == 0 ? foreign_country() : dice_.one_of(countries_);
            case 'p':
                return spaced(dice_.one_of(lexis_.cities));
            case 'd':
                return date(day_ - std::chrono::days{dice_.below(2000)});
            case 'k':
                return std::string{dice_.one_of(lexis_.weekdays)};
            case 'f':
                return std::to_string(2 + dice_.below(898));
            default:
                throw std::logic_error{"the corpus lacks a kind of part"};
        }
    }

    std::string expand(std::string_view pattern)
    {
        std::string text;
        for (std::size_t i = 0; i < pattern.size(); ++i) {
            if (pattern[i] == '%') {
                text += part(pattern[++i]);
            } else {
                text += pattern[i];
            }
        }
        return text;
    }

    const Lexis& lexis_;
    std::chrono::sys_days day_;
    Dice& dice_;
    std::array<Person, 3> cast_{};
    std::array<std::string, 3> countries_{};
};

}  // namespace

Article make_article(std::uint64_t number, const CorpusSettings& settings)
{
    // Neighbouring seeds would give neighbouring states, so both numbers are stirred first.
    Dice dice{Dice{settings.seed}.next() ^ Dice{~number}.next()};
    const std::string_view language = draw_language(dice);
    const auto day = kFirstDay + std::chrono::days{dice.below(kDays)};
    const Outlet& outlet = dice.one_of(kOutlets);
    Story story{lexis_of(language), day, dice};
    Article article{.title = story.headline(),
                    .date = Date{day, Precision::Day},
                    .date_rule = "field",
                    .source = std::string{outlet.name},
                    .language = std::string{language}};
    article.id = std::string{outlet.host} + '/' + std::to_string(number);
    article.url = "https://www." + article.id;
    article.byline.push_back(story.whole_name());
    article.body = story.body(settings.body_bytes / 2 + dice.below(settings.body_bytes + 1));
    return article;
}

std::vector<Article> make_articles(std::size_t count, const CorpusSettings& settings)
{
    std::vector<Article> articles;
    articles.reserve(count);
    for (std::size_t i = 0; i < count; ++i) { articles.push_back(make_article(i, settings)); }
    return articles;
}

std::string make_text(std::string_view language, std::size_t bytes, std::uint64_t seed)
{
    Dice dice{seed};
    return Story{lexis_of(language), kFirstDay + std::chrono::days{kDays}, dice}.body(bytes);
}

std::string corpus_word(std::string_view language, std::size_t rank)
{
    return lexis_of(language).word(rank);
}

std::string json_line(const Article& article)
{
    const nlohmann::ordered_json line{{"id", article.id},
                                      {"title", article.title},
                                      {"author", article.byline},
                                      {"date", to_string(*article.date)},
                                      {"source", article.source},
                                      {"url", article.url},
                                      {"language", article.language},
                                      {"body", article.body}};
    return line.dump() + '\n';
}

std::string page_text(const Article& article)
{
    return article.title + "\n\nBy " + article.byline.front() + "\n\n" + to_string(*article.date) +
           "\n\n" + article.body + "\n\n" + article.url + "\n";
}

}  // namespace dateline::benchmarks
