#include "analyzers/schema/organ.h"

#include <algorithm>
#include <array>
#include <utility>

#include "analyzers/letters.h"
#include "analyzers/mapped_text.h"

namespace vankien {
namespace {

// Folded letters without dots → spelling. Source: 05-HD/VPTW, 36-HD/VPTW, Decree 30/2020/NĐ-CP, and symbols
// met.
constexpr std::array<std::pair<std::u32string_view, std::string_view>, 8> kMixedCase = {{
    {U"ttg", "TTg"},
    {U"thu", "ThU"},
    {U"txu", "TxU"},
    {U"tư", "TW"},
    {U"tw", "TW"},
    {U"nb", "nb"},
    {U"cp", "CP"},
    {U"ctn", "CTN"},
}};

// Endings of organ letters that only the Party uses, and whole ones: provincial, district and central
// committees.
constexpr std::array<std::string_view, 6> kPartyEndings = {"TU", "TW", "HU", "QU", "ThU", "TxU"};
constexpr std::array<std::string_view, 7> kPartyWhole = {"ĐU", "ĐUK", "CB", "ĐH", "BCSĐ", "ĐĐ", "ĐB"};

bool is_capital(char32_t c) { return fold_letter(c) != c; }

}  // namespace

std::string spell_organ(std::u32string_view letters) {
  std::u32string folded;
  std::u32string kept;
  for (const char32_t c : letters) {
    if (c == U'.') continue;
    kept.push_back(c);
    folded.push_back(fold_letter(c));
  }
  for (const auto& [from, to] : kMixedCase)
    if (folded == from) return std::string(to);
  // VPTƯ, BTCTƯ: the same slip inside longer letters.
  if (folded.size() > 2 && folded.ends_with(U"tư")) kept.replace(kept.size() - 1, 1, U"W");
  if (std::none_of(kept.begin(), kept.end(), is_capital))
    std::transform(kept.begin(), kept.end(), kept.begin(), capital_letter);
  return encode_utf8(kept);
}

bool is_party_organ(std::string_view organ) {
  const auto slash = organ.find('/');
  const std::string_view head = organ.substr(0, std::min(slash, organ.find('-')));
  if (head.starts_with("TW")) return true;  // TWĐTN: central committees of mass organisations
  if (std::find(kPartyWhole.begin(), kPartyWhole.end(), head) != kPartyWhole.end()) return true;
  if (head.starts_with("ĐU") || head.starts_with("ĐĐ") || head.starts_with("BCSĐ")) return true;
  return std::any_of(kPartyEndings.begin(), kPartyEndings.end(),
                     [&](auto ending) { return head.ends_with(ending); });
}

}  // namespace vankien
