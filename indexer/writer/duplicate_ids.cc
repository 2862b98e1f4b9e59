#include "indexer/writer/duplicate_ids.h"

#include <algorithm>
#include <stdexcept>
#include <tuple>
#include <unordered_map>
#include <vector>

#include "analyzers/schema/spool.h"
#include "indexer/writer/run/run_files.h"
#include "indexer/writer/run/run_reader.h"

namespace vankien {
namespace fs = std::filesystem;
namespace {

constexpr std::size_t kIdsAtOnce = 20'000;  // whose claims are held in memory, some 200 bytes each

struct Run {
  fs::path file;
  Grade grade;
};

struct Document {
  IdHash hash;
  std::uint32_t run;
  std::uint32_t number;  ///< in the run, from 1 on
};

bool is_same(const Document& one, const Document& other) { return one.hash == other.hash; }

class Finder {
 public:
  Finder(const fs::path& shards, std::size_t memory, const TellDuplicate& tell) : tell_(tell) {
    std::size_t documents = 0;
    for (std::size_t i = 0; i < kGradeCount; ++i)
      for (fs::path& file : find_runs(shards, kGradeNames[i])) {
        documents += RunReader(file).summary().counts.documents;
        runs_.push_back({std::move(file), static_cast<Grade>(i)});
      }
    parts_ = 1 + documents * sizeof(Document) / std::max<std::size_t>(memory, sizeof(Document));
    at_once_ = documents / parts_ + documents / parts_ / 8;
  }

  LeftOut find() {
    for (std::size_t part = 0; part < parts_; ++part) {
      const std::vector<Document> same = read_part(part);
      auto end = same.begin();
      for (auto begin = end; begin != same.end(); begin = end) {
        for (std::size_t ids = 0; ids < kIdsAtOnce && end != same.end(); ++ids) {
          const Document& first = *end;
          end = std::find_if(end, same.end(), [&](const Document& one) { return !is_same(one, first); });
        }
        settle({begin, end});
      }
    }
    for (auto& [file, numbers] : left_out_) std::sort(numbers.begin(), numbers.end());
    return std::move(left_out_);
  }

 private:
  // Those documents of a part of all hashes that are not alone with theirs, by hash.
  std::vector<Document> read_part(std::size_t part) const {
    std::vector<Document> all;
    all.reserve(at_once_);
    for (std::uint32_t run = 0; run < runs_.size(); ++run) {
      const RunReader reader(runs_[run].file);
      std::uint32_t number = 0;
      for (IdCursor cursor(reader.section(Section::kIds)); cursor.next();) {
        ++number;
        if (cursor.hash().high % parts_ == part) all.push_back({cursor.hash(), run, number});
      }
    }
    std::sort(all.begin(), all.end(),
              [](const Document& one, const Document& other) { return one.hash < other.hash; });
    auto kept = all.begin();
    for (auto begin = all.begin(); begin != all.end();) {
      const Document first = *begin;
      const auto end =
          std::find_if(begin, all.end(), [&](const Document& one) { return !is_same(one, first); });
      if (end - begin > 1) kept = std::copy(begin, end, kept);
      begin = end;
    }
    all.erase(kept, all.end());
    return all;
  }

  void settle(std::vector<Document> documents) {
    std::sort(documents.begin(), documents.end(), [](const Document& one, const Document& other) {
      return std::tie(one.run, one.number) < std::tie(other.run, other.number);
    });
    struct Winner {
      IdClaim claim;
      std::uint32_t run;
      std::uint32_t number;
    };
    std::unordered_map<std::string, Winner> winners;
    each_claim(documents, [&](const Document& one, IdClaim claim) {
      if (is_handed_over_path(claim.path)) return;
      const auto [found, is_first] = winners.try_emplace(claim.id, Winner{claim, one.run, one.number});
      if (!is_first && outranks(claim, found->second.claim))
        found->second = {std::move(claim), one.run, one.number};
    });
    each_claim(documents, [&](const Document& one, const IdClaim& claim) {
      const auto found = winners.find(claim.id);
      if (found == winners.end()) return;  // handed over, each in a grade of its own
      const Winner& winner = found->second;
      if (is_handed_over_path(claim.path) ? claim.grade != winner.claim.grade
                                          : one.run == winner.run && one.number == winner.number)
        return;
      left_out_[runs_[one.run].file].push_back(one.number);
      tell_(claim, winner.claim);
    });
  }

  /// The documents are in order of their runs.
  template <class Take>
  void each_claim(const std::vector<Document>& documents, Take take) const {
    for (auto next = documents.begin(); next != documents.end();) {
      const std::uint32_t run = next->run;
      const RunReader reader(runs_[run].file);
      EntryCursor cursor(reader.section(Section::kEntries));
      for (std::uint32_t number = 1; next != documents.end() && next->run == run && cursor.next(); ++number) {
        if (number != next->number) continue;
        const DocumentEntry& entry = cursor.entry();
        take(*next++, IdClaim{runs_[run].grade, std::string(entry.id), std::string(entry.path),
                              std::string(entry.place)});
      }
      if (next != documents.end() && next->run == run)
        throw std::runtime_error(runs_[run].file.string() + ": has fewer documents than ids");
    }
  }

  const TellDuplicate& tell_;
  std::vector<Run> runs_;
  std::size_t parts_ = 1;
  std::size_t at_once_ = 0;
  LeftOut left_out_;
};

}  // namespace

std::string describe_owner(const std::string& id, const std::string& owner) {
  return "id \"" + id + "\" belongs to a document of " + owner;
}

bool outranks(const IdClaim& one, const IdClaim& other) {
  if (one.grade != other.grade) return one.grade > other.grade;
  if (one.path != other.path) return one.path < other.path;
  if (one.place.size() != other.place.size()) return one.place.size() < other.place.size();
  return one.place < other.place;
}

LeftOut find_duplicates(const fs::path& shards, std::size_t memory, const TellDuplicate& tell) {
  return Finder(shards, memory, tell).find();
}

}  // namespace vankien
