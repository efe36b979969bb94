#include "common/storage/terms.hpp"

#include "common/storage/file.hpp"
#include "common/storage/names.hpp"

#include <algorithm>

namespace dateline {
namespace {

constexpr std::size_t kMaxTermBytes = 245;
constexpr std::size_t kHashDigits = 32;

}  // namespace

std::string safe_term(std::string_view prefix, std::string_view value)
{
    std::string term{prefix};
    term += value;
    const auto nuls = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
    if (term.size() + nuls <= kMaxTermBytes) { return term; }
    const std::string hash = hash_hex(value);
    term.erase(std::remove(term.begin(), term.end(), '\0'), term.end());
    term.resize(std::min(term.size(), kMaxTermBytes - kHashDigits));
    return term + hash;
}

std::string id_term(std::string_view id) { return safe_term(field(FieldId::Id).prefix, id); }

std::string keyword_term(FieldId id, std::string_view value)
{
    const bool is_name = id == FieldId::Person || id == FieldId::Source;
    return safe_term(field(id).prefix, is_name ? name_key(value) : std::string{value});
}

std::string date_prefix(FieldId id, Precision precision)
{
    // The publication date has Omega's own letters; other dates have them behind their prefix.
    std::string prefix{id == FieldId::Date ? std::string_view{} : field(id).prefix};
    switch (precision) {
        case Precision::Day:
            return prefix + kDayLetter;
        case Precision::Month:
            return prefix + kMonthLetter;
        case Precision::Year:
            break;
    }
    return prefix + kYearLetter;
}

std::vector<std::string> date_terms(FieldId id, const Date& date)
{
    std::string digits = to_string(Date{date.first, Precision::Day});
    digits.erase(std::remove(digits.begin(), digits.end(), '-'), digits.end());
    std::vector<std::string> terms{date_prefix(id, Precision::Year) + digits.substr(0, 4)};
    if (date.precision == Precision::Year) { return terms; }
    terms.push_back(date_prefix(id, Precision::Month) + digits.substr(0, 6));
    if (date.precision == Precision::Month) { return terms; }
    terms.push_back(date_prefix(id, Precision::Day) + digits);
    return terms;
}

std::string date_term(FieldId id, const Date& date) { return date_terms(id, date).back(); }

}  // namespace dateline
