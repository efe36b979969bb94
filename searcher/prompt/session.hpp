// A conversation with an index: what was asked, how it was narrowed, what is on the screen.
#pragma once

#include "searcher/commands/asked.hpp"
#include "searcher/output/sheet.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace dateline::searcher {

/// What a page of hits is made from.
struct View {
    std::string query{};                 ///< as it was typed
    std::vector<std::string> clauses{};  ///< the choices made, which narrow it
    SortOrder sort = SortOrder::Relevance;
    std::uint64_t offset = 0;
};

class Session {
  public:
    /// What it prints goes to the call's outputs, `page` hits at a time. With an echo, whoever
    /// types a query sees it already; else a page begins with it.
    Session(const Call& call, Engine engine, std::uint64_t page, bool has_echo);

    /// Does what a line says: a query or a command (prompt_commands.hpp). Fails as these do; then
    /// all is as before.
    Status take(std::string_view line);

    [[nodiscard]] bool is_over() const { return is_over_; }
    [[nodiscard]] const Snapshot& snapshot() const { return engine_.snapshot(); }

    // The commands. All that take a number fail with Usage if nothing on the screen has it.
    Status ask(std::string_view query);
    Status open(std::size_t number);
    Status open_with_receipts(std::size_t number);
    Status choose(std::size_t number);
    Status drop(std::size_t number);
    Status more();
    Status back();
    Status list();
    Status sort(std::string_view order);
    Status facets(std::string_view list);
    Status help();
    void quit() { is_over_ = true; }

  private:
    [[nodiscard]] Call call() const { return {settings_, no_words_, out_, err_}; }
    /// The view on the screen. Fails with Usage if nothing was asked yet.
    [[nodiscard]] Result<View> view() const;
    /// Searches and shows; what was shown before stays behind it for back().
    Status show(View view);
    Status search(const View& view);
    Status open_article(std::size_t number, bool why);
    void write_head(const View& view, Sheet& sheet) const;
    void write(const View& view);
    /// Opens the newest generation, if there is one since the index was opened.
    void follow_index();

    Settings settings_;
    std::vector<std::string> no_words_{};
    std::ostream& out_;
    std::ostream& err_;
    Engine engine_;
    std::string generation_;     ///< what CURRENT said when it was opened
    std::vector<View> views_{};  ///< the last one is on the screen
    SearchResult result_{};
    bool has_echo_;
    bool is_seen_ = false;  ///< the query stands on the screen, as it was typed
    bool is_over_ = false;
};

}  // namespace dateline::searcher
