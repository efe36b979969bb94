#include "common/storage/vocabulary.hpp"

#include "common/storage/bytes.hpp"

namespace dateline {
namespace {

constexpr std::string_view kMagic = "DLVOCAB1";

/// Nothing if the payload is damaged: a number that is not the word's would be another word.
std::optional<WordEntry> read_word(std::string_view payload)
{
    ByteReader reader{payload};
    WordEntry entry;
    entry.number = static_cast<std::uint32_t>(reader.varint(UINT32_MAX));
    entry.articles = static_cast<std::uint32_t>(reader.varint(UINT32_MAX));
    return reader.ok() ? std::optional{entry} : std::nullopt;
}

/// Leaves out words of languages that the segment has not.
std::vector<StemmedWord> read_stem(std::string_view payload, std::size_t languages)
{
    ByteReader reader{payload};
    const std::uint64_t count = reader.varint(payload.size());
    std::vector<StemmedWord> words;
    for (std::uint64_t i = 0; i < count && reader.ok(); ++i) {
        const auto language = static_cast<std::uint32_t>(reader.varint(UINT32_MAX));
        const auto number = static_cast<std::uint32_t>(reader.varint(UINT32_MAX));
        if (reader.ok() && language < languages) { words.push_back({language, number}); }
    }
    return words;
}

}  // namespace

Status write_vocabulary(const std::filesystem::path& path, const VocabularyContents& contents)
{
    SectionWriter file{path, kMagic};
    std::string payload;

    FrontCodedWriter words;
    for (const auto& [surface, entry] : contents.words) {
        payload.clear();
        append_varint(payload, entry.number);
        append_varint(payload, entry.articles);
        words.add(surface, payload);
    }
    words.finish(file);

    FrontCodedWriter stems;
    for (const auto& [stem, stemmed] : contents.stems) {
        payload.clear();
        append_varint(payload, stemmed.size());
        for (const StemmedWord& word : stemmed) {
            append_varint(payload, word.language);
            append_varint(payload, word.number);
        }
        stems.add(stem, payload);
    }
    stems.finish(file);

    std::string languages;
    for (const std::string& language : contents.languages) { append_string(languages, language); }
    file.begin_section();
    file.append(languages);
    return file.finish();
}

Vocabulary::Vocabulary(SectionFile file)
    : file_(std::move(file)),
      words_(file_.section(0), file_.array<std::uint64_t>(1)),
      stems_(file_.section(2), file_.array<std::uint64_t>(3))
{
    ByteReader reader{file_.section(4)};
    while (!reader.at_end()) {
        const std::string_view language = reader.string();
        if (reader.ok()) { languages_.emplace_back(language); }
    }
}

Result<Vocabulary> Vocabulary::open(const std::filesystem::path& path)
{
    auto file = SectionFile::open(path, kMagic);
    if (!file) { return Failure{file.error()}; }
    Vocabulary vocabulary{*std::move(file)};
    if (!vocabulary.words_.is_whole() || !vocabulary.stems_.is_whole()) {
        return damaged(path, "its blocks are out of order");
    }
    return vocabulary;
}

std::optional<WordEntry> Vocabulary::find(std::string_view surface) const
{
    const auto payload = words_.find(surface);
    return payload ? read_word(*payload) : std::nullopt;
}

std::vector<StemmedWord> Vocabulary::words_with_stem(std::string_view stem) const
{
    const auto payload = stems_.find(stem);
    return payload ? read_stem(*payload, languages_.size()) : std::vector<StemmedWord>{};
}

void Vocabulary::each_word(std::string_view from,
                           const std::function<bool(const std::string&, std::uint32_t)>& see) const
{
    for (auto word = words_.begin(from); !word.at_end(); word.next()) {
        const auto entry = read_word(word.payload());
        if (entry && !see(word.key(), entry->articles)) { return; }
    }
}

VocabularyContents Vocabulary::contents() const
{
    VocabularyContents all{.languages = languages_};
    for (auto word = words_.begin(); !word.at_end(); word.next()) {
        if (const auto entry = read_word(word.payload())) {
            all.words.emplace_back(word.key(), *entry);
        }
    }
    for (auto stem = stems_.begin(); !stem.at_end(); stem.next()) {
        all.stems.emplace(stem.key(), read_stem(stem.payload(), languages_.size()));
    }
    return all;
}

}  // namespace dateline
