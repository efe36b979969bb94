#include "tests/crash/support/disk_log.hpp"

#include "tests/crash/support/trace.hpp"

#include <cstdlib>
#include <map>
#include <stdexcept>

namespace dateline::tests {
namespace {

using Kind = DiskOperation::Kind;

constexpr std::uint64_t kAtEnd = UINT64_MAX;  // where a descriptor writes that was opened to append

/// All calls that change files: those that parse_call() does not know stop the test.
const std::string kRecorded =
    "openat,open,creat,write,writev,pwrite64,pwritev,pwritev2,lseek,ftruncate,truncate,fallocate,"
    "fsync,fdatasync,sync,syncfs,sync_file_range,rename,renameat,renameat2,unlink,unlinkat,mkdir,"
    "mkdirat,rmdir,link,linkat,symlink,symlinkat,copy_file_range,sendfile,splice,dup,dup2,dup3";

int digit_of(char c) { return c <= '9' ? c - '0' : c - 'a' + 10; }

/// strace -xx writes every byte of a string as \x2f.
std::string unescape(std::string_view text)
{
    std::string bytes;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] != '\\' || i + 3 >= text.size() || text[i + 1] != 'x') {
            bytes += text[i];
            continue;
        }
        bytes += static_cast<char>(digit_of(text[i + 2]) * 16 + digit_of(text[i + 3]));
        i += 3;
    }
    return bytes;
}

/// A call taken apart: name, arguments as text, result.
struct Call {
    std::string name{};
    std::string arguments{};
    std::int64_t result = -1;

    /// The string in quotes with that number.
    [[nodiscard]] std::string quoted(std::size_t which) const
    {
        std::size_t begin = arguments.find('"');
        for (; begin != std::string::npos; --which) {
            const std::size_t end = arguments.find('"', begin + 1);
            if (which == 0) {
                return unescape(std::string_view{arguments}.substr(begin + 1, end - begin - 1));
            }
            begin = arguments.find('"', end + 1);
        }
        throw std::runtime_error{"no such string in " + name + arguments};
    }
    [[nodiscard]] std::size_t quotes() const
    {
        std::size_t count = 0;
        for (const char c : arguments) { count += c == '"' ? 1 : 0; }
        return count / 2;
    }
    /// "4</a/b>, …" → 4
    [[nodiscard]] int descriptor() const { return std::atoi(arguments.c_str()); }
    /// "4</a/b>, …" → "/a/b"
    [[nodiscard]] std::string path() const
    {
        const auto begin = arguments.find('<');
        const auto end = arguments.find('>', begin);
        if (begin == std::string::npos) { return ""; }
        return unescape(std::string_view{arguments}.substr(begin + 1, end - begin - 1));
    }
    /// The last argument, a number.
    [[nodiscard]] std::uint64_t last_number() const
    {
        return std::strtoull(arguments.c_str() + arguments.rfind(',') + 2, nullptr, 10);
    }
    [[nodiscard]] bool has(std::string_view word) const
    {
        return arguments.find(word) != std::string::npos;
    }
};

/// "write(4</a>, "\x41", 1) = 1" → its parts; no name for a line that is no whole call.
Call split_call(const std::string& text)
{
    Call call;
    const auto open = text.find('(');
    const auto close = text.rfind(") ");
    const auto equals = text.rfind(" = ");
    if (open == std::string::npos || close == std::string::npos || equals == std::string::npos ||
        text.find(' ') < open) {
        return call;
    }
    call.name = text.substr(0, open);
    call.arguments = text.substr(open + 1, close - open - 1);
    call.result = std::strtoll(text.c_str() + equals + 3, nullptr, 10);
    return call;
}

/// Lines of threads are torn where another thread came between: puts them together again.
class LineJoiner {
  public:
    /// The whole call that ends with this line, or "".
    std::string join(const std::string& line)
    {
        const auto begin = line.find_first_not_of("0123456789 ");
        if (begin == std::string::npos) { return ""; }
        const std::string thread = line.substr(0, line.find(' '));
        std::string text = line.substr(begin);
        constexpr std::string_view kUnfinished = " <unfinished ...>";
        if (text.ends_with(kUnfinished)) {
            text.resize(text.size() - kUnfinished.size());
            torn_[thread] = text;
            return "";
        }
        if (text.starts_with("<... ")) {
            const auto rest = text.find("resumed>");
            return torn_[thread] + text.substr(rest + std::string_view{"resumed>"}.size());
        }
        return text;
    }

  private:
    std::map<std::string, std::string> torn_{};
};

/// One process's calls → operations: it knows where each descriptor stands.
class Recorder {
  public:
    Recorder(std::string root, std::vector<DiskOperation>& operations)
        : root_(std::move(root)), operations_(operations)
    {
    }

    void take(const Call& call)
    {
        if (call.result < 0) { return; }
        if (call.name == "lseek") {
            std::uint64_t& place = places_[call.descriptor()];
            if (place != kAtEnd) { place = static_cast<std::uint64_t>(call.result); }
        } else if (call.name == "openat") {
            open(call);
        } else if (call.name == "mkdir") {
            add({.kind = Kind::MakeFolder, .path = call.quoted(0)});
        } else if (call.name == "rename") {
            add({.kind = Kind::Rename, .path = call.quoted(0), .to = call.quoted(1)});
        } else if (call.name == "unlink" || call.name == "rmdir") {
            add({.kind = Kind::Remove, .path = call.quoted(0)});
        } else if (call.name == "unlinkat") {
            const std::string name = call.quoted(0);
            add({.kind = Kind::Remove,
                 .path = name.starts_with('/') ? name : call.path() + "/" + name});
        } else {
            take_descriptor(call);
        }
    }

  private:
    void add(DiskOperation operation)
    {
        if (operation.path.starts_with(root_)) { operations_.push_back(std::move(operation)); }
    }

    void open(const Call& call)
    {
        places_[static_cast<int>(call.result)] = 0;
        const std::string path = call.quoted(0);
        if (call.has("O_CREAT")) { add({.kind = Kind::Create, .path = path}); }
        if (call.has("O_TRUNC")) { add({.kind = Kind::Resize, .path = path, .offset = 0}); }
        if (call.has("O_APPEND")) { places_[static_cast<int>(call.result)] = kAtEnd; }
    }

    /// Calls whose first argument is an open file.
    void take_descriptor(const Call& call)
    {
        const std::string path = call.path();
        if (!path.starts_with(root_) || call.has(">(deleted)")) { return; }
        if (call.name == "write" || call.name == "writev") {
            std::string bytes;
            for (std::size_t i = 0; i < call.quotes(); ++i) { bytes += call.quoted(i); }
            bytes.resize(static_cast<std::size_t>(call.result));
            std::uint64_t& place = places_[call.descriptor()];
            add({.kind = place == kAtEnd ? Kind::Append : Kind::Write,
                 .path = path,
                 .offset = place,
                 .bytes = bytes});
            if (place != kAtEnd) { place += bytes.size(); }
        } else if (call.name == "pwrite64") {
            std::string bytes = call.quoted(0);
            bytes.resize(static_cast<std::size_t>(call.result));
            add({.kind = Kind::Write, .path = path, .offset = call.last_number(), .bytes = bytes});
        } else if (call.name == "ftruncate") {
            add({.kind = Kind::Resize, .path = path, .offset = call.last_number()});
        } else if (call.name == "fsync" || call.name == "fdatasync") {
            add({.kind = Kind::Sync, .path = path});
        } else {
            throw std::runtime_error{"the model of a disk does not know " + call.name};
        }
    }

    std::string root_;
    std::vector<DiskOperation>& operations_;
    std::map<int, std::uint64_t> places_{};  ///< by descriptor: where the next write goes
};

}  // namespace

Ended record(const Words& command, const std::string& root, const std::string& log,
             std::vector<DiskOperation>& operations)
{
    Ended ended =
        run_command(traced(command, {"-xx", "-s", "1000000000", "-e", "trace=" + kRecorded}, log));
    if (ended.code != 0) { return ended; }
    LineJoiner joiner;
    Recorder recorder{root, operations};
    try {
        for (const std::string& line : lines_of_file(log)) {
            const Call call = split_call(joiner.join(line));
            if (!call.name.empty()) { recorder.take(call); }
        }
    } catch (const std::runtime_error& problem) {
        ended.code = -1;
        ended.err = problem.what();
    }
    return ended;
}

}  // namespace dateline::tests
