#include "indexer/identity.hpp"

#include "common/storage/file.hpp"
#include "common/storage/names.hpp"
#include "common/text/ascii.hpp"
#include "common/text/utf8.hpp"
#include "indexer/input/decompressor.hpp"
#include "indexer/line.hpp"
#include "indexer/notice.hpp"

namespace dateline::indexer {
namespace {

constexpr std::size_t kLongestExtension = 8;

/// `path` without its last extension. A dot followed by a figure is part of a name: "2024.11.08".
std::string_view without_extension(std::string_view path)
{
    const std::size_t slash = path.find_last_of("/!");  // behind ! stands a path in an archive
    const std::size_t name = slash == std::string_view::npos ? 0 : slash + 1;
    const std::size_t dot = path.rfind('.');
    if (dot == std::string_view::npos || dot <= name || dot + 1 == path.size() ||
        path.size() - dot - 1 > kLongestExtension) {
        return path;
    }
    return ascii::is_letter(path[dot + 1]) ? path.substr(0, dot) : path;
}

std::string text_hash(const Article& article)
{
    return hash_hex(article.title + "\n" + article.body);
}

}  // namespace

std::string_view file_stem(std::string_view path)
{
    return without_extension(without_packed_ending(path));
}

std::string article_id(const RawDocument& raw, std::string_view stated_source,
                       const Article& article)
{
    const std::string file = clean_text(place_of(raw.file, raw.member)).text;
    const std::string own{trimmed(clean_text(raw.id).text)};
    if (!own.empty()) {
        std::string prefix =
            stated_source.empty() ? std::string{file_stem(file)} : name_key(stated_source);
        if (!prefix.empty()) { prefix += '/'; }
        return fold(own).starts_with(fold(prefix)) ? own : prefix + own;
    }
    if (!article.url.empty()) { return article.url; }
    if (raw.file.empty()) { return text_hash(article); }
    // A file of one text is one article; in a dump a record needs its number.
    const bool alone = raw.unstructured && raw.record <= 1;
    return alone ? file : file + "#" + std::to_string(raw.record);
}

}  // namespace dateline::indexer
