#include "indexer/check_index.hpp"

#include "common/storage/name_table.hpp"
#include "indexer/integrity.hpp"

#include <algorithm>
#include <tuple>
#include <unordered_map>

namespace dateline::indexer {
namespace {

/// One check of an index, from the hashes to the ids.
class IndexChecker {
  public:
    IndexChecker(const std::filesystem::path& index, const Manifest& manifest,
                 const IndexCheck& how)
        : index_(index), manifest_(manifest), how_(how)
    {
    }

    IndexReport run();

  private:
    void check_manifest();
    bool open_shared();
    void check_names(const Names& names);
    void check_name_table();
    void check_one_segment(std::size_t number);
    void check_languages(const std::string& segment, const SegmentSums& sums);
    void check_ids();
    std::string digest();
    void damaged(std::string file, std::string what)
    {
        report_.damages.add({.file = std::move(file), .what = std::move(what)});
    }

    const std::filesystem::path& index_;
    const Manifest& manifest_;
    const IndexCheck& how_;
    IndexReport report_{};
    SegmentCheck check_{};
    std::vector<ArticleSet> removed_{};
    Checked done_{};
    Checked total_{};
    std::vector<LiveId> live_{};
    std::vector<std::string> digest_lines_{};
};

void IndexChecker::check_manifest()
{
    std::set<std::string> seen;
    for (const SegmentEntry& entry : manifest_.segments) {
        if (!seen.insert(entry.name).second) {
            damaged(manifest_.file_name(), "it names the segment " + entry.name + " twice");
        }
        if (entry.name >= six_digits(manifest_.next_segment) &&
            entry.name.size() >= six_digits(manifest_.next_segment).size()) {
            damaged(manifest_.file_name(), "its next segment would overwrite " + entry.name);
        }
    }
}

/// Opens what all segments share. Without it no article can be checked.
bool IndexChecker::open_shared()
{
    const auto names = Names::open(index_ / "names", manifest_.names.size);
    if (!names) {
        damaged("names", names.error().message);
        return false;
    }
    check_names(*names);
    for (std::size_t i = 0; i < std::max<std::size_t>(how_.threads, 1); ++i) {
        auto writer = NamesWriter::open(index_ / "names", manifest_.names.size);
        if (!writer) {
            damaged("names", writer.error().message);
            return false;
        }
        check_.names.push_back(*std::move(writer));
    }
    std::vector<std::size_t> sizes;
    for (const SegmentEntry& entry : manifest_.segments) {
        sizes.push_back(entry.articles);
        removed_.emplace_back(entry.articles);
    }
    if (manifest_.tombstones.empty()) { return true; }
    auto removed = read_tombstones(index_ / "tombstones" / manifest_.tombstones, sizes);
    if (!removed) {
        damaged("tombstones/" + manifest_.tombstones, removed.error().message);
        return false;
    }
    removed_ = *std::move(removed);
    return true;
}

/// Spellings of one name must be one name, and those of two be two.
void IndexChecker::check_names(const Names& names)
{
    for (const Field& f : kFields) {
        const NameList& list = names.of(f.id);
        std::unordered_map<std::string, std::uint32_t> first_by_key;
        std::set<std::string_view> seen;
        for (std::uint32_t ordinal = 0; ordinal < list.spellings.size(); ++ordinal) {
            const std::string spelling{list.spellings[ordinal]};
            const std::string of_field = "the '" + std::string{f.name} + "' '" + spelling + "' ";
            const auto first = first_by_key.emplace(name_key(spelling), ordinal).first->second;
            if (list.group[ordinal] != first) {
                damaged("names", of_field + "is taken for another");
            }
            if (!seen.insert(list.spellings[ordinal]).second) {
                damaged("names", of_field + "has two numbers");
            }
        }
    }
}

/// The table of names must be what names, columns and tombstones come to.
void IndexChecker::check_name_table()
{
    const auto path = name_table_path(index_, manifest_);
    const auto contents = name_table_contents(index_, manifest_, check_.names.front(), removed_);
    const auto table = NameTable::open(path, index_ / "names", manifest_.names.size);
    if (!contents || !table) {
        damaged("name-table", (contents ? table.error() : contents.error()).message);
    } else if (!table->holds(*contents)) {
        damaged("name-table/" + path.filename().string(),
                "it is not what the names of the articles come to");
    }
}

void IndexChecker::check_languages(const std::string& segment, const SegmentSums& sums)
{
    for (const std::string& language : sums.languages) {
        const auto& known = manifest_.languages;
        if (std::find(known.begin(), known.end(), language) == known.end()) {
            damaged(manifest_.file_name(),
                    "it lacks the language " + language + " of segment " + segment);
        }
    }
}

void IndexChecker::check_one_segment(std::size_t number)
{
    const SegmentEntry& entry = manifest_.segments[number];
    // By itself, so that one that cannot be opened keeps none of the others from being checked.
    Manifest alone = manifest_;
    alone.segments = {entry};
    alone.tombstones.clear();
    const auto snapshot = Snapshot::open(index_, {LockedFile{}, std::move(alone)});
    if (!snapshot) {
        damaged("segments/" + entry.name, snapshot.error().message);
        return;
    }
    check_.tell = [this](const Checked& news) {
        done_.articles += news.articles;
        done_.text_bytes += news.text_bytes;
        if (how_.tell) { how_.tell(done_, total_); }
    };
    const Checked before = done_;
    SegmentSums sums = check_segment(check_, snapshot->segments().front(), entry, removed_[number],
                                     report_.damages);
    done_ = {before.articles + entry.articles, before.text_bytes + entry.text_bytes};
    check_languages(entry.name, sums);
    for (LiveId& id : sums.live) {
        id.segment = number;
        live_.push_back(id);
    }
    digest_lines_.insert(digest_lines_.end(), std::make_move_iterator(sums.digest_lines.begin()),
                         std::make_move_iterator(sums.digest_lines.end()));
}

/// No id may live twice: a reader would find the article twice.
void IndexChecker::check_ids()
{
    std::sort(live_.begin(), live_.end(), [](const LiveId& a, const LiveId& b) {
        return std::tie(a.hash, a.segment, a.index) < std::tie(b.hash, b.segment, b.index);
    });
    for (std::size_t i = 0; i + 1 < live_.size(); ++i) {
        if (live_[i].hash != live_[i + 1].hash) { continue; }
        const std::string& name = manifest_.segments[live_[i + 1].segment].name;
        Dictionaries dictionaries{index_ / "dictionaries"};
        const auto bodies = Bodies::open(index_ / "segments" / name / "bodies", dictionaries);
        const auto article = bodies ? bodies->article(live_[i + 1].index)
                                    : Result<AnalyzedArticle>{Failure{bodies.error()}};
        report_.damages.add({.file = "segments/" + name,
                             .what = "the article is in segment " +
                                     manifest_.segments[live_[i].segment].name + ", too",
                             .article = article ? article->article.id : ""});
    }
}

/// One hash over (id, content hash, marks) of all articles, sorted by id.
std::string IndexChecker::digest()
{
    std::sort(digest_lines_.begin(), digest_lines_.end());
    std::string all;
    for (const std::string& line : digest_lines_) { all += line + '\n'; }
    return hash_hex(all);
}

IndexReport IndexChecker::run()
{
    report_.generation = manifest_.generation;
    report_.segments = manifest_.segments.size();
    check_manifest();
    bool has_shared = check_shared_files(index_, manifest_, report_.damages);
    std::vector<bool> is_whole;
    for (const SegmentEntry& entry : manifest_.segments) {
        is_whole.push_back(check_segment_files(index_, entry, report_.damages));
        total_.articles += entry.articles;
        total_.text_bytes += entry.text_bytes;
    }
    check_.index = index_;
    check_.wants_digest = how_.wants_digest;
    if (!has_shared || !open_shared()) {
        report_.skipped.emplace_back(
            "no article was checked, since a file that all segments need is damaged");
        return std::move(report_);
    }
    for (std::size_t i = 0; i < manifest_.segments.size(); ++i) {
        if (is_whole[i]) {
            check_one_segment(i);
        } else {
            report_.skipped.push_back("the articles of segment " + manifest_.segments[i].name +
                                      " were not checked, since a file of it is damaged");
        }
        report_.removed += removed_[i].count();
    }
    if (std::find(is_whole.begin(), is_whole.end(), false) == is_whole.end()) {
        check_name_table();
    }
    check_ids();
    report_.articles = live_.size();
    if (how_.wants_digest && report_.damages.empty()) { report_.digest = digest(); }
    return std::move(report_);
}

}  // namespace

Result<IndexReport> check_index(const std::filesystem::path& index, const IndexCheck& how)
{
    const auto locked = lock_manifest(index);
    if (!locked) { return Failure{locked.error()}; }
    return IndexChecker{index, locked->manifest, how}.run();
}

}  // namespace dateline::indexer
