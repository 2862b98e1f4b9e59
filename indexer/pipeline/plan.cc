#include "indexer/pipeline/plan.h"

#include <algorithm>
#include <functional>
#include <unordered_set>

#include "indexer/pipeline/births.h"
#include "indexer/pipeline/held_contents.h"
#include "indexer/pipeline/survey.h"

namespace vankien {
namespace {

class Planner {
 public:
  Planner(const std::vector<Source>& sources, Ledger& ledger, bool anew)
      : survey_(sources, ledger, anew), contents_(find_contents(survey_)) {}

  Plan make() {
    for (auto& [key, members] : contents_.groups) plan_content(key, members);
    plan_far();
    for (auto& seen : survey_.files) plan_alone(seen);
    plan_vanished();
    std::sort(reads_.begin(), reads_.end(), std::less<>());  // as in the scan
    give_births(survey_, reads_, left_, std::move(taken_));
    for (Seen* seen : reads_) plan_.reads.push_back(std::move(seen->file));
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

  // All files that hold one content: who holds its document, and who is a copy.
  void plan_content(const std::string& key, std::vector<Seen*>& members) {
    // What failed fails again, each for itself.
    std::erase_if(members, [&](const Seen* seen) { return survey_.is_known_failure(*seen); });
    if (members.empty()) return;
    const auto holder = std::find_if(members.begin(), members.end(), [&](const Seen* seen) {
      return survey_.has_its_content(*seen) && holds_documents(*seen->row);
    });
    const auto lost = contents_.lost_holders.find(key);
    const LedgerEntry* from = lost == contents_.lost_holders.end() ? nullptr : lost->second;
    if (holder != members.end()) std::rotate(members.begin(), holder, holder + 1);
    if (survey_.anew) {
      if (holder == members.end() && from != nullptr) take_over(*members.front(), *from);
      return read_once(members);
    }
    const bool is_held_here = holder != members.end();
    if (const auto far = contents_.far_holders.find(key); !is_held_here && far != contents_.far_holders.end())
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
    for (const auto& [key, holder] : contents_.far_holders)
      if (!contents_.groups.contains(key)) join(*holder, nullptr, *holder, {});
    for (const auto& [key, from] : contents_.lost_holders) {
      const auto copies = contents_.far_copies.find(key);
      if (copies == contents_.far_copies.end() || contents_.groups.contains(key) ||
          contents_.far_holders.contains(key))
        continue;
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
    std::vector<std::string> paths = contents_.far_copies[survey_.key_of(before)];
    const bool is_again = here != nullptr && survey_.is_loser_to_ask(before.path);
    if (is_again) read_again(*here, paths);
    paths.push_back(now.path);
    bool changed = before.path != now.path;
    for (Seen* seen : members) {
      planned_.insert(seen);
      if (seen == here && before.path == now.path) {
        if (!is_again) settle(*seen);
        continue;
      }
      if (seen == here) {
        empty_out(*seen);
        continue;
      }
      // Two that were read before copies were known stay two.
      if (survey_.has_its_content(*seen) && holds_documents(*seen->row)) {
        if (survey_.is_loser_to_ask(seen->file.path))
          read_again(*seen, {});
        else
          settle(*seen);
        continue;
      }
      paths.push_back(seen->file.path);
      if (is_again) here->file.copies.push_back({seen->file.path, seen->file.size, seen->file.mtime_ns});
      if (survey_.has_its_content(*seen) && seen->row->outcome == "copy") {
        if (!is_again) settle(*seen);
        continue;
      }
      changed = true;
      empty_out(*seen);
      tell("copy", *seen, now.path);
      if (is_again) continue;  // counted and noted when its holder was read
      ++plan_.copies;
      plan_.notes.push_back(
          {seen->file.path, seen->file.size, seen->file.mtime_ns, now.hash, "copy", 0, 0, ""});
    }
    const std::size_t copies_now = paths.size() - 1;
    const auto copies_before = contents_.copies_before.find(survey_.key_of(before));
    changed =
        changed || copies_now != (copies_before == contents_.copies_before.end() ? 0 : copies_before->second);
    if (!changed) return;
    std::sort(paths.begin(), paths.end());
    if (paths.size() == 1) paths.clear();
    plan_.rekeys.push_back({before.path, now.path, std::move(paths)});
  }

  // Its documents are in the index, but for those that another's id kept out. What did not change stays untouched.
  void read_again(Seen& seen, const std::vector<std::string>& far_copies) {
    for (const std::string& path : far_copies) {
      const LedgerEntry& copy = survey_.rows.at(path);
      seen.file.copies.push_back({path, copy.size, copy.mtime_ns});
    }
    reads_.push_back(&seen);
    if (!moved_to_.contains(seen.file.path)) tell("again", seen, "");
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

  // What a file that is read, or would be if it were no copy, is to a person who asks.
  void tell_read(const Seen& seen, const char* otherwise, const std::string& other) {
    if (moved_to_.contains(seen.file.path)) return;
    const bool same = seen.row != nullptr &&
                      (survey_.has_its_content(seen) || (survey_.anew && same_times(*seen.row, seen.file)));
    if (same && (seen.row->outcome == "retry" || survey_.is_loser_to_ask(seen.file.path)))
      return tell("again", seen, "");
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
  HeldContents contents_;
  Plan plan_;
  std::unordered_set<const Seen*> planned_;  // their content's group has settled what becomes of them
  std::vector<Seen*> reads_;
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
