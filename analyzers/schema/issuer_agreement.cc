#include "analyzers/schema/issuer_agreement.h"

#include <algorithm>
#include <string>
#include <vector>

#include "analyzers/analyzer.h"
#include "analyzers/schema/spoken_names.h"

namespace vankien {
namespace {

// The words that tell one issuer from another; who acts for a committee does not.
std::vector<std::string> telling_words(const Tokens& words) {
  std::vector<std::string> telling;
  for (std::size_t i = 0; i < words.size();) {
    std::size_t skipped = 0;
    for (const auto phrase : {"ban thường vụ", "ban chấp hành", "ban thường trực", "thường trực", "đảng bộ",
                              "btv", "bch", "của", "đảng cộng sản việt nam", "đảng"})
      if (skipped == 0) skipped = match_phrase(words, i, phrase);
    if (skipped == 0) telling.push_back(words[i++].text);
    i += skipped;
  }
  return telling;
}

bool is_part_of(const std::vector<std::string>& some, const std::vector<std::string>& all) {
  return std::all_of(some.begin(), some.end(), [&](const std::string& word) {
    return std::find(all.begin(), all.end(), word) != all.end();
  });
}

std::string organ_of(const Tokens& words) {
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (const SpokenName* name = find_organ_name(words, i)) return name->meaning;
    if (const auto letters = organ_letters_at(words, i)) return letters->organ;
  }
  return "";
}

}  // namespace

bool issuers_agree(std::string_view said, std::string_view issuer) {
  const Tokens a = analyze_words(said);
  const Tokens b = analyze_words(issuer);
  const std::string organ = organ_of(a);
  const std::string other = organ_of(b);
  if (!organ.empty() && !other.empty() && organ != other) return false;
  auto own = telling_words(a);
  auto theirs = telling_words(b);
  const auto expand = [](std::vector<std::string>& words, std::string_view shortened,
                         const std::vector<std::string>& whole) {
    if (std::erase(words, shortened) != 0) words.insert(words.end(), whole.begin(), whole.end());
  };
  for (auto* words : {&own, &theirs}) {
    expand(*words, "ubnd", {"ủy", "ban", "nhân", "dân"});
    expand(*words, "hđnd", {"hội", "đồng", "nhân", "dân"});
    expand(*words, "tw", {"trung", "ương"});
    expand(*words, "ubkt", {"ủy", "ban", "kiểm", "tra"});
    expand(*words, "mttq", {"mặt", "trận", "tổ", "quốc"});
    expand(*words, "tp", {"thành", "phố"});
  }
  const std::vector<std::string> central = {"trung", "ương"};
  if ((own == central && other == "TW") || (theirs == central && organ == "TW")) return true;
  return is_part_of(own, theirs) || is_part_of(theirs, own);
}

}  // namespace vankien
