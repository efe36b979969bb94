// An index of two segments, and what a forger does to it: for the tests of what finds that.
#pragma once

#include "common/storage/section_file.hpp"
#include "indexer/check_index.hpp"
#include "indexer/segment/inverter.hpp"
#include "indexer/writer.hpp"
#include "tests/support/sandbox.hpp"

#include <doctest/doctest.h>
#include <filesystem>
#include <fstream>
#include <functional>
#include <map>
#include <string>
#include <vector>
#include <xapian.h>

namespace dateline::tests {

/// Of the first segment.
inline constexpr std::size_t kFirstArticles = 5;

/// Replaces one byte of a file by what `change` makes of it.
template <class Change>
void change_byte(const std::filesystem::path& path, std::uintmax_t offset, const Change& change)
{
    std::fstream file{path, std::ios::in | std::ios::out | std::ios::binary};
    file.seekg(static_cast<std::streamoff>(offset));
    const int byte = file.get();
    file.seekp(static_cast<std::streamoff>(offset));
    file.put(static_cast<char>(change(byte)));
}

inline AnalyzedArticle article(const std::string& id, const std::string& title,
                               const std::string& body, const std::string& language)
{
    AnalyzedArticle analyzed;
    analyzed.article = {.id = id,
                        .title = title,
                        .body = body,
                        .date = *parse_date("2011-05-09"),
                        .byline = {"Ana Ruiz"},
                        .source = "Harbour Post",
                        .url = "https://lake.example.org/" + id,
                        .language = language};
    analyzed.mentions = {
        {.where = FieldId::Id, .value = "Tom Bell", .text = "Tom Bell", .rule = "field"}};
    return analyzed;
}

inline void add(indexer::IndexWriter& writer, const AnalyzedArticle& analyzed)
{
    TokenList title;
    TokenList body;
    tokenize(analyzed.article.title, title);
    tokenize(analyzed.article.body, body);
    REQUIRE(writer.add(analyzed, title, body));
}

/// An index of two segments of 5 and 2 articles, one of the first being replaced in the second;
/// and what a forger does to it: each change ends with hashes that are right.
class Forged {
  public:
    Forged()
    {
        auto writer = indexer::IndexWriter::open(index());
        REQUIRE(writer);
        add(**writer,
            article("a1", "Ferries run again",
                    "The ferry ran on Sunday. The US lent us a pilot.\n\nMinisters waved.", "en"));
        add(**writer, article("a2", "Nada", "La ministra del puerto habló.", "es"));
        add(**writer, article("a3", "The ferry", "The ferry of Lake Moro stopped.", "en"));
        add(**writer, article("a5", "Bridge", "Nobody crossed.", "en"));
        add(**writer, article("a6", "Harbour", "Cranes stood still.", "en"));
        REQUIRE((*writer)->publish());
        add(**writer, article("a3", "The ferry", "The ferry of Lake Moro goes on.", "en"));
        add(**writer, article("a4", "Паром", "Паром снова ходит.", "ru"));
        REQUIRE((*writer)->publish());
        REQUIRE((*writer)->manifest().segments.size() == 2);
        REQUIRE((*writer)->manifest().segments[0].articles == kFirstArticles);
        manifest = (*writer)->manifest();
    }

    [[nodiscard]] std::filesystem::path index() const { return sandbox_.path() / "index"; }
    [[nodiscard]] std::filesystem::path folder(const std::string& name = "000001") const
    {
        return index() / "segments" / name;
    }

    /// Hashes all files anew and publishes that.
    void publish()
    {
        for (SegmentEntry& entry : manifest.segments) {
            entry.files = *indexer::digest_segment(folder(entry.name));
        }
        manifest.names = *digest_file(index() / "names");
        manifest.name_table = *digest_file(name_table_path(index(), manifest));
        REQUIRE(write_file(index() / manifest.file_name(), to_json(manifest)));
        REQUIRE(write_file(index() / "CURRENT", current_line(manifest)));
    }

    void change_rows(const std::function<void(std::size_t, ColumnRow&)>& change) const
    {
        ColumnsWriter writer;
        {
            const auto columns = Columns::open(folder() / "columns");
            for (std::size_t i = 0; i < columns->articles(); ++i) {
                ColumnRow row = columns->row(i);
                change(i, row);
                writer.add(row);
            }
        }
        REQUIRE(writer.write(folder() / "columns"));
    }
    void change_tokens(const std::function<void(std::size_t, std::vector<std::uint32_t>&)>& change)
    {
        std::vector<std::vector<std::uint32_t>> streams;
        {
            const auto tokens = TokensReader::open(folder() / "tokens");
            for (std::size_t i = 0; i < tokens->articles(); ++i) {
                TokenStream stream = tokens->stream(i);
                auto& codes = streams.emplace_back();
                while (const auto code = stream.next()) { codes.push_back(*code); }
                change(i, codes);
            }
        }
        TokensWriter writer{folder() / "tokens"};
        for (const auto& codes : streams) { writer.add(codes); }
        REQUIRE(writer.finish());
    }
    void change_vocabulary(const std::function<void(VocabularyContents&)>& change) const
    {
        VocabularyContents contents = Vocabulary::open(folder() / "vocabulary")->contents();
        change(contents);
        REQUIRE(write_vocabulary(folder() / "vocabulary", contents));
    }
    void change_bodies(const std::function<void(std::vector<AnalyzedArticle>&)>& change) const
    {
        std::vector<AnalyzedArticle> articles;
        {
            Dictionaries dictionaries{index() / "dictionaries"};
            const auto bodies = Bodies::open(folder() / "bodies", dictionaries);
            for (std::size_t i = 0; i < bodies->articles(); ++i) {
                articles.push_back(*bodies->article(i));
            }
        }
        change(articles);
        BodiesWriter writer{folder() / "bodies"};
        for (const AnalyzedArticle& analyzed : articles) {
            writer.add(analyzed.article.id, encode_article(analyzed));
        }
        REQUIRE(writer.finish());
    }
    /// Each article's terms with their weights.
    using Terms = std::map<std::string, std::uint32_t>;
    void change_postings(const std::function<void(std::vector<Terms>&)>& change) const
    {
        std::vector<Terms> articles(kFirstArticles);
        {
            const Xapian::Database database{(folder() / "postings").string()};
            for (auto t = database.allterms_begin(); t != database.allterms_end(); ++t) {
                const auto end = database.postlist_end(*t);
                for (auto p = database.postlist_begin(*t); p != end; ++p) {
                    articles.at(*p - 1)[*t] = p.get_wdf();
                }
            }
        }
        change(articles);
        std::filesystem::remove_all(folder() / "postings");
        indexer::Inverter inverter;
        for (const Terms& terms : articles) {
            for (const auto& [term, weight] : terms) { inverter.add(inverter.term(term), weight); }
            inverter.end_article();
        }
        REQUIRE(inverter.write(folder() / "postings"));
    }
    /// Raises the last byte but three of a section: the count of the last pair of some totals.
    void raise_total(std::size_t section) const
    {
        std::size_t offset = 0;
        {
            const auto file = SectionFile::open(folder() / "columns", "DLCOLUM2");
            const auto bytes = file->section(section);
            REQUIRE(bytes.size() >= 4);
            constexpr std::size_t kMagicBytes = 8;
            offset = static_cast<std::size_t>(bytes.data() - file->section(0).data()) +
                     kMagicBytes + bytes.size() - 4;
        }
        change_byte(folder() / "columns", offset, [](int byte) { return byte + 1; });
    }
    /// Writes the names anew, one of them spelled otherwise.
    void rename(FieldId field, std::string_view from, std::string_view to) const
    {
        auto writer = *NamesWriter::open(sandbox_.path() / "no such file", 0);
        {
            const auto names = Names::open(index() / "names", manifest.names.size);
            for (const Field& f : kFields) {
                for (const std::string_view spelling : names->of(f.id).spellings) {
                    writer.ordinal(f.id, f.id == field && spelling == from ? to : spelling);
                }
            }
        }
        std::filesystem::remove(index() / "names");
        REQUIRE(writer.append_to(index() / "names"));
    }

    Manifest manifest{};

  private:
    Sandbox sandbox_{};
};

}  // namespace dateline::tests
