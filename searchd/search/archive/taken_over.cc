#include <algorithm>
#include <mutex>
#include <set>
#include <utility>

#include "searchd/search/archive/changed_documents.h"
#include "searchd/search/archive/changed_since.h"
#include "searchd/search/archive/snapshot.h"
#include "searchd/search/archive/standing.h"

namespace vankien {

void Snapshot::take_over(Grade grade, const Snapshot& before, const Xapian::Database& database,
                         const ChangedDocuments& changes) {
  const auto i = static_cast<std::size_t>(grade);
  if (changes.all().empty()) {
    columns_[i] = before.columns_[i];
    postings_[i] = before.postings_[i];
    rows_[i] = before.rows_[i];
    titles_[i] = before.titles_[i];
    bare_words_[i] = before.bare_words_[i];
    return;
  }
  columns_[i] = std::make_shared<const Columns>(*before.columns_[i], changes, grade);
  postings_[i] = std::make_shared<const PostingLists>(*before.postings_[i], database, changes);
  rows_[i] = std::make_shared<const WordRows>(*before.rows_[i], changes);
  titles_[i] = before.titles_[i]->is_worn()
                   ? std::make_shared<const Titles>(database, *columns_[i])
                   : std::make_shared<const Titles>(*before.titles_[i], database, *columns_[i], changes);
  bare_words_[i] =
      has_same_file(before.manifest_, manifest_, std::string(grade_name(grade)) + "/synonym.glass")
          ? before.bare_words_[i]
          : std::make_shared<const BareWords>(database);
}

// Those of a clearance that sees a database that is read from nothing are made from nothing too, when they are asked for.
void Snapshot::take_over_outlooks(const Snapshot& before, const Changes& changes) {
  std::vector<const Columns*> read;
  for (const auto& columns : columns_) read.push_back(columns.get());
  respelled_.take_over(before.respelled_, read);
  try {
    for (std::size_t i = 0; i < kGradeCount && changes[i]; ++i)
      std::call_once(outlooks_[i].once,
                     [&] { take_over_outlook(static_cast<Clearance>(i), before, changes); });
  } catch (const Xapian::Error&) {  // the earlier generation is gone, say
    return;
  } catch (const std::exception&) {
    return;
  }
  // Spellings that come and go in a higher grade would else leave a column of the lower ones each time.
  std::set<const Column*> used;
  for (const Outlook& outlook : outlooks_)
    for (const Columns& columns : outlook.columns)
      for (std::size_t i = 0; i < kAttributeCount; ++i) used.insert(&columns[static_cast<Attribute>(i)]);
  respelled_.keep_only(used);
}

void Snapshot::take_over_outlook(Clearance clearance, const Snapshot& before, const Changes& changes) {
  const auto own = static_cast<std::size_t>(clearance);
  Outlook& outlook = outlooks_[own];
  before.view(clearance);  // so that its outlook is there
  const Outlook& then = before.outlooks_[own];
  const auto is_same = [](const auto& one) { return one->all().empty(); };
  const auto last = changes.begin() + static_cast<std::ptrdiff_t>(own) + 1;
  if (std::all_of(changes.begin(), last, is_same)) {
    outlook.standing = then.standing;
    outlook.columns = then.columns;
    outlook.spellings = then.spellings;
    return;
  }
  const bool adds_nothing = own > 0 && columns_[own]->documents().empty() && is_same(changes[own]);
  auto view = open_shards(clearance);
  if (adds_nothing) {
    outlook.standing = outlooks_[own - 1].standing;
    outlook.columns = outlooks_[own - 1].columns;
    outlook.spellings = outlooks_[own - 1].spellings;
  } else {
    std::vector<const Columns*> columns;
    std::vector<const ChangedDocuments*> changed;
    for (std::size_t i = 0; i <= own; ++i) {
      columns.push_back(before.columns_[i].get());
      changed.push_back(&*changes[i]);
    }
    outlook.standing = std::make_shared<const Standing>(*then.standing, *view, columns, changed);
    outlook.spellings = Spellings(then.spellings, columns, view->columns, changed,
                                  own > 0 ? &outlooks_[own - 1].spellings : nullptr);
  }
  for (std::size_t i = outlook.columns.size(); i <= own; ++i) {
    outlook.columns.push_back(respelled_.respell(*columns_[i], outlook.spellings));
    outlook.columns.back().put(
        Attribute::kStatus,
        outlook.standing->changed_column(i, *columns_[i], then.columns[i].shared(Attribute::kStatus)));
  }
  show(outlook, *view);
  give_back(clearance, std::move(view));
}

}  // namespace vankien
