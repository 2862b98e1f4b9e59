// Lucene++: StandardTokenizer, small letters, marks taken off by ASCIIFoldingFilter; facets by the field cache's ordinals.
// clang-format off
#include <lucene++/LuceneHeaders.h>  // first: the others lean on it
#include <lucene++/ASCIIFoldingFilter.h>
#include <lucene++/FieldCache.h>
#include <lucene++/LowerCaseFilter.h>
#include <lucene++/StandardTokenizer.h>
#include <lucene++/StringUtils.h>
// clang-format on

#include <algorithm>
#include <clocale>

#include "tests/bench/peers/peer.h"

namespace {

using namespace vankien::bench;
using Lucene::newLucene;
using Lucene::String;

constexpr auto kVersion = Lucene::LuceneVersion::LUCENE_30;

String wide(const std::string& text) { return Lucene::StringUtils::toUnicode(text); }
std::string narrow(const String& text) { return Lucene::StringUtils::toUTF8(text); }

class FoldingAnalyzer : public Lucene::Analyzer {
 public:
  LUCENE_CLASS(FoldingAnalyzer);
  Lucene::TokenStreamPtr tokenStream(const String&, const Lucene::ReaderPtr& reader) override {
    return chain(newLucene<Lucene::StandardTokenizer>(kVersion, reader));
  }
  // One chain a thread, as the library's own analyzers do.
  Lucene::TokenStreamPtr reusableTokenStream(const String&, const Lucene::ReaderPtr& reader) override {
    auto kept = boost::dynamic_pointer_cast<Kept>(getPreviousTokenStream());
    if (!kept) {
      kept = newLucene<Kept>();
      kept->source = newLucene<Lucene::StandardTokenizer>(kVersion, reader);
      kept->end = chain(kept->source);
      setPreviousTokenStream(kept);
    } else {
      kept->source->reset(reader);
    }
    return kept->end;
  }

 private:
  struct Kept : public Lucene::LuceneObject {
    Lucene::TokenizerPtr source;
    Lucene::TokenStreamPtr end;
  };
  static Lucene::TokenStreamPtr chain(const Lucene::TokenStreamPtr& source) {
    return newLucene<Lucene::ASCIIFoldingFilter>(newLucene<Lucene::LowerCaseFilter>(source));
  }
};

Lucene::DocumentPtr make_document(const Document& source) {
  using Lucene::Field;
  const auto document = newLucene<Lucene::Document>();
  const auto add = [&](const char* name, const std::string& value, Field::Store store, Field::Index how) {
    document->add(newLucene<Field>(wide(name), wide(value), store, how));
  };
  add("id", source.id, Field::STORE_YES, Field::INDEX_NOT_ANALYZED_NO_NORMS);
  add("title", source.title, Field::STORE_YES, Field::INDEX_NO);
  add("symbol", source.symbol, Field::STORE_YES, Field::INDEX_NO);
  for (std::size_t i = 0; i < kFacets.size(); ++i)
    add(kFacets[i], source.facets[i], Field::STORE_NO, Field::INDEX_NOT_ANALYZED_NO_NORMS);
  add("text", source.text, Field::STORE_NO, Field::INDEX_ANALYZED);
  return document;
}

Lucene::IndexWriterPtr open_writer(const std::string& folder, bool anew) {
  return newLucene<Lucene::IndexWriter>(Lucene::FSDirectory::open(wide(folder)), newLucene<FoldingAnalyzer>(),
                                        anew, Lucene::IndexWriter::MaxFieldLengthUNLIMITED);
}

void make_index(const std::string& folder, const std::string& docs) {
  const auto writer = open_writer(folder, true);
  writer->setRAMBufferSizeMB(128);
  read_documents(docs, [&](Document& document) { writer->addDocument(make_document(document)); });
  writer->optimize();  // one segment: what its searches are fastest with
  writer->close();
}

// Counts the values of the five attributes among what matches, an index of one segment.
class Counter : public Lucene::Collector {
 public:
  LUCENE_CLASS(Counter);
  void setScorer(const Lucene::ScorerPtr&) override {}
  bool acceptsDocsOutOfOrder() override { return true; }
  void setNextReader(const Lucene::IndexReaderPtr& reader, int32_t) override {
    for (std::size_t i = 0; i < kFacets.size(); ++i) {
      columns_[i] = Lucene::FieldCache::DEFAULT()->getStringIndex(reader, wide(kFacets[i]));
      counts_[i].assign(static_cast<std::size_t>(columns_[i]->lookup.size()), 0);
    }
  }
  void collect(int32_t document) override {
    for (std::size_t i = 0; i < kFacets.size(); ++i)
      ++counts_[i][static_cast<std::size_t>(columns_[i]->order[document])];
  }
  std::size_t top_values() {
    std::size_t bytes = 0;
    for (std::size_t i = 0; i < kFacets.size(); ++i) {
      std::vector<std::pair<std::uint64_t, int32_t>> order;
      for (std::size_t k = 0; k < counts_[i].size(); ++k)
        if (counts_[i][k] > 0) order.emplace_back(counts_[i][k], static_cast<int32_t>(k));
      const auto end = order.begin() + static_cast<std::ptrdiff_t>(std::min(order.size(), kTop));
      std::partial_sort(order.begin(), end, order.end(), std::greater<>());
      for (auto value = order.begin(); value != end; ++value)
        bytes += narrow(columns_[i]->lookup[value->second]).size();
    }
    return bytes;
  }

 private:
  std::array<Lucene::StringIndexPtr, 5> columns_;
  std::array<std::vector<std::uint64_t>, 5> counts_;
};

Lucene::QueryPtr make_query(const Question& question) {
  const auto parser = newLucene<Lucene::QueryParser>(kVersion, L"text", newLucene<FoldingAnalyzer>());
  parser->setDefaultOperator(question.kind == "or" ? Lucene::QueryParser::OR_OPERATOR
                                                   : Lucene::QueryParser::AND_OPERATOR);
  // A symbol goes through its own grammar of tokens, as in the text.
  std::string words = join(question.words, " ");
  if (question.kind == "phrase") words = "\"" + words + "\"";
  if (question.kind == "symbol") words = "\"" + question.text + "\"";
  const auto query = parser->parse(wide(words));
  if (question.filter.empty()) return query;
  const auto filtered = newLucene<Lucene::BooleanQuery>();
  const auto filter =
      newLucene<Lucene::TermQuery>(newLucene<Lucene::Term>(wide(question.filter), wide(question.value)));
  filter->setBoost(0);
  filtered->add(query, Lucene::BooleanClause::MUST);
  filtered->add(filter, Lucene::BooleanClause::MUST);
  return filtered;
}

void ask(const std::string& folder) {
  const auto reader = Lucene::IndexReader::open(Lucene::FSDirectory::open(wide(folder)), true);
  const auto searcher = newLucene<Lucene::IndexSearcher>(reader);
  searcher->search(newLucene<Lucene::MatchAllDocsQuery>(), newLucene<Counter>());  // reads the columns once
  answer_all([&](const Question& question) {
    const auto query = make_query(question);
    const auto found = searcher->search(query, static_cast<int32_t>(question.offset + kTop));
    Answer answer{static_cast<std::uint64_t>(found->totalHits), 0};
    for (auto i = static_cast<int32_t>(question.offset); i < found->scoreDocs.size(); ++i) {
      const auto hit = searcher->doc(found->scoreDocs[i]->doc);
      answer.bytes += narrow(hit->get(L"title")).size() + narrow(hit->get(L"symbol")).size();
      ++answer.hits;
    }
    if (question.facets) {
      const auto counter = newLucene<Counter>();
      searcher->search(query, counter);
      answer.bytes += counter->top_values();
    }
    return answer;
  });
}

void change(const std::string& folder, const std::string& docs, std::size_t count) {
  const auto writer = open_writer(folder, false);
  auto reader = Lucene::IndexReader::open(Lucene::FSDirectory::open(wide(folder)), true);
  change_all(docs, count, [&](Document& document, const std::string& mark) {
    writer->updateDocument(newLucene<Lucene::Term>(L"id", wide(document.id)), make_document(document));
    writer->commit();
    reader = reader->reopen();
    const auto query = newLucene<Lucene::TermQuery>(newLucene<Lucene::Term>(L"text", wide(mark)));
    return newLucene<Lucene::IndexSearcher>(reader)->search(query, 1)->totalHits == 1;
  });
  writer->close();
}

// The library's errors are no std::exception with words.
template <typename... Args>
auto told(void (*work)(Args...)) {
  return [work](Args... args) {
    try {
      work(args...);
    } catch (const Lucene::LuceneException& error) {
      throw std::runtime_error(narrow(error.getError()));
    }
  };
}

}  // namespace

int main(int argc, char** argv) {
  std::setlocale(LC_ALL, "C.UTF-8");
  return run_peer(argc, argv, {told(make_index), told(ask), told(change)});
}
