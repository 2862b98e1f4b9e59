#include "analyzers/schema/document_type.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <unordered_map>

#include "analyzers/char_filters.h"
#include "analyzers/letters.h"

namespace vankien {
namespace {

// Sources: 399-QĐ/TW (25 types and 8 papers of the Party), Decree 30/2020/NĐ-CP annex III (29 types of the
// State), Law 80/2015/QH13 (legal acts). Abbreviations no regulation gives are those met in real symbols.
constexpr std::array kTypes = {
    DocumentType{"Nghị quyết", "NQ", true, true},
    DocumentType{"Quyết định", "QĐ", true, true},
    DocumentType{"Quy định", "QĐ", true, false},
    DocumentType{"Quy định", "QyĐ", false, true},
    DocumentType{"Chỉ thị", "CT", true, true},
    DocumentType{"Kết luận", "KL", true, false},
    DocumentType{"Quy chế", "QC", true, true},
    DocumentType{"Thông tri", "TT", true, false},
    DocumentType{"Hướng dẫn", "HD", true, true},
    DocumentType{"Thông báo", "TB", true, true},
    DocumentType{"Thông cáo", "TC", true, true},
    DocumentType{"Tuyên bố", "TB", true, false},
    DocumentType{"Lời kêu gọi", "LKG", true, false},
    DocumentType{"Báo cáo", "BC", true, true},
    DocumentType{"Kế hoạch", "KH", true, true},
    DocumentType{"Chương trình", "CTr", true, true},
    DocumentType{"Chương trình hành động", "CTHĐ", true, true},
    DocumentType{"Chiến lược", "CL", true, false},
    DocumentType{"Cương lĩnh", "", true, false},
    DocumentType{"Điều lệ", "ĐL", true, false},
    DocumentType{"Quy hoạch", "QH", true, false},
    DocumentType{"Đề án", "ĐA", true, true},
    DocumentType{"Dự án", "DA", true, true},
    DocumentType{"Phương án", "PA", true, true},
    DocumentType{"Tờ trình", "TTr", true, true},
    DocumentType{"Biên bản", "BB", true, true},
    DocumentType{"Công văn", "CV", true, true},
    DocumentType{"Bản sao", "BS", true, false},
    DocumentType{"Hợp đồng", "HĐ", true, true},
    DocumentType{"Công điện", "CĐ", true, true},
    DocumentType{"Giấy mời", "GM", true, true},
    DocumentType{"Giấy giới thiệu", "GGT", true, true},
    DocumentType{"Giấy đi đường", "GĐĐ", true, false},
    DocumentType{"Giấy nghỉ phép", "GNP", true, true},
    DocumentType{"Giấy ủy quyền", "GUQ", false, true},
    DocumentType{"Phiếu gửi", "PG", true, true},
    DocumentType{"Phiếu chuyển", "PC", true, true},
    DocumentType{"Phiếu báo", "PB", true, true},
    DocumentType{"Bản ghi nhớ", "BGN", false, true},
    DocumentType{"Bản thỏa thuận", "BTT", false, true},
    DocumentType{"Thư công", "", false, true},
    DocumentType{"Hiến pháp", "", false, true},
    DocumentType{"Luật", "L", false, true},
    DocumentType{"Bộ luật", "L", false, true},
    DocumentType{"Pháp lệnh", "PL", false, true},
    DocumentType{"Lệnh", "L", false, true},
    DocumentType{"Nghị định", "NĐ", false, true},
    DocumentType{"Thông tư", "TT", false, true},
    DocumentType{"Thông tư liên tịch", "TTLT", false, true},
    DocumentType{"Nghị quyết liên tịch", "NQLT", false, true},
    DocumentType{"Chỉ thị liên tịch", "CTLT", false, true},
    DocumentType{"Hướng dẫn liên tịch", "HDLT", true, true},
    DocumentType{"Kế hoạch liên tịch", "KHLT", true, true},
    DocumentType{"Văn bản hợp nhất", "VBHN", false, true},
    DocumentType{"Sắc lệnh", "SL", false, true},
};

// Case, tone placement and the width of spaces do not count.
std::string fold_name(std::string_view name) {
  std::u32string out;
  for (const char32_t c : fold_text(name).chars) {
    if (!is_space(c))
      out.push_back(c);
    else if (!out.empty() && out.back() != U' ')
      out.push_back(U' ');
  }
  while (!out.empty() && out.back() == U' ') out.pop_back();
  return encode_utf8(out);
}

const std::unordered_map<std::string, const DocumentType*>& by_name() {
  static const auto made = [] {
    std::unordered_map<std::string, const DocumentType*> map;
    for (const auto& type : kTypes) map.emplace(fold_name(type.name), &type);
    return map;
  }();
  return made;
}

// The folded letters of an abbreviation as one number: all are ASCII letters and đ, and take few bytes. Every word of an
// archive is asked whether it is one.
using Key = std::uint64_t;

std::optional<Key> key_of(std::string_view abbreviation) {
  Key key = 1;  // so that a zero byte counts too
  std::size_t bytes = 0;
  for (std::size_t at = 0; at < abbreviation.size();) {
    const char32_t c = fold_letter(next_code_point(abbreviation, at));
    if (c >= 0x80 && c != U'đ') return std::nullopt;
    bytes += c < 0x80 ? 1 : 2;
    if (bytes >= sizeof(Key)) return std::nullopt;
    key = c < 0x80 ? key << 8 | c : key << 16 | c;
  }
  return key;
}

struct Abbreviations {
  std::unordered_map<Key, std::string_view> folded;             // "ctr" → CTr
  std::unordered_map<Key, std::vector<std::string_view>> bare;  // "da" → DA, ĐA
};

const Abbreviations& abbreviations() {
  static const auto made = [] {
    Abbreviations map;
    for (const auto& type : kTypes) {
      if (type.abbreviation.empty() || type.abbreviation == "L") continue;
      if (!map.folded.emplace(key_of(type.abbreviation).value(), type.abbreviation).second) continue;
      map.bare[key_of(bare_form(type.abbreviation)).value()].push_back(type.abbreviation);
    }
    return map;
  }();
  return made;
}

}  // namespace

std::span<const DocumentType> document_types() { return kTypes; }

const DocumentType* find_type(std::string_view name) {
  const auto found = by_name().find(fold_name(name));
  return found == by_name().end() ? nullptr : found->second;
}

std::vector<std::string_view> spell_abbreviation(std::string_view abbreviation, bool bare) {
  const auto key = key_of(abbreviation);
  if (!key) return {};
  if (bare && !has_marks(abbreviation)) {
    const auto found = abbreviations().bare.find(*key);
    return found == abbreviations().bare.end() ? std::vector<std::string_view>{} : found->second;
  }
  const auto found = abbreviations().folded.find(*key);
  return found == abbreviations().folded.end() ? std::vector<std::string_view>{} : std::vector{found->second};
}

const DocumentType* type_of_abbreviation(std::string_view abbreviation, System system) {
  const DocumentType* only = nullptr;
  for (const auto& type : kTypes) {
    if (type.abbreviation != abbreviation || !(system == System::kParty ? type.party : type.state)) continue;
    if (only != nullptr) return nullptr;
    only = &type;
  }
  return only;
}

}  // namespace vankien
