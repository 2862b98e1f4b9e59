#pragma once

#include <xapian.h>

#include <cstdint>
#include <map>
#include <string>
#include <utility>
#include <vector>

namespace vankien {

/// How a typed word was read.
enum class Reading : std::uint8_t {
  kTyped,  ///< as it stands
  kBare,   ///< without marks: every form the archive holds
  kTone,   ///< with its vowels' marks but no tone (quyêt): every tone the archive holds
  kBegun,  ///< not finished yet (quyế)
};

/// What one typed word may stand for in this archive.
struct WordForms {
  std::vector<std::string> words;  ///< folded; the very word typed first if the archive holds it; never empty
  Reading reading = Reading::kTyped;
};

/// Expands the words of a query to the forms that a caller's databases hold, and to nothing else, so that an
/// expansion tells nothing of a document above the clearance. A mark that was typed is never given up.
///   FormFinder finder(view.database);
///   finder.of("nghi", false).words == {"nghi", "nghỉ", "nghị" …}
class FormFinder {
 public:
  /// The database must outlive the finder.
  explicit FormFinder(const Xapian::Database& database) : database_(database) {}

  /// `word` is folded; with `open_end` it may be unfinished. The answer lives as long as the finder.
  const WordForms& of(const std::string& word, bool open_end);

 private:
  WordForms find(const std::string& word, bool open_end) const;
  std::vector<std::string> begun(const std::string& word) const;

  const Xapian::Database& database_;
  std::map<std::pair<std::string, bool>, WordForms> found_;
};

}  // namespace vankien
