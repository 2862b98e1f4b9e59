// Plain Xapian: TermGenerator without a stemmer, a term and a value slot for each of the five attributes, BM25, facets by
// ValueCountMatchSpy. Its documents come without marks, because it cannot take them off. Totals are forced to be exact.
#include <xapian.h>

#include <deque>

#include "tests/bench/peers/peer.h"

namespace {

using namespace vankien::bench;

std::string facet_term(std::size_t facet, const std::string& value) {
  return ("X" + std::string(1, static_cast<char>('A' + facet)) + value).substr(0, 240);
}

Xapian::Document make_document(const Document& source, Xapian::TermGenerator& generator) {
  Xapian::Document document;
  generator.set_document(document);
  generator.set_termpos(0);
  generator.index_text(source.text);
  for (std::size_t i = 0; i < kFacets.size(); ++i) {
    document.add_boolean_term(facet_term(i, source.facets[i]));
    document.add_value(static_cast<Xapian::valueno>(i), source.facets[i]);
  }
  document.add_boolean_term("Q" + source.id);
  document.set_data(source.title + "\n" + source.symbol);
  return document;
}

void make_index(const std::string& folder, const std::string& docs) {
  Xapian::WritableDatabase database(folder, Xapian::DB_CREATE_OR_OVERWRITE);
  Xapian::TermGenerator generator;
  read_documents(docs,
                 [&](Document& document) { database.add_document(make_document(document, generator)); });
  database.commit();
}

Xapian::Query make_query(const Question& question, Xapian::QueryParser& parser) {
  parser.set_default_op(question.kind == "or" ? Xapian::Query::OP_OR : Xapian::Query::OP_AND);
  const bool quoted = question.kind == "phrase" || question.kind == "symbol";
  const std::string words = join(question.words, " ");
  Xapian::Query query =
      parser.parse_query(quoted ? "\"" + words + "\"" : words, Xapian::QueryParser::FLAG_PHRASE);
  for (std::size_t i = 0; i < kFacets.size(); ++i)
    if (question.filter == kFacets[i])
      query = {Xapian::Query::OP_FILTER, query, Xapian::Query(facet_term(i, question.value))};
  return query;
}

void ask(const std::string& folder) {
  Xapian::Database database(folder);
  Xapian::QueryParser parser;
  parser.set_database(database);
  answer_all([&](const Question& question) {
    Xapian::Enquire enquire(database);
    enquire.set_query(make_query(question, parser));
    std::deque<Xapian::ValueCountMatchSpy> spies;
    for (Xapian::valueno i = 0; question.facets && i < kFacets.size(); ++i) spies.emplace_back(i);
    for (auto& spy : spies) enquire.add_matchspy(&spy);
    const auto found =
        enquire.get_mset(static_cast<Xapian::doccount>(question.offset), kTop, database.get_doccount());
    Answer answer{found.get_matches_estimated(), found.size()};
    for (auto hit = found.begin(); hit != found.end(); ++hit)
      answer.bytes += hit.get_document().get_data().size();
    for (const auto& spy : spies)
      for (auto value = spy.top_values_begin(kTop); value != spy.top_values_end(kTop); ++value)
        answer.bytes += (*value).size();
    return answer;
  });
}

void change(const std::string& folder, const std::string& docs, std::size_t count) {
  Xapian::WritableDatabase database(folder, Xapian::DB_OPEN);
  Xapian::Database reader(folder);
  Xapian::TermGenerator generator;
  change_all(docs, count, [&](Document& document, const std::string& mark) {
    database.replace_document("Q" + document.id, make_document(document, generator));
    database.commit();
    reader.reopen();
    Xapian::Enquire enquire(reader);
    enquire.set_query(Xapian::Query(mark));
    return enquire.get_mset(0, 1).size() == 1;
  });
}

// Xapian's errors are no std::exception.
template <typename... Args>
auto told(void (*work)(Args...)) {
  return [work](Args... args) {
    try {
      work(args...);
    } catch (const Xapian::Error& error) {
      throw std::runtime_error(error.get_description());
    }
  };
}

}  // namespace

int main(int argc, char** argv) { return run_peer(argc, argv, {told(make_index), told(ask), told(change)}); }
