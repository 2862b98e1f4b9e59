#pragma once

#include <xapian.h>

#include <set>
#include <string>

namespace vankien {

/// Words that documents of one database had and have no more: those that none has are taken out of its table of bare words
/// (Vocabulary in document_builder.h).
class LostWords {
 public:
  /// Terms that are no words with marks are passed over.
  void note(const std::string& term);
  void note(const Xapian::Document& document);
  /// When all is written, before the commit; forgets them. Throws Xapian::Error.
  void take_out_of(Xapian::WritableDatabase& database);

 private:
  std::set<std::string> words_;
};

}  // namespace vankien
