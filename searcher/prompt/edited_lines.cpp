// Lines of a terminal, edited with libedit.
#include "common/cli/progress.hpp"
#include "common/held_signals.hpp"
#include "common/interrupt.hpp"
#include "common/text/display_width.hpp"
#include "common/text/utf8.hpp"
#include "searcher/prompt/history_file.hpp"
#include "searcher/prompt/line_reader.hpp"

#include <algorithm>
#include <clocale>
#include <csignal>
#include <cstdio>
#include <cwchar>
#include <histedit.h>
#include <langinfo.h>
#include <unistd.h>

namespace dateline::searcher {
namespace {

/// What we write and read is UTF-8, whatever the environment says.
void choose_locale()
{
    std::setlocale(LC_CTYPE, "");
    if (std::string_view{::nl_langinfo(CODESET)} != "UTF-8") {
        std::setlocale(LC_CTYPE, "C.UTF-8");
    }
}

/// What all choices begin with.
std::string common_front(const std::vector<std::string>& choices)
{
    std::string_view front = choices.front();
    for (const std::string& choice : choices) {
        const auto differ =
            std::mismatch(front.begin(), front.end(), choice.begin(), choice.end()).first;
        front = front.substr(0, static_cast<std::size_t>(differ - front.begin()));
    }
    return std::string{front.substr(0, character_border(choices.front(), front.size()))};
}

class EditedLines final : public LineReader {
  public:
    EditedLines(std::string prompt, std::filesystem::path history, Completer completer)
        : prompt_(std::move(prompt)), file_(std::move(history)), completer_(std::move(completer))
    {
        choose_locale();
        editor_ = ::el_init("dateline-search", stdin, stdout, stderr);
        history_ = ::history_init();
        ::history(history_, &event_, H_SETSIZE, static_cast<int>(kHistoryLines));
        ::history(history_, &event_, H_SETUNIQUE, 1);
        for (const std::string& line : file_.read()) { remember(line); }
        ::el_set(editor_, EL_CLIENTDATA, this);
        ::el_set(editor_, EL_PROMPT, &EditedLines::show_prompt);
        ::el_set(editor_, EL_HIST, ::history, history_);
        ::el_set(editor_, EL_EDITOR, "emacs");
        ::el_set(editor_, EL_GETCFN, &EditedLines::read_key);
        // The narrow el_set() would copy these names and never free them.
        ::el_wset(editor_, EL_ADDFN, L"dateline-complete", L"completes the word before the cursor",
                  &EditedLines::complete);
        ::el_set(editor_, EL_BIND, "^I", "dateline-complete", nullptr);
        ::el_set(editor_, EL_BIND, "^R", "em-inc-search-prev", nullptr);
        ::el_source(editor_, nullptr);
    }
    EditedLines(const EditedLines&) = delete;
    EditedLines& operator=(const EditedLines&) = delete;
    ~EditedLines() override
    {
        ::history_end(history_);
        ::el_end(editor_);
    }

    LineEnd read(std::string& line) override
    {
        ::el_resize(editor_);
        HeldSignals held;  // as long as the terminal is not as others left it
        held_ = &held;
        ::el_set(editor_, EL_PREP_TERM,
                 1);  // before the prompt shows: what is typed at once counts
        int length = 0;
        const char* const typed = ::el_gets(editor_, &length);
        if (typed == nullptr && is_cancelled()) {
            std::fputs("\n", stdout);
            return LineEnd::Cancelled;
        }
        if (typed == nullptr || length <= 0) {
            std::fputs("\n", stdout);
            return LineEnd::Over;
        }
        line.assign(typed, static_cast<std::size_t>(length));
        while (line.ends_with('\n') || line.ends_with('\r')) { line.pop_back(); }
        line.resize(std::min(line.size(), kMaxLineBytes));
        if (line.find_first_not_of(' ') != std::string::npos) {
            remember(line);
            file_.add(line);
        }
        return LineEnd::Line;
    }

  private:
    void remember(const std::string& line) { ::history(history_, &event_, H_ENTER, line.c_str()); }

    static EditedLines& self(EditLine* editor)
    {
        void* data = nullptr;
        ::el_get(editor, EL_CLIENTDATA, &data);
        return *static_cast<EditedLines*>(data);
    }

    static char* show_prompt(EditLine* editor) { return self(editor).prompt_.data(); }

    /// Gives the terminal back while the process is stopped, and before it ends; draws the line
    /// again when it goes on and when the terminal has another size.
    void take_signal(int signal)
    {
        ::el_set(editor_, EL_PREP_TERM, 0);
        const bool stays = signal == SIGWINCH || signal == SIGCONT;
        std::fputs(stays ? "\r\x1b[J" : "\n", stdout);
        std::fflush(stdout);
        if (!stays) { held_->let(signal); }
        ::el_set(editor_, EL_PREP_TERM, 1);
        ::el_resize(editor_);
        ::el_set(editor_, EL_REFRESH);
    }

    /// One character; -1 after Ctrl-C, for which libedit itself would go on reading.
    static int read_key(EditLine* editor, wchar_t* key)
    {
        std::mbstate_t state{};
        while (true) {
            char byte = 0;
            if (!wait_for_input(STDIN_FILENO)) {
                if (is_cancelled()) { return -1; }
                if (const int signal = HeldSignals::take()) { self(editor).take_signal(signal); }
                continue;
            }
            const ssize_t got = ::read(STDIN_FILENO, &byte, 1);
            if (got <= 0) { return got < 0 ? -1 : 0; }
            const std::size_t used = std::mbrtowc(key, &byte, 1, &state);
            if (used == static_cast<std::size_t>(-2)) { continue; }
            if (used == static_cast<std::size_t>(-1)) {
                state = {};
                continue;  // no UTF-8: as if it had not been typed
            }
            return 1;
        }
    }

    static unsigned char complete(EditLine* editor, int /*key*/)
    {
        const LineInfo* const line = ::el_line(editor);
        const std::string before{line->buffer, line->cursor};
        const LineCompletion found = self(editor).completer_(before);
        if (found.choices.empty()) { return CC_REFRESH_BEEP; }
        const std::string typed = before.substr(std::min(found.begin, before.size()));
        std::string text = common_front(found.choices);
        const bool is_one = found.choices.size() == 1;
        if (is_one && !text.ends_with(':')) { text += ' '; }
        if (is_one || text.size() > typed.size()) {
            ::el_deletestr(editor, static_cast<int>(characters_in(typed)));
            return ::el_insertstr(editor, text.c_str()) == 0 ? CC_REFRESH : CC_REFRESH_BEEP;
        }
        list(found.choices);
        return CC_REDISPLAY;
    }

    /// Below the line that is being edited, which is then drawn again.
    static void list(const std::vector<std::string>& choices)
    {
        const std::size_t columns = cli::screen_of(STDOUT_FILENO).columns;
        std::string text;
        std::size_t used = columns;  // so that the first one begins a line
        for (const std::string& choice : choices) {
            const std::size_t width = display_width(choice) + 2;
            if (used + width > columns) {
                text += '\n';
                used = 0;
            }
            text += "  " + choice;
            used += width;
        }
        std::fputs((text + '\n').c_str(), stdout);
        std::fflush(stdout);
    }

    static std::size_t characters_in(std::string_view text)
    {
        return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) {
            return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U;
        }));
    }

    std::string prompt_;
    HistoryFile file_;
    Completer completer_;
    EditLine* editor_ = nullptr;
    HeldSignals* held_ = nullptr;  ///< while a line is read
    History* history_ = nullptr;
    HistEvent event_{};
};

}  // namespace

std::unique_ptr<LineReader> edited_lines(std::string prompt, std::filesystem::path history,
                                         Completer completer)
{
    return std::make_unique<EditedLines>(std::move(prompt), std::move(history),
                                         std::move(completer));
}

}  // namespace dateline::searcher
