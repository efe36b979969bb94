// People and countries that the fields of a record state: mentions by the rule "field".
#pragma once

#include "common/schema/article.hpp"

#include <string>
#include <unordered_set>
#include <vector>

namespace dateline::indexer {

/// Those of one article; each is mentioned once. Refers to `mentions`, which must outlive it.
class StatedMentions {
  public:
    explicit StatedMentions(std::vector<Mention>& mentions) : mentions_(mentions) {}

    /// `text` as the field has it, in one line; passed over if it names nobody.
    void add_person(std::string text);

    /// The same of a country; false if something is written and no known country is called so.
    bool add_country(std::string text);

  private:
    void add(FieldId field, std::string value, std::string text);

    std::vector<Mention>& mentions_;
    std::unordered_set<std::string> known_{};  ///< kind and value
};

}  // namespace dateline::indexer
