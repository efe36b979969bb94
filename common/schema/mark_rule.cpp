#include "common/schema/mark_rule.hpp"

#include <algorithm>

namespace dateline {
namespace {

std::string_view detector_of(FieldId marks)
{
    switch (marks) {
        case FieldId::Person:
            return "people/";
        case FieldId::Country:
            return "countries/";
        case FieldId::Mentions:
            return "dates/";
        default:
            return "/";
    }
}

}  // namespace

DateRule date_rule(std::string_view rule)
{
    const std::size_t slash = rule.find('/');
    if (slash == std::string_view::npos) { return {rule, "event"}; }
    return {rule.substr(0, slash), rule.substr(slash + 1)};
}

std::string_view detected_by(const Article& article, FieldId marks)
{
    const std::string_view detector = detector_of(marks);
    std::string_view rest = article.detected_by;
    while (!rest.empty()) {
        const std::string_view one = rest.substr(0, rest.find(' '));
        if (one.starts_with(detector)) { return one; }
        rest.remove_prefix(std::min(rest.size(), one.size() + 1));
    }
    return {};
}

}  // namespace dateline
