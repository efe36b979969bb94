#include "common/countries/country_forms.hpp"

#include <array>

namespace dateline {

extern const LanguageForms english_forms;
extern const LanguageForms arabic_forms;
extern const LanguageForms chinese_forms;
extern const LanguageForms french_forms;
extern const LanguageForms german_forms;
extern const LanguageForms portuguese_forms;
extern const LanguageForms russian_forms;
extern const LanguageForms spanish_forms;

std::span<const LanguageForms* const> country_languages()
{
    static constexpr std::array kLanguages{&english_forms, &arabic_forms, &chinese_forms,
                                           &french_forms,  &german_forms, &portuguese_forms,
                                           &russian_forms, &spanish_forms};
    return kLanguages;
}

}  // namespace dateline
