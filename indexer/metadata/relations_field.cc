#include "indexer/metadata/relations_field.h"

#include <algorithm>

#include "analyzers/analyzer.h"
#include "analyzers/char_filters.h"
#include "analyzers/schema/date.h"
#include "analyzers/schema/symbol_window.h"
#include "indexer/metadata/relation_sentence.h"
#include "indexer/metadata/words.h"

namespace vankien {
namespace {

constexpr std::size_t kBasisLines = 60;      // filled lines below the head in which the legal basis stands
constexpr std::size_t kMostSentence = 1200;  // bytes
constexpr std::size_t kMostLead = 400;       // bytes of a sentence that opens a list

class Collected {
 public:
  explicit Collected(const OwnPaper& own) : own_(own) {}

  void add(const std::vector<Related>& found) {
    for (const Related& one : found) add(one.kind, one.cited);
  }

  void add(RelationKind kind, const CitedDocument& cited) {
    if (cited.symbol && own_.symbol && cited.symbol->key() == own_.symbol->key() &&
        (cited.date.empty() || own_.date.empty() || cited.date == own_.date))
      return;
    Relation relation{kind, cited.symbol ? cited.symbol->canonical() : std::string(), cited.type, cited.date,
                      encode_utf8(read_letters(cited.text).chars)};
    const auto same = std::find_if(relations_.begin(), relations_.end(), [&](const Relation& other) {
      if (other.kind != kind || other.symbol != relation.symbol) return false;
      if (relation.symbol.empty()) return other.text == relation.text;
      return other.date.empty() || relation.date.empty() || other.date == relation.date;
    });
    if (same == relations_.end())
      relations_.push_back(std::move(relation));
    else if (same->date.empty())
      *same = std::move(relation);  // the fuller citation
  }

  std::vector<Relation> take() { return std::move(relations_); }

 private:
  const OwnPaper& own_;
  std::vector<Relation> relations_;
};

bool begins_basis(const Cell& cell) {
  const auto words = without_bullet(cell.folded.chars);
  return begins_with(words, U"căn cứ") ||
         (begins_sentence(cell) &&
          begins_with_any(words, {U"thực hiện", U"thi hành", U"triển khai", U"quán triệt", U"chấp hành"}));
}

bool ends_basis(const Cell& cell) {
  const auto words = without_bullet(cell.folded.chars);
  return begins_with_any(words, {U"điều 1", U"chương i", U"quyết định:", U"quyết nghị", U"phần i",
                                 U"phần thứ nhất", U"mục 1"}) ||
         words.starts_with(U"i-") || words.starts_with(U"i.") || words.starts_with(U"1-") ||
         words.starts_with(U"1.");
}

void read_clauses(const std::string& paragraph, Collected& relations) {
  std::optional<RelationKind> kind;
  for (std::size_t begin = 0; begin < paragraph.size();) {
    const std::size_t end = std::min(paragraph.find(';', begin), paragraph.size());
    relations.add(read_basis_clause(std::string_view(paragraph).substr(begin, end - begin), kind));
    begin = end + 1;
  }
}

// Paragraphs broken at the margin are put together again: one goes on until a line ends with a stop, a line is
// blank, or the next begins another.
void read_basis(const Letterhead& head, Collected& relations) {
  std::string paragraph;
  std::size_t filled = 0;
  const auto flush = [&] {
    if (!paragraph.empty()) read_clauses(paragraph, relations);
    paragraph.clear();
  };
  for (std::size_t i = head.end; i < head.lines.size() && filled < kBasisLines; ++i) {
    const Line& line = head.lines[i];
    if (line.cells.empty()) {
      flush();
      continue;
    }
    ++filled;
    const Cell& cell = line.cells[0];
    if (begins_basis(cell)) {
      flush();
      paragraph = cell.text;
    } else if (ends_basis(cell)) {
      break;
    } else if (!paragraph.empty()) {
      paragraph += " " + cell.text;
    }
    if (!paragraph.empty() && (paragraph.ends_with('.') || paragraph.ends_with(':'))) flush();
    if (paragraph.size() > kMostSentence) flush();
  }
  flush();
}

bool begins_entry(std::string_view line) {
  while (!line.empty() && (line.front() == ' ' || line.front() == '\t')) line.remove_prefix(1);
  if (line.empty() || line.front() == '-' || line.front() == '+' || line.front() == '*') return true;
  std::size_t digits = 0;
  while (digits < line.size() && line[digits] >= '0' && line[digits] <= '9') ++digits;
  if (digits == 0 && line.size() > 1 && line[0] >= 'a' && line[0] <= 'z') digits = 1;
  return digits > 0 && digits < 3 && digits < line.size() &&
         (line[digits] == '.' || line[digits] == ')' || line[digits] == '-');
}

// Whether the text parts two sentences at this byte.
bool is_boundary(std::string_view page, std::size_t at) {
  const char c = page[at];
  if (c == ';') return true;
  if (c == '.')
    return at + 1 < page.size() && (page[at + 1] == ' ' || page[at + 1] == '\n') && at > 2 &&
           page[at - 1] != ' ' && page[at - 2] != ' ' && page[at - 2] != '\n';  // not "1. ", "a. "
  if (c != '\n') return false;
  std::size_t before = at;
  while (before > 0 && (page[before - 1] == ' ' || page[before - 1] == '\r')) --before;
  if (before == 0 || page[before - 1] == '\n') return true;
  if (std::string_view(".:!?").find(page[before - 1]) != std::string_view::npos) return true;
  return begins_entry(page.substr(at + 1, 8)) || page.substr(at + 1).starts_with("Điều ");
}

struct Span {
  std::size_t begin;
  std::size_t end;
};

Span sentence_around(std::string_view page, std::size_t begin, std::size_t end) {
  Span span{begin, end};
  const std::size_t least = begin > kMostSentence / 2 ? begin - kMostSentence / 2 : 0;
  while (span.begin > least && !is_boundary(page, span.begin - 1)) --span.begin;
  const std::size_t most = std::min(page.size(), end + kMostSentence / 2);
  while (span.end < most && !is_boundary(page, span.end)) ++span.end;
  return span;
}

// The sentence that ends with a colon right above `at`.
std::optional<RelationKind> list_above(std::string_view page, std::size_t at) {
  while (at > 0 &&
         (page[at - 1] == ' ' || page[at - 1] == '\n' || page[at - 1] == '\r' || page[at - 1] == '\t'))
    --at;
  if (at == 0 || page[at - 1] != ':') return std::nullopt;
  const std::size_t least = at > kMostLead ? at - kMostLead : 0;
  std::size_t begin = at - 1;
  while (begin > least && !is_boundary(page, begin - 1)) --begin;
  return opens_list(page.substr(begin, at - begin));
}

// How an entry is marked: '1' for a number, 'a' for a letter, else its sign. A list keeps to one.
char mark_of(std::string_view entry) {
  const auto first = entry.find_first_not_of(" \t\r\n");
  if (first == entry.npos) return ' ';
  const char c = entry[first];
  return c >= '0' && c <= '9' ? '1' : c >= 'a' && c <= 'z' ? 'a' : c;
}

bool only_blanks(std::string_view text) { return text.find_first_not_of(" \t\r\n;.") == text.npos; }

void read_text(std::string_view page, bool orders, Collected& relations) {
  std::size_t done = 0;
  std::optional<RelationKind> listed;
  char mark = ' ';
  for (std::size_t i = next_digit(page, 0); i < page.size(); i = next_digit(page, i)) {
    const auto symbol = i >= done ? read_symbol_at(page, i) : std::nullopt;
    if (!symbol) {
      while (i < page.size() && page[i] >= '0' && page[i] <= '9') ++i;
      continue;
    }
    const Span span = sentence_around(page, symbol->begin, symbol->end);
    const char own_mark = mark_of(page.substr(span.begin, span.end - span.begin));
    if (!listed || own_mark != mark || !only_blanks(page.substr(done, std::max(span.begin, done) - done)))
      listed = list_above(page, span.begin);
    mark = own_mark;
    relations.add(read_text_sentence(page.substr(span.begin, span.end - span.begin), listed, orders));
    done = span.end;
    i = std::max<std::size_t>(span.end, symbol->end);
  }
}

// Acts whose articles take effect by themselves; programmes and lists that an act brings with it only name others.
bool gives_orders(const OwnPaper& own) {
  static constexpr std::string_view kActs[] = {
      "Luật",       "Bộ luật",  "Pháp lệnh",  "Nghị định", "Thông tư", "Thông tư liên tịch",
      "Quyết định", "Quy định", "Nghị quyết", "Quy chế",   "Hướng dẫn"};
  if (std::find(std::begin(kActs), std::end(kActs), own.type) == std::end(kActs)) return false;
  const MappedText title = fold_text(own.title);
  for (const auto words : {U"chương trình", U"kế hoạch", U"đề án", U"đơn giản hóa"})
    if (has_words(title.chars, words)) return false;
  return true;
}

// "(Ban hành kèm theo Quyết định số 7-QĐ/HU, ngày …)" near the top.
void read_enclosing(const Letterhead& head, const OwnPaper& own, Collected& relations) {
  if (!own.enclosed_with || own.symbol) return;  // an act whose title speaks of an enclosure is none
  for (std::size_t i = 0; i < head.lines.size(); ++i)
    for (const Cell& cell : head.lines[i].cells) {
      if (!has_words(cell.folded.chars, U"kèm theo")) continue;
      std::string text = cell.text;
      if (i + 1 < head.lines.size() && !head.lines[i + 1].cells.empty())
        text += " " + head.lines[i + 1].cells[0].text;
      for (const CitedDocument& cited : find_cited_documents(text, analyze_words(text)))
        if (cited.symbol && cited.symbol->key() == own.enclosed_with->key())
          return relations.add(RelationKind::kEnclosedWith, cited);
    }
}

// Below the text of a copy: its own number, then SAO NGUYÊN VĂN BẢN CHÍNH, SAO Y, BẢN SAO.
void read_copy(const std::vector<Line>& end, Collected& relations) {
  std::optional<CitedDocument> copy;
  for (const Line& line : end)
    for (const Cell& cell : line.cells) {
      const auto words = without_bullet(cell.folded.chars);
      if (copy && cell.capitals && begins_with_any(words, {U"sao", U"bản sao", U"trích sao"})) {
        copy->type = "Bản sao";
        return relations.add(RelationKind::kCopiedBy, *copy);
      }
      if (copy && copy->date.empty())
        if (const auto dates = find_dates(cell.folded); !dates.empty()) copy->date = dates[0].date.iso();
      if (!begins_with(words, U"số")) continue;
      const auto cited = find_cited_documents(cell.text, analyze_words(cell.text));
      if (!cited.empty() && cited[0].symbol) copy = cited[0];
    }
}

}  // namespace

std::vector<Relation> read_relations(const Letterhead& head, const std::vector<std::string>& pages,
                                     const std::vector<Line>& end, const OwnPaper& own) {
  Collected relations(own);
  relations.add(read_title_relations(own.title));
  read_basis(head, relations);
  read_enclosing(head, own, relations);
  if (own.type != "Văn bản hợp nhất")
    for (const std::string& page : pages) read_text(page, gives_orders(own), relations);
  read_copy(end, relations);
  return relations.take();
}

}  // namespace vankien
