#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "analyzers/mapped_text.h"

namespace vankien {

/// Code points [begin, end) of a query.
struct Stretch {
  std::size_t begin = 0;
  std::size_t end = 0;
};

inline bool is_quote(char32_t c) {
  return c == U'"' || c == U'“' || c == U'”' || c == U'„' || c == U'«' || c == U'»';
}

/// So many parentheses may stand within each other in a query; a deeper one has no groups, and the API refuses it.
inline constexpr std::size_t kMostQueryLevels = 16;

/// The signs of a query that part it, found before anything in it is read. Whatever has no partner is no sign: an
/// unbalanced parenthesis, a quote left open, an OR with nothing on one side.
///   05-NQ/TU (2022)              no groups: its parentheses are plain text
///   (rừng OR biển) -(tôm cua)    two groups; the first is parted by its OR
class QueryStructure {
 public:
  explicit QueryStructure(const MappedText& text);

  /// Marks and what is between them, in order: "…", “…”, «…».
  const std::vector<Stretch>& quotes() const { return quotes_; }
  /// Outermost groups of [begin, end): parentheses, the signs included, that hold an OR of their own or follow a minus.
  std::vector<Stretch> groups(Stretch within) const;
  /// What the ORs that stand in [begin, end) itself, and in no parentheses, part it into; alternatives without a letter or
  /// digit are left out. One element, `within` itself, where no OR parts it.
  std::vector<Stretch> alternatives(Stretch within) const;
  /// The ORs of a stretch that they do not part: to be passed over, unless there is nothing else.
  std::vector<Stretch> idle_ors(Stretch within) const;
  /// Parentheses within parentheses, at the deepest.
  std::size_t levels() const;
  /// A minus right before `place`, itself after white space, an opening parenthesis or at the beginning.
  bool excludes(std::size_t place) const;

 private:
  bool is_or(std::size_t begin, std::size_t end) const;
  bool has_content(Stretch stretch) const;
  std::vector<Stretch> ors(Stretch within) const;

  const MappedText& text_;
  bool all_capitals_ = true;  ///< a heading: its HOẶC is a word
  std::vector<Stretch> quotes_;
  std::vector<Stretch> pairs_;  ///< parentheses with their partners, by their beginnings
  std::vector<Stretch> ors_;    ///< OR, HOẶC: the words themselves
};

}  // namespace vankien
