#include "indexer/pipeline/plan.h"

#include <algorithm>
#include <map>
#include <unordered_map>
#include <unordered_set>

#include "indexer/pipeline/survey.h"

namespace vankien {
namespace {

// A row that holds documents. One to be asked again may hold some too, but not surely what its hash says.
bool holds(const LedgerEntry& row) { return row.outcome == "read"; }

class Planner {
 public:
  Planner(const std::vector<Source>& sources, Ledger& ledger, bool anew) : survey_(sources, ledger, anew) {}

  Plan make() {
    group();
    for (auto& [key, members] : groups_) plan_content(key, members);
    plan_far();
    for (auto& seen : survey_.files) plan_alone(seen);
    plan_vanished();
    give_births();
    std::stable_sort(plan_.lines.begin(), plan_.lines.end(), [](const PlanLine& a, const PlanLine& b) {
      const auto rank = [](const PlanLine& line) {
        return std::pair(line.what == "vanished", std::string_view(line.path));
      };
      return rank(a) < rank(b);
    });
    return std::move(plan_);
  }

 private:
  using Seen = SurveyedFile;

  void group() {
    for (auto& seen : survey_.files)
      if (!seen.key.empty()) groups_[seen.key].push_back(&seen);
    for (const auto& [path, row] : survey_.rows) {
      if (!holds(row)) {
        if (row.outcome == "copy" && survey_.is_out_of_sight(path))
          far_copies_[survey_.key_of(row)].push_back(path);
        if (row.outcome == "copy") ++copies_before_[survey_.key_of(row)];
      } else if (survey_.is_out_of_sight(path)) {
        far_holders_.emplace(survey_.key_of(row), &row);
      }
    }
    std::unordered_set<const LedgerEntry*> kept;
    for (const auto& seen : survey_.files)
      if (survey_.has_its_content(seen)) kept.insert(seen.row);
    for (const auto& [path, row] : survey_.rows)
      if (holds(row) && !row.hash.empty() && !kept.contains(&row) && !survey_.is_out_of_sight(path))
        lost_holders_.emplace(survey_.key_of(row), &row);
  }

  // All files that hold one content: who holds its document, and who is a copy.
  void plan_content(const std::string& key, std::vector<Seen*>& members) {
    // What failed fails again, each for itself.
    std::erase_if(members, [&](const Seen* seen) { return survey_.is_known_failure(*seen); });
    if (members.empty()) return;
    const auto holder = std::find_if(members.begin(), members.end(), [&](const Seen* seen) {
      return survey_.has_its_content(*seen) && holds(*seen->row);
    });
    const auto lost = lost_holders_.find(key);
    const LedgerEntry* from = lost == lost_holders_.end() ? nullptr : lost->second;
    if (holder != members.end()) std::rotate(members.begin(), holder, holder + 1);
    if (survey_.anew) {
      if (holder == members.end() && from != nullptr) take_over(*members.front(), *from);
      return read_once(members);
    }
    const bool is_held_here = holder != members.end();
    if (const auto far = far_holders_.find(key); !is_held_here && far != far_holders_.end())
      return join(*far->second, nullptr, *far->second, members);
    if (is_held_here) return join(*members.front()->row, members.front(), *members.front()->row, members);
    // A copy before a new file: it has been there longer.
    const auto copy = std::find_if(members.begin(), members.end(), [&](const Seen* seen) {
      return survey_.has_its_content(*seen) && seen->row->outcome == "copy";
    });
    if (from == nullptr) return read_once(members);
    if (copy != members.end()) std::rotate(members.begin(), copy, copy + 1);
    take_over(*members.front(), *from);
    const SourceFile& file = members.front()->file;
    join(*from, members.front(), note_holder(*from, file.path, file.size, file.mtime_ns), members);
  }

  // Contents of which nothing is in sight any more, but a holder or a copy is elsewhere.
  void plan_far() {
    for (const auto& [key, holder] : far_holders_)
      if (!groups_.contains(key)) join(*holder, nullptr, *holder, {});
    for (const auto& [key, from] : lost_holders_) {
      const auto copies = far_copies_.find(key);
      if (copies == far_copies_.end() || groups_.contains(key) || far_holders_.contains(key)) continue;
      const LedgerEntry& copy = survey_.rows.at(copies->second.back());
      copies->second.pop_back();
      leave(*from);
      join(*from, nullptr, note_holder(*from, copy.path, copy.size, copy.mtime_ns), {});
    }
  }

  LedgerEntry note_holder(const LedgerEntry& from, const std::string& path, std::int64_t size,
                          std::int64_t mtime_ns) {
    LedgerEntry row = from;
    row.path = path;
    row.size = size;
    row.mtime_ns = mtime_ns;
    row.born = birth_of(from);
    plan_.notes.push_back(row);
    return row;
  }

  static std::string birth_of(const LedgerEntry& row) { return row.born.empty() ? row.path : row.born; }

  // The documents of that path go to another, ids and all.
  void leave(const LedgerEntry& from) {
    taken_.insert(birth_of(from));
    left_.insert(from.path);
  }

  // The file holds the documents of one that is gone, under the ids they had.
  void take_over(Seen& seen, const LedgerEntry& from) {
    seen.file.born = birth_of(from);
    leave(from);
    if (survey_.has_its_content(seen) && !survey_.anew)
      return;  // a copy all along: nothing of note happened to this file
    tell("moved", seen, from.path);
    if (!survey_.anew) ++plan_.moved;
  }

  // The content is in the index, held by `before`, from now on by `now`; `here` is its file, if it is in sight.
  void join(const LedgerEntry& before, Seen* here, const LedgerEntry& now,
            const std::vector<Seen*>& members) {
    std::vector<std::string> paths = far_copies_[survey_.key_of(before)];
    paths.push_back(now.path);
    bool changed = before.path != now.path;
    for (Seen* seen : members) {
      planned_.insert(seen);
      if (seen == here && before.path == now.path) {
        settle(*seen);
        continue;
      }
      if (seen == here) {
        empty_out(*seen);
        continue;
      }
      // Two that were read before copies were known stay two.
      if (survey_.has_its_content(*seen) && holds(*seen->row)) {
        settle(*seen);
        continue;
      }
      paths.push_back(seen->file.path);
      if (survey_.has_its_content(*seen) && seen->row->outcome == "copy") {
        settle(*seen);
        continue;
      }
      changed = true;
      empty_out(*seen);
      tell("copy", *seen, now.path);
      ++plan_.copies;
      plan_.notes.push_back(
          {seen->file.path, seen->file.size, seen->file.mtime_ns, now.hash, "copy", 0, 0, ""});
    }
    const std::size_t copies_now = paths.size() - 1;
    const auto copies_before = copies_before_.find(survey_.key_of(before));
    changed = changed || copies_now != (copies_before == copies_before_.end() ? 0 : copies_before->second);
    if (!changed) return;
    std::sort(paths.begin(), paths.end());
    if (paths.size() == 1) paths.clear();
    plan_.rekeys.push_back({before.path, now.path, std::move(paths)});
  }

  // Nobody holds the content: the first is read, the others are its copies.
  void read_once(const std::vector<Seen*>& members) {
    Seen& reader = *members.front();
    for (Seen* seen : members) {
      if (seen == &reader) continue;
      planned_.insert(seen);
      tell_read(*seen, "copy", reader.file.path);
      reader.file.copies.push_back({seen->file.path, seen->file.size, seen->file.mtime_ns});
      if (!survey_.anew) empty_out(*seen);
    }
  }

  // Same content at the same path.
  void settle(Seen& seen) {
    ++plan_.unchanged;
    if (same_times(*seen.row, seen.file)) return;
    LedgerEntry row = *seen.row;
    row.size = seen.file.size;
    row.mtime_ns = seen.file.mtime_ns;
    plan_.notes.push_back(std::move(row));
    plan_.touched.push_back(seen.file.path);
  }

  // What was read at this path before goes, unless another file has taken it over.
  void empty_out(const Seen& seen) {
    if (seen.row != nullptr && seen.row->outcome != "copy") emptied_.push_back(seen.file.path);
  }

  void plan_alone(Seen& seen) {
    if (planned_.contains(&seen)) return;
    if (survey_.is_known_failure(seen)) return settle(seen);
    if (!seen.file.problem.empty())
      tell("unreadable", seen, seen.file.problem);
    else
      tell_read(seen, nullptr, "");
    reads_.push_back(&seen);
  }

  void plan_vanished() {
    for (const auto& [path, row] : survey_.rows) {
      if (survey_.is_seen(path) || survey_.is_out_of_sight(path)) continue;
      plan_.vanished.push_back(path);
      if (row.documents > 0 || row.outcome == "retry") emptied_.push_back(path);
      if (!moved_from_.contains(path)) plan_.lines.push_back({"vanished", path, ""});
    }
    for (auto& path : emptied_)
      if (!left_.contains(path)) plan_.emptied.push_back(std::move(path));
  }

  // A file keeps the path its ids are made of as long as its documents are its own. A new file at a path whose first
  // documents moved away must not have their ids.
  void give_births() {
    for (Seen* seen : reads_)
      if (seen->file.born.empty() && keeps_birth(*seen) && !seen->row->born.empty()) {
        seen->file.born = seen->row->born;
        taken_.insert(seen->file.born);
      }
    for (const auto& [path, row] : survey_.rows)
      if (!row.born.empty() && !left_.contains(path) &&
          (survey_.is_out_of_sight(path) || survey_.is_seen(path)))
        taken_.insert(row.born);
    for (Seen* seen : reads_) {
      SourceFile& file = seen->file;
      if (file.born.empty() && taken_.contains(file.path)) {
        // No path has two strokes side by side.
        for (int n = 2; file.born.empty() || taken_.contains(file.born); ++n)
          file.born = file.path + "//" + std::to_string(n);
        taken_.insert(file.born);
      }
      plan_.reads.push_back(std::move(file));
    }
  }

  bool keeps_birth(const Seen& seen) const {
    return seen.row != nullptr && seen.row->outcome != "copy" && !left_.contains(seen.file.path);
  }

  // What a file that is read, or would be if it were no copy, is to a person who asks.
  void tell_read(const Seen& seen, const char* otherwise, const std::string& other) {
    if (moved_to_.contains(seen.file.path)) return;
    const bool same = seen.row != nullptr &&
                      (survey_.has_its_content(seen) || (survey_.anew && same_times(*seen.row, seen.file)));
    if (same && seen.row->outcome == "retry") return tell("again", seen, "");
    if (same) {
      ++plan_.unchanged;
      return;
    }
    tell(otherwise != nullptr ? otherwise : seen.row != nullptr ? "changed" : "new", seen, other);
  }

  void tell(const std::string& what, const Seen& seen, const std::string& other) {
    if (what == "moved") {
      moved_to_.insert(seen.file.path);
      moved_from_.insert(other);
    }
    plan_.lines.push_back({what, seen.file.path, other});
  }

  Survey survey_;
  Plan plan_;
  std::unordered_set<const Seen*> planned_;  // their content's group has settled what becomes of them
  std::vector<Seen*> reads_;
  // By content: the files that hold it now, in order of the scan; the path that held it and does not.
  std::map<std::string, std::vector<Seen*>> groups_;
  std::unordered_map<std::string, const LedgerEntry*> lost_holders_;
  std::unordered_map<std::string, const LedgerEntry*> far_holders_;  // that holds it out of sight
  std::unordered_map<std::string, std::vector<std::string>> far_copies_;
  std::unordered_map<std::string, std::size_t> copies_before_;
  std::vector<std::string> emptied_;
  std::unordered_set<std::string> left_;  // paths whose documents went to another
  std::unordered_set<std::string> moved_from_;
  std::unordered_set<std::string> moved_to_;
  std::unordered_set<std::string> taken_;  // births
};

}  // namespace

Plan plan_update(const std::vector<Source>& sources, Ledger& ledger) {
  return Planner(sources, ledger, false).make();
}

Plan plan_reindex(const std::vector<Source>& sources, Ledger& ledger) {
  return Planner(sources, ledger, true).make();
}

}  // namespace vankien
