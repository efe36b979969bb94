#include "tests/crash/support/disk_model.hpp"

#include <algorithm>
#include <fstream>
#include <limits>
#include <stdexcept>

namespace dateline::tests {
namespace {

using Kind = DiskOperation::Kind;

constexpr std::uint64_t kSector = 4096;
constexpr std::size_t kRoot = 0;
constexpr std::size_t kNowhere = std::numeric_limits<std::size_t>::max();

void write_to(const std::filesystem::path& path, std::string_view bytes)
{
    std::ofstream{path, std::ios::binary} << bytes;
}

/// Writes into [begin, end) of `bytes`, which has room for it.
void copy_range(std::string& bytes, std::uint64_t offset, std::string_view what,
                std::uint64_t begin, std::uint64_t end)
{
    const std::uint64_t first = std::max(begin, offset);
    const std::uint64_t last = std::min(end, offset + what.size());
    if (first >= last) { return; }
    what.substr(first - offset, last - first).copy(bytes.data() + first, last - first);
}

}  // namespace

DiskModel::DiskModel(std::string root) : root_(std::move(root))
{
    nodes_.push_back({.is_folder = true});
    names_[kRoot];
}

std::pair<std::size_t, std::string> DiskModel::place_of(const std::string& path) const
{
    const auto slash = path.rfind('/');
    return {find(path.substr(0, slash)), path.substr(slash + 1)};
}

std::size_t DiskModel::find(const std::string& path) const
{
    std::size_t node = kRoot;
    for (const auto& part : std::filesystem::path{path.substr(root_.size())}.relative_path()) {
        if (part.empty() || part == ".") { continue; }
        const auto folder = names_.find(node);
        if (folder == names_.end()) { return kNowhere; }
        const auto entry = folder->second.find(part.string());
        if (entry == folder->second.end()) { return kNowhere; }
        node = entry->second;
    }
    return node;
}

void DiskModel::change_names(NameChange change)
{
    apply_names(change, names_);
    name_changes_.push_back(std::move(change));
}

void DiskModel::apply_names(const NameChange& change, Names& names)
{
    if (change.from_folder != kNowhere) {
        auto& folder = names[change.from_folder];
        const auto entry = folder.find(change.from);
        if (entry != folder.end() && entry->second == change.node) { folder.erase(entry); }
    }
    if (change.to_folder != kNowhere) { names[change.to_folder][change.to] = change.node; }
}

std::size_t DiskModel::make(const std::string& path, bool is_folder)
{
    const std::size_t node = nodes_.size();
    nodes_.push_back({.is_folder = is_folder});
    if (is_folder) { names_[node]; }
    const auto [folder, name] = place_of(path);
    change_names({node, kNowhere, "", folder, name});
    return node;
}

void DiskModel::sync(std::size_t node)
{
    if (!nodes_[node].is_folder) {
        nodes_[node].durable = apply_changes(nodes_[node]);
        nodes_[node].unsynced.clear();
        return;
    }
    for (NameChange& change : name_changes_) {
        const auto folder = change.to_folder != kNowhere ? change.to_folder : change.from_folder;
        if (folder == node) { change.is_durable = true; }
    }
}

void DiskModel::apply(const DiskOperation& operation)
{
    const std::string& path = operation.path;
    const std::size_t node = find(path);
    if (operation.kind == Kind::Create || operation.kind == Kind::MakeFolder) {
        if (node == kNowhere) { make(path, operation.kind == Kind::MakeFolder); }
        return;
    }
    if (node == kNowhere) { throw std::runtime_error{"'" + path + "' is not on the disk"}; }
    std::vector<Change>& unsynced = nodes_[node].unsynced;
    switch (operation.kind) {
        case Kind::Write:
            unsynced.push_back({operation.offset, &operation.bytes});
            return;
        case Kind::Append:
            unsynced.push_back({apply_changes(nodes_[node]).size(), &operation.bytes});
            return;
        case Kind::Resize:
            unsynced.push_back({operation.offset, nullptr});
            return;
        case Kind::Sync:
            sync(node);
            return;
        default:
            break;
    }
    const auto [folder, name] = place_of(path);
    const bool is_rename = operation.kind == Kind::Rename;
    const auto [to_folder, to_name] =
        is_rename ? place_of(operation.to) : std::pair{kNowhere, std::string{}};
    change_names({node, folder, name, to_folder, to_name});
}

std::string DiskModel::apply_changes(const Node& node)
{
    std::string bytes = node.durable;
    for (const Change& change : node.unsynced) {
        if (change.bytes == nullptr) {
            bytes.resize(change.offset);
            continue;
        }
        const std::uint64_t end = change.offset + change.bytes->size();
        bytes.resize(std::max<std::uint64_t>(bytes.size(), end));
        copy_range(bytes, change.offset, *change.bytes, 0, end);
    }
    return bytes;
}

std::string DiskModel::surviving_bytes(const Node& node, Dice& dice)
{
    const std::vector<Change>& changes = node.unsynced;
    // Every file has its own luck: nothing written yet, everything, or any mixture.
    const std::size_t luck = dice.below(4);
    if (changes.empty() || luck == 0) { return node.durable; }
    if (luck == 1) { return apply_changes(node); }

    std::vector<std::uint64_t> lengths{node.durable.size()};
    for (const Change& change : changes) {
        lengths.push_back(change.bytes == nullptr
                              ? change.offset
                              : std::max(lengths.back(), change.offset + change.bytes->size()));
    }
    std::string bytes = node.durable;
    bytes.resize(lengths[dice.below(lengths.size())]);
    for (std::uint64_t begin = 0; begin < bytes.size(); begin += kSector) {
        const std::uint64_t end = std::min<std::uint64_t>(begin + kSector, bytes.size());
        const std::size_t version = dice.below(changes.size() + 1);
        for (std::size_t i = 0; i < version; ++i) {
            if (changes[i].bytes != nullptr) {
                copy_range(bytes, changes[i].offset, *changes[i].bytes, begin, end);
            } else if (changes[i].offset < end) {
                const std::uint64_t first = std::max(changes[i].offset, begin);
                std::fill(bytes.begin() + static_cast<std::ptrdiff_t>(first),
                          bytes.begin() + static_cast<std::ptrdiff_t>(end), '\0');
            }
        }
    }
    return bytes;
}

DiskModel::Names DiskModel::surviving_names(Dice& dice) const
{
    std::size_t last_durable = 0;
    for (std::size_t i = 0; i < name_changes_.size(); ++i) {
        if (name_changes_[i].is_durable) { last_durable = i + 1; }
    }
    const bool is_journal = dice.below(2) == 0;
    const std::size_t journal_end =
        last_durable + dice.below(name_changes_.size() - last_durable + 1);
    Names names;
    names[kRoot];
    for (std::size_t i = 0; i < name_changes_.size(); ++i) {
        const NameChange& change = name_changes_[i];
        const bool is_kept = is_journal ? i < journal_end : dice.below(2) == 0;
        if (change.is_durable || is_kept) { apply_names(change, names); }
    }
    return names;
}

void DiskModel::write_folder(std::size_t folder, const Names& names,
                             const std::filesystem::path& to, Dice* dice) const
{
    std::filesystem::create_directories(to);
    const auto entries = names.find(folder);
    if (entries == names.end()) { return; }
    for (const auto& [name, node] : entries->second) {
        if (nodes_[node].is_folder) {
            write_folder(node, names, to / name, dice);
        } else {
            write_to(to / name, dice == nullptr ? apply_changes(nodes_[node])
                                                : surviving_bytes(nodes_[node], *dice));
        }
    }
}

void DiskModel::write_survivors(const std::filesystem::path& to, Dice& dice) const
{
    std::filesystem::remove_all(to);
    write_folder(kRoot, surviving_names(dice), to, &dice);
}

void DiskModel::write_all(const std::filesystem::path& to) const
{
    std::filesystem::remove_all(to);
    write_folder(kRoot, names_, to, nullptr);
}

}  // namespace dateline::tests
