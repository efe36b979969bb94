#include "indexer/detect/country_forms.hpp"

#include <array>

namespace dateline::indexer {

extern const LanguageForms kEnglishForms;
extern const LanguageForms kArabicForms;
extern const LanguageForms kChineseForms;
extern const LanguageForms kFrenchForms;
extern const LanguageForms kGermanForms;
extern const LanguageForms kPortugueseForms;
extern const LanguageForms kRussianForms;
extern const LanguageForms kSpanishForms;

std::span<const LanguageForms* const> country_languages()
{
    static constexpr std::array kLanguages{&kEnglishForms, &kArabicForms, &kChineseForms,
                                           &kFrenchForms,  &kGermanForms, &kPortugueseForms,
                                           &kRussianForms, &kSpanishForms};
    return kLanguages;
}

}  // namespace dateline::indexer
