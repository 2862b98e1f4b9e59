#pragma once

#include <xapian.h>

#include <memory>
#include <string>
#include <vector>

#include "analyzers/schema/word_codes.h"

namespace vankien {

/// Documents that hold a phrase, by walking the row of their words (Slot::kWords): a microsecond for 2 KB. It is asked for those
/// that have all the words, so it tells Xapian that it knows many: the lists of the words come first then.
class PhraseSource : public Xapian::PostingSource {
 public:
  explicit PhraseSource(std::shared_ptr<const CodedPhrase> phrase) : phrase_(std::move(phrase)) {}

  Xapian::PostingSource* clone() const override { return new PhraseSource(phrase_); }
  void init(const Xapian::Database& database) override;
  Xapian::doccount get_termfreq_min() const override { return 0; }
  Xapian::doccount get_termfreq_est() const override { return documents_; }
  Xapian::doccount get_termfreq_max() const override { return documents_; }
  void next(double min_weight) override;
  void skip_to(Xapian::docid id, double min_weight) override;
  bool check(Xapian::docid id, double min_weight) override;
  bool at_end() const override { return at_end_; }
  Xapian::docid get_docid() const override { return at_; }

 private:
  bool holds(Xapian::docid id);

  std::shared_ptr<const CodedPhrase> phrase_;
  Xapian::doccount documents_ = 0;
  Xapian::ValueIterator words_;
  Xapian::ValueIterator end_;
  Xapian::docid at_ = 0;     ///< the last that was found
  Xapian::docid asked_ = 0;  ///< the last that was looked at
  bool at_end_ = false;
};

/// Of the documents with all words (each in one of several forms), those that have them in this order with nothing between.
Xapian::Query in_this_order(const Xapian::Query& all_words,
                            const std::vector<std::vector<std::string>>& words);

}  // namespace vankien
