#include "benchmarks/corpus_lists.hpp"

#include <array>

namespace dateline::benchmarks {
namespace {

constexpr auto kEnglishHeadlines = std::to_array<std::string_view>({
    "%c and %c Sign Accord in %p",
    "%t %s Meets %t %s in %p",
    "%s: %w",
    "%c's %w",
    "Thousands Gather in %p as %s Leaves Office",
    "%f Ships Wait off %c",
});

constexpr auto kEnglishSentences = std::to_array<std::string_view>({
    "The %w, %t %n said on %k.",
    "\"%w and %w,\" said %s, who was in %p for the talks.",
    "%t %n of %c and %t %n of %c met in %p on %d.",
    "It was the first %w since %d, when %c withdrew its %w.",
    "%s's %w, however, %w the %w of %c.",
    "In %c the %w rose by %f percent to $%f,000,000.",
    "According to the ministry, %f people in %c %w.",
    "\"We aren't %w,\" %t %s told reporters, \"and we won't %w until %c does.\"",
    "The %w that %n had promised in %p never came, and %w.",
    "But %w, %w, and %w.",
    "%c's parliament will vote on %d; %s expects %w.",
    "The U.N. and the U.S. have asked %c for %w.",
});

constexpr CorpusLanguage kEnglish{
    .code = "en",
    .share = 80,
    .words =
        "the of to and in a for on that with was by as from at has its were not have said his but "
        "be it is an their after would had which will been he who they more two than over last "
        "this about first new also could one against other year up when all some into out while "
        "between three her before government years people under during most since until "
        "because no she only many told there week may if such state second being now four where "
        "talks down made security still former both group police set foreign month "
        "deal law time court vote party oil trade war power peace army bank market border house "
        "city water food price money health school church report letter paper company road "
        "bridge river harbour station train ship plane fire storm flood rain snow winter summer "
        "night morning evening early late long short high low old young free open closed strong "
        "weak large small public private local national common several hundred thousand million "
        "half part side end line list name word call answer question reason result change plan",
    .stems =
        "govern develop employ settle agree argue elect inspect protect construct direct collect "
        "invest arrest protest harvest import export report support transport account discount "
        "appoint point print paint count mount hunt farm form firm harm claim aim train strain "
        "complain explain remain contain sustain concern return turn burn warn learn earn "
        "sail fail mail rail trail toil boil spoil soil cook look book hook crook land band hand "
        "stand brand demand command expand sign design resign align reign market target budget "
        "fish wish finish publish punish polish vanish sing ring bring spring string sting press "
        "express suppress address process access success miss pass class boss cross gloss",
    .endings = "s ed ing er ers ment ments able ful less ly al ist ists ism ize ized ization ness",
    .given_names =
        "John Mary David Sarah Michael Anna James Susan Robert Laura Peter Helen Paul Karen Mark "
        "Emma George Alice Thomas Julia Simon Diana Henry Clara Martin Nora Frank Irene Oscar "
        "Agnes Victor Edith Walter Ruth Hugo Ellen Samuel",
    .name_beginnings =
        "Har Wel Bran Mor Ash Thorn Hol Kel Lang Win Ros Pen Stan Dun Mil Cal Whit Black Red Green "
        "Old New East West North Stock Brad Clif Hart",
    .name_endings =
        "ford ley ton well worth wick by field ham stead more wood combe bury dale gate hurst land "
        "low mere shaw son croft",
    .titles =
        "President Minister Mr. Mrs. Senator Prime_Minister Dr. General Ambassador Judge "
        "Governor Mayor Professor Secretary Bishop Colonel",
    .countries =
        "France Germany Kenya Norway China Russian Brazil Peru Chile French German Chinese India "
        "Indian Japan Japanese Mexico Spain Spanish Italy Italian Egypt Nigeria Ghana Turkey Iran "
        "Iraq Syria Israel Jordan Poland Polish Ukraine Finland Sweden Swedish Denmark Greece "
        "Portugal South_Africa South_Korea North_Korea New_Zealand Australia Canada Canadian Cuba "
        "Venezuela Colombia Argentina Bolivia Uganda Sudan Ethiopia Morocco Algeria Tunisia "
        "Pakistan Bangladesh Thailand Vietnam Indonesia Malaysia Philippines Mongolia Georgia",
    .cities =
        "Geneva London Paris Vienna Oslo Nairobi Lima Tokyo Berlin Madrid Cairo Delhi Rome "
        "Ankara Lisbon Warsaw Kyiv Havana Bogotá Santiago",
    .months =
        "January February March April May June July August September October November "
        "December",
    .weekdays = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
    .date = "#m #d, #y",
    .headlines = kEnglishHeadlines,
    .sentences = kEnglishSentences,
};

constexpr auto kSpanishHeadlines = std::to_array<std::string_view>({
    "%c y %c firman un acuerdo en %p",
    "%s se reúne con %s en %p",
    "%c: %w",
});

constexpr auto kSpanishSentences = std::to_array<std::string_view>({
    "El %w, dijo el %k el %t %n.",
    "El %t %n, de %c, y el %t %n, de %c, se reunieron en %p el %d.",
    "«%w y %w», señaló %s, que estuvo en %p.",
    "En %c la %w subió un %f por ciento, según %w.",
    "Fue la primera %w desde el %d, cuando %c retiró su %w.",
    "Más de %f personas %w en %c, y %w.",
    "La %w que %n había prometido en %p no llegó.",
});

constexpr CorpusLanguage kSpanish{
    .code = "es",
    .share = 12,
    .words =
        "de la que el en y a los del se las por un para con no una su al lo como más pero sus le "
        "ya o este sí porque esta entre cuando muy sin sobre también me hasta hay donde quien "
        "desde todo nos durante todos uno les ni contra otros ese eso había ante ellos e esto "
        "antes algunos qué unos yo otro otras otra él tanto esa estos mucho quienes nada muchos "
        "cual poco ella estar estas algunas algo gobierno país años presidente ayer parte vez "
        "ciudad ley paz guerra petróleo agua acuerdo frontera mercado precio deuda elección voto "
        "tribunal ejército policía pueblo puerto río lluvia camino escuela niño niña señal año",
    .stems =
        "habl trabaj llev pas lleg dej qued llam encontr busc record ayud acept cort mat "
        "viaj gan jug pag cuid cambi estudi anunci negoci produc constru destru declar "
        "protest organiz utiliz analiz realiz critic public explic aplic complic",
    .endings =
        "ar ado ada ados adas ando ó aron aba aban ador adora adores ación aciones able "
        "ables amente ista istas ismo amiento",
    .given_names =
        "José María Juan Carmen Luis Ana Carlos Isabel Jorge Elena Pedro Lucía Miguel "
        "Rosa Fernando Marta Andrés Pilar Ramón Teresa Álvaro Inés Sergio Julia Héctor "
        "Beatriz Diego Silvia Pablo Gloria Raúl Irene Tomás Alicia Óscar Nuria Felipe",
    .name_beginnings =
        "Gonz Mart Rodr Fern Her Mend Alv Ben Ram Dom Vel Gut Ord Sanch Ib Juar Per "
        "Cort Mor Cast Val Esp Qui Sal Tor Ur Zam Bal Car",
    .name_endings =
        "ález ínez íguez ández era oza arez ítez irez ingo asco iérrez óñez ano arra "
        "edo illo aga eno ales ero eta ona",
    .titles =
        "presidente ministro señor senador primer_ministro doctor general embajador juez "
        "gobernador alcalde canciller",
    .countries =
        "España México Perú Chile Colombia Venezuela Argentina Francia Alemania Brasil "
        "Cuba China Rusia Italia Bolivia Ecuador Uruguay Paraguay Panamá Noruega Japón "
        "Egipto Turquía Kenia Irán Siria Polonia Suecia Estados_Unidos Corea_del_Sur",
    .cities =
        "Madrid Lima Bogotá Caracas Quito Santiago La_Habana Ginebra París Berlín Roma "
        "Montevideo Asunción Londres",
    .months =
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre "
        "diciembre",
    .weekdays = "lunes martes miércoles jueves viernes sábado domingo",
    .date = "#d de #m de #y",
    .headlines = kSpanishHeadlines,
    .sentences = kSpanishSentences,
};

constexpr auto kRussianHeadlines = std::to_array<std::string_view>({
    "%c и %c: %w",
    "%s и %s встретились в городе %p",
});

constexpr auto kRussianSentences = std::to_array<std::string_view>({
    "В этот день (%k) %w, сообщил %t %n.",
    "%t %n (%c) и %t %n (%c) подписали соглашение %d года.",
    "«%w и %w», — заявил %s.",
    "По данным ведомства, %f человек %w, %w.",
    "Впервые с %d года %w, а %c %w.",
    "Город %p %w, и %n %w.",
});

constexpr CorpusLanguage kRussian{
    .code = "ru",
    .share = 8,
    .words =
        "и в не на с что по как к из у за от о для это но до при так же или бы если его только "
        "было уже ещё все они мы был также после под чтобы быть году который время года "
        "этого между когда где есть можно более лишь через без там того чем очень один два три "
        "страна город закон мир война нефть вода договор граница рынок цена долг выборы голос суд "
        "армия полиция народ порт река дождь дорога школа письмо газета поезд корабль самолёт",
    .stems =
        "говор работ стро вод ход прос нос воз лет смотр сто леж держ дела дума зна пиша "
        "чита откры закры призна получа реша обеща отвеча выступа договарива разраба встреча "
        "сообща объявля помога требова ожида участвова прода покупа защища наблюда провожа "
        "опаса изуча наказыва",
    .endings = "л ла ли ть ет ют ение ения ению ник ника ники ный ная ное ные ного ость",
    .given_names =
        "Иван Пётр Сергей Алексей Дмитрий Андрей Николай Михаил Борис Виктор Павел "
        "Олег Юрий Игорь Антон Максим Роман Степан Фёдор Яков Глеб Кирилл Лев Денис "
        "Артём Тимур Вадим",
    .name_beginnings =
        "Берез Сосн Камен Волк Медвед Зайц Лебед Орл Сокол Ворон Петр Семён Макар "
        "Тарас Гавр Захар Лук Мельник Кузнец",
    .name_endings = "ов ин ский ев енко цкий ихин",
    .titles = "президент министр посол генерал депутат губернатор профессор сенатор",
    .countries =
        "Россия Китай Франция Германия Норвегия Кения Индия Япония Турция Иран Польша "
        "Украина Финляндия Казахстан Грузия Армения Бразилия Куба Египет Сирия",
    .cities = "Москва Женева Париж Берлин Вена Осло Минск Тбилиси Казань Омск",
    .months = "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    .weekdays = "понедельник вторник среда четверг пятница суббота воскресенье",
    .date = "#d #m #y",
    .headlines = kRussianHeadlines,
    .sentences = kRussianSentences,
};

}  // namespace

std::span<const CorpusLanguage> corpus_languages()
{
    static constexpr std::array kLanguages{kEnglish, kSpanish, kRussian};
    return kLanguages;
}

}  // namespace dateline::benchmarks
