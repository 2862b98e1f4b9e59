#include "indexer/writer/stored_terms.h"

#include <fmt/format.h>

#include <stdexcept>
#include <string_view>
#include <utility>

#include "analyzers/schema/bigram_term.h"
#include "analyzers/schema/record.h"
#include "analyzers/schema/schema.h"
#include "analyzers/schema/word_codes.h"
#include "indexer/writer/document_builder.h"

namespace vankien {
namespace {

class TermCounter : public DocumentSink {
 public:
  explicit TermCounter(TermCounts& terms) : terms_(terms) {}

  void count(std::string_view term) override { ++at(term); }
  std::string_view count_word(std::string_view term, bool joined) override {
    count(term);
    const std::string left = std::exchange(code_, word_code(term));
    if (joined) count(bigram_of_codes(left, code_));
    return code_;
  }
  void mark(std::string_view term) override { at(term); }
  void set_value(Slot, std::string_view) override {}
  void set_record(RecordText) override {}

 private:
  Xapian::termcount& at(std::string_view term) {
    const auto found = terms_.find(term);
    return found != terms_.end() ? found->second : terms_.emplace(term, 0).first->second;
  }

  TermCounts& terms_;
  std::string code_;
};

std::string text_of(const nlohmann::json& object, const char* name) {
  return object.value(name, std::string());
}

std::string source_of(const Xapian::Document& document, const nlohmann::json& fields) {
  std::string source = document.get_value(static_cast<Xapian::valueno>(Slot::kSource));
  return source.empty() ? text_of(fields, "path") : source;
}

// As far as terms are made of it.
Record read_record(const Xapian::Document& document) {
  const StoredRecord stored = split_record(document.get_data());
  const auto fields = nlohmann::json::parse(stored.fields);
  Record record;
  record.id = text_of(fields, "id");
  record.title = text_of(fields, "title");
  record.symbol = text_of(fields, "symbol");
  record.type = text_of(fields, "type");
  record.level = text_of(fields, "level");
  record.date = text_of(fields, "date");
  record.term = text_of(fields, "term");
  record.session = text_of(fields, "session");
  record.source_file = source_of(document, fields);
  record.pages = {stored.body};
  record.relations = stored_relations(fields);
  return record;
}

// What JSON says of damaged fields tells nobody which document it was.
template <typename Function>
auto reading(Xapian::docid id, Function function) {
  try {
    return function();
  } catch (const nlohmann::json::exception& error) {
    throw std::runtime_error(fmt::format("stored record of document {} is damaged: {}", id, error.what()));
  }
}

}  // namespace

TermCounts terms_of(const Xapian::Database& database, Xapian::docid id) {
  TermCounts terms;
  TermCounter counter(terms);
  reading(id, [&] { build_terms(read_record(database.get_document(id)), counter); });
  Xapian::termcount length = 0;
  for (const auto& [term, times] : terms) length += times;
  if (length != database.get_doclength(id))
    throw std::runtime_error(
        fmt::format("document {} is listed under other terms than its stored record has: another program "
                    "made this index; "
                    "reindex",
                    id));
  return terms;
}

std::vector<Xapian::valueno> slots_of(const Xapian::Database& database, Xapian::docid id) {
  const Xapian::Document document = database.get_document(id);
  std::vector<Xapian::valueno> slots;
  for (Xapian::valueno slot = 0; slot < kSlots; ++slot)
    if (!document.get_value(slot).empty()) slots.push_back(slot);
  return slots;
}

Xapian::Document document_of(const Xapian::Database& database, Xapian::docid id) {
  const Xapian::Document stored = database.get_document(id);
  Xapian::Document document;
  for (const auto& [term, times] : terms_of(database, id)) document.add_term(term, times);
  for (const Xapian::valueno slot : slots_of(database, id)) document.add_value(slot, stored.get_value(slot));
  document.set_data(stored.get_data());
  return document;
}

DocumentOrigin origin_of(const Xapian::Database& database, Xapian::docid id) {
  const Xapian::Document document = database.get_document(id);
  return reading(id, [&]() -> DocumentOrigin {
    const auto fields = nlohmann::json::parse(stored_fields(document.get_data()));
    return {text_of(fields, "id"), source_of(document, fields)};
  });
}

}  // namespace vankien
