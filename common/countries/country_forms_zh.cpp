// Chinese capitals and the names that newspapers use, simplified and traditional.
// How to write a form: country_forms.hpp. Names that CLDR has are not repeated here.
#include "common/countries/country_forms.hpp"

#include <array>

namespace dateline {
namespace {

constexpr auto kCountries = std::to_array<CountryForms>({
    {"US", "", "", "华盛顿|華盛頓"},
    {"RU,SU", "", "", "莫斯科"},
    {"RU", "俄国|俄羅斯", "", ""},
    {"GB", "英格兰|苏格兰|英格蘭|蘇格蘭", "", "伦敦|倫敦"},
    {"FR", "", "", "巴黎"},
    {"DE", "", "", "柏林"},
    {"CN", "中华人民共和国", "", "北京"},
    {"JP", "", "", "东京|東京"},
    {"KR", "南韩|南韓", "", "首尔|首爾"},
    {"KP", "北韩|北韓", "", "平壤"},
    {"IN", "", "", "新德里"},
    {"IR", "", "", "德黑兰|德黑蘭"},
    {"IL", "", "", "耶路撒冷"},
    {"PS", "巴勒斯坦|加沙|加沙地带", "", ""},
    {"UA", "", "", "基辅|基輔"},
    {"VE", "", "", "加拉加斯"},
    {"BR", "", "", "巴西利亚"},
    {"TW", "", "", "台北"},
    {"CD,CG", "刚果", "", ""},
    {"SU", "苏联|蘇聯", "", ""},
    {"YU", "南斯拉夫", "", ""},
    {"CS", "捷克斯洛伐克", "", ""},
    {"DD", "东德|東德", "", ""},
});

constexpr auto kPlaces = std::to_array<PlaceForms>({
    {FormKind::Metonym, "US", "白宫|五角大楼|白宮"},
    {FormKind::Metonym, "RU", "克里姆林宫"},
    {FormKind::City, "CN", "上海"},
    {FormKind::State, "CN", "内蒙古|內蒙古|西藏|新疆"},
    {FormKind::City, "US", "纽约|紐約|洛杉矶"},
    {FormKind::City, "CH", "日内瓦"},
    {FormKind::Mask, "", "拉丁美洲|南中国海|墨西哥湾|印度洋"},
});

constexpr auto kEndings = std::to_array<FormEndings>({
    {"~", "|们"},
});

}  // namespace

extern const LanguageForms chinese_forms{.language = "zh",
                                         .countries = kCountries,
                                         .places = kPlaces,
                                         .endings = kEndings,
                                         .prefixes = {}};

}  // namespace dateline
