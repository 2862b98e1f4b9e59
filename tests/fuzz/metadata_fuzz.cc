// Any bytes as the pages of a document (a form feed parts two pages): no crash, no hang, and what comes back
// is what the contract says: valid UTF-8, one line, dates that read as themselves.

#include <cstddef>
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "analyzers/mapped_text.h"
#include "analyzers/schema/date.h"
#include "analyzers/schema/symbol.h"
#include "indexer/metadata/metadata.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void check(const std::optional<vankien::Field>& field) {
  if (!field) return;
  require(!field->value.empty() && !field->from.empty());
  require(vankien::is_valid_utf8(field->value));
  require(field->value.find('\n') == std::string::npos);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::vector<std::string> pages(1);
  for (std::size_t i = 0; i < size; ++i) {
    if (data[i] == '\f')
      pages.emplace_back();
    else
      pages.back().push_back(static_cast<char>(data[i]));
  }
  const vankien::Metadata found = vankien::read_metadata(pages);
  for (const auto* field :
       {&found.symbol, &found.type, &found.issuer, &found.level, &found.date, &found.title, &found.term,
        &found.enclosed_with, &found.signer, &found.position, &found.authority, &found.urgency, &found.draft})
    check(*field);
  for (const std::string& recipient : found.recipients)
    require(!recipient.empty() && vankien::is_valid_utf8(recipient) &&
            recipient.find('\n') == std::string::npos);
  for (const vankien::Relation& relation : found.relations) {
    require(!relation.text.empty() && vankien::is_valid_utf8(relation.text));
    require(relation.text.find('\n') == std::string::npos);
    if (!relation.symbol.empty()) require(vankien::parse_symbol(relation.symbol).has_value());
    if (!relation.date.empty()) require(vankien::parse_date(relation.date).has_value());
  }
  for (const vankien::GradeDoubt& doubt : found.grade_doubts)
    require(!doubt.reason.empty() && vankien::is_valid_utf8(doubt.reason));
  if (found.date) {
    const auto date = vankien::parse_date(found.date->value);
    require(date && date->iso() == found.date->value && date->month != 0);
  }
  require(!found.grade_from.empty());
  return 0;
}
