#include "benchmarks/quality/figures.hpp"

#include "common/text/ascii.hpp"

#include <algorithm>
#include <array>
#include <cstdio>

namespace dateline::quality {
namespace {

constexpr std::array<std::string_view, 4> kEndings{".zst", ".gz", ".jsonl", ".json"};

double share(double part, double whole) { return whole > 0 ? part / whole : 0; }

bool fits_a_key(char c) { return ascii::is_letter_or_digit(c) || c == '.' || c == '-' || c == '_'; }

}  // namespace

double Counts::precision() const
{
    return share(static_cast<double>(right), static_cast<double>(found));
}

double Counts::recall() const
{
    return share(static_cast<double>(right), static_cast<double>(gold));
}

double Counts::f1() const { return share(2 * precision() * recall(), precision() + recall()); }

void Counts::add(const Counts& more)
{
    gold += more.gold;
    found += more.found;
    right += more.right;
}

std::string as_ratio(double value)
{
    std::array<char, 64> text{};
    const int size = std::snprintf(text.data(), text.size(), "%.4f", value);
    return {text.data(), static_cast<std::size_t>(size)};
}

Figures::Figures(std::string_view verb) : line_("verb=" + std::string{verb}) {}

void Figures::add(std::string_view key, double ratio) { add_text(key, as_ratio(ratio)); }

void Figures::add_count(std::string_view key, std::uint64_t count)
{
    add_text(key, std::to_string(count));
}

void Figures::add(std::string_view key, const Counts& counts)
{
    const std::string begin{key};
    add(begin + ".p", counts.precision());
    add(begin + ".r", counts.recall());
    add(begin + ".f1", counts.f1());
}

void Figures::add_text(std::string_view key, std::string_view text)
{
    line_ += ' ';
    line_ += key;
    line_ += '=';
    line_ += text;
}

std::string key_of_file(std::string_view path)
{
    std::string key{path.substr(path.rfind('/') + 1)};  // npos + 1 is 0
    for (const std::string_view ending : kEndings) {
        if (key.size() > ending.size() && key.ends_with(ending)) {
            key.resize(key.size() - ending.size());
        }
    }
    std::replace_if(
        key.begin(), key.end(), [](char c) { return !fits_a_key(c); }, '_');
    return key;
}

}  // namespace dateline::quality
