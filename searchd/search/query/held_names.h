#pragma once

#include <map>
#include <string>
#include <vector>

#include "searchd/search/archive/attributes.h"

namespace vankien {

class View;

/// How a name answers to what was typed, the best first.
enum class Answer { kWhole, kBegins, kHolds, kNot };

/// The names that a view's documents have in one attribute: types, issuers, signers, fields of work. So it tells nothing of
/// documents above its clearance. Types are known whether or not the archive holds one.
///   HeldNames names(view);
///   names.answering(Attribute::kIssuer, "dong giang", Answer::kHolds)  →  {"Tỉnh ủy Đông Giang"}
class HeldNames {
 public:
  /// The view must outlive it.
  explicit HeldNames(const View& view) : view_(view) {}
  /// The names that answer best to a folded value, with or without marks, and no worse than `worst`.
  std::vector<std::string> answering(Attribute attribute, const std::string& typed, Answer worst);

 private:
  /// A value and how it is compared.
  struct Name {
    std::string name, folded, bare;
  };
  const std::vector<Name>& held(Attribute attribute);

  const View& view_;
  std::map<Attribute, std::vector<Name>> held_;  ///< read once: a query may ask a thousand times
};

}  // namespace vankien
