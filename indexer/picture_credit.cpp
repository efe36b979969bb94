#include "indexer/picture_credit.hpp"

#include "common/text/utf8.hpp"
#include "common/text/word_set.hpp"
#include "indexer/line.hpp"
#include "indexer/name_shape.hpp"
#include "indexer/outlets.hpp"

#include <algorithm>
#include <array>

namespace dateline::indexer {
namespace {

/// Whether the words between two marks, as of a bold passage, are a credit.
bool is_credit(std::string_view text)
{
    constexpr std::size_t kLongestCredit = 120;
    return text.size() <= kLongestCredit && ((text.find('/') != std::string_view::npos &&
                                              text.find("</") == std::string_view::npos) ||
                                             contains(text, "photo") || contains(text, "getty") ||
                                             contains(text, "foto") || contains(text, "reuters"));
}

/// Where the credit between "**" begins that `text` ends with; npos if it ends otherwise.
std::size_t bold_credit(std::string_view text)
{
    constexpr std::string_view kBold = "**";
    if (text.size() <= 2 * kBold.size() || !text.ends_with(kBold)) {
        return std::string_view::npos;
    }
    const std::string_view front = text.substr(0, text.size() - kBold.size());
    const std::size_t open = front.rfind(kBold);
    if (open == std::string_view::npos || !is_credit(front.substr(open + kBold.size()))) {
        return std::string_view::npos;
    }
    return open;
}

/// Where the credit in brackets begins that `text` ends with: "(Photo: …)".
std::size_t bracket_credit(std::string_view text)
{
    if (!text.ends_with(')') && !text.ends_with(']')) { return std::string_view::npos; }
    const std::size_t open = text.rfind(text.back() == ')' ? '(' : '[');
    if (open == std::string_view::npos) { return open; }
    const std::string_view inside = text.substr(open + 1);
    // "Ann Lee (text) and Bo Roe (photo)" says who has done what.
    if (inside.find_first_of(" :/") == std::string_view::npos) { return std::string_view::npos; }
    for (const std::string_view mark : {"photo", "foto", "ap photo", "image:", "picture:"}) {
        if (begins_with(inside, mark)) { return open; }
    }
    return std::string_view::npos;
}

/// Whether a sentence follows a full stop: "AP. They will meet again." is no credit.
bool goes_on(std::string_view text)
{
    constexpr std::size_t kMostWords = 3;  // "J. Gil / EFE"
    for (std::size_t stop = text.find(". "); stop != std::string_view::npos;
         stop = text.find(". ", stop + 1)) {
        if (word_count(text.substr(stop + 1)) > kMostWords) { return true; }
    }
    return false;
}

/// Where the last `most` bytes of a text begin, which may be long.
std::size_t end_of(std::string_view text, std::size_t most)
{
    return text.size() - std::min(text.size(), most);
}

/// Where the owner of a picture begins that `text` ends with: "Drums at a warehouse © Wire".
std::size_t owner_credit(std::string_view text)
{
    constexpr std::size_t kLongestOwner = 60;
    const std::size_t begin = end_of(text, kLongestOwner);
    const std::string_view end = text.substr(begin);
    if (end.find('\xC2') == std::string_view::npos) { return std::string_view::npos; }
    const std::size_t owner = end.rfind(" © ");
    if (owner == std::string_view::npos || begin + owner == 0 || has_figure(end.substr(owner)) ||
        goes_on(end.substr(owner))) {
        return std::string_view::npos;
    }
    return begin + owner;
}

/// Where the credit behind a bar, a dash or a full stop begins that `text` ends with: " | Foto: …".
std::size_t labelled_credit(std::string_view text)
{
    constexpr std::size_t kLongestCredit = 100;
    static constexpr std::array<std::string_view, 16> kLabels{
        "photo",  "photos",  "foto",         "fotos",     "fotografía", "image",
        "imagen", "imagem",  "crédito",      "credit",    "фото",       "Фото",
        "ФОТО",   "picture", "photo credit", "bildrechte"};
    static constexpr std::array<std::string_view, 9> kMarks{"|", "/", "–", "—", "-",
                                                            "·", "•", ".", "”"};
    if (const std::size_t owner = owner_credit(text); owner != std::string_view::npos) {
        return owner;
    }
    const std::size_t begin = end_of(text, kLongestCredit);
    std::size_t colon = text.substr(begin).rfind(':');
    if (colon == std::string_view::npos) { return colon; }
    colon += begin;
    if (goes_on(text.substr(colon + 1))) { return std::string_view::npos; }
    const std::string_view before = trimmed(text.substr(0, colon));
    for (const std::string_view label : kLabels) {
        if (before.size() <= label.size() ||
            !same_words(before.substr(before.size() - label.size()), label)) {
            continue;
        }
        const std::string_view front = trimmed(before.substr(0, before.size() - label.size()));
        for (const std::string_view mark : kMarks) {
            if (!front.ends_with(mark) || front.size() == mark.size()) { continue; }
            const bool ends = mark == "." || mark == "”";
            return front.size() - (ends ? 0 : mark.size());
        }
    }
    return std::string_view::npos;
}

}  // namespace

bool is_picture_credit(std::string_view line)
{
    constexpr std::size_t kLongest = 90;  // bytes
    constexpr std::size_t kMostWords = 4;
    static constexpr std::array<std::string_view, 1> kSlash{"/"};
    static constexpr WordSet kPictureAgencies{std::to_array<std::string_view>(
        {"getty", "pool", "shutterstock", "wikimedia", "flickr", "unsplash", "pixabay", "pexels",
         "istock", "alamy", "epa", "zuma", "nurphoto", "imago", "legion-media", "globallookpress",
         "archivo", "arquivo", "archive"})};
    if (line.size() > kLongest || line.find('/') == std::string_view::npos) { return false; }
    bool agency = false;
    std::size_t parts = 0;
    while (!line.empty()) {
        const std::string_view part = take_part(line, kSlash).text;
        const auto words = words_of(part);
        if (words.empty() || words.size() > kMostWords || !is_name(part)) { return false; }
        agency = agency || is_agency(part) || kPictureAgencies.contains(fold(words.front()));
        ++parts;
    }
    return parts > 1 && agency;
}

std::string_view without_credit(std::string_view line)
{
    const std::string_view text = trimmed(line);
    // What agencies write at the end of a story.
    for (const std::string_view mark : {". Enditem", ".  Enditem", ". (END)", ". END/"}) {
        if (text.ends_with(mark)) { return text.substr(0, text.size() - mark.size() + 1); }
    }
    const std::size_t bold = bold_credit(text);
    std::size_t credit = bold == std::string_view::npos ? bracket_credit(text) : bold;
    if (credit == std::string_view::npos) { credit = labelled_credit(text); }
    return credit == std::string_view::npos ? line : trimmed(text.substr(0, credit));
}

}  // namespace dateline::indexer
