#include "indexer/run_output.hpp"

#include <unistd.h>

namespace dateline::indexer {
namespace {

Failure report_failed(const std::string& path)
{
    return fail(ErrorKind::Io, "cannot write the report '" + path + "'",
                "check the path after --report");
}

}  // namespace

Result<std::unique_ptr<RunOutput>> RunOutput::open(const Settings& settings, const DumpPaths& dumps,
                                                   std::ostream& err)
{
    for (const DumpFile& file : dumps.found.files) {
        std::error_code none_there;
        if (std::filesystem::equivalent(settings.report, file.path, none_there)) {
            return fail(ErrorKind::Usage,
                        "the report '" + settings.report + "' is one of the dumps",
                        "name another file after --report");
        }
    }
    std::unique_ptr<RunOutput> output{new RunOutput{settings, err}};
    const bool wants_report = !settings.report.empty();
    if (wants_report) {
        output->report_.open(settings.report, std::ios::trunc | std::ios::binary);
        if (!output->report_) { return report_failed(settings.report); }
    }
    output->summary_ = std::make_unique<RunSummary>(wants_report ? &output->report_ : nullptr);
    const cli::Screen screen = settings.quiet ? cli::Screen{} : cli::screen_of(STDERR_FILENO);
    output->progress_ = std::make_unique<cli::ProgressLine>(err, screen);
    return output;
}

Result<int> RunOutput::finish(bool interrupted, std::string_view what)
{
    progress_->clear();
    if (!settings_.quiet) { summary_->print(err_, what); }
    if (!settings_.report.empty()) {
        report_.close();
        if (report_.fail()) { return report_failed(settings_.report); }
    }
    if (interrupted) {
        if (!settings_.quiet) {
            err_ << "stopped early; the same command again goes on where it was\n";
        }
        return exit_code::kStoppedEarly;
    }
    return settings_.strict && summary_->lost() > 0 ? exit_code::kSkipped : 0;
}

}  // namespace dateline::indexer
