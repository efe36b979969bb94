#include "benchmarks/compare/export_corpus.hpp"

#include "common/storage/snapshot.hpp"

#include <algorithm>
#include <fstream>

namespace dateline::compare {
namespace {

/// White space of any kind as one blank, so that it fits a field of a line.
std::string folded(std::string_view text)
{
    std::string line;
    line.reserve(text.size());
    for (const char c : text) {
        const bool blank = static_cast<unsigned char>(c) <= ' ';
        if (!blank) {
            line += c;
        } else if (!line.empty() && line.back() != ' ') {
            line += ' ';
        }
    }
    if (!line.empty() && line.back() == ' ') { line.pop_back(); }
    return line;
}

std::string compact_day(const std::optional<Date>& date)
{
    if (!date) { return {}; }
    std::string day = to_string(*date);
    day.erase(std::remove(day.begin(), day.end(), '-'), day.end());
    return day.size() == 8 ? day : std::string{};
}

class Exporter {
  public:
    Exporter(const Snapshot& snapshot, std::ostream& tsv, std::ostream& dump)
        : snapshot_(snapshot), tsv_(tsv), dump_(dump)
    {
    }

    Status write(const Segment& segment, std::size_t index)
    {
        const auto analyzed = segment.bodies.article(index);
        if (!analyzed) { return Failure{analyzed.error()}; }
        const Article& article = analyzed->article;
        const std::string id = folded(article.id);
        const std::string day = compact_day(article.date);
        const std::string title = article.title_derived ? std::string{} : folded(article.title);
        const std::string body = folded(article.body);
        const auto countries = names(segment, index, FieldId::Country);
        const auto people = names(segment, index, FieldId::Person);
        tsv_ << id << '\t' << day << '\t' << joined(countries) << '\t' << joined(people) << '\t'
             << title << '\t' << body << '\n';
        dump_ << "id=" << id << '\n' << (day.empty() ? "" : "date=" + day + '\n');
        for (const std::string& country : countries) { dump_ << "country=" << country << '\n'; }
        for (const std::string& person : people) { dump_ << "person=" << person << '\n'; }
        dump_ << "title=" << title << "\nbody=" << body << "\n\n";
        exported_.articles += 1;
        exported_.text_bytes += title.size() + body.size();
        return Done{};
    }

    [[nodiscard]] Exported exported() const { return exported_; }

  private:
    [[nodiscard]] std::vector<std::string> names(const Segment& segment, std::size_t index,
                                                 FieldId field) const
    {
        const NameColumn& list = snapshot_.names().of(field);
        std::vector<std::string> values;
        for (const std::uint32_t ordinal : segment.columns.ordinals(field, index)) {
            std::string name = folded(list.spelling(list.shown(ordinal)));
            std::replace(name.begin(), name.end(), ';', ',');
            values.push_back(std::move(name));
        }
        std::sort(values.begin(), values.end());
        values.erase(std::unique(values.begin(), values.end()), values.end());
        return values;
    }

    static std::string joined(const std::vector<std::string>& values)
    {
        std::string text;
        for (const std::string& value : values) { text += (text.empty() ? "" : ";") + value; }
        return text;
    }

    const Snapshot& snapshot_;
    std::ostream& tsv_;
    std::ostream& dump_;
    Exported exported_{};
};

}  // namespace

Result<Exported> export_corpus(const std::filesystem::path& index, const std::filesystem::path& tsv,
                               const std::filesystem::path& dump)
{
    const auto snapshot = Snapshot::open(index);
    if (!snapshot) { return Failure{snapshot.error()}; }
    std::ofstream lines{tsv, std::ios::binary};
    std::ofstream records{dump, std::ios::binary};
    Exporter exporter{*snapshot, lines, records};
    for (const Segment& segment : snapshot->segments()) {
        for (std::size_t i = 0; i < segment.articles(); ++i) {
            if (segment.removed.contains(i)) { continue; }
            const auto written = exporter.write(segment, i);
            if (!written) { return Failure{written.error()}; }
        }
    }
    lines.flush();
    records.flush();
    if (!lines) { return io_failure("write", tsv); }
    if (!records) { return io_failure("write", dump); }
    return exporter.exported();
}

}  // namespace dateline::compare
