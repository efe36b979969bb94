#include "benchmarks/quality/bio.hpp"

#include "benchmarks/split.hpp"

namespace dateline::quality {
namespace {

constexpr std::string_view kArticleBegins = "-DOCSTART-";
constexpr std::size_t kPrefixBytes = 2;  // "B-", "I-"

bool is_tag(std::string_view tag)
{
    return tag == "O" ||
           (tag.size() > kPrefixBytes && (tag[0] == 'B' || tag[0] == 'I') && tag[1] == '-');
}

/// Puts tokens together to sentences and articles.
class Reader {
  public:
    void end_sentence()
    {
        if (!sentence_.tokens.empty()) { article_.push_back(std::move(sentence_)); }
        sentence_ = {};
    }

    void end_article()
    {
        end_sentence();
        if (!article_.empty()) { articles_.push_back(std::move(article_)); }
        article_ = {};
    }

    void add(std::string_view token, std::string_view tag)
    {
        sentence_.tokens.emplace_back(token);
        sentence_.tags.emplace_back(tag);
    }

    std::vector<TaggedArticle> articles()
    {
        end_article();
        return std::move(articles_);
    }

  private:
    TaggedSentence sentence_{};
    TaggedArticle article_{};
    std::vector<TaggedArticle> articles_{};
};

}  // namespace

Result<std::vector<TaggedArticle>> parse_bio(std::string_view text)
{
    Reader reader;
    std::size_t number = 0;
    for (std::string_view line : split(text, '\n')) {
        ++number;
        if (line.ends_with('\r')) { line.remove_suffix(1); }
        if (line.empty()) {
            reader.end_sentence();
            continue;
        }
        if (line.starts_with(kArticleBegins)) {
            reader.end_article();
            continue;
        }
        const auto columns = split(line, '\t');
        if (columns.size() < 2 || columns.front().empty() || !is_tag(columns.back())) {
            return fail(ErrorKind::InputFormat,
                        "line " + std::to_string(number) + " is no token, tab, tag",
                        "tags are O, B-TYPE and I-TYPE");
        }
        reader.add(columns.front(), columns.back());
    }
    return reader.articles();
}

std::vector<Chunk> chunks_of(const std::vector<std::string>& tags)
{
    std::vector<Chunk> chunks;
    bool open = false;
    for (std::size_t i = 0; i < tags.size(); ++i) {
        const std::string_view tag = tags[i];
        if (tag == "O") {
            open = false;
            continue;
        }
        const std::string_view type = tag.substr(kPrefixBytes);
        if (open && tag[0] == 'I' && chunks.back().type == type) {
            chunks.back().past = i + 1;
        } else {
            chunks.push_back({.first = i, .past = i + 1, .type = std::string{type}});
        }
        open = true;
    }
    return chunks;
}

}  // namespace dateline::quality
