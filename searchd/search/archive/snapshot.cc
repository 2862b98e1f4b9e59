#include "searchd/search/archive/snapshot.h"

#include <fmt/format.h>

#include <stdexcept>

#include "analyzers/schema/schema.h"
#include "searchd/search/archive/changed_since.h"
#include "searchd/search/archive/standing.h"

namespace vankien {
namespace {

// By backend name: a path that holds a stub file (which can run programs) is refused.
Xapian::Database open_database(const std::filesystem::path& path) {
  return Xapian::Database(path.string(), Xapian::DB_BACKEND_GLASS);
}

// Nothing if it is not known, or a record cannot be read: then all is.
std::optional<ChangedDocuments> find_changes(const Snapshot& before, const Snapshot& now, Grade grade,
                                             const Xapian::Database& database) {
  if (has_same_files(before.manifest(), now.manifest(), grade)) return ChangedDocuments(database, {});
  try {
    if (auto numbers = changed_since(before.folder(), now.folder(), now.manifest(), grade))
      return ChangedDocuments(database, std::move(*numbers));
  } catch (const std::exception&) {
  } catch (const Xapian::Error&) {
  }
  return std::nullopt;
}

}  // namespace

Snapshot::Snapshot(const std::filesystem::path& generation, const Snapshot* before)
    : generation_(generation), name_(generation.filename().string()), manifest_(read_manifest(generation)) {
  if (manifest_.chain != kChainVersion)
    throw std::runtime_error(
        fmt::format("{}: indexed by another version of the text chain: reindex", generation.string()));
  check_sizes();
  Changes changes;
  try {
    for (std::size_t i = 0; i < kGradeCount; ++i) load(static_cast<Grade>(i), before, changes);
  } catch (const Xapian::Error& error) {
    throw std::runtime_error(fmt::format("{}: {}", generation.string(), error.get_description()));
  }
  if (before != nullptr) take_over_outlooks(*before, changes);
}

// A file that was cut or replaced is seen here; its content is vouched for by the checksum, which is not read
// each time. Behind the end of a table may stand what a later generation appended.
void Snapshot::check_sizes() const {
  for (const auto& [name, file] : manifest_.files) {
    std::error_code error;
    const auto size = std::filesystem::file_size(generation_ / name, error);
    if (error || size < file.bytes || (size > file.bytes && !may_grow(name)))
      throw std::runtime_error(
          fmt::format("{}: is not the file its manifest describes", (generation_ / name).string()));
  }
}

void Snapshot::load(Grade grade, const Snapshot* before, Changes& changes) {
  const auto i = static_cast<std::size_t>(grade);
  const auto path = generation_ / kGradeNames[i];
  const Xapian::Database database = open_database(path);
  if (database.get_doccount() != manifest_.grades[i].documents)
    throw std::runtime_error(fmt::format("{}: holds {} documents, its manifest says {}", path.string(),
                                         database.get_doccount(), manifest_.grades[i].documents));
  if (before != nullptr) changes[i] = find_changes(*before, *this, grade, database);
  if (changes[i]) return take_over(grade, *before, database, *changes[i]);
  columns_[i] = std::make_shared<const Columns>(database, grade);
  postings_[i] = std::make_shared<const PostingLists>(database);
  rows_[i] = std::make_shared<const WordRows>(postings_[i]->lengths().size());
  titles_[i] = std::make_shared<const Titles>(database, *columns_[i]);
  bare_words_[i] = std::make_shared<const BareWords>(database);
}

Snapshot::Lease Snapshot::view(Clearance clearance) const {
  {
    const std::scoped_lock lock(mutex_);
    auto& idle = idle_[static_cast<std::size_t>(clearance)];
    if (!idle.empty()) {
      auto view = std::move(idle.back());
      idle.pop_back();
      return {view.release(), GiveBack{this, clearance}};
    }
  }
  return {open_view(clearance).release(), GiveBack{this, clearance}};
}

std::unique_ptr<View> Snapshot::open_shards(Clearance clearance) const {
  auto view = std::make_unique<View>();
  for (std::size_t i = 0; i <= static_cast<std::size_t>(clearance); ++i) {
    view->shards.push_back(open_database(generation_ / kGradeNames[i]));
    view->database.add_database(view->shards.back());
    view->columns.push_back(columns_[i].get());
    view->postings.push_back(postings_[i].get());
    view->rows.push_back(rows_[i].get());
    view->titles.push_back(titles_[i].get());
    view->bare_words.push_back(bare_words_[i].get());
  }
  return view;
}

std::unique_ptr<View> Snapshot::open_view(Clearance clearance) const {
  auto view = open_shards(clearance);
  look_around(clearance, *view);
  return view;
}

// A grade without documents adds nothing to what the clearance below sees, whose standing is the same then: most archives use
// two or three of the five grades.
std::shared_ptr<const Standing> Snapshot::standing_for(Clearance clearance, const View& view) const {
  constexpr std::size_t kLittle = 4;  // as large a part of what is seen at most
  const auto i = static_cast<std::size_t>(clearance);
  if (i == 0) return std::make_shared<const Standing>(view);
  this->view(static_cast<Clearance>(i - 1));
  const Standing& below = *outlooks_[i - 1].standing;
  const std::size_t added = columns_[i]->documents().size();
  if (added == 0) return outlooks_[i - 1].standing;
  return added * kLittle < view.database.get_doccount() ? std::make_shared<const Standing>(below, view)
                                                        : std::make_shared<const Standing>(view);
}

void Snapshot::look_around(Clearance clearance, View& view) const {
  Outlook& outlook = outlooks_[static_cast<std::size_t>(clearance)];
  std::call_once(outlook.once, [&] {
    const auto own = static_cast<std::size_t>(clearance);
    auto standing = standing_for(clearance, view);
    std::vector<Columns> columns;
    Spellings spellings;
    // A grade without documents adds nothing: its columns are those of the clearance below.
    if (own > 0 && columns_[own]->documents().empty()) {
      columns = outlooks_[own - 1].columns;
      spellings = outlooks_[own - 1].spellings;
    } else {
      if (own > 0) this->view(static_cast<Clearance>(own - 1));
      spellings = Spellings(view.columns, own > 0 ? &outlooks_[own - 1].spellings : nullptr);
    }
    for (std::size_t i = columns.size(); i < view.columns.size(); ++i) {
      columns.push_back(respelled_.respell(*view.columns[i], spellings));
      columns.back().put(Attribute::kStatus, standing->column(i, *view.columns[i]));
    }
    outlook.spellings = std::move(spellings);
    outlook.standing = std::move(standing);
    outlook.columns = std::move(columns);
  });
  show(outlook, view);
}

void Snapshot::show(const Outlook& outlook, View& view) {
  view.standing = outlook.standing.get();
  for (std::size_t i = 0; i < view.columns.size(); ++i) view.columns[i] = &outlook.columns[i];
}

void Snapshot::give_back(Clearance clearance, std::unique_ptr<View> view) const {
  const std::scoped_lock lock(mutex_);
  idle_[static_cast<std::size_t>(clearance)].push_back(std::move(view));
}

}  // namespace vankien
