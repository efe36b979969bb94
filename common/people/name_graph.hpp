// The names of an index as words, and which of them have been joined to one person so far: what the
// rules look at.
#pragma once

#include "common/people/person_groups.hpp"

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace dateline {

/// Names by their places in the list; words by numbers of their own.
class NameGraph {
  public:
    using Words = std::span<const std::uint32_t>;

    /// Refers to the keys of the names.
    explicit NameGraph(std::span<const CountedName> names);

    [[nodiscard]] std::uint32_t size() const { return static_cast<std::uint32_t>(links_.size()); }

    /// Its words; none of a name without articles or of too many words.
    [[nodiscard]] Words words(std::uint32_t name) const
    {
        return Words{words_}.subspan(first_[name], first_[name + 1] - first_[name]);
    }
    [[nodiscard]] std::string_view text(std::uint32_t word) const { return facts_[word].text; }
    [[nodiscard]] bool is_initial(std::uint32_t word) const { return facts_[word].is_initial; }
    [[nodiscard]] bool is_common_family(std::uint32_t word) const
    {
        return facts_[word].is_common_family;
    }
    [[nodiscard]] bool is_spanish_given(std::uint32_t word) const
    {
        return facts_[word].is_spanish_given;
    }
    [[nodiscard]] bool has_nicknames(std::uint32_t word) const
    {
        return facts_[word].nickname != facts_[word].given || facts_[word].is_long_form;
    }
    /// Whether more names begin with it than end with it.
    [[nodiscard]] bool is_mostly_given(std::uint32_t word) const
    {
        return facts_[word].as_given > facts_[word].as_family;
    }
    /// How many names end with it.
    [[nodiscard]] std::uint32_t given_names_of(std::uint32_t word) const
    {
        return facts_[word].as_family;
    }
    [[nodiscard]] bool has_initial(std::uint32_t name) const
    {
        for (const std::uint32_t word : words(name)) {
            if (facts_[word].is_initial) { return true; }
        }
        return false;
    }
    /// How many articles all names have that end with it.
    [[nodiscard]] std::uint64_t family_articles(std::uint32_t word) const
    {
        return facts_[word].family_articles;
    }
    /// See slavic_given_name().
    [[nodiscard]] unsigned slavic_given(std::uint32_t word);
    [[nodiscard]] bool is_patronymic(std::uint32_t word) const;

    // Keys: names with the same one have the same words, seen in some way.
    [[nodiscard]] std::uint64_t word_key(Words words) const;
    [[nodiscard]] std::uint64_t spelling_key(std::uint32_t name);
    [[nodiscard]] std::uint64_t key_without_initials(std::uint32_t name) const;
    [[nodiscard]] std::uint64_t initial_key(std::uint32_t name) const;
    [[nodiscard]] std::uint64_t nickname_key(std::uint32_t name) const;
    [[nodiscard]] std::string middle_initials(std::uint32_t name) const;

    // ---- persons ----

    [[nodiscard]] std::uint32_t person(std::uint32_t name) const;  ///< of its group
    /// The articles of a name's person: an article with two forms counts twice.
    [[nodiscard]] std::uint64_t weight(std::uint32_t name) const { return weights_[person(name)]; }
    /// Whether a name is the more frequent one, or on a tie the earlier one in byte order.
    [[nodiscard]] bool is_before(std::uint32_t a, std::uint32_t b) const
    {
        return names_[a].articles != names_[b].articles ? names_[a].articles > names_[b].articles
                                                        : names_[a].key < names_[b].key;
    }
    /// Makes one person of two.
    void join(std::uint32_t name, std::uint32_t other, GroupRule rule);

    std::vector<NameLink> links() const;

  private:
    struct WordFacts {
        std::string_view text{};
        std::uint64_t hash = 0;   ///< of the text: keys do not depend on the order of the names
        std::uint32_t given = 0;  ///< numbers of words, see PersonWord
        std::uint32_t family = 0;
        std::uint32_t nickname = 0;
        std::uint32_t as_given = 0;
        std::uint32_t as_family = 0;
        std::uint64_t family_articles = 0;
        std::optional<unsigned> slavic{};
        bool is_initial = false;
        bool is_article = false;
        bool is_given_in_table = false;
        bool is_long_form = false;
        bool is_common_family = false;
        bool is_spanish_given = false;
    };

    void read(const CountedName& name);
    [[nodiscard]] std::uint64_t hash_of(std::uint32_t word) const { return facts_[word].hash; }
    std::uint32_t number_of(std::string_view text);
    std::uint32_t add_word(std::string_view text);

    std::span<const CountedName> names_;
    std::vector<std::uint32_t> first_{};  ///< by name: where its words begin
    std::vector<std::uint32_t> words_{};
    std::vector<WordFacts> facts_{};
    std::unordered_map<std::string_view, std::uint32_t> numbers_{};
    std::vector<NameLink> links_{};
    mutable std::vector<std::uint32_t> nearer_{};  ///< by name: nearer to its person, or that
    std::vector<std::uint64_t> weights_{};         ///< of persons
};

}  // namespace dateline
