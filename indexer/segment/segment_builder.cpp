#include "indexer/segment/segment_builder.hpp"

#include "common/storage/tokens.hpp"

namespace dateline::indexer {
namespace {

/// A dictionary is trained on the first records of an index, up to this much.
constexpr std::size_t kSampleBytes = 8 << 20;

}  // namespace

SegmentBuilder::SegmentBuilder(std::filesystem::path folder, NamesWriter& names,
                               BodyDictionary dictionary)
    : folder_(std::move(folder)),
      maker_(lexicon_, names),
      postings_(folder_ / "scratch"),
      dictionary_(std::move(dictionary))
{
    std::error_code ignored;  // the first file that cannot be made will say so
    std::filesystem::create_directories(folder_ / "scratch", ignored);
    if (!dictionary_.bytes.empty()) { begin_bodies(); }
}

void SegmentBuilder::begin_bodies()
{
    if (dictionary_.bytes.empty()) {
        dictionary_.bytes = train_dictionary(samples_, dictionary_.id);
        dictionary_.is_new = !dictionary_.bytes.empty();
    }
    bodies_.emplace(folder_ / "bodies", dictionary_.bytes);
    for (const std::string& record : samples_) { bodies_->add(record); }
    samples_.clear();
}

void SegmentBuilder::add_record(std::string record)
{
    if (bodies_) { return bodies_->add(record); }
    sample_bytes_ += record.size();
    samples_.push_back(std::move(record));
    if (sample_bytes_ >= kSampleBytes) { begin_bodies(); }
}

Result<std::size_t> SegmentBuilder::add(const AnalyzedArticle& analyzed, const TokenList& title,
                                        const TokenList& body)
{
    const std::size_t index = articles();
    std::string record = encode_article(analyzed);
    if (record.size() > kMaxRecordBytes) {
        return fail(ErrorKind::InputFormat, "its marks take more room than an article may have");
    }
    IndexedArticle indexed = maker_.make(analyzed, title, body, static_cast<std::uint32_t>(index));
    if (auto added = postings_.add(std::move(indexed.document)); !added) {
        return Failure{added.error()};
    }
    codes_.insert(codes_.end(), indexed.codes.begin(), indexed.codes.end());
    code_offsets_.push_back(codes_.size());
    columns_.add(indexed.row);
    add_record(std::move(record));
    languages_.insert(analyzed.article.language);
    entry_.words += indexed.row.length;
    entry_.text_bytes += analyzed.article.title.size() + analyzed.article.body.size();
    return index;
}

Result<SegmentEntry> SegmentBuilder::finish()
{
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
          postings_.finish(folder_ / "postings")}) {
        if (!status) { return Failure{status.error()}; }
    }
    std::error_code ignored;  // scratch of the scratch folder
    std::filesystem::remove_all(folder_ / "scratch", ignored);
    auto files = digest_segment(folder_);
    if (!files) { return Failure{files.error()}; }
    entry_.files = *std::move(files);
    entry_.articles = articles();
    return entry_;
}

Result<std::map<std::string, FileDigest>> digest_segment(const std::filesystem::path& folder)
{
    std::map<std::string, FileDigest> files;
    std::error_code problem;
    for (const auto& file : std::filesystem::recursive_directory_iterator{folder, problem}) {
        if (!file.is_regular_file(problem)) { continue; }
        auto digest = digest_file(file.path());
        if (!digest) { return Failure{digest.error()}; }
        files.emplace(file.path().lexically_relative(folder).string(), *std::move(digest));
    }
    return files;
}

}  // namespace dateline::indexer
