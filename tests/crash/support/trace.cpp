#include "tests/crash/support/trace.hpp"

#include "tests/support/sandbox.hpp"

#include <csignal>
#include <fstream>
#include <map>

namespace dateline::tests {
namespace {

constexpr std::string_view kNumbers = "0123456789";

/// "4711  openat(AT_FDCWD…" → "openat"; "" for a line that begins no call.
std::string name_of(const std::string& text)
{
    const auto end = text.find('(');
    if (end == std::string::npos) { return ""; }
    const std::string name = text.substr(0, end);
    return name.find_first_of(" <+-") == std::string::npos ? name : "";
}

}  // namespace

std::vector<std::string> lines_of_file(const std::string& path)
{
    std::vector<std::string> lines;
    std::ifstream file{path};
    for (std::string line; std::getline(file, line);) { lines.push_back(line); }
    return lines;
}

Words traced(const Words& command, const Words& options, const std::string& log)
{
    Words words{"strace", "-f", "-y", "-o", log};  // --seccomp-bpf would send no signals
    words.insert(words.end(), options.begin(), options.end());
    words.insert(words.end(), command.begin(), command.end());
    return words;
}

std::string why_no_tracing()
{
    const Sandbox sandbox;
    const Ended ended = run_command(traced({"true"}, {"-e", "trace=openat"}, sandbox.at("log")));
    if (ended.code == 127) { return "strace is not installed (scripts/bootstrap test)"; }
    if (ended.code != 0) { return "strace may trace nothing here: " + ended.err; }
    return lines_of_file(sandbox.at("log")).empty() ? "strace sees no calls here" : "";
}

std::vector<SystemCall> calls_of(const Words& command, const std::string& set,
                                 const std::string& about, const std::string& log)
{
    const Ended ended = run_command(traced(command, {"-e", "trace=" + set}, log));
    std::vector<SystemCall> calls;
    if (ended.code != 0) { return calls; }
    std::map<std::string, std::size_t> counts;
    std::string first_thread;
    for (const std::string& line : lines_of_file(log)) {
        const std::string thread = line.substr(0, line.find_first_not_of(kNumbers));
        if (first_thread.empty()) { first_thread = thread; }
        const auto begin = line.find_first_not_of(' ', thread.size());
        if (thread != first_thread || begin == std::string::npos) { continue; }
        const std::string text = line.substr(begin);
        const std::string name = name_of(text);
        if (name.empty()) { continue; }
        const std::size_t number = ++counts[name];
        if (text.find(about) != std::string::npos) { calls.push_back({name, number, text}); }
    }
    return calls;
}

bool changes_something(const SystemCall& call)
{
    const auto has = [&call](const char* word) {
        return call.text.find(word) != std::string::npos;
    };
    if (call.name == "openat") { return has("O_CREAT") || has("O_TRUNC"); }
    if (call.name == "fcntl") { return has("LK"); }
    return call.name != "mmap" && !has("= -1 ");
}

Disturbed run_disturbed(const Words& command, const SystemCall& call,
                        const std::string& disturbance, const std::string& about,
                        const std::string& log)
{
    const Words options{
        "-e", "trace=" + call.name, "-e",
        "inject=" + call.name + ":" + disturbance + ":when=" + std::to_string(call.number)};
    Disturbed disturbed{.ended = run_command(traced(command, options, log))};
    disturbed.is_hit = disturbed.ended.code == 128 + SIGKILL;
    for (const std::string& line : lines_of_file(log)) {
        if (line.find("(INJECTED)") != std::string::npos) {
            disturbed.is_hit = line.find(about) != std::string::npos;
        }
    }
    return disturbed;
}

}  // namespace dateline::tests
