#include "common/cli/main_guard.hpp"
#include "common/schema/field.hpp"

#include <unicode/uchar.h>
#include <unicode/uversion.h>
#include <xapian.h>
#include <zstd.h>

namespace dateline::cli {

std::string version_text()
{
    return std::string{DATELINE_VERSION} + " (schema " + std::to_string(kSchemaVersion) +
           ", Xapian " + Xapian::version_string() + ", ICU " + U_ICU_VERSION + ", Unicode " +
           U_UNICODE_VERSION + ", zstd " + ZSTD_versionString() + ")";
}

}  // namespace dateline::cli
