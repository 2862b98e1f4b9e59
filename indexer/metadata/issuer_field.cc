#include "indexer/metadata/issuer_field.h"

#include <algorithm>
#include <array>
#include <vector>

#include "indexer/metadata/organ_name.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

using Name = std::u32string;
using NameView = std::u32string_view;

constexpr std::size_t kMostSmall = 80;  // letters of an organ's line in small letters

constexpr NameView kCommittees[] = {U"tỉnh ủy", U"thành ủy", U"huyện ủy", U"quận ủy",
                                    U"thị ủy",  U"đảng ủy",  U"đảng bộ"};
constexpr NameView kPlaces[] = {U"tỉnh",     U"thành phố", U"huyện",  U"quận",   U"thị xã",
                                U"thị trấn", U"xã",        U"phường", U"đặc khu"};
// Sub-bodies that collapsed columns glue to their parent's line.
constexpr NameView kSubBodies[] = {
    U"ban tổ chức", U"ban tuyên giáo", U"ban dân vận", U"ban nội chính", U"ủy ban kiểm tra",
    U"văn phòng",   U"bộ chính trị",   U"ban bí thư",  U"cục",           U"tổng cục",
    U"sở",          U"trung tâm",      U"ban quản lý", U"thuế tỉnh",     U"thuế thành phố",
    U"thuế cơ sở"};

bool is_committee(NameView name) {
  return std::any_of(std::begin(kCommittees), std::end(kCommittees),
                     [&](NameView head) { return begins_with(name, head); });
}

// The place and its kind a name ends in, "tỉnh đông giang"; empty if it has none.
NameView place_of(NameView name) {
  std::size_t first = name.npos;
  for (const NameView kind : kPlaces)
    for (std::size_t at = find_words(name, kind); at != name.npos; at = find_words(name, kind, at + 1)) {
      const bool social = has_words_at(name, at, U"xã hội");
      if (!social && at + kind.size() < name.size()) first = std::min(first, at);
    }
  return first == name.npos ? NameView() : name.substr(first);
}

// "tỉnh ủy đông giang", "đảng bộ tỉnh đông giang" → "đông giang".
NameView place_name(NameView committee) {
  for (const NameView head : kCommittees)
    if (begins_with(committee, head)) committee.remove_prefix(std::min(committee.size(), head.size() + 1));
  for (const NameView kind : kPlaces)
    if (begins_with(committee, kind)) {
      committee.remove_prefix(std::min(committee.size(), kind.size() + 1));
      break;
    }
  return committee;
}

// Names that need nothing from the lines above them.
bool stands_alone(NameView name) {
  if (begins_with(name, U"chi bộ") || begins_with(name, U"chi ủy")) return false;
  for (const NameView committee : kCommittees)
    if (name == committee) return false;
  if (is_committee(name)) return true;
  if (begins_with_any(name, {U"bộ",
                             U"ban bí thư",
                             U"quân ủy",
                             U"đảng đoàn",
                             U"ban cán sự đảng",
                             U"quốc hội",
                             U"chính phủ",
                             U"thủ tướng",
                             U"chủ tịch nước",
                             U"ủy ban thường vụ quốc hội",
                             U"cục",
                             U"tổng cục",
                             U"học viện",
                             U"trường đại học",
                             U"tòa án",
                             U"viện kiểm sát",
                             U"ngân hàng",
                             U"kho bạc",
                             U"bảo hiểm xã hội",
                             U"kiểm toán nhà nước",
                             U"đại hội đại biểu toàn quốc",
                             U"tổng liên đoàn",
                             U"tập đoàn",
                             U"tổng công ty"}))
    return true;
  if (has_words(name, U"trung ương") || has_words(name, U"chính phủ") || has_words(name, U"quốc hội"))
    return true;
  for (const NameView committee : kCommittees)
    if (has_words(name, committee)) return true;
  return !place_of(name).empty();
}

// "ban chấp hành trung ương ban tổ chức" → two names; the columns' line ends were lost.
void part_glued(Name name, std::vector<Name>& names) {
  static constexpr NameView kCentral = U"ban chấp hành trung ương ";
  const bool central =
      NameView(name).starts_with(kCentral) && !begins_with(NameView(name).substr(kCentral.size()), U"đảng");
  const bool parent = central || begins_with_any(name, {U"tỉnh ủy", U"thành ủy", U"huyện ủy", U"bộ", U"cục",
                                                        U"ủy ban nhân dân"});
  std::size_t cut = name.npos;
  if (parent)
    for (const NameView body : kSubBodies)
      for (std::size_t at = find_words(name, body, 4); at != name.npos; at = find_words(name, body, at + 1)) {
        const bool joint = at >= 2 && (name[at - 2] == U'-' || name[at - 2] == U',');
        // "CỤC THUẾ THUẾ TỈNH A", but "CỤC THUẾ TỈNH A".
        const bool inside = begins_with(body, U"thuế") && !NameView(name).substr(0, at).ends_with(U"thuế ");
        if (!joint && !inside && name[at - 1] == U' ') cut = std::min(cut, at);
      }
  if (central) cut = std::min(cut, kCentral.size());
  if (cut != name.npos && cut < name.size()) {
    names.push_back(name.substr(0, cut - 1));
    name.erase(0, cut);
  }
  names.push_back(std::move(name));
}

// A committee's name broken over two lines, or a body named before the committee it belongs to.
bool continues(const Name& above, const Name& next) {
  if (above.ends_with(U" và") || above.ends_with(U"-") || above.ends_with(U",")) return true;
  if (begins_with(above, U"đại hội")) return true;
  return is_committee(next) && !stands_alone(above) && !begins_with(above, U"chi bộ") && !is_committee(above);
}

// "XV80", "H.L300": a typist's mark; "S6: 12/QĐ-UBND": a number badly read.
bool is_mark(const Cell& cell) {
  const auto& folded = cell.folded.chars;
  if (folded.find(U'/') != folded.npos) return true;
  return folded.find(U' ') == folded.npos && std::any_of(folded.begin(), folded.end(), is_digit);
}

// In small letters only short cells that cannot be a date, a number or a summary.
bool may_be_left(const Cell& cell) {
  const auto& folded = cell.folded.chars;
  return folded.size() <= kMostSmall && std::none_of(folded.begin(), folded.end(), is_digit) &&
         !has_words(folded, U"ngày") && !begins_with_any(folded, {U"v/v", U"về", U"kính gửi"});
}

bool is_left(const Cell& cell, bool small) {
  return (cell.capitals || (small && may_be_left(cell))) && !is_mark(cell) && !is_national_heading(cell) &&
         !begins_with_any(cell.folded.chars, {U"văn bản", U"phần", U"công báo", U"dự thảo", U"số"});
}

// The bodies of the left column, highest first, each once: gazettes print the issuer again above the page.
// `small`: in small letters too, but only above the number.
std::vector<Name> read_names(const Letterhead& head, bool small) {
  std::vector<Name> names;
  bool open = false;  // the line above was a body's, so the next may continue it
  bool numbered = false;
  bool heading_broken = false;  // "CỘNG HÒA XÃ HỘI CHỦ NGHĨA" / "VIỆT NAM"
  for (std::size_t i = head.begin; i < head.end; ++i) {
    for (const Cell& cell : head.lines[i].cells) {
      const auto& folded = cell.folded.chars;
      if (begins_with_any(folded, {U"số", U"luật số", U"nghị quyết số", U"pháp lệnh số"})) numbered = true;
      if (heading_broken && folded == U"việt nam") {
        heading_broken = false;
        continue;
      }
      if (is_national_heading(cell))
        heading_broken = folded == U"đảng cộng sản" || folded == U"cộng hòa xã hội chủ nghĩa";
      if (!is_left(cell, small)) {
        open = open && is_national_heading(cell);
        continue;
      }
      if (numbered && (small || !names.empty())) return names;  // stamps and summaries in capitals follow
      Name name = expand_organ(folded);
      if (!names_organ(cell) && !(small && begins_organ(folded))) {
        if (open) names.back() += U" " + name;
        continue;
      }
      if (!names.empty() && open && continues(names.back(), name))
        names.back() += U" " + name;
      else
        part_glued(std::move(name), names);
      open = true;
    }
  }
  return names;
}

void drop_repeats(std::vector<Name>& names) {
  std::vector<Name> kept;
  for (auto& name : names)
    if (std::none_of(kept.begin(), kept.end(),
                     [&](const Name& other) { return bare_letters(other) == bare_letters(name); }))
      kept.push_back(std::move(name));
  names = std::move(kept);
}

// What of the parent's name is written behind the child's.
Name with_parent(const Name& child, const Name& parent) {
  if (begins_with(parent, U"ban chấp hành trung ương")) {
    if (begins_with(child, U"văn phòng")) return U"văn phòng trung ương đảng";
    return child + U" trung ương";
  }
  const NameView place = place_of(parent);
  if (begins_with_any(child, {U"sở", U"phòng", U"trung tâm", U"trường", U"ban quản lý", U"chi cục"}) &&
      begins_with_any(parent, {U"ủy ban nhân dân"}) && !place.empty()) {
    const Name name(place_name(place));  // "… An Phong" below "tỉnh An Phong" names it already
    const bool named = !name.empty() && child.ends_with(U" " + name);
    return child.substr(0, child.size() - (named ? name.size() + 1 : 0)) + U" " + Name(place);
  }
  return child + U" " + parent;
}

Name compose(const std::vector<Name>& names) {
  Name name = names.back();
  std::size_t above = names.size() - 1;
  while (!stands_alone(name) && above > 0) {
    const Name& parent = names[--above];
    if (find_words(name, parent) != name.npos) break;
    name = with_parent(name, parent);
    if (stands_alone(parent)) break;
  }
  if (name == U"văn phòng trung ương") return U"văn phòng trung ương đảng";
  // "Ban Tổ chức Tỉnh ủy" below "Đảng bộ tỉnh Đông Giang": the place is the parent's.
  for (const NameView committee : kCommittees)
    if (NameView(name).ends_with(committee) && above > 0 && is_committee(names[above - 1]))
      if (const NameView place = place_name(names[above - 1]); !place.empty())
        return name + U" " + Name(place);
  return name;
}

// A letterhead whose national heading was lost still has its number.
bool has_number(const Letterhead& head) {
  for (std::size_t i = head.begin; i < head.end; ++i)
    for (const Cell& cell : head.lines[i].cells)
      if (begins_with(cell.folded.chars, U"số") && cell.folded.chars.find(U'/') != std::u32string::npos)
        return true;
  return false;
}

}  // namespace

std::optional<Field> read_issuer(const Letterhead& head) {
  std::vector<Name> names = read_names(head, false);
  if (names.empty() && head.seen()) names = read_names(head, true);  // "Bộ A" beside "CỘNG HÒA …"
  drop_repeats(names);
  if (names.empty() || !(head.seen() || has_number(head))) return std::nullopt;
  return Field{spell_organ_name(compose(names)), "letterhead"};
}

}  // namespace vankien
