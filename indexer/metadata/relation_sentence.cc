#include "indexer/metadata/relation_sentence.h"

#include <algorithm>
#include <array>
#include <span>
#include <string>

#include "analyzers/analyzer.h"
#include "analyzers/schema/spoken_names.h"
#include "indexer/metadata/relation_verbs.h"

namespace vankien {
namespace {

constexpr std::size_t kMostBetween = 8;  // words between the verb and the citation: "toàn bộ nội dung của"
constexpr std::size_t kMostParts = 40;  // the same where parts are named: "khoản 2 Điều 5 …"
constexpr std::size_t kMostChain = 16;  // words between two citations of one list: "của …, ngày …"
constexpr std::size_t kOpening = 3;     // words before a verb that opens a sentence: "Điều 1.", "a)"

constexpr std::array<std::string_view, 6> kCarryingOut = {"thực hiện",  "thi hành",  "triển khai",
                                                          "quán triệt", "chấp hành", "hướng dẫn thực hiện"};

using Words = const Tokens&;

bool has_any(Words words, std::size_t from, std::size_t to, std::span<const std::string_view> phrases) {
  for (std::size_t i = from; i < std::min(to, words.size()); ++i)
    for (const auto phrase : phrases)
      if (match_phrase(words, i, phrase) != 0) return true;
  return false;
}

bool has_any(Words words, std::size_t from, std::size_t to, std::initializer_list<std::string_view> phrases) {
  return has_any(words, from, to, std::span(phrases.begin(), phrases.size()));
}

bool is_any_of(std::string_view text, std::initializer_list<std::string_view> choices) {
  return std::find(choices.begin(), choices.end(), text) != choices.end();
}

bool names_parts(Words words, std::size_t from, std::size_t to) {
  return has_any(
      words, from, to,
      {"điều", "khoản", "điểm", "chương", "mục", "phụ lục", "cụm từ", "một số", "tên", "đoạn", "biểu"});
}

// From one citation to the next of the same list: nothing that says what the first is about.
bool goes_on(Words words, const CitedDocument& before, const CitedDocument& next) {
  if (next.first < before.last || next.first - before.last > kMostChain) return false;
  return !has_any(words, before.last, next.first,
                  {"về", "quy định", "sửa đổi", "bổ sung", "ban hành", "hướng dẫn", "thực hiện", "phê duyệt",
                   "thay thế", "bãi bỏ", "theo", "tại", "được", "bởi", "thi hành", "này"});
}

void take_chain(Words words, const std::vector<CitedDocument>& cited, std::size_t at, RelationKind kind,
                std::vector<Related>& related) {
  related.push_back({kind, cited[at]});
  while (at + 1 < cited.size() && goes_on(words, cited[at], cited[at + 1]))
    related.push_back({kind, cited[++at]});
}

std::optional<std::size_t> first_behind(const std::vector<CitedDocument>& cited, std::size_t word) {
  for (std::size_t i = 0; i < cited.size(); ++i)
    if (cited[i].first >= word) return i;
  return std::nullopt;
}

// "thay thế [toàn bộ] <citation>"; the repeal of a part changes the whole.
void take_object(Words words, const std::vector<CitedDocument>& cited, const VerbAt& at,
                 std::vector<Related>& related) {
  const auto target = first_behind(cited, at.last);
  if (!target) return;
  const std::size_t first = cited[*target].first;
  const bool parts = names_parts(words, at.last, first);
  RelationKind kind = at.verb->kind;
  if (parts && kind != RelationKind::kEnds) kind = RelationKind::kAmends;
  if (first - at.last > (kind == RelationKind::kAmends ? kMostParts : kMostBetween)) return;
  // "sửa đổi, bổ sung theo Nghị định …": the citation is what does it, not what suffers it.
  if (has_any(words, at.last, first, {"bởi", "bằng", "theo", "căn cứ", "này"})) return;
  take_chain(words, cited, *target, kind, related);
}

bool is_passive(Words words, const VerbAt& at) {
  const bool before = at.first > 0 && (words[at.first - 1].text == "được" ||
                                       words[at.first - 1].text == "bị" || words[at.first - 1].text == "đã");
  return before || has_any(words, at.last, at.last + 3, {"bởi", "bằng"});
}

// "Quy định này", "Quy chế có hiệu lực …": the document speaks of itself. "này" alone may be anything.
bool names_itself(Words words, std::size_t from, std::size_t to) {
  for (std::size_t i = from; i < std::min(to, words.size()); ++i) {
    const SpokenName* name = find_type_name(words, i);
    const std::size_t behind = name == nullptr ? 0 : i + name->words.size();
    if (name != nullptr && (is_word(words, behind, "này") || match_phrase(words, behind, "có hiệu lực") != 0))
      return true;
    if (match_phrase(words, i, "văn bản này") != 0) return true;
  }
  return false;
}

// "Điều 3.", "2.", "a)": nothing that could be another's name.
bool only_numbering(Words words, std::size_t to) {
  if (to > kOpening) return false;
  return std::all_of(words.begin(), words.begin() + static_cast<std::ptrdiff_t>(to), [](const Token& word) {
    return word.kind == TokenKind::kNumber || word.text.size() == 1 || word.text == "đ" ||
           word.text == "điều" || word.text == "khoản";
  });
}

// What ends stands before the verb: "Nghị định số 1 và Nghị định số 2, được sửa đổi bởi Nghị định số 3, hết hiệu lực".
void take_subjects(Words words, const std::vector<CitedDocument>& cited, const VerbAt& at,
                   std::vector<Related>& related) {
  const bool parts = names_parts(words, 0, cited.front().first) ||
                     has_any(words, 0, cited.front().first, {"tại", "kèm theo", "quy trình"});
  const RelationKind kind = parts && cited.front().first > kOpening ? RelationKind::kAmends : at.verb->kind;
  for (std::size_t i = 0; i < cited.size() && cited[i].last <= at.first; ++i) {
    const bool joined = i == 0 || (is_word(words, cited[i].first - 1, "và") &&
                                   !has_any(words, cited.front().last, cited[i].first, {"bởi", "theo"}));
    if (joined) related.push_back({kind, cited[i]});
  }
}

std::vector<Related> read_sentence(std::string_view sentence, Words words, std::optional<RelationKind> listed,
                                   bool orders) {
  std::vector<Related> related;
  // Most sentences that cite say nothing of the kind; to read their citations costs ten times this look.
  const auto verbs = find_verbs(words);
  if ((verbs.empty() && !listed) || match_phrase(words, 0, "căn cứ") != 0) return related;
  const auto cited = find_cited_documents(sentence, words);
  if (cited.empty()) return related;
  if (has_any(words, 0, words.size(), {"còn hiệu lực", "tiếp tục có hiệu lực"})) return related;
  if (listed && only_numbering(words, cited.front().first)) {
    take_chain(words, cited, 0, *listed, related);
    return related;
  }
  const bool self = names_itself(words, 0, words.size());
  for (const VerbAt& at : verbs) {
    const bool cited_before = cited.front().first < at.first;
    const bool ends = at.verb->kind == RelationKind::kEnds;
    if (cited_before && (ends || is_passive(words, at))) {
      // "Quyết định số 1 hết hiệu lực", "… được thay thế bằng Quyết định này".
      const bool by_itself = names_itself(words, at.last, at.last + kMostBetween);
      if (ends ? self || (orders && only_numbering(words, cited.front().first)) : by_itself)
        take_subjects(words, cited, at, related);
      continue;
    }
    if (is_passive(words, at)) continue;
    if (names_itself(words, 0, at.first) || (orders && !cited_before && only_numbering(words, at.first)))
      take_object(words, cited, at, related);
  }
  return related;
}

}  // namespace

std::vector<Related> read_basis_clause(std::string_view clause, std::optional<RelationKind>& kind) {
  const Tokens words = analyze_words(clause);
  std::size_t at = 0;
  bool opened = false;
  if (const std::size_t size = match_phrase(words, 0, "căn cứ")) {
    kind = RelationKind::kBasis;
    at = size;
    opened = true;
  } else {
    for (const auto verb : kCarryingOut)
      if (const std::size_t length = match_phrase(words, at, verb)) {
        kind = RelationKind::kCarriesOut;
        at += length;
        opened = true;
      }
  }
  if (!kind) return {};
  std::vector<Related> related;
  const auto cited = find_cited_documents(clause, words);
  const auto first = first_behind(cited, at);
  auto named = *kind == RelationKind::kBasis ? named_document_at(clause, words, at) : std::nullopt;
  const bool law = named && is_any_of(named->type, {"Luật", "Bộ luật", "Pháp lệnh"});
  const bool charter = named && is_any_of(named->type, {"Hiến pháp", "Điều lệ", "Cương lĩnh"});
  if (law && first && cited[*first].first < named->last) {
    // "Luật Đất đai số 31/2024/QH15": the name, then the symbol.
    CitedDocument act = cited[*first];
    act.type = named->type;
    act.text = printed(clause, words[at].begin, words[act.last - 1].end);
    related.push_back({*kind, std::move(act)});
  } else if (law || (named && named->type == "Quy chế" && !first)) {
    related.push_back({*kind, std::move(*named)});
  } else if (charter) {
    // "Căn cứ Điều lệ Đảng, Quy định số 294-QĐ/TW …": two.
    named->text = named->text.substr(0, named->text.find(','));
    named->date.clear();
    related.push_back({*kind, std::move(*named)});
    if (first && cited[*first].first - at <= kMostBetween) take_chain(words, cited, *first, *kind, related);
  } else if (first && cited[*first].first - at <= (opened ? kMostBetween : 2) &&
             !has_any(words, at, cited[*first].first, {"đề nghị"})) {
    take_chain(words, cited, *first, *kind, related);
  } else if (named && !named->date.empty() && !first) {
    related.push_back({*kind, std::move(*named)});
  } else if (!opened) {
    kind.reset();
  }
  return related;
}

std::vector<Related> read_title_relations(std::string_view title) {
  const Tokens words = analyze_words(title);
  const auto verbs = find_verbs(words);
  std::vector<Related> related;
  if (verbs.empty() && !has_any(words, 0, words.size(), kCarryingOut)) return related;
  const auto cited = find_cited_documents(title, words);
  for (const VerbAt& at : verbs)
    if (!cited.empty() && cited.front().first >= at.last && !is_passive(words, at))
      take_object(words, cited, at, related);
  for (std::size_t i = 0; i < words.size() && related.empty(); ++i)
    for (const auto verb : kCarryingOut) {
      const std::size_t size = match_phrase(words, i, verb);
      if (size == 0) continue;
      const auto target = first_behind(cited, i + size);
      if (!target || *target != 0 || cited[*target].first - (i + size) > kMostBetween) continue;
      take_chain(words, cited, *target, RelationKind::kCarriesOut, related);
      break;
    }
  return related;
}

std::vector<Related> read_text_sentence(std::string_view sentence, std::optional<RelationKind> listed,
                                        bool orders) {
  return read_sentence(sentence, analyze_words(sentence), listed, orders);
}

std::optional<RelationKind> opens_list(std::string_view sentence) {
  const Tokens words = analyze_words(sentence);
  if (!has_any(words, 0, words.size(), {"sau", "sau đây", "dưới đây"})) return std::nullopt;
  const auto verbs = find_verbs(words);
  if (verbs.empty() || verbs.back().verb->kind == RelationKind::kAmends) return std::nullopt;
  if (names_parts(words, verbs.back().last, words.size())) return std::nullopt;
  return verbs.back().verb->kind;
}

}  // namespace vankien
