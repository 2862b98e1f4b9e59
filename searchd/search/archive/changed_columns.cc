#include <algorithm>
#include <map>
#include <memory>
#include <utility>

#include "searchd/search/archive/changed_column.h"
#include "searchd/search/archive/columns.h"

namespace vankien {
namespace {

std::string value_in(const Xapian::Document& document, Slot slot) {
  return document.get_value(static_cast<Xapian::valueno>(slot));
}

// What follows from a column that has changed. Its rows are the values of that.
Column changed_derived(const Column& before, const Derived& derived, const ChangedColumn& from) {
  Column column = before;
  column.ordinals = Ordinals(from.column.ordinals, before.ordinals.meaning());
  if (from.ranks.empty()) return column;
  const Ordinals::Numbers& then = before.ordinals.meaning();
  Ordinals::Numbers meaning(from.column.values.size(), kFresh);
  meaning[0] = 0;
  for (std::size_t i = 1; i < from.ranks.size(); ++i)
    if (from.ranks[i] != 0) meaning[from.ranks[i]] = then[i];
  column = changed_meaning(before, from.column.ordinals, std::move(meaning), info(derived.attribute).numeric,
                           [&](std::size_t row) { return derived.say(from.column.values[row]); });
  if (info(derived.attribute).list) part_lists(column);
  return column;
}

// The rows are the pairs (level, issuer) there are; one that no document has any more means nothing, until it is used for another.
class ChangingIssuers {
 public:
  ChangingIssuers(const Columns& before, const ChangedDocuments& changes)
      : before_(before),
        changes_(changes),
        then_(before[Attribute::kIssuer].ordinals.base()),
        state_(before[Attribute::kIssuer].ordinals.meaning().size(), State::kStays) {
    for (std::uint32_t row = 1; row < state_.size(); ++row)
      if (!is_used(row)) state_[row] = State::kFree;
    drop_left();
    for (const auto& one : changes.all()) {
      const std::string level = one.is_there ? value_in(one.document, Slot::kLevel) : "";
      const std::string issuer = one.is_there ? value_in(one.document, Slot::kIssuer) : "";
      others_.emplace_back(one.number, row_of(level, issuer));
    }
    for (std::uint32_t& row : dropped_)
      if (state_[row] == State::kLeft) state_[row] = State::kFree;
  }

  void put_into(Columns& now) const {
    const Ordinals base(PackedNumbers(then_, changes_.end(), others_));
    const auto put = [&](Attribute attribute, const auto& say) {
      Ordinals::Numbers meaning = before_[attribute].ordinals.meaning();
      meaning.resize(state_.size(), 0);
      for (std::size_t row = 0; row < state_.size(); ++row)
        meaning[row] = state_[row] == State::kFree ? 0 : state_[row] == State::kFresh ? kFresh : meaning[row];
      now.put(attribute,
              changed_meaning(before_[attribute], base, std::move(meaning), false, [&](std::size_t row) {
                const auto& [level, issuer] = fresh_.at(row);
                return say(level, issuer);
              }));
    };
    put(Attribute::kLevel, [](const auto& level, const auto&) { return level; });
    put(Attribute::kIssuer, [](const auto&, const auto& issuer) { return issuer; });
    put(Attribute::kIssuerLvl0, issuer_top);
    put(Attribute::kIssuerLvl1, issuer_path);
  }

 private:
  enum class State { kStays, kLeft, kFree, kFresh };

  // Rows in use have a top, if only that the level is not known.
  bool is_used(std::uint32_t row) const {
    return before_[Attribute::kIssuerLvl0].ordinals.meaning()[row] != 0;
  }

  // Rows whose last documents have changed.
  void drop_left() {
    for (const auto& one : changes_.all()) {
      const std::uint32_t row = one.number < then_.size() ? then_[one.number] : 0;
      if (row == 0 || state_[row] != State::kStays) continue;
      std::size_t place = then_.find(row, 1);
      while (place < then_.size() && changes_.has(static_cast<Xapian::docid>(place)))
        place = then_.find(row, place + 1);
      if (place < then_.size()) continue;
      state_[row] = State::kLeft;
      dropped_.push_back(row);
    }
  }

  std::uint32_t row_of(const std::string& level, const std::string& issuer) {
    if (level.empty() && issuer.empty()) return 0;
    for (const auto& [row, texts] : fresh_)
      if (texts.first == level && texts.second == issuer) return static_cast<std::uint32_t>(row);
    const Column &levels = before_[Attribute::kLevel], &issuers = before_[Attribute::kIssuer];
    for (std::uint32_t row = 1; row < levels.ordinals.meaning().size(); ++row) {
      if (state_[row] != State::kStays && state_[row] != State::kLeft) continue;
      if (levels.values[levels.ordinals.meaning()[row]] != level ||
          issuers.values[issuers.ordinals.meaning()[row]] != issuer)
        continue;
      state_[row] = State::kStays;
      return row;
    }
    auto free = std::find(state_.begin(), state_.end(), State::kFree);
    if (free == state_.end()) free = state_.insert(state_.end(), State::kFree);
    *free = State::kFresh;
    const auto row = static_cast<std::uint32_t>(free - state_.begin());
    fresh_[row] = {level, issuer};
    return row;
  }

  const Columns& before_;
  const ChangedDocuments& changes_;
  const PackedNumbers& then_;
  std::vector<State> state_;  ///< by row
  std::vector<std::uint32_t> dropped_;
  std::map<std::size_t, std::pair<std::string, std::string>> fresh_;  ///< level and issuer by row
  PackedNumbers::Others others_;
};

}  // namespace

Columns::Columns(const Columns& before, const ChangedDocuments& changes, Grade grade)
    : documents_(std::make_shared<const std::vector<Xapian::docid>>(changes.apply_to(before.documents()))),
      ids_(std::make_shared<const DocumentIds>(before.ids(), changes)) {
  for (const auto& [attribute, slot] : kSlotAttributes) {
    ChangedColumn changed =
        changed_column(before[attribute], changes, info(attribute).numeric,
                       [slot = slot](const Xapian::Document& document) { return value_in(document, slot); });
    if (info(attribute).list && !changed.ranks.empty()) part_lists(changed.column);
    for (const Derived& derived : derived_attributes())
      if (derived.from == attribute)
        put(derived.attribute, changed_derived(before[derived.attribute], derived, changed));
    put(attribute, std::move(changed.column));
  }
  ChangingIssuers(before, changes).put_into(*this);
  put(Attribute::kGrade,
      changed_column(before[Attribute::kGrade], changes, false, [&](const Xapian::Document&) {
        return std::string(grade_name(grade));
      }).column);
  put(Attribute::kStatus,
      changed_column(before[Attribute::kStatus], changes, false, [](const Xapian::Document&) {
        return "";
      }).column);
}

}  // namespace vankien
