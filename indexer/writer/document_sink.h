#pragma once

#include <string_view>

#include "analyzers/schema/record_text.h"
#include "analyzers/schema/schema.h"

namespace vankien {

/// Takes what a document is made of in the index (analyzers/schema/schema.h), in any order. Terms are at most kMostTermBytes.
class DocumentSink {
 public:
  virtual ~DocumentSink() = default;
  /// The term stands in the text, once more.
  virtual void count(std::string_view term) = 0;
  /// The same of a word; with `joined` also of the bigram that it ends, whose first word is the one counted before. Bigrams of a
  /// text are counted in no other way. Tells the word's code (word_codes.h), valid until the next call.
  virtual std::string_view count_word(std::string_view term, bool joined) = 0;
  /// The document has the term, however often.
  virtual void mark(std::string_view term) = 0;
  /// Once a slot, not empty.
  virtual void set_value(Slot slot, std::string_view value) = 0;
  virtual void set_record(RecordText text) = 0;
};

}  // namespace vankien
