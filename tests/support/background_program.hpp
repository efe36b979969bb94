// A program of ours that goes on while a test does other things.
#pragma once

#include <string>
#include <vector>

namespace dateline::tests {

/// Started at once; killed at the end of its life if it still runs.
class BackgroundProgram {
  public:
    /// Its standard output goes into a file, or with "" where that of the tests goes.
    BackgroundProgram(const std::string& program, const std::vector<std::string>& arguments,
                      const std::string& output = {});
    BackgroundProgram(const BackgroundProgram&) = delete;
    BackgroundProgram& operator=(const BackgroundProgram&) = delete;
    ~BackgroundProgram();

    /// The next line of its standard error, waited for; "" at its end.
    std::string next_line();
    void send(int signal) const;
    /// Waits until it handles a signal itself, or has ended.
    void wait_for_handler(int signal) const;
    /// Waits for its end; its exit code, or 128 + signal.
    int wait();

  private:
    int process_ = -1;
    int errors_ = -1;
    std::string rest_{};
};

}  // namespace dateline::tests
