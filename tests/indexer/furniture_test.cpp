#include "indexer/furniture.hpp"

#include "common/schema/article.hpp"
#include "indexer/picture_credit.hpp"
#include "indexer/stated_label.hpp"

#include <doctest/doctest.h>
#include <string>

using namespace dateline::indexer;

TEST_SUITE("indexer/furniture")
{
    TEST_CASE("furniture is told by its opening and its length")
    {
        const struct {
            std::string line;
            bool furniture;
        } cases[] = {
            {"Related article: How the harbour was won", true},
            {"READ MORE: Ten things to know", true},
            {"  Lea también: Diez claves", true},
            {"Leia mais", true},
            {"Читайте также: Как это было", true},
            {"2 min read", true},
            {"Gesamtlesezeit: 4 Minuten", true},
            {"Reading time: 4 minutes", true},
            {"Tempo de leitura: 2 min", true},
            {"Photo: Ann Lee", true},
            {"Foto: Ann Lee / EFE", true},
            {"© Evening Wire 2024", true},
            {"Editing: Bo Roe", true},
            {"(Reporting by Ann Lee; editing by Bo Roe)", true},
            {"Leave a Reply", true},
            {"Your email address will not be published. Required fields are marked *", true},
            {"Share on Facebook", true},
            {"Share", true},
            {"Comments (12)", true},
            {"Advertisement", true},
            {":: What else happened ::", true},
            {"::What else happened::", true},
            {"", false},
            {"::", false},
            {"Ministers met.", false},
            {"Shares fell on Monday", false},
            {"Share prices of the two banks fell on Monday", false},
            {"Comments by the minister raised questions", false},
            {"Photographs of the meeting", false},
            {"Copyright law is to change", false},
            {"FOR IMMEDIATE RELEASE", true},
            {"Lo más leído:", false},
            {"LEA TAMBIÉN: Diez claves", true},
            {"ЧИТАЙТЕ ТАКЖЕ: Как это было", true},
            {"Home > World > Americas", true},
            {"Inicio / Economía", true},
            {"Home prices > rents", false},
            {"rcm/jlp", true},
            {"MCV // JPS", true},
            {"either/or of it", false},
            {"Our wire’s Iris Tan contributed to this report.", true},
            {"She contributed to the talks.", false},
            {"###", true},
            {"Closed shops", false},
            {"FILE - A boat leaves the pier of Kotor, May 3, 2019.", true},
            {"Файл не найден.", false},
            {"Просмотров: 1243", true},
            {"Ouvir texto", true},
            {"Keep reading", true},
            {"list 2 of 3Why the lake is growing", true},
            {"A list of 3 demands was read", false},
            {"Some information for this report came from Reuters.", true},
            {"Ann Lee / POOL / TASS", true},
            {"Igor Vetrov/Getty Images", true},
            {"Lima / Callao", false},
            {"Either Ann / or Bo", false},
            {"(Source: Port of Alat)", true},
            {"More than a hundred boats left", false},
            {"Más de cien barcos zarparon", false},
            {"End of an era in Kotor", false},
            {"Breaking news of the storm reached Lima", false},
            {"Ao assinar o acordo, o ministro sorriu.", false},
            {"Главный редактор газеты подал в отставку", false},
            {"Compartir en Facebook", true},
            {"Comparte el escenario con su hermana.", false},
            {"Sigue a la espera de una respuesta.", false},
            {"Join us on Saturday at the harbour.", false},
            {"Перевела деньги мошенникам", false},
            {"A 2 min read of the law took an hour in the chamber, members said later that day",
             false},
            {"By Ann Lee | 2 min read", false},
            {"Read more: " + std::string(300, 'x'), false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.line);
            CHECK(is_furniture(c.line) == c.furniture);
        }
        CHECK(heads_list("Lo más leído:"));
        CHECK(heads_list("Related Topics"));
        CHECK_FALSE(heads_list("Related questions were asked"));
    }

    TEST_CASE("everyday sentences are text, though furniture begins like them")
    {
        const struct {
            std::string line;
            bool furniture;
        } cases[] = {
            {"Related topics were discussed at the summit on Friday.", false},
            {"Read more books, the president told the pupils.", false},
            {"By continuing to bomb the city, the army hopes to break it.", false},
            {"For more information the police turned to the neighbours.", false},
            {"Reporting by the BBC found that ministers had lied.", false},
            {"Writing by hand is taught again in Sweden.", false},
            {"Filed under seal, the complaint names two ministers.", false},
            {"Posted in the north, the soldiers saw little of the war.", false},
            {"Sign up for the army, he told the crowd.", false},
            {"Why not follow the example of Chile?", false},
            {"This post was originally held by Ana Duarte.", false},
            {"File: the ministry has opened twelve of them this year.", false},
            {"Some information in this report is wrong, the minister said.", false},
            {"For more on this, I am joined by our correspondent.", false},
            {"The opinions expressed in this letter are mine, he wrote.", false},
            {"This article was amended in 1999 to allow re-election.", false},
            {"This article is part of the constitution.", false},
            {"An earlier version of this law was vetoed by President Ana Duarte in May.", false},
            {"A previous version of this treaty was never signed.", false},
            {"Join our fight, Orlov told the crowd in Caracas on Friday.", false},
            {"Follow him on this road, she said.", false},
            {"Get the latest weapons to Kyiv now, the minister said.", false},
            {"We and our partners will not accept this, the president said.", false},
            {"Get the apparatus out of the building, the police said.", false},
            {"Become a member of the union, they were told.", false},
            {"Media contacts at the ministry said nothing.", false},
            {"Listen: I never said that.", false},
            {"Like us on the coast, the farmers have no water.", false},
            {"Lee también viajó a Lima el martes.", false},
            {"Lea más libros, pidió el ministro.", false},
            {"Queda prohibida la venta de alcohol durante las elecciones.", false},
            {"Escucha el clamor del pueblo, pidió Guaidó.", false},
            {"Con la colaboración de Interpol, la policía detuvo a tres hombres.", false},
            {"Las opiniones expresadas por el ministro causaron un escándalo.", false},
            {"Recibe las últimas armas de Rusia el ejército.", false},
            {"Sigue toda la noche el bombardeo de la ciudad.", false},
            {"Visita nuestro país el presidente de Rusia.", false},
            {"Conforme a los criterios del juez, no hubo delito.", false},
            {"Ayúdanos a salir de aquí, pidió el minero.", false},
            {"Únete a nuestro pueblo, dijo Maduro.", false},
            {"Mira: yo no firmé nada.", false},
            {"Conoce más de diez países.", false},
            {"Apoie a Ucrânia, pediu Zelensky em Kiev.", false},
            {"Apoie o acordo, disse Lula a Maduro.", false},
            {"Assine o acordo, disse Lula a Maduro.", false},
            {"Siga a lei, pediu o juiz.", false},
            {"Receba as tropas, pediu o governador.", false},
            {"Ouça o povo, pediu o bispo.", false},
            {"As opiniões expressas pelo ministro causaram escândalo.", false},
            {"Quer receber o presidente russo em Brasília.", false},
            {"Ao se cadastrar, eleitores recebem um número.", false},
            {"Следите за руками, сказал фокусник.", false},
            {"Присоединяйтесь к нам, сказал президент.", false},
            {"Выделите деньги, попросил губернатор.", false},
            {"Если вы заметили, цены снова выросли.", false},
            {"Главный редактор: мы не закроемся.", false},
            {"Нашли ошибку в документах прокуроры.", false},
            {"Сайт использует оппозиция для связи.", false},
            {"Вступайте в армию, призывал плакат.", false},
            {"Полное или частичное затмение увидят жители Сибири.", false},
            {"Читайте в школе больше, сказал министр.", false},
            {"An earlier version of this article gave a wrong date.", true},
            {"Join our newsletter and never miss a thing.", true},
            {"We and our partners use cookies.", true},
            {"Read more: Ten things to know.", true},
            {"READ MORE Putin and Maduro meet in Caracas", true},
            {"Apoie o jornalismo independente.", true},
            {"Recibe las últimas noticias en tu correo.", true},
            {"Если вы заметили ошибку, выделите её мышью.", true},
            {"Get the latest news in your inbox.", true},
            {"For more information, visit www.example.org.", true},
            {"Leia mais: Dez pontos para entender.", true},
            {"The views expressed in this article are her own.", true},
        };
        for (const auto& c : cases) {
            CAPTURE(c.line);
            CHECK(is_furniture(c.line) == c.furniture);
        }
    }

    TEST_CASE("some lines are furniture only where nothing follows")
    {
        CHECK(is_foot_furniture("The opinions expressed in this letter are the author's."));
        CHECK(is_foot_furniture("Reporting by Ann Lee in Lima; Editing by Bo Roe"));
        CHECK(is_foot_furniture("Главный редактор: Зимин П. А."));
        CHECK_FALSE(is_foot_furniture("Read more books."));
        CHECK_FALSE(is_foot_furniture(""));
    }

    TEST_CASE("everyday words by themselves are text where somebody says them, and in records")
    {
        const struct {
            std::string line;
            bool page;
            bool record;
        } cases[] = {
            {"Help", true, false},
            {"Help!", false, false},
            {"More.", false, false},
            {"LIVE", true, false},
            {"Premium", true, false},
            {"Back.", false, false},
            {"Advertisement", true, true},
            {"Loading...", true, true},
            {"Copy link", true, true},
            {"Más", true, false},
            {"Срочно", true, false},
            {"Contact", true, false},
            {"Editor: lw", true, true},
            {"Editor: Ann Lee", true, true},
            {"Editor: The piano was mine.", false, false},
        };
        for (const auto& c : cases) {
            CAPTURE(c.line);
            CHECK(is_furniture(c.line) == c.page);
            CHECK(is_furniture(c.line, true) == c.record);
        }
    }

    TEST_CASE("a picture's credit is cut off its caption")
    {
        const struct {
            std::string line;
            std::string caption;
        } cases[] = {
            {"Two ministers in Lima. **A. Lee / POOL / WIRE**", "Two ministers in Lima."},
            {"Two ministers (Photo by Ann Lee)", "Two ministers"},
            {"Two ministers [Foto: EFE]", "Two ministers"},
            {"**A. Lee / WIRE**", ""},
            {"They met in Lima. Photo: J. Gil / EFE", "They met in Lima."},
            {"They met in Lima on Monday. Photo: AP. They will meet again in Caracas on Friday.",
             "They met in Lima on Monday. Photo: AP. They will meet again in Caracas on Friday."},
            {"**What comes next**", "**What comes next**"},
            {"He said **never** and meant **it**", "He said **never** and meant **it**"},
            {"Two ministers (and a photo)", "Two ministers (and a photo)"},
            {"**", "**"},
            {"****", "****"},
            {")", ")"},
        };
        for (const auto& c : cases) {
            CAPTURE(c.line);
            CHECK(without_credit(c.line) == c.caption);
        }
    }

    TEST_CASE("furniture is kept a line each, and not without end")
    {
        std::string all;
        add_furniture(all, "  2 min read ");
        add_furniture(all, "2 min read");
        add_furniture(all, "");
        add_furniture(all, "read");
        add_furniture(all, "Share");
        CHECK(all == "2 min read\nread\nShare");
        for (int i = 0; i < 4000; ++i) { add_furniture(all, "é" + std::to_string(i)); }
        CHECK(all.size() <= dateline::kMostFurniture);
        CHECK(all.size() + 8 > dateline::kMostFurniture);
        std::string cut;
        add_furniture(cut, "a" + std::string(dateline::kMostFurniture - 2, ' ') + "éé");
        CHECK(cut == "a");
    }

    TEST_CASE("labels state a source, a URL, a title")
    {
        CHECK(stated_source("Source: Evening Wire") == "Evening Wire");
        CHECK(stated_source("Fonte : Correio") == "Correio");
        CHECK(stated_source("来源：长河") == "长河");
        CHECK(stated_source("Sources said so").data() == nullptr);
        CHECK(stated_source("Source code: free").data() == nullptr);
        CHECK(stated_url("Original url:").data() != nullptr);
        CHECK(stated_url("Original url:").empty());
        CHECK(stated_url("URL: https://example.org") == "https://example.org");
        CHECK(stated_title("Title: A Day in Lima") == "A Day in Lima");
        CHECK(stated_title("Title fight ends").data() == nullptr);
    }
}
