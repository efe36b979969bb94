#include "common/text/utf8.hpp"
#include "indexer/detect/detector.hpp"

#include <algorithm>
#include <doctest/doctest.h>
#include <set>
#include <string>
#include <vector>

using namespace dateline;
using indexer::TokenizedArticle;

namespace dateline::indexer {
extern const Detector countries_detector;
}

namespace {

std::vector<Mention> countries_in(const Article& article, std::vector<Mention> mentions = {})
{
    TokenList title;
    TokenList body;
    if (!article.title_derived) { tokenize(article.title, title); }
    tokenize(article.body, body);
    indexer::countries_detector.detect(TokenizedArticle{article, title, body}, mentions);
    return mentions;
}

Article article_of(std::string body, std::string language = "en")
{
    Article article;
    article.id = "test/1";
    article.body = std::move(body);
    article.language = std::move(language);
    return article;
}

/// The codes found in an article, in alphabetical order, with blanks between.
std::string codes_in(const Article& article)
{
    std::set<std::string> codes;
    for (const Mention& mention : countries_in(article)) { codes.insert(mention.value); }
    std::string list;
    for (const std::string& code : codes) { list += (list.empty() ? "" : " ") + code; }
    return list;
}

/// A person's name in the body, as the people detector would mark it.
Mention person(const Article& article, std::string_view name)
{
    const auto begin = static_cast<std::uint32_t>(article.body.find(name));
    return {.field = FieldId::Person,
            .where = FieldId::Body,
            .begin = begin,
            .end = begin + static_cast<std::uint32_t>(name.size()),
            .value = std::string{name},
            .text = std::string{name},
            .rule = "test"};
}

void check_spans(const Article& article)
{
    for (const Mention& mention : countries_in(article)) {
        const std::string& text = mention.where == FieldId::Title ? article.title : article.body;
        const bool inside = mention.begin < mention.end && mention.end <= text.size();
        const bool whole = character_border(text, mention.begin) == mention.begin &&
                           character_border(text, mention.end) == mention.end;
        if (inside && whole && !mention.value.empty() && !mention.rule.empty() &&
            text.substr(mention.begin, mention.end - mention.begin) == mention.text) {
            continue;
        }
        FAIL("wrong span " << mention.begin << " to " << mention.end);
    }
}

}  // namespace

TEST_SUITE("indexer/detect/countries")
{
    TEST_CASE("English words of a country stand for it")
    {
        const struct {
            std::string text;
            std::string codes;
        } cases[] = {
            // names
            {"Venezuela and Russia signed it.", "RU VE"},
            {"The harvest in Chad failed.", "TD"},
            {"Türkiye and Turkiye are one, and so is Turkey.", "TR"},
            {"Côte d'Ivoire is also called Ivory Coast.", "CI"},
            {"Cote d\u2019Ivoire won.", "CI"},
            {"Guinea-Bissau voted.", "GW"},
            {"Guinea voted.", "GN"},
            {"Equatorial Guinea voted.", "GQ"},
            {"Papua New Guinea voted.", "PG"},
            {"Bosnia and Herzegovina, or Bosnia-Herzegovina.", "BA"},
            {"Trinidad & Tobago bowled first.", "TT"},
            {"São Tomé and Príncipe is small.", "ST"},
            {"The Netherlands, once called Holland.", "NL"},
            {"In Myanmar, formerly Burma.", "MM"},
            {"The Democratic Republic of the Congo borders Rwanda.", "CD RW"},
            {"The Republic of the Congo has oil.", "CG"},
            {"Zaire and Congo are neighbours.", "CD"},
            {"Congo and its capital Brazzaville.", "CG"},
            {"Congolese troops crossed the river.", "CD"},
            {"North Korea fired a rocket.", "KP"},
            {"Korea is known for its ships.", "KR"},
            {"North Korea said that Korea is one.", "KP"},
            {"N. Korea and S. Korea met.", "KP KR"},
            {"Republic of Ireland and Northern Ireland.", "GB IE"},
            {"Niger and Nigeria share a border.", "NE NG"},
            {"Dominica is not the Dominican Republic.", "DM DO"},
            {"El Salvador, Cape Verde and East Timor.", "CV SV TL"},
            {"South Sudan left Sudan.", "SD SS"},
            {"American Samoa is not Samoa.", "AS WS"},
            {"Kosovo, Taiwan and Hong Kong.", "HK TW XK"},
            {"The Gaza Strip and the West Bank.", "PS"},
            {"The Vatican replied.", "VA"},
            // abbreviations
            {"The U.S. and the U.K. agreed.", "GB US"},
            {"The US and the UK agreed.", "GB US"},
            {"Give it to us, he said.", ""},
            {"The USA won.", "US"},
            {"The U.S.-led talks in the UAE.", "AE US"},
            {"The bill was US$ 50.", ""},
            {"Troops left the DRC.", "CD"},
            // demonyms
            {"A Venezuelan minister met two Brazilians.", "BR VE"},
            {"Dutch farmers and Danish sailors.", "DK NL"},
            {"A Frenchman and three Englishwomen.", "FR GB"},
            {"The Poles, the Finns and the Danes.", "DK FI PL"},
            {"South Korean cars.", "KR"},
            {"North Koreans fled.", "KP"},
            {"South African mines.", "ZA"},
            {"Nigerien and Nigerian soldiers.", "NE NG"},
            {"Equatorial Guinean oil.", "GQ"},
            {"A Papua New Guinean choir.", "PG"},
            {"A non-Russian crew on a Greek-owned ship.", "GR RU"},
            {"Sri Lankans voted.", "LK"},
            {"A Dominican pitcher.", "DO"},
            {"Dominica said that a Dominican sailor drowned off Dominica.", "DM"},
            {"Sino-Indian trade.", "CN IN"},
            // capitals, cities, metonyms, states
            {"He flew from Caracas to Tehran.", "IR VE"},
            {"Talks in Kyiv, formerly spelled Kiev.", "UA"},
            {"N'Djamena was calm.", "TD"},
            {"St. George's was flooded.", "GD"},
            {"St. George killed the dragon.", ""},
            {"Malé is low; Male voters are few.", "MV"},
            {"The mayor of Istanbul visited Osaka.", "JP TR"},
            {"St. Petersburg and Novosibirsk froze.", "RU"},
            {"The Kremlin and the White House were silent.", "RU US"},
            {"The white house on the hill burned.", ""},
            {"Downing Street, the Elysee and the Bundestag.", "DE FR GB"},
            {"From Miraflores and from Planalto.", "BR VE"},
            {"The Knesset sat late.", "IL"},
            {"The Pentagon and the Fed.", "US"},
            {"A storm hit Texas and Ohio.", "US"},
            {"Scotland and Wales played England.", "GB"},
            {"Chechnya and Crimea.", "RU UA"},
            {"Quebec voted; so did Bavaria.", "CA DE"},
            // former states
            {"The Soviet Union, or USSR, fell.", "SU"},
            {"A Soviet diplomat.", "SU"},
            {"East Germany and West Germany.", "DD DE"},
            {"East Berlin and West Berlin.", "DD DE"},
            {"Yugoslavia and Czechoslovakia.", "CS YU"},
            {"The Former Yugoslav Republic of Macedonia.", "MK"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(codes_in(article_of(c.text)) == c.codes);
        }
    }

    TEST_CASE("what only sounds like a country is none, or another one")
    {
        const struct {
            std::string text;
            std::string codes;
        } cases[] = {
            // masks
            {"New Mexico is dry.", "US"},
            {"Mexico is dry.", "MX"},
            {"A spill in the Gulf of Mexico.", ""},
            {"A Latin American summit on South America.", ""},
            {"North America and Central America.", ""},
            {"America voted.", "US"},
            {"Bank of America rose.", ""},
            {"African Americans and Native Americans.", "US"},
            {"The Indian Ocean and the South China Sea.", ""},
            {"The English Channel and the Sea of Japan.", ""},
            {"The Persian Gulf, the Gulf of Oman and the Gulf of Guinea.", ""},
            {"Oil from the Niger Delta.", "NG"},
            {"Fish of Lake Chad and of the Jordan River.", ""},
            {"New Guinea has birds; guinea pigs do not fly.", ""},
            {"New England and New South Wales.", "AU US"},
            {"British Columbia is not British.", "CA GB"},
            {"The Paris Club met; so did the Paris Agreement's friends.", ""},
            {"The Geneva Conventions and the Kyoto Protocol.", ""},
            {"The Uruguay round of trade talks.", ""},
            {"The Washington Post and the New York Times.", ""},
            {"The Moscow Times wrote.", ""},
            {"French fries, Turkish delight and Swiss cheese.", ""},
            {"A German shepherd and a Great Dane.", ""},
            {"The Irish Republican Army.", ""},
            {"West Indian cricket and the East India Company.", ""},
            {"Polish your shoes, polish them well.", ""},
            {"Turkey breast and roast turkey.", ""},
            {"A turkey and some china in chile sauce.", ""},
            {"Young Turks.", ""},
            {"Papers from Hongkong and Shanghai Banking Corp.", "HK"},
            // languages
            {"She spoke in English.", ""},
            {"She wrote in French and German.", ""},
            {"It was translated into Russian.", ""},
            {"The Spanish-language station.", ""},
            {"French-speaking provinces.", ""},
            {"He speaks Chinese well.", ""},
            {"She learned English so she could drive.", ""},
            {"English literature and the Dutch language.", ""},
            {"In French politics, nothing is new.", "FR"},
            {"They invested in German and French banks.", "DE FR"},
            {"A fall in Chinese exports.", "CN"},
            // Georgia
            {"Georgia and its capital Tbilisi.", "GE"},
            {"Russia attacked Georgia.", "GE RU"},
            {"Georgia was hit; Florida and Alabama were spared.", "US"},
            {"In Atlanta, Georgia votes were counted.", "US"},
            {"Georgia signed.", "GE"},
            {"Georgian wine.", "GE"},
            {"He went to Georgia Tech.", "US"},
            {"Tbilisi said that Georgia had friends in Texas, and Georgia had none in Baku.",
             "AZ GE US"},
            // names of people and streets
            {"Mr. Jordan met Mrs. England and Dr. Chad.", ""},
            {"Jordan met England.", "GB JO"},
            {"A fire on Dublin Road in Guernsey County.", ""},
            // places abroad with the same name
            {"Moscow, Idaho, and Paris, Texas.", "US"},
            {"A man from Lebanon, Tenn., and one from Lima, Ohio.", "US"},
            {"Born in Hyderabad, Pakistan.", "PK"},
            {"Born in Hyderabad, India.", "IN"},
            {"Born in Valencia, Venezuela.", "VE"},
            {"London, Ontario", "CA"},
            {"Visits to Canada, Mexico, Texas and Cuba.", "CA CU MX US"},
            {"Portland, Ore. and Gary, Ind. were named.", "US"},
            {"Caracas, La Guaira and Ind, a name.", "VE"},
            // cities that several countries have
            {"Tripoli was shelled.", "LY"},
            {"Lebanon sent troops to Tripoli; Lebanese ships followed.", "LB"},
            {"The storm reached Kingston.", ""},
            {"Jamaica was hit; Kingston flooded.", "JM"},
            {"San Jose hosted it.", "US"},
            {"Costa Rica hosted it in San Jose.", "CR"},
            {"A quake in Santiago.", "CL"},
            {"A quake in Kashmir.", ""},
            {"Pakistan spoke of Kashmir.", "PK"},
            // too small
            {"venezuela is not written so", ""},
            {"The uk and the drc.", ""},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(codes_in(article_of(c.text)) == c.codes);
        }
    }

    TEST_CASE("other languages have their own words, in their cases")
    {
        const struct {
            std::string language;
            std::string text;
            std::string codes;
        } cases[] = {
            {"es", "El presidente venezolano viajó a Rusia.", "RU VE"},
            {"es", "Estados Unidos y la Unión Soviética firmaron.", "SU US"},
            {"es", "EE.UU. y el Reino Unido.", "GB US"},
            {"es", "La Casa Blanca negó la noticia desde Pekín.", "CN US"},
            {"es", "Habló en inglés de América Latina.", ""},
            {"es", "La Reunión con Mauricio tuvo otros fines.", ""},
            {"es", "Las argentinas ganaron en Nueva York.", "AR US"},
            {"es", "San Luis Potosí queda lejos de Potosí.", "BO MX"},
            {"pt", "O governo brasileiro negociou com a Alemanha e os EUA.", "BR DE US"},
            {"pt", "A Coreia do Norte e os sul-coreanos.", "KP KR"},
            {"pt", "A Reunião foi no Hospital Sírio-Libanês.", ""},
            {"fr", "Les États-Unis et la Russie ont signé à Genève.", "CH RU US"},
            {"fr", "Le ministre français s'est rendu en Côte d'Ivoire.", "CI FR"},
            {"fr", "L'Élysée a parlé d'Israël et des Néerlandais.", "FR IL NL"},
            {"fr", "Un discours en anglais en Amérique latine.", ""},
            {"de", "Die russische Regierung traf Franzosen in Wien.", "AT FR RU"},
            {"de", "Die Vereinigten Staaten und die DDR.", "DD US"},
            {"de", "Er sprach auf Deutsch.", ""},
            {"ru", "Россия и Украина; переговоры в России с Украиной.", "RU UA"},
            {"ru", "Президент США прибыл в Москву из Венесуэлы.", "RU US VE"},
            {"ru", "Российские и китайские военные, американцы и немцы.", "CN DE RU US"},
            {"ru", "Он говорил на английском языке.", ""},
            {"ru", "Страны Латинской Америки.", ""},
            {"ru", "В Белом доме и в Кремле.", "RU US"},
            {"ar", "وروسيا والصين", "CN RU"},
            {"ar", "في الولايات المتحدة وللسعودية", "SA US"},
            {"ar", "الرئيس الفرنسي في القاهرة", "EG FR"},
            {"zh", "中国和俄罗斯签署协议", "CN RU"},
            {"zh", "内蒙古草原", "CN"},
            {"it", "La Germania e gli Stati Uniti.", "DE US"},
            {"sv", "Tyskland och Frankrike.", "DE FR"},
            {"pl", "Francja i Hiszpania.", "ES FR"},
            {"uk", "Україна і Польща.", "PL UA"},
            {"tr", "Almanya ve Fransa.", "DE FR"},
            // English names are written everywhere, English demonyms are words there
            {"es", "Venezuela y New York", "US VE"},
            {"de", "German ist ein Vorname in Caracas.", "VE"},
            // an unknown language is taken for English
            {"und", "The Venezuelan minister.", "VE"},
            {"", "The Venezuelan minister.", "VE"},
            {"xx", "The Venezuelan minister.", "VE"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.language);
            CAPTURE(c.text);
            CHECK(codes_in(article_of(c.text, c.language)) == c.codes);
        }
    }

    TEST_CASE("a mention says where it stands, as written, and which rule found it")
    {
        const struct {
            std::string body;
            std::uint32_t begin;
            std::string text;
            std::string value;
            std::string rule;
        } cases[] = {
            {"In Russia's east", 3, "Russia", "RU", "name"},
            {"In Russia\u2019s east", 3, "Russia", "RU", "name"},
            {"the U.S.'s east", 4, "U.S.", "US", "name"},
            {"the NEW\nZEALAND team", 4, "NEW\nZEALAND", "NZ", "name"},
            {"some Venezuelans", 5, "Venezuelans", "VE", "demonym"},
            {"in Sana'a now", 3, "Sana'a", "YE", "capital"},
            {"in St. John's now", 3, "St. John's", "AG", "capital"},
            {"in São Paulo now", 3, "São Paulo", "BR", "city"},
            {"the Kremlin's view", 4, "Kremlin", "RU", "metonym"},
            {"in New Mexico's hills", 3, "New Mexico", "US", "state"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.body);
            const auto mentions = countries_in(article_of(c.body));
            REQUIRE(mentions.size() == 1);
            CHECK(mentions[0].field == FieldId::Country);
            CHECK(mentions[0].where == FieldId::Body);
            CHECK(mentions[0].begin == c.begin);
            CHECK(mentions[0].end == c.begin + c.text.size());
            CHECK(mentions[0].text == c.text);
            CHECK(mentions[0].value == c.value);
            CHECK(mentions[0].rule == c.rule);
        }
    }

    TEST_CASE("titles are searched, in capitals too, and decide with the body")
    {
        Article article = article_of("Tbilisi sent a note.");
        article.title = "GEORGIA TELLS US AND UK TO WAIT";
        const auto mentions = countries_in(article);
        REQUIRE(mentions.size() == 3);
        CHECK(mentions[0].where == FieldId::Title);
        CHECK(mentions[0].text == "GEORGIA");
        CHECK(mentions[0].value == "GE");
        CHECK(mentions[1].text == "UK");
        CHECK(mentions[2].where == FieldId::Body);

        article.title_derived = true;
        CHECK(countries_in(article).size() == 1);
    }

    TEST_CASE("words of people's names are passed over")
    {
        const Article article = article_of("Chad Israel, Jordan and Paris Jordan left Chad.");
        CHECK(codes_in(article) == "FR IL JO TD");
        const auto mentions = countries_in(
            article, {person(article, "Paris Jordan"), person(article, "Chad Israel")});
        REQUIRE(mentions.size() == 4);
        CHECK(mentions[2].text == "Jordan");
        CHECK(mentions[2].begin == article.body.find("Jordan and"));
        CHECK(mentions[3].text == "Chad");
        CHECK(mentions[3].begin == article.body.find("Chad."));

        // One that only begins inside a form is part of the name as well.
        const Article other = article_of("The South Korea Kim.");
        CHECK(countries_in(other, {person(other, "Korea Kim")}).size() == 1);

        // But a place of several words that was taken for a name is a place.
        CHECK(countries_in(other, {person(other, "South Korea")}).size() == 2);
    }

    TEST_CASE("former states had their capitals while they lasted")
    {
        const struct {
            std::string text;
            std::chrono::year_month_day day;
            std::string codes;
        } cases[] = {
            {"The talks in Moscow failed.", std::chrono::year{1987} / 3 / 1, "SU"},
            {"The talks in Moscow failed.", std::chrono::year{1991} / 12 / 26, "RU"},
            {"The talks in Moscow failed.", std::chrono::year{2024} / 3 / 1, "RU"},
            {"The talks in Prague failed.", std::chrono::year{1963} / 3 / 1, "CS"},
            {"Belgrade and the Kremlin agreed.", std::chrono::year{1963} / 3 / 1, "SU YU"},
            {"Serbia's Belgrade, Serbs in Belgrade.", std::chrono::year{1991} / 3 / 1, "RS"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            Article article = article_of(c.text);
            article.date = Date{std::chrono::sys_days{c.day}, Precision::Day};
            CHECK(codes_in(article) == c.codes);
        }
    }

    TEST_CASE("a name does not reach over a paragraph or a comma")
    {
        const struct {
            std::string text;
            std::string codes;
        } cases[] = {
            {"They went South\n\nKorea followed.", "KR"},
            {"To the North, Korea waits.", "KR"},
            {"She is new. Zealand is an island.", ""},
            {"South\nKorea", "KR"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.text);
            CHECK(codes_in(article_of(c.text)) == c.codes);
        }
        CHECK(countries_in(article_of("To the North, Korea waits."))[0].text == "Korea");
    }

    TEST_CASE("hostile texts give no wrong spans")
    {
        const auto repeated = [](std::string_view part, std::size_t times) {
            std::string text;
            for (std::size_t i = 0; i < times; ++i) { text += part; }
            return text;
        };
        const std::string cases[] = {
            "",
            " ",
            std::string(10'000'000, 'A'),
            repeated("U.S.", 50'000),
            repeated("SOUTH ", 50'000),
            repeated("Democratic People's Republic of ", 10'000),
            repeated("Moscow, ", 50'000),
            repeated("Georgia, ", 50'000),
            repeated("in English and ", 30'000),
            repeated("'s", 50'000),
            repeated("St. John's", 30'000),
            std::string(100'000, '('),
            repeated("\u0301", 50'000),
            repeated("中国", 20'000),
            repeated("Russia\u2019s", 20'000),
            "\u202ERussia\u202C \u00ADRus\u00ADsia\u00AD's",
            "China\uFFFDChina",
        };
        for (const std::string& text : cases) {
            CAPTURE(text.substr(0, 20));
            for (const char* language : {"en", "es", "zh"}) {
                if (text.size() > 1'000'000 && language != std::string{"en"}) { continue; }
                Article article = article_of(text, language);
                if (text.size() < 1000) { article.title = text; }
                check_spans(article);
            }
        }
    }
}
