#include "indexer/segment/segment_builder.hpp"

#include "common/storage/postings.hpp"
#include "common/storage/tokens.hpp"

#include <algorithm>

namespace dateline::indexer {
namespace {

/// A dictionary is trained on the first records of a segment that has so much of them.
constexpr std::size_t kSampleBytes = 8 << 20;

}  // namespace

SegmentBuilder::SegmentBuilder(std::filesystem::path folder, NamesWriter& names,
                               DictionaryChoice choice)
    : folder_(std::move(folder)),
      maker_(lexicon_, names, inverter_),
      choice_(std::move(choice)),
      made_(make_folders(folder_))
{
}

void SegmentBuilder::begin_bodies()
{
    if (sample_bytes_ >= kSampleBytes || choice_.last.bytes.empty()) {
        dictionary_ = {choice_.new_id, train_dictionary(samples_, choice_.new_id), true};
    }
    if (dictionary_.bytes.empty()) { dictionary_ = std::move(choice_.last); }
    bodies_.emplace(folder_ / "bodies");
    if (!dictionary_.bytes.empty()) { bodies_->use_dictionary(dictionary_.id, dictionary_.bytes); }
    for (std::size_t i = 0; i < samples_.size(); ++i) { bodies_->add(sample_ids_[i], samples_[i]); }
    samples_.clear();
    sample_ids_.clear();
}

void SegmentBuilder::add_record(const std::string& id, std::string record)
{
    if (bodies_) { return bodies_->add(id, record); }
    sample_bytes_ += record.size();
    sample_ids_.push_back(id);
    samples_.push_back(std::move(record));
    if (sample_bytes_ >= kSampleBytes) { begin_bodies(); }
}

Result<std::size_t> SegmentBuilder::add(const AnalyzedArticle& analyzed, const TokenList& title,
                                        const TokenList& body, std::string record,
                                        std::uint32_t added)
{
    const std::size_t index = articles();
    if (record.empty()) { record = encode_article(analyzed); }
    if (record.size() > kMaxRecordBytes) {
        return fail(ErrorKind::InputFormat, "its marks take more room than an article may have");
    }
    IndexedArticle indexed = maker_.make(analyzed, title, body, static_cast<std::uint32_t>(index));
    codes_.insert(codes_.end(), indexed.codes.begin(), indexed.codes.end());
    code_offsets_.push_back(codes_.size());
    indexed.row.added = added;
    columns_.add(indexed.row);
    add_record(analyzed.article.id, std::move(record));
    languages_.insert(analyzed.article.language);
    entry_.words += indexed.row.length;
    entry_.text_bytes += analyzed.article.title.size() + analyzed.article.body.size();
    return index;
}

/// What is published must be whole: as many documents as there are articles.
Status SegmentBuilder::check_postings() const
{
    const auto postings = Postings::open(folder_ / "postings");
    if (!postings) { return Failure{postings.error()}; }
    if (postings->articles() == articles()) { return Done{}; }
    return fail(ErrorKind::Io,
                "the new segment has postings of " + std::to_string(postings->articles()) +
                    " articles, not of " + std::to_string(articles()),
                "run the same command again");
}

Result<SegmentEntry> SegmentBuilder::finish()
{
    if (!made_) { return Failure{made_.error()}; }
    const auto ranks = lexicon_.ranks();
    TokensWriter tokens{folder_ / "tokens"};
    for (std::uint32_t& code : codes_) {
        if (code >= kFirstWord) { code = kFirstWord + ranks[code - kFirstWord]; }
    }
    for (std::size_t i = 0; i + 1 < code_offsets_.size(); ++i) {
        tokens.add(
            std::span{codes_}.subspan(code_offsets_[i], code_offsets_[i + 1] - code_offsets_[i]));
    }
    if (!bodies_) { begin_bodies(); }
    for (const Status& status :
         {tokens.finish(), write_vocabulary(folder_ / "vocabulary", lexicon_.contents(ranks)),
          columns_.write(folder_ / "columns"), bodies_->finish(),
          inverter_.write(folder_ / "postings")}) {
        if (!status) { return Failure{status.error()}; }
    }
    if (auto checked = check_postings(); !checked) { return Failure{checked.error()}; }
    auto files = digest_segment(folder_);
    if (!files) { return Failure{files.error()}; }
    entry_.files = *std::move(files);
    entry_.articles = articles();
    return entry_;
}

Result<std::map<std::string, FileDigest>> digest_segment(const std::filesystem::path& folder)
{
    std::map<std::string, FileDigest> files;
    for (const char* part : {"", "postings"}) {
        const auto entries = list_folder(folder / part);
        if (!entries) { return Failure{entries.error()}; }
        for (const auto& path : *entries) {
            std::error_code problem;
            const bool is_file = std::filesystem::is_regular_file(path, problem);
            if (problem) { return io_failure("read", path, problem.value()); }
            if (!is_file) { continue; }
            auto digest = digest_file(path);
            if (!digest) { return Failure{digest.error()}; }
            files.emplace(path.lexically_relative(folder).string(), *std::move(digest));
        }
    }
    if (auto synced = sync_path(folder); !synced) { return Failure{synced.error()}; }
    return files;
}

}  // namespace dateline::indexer
