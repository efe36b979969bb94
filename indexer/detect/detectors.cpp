#include "indexer/detect/detector.hpp"

#include <array>

namespace dateline::indexer {

#define DETECTOR(name) extern const Detector name##_detector;
#include "indexer/detect/detectors.def"
#undef DETECTOR

std::span<const Detector* const> detectors()
{
    static constexpr std::array kDetectors{
#define DETECTOR(name) &name##_detector,
#include "indexer/detect/detectors.def"
#undef DETECTOR
    };
    return kDetectors;
}

}  // namespace dateline::indexer
