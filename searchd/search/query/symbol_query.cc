#include "searchd/search/query/symbol_query.h"

#include "searchd/search/query/ranking.h"

namespace vankien {
namespace {

// A document with the exact key has the bare one too, so the two weights add up to the exact spelling's.
// (OP_MAX would say it more plainly, but Xapian 1.4.22 crashes on it when several databases are open and
// all its terms have ended.)
Query keyed(std::string_view term_prefix, const SymbolKeys& keys, double exact, double bare) {
  if (keys.bare == keys.exact) return constant_weight(make_term(term_prefix, keys.exact), exact);
  return Query(Query::Op::kOr, constant_weight(make_term(term_prefix, keys.exact), exact - bare),
               constant_weight(make_term(term_prefix, keys.bare), bare));
}

}  // namespace

Query constant_weight(double weight) { return Query::constant(weight); }

Query constant_weight(const std::string& term, double weight) {
  return Query(Query::Op::kFilter, constant_weight(weight), Query(term));
}

Query own_symbol(const SymbolKeys& keys) {
  return keyed(prefix::kSymbol, keys, kOwnSymbol, kOwnSymbolWithoutMarks);
}

Query mentioned_symbol(const SymbolKeys& keys) {
  return keyed(prefix::kMention, keys, kMentionedSymbol, kMentionedSymbolWithoutMarks);
}

}  // namespace vankien
