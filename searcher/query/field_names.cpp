#include "searcher/query/field_names.hpp"

#include "common/text/edit_distance.hpp"

#include <algorithm>

namespace dateline::searcher {
namespace {

struct FieldExample {
    std::string_view name{};
    std::string_view example{};
};

/// The field that `name` is nearest to in spelling; without a name if none is near.
FieldExample nearest_field(std::string_view name)
{
    std::vector<FieldExample> fields{{kSavedField, "saved:oil-majors"}};
    for (const Field& f : kFields) { fields.push_back({f.name, f.example}); }
    FieldExample nearest;
    std::size_t least = 3;  // more edits are another word
    EditDistance distance{code_points(name), least};
    for (const FieldExample& f : fields) {
        const std::size_t edits = distance.to(code_points(f.name));
        if (edits < least && edits < f.name.size() - 1) {
            least = edits;
            nearest = f;
        }
    }
    return nearest;
}

const Field* field_called(std::string_view name)
{
    const auto* const found = std::find_if(kFields.begin(), kFields.end(),
                                           [&](const Field& f) { return f.name == name; });
    return found == kFields.end() ? nullptr : found;
}

}  // namespace

std::optional<NamedField> field_named(std::string_view name)
{
    if (const Field* ours = field_called(name)) { return NamedField{.id = ours->id}; }
    if (name == kHeadlineAndLead) {
        return NamedField{.id = FieldId::Lead, .is_title_too = true, .read_as = "title: OR lead:"};
    }
    for (const FieldHabit& habit : kFieldHabits) {
        if (habit.name != name) { continue; }
        if (const Field* ours = field_called(habit.ours)) {
            return NamedField{.id = ours->id, .read_as = std::string{habit.ours} + ':'};
        }
        return NamedField{.id = FieldId::Date,
                          .comparison = habit.ours,
                          .read_as = "date:" + std::string{habit.ours}};
    }
    return {};
}

Failure no_such_field(const std::string& name)
{
    std::string hint;
    if (name == "http" || name == "https") {
        hint = "for one page write id:https://..., for a site host:example.org; ";
    } else if (const FieldExample nearest = nearest_field(name); !nearest.name.empty()) {
        hint = "did you mean '" + std::string{nearest.name} + ":', as in " +
               std::string{nearest.example} + "? ";
    }
    std::string known;
    for (const Field& f : kFields) {
        if (f.id == FieldId::Named) { continue; }  // written country:FR!
        known += (known.empty() ? "there are " : ", ") + std::string{f.name};
    }
    known += ", " + std::string{kSavedField};
    return fail(ErrorKind::QuerySyntax, "there is no field '" + name + "'",
                hint + known + "; put words with a colon in quotes");
}

bool is_exact(FieldId field) { return field == FieldId::Id || field == FieldId::Host; }

}  // namespace dateline::searcher
