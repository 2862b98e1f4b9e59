#include "searchd/search/phrase_check.h"

#include <algorithm>
#include <vector>

namespace vankien {
namespace {

// The candidates, walked like a posting list.
class Candidates : public Xapian::PostingSource {
 public:
  explicit Candidates(const std::vector<Xapian::docid>& ids) : ids_(ids) {}

  Xapian::PostingSource* clone() const override { return new Candidates(ids_); }
  void init(const Xapian::Database&) override { at_ = kBefore; }
  Xapian::doccount get_termfreq_min() const override { return get_termfreq_est(); }
  Xapian::doccount get_termfreq_max() const override { return get_termfreq_est(); }
  Xapian::doccount get_termfreq_est() const override { return static_cast<Xapian::doccount>(ids_.size()); }
  void next(double) override { ++at_; }
  void skip_to(Xapian::docid id, double) override {
    const auto from = at_ == kBefore ? 0 : static_cast<std::ptrdiff_t>(at_);
    at_ = static_cast<std::size_t>(std::lower_bound(ids_.begin() + from, ids_.end(), id) - ids_.begin());
  }
  bool at_end() const override { return at_ >= ids_.size(); }
  Xapian::docid get_docid() const override { return ids_[at_]; }

 private:
  static constexpr std::size_t kBefore = SIZE_MAX;
  const std::vector<Xapian::docid>& ids_;
  std::size_t at_ = kBefore;
};

class Collector : public Xapian::MatchSpy {
 public:
  explicit Collector(DocumentSet& found) : found_(found) {}
  void operator()(const Xapian::Document& document, double) override { found_.add(document.get_docid()); }

 private:
  DocumentSet& found_;
};

Xapian::Query to_xapian(const Query& query) {
  if (query.op() == Query::Op::kTerm) return Xapian::Query(query.term());
  std::vector<Xapian::Query> children;
  for (const Query& child : query.children()) children.push_back(to_xapian(child));
  if (query.op() == Query::Op::kPhrase)
    return {Xapian::Query::OP_PHRASE, children.begin(), children.end(),
            static_cast<Xapian::termcount>(children.size())};
  return {Xapian::Query::OP_OR, children.begin(), children.end()};  // OP_SYNONYM cannot stand below OP_PHRASE
}

}  // namespace

DocumentSet check_phrase(const Xapian::Database& database, const Query& phrase,
                         const DocumentSet& candidates) {
  DocumentSet found(candidates.end());
  std::vector<Xapian::docid> ids;
  candidates.for_each([&](Xapian::docid id) { ids.push_back(id); });
  Xapian::Enquire enquire(database);
  enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, to_xapian(phrase),
                                  Xapian::Query((new Candidates(ids))->release())));
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.set_docid_order(Xapian::Enquire::ASCENDING);
  Collector collector(found);
  enquire.add_matchspy(&collector);
  enquire.get_mset(0, 1, database.get_doccount());
  return found;
}

}  // namespace vankien
