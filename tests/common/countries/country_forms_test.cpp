#include "common/countries/country_forms.hpp"

#include "common/country.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <map>
#include <set>
#include <string>
#include <vector>

using namespace dateline;

namespace {

/// The members of the United Nations, and the Holy See, Palestine, Kosovo and Taiwan.
constexpr std::string_view kStates =
    "AD AE AF AG AL AM AO AR AT AU AZ BA BB BD BE BF BG BH BI BJ BN BO BR BS BT BW BY BZ CA CD CF "
    "CG CH CI CL CM CN CO CR CU CV CY CZ DE DJ DK DM DO DZ EC EE EG ER ES ET FI FJ FM FR GA GB GD "
    "GE GH GM GN GQ GR GT GW GY HN HR HT HU ID IE IL IN IQ IR IS IT JM JO JP KE KG KH KI KM KN KP "
    "KR KW KZ LA LB LC LI LK LR LS LT LU LV LY MA MC MD ME MG MH MK ML MM MN MR MT MU MV MW MX MY "
    "MZ NA NE NG NI NL NO NP NR NZ OM PA PE PG PH PK PL PS PT PW PY QA RO RS RU RW SA SB SC SD SE "
    "SG SI SK SL SM SN SO SR SS ST SV SY SZ TD TG TH TJ TL TM TN TO TR TT TV TW TZ UA UG US UY UZ "
    "VA VC VE VN VU WS XK YE ZA ZM ZW";

std::vector<std::string> parts_of(std::string_view list, char separator)
{
    std::vector<std::string> parts(1);
    for (const char c : list) {
        if (c == separator) {
            parts.emplace_back();
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

/// Calls `use` with the codes and the forms of every row of a language.
template <class Use>
void for_each_row(const LanguageForms& language, Use use)
{
    for (const CountryForms& row : language.countries) {
        for (const std::string_view forms : {row.names, row.demonyms, row.capitals}) {
            if (!forms.empty()) { use(row.codes, forms); }
        }
    }
    for (const PlaceForms& row : language.places) { use(row.codes, row.forms); }
}

}  // namespace

TEST_SUITE("common/countries/country_forms")
{
    TEST_CASE("every state has an English name, a demonym and a capital")
    {
        struct Kinds {
            bool name = false;
            bool demonym = false;
            bool capital = false;
        };
        std::map<std::string, Kinds> found;
        for (const CountryForms& row : country_languages().front()->countries) {
            for (const std::string& code : parts_of(row.codes, ',')) {
                found[code].name |= !row.names.empty();
                found[code].demonym |= !row.demonyms.empty();
                found[code].capital |= !row.capitals.empty();
            }
        }
        const auto states = parts_of(kStates, ' ');
        CHECK(states.size() == 197);
        for (const std::string& state : states) {
            CAPTURE(state);
            CHECK(found[state].name);
            CHECK(found[state].demonym);
            CHECK(found[state].capital);
        }
    }

    TEST_CASE("the codes of all tables are codes of countries")
    {
        for (const LanguageForms* language : country_languages()) {
            CAPTURE(std::string{language->language});
            for_each_row(*language, [](std::string_view codes, std::string_view forms) {
                CAPTURE(std::string{forms});
                const auto list = parts_of(codes, ',');
                CHECK(list.size() <= 5);
                for (const std::string& code : list) {
                    if (code.empty() || code == "-") { continue; }
                    CAPTURE(code);
                    CHECK(country_name(code) != code);
                }
            });
        }
    }

    TEST_CASE("forms are not empty, are clean text, and their endings are in the table")
    {
        for (const LanguageForms* language : country_languages()) {
            CAPTURE(std::string{language->language});
            std::set<std::string> marks;
            for (const FormEndings& row : language->endings) { marks.emplace(row.mark); }
            for_each_row(*language, [&](std::string_view, std::string_view forms) {
                for (const std::string& form : parts_of(forms, '|')) {
                    CAPTURE(form);
                    CHECK_FALSE(form.empty());
                    CHECK(clean_text(form).text == form);
                    const std::size_t mark = form.find('~');
                    if (mark != std::string::npos) { CHECK(marks.contains(form.substr(mark))); }
                    CHECK(form.find(',', 1) == std::string::npos);
                    CHECK(form.find('=', 1) == std::string::npos);
                }
            });
        }
    }

    TEST_CASE("the former states have words in the languages of their neighbours")
    {
        for (const LanguageForms* language : country_languages()) {
            CAPTURE(std::string{language->language});
            for (const char* code : {"SU", "YU", "CS", "DD"}) {
                CAPTURE(std::string{code});
                CHECK(std::any_of(language->countries.begin(), language->countries.end(),
                                  [code](const CountryForms& row) { return row.codes == code; }));
            }
        }
    }

    TEST_CASE("languages are named once, English first")
    {
        const auto languages = country_languages();
        REQUIRE_FALSE(languages.empty());
        CHECK(languages.front()->language == "en");
        std::set<std::string_view> names;
        for (const LanguageForms* language : languages) { names.insert(language->language); }
        CHECK(names.size() == languages.size());
    }
}
