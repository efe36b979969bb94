#include "indexer/input/wiki_text.hpp"

#include "indexer/input/blanks.hpp"
#include "indexer/input/markup.hpp"

#include <algorithm>
#include <array>
#include <set>
#include <vector>

namespace dateline::indexer {
namespace {

/// Templates that say when the news was written: Wikinews in several languages.
constexpr auto kDateTemplates = std::to_array<std::string_view>(
    {"date", "fecha", "data", "datum", "дата", "dateline", "byline", "ديت"});
/// Templates that are links to Wikipedia.
constexpr auto kLinkTemplates = std::to_array<std::string_view>({"w", "wikipedia", "link-w"});
constexpr auto kElementsLeftOut =
    std::to_array<std::string_view>({"ref", "gallery", "math", "timeline", "nowiki"});

template <std::size_t N>
bool is_among(std::string_view name, const std::array<std::string_view, N>& names)
{
    return std::any_of(names.begin(), names.end(),
                       [&](std::string_view other) { return same_name(name, other); });
}

/// What is inside a template or link, divided at its bars.
std::vector<std::string_view> parts_of(std::string_view inside)
{
    std::vector<std::string_view> parts;
    for (;;) {
        const auto bar = std::min(inside.find('|'), inside.size());
        parts.push_back(without_blanks(inside.substr(0, bar)));
        if (bar == inside.size()) { return parts; }
        inside.remove_prefix(bar + 1);
    }
}

/// Turns markup into text from its start to its end, with a stack of what is open.
class WikiReader {
  public:
    explicit WikiReader(std::string_view markup) : markup_(markup) {}

    WikiText read()
    {
        while (at_ < markup_.size()) { step(); }
        while (!open_.empty()) { close(false); }
        return {.text = std::move(out_), .date = std::move(date_)};
    }

  private:
    enum class Kind : char { Template = '{', Table = '|', Link = '[' };
    struct Open {
        Kind kind;
        std::size_t begin;  // in out_
    };

    [[nodiscard]] std::string_view rest() const { return markup_.substr(at_); }

    void step()
    {
        const auto sign = std::min(markup_.find_first_of("{}[]|'<=\n", at_), markup_.size());
        out_ += markup_.substr(at_, sign - at_);
        at_ = sign;
        if (at_ == markup_.size()) { return; }
        if (rest().starts_with("{{")) { return open(Kind::Template); }
        if (rest().starts_with("{|")) { return open(Kind::Table); }
        if (rest().starts_with("[[")) { return open(Kind::Link); }
        if (is_closing("}}", Kind::Template) || is_closing("|}", Kind::Table) ||
            is_closing("]]", Kind::Link)) {
            at_ += 2;
            return close(true);
        }
        if (markup_[at_] == '[') { return external_link(); }
        if (markup_[at_] == '<') { return tag(); }
        if (markup_[at_] == '\'' && rest().starts_with("''")) { return skip_all('\''); }
        if (markup_[at_] == '=' && (at_line_begin() || at_line_end())) { return skip_all('='); }
        out_ += markup_[at_++];
    }

    [[nodiscard]] bool is_closing(std::string_view sign, Kind kind) const
    {
        return !open_.empty() && open_.back().kind == kind && rest().starts_with(sign);
    }

    [[nodiscard]] bool at_line_begin() const { return out_.empty() || out_.back() == '\n'; }
    [[nodiscard]] bool at_line_end() const
    {
        const auto behind = rest().find_first_not_of("= \r");
        return behind == std::string_view::npos || rest()[behind] == '\n';
    }

    void skip_all(char sign)
    {
        while (at_ < markup_.size() && markup_[at_] == sign) { ++at_; }
    }

    void open(Kind kind)
    {
        constexpr std::size_t kMostNested = 64;  // each costs a copy of what is in it
        if (open_.size() < kMostNested) { open_.push_back({kind, out_.size()}); }
        at_ += 2;
    }

    /// Puts what the innermost open thing means in its place.
    void close(bool is_closed)
    {
        const Open inner = open_.back();
        open_.pop_back();
        if (!is_closed && inner.kind == Kind::Link) { return; }
        const std::string inside = out_.substr(inner.begin);
        out_.resize(inner.begin);
        if (inner.kind == Kind::Link) { return link(inside); }
        if (inner.kind == Kind::Template) { use_template(inside); }
    }

    void link(std::string_view inside)
    {
        const auto parts = parts_of(inside);
        const auto colon = parts.front().find(':');
        // [[File:…]], [[Category:…]]; but [[:Category:…|words]] and [[w:Name|words]] are links.
        if (colon != std::string_view::npos && colon > 2 && parts.front()[0] != ':') { return; }
        std::string_view words = parts.back();
        if (parts.size() == 1 && colon != std::string_view::npos) {
            words.remove_prefix(words.rfind(':') + 1);
        }
        out_ += words;
    }

    void use_template(std::string_view inside)
    {
        const auto parts = parts_of(inside);
        if (is_among(parts.front(), kLinkTemplates) && parts.size() > 1) {
            std::string_view words = parts[1];
            for (std::size_t n = 2; n < parts.size(); ++n) {
                if (parts[n].find('=') == std::string_view::npos) { words = parts[n]; }
            }
            out_ += words;
        }
        if (!is_among(parts.front(), kDateTemplates) || !date_.empty()) { return; }
        for (std::size_t n = 1; n < parts.size(); ++n) {
            const auto equals = parts[n].find('=');
            if (equals == std::string_view::npos) {
                if (n == 1) { date_ = parts[n]; }
            } else if (same_name(without_blanks(parts[n].substr(0, equals)), "date")) {
                date_ = without_blanks(parts[n].substr(equals + 1));
            }
        }
    }

    /// [http://… words]
    void external_link()
    {
        constexpr std::size_t kLongest = 2048;
        const std::string_view near = rest().substr(0, kLongest);
        const auto end = near.find_first_of("]\n");
        const bool is_link = near.starts_with("[http") || near.starts_with("[//");
        if (!is_link || end == std::string_view::npos || near[end] == '\n') {
            out_ += markup_[at_++];
            return;
        }
        const auto blank = near.substr(0, end).find(' ');
        if (blank != std::string_view::npos) { out_ += near.substr(blank + 1, end - blank - 1); }
        at_ += end + 1;
    }

    void tag()
    {
        if (rest().starts_with("<!--")) {
            const auto end = markup_.find("-->", at_);
            at_ = end == std::string_view::npos ? markup_.size() : end + 3;
            return;
        }
        const auto found = tag_at(rest().substr(0, 4096), 0);
        if (!found) {
            out_ += markup_[at_++];
            return;
        }
        if (same_name(found->name, "br") || same_name(found->name, "p")) { out_ += '\n'; }
        const bool leaves_out = is_among(found->name, kElementsLeftOut) && !found->closing &&
                                !found->attributes.ends_with('/');
        at_ += found->end;
        if (!leaves_out || unclosed_.contains(found->name)) { return; }
        const auto end = markup_.find("</" + std::string{found->name}, at_);
        if (end != std::string_view::npos) {
            at_ = end;  // its tag is taken off next
        } else {
            unclosed_.emplace(found->name);
        }
    }

    std::string_view markup_;
    std::size_t at_ = 0;
    std::string out_{};
    std::vector<Open> open_{};
    std::string date_{};
    std::set<std::string, std::less<>> unclosed_{};  ///< elements without another end tag
};

}  // namespace

WikiText read_wiki_text(std::string_view markup) { return WikiReader{markup}.read(); }

}  // namespace dateline::indexer
