#include "searchd/search/match/document_filter.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "analyzers/analyzer.h"

namespace vankien {
namespace {

using Op = Condition::Op;

// A whole text as a number; nothing if it is none.
std::optional<double> to_number(const std::string& text) {
  double number = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  if (error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return number;
}

// Decides one condition for one value of its column, or of a list for one of its values.
class Decider {
 public:
  explicit Decider(const Condition& condition)
      : condition_(condition),
        numeric_(info(condition.attribute).numeric),
        is_date_(condition.attribute == Attribute::kDate || condition.attribute == Attribute::kMonth) {
    for (const auto& value : condition.values) folded_.push_back(fold_value(value));
  }

  bool accepts(const std::string& value, const std::string& folded) const {
    switch (condition_.op) {
      case Op::kEqual:
        return equal(value, folded, 0);
      case Op::kNotEqual:
        return !equal(value, folded, 0);
      case Op::kGreater:
        return compare(value, 0) > 0;
      case Op::kGreaterEqual:
        return compare(value, 0) >= 0;
      case Op::kLess:
        return compare(value, 0) == -1;
      case Op::kLessEqual:
        return compare(value, 0) == -1 || compare(value, 0) == 0;
      case Op::kBetween:
        return compare(value, 0) >= 0 && (compare(value, 1) == -1 || compare(value, 1) == 0);
      case Op::kIn:
        for (std::size_t i = 0; i < folded_.size(); ++i)
          if (equal(value, folded, i)) return true;
        return false;
      case Op::kExists:
        return true;
      case Op::kIsNull:
      case Op::kIsEmpty:
        return false;
      case Op::kContains:
        return folded.find(folded_[0]) != std::string::npos;
      case Op::kStartsWith:
        return folded.starts_with(folded_[0]);
    }
    return false;
  }

 private:
  static constexpr int kUnordered = -2;

  // A date is equal to itself alone, as a facet counts it: a paper of 2024-05, without a day, is not one of 2024-05-31.
  bool equal(const std::string& value, const std::string& folded, std::size_t i) const {
    if (numeric_) return compare(value, i) == 0;
    return folded == folded_[i];
  }

  // -1, 0, 1, or kUnordered if the filter's value is no number where one is needed.
  int compare(const std::string& value, std::size_t i) const {
    if (numeric_) {
      const auto left = to_number(value);
      const auto right = to_number(condition_.values[i]);
      if (!left || !right) return kUnordered;
      return *left < *right ? -1 : *left > *right ? 1 : 0;
    }
    // A date is compared as far as the bound says: none of 2024 is greater than "2024", none less.
    const std::string& bound = condition_.values[i];
    const int order = is_date_ ? value.compare(0, bound.size(), bound) : value.compare(bound);
    return order < 0 ? -1 : order > 0 ? 1 : 0;
  }

  const Condition& condition_;
  bool numeric_;
  bool is_date_;
  std::vector<std::string> folded_;
};

// "!=" says that none of the values is that one; all else that one of them is so.
bool accepts_list(const Decider& decider, const Condition& condition, const Column& column,
                  std::size_t ordinal) {
  const auto accepts = [&](std::uint32_t part) {
    return decider.accepts(column.parts[part], column.folded_parts[part]);
  };
  const auto& members = column.members[ordinal];
  return condition.op == Op::kNotEqual ? std::all_of(members.begin(), members.end(), accepts)
                                       : std::any_of(members.begin(), members.end(), accepts);
}

}  // namespace

std::vector<bool> accepted_ordinals(const Condition& condition, const Columns& columns) {
  const Column& column = columns[condition.attribute];
  const Decider decider(condition);
  std::vector<bool> accepted(column.values.size());
  accepted[0] = condition.op == Op::kNotEqual;  // absent
  for (std::size_t i = 1; i < accepted.size(); ++i)
    accepted[i] = info(condition.attribute).list ? accepts_list(decider, condition, column, i)
                                                 : decider.accepts(column.values[i], column.folded[i]);
  return accepted;
}

DocumentFilter::DocumentFilter(const Filter& filter, const Columns& columns)
    : root_(prepare(filter, columns)) {}

DocumentFilter::Node DocumentFilter::prepare(const Filter& filter, const Columns& columns) {
  Node node;
  node.kind = filter.kind;
  for (const auto& child : filter.children) node.children.push_back(prepare(child, columns));
  if (filter.kind != Filter::Kind::kCondition) return node;
  const Ordinals& ordinals = columns[filter.condition.attribute].ordinals;
  node.numbers = &ordinals.base();
  node.accepted = accepted_ordinals(filter.condition, columns);
  if (!ordinals.meaning().empty()) {
    std::vector<bool> by_number;
    for (const std::uint32_t ordinal : ordinals.meaning()) by_number.push_back(node.accepted[ordinal]);
    node.accepted = std::move(by_number);
  }
  return node;
}

bool DocumentFilter::test(const Node& node, Xapian::docid document) {
  switch (node.kind) {
    case Filter::Kind::kAll:
      return std::all_of(node.children.begin(), node.children.end(),
                         [&](const Node& child) { return test(child, document); });
    case Filter::Kind::kAny:
      return std::any_of(node.children.begin(), node.children.end(),
                         [&](const Node& child) { return test(child, document); });
    case Filter::Kind::kNot:
      return !test(node.children.front(), document);
    case Filter::Kind::kCondition:
      return node.accepted[(*node.numbers)[document]];
  }
  return false;
}

}  // namespace vankien
