#include "indexer/metadata/relation_verbs.h"

#include <array>
#include <span>

#include "analyzers/schema/spoken_names.h"
#include "analyzers/short_key.h"

namespace vankien {
namespace {

constexpr std::array<RelationVerb, 5> kVerbs = {{{"thay thế", RelationKind::kReplaces},
                                                 {"bãi bỏ", RelationKind::kRepeals},
                                                 {"hủy bỏ", RelationKind::kRepeals},
                                                 {"sửa đổi", RelationKind::kAmends},
                                                 {"hết hiệu lực", RelationKind::kEnds}}};

// The first words of all verbs, marked or bare.
bool may_begin_verb(std::string_view word) {
  switch (short_key(word)) {
    case short_key("thay"):
    case short_key("bãi"):
    case short_key("bai"):
    case short_key("hủy"):
    case short_key("huy"):
    case short_key("sửa"):
    case short_key("sua"):
    case short_key("hết"):
    case short_key("het"):
      return true;
    default:
      return false;
  }
}

}  // namespace

std::vector<VerbAt> find_verbs(const Tokens& words) {
  std::vector<VerbAt> found;
  for (std::size_t i = 0; i < words.size(); ++i)
    for (const RelationVerb& verb :
         may_begin_verb(words[i].text) ? std::span(kVerbs) : std::span<const RelationVerb>())
      if (const std::size_t size = match_phrase(words, i, verb.words)) found.push_back({&verb, i, i + size});
  return found;
}

}  // namespace vankien
