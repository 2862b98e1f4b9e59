#include "indexer/metadata/urgency_field.h"

#include <array>
#include <string>

#include "indexer/metadata/stamp_zones.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

struct Degree {
  const char* name;
  std::u32string_view letters;
};
// Highest first: each longer stamp holds a shorter one.
constexpr std::array<Degree, 4> kDegrees = {{{"hỏa tốc hẹn giờ", U"hoatochengio"},
                                             {"hỏa tốc", U"hoatoc"},
                                             {"thượng khẩn", U"thuongkhan"},
                                             {"khẩn", U"khan"}}};

// What may stand in the same cell: the label, a grade, the hour.
constexpr std::array<std::u32string_view, 7> kBeside = {U"mucdokhan", U"dokhan", U"tuyetmat", U"toimat",
                                                        U"mat",       U"ngay",   U"gio"};

const Degree* degree_of(const Cell& cell) {
  if (!cell.capitals) return nullptr;
  std::u32string letters = bare_letters(cell.folded.chars);
  if (letters.size() > 40) return nullptr;
  std::erase_if(letters, is_digit);
  for (const Degree& degree : kDegrees) {
    std::u32string rest = letters;
    const auto at = rest.rfind(degree.letters);
    if (at == rest.npos) continue;
    rest.erase(at, degree.letters.size());
    for (const auto beside : kBeside)
      if (const auto there = rest.find(beside); there != rest.npos) rest.erase(there, beside.size());
    if (rest.empty()) return &degree;
  }
  return nullptr;
}

}  // namespace

std::optional<Field> read_urgency(const Letterhead& head) {
  const Degree* highest = nullptr;
  for (const Line* line : stamp_lines(head)) {
    for (const Cell& cell : line->cells) {
      const Degree* degree = degree_of(cell);
      if (degree != nullptr && (highest == nullptr || degree < highest)) highest = degree;
    }
  }
  if (highest == nullptr) return std::nullopt;
  return Field{highest->name, "stamp"};
}

}  // namespace vankien
