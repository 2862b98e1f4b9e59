#include "searchd/search/phrase_source.h"

#include <algorithm>

#include "analyzers/schema/schema.h"

namespace vankien {

void PhraseSource::init(const Xapian::Database& database) {
  constexpr auto kSlot = static_cast<Xapian::valueno>(Slot::kWords);
  documents_ = database.get_doccount();
  words_ = database.valuestream_begin(kSlot);
  end_ = database.valuestream_end(kSlot);
  at_ = asked_ = 0;
  at_end_ = false;
}

// Ids only rise.
bool PhraseSource::holds(Xapian::docid id) {
  asked_ = id;
  if (words_ == end_) return false;
  if (words_.get_docid() < id) words_.skip_to(id);
  return words_ != end_ && words_.get_docid() == id && phrase_->stands_in(*words_);
}

void PhraseSource::next(double min_weight) { skip_to(std::max(at_, asked_) + 1, min_weight); }

void PhraseSource::skip_to(Xapian::docid id, double) {
  if (words_ != end_ && words_.get_docid() < id) words_.skip_to(id);
  for (; words_ != end_; ++words_)
    if (asked_ = words_.get_docid(); phrase_->stands_in(*words_)) {
      at_ = asked_;
      return;
    }
  at_end_ = true;
}

bool PhraseSource::check(Xapian::docid id, double) {
  if (!holds(id)) return false;
  at_ = id;
  return true;
}

Xapian::Query in_this_order(const Xapian::Query& all_words,
                            const std::vector<std::vector<std::string>>& words) {
  auto terms = words;
  for (auto& forms : terms)
    for (auto& form : forms) form = make_term("", form);
  auto* source = new PhraseSource(std::make_shared<const CodedPhrase>(terms));
  return {Xapian::Query::OP_FILTER, all_words, Xapian::Query(source->release())};
}

}  // namespace vankien
