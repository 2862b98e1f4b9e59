#pragma once

#include <xapian.h>

#include <compare>
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
///   finder.of("nghi", {}).words == {"nghi", "nghỉ", "nghị" …}
class FormFinder {
 public:
  /// The database must outlive the finder. A literal one expands nothing: each word is itself.
  explicit FormFinder(const Xapian::Database& database, bool literal = false)
      : database_(database), literal_(literal) {}

  /// How far a word may be read as something else.
  struct Freedom {
    /// Its marks may have been left out: yes; only if the archive does not hold it as it stands; no.
    enum class Bare : std::uint8_t { kYes, kIfUnknown, kNo } bare = Bare::kYes;
    bool open_end = false;  ///< it may be unfinished
    auto operator<=>(const Freedom&) const = default;
  };

  /// `word` is folded. The answer lives as long as the finder.
  const WordForms& of(const std::string& word, Freedom freedom);

 private:
  WordForms find(const std::string& word, Freedom freedom) const;
  std::vector<std::string> begun(const std::string& word) const;

  const Xapian::Database& database_;
  const bool literal_;
  std::map<std::pair<std::string, Freedom>, WordForms> found_;
};

}  // namespace vankien
