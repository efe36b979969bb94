#include "common/storage/names.hpp"

#include "common/storage/bytes.hpp"
#include "common/storage/section_file.hpp"
#include "common/text/ascii.hpp"
#include "common/text/utf8.hpp"

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <unistd.h>

namespace dateline {
namespace {

constexpr std::string_view kMagic = "DLNAMES1";

}  // namespace

std::string name_key(std::string_view spelling)
{
    std::string key;
    for (const char c : fold(spelling)) {
        if (c == ' ' && (key.empty() || key.back() == ' ')) { continue; }
        key += c;
    }
    if (key.ends_with(' ')) { key.pop_back(); }
    return key;
}

Result<Names> Names::open(const std::filesystem::path& path, std::uint64_t size)
{
    auto file = MappedFile::open(path);
    if (!file) { return Failure{file.error()}; }
    Names names;
    names.file_ = *std::move(file);
    const std::string_view bytes = names.file_.bytes();
    if (size < kMagic.size() || bytes.size() < size || !bytes.starts_with(kMagic)) {
        return damaged(path, "it is too short or of another kind");
    }
    ByteReader reader{bytes.substr(kMagic.size(), size - kMagic.size())};
    while (!reader.at_end()) {
        const std::uint64_t place = size - reader.size_left();
        const std::uint64_t field = reader.varint(kFields.size() - 1);
        NameList& list = names.lists_[field];
        const std::uint64_t back = reader.varint(list.spellings.size());
        const std::string_view spelling = reader.string();
        if (!reader.ok()) { return damaged(path, "a name breaks off"); }
        const auto first = static_cast<std::uint32_t>(list.spellings.size() - back);
        list.group.push_back(first);
        list.spellings.push_back(spelling);
        list.places.push_back(place);
        if (list.group[first] != first) { return damaged(path, "a name's group has no head"); }
    }
    if (!reader.ok()) { return damaged(path, "a name breaks off"); }
    return names;
}

Result<NamesWriter> NamesWriter::open(const std::filesystem::path& path, std::uint64_t size)
{
    NamesWriter writer;
    if (size == 0) {
        writer.pending_ = kMagic;
        return writer;
    }
    const auto names = Names::open(path, size);
    if (!names) { return Failure{names.error()}; }
    for (const Field& f : kFields) {
        const NameList& list = names->of(f.id);
        for (std::size_t i = 0; i < list.spellings.size(); ++i) {
            writer.insert(writer.known_[static_cast<std::size_t>(f.id)], list.spellings[i],
                          list.places[i]);
        }
        // A double would give the next new name a number that is taken.
        if (writer.known_[static_cast<std::size_t>(f.id)].ordinals.size() !=
            names->of(f.id).spellings.size()) {
            return damaged(path, "a name stands there twice");
        }
    }
    writer.size_ = size;
    return writer;
}

std::uint32_t NamesWriter::insert(Known& known, std::string_view spelling, std::uint64_t place)
{
    const auto ordinal = static_cast<std::uint32_t>(known.ordinals.size());
    known.spellings.emplace_back(known.ordinals.emplace(spelling, ordinal).first->first);
    const auto& [key, group] = *known.first_by_key.emplace(name_key(spelling), ordinal).first;
    known.keys.emplace_back(key);
    const auto accented =
        std::count_if(spelling.begin(), spelling.end(), [](char c) { return !ascii::is_ascii(c); });
    known.rows.push_back({place, group, static_cast<std::uint32_t>(accented)});
    return group;
}

std::uint32_t NamesWriter::ordinal(FieldId field, std::string_view spelling)
{
    Known& known = known_[static_cast<std::size_t>(field)];
    const auto found = known.ordinals.find(std::string{spelling});
    if (found != known.ordinals.end()) { return found->second; }
    const auto ordinal = static_cast<std::uint32_t>(known.ordinals.size());
    const std::uint32_t first = insert(known, spelling, size_ + pending_.size());
    append_varint(pending_, static_cast<std::uint64_t>(field));
    append_varint(pending_, ordinal - first);
    append_string(pending_, spelling);
    return ordinal;
}

Result<std::uint64_t> NamesWriter::append_to(const std::filesystem::path& path)
{
    if (pending_.empty()) { return size_; }
    if (size_ != 0 && ::truncate(path.c_str(), static_cast<off_t>(size_)) != 0) {
        return io_failure("cut", path);
    }
    std::ofstream file{path, std::ios::binary | (size_ == 0 ? std::ios::trunc : std::ios::app)};
    file << pending_;
    file.close();
    if (file.fail()) { return io_failure("write", path); }
    if (auto synced = sync_path(path); !synced) { return Failure{synced.error()}; }
    size_ += pending_.size();
    pending_.clear();
    return size_;
}

}  // namespace dateline
