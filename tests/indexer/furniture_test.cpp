#include "indexer/furniture.hpp"

#include "common/schema/article.hpp"

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
        CHECK(is_section_name("Latin America"));
        CHECK(is_section_name("POLÍTICA") == false);  // only ASCII letters stand for both cases
        CHECK(is_section_name("Política"));
        CHECK_FALSE(is_section_name("World leaders"));
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
