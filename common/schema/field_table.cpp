#include "common/schema/field_table.hpp"

#include "common/schema/field.hpp"

#include <iomanip>
#include <sstream>

namespace dateline {

std::string field_table()
{
    constexpr int kNameWidth = 10;
    constexpr int kPrefixWidth = 4;
    constexpr int kExampleWidth = 24;
    std::ostringstream table;
    table << std::left;
    for (const Field& f : kFields) {
        table << "  " << std::setw(kNameWidth) << f.name << std::setw(kPrefixWidth) << f.prefix
              << std::setw(kExampleWidth) << f.example << f.summary << '\n';
    }
    return table.str();
}

}  // namespace dateline
