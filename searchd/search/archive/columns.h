#pragma once

#include <xapian.h>

#include <array>
#include <cstdint>
#include <filesystem>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "analyzers/schema/grade.h"
#include "analyzers/schema/schema.h"
#include "searchd/search/archive/attributes.h"
#include "searchd/search/archive/changed_documents.h"
#include "searchd/search/archive/document_ids.h"
#include "searchd/search/archive/packed_numbers.h"
#include "searchd/search/archive/shared_list.h"

namespace vankien {

/// The ordinals of one column by document id; [0] is unused. Columns that say less of the same (year, month and day of a
/// date) share the numbers of the one that says most, and know what each of those means to them: a year costs a table of
/// days, not another number a document.
class Ordinals {
 public:
  using Numbers = std::vector<std::uint32_t>;

  Ordinals() : Ordinals(Numbers()) {}
  explicit Ordinals(const Numbers& by_document) : Ordinals(PackedNumbers(by_document)) {}
  explicit Ordinals(PackedNumbers by_document)
      : base_(std::make_shared<const PackedNumbers>(std::move(by_document))) {}
  /// `meaning` has an ordinal for each ordinal of the base.
  Ordinals(const Ordinals& base, Numbers meaning) : base_(base.base_), meaning_(std::move(meaning)) {}

  std::uint32_t operator[](Xapian::docid document) const {
    const std::uint32_t number = (*base_)[document];
    return meaning_.empty() ? number : meaning_[number];
  }
  std::size_t size() const { return base_->size(); }
  Numbers all() const;

  /// The shared numbers, for passes over many documents: look at them, then ask what they mean.
  const PackedNumbers& base() const { return *base_; }
  const Numbers& meaning() const { return meaning_; }  ///< empty = each number means itself

 private:
  std::shared_ptr<const PackedNumbers> base_;
  Numbers meaning_;
};

/// Of documents by their numbers. None has the number 0: with the value of the first one a column of one value takes no room, as
/// format, grade, scan and pages of most archives.
Ordinals ordinals_of_documents(Ordinals::Numbers numbers);

/// One attribute of all documents of one database, as ordinals into a sorted list of its values. Ordinal 0 is
/// "absent"; a larger ordinal sorts later (Vietnamese collation for words, value for numbers and dates).
struct Column {
  SharedTexts values = std::vector<std::string>{""};  ///< by ordinal
  SharedTexts folded = std::vector<std::string>{""};  ///< the same folded for comparing
  Ordinals ordinals;
  SharedTexts keys =
      std::vector<std::string>{""};  ///< their order_key, which compares values of two databases
  /// Of a list: the single values behind each ordinal, as indices of `parts`. An archive has few combinations.
  std::vector<std::vector<std::uint32_t>> members;
  std::vector<std::string> parts;
  std::vector<std::string> folded_parts;
};

/// Attributes whose values stand in a slot of their own; level and issuer share one column of numbers (columns.cc).
inline constexpr std::array<std::pair<Attribute, Slot>, 12> kSlotAttributes = {{
    {Attribute::kType, Slot::kType},
    {Attribute::kDate, Slot::kDate},
    {Attribute::kTerm, Slot::kTerm},
    {Attribute::kSymbol, Slot::kSymbol},
    {Attribute::kFormat, Slot::kFormat},
    {Attribute::kSigner, Slot::kSigner},
    {Attribute::kUrgency, Slot::kUrgency},
    {Attribute::kDraft, Slot::kDraft},
    {Attribute::kFields, Slot::kFields},
    {Attribute::kPlace, Slot::kPlace},
    {Attribute::kScan, Slot::kScan},
    {Attribute::kPages, Slot::kPages},
}};

/// What an attribute says of each value of another that it is derived from, of a date its year; "" = nothing.
struct Derived {
  Attribute attribute, from;
  std::string (*say)(const std::string& value);
};
const std::vector<Derived>& derived_attributes();

/// Of a list: fills in what its values, whole lists, are made of.
void part_lists(Column& column);

/// The levels and bodies of issuers as their tree has them; "" = neither is known.
std::string issuer_top(const std::string& level, const std::string& issuer);
std::string issuer_path(const std::string& level, const std::string& issuer);

/// What values are ordered by; of equal keys the value with the smaller bytes comes first.
std::string order_key(std::string_view value, bool numeric);

/// The columns of one database, loaded when a generation is opened, then read by all threads: facets are counted without a
/// look into the database (`scripts/bench facets` measures it).
class Columns {
 public:
  /// All but `status`, which is empty here: it depends on who looks.
  Columns(const Xapian::Database& database, Grade grade);
  /// The same, of what they were in an earlier generation and what changed since: 17 million instructions of 200,000 documents.
  Columns(const Columns& before, const ChangedDocuments& changes, Grade grade);

  /// One of them is another from now on; the others stay shared.
  void put(Attribute attribute, std::shared_ptr<const Column> column) {
    columns_[static_cast<std::size_t>(attribute)] = std::move(column);
  }
  void put(Attribute attribute, Column column) {
    put(attribute, std::make_shared<const Column>(std::move(column)));
  }
  const Column& operator[](Attribute attribute) const {
    return *columns_[static_cast<std::size_t>(attribute)];
  }
  const std::shared_ptr<const Column>& shared(Attribute attribute) const {
    return columns_[static_cast<std::size_t>(attribute)];
  }
  /// Ids of the documents there are, ascending.
  const std::vector<Xapian::docid>& documents() const { return *documents_; }
  /// The documents' own ids.
  const DocumentIds& ids() const { return *ids_; }

 private:
  std::array<std::shared_ptr<const Column>, kAttributeCount> columns_;
  std::shared_ptr<const std::vector<Xapian::docid>> documents_;
  std::shared_ptr<const DocumentIds> ids_;
};

}  // namespace vankien
