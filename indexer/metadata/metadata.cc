#include "indexer/metadata/metadata.h"

#include <algorithm>

#include "indexer/metadata/caption.h"
#include "indexer/metadata/closing.h"
#include "indexer/metadata/date_field.h"
#include "indexer/metadata/draft_field.h"
#include "indexer/metadata/grade_field.h"
#include "indexer/metadata/issuer_field.h"
#include "indexer/metadata/level_field.h"
#include "indexer/metadata/own_citation.h"
#include "indexer/metadata/place_field.h"
#include "indexer/metadata/recipients_field.h"
#include "indexer/metadata/relations_field.h"
#include "indexer/metadata/session_field.h"
#include "indexer/metadata/signer_field.h"
#include "indexer/metadata/symbol_field.h"
#include "indexer/metadata/term_field.h"
#include "indexer/metadata/title_field.h"
#include "indexer/metadata/type_field.h"
#include "indexer/metadata/urgency_field.h"

namespace vankien {
namespace {

constexpr std::size_t kHeadLines = 100;  // filled lines that may hold the head, a web page's menu among them
constexpr std::size_t kEndLines = 40;

// The head may run over the first page's end: scans cut anywhere.
std::vector<Line> first_lines(const std::vector<std::string>& pages, std::size_t most, LineReader& reader) {
  std::vector<Line> lines;
  for (const auto& page : pages) {
    if (lines.size() >= most) break;
    auto more = reader.first(page, most - lines.size());
    std::move(more.begin(), more.end(), std::back_inserter(lines));
  }
  return lines;
}

std::vector<Line> final_lines(const std::vector<std::string>& pages, LineReader& reader) {
  for (auto page = pages.rbegin(); page != pages.rend(); ++page)
    if (page->find_first_not_of(" \t\r\n\f") != page->npos) return reader.last(*page, kEndLines);
  return {};
}

std::string value_of(const std::optional<Field>& field) { return field ? field->value : std::string(); }

// Whose rules the document follows: the national heading says, else its symbol; the Party's where nothing
// does.
System system_of(const Letterhead& head, const std::optional<Symbol>& symbol) {
  if (head.system) return *head.system;
  return symbol ? symbol->system : System::kParty;
}

}  // namespace

Metadata read_metadata(const std::vector<std::string>& pages) {
  LineReader reader;
  const Letterhead head = read_letterhead(first_lines(pages, kHeadLines, reader));
  const std::vector<Line> end = final_lines(pages, reader);
  const auto caption = read_caption(head);
  const auto own = caption ? std::optional(OwnSymbol{caption->symbol, "title line"}) : read_own_symbol(head);
  const auto lettered = own ? std::optional(own->symbol) : read_blank_symbol(head);

  Metadata found;
  if (own) found.symbol = Field{own->symbol.canonical(), own->from};
  found.type = read_type(head, lettered);
  found.issuer = read_issuer(head);
  found.title = read_title(head, value_of(found.issuer));
  found.date = read_date(head, own ? std::optional(own->symbol) : std::nullopt, end);
  if (own && !head.seen()) {
    OwnCitation citation = read_own_citation(head, own->symbol);
    if (!found.issuer) found.issuer = std::move(citation.issuer);
    if (!found.title) found.title = std::move(citation.title);
  }
  if (caption) {
    found.type = caption->type;
    found.issuer = caption->issuer;
    found.date = caption->date;
    found.title = caption->title;
  }
  found.level = read_level(value_of(found.issuer), lettered, value_of(found.date));
  found.place = read_place(head, value_of(found.issuer), value_of(found.level));
  found.term = read_term(head, system_of(head, lettered), value_of(found.issuer), value_of(found.level),
                         value_of(found.date));
  found.session = read_session(head, value_of(found.issuer), value_of(found.title));
  if (const auto enclosing = read_enclosing_symbol(head))
    found.enclosed_with = Field{enclosing->canonical(), "text"};

  const Closing closing = read_closing(pages, reader);
  Signature signature = read_signature(closing);
  found.signer = std::move(signature.signer);
  found.position = std::move(signature.position);
  found.authority = std::move(signature.authority);
  found.urgency = read_urgency(head);
  found.draft = read_draft(head);
  found.recipients = read_recipients(head, closing);
  found.relations =
      read_relations(head, pages, end,
                     {own ? std::optional(own->symbol) : std::nullopt, value_of(found.date),
                      value_of(found.title), value_of(found.type), read_enclosing_symbol(head)});

  GradeReading grade = read_grade(head, end, pages, lettered ? lettered->organ : std::string());
  found.grade = grade.grade;
  found.grade_from = grade.from;
  found.grade_doubts = std::move(grade.doubts);
  return found;
}

}  // namespace vankien
