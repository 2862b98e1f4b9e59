#include "indexer/pipeline/container.h"

#include <fmt/format.h>

#include <algorithm>
#include <map>

#include "indexer/extract/child.h"
#include "indexer/extract/unpack.h"
#include "indexer/records/csv_rows.h"
#include "indexer/records/jsonl.h"

namespace vankien {
namespace {

constexpr int kDeepest = 3;

/// What members have from what they are in.
struct Family {
  std::string parent;
  std::string parent_id;
  Grade at_least = Grade::kOpen;
};

/// Names that tell of another member, as beside a file in a folder (scan.h).
std::string owner_of_sidecar(const std::string& name) {
  for (const std::string_view ending : {".meta.json", ".map.json"})
    if (name.ends_with(ending)) return name.substr(0, name.size() - ending.size());
  return {};
}

class Walk {
 public:
  Walk(const SourceFile& source, const std::filesystem::path& self, const ExtractLimits& limits,
       UnpackRoom& room, OcrReader& ocr, const PartTaker& parts)
      : source_(source), self_(self), limits_(limits), room_(room), ocr_(ocr), parts_(parts) {}

  void container(const SourceFile& file, const std::string& place, Family family, int depth) {
    guarded(place, [&] {
      const UnpackRoom::Folder folder(room_);
      const Unpacked unpacked =
          unpack_in_child(extract_program(self_), file.file, limits_, budget_, folder.path());
      if (unpacked.is_document) {
        give(read_file(file, self_, limits_, ocr_), place, family);
        return;
      }
      Family inside{file.path, "", family.at_least};
      if (unpacked.text) {
        ReadDocument letter = make_document(*unpacked.text, {}, file);
        inside.at_least = std::max(inside.at_least, letter.record.grade);
        inside.parent_id = letter.record.id;
        guarded(place, [&] { give(std::move(letter), place, family); });
      } else if (!file.sidecar.empty()) {
        ReadDocument given;
        apply_sidecar(file.sidecar, given);
        inside.at_least = std::max(inside.at_least, given.record.grade);
      }
      for (const auto& failure : unpacked.failures)
        parts_.refuse(join(place, failure.name), failure.code, failure.reason);
      members(unpacked.members, file, place, inside, depth);
    });
  }

 private:
  template <typename Act>
  void guarded(const std::string& place, const Act& act) {
    try {
      act();
    } catch (const ExtractError& error) {
      parts_.refuse(place, error.code(), error.what());
    }
  }

  static std::string join(const std::string& place, const std::string& name) {
    return place.empty() ? name : place + "/" + name;
  }

  void members(const std::vector<Member>& all, const SourceFile& file, const std::string& place,
               const Family& family, int depth) {
    std::map<std::string, std::filesystem::path> names;
    for (const Member& member : all) names[member.name] = member.file;
    for (const Member& member : all) {
      // A sidecar without its file says nothing, as in a folder; neither do the expectations of tests.
      if (member.name.ends_with(".expect.json") || !owner_of_sidecar(member.name).empty()) continue;
      SourceFile one;
      one.file = member.file;
      one.path = file.path + "/" + member.name;
      if (!file.born.empty()) one.born = file.born + "/" + member.name;
      const auto sidecar = names.find(member.name + (is_csv(member.file) ? ".map.json" : ".meta.json"));
      if (sidecar != names.end()) one.sidecar = sidecar->second;
      part(one, join(place, member.name), family, depth);
    }
  }

  void part(const SourceFile& file, const std::string& place, const Family& family, int depth) {
    if (is_jsonl(file.file) || is_csv(file.file)) return records(file, place, family);
    const bool is_container = may_be_container(file.file);
    if (is_container && depth == kDeepest)
      return parts_.refuse(place, "too_deep", fmt::format("more than {} containers in each other", kDeepest));
    if (is_container) return container(file, place, family, depth + 1);
    guarded(place, [&] { give(read_file(file, self_, limits_, ocr_), place, family); });
  }

  void records(const SourceFile& file, const std::string& place, const Family& family) {
    const auto line_of = [&](std::uint64_t line) { return fmt::format("{} line {}", place, line); };
    const TakeLines take = [&](std::uint64_t first, const std::vector<std::string>& lines) {
      for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].find_first_not_of(" \t\r\n") == std::string::npos) continue;
        guarded(line_of(first + i),
                [&] { give(read_json_line(lines[i], file), line_of(first + i), family); });
      }
      return true;
    };
    const RefuseRecord refuse = [&](std::uint64_t line, const std::string& code, const std::string& reason) {
      parts_.refuse(line_of(line), code, reason);
    };
    guarded(place, [&] { read_record_lines(file, take, refuse); });
  }

  void give(ReadDocument document, const std::string& place, const Family& family) {
    Record& record = document.record;
    record.source_file = source_.path;
    record.parent = family.parent;
    record.parent_id = family.parent_id;
    if (record.grade < family.at_least) {
      record.grade = family.at_least;
      record.provenance["grade"] = "parent";
    }
    parts_.take(std::move(document), place);
  }

  const SourceFile& source_;
  const std::filesystem::path& self_;
  const ExtractLimits& limits_;
  UnpackRoom& room_;
  OcrReader& ocr_;
  const PartTaker& parts_;
  UnpackBudget budget_;
};

}  // namespace

void read_container(const SourceFile& file, const std::filesystem::path& self, const ExtractLimits& limits,
                    UnpackRoom& room, OcrReader& ocr, const PartTaker& parts) {
  Walk(file, self, limits, room, ocr, parts).container(file, "", {}, 1);
}

}  // namespace vankien
