#include "tests/crash/support/story.hpp"

#include "benchmarks/corpus.hpp"
#include "common/storage/manifest.hpp"
#include "common/storage/snapshot.hpp"
#include "tests/crash/support/contents.hpp"

#include <algorithm>
#include <doctest/doctest.h>

namespace dateline::tests {
namespace {

std::string first_line(const std::string& text) { return text.substr(0, text.find('\n')); }

}  // namespace

void copy_index(const std::filesystem::path& from, const std::filesystem::path& to)
{
    std::filesystem::remove_all(to);
    if (std::filesystem::exists(from)) {
        std::filesystem::copy(from, to, std::filesystem::copy_options::recursive);
    }
}

Story::Story(const Sandbox& sandbox, std::uint32_t seed, std::size_t articles,
             std::size_t body_bytes)
    : sandbox_(sandbox), seed_(seed), body_bytes_(body_bytes)
{
    const std::size_t n = articles;
    add("add", "0.jsonl", lines_of(0, n));
    add("add", "1.jsonl", lines_of(n, n) + lines_of(0, n / 4, "\n\nIt was corrected."));
    remove(n / 2, n / 2);
    add("add", "2.jsonl", lines_of(2 * n, n));
    add("add", "3.jsonl", lines_of(3 * n, n) + lines_of(n, 2, "\n\nSeen twice."));
    add("sync", "4/a.jsonl", lines_of(4 * n, 3 * n));
    remove(n / 3, n);
    add("add", "5.jsonl", lines_of(7 * n, n));
    merge();
    play(articles);
}

/// Lines of a dump: articles by their numbers. A changed one has the id of the first version.
std::string Story::lines_of(std::size_t first, std::size_t count, std::string_view change) const
{
    std::string lines;
    for (std::size_t i = first; i < first + count; ++i) {
        Article article = benchmarks::make_article(i, {.seed = seed_, .body_bytes = body_bytes_});
        article.body += change;
        lines += benchmarks::json_line(article);
    }
    return lines;
}

/// A step that adds a dump by itself, or syncs the folder that it is in.
void Story::add(const std::string& verb, const std::string& dump_name, std::string_view lines)
{
    const std::string file = sandbox_.write("dumps/" + dump_name, lines);
    const std::string dump =
        verb == "sync" ? std::filesystem::path{file}.parent_path().string() : file;
    commands_.push_back({verb, "-q", "--memory", "16M", dump});
    // An index of this dump alone tells the ids, and what is stored.
    const std::string alone = sandbox_.at("alone/" + dump_name);
    const Ended ended = index_here({verb, "-q", "--index", alone, dump});
    REQUIRE_MESSAGE(ended.code == 0, ended.err);
    const auto contents = contents_of(alone);
    REQUIRE(contents);
    std::vector<Change> changes;
    for (const Holding& article : *contents) { changes.push_back({article.id, article.print}); }
    append_states(changes);
}

/// Removes some of the articles that are there, by place.
void Story::remove(std::size_t first, std::size_t count)
{
    Words command{"remove", "-q"};
    std::vector<Change> changes;
    for (std::size_t i = first; i < first + count; ++i) {
        command.push_back(held_.at(i).first);
        changes.push_back({held_.at(i).first, 0});
    }
    commands_.push_back(command);
    append_states(changes);
}

void Story::merge()
{
    commands_.push_back({"merge", "-q"});
    append_states({});
}

void Story::append_states(const std::vector<Change>& changes)
{
    for (const Change& change : changes) {
        const auto place = std::find_if(held_.begin(), held_.end(), [&change](const auto& article) {
            return article.first == change.id;
        });
        std::uint64_t print = prints_.back() + change.print;
        if (place != held_.end()) {
            print -= place->second;
            held_.erase(place);
        }
        if (change.print != 0) { held_.emplace_back(change.id, change.print); }
        prints_.push_back(print);
    }
    ends_.push_back(prints_.size() - 1);
}

/// Runs all steps undisturbed, keeping the index after each.
void Story::play(std::size_t articles)
{
    for (std::size_t step = 0; step < commands_.size(); ++step) {
        const std::string index = index_after(step + 1).string();
        copy_index(index_after(step), index);
        const Ended ended = index_here(words(step, index));
        REQUIRE_MESSAGE(ended.code == 0, ended.err);
        const Ended verified = index_here({"verify", "--index", index, "--digest"});
        REQUIRE_MESSAGE(verified.code == 0, verified.err);
        digests_.push_back(verified.out);
        const std::string trouble = trouble_after(index, step + 1);
        REQUIRE_MESSAGE(trouble.empty(), trouble);
    }
    const auto locked = lock_manifest(index_after(commands_.size()));
    REQUIRE(locked);
    REQUIRE_MESSAGE(locked->manifest.generation > commands_.size(), "nothing is merged");
    REQUIRE(held_.size() > articles);
}

Words Story::words(std::size_t step, const std::string& index) const
{
    Words words = commands_.at(step);
    words.insert(words.begin() + 1, {"--index", index});
    return words;
}

std::filesystem::path Story::index_after(std::size_t steps) const
{
    return sandbox_.path() / "undisturbed" / std::to_string(steps);
}

std::string Story::trouble_within(const std::string& index, std::size_t least) const
{
    if (least == 0 && !std::filesystem::exists(std::filesystem::path{index} / "CURRENT")) {
        return "";
    }
    const Ended verified = index_here({"verify", "--index", index});
    if (verified.code != 0) { return "verify: " + first_line(verified.err); }
    const auto contents = contents_of(index);
    if (!contents) { return "unreadable: " + contents.error().message; }
    const auto begin = prints_.begin() + static_cast<std::ptrdiff_t>(ends_.at(least));
    const auto end = prints_.begin() + static_cast<std::ptrdiff_t>(ends_.at(least + 1)) + 1;
    if (std::find(begin, end, print_of(*contents)) != end) { return ""; }
    return "its " + std::to_string(contents->size()) + " articles are no state of step " +
           std::to_string(least);
}

std::string Story::trouble_after(const std::string& index, std::size_t steps) const
{
    const Ended verified = index_here({"verify", "--index", index, "--digest"});
    if (verified.code != 0) { return "verify: " + first_line(verified.err); }
    if (verified.out != digests_.at(steps)) { return "another digest than undisturbed"; }
    const auto contents = contents_of(index);
    if (!contents) { return "unreadable: " + contents.error().message; }
    return print_of(*contents) == prints_[ends_.at(steps)] ? "" : "other articles than undisturbed";
}

std::string Story::trouble_when_repeated(const std::string& index, std::size_t step) const
{
    const Ended ended = index_here(words(step, index));
    if (ended.code != 0) {
        return "the same command again leaves with " + std::to_string(ended.code) + ": " +
               first_line(ended.err);
    }
    return trouble_after(index, step + 1);
}

}  // namespace dateline::tests
