#include "indexer/metadata/level_field.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "analyzers/char_filters.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

using Name = std::u32string_view;

struct Rule {
  Name words;
  const char* level;
};

// What a name begins with decides.
constexpr std::array kBeginnings = {
    Rule{U"chi bộ", "chi bộ"},
    Rule{U"chi ủy", "chi bộ"},
    Rule{U"tỉnh ủy", "tỉnh"},
    Rule{U"huyện ủy", "huyện"},
    Rule{U"quận ủy", "huyện"},
    Rule{U"thị ủy", "huyện"},
    Rule{U"quân ủy", "trung ương"},
    Rule{U"bộ chính trị", "trung ương"},
    Rule{U"ban bí thư", "trung ương"},
    Rule{U"chính phủ", "trung ương"},
    Rule{U"thủ tướng", "trung ương"},
    Rule{U"quốc hội", "trung ương"},
    Rule{U"chủ tịch nước", "trung ương"},
    Rule{U"đại hội đại biểu toàn quốc", "trung ương"},
};

// Then a committee it belongs to; then the place it is the organ of, the lowest kind first.
constexpr std::array kCommittees = {
    Rule{U"trung ương", "trung ương"}, Rule{U"tỉnh ủy", "tỉnh"}, Rule{U"huyện ủy", "huyện"},
    Rule{U"quận ủy", "huyện"},         Rule{U"thị ủy", "huyện"},
};
constexpr std::array kPlaces = {
    Rule{U"xã", "xã"},       Rule{U"phường", "xã"},  Rule{U"thị trấn", "xã"},  Rule{U"đặc khu", "xã"},
    Rule{U"huyện", "huyện"}, Rule{U"quận", "huyện"}, Rule{U"thị xã", "huyện"}, Rule{U"tỉnh", "tỉnh"},
};
// State bodies that are the whole country's if no place is named.
constexpr std::array<Name, 18> kNational = {U"bộ",
                                            U"ủy ban thường vụ quốc hội",
                                            U"văn phòng chính phủ",
                                            U"văn phòng quốc hội",
                                            U"cục",
                                            U"tổng cục",
                                            U"ngân hàng nhà nước",
                                            U"kiểm toán",
                                            U"thanh tra chính phủ",
                                            U"kho bạc",
                                            U"bảo hiểm",
                                            U"học viện",
                                            U"tổng liên đoàn",
                                            U"đảng đoàn",
                                            U"ban cán sự đảng",
                                            U"tòa án nhân dân tối cao",
                                            U"viện kiểm sát nhân dân tối cao",
                                            U"ủy ban dân tộc"};

// Cities directly under the centre; the last four since 2025–2026.
constexpr std::array<Name, 9> kCentralCities = {U"hà nội",   U"hồ chí minh", U"hải phòng",
                                                U"đà nẵng",  U"cần thơ",     U"huế",
                                                U"đồng nai", U"quảng ninh",  U"bắc ninh"};

constexpr std::string_view kTwoTiers = "2025-07-01";  // from then on there are no districts

bool ends_with_organ(const Symbol& symbol, std::string_view organ) {
  const std::string_view own = std::string_view(symbol.organ).substr(0, symbol.organ.find('/'));
  return own.ends_with(organ);
}

const char* level_of_organ(const Symbol& symbol) {
  if (symbol.system != System::kParty) return nullptr;
  if (ends_with_organ(symbol, "TW")) return "trung ương";
  if (ends_with_organ(symbol, "ThU") || ends_with_organ(symbol, "TxU")) return "huyện";
  if (ends_with_organ(symbol, "HU") || ends_with_organ(symbol, "QU")) return "huyện";
  if (ends_with_organ(symbol, "TU")) return "tỉnh";
  if (symbol.organ == "CB") return "chi bộ";
  return nullptr;
}

bool names_place(Name name, Name kind) {
  for (auto at = find_words(name, kind); at != name.npos; at = find_words(name, kind, at + 1)) {
    const bool town = kind == U"xã" && at >= 4 && has_words_at(name, at - 4, U"thị xã");
    if (!town && !has_words_at(name, at, U"xã hội")) return true;
  }
  return false;
}

const char* level_of_city(Name name, const std::optional<Symbol>& symbol, std::string_view date) {
  if (symbol)
    if (const char* level = level_of_organ(*symbol)) return level;
  const bool central = std::any_of(kCentralCities.begin(), kCentralCities.end(),
                                   [&](Name city) { return has_words(name, city); });
  // A city of a province had a committee of its own until the districts went.
  return central || date >= kTwoTiers ? "tỉnh" : "huyện";
}

template <typename Rules>
const char* first_match(const Rules& rules, auto matches) {
  for (const Rule& rule : rules)
    if (matches(rule.words)) return rule.level;
  return nullptr;
}

const char* level_of(Name name, const std::optional<Symbol>& symbol, std::string_view date) {
  if (const char* level = first_match(kBeginnings, [&](Name words) { return begins_with(name, words); }))
    return level;
  if (const char* level = first_match(kCommittees, [&](Name words) { return has_words(name, words); }))
    return level;
  if (has_words(name, U"thành ủy")) return level_of_city(name, symbol, date);
  if (const char* level = first_match(kPlaces, [&](Name words) { return names_place(name, words); }))
    return level;
  if (has_words(name, U"thành phố")) return level_of_city(name, symbol, date);
  if (std::any_of(kNational.begin(), kNational.end(), [&](Name words) { return begins_with(name, words); }))
    return "trung ương";
  if (has_words(name, U"chính phủ") || has_words(name, U"quốc hội")) return "trung ương";
  if (begins_with(name, U"sở")) return "tỉnh";
  if (begins_with(name, U"phòng")) return "huyện";
  return nullptr;
}

}  // namespace

std::optional<Field> read_level(std::string_view issuer, const std::optional<Symbol>& symbol,
                                std::string_view date) {
  const MappedText folded = fold_text(issuer);
  if (!issuer.empty())
    if (const char* level = level_of(folded.chars, symbol, date)) return Field{level, "letterhead"};
  if (symbol)
    if (const char* level = level_of_organ(*symbol)) return Field{level, "symbol"};
  return std::nullopt;
}

}  // namespace vankien
