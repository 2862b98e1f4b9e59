#pragma once

#include <cstddef>
#include <functional>
#include <memory>
#include <optional>
#include <string>

#include "searchd/sheets/cell.h"

namespace vankien::sheets {

/// Rows of one xlsx sheet, and characters of one cell: the format's own limits.
inline constexpr std::size_t kMostRows = 1'048'576;
inline constexpr std::size_t kMostCellLength = 32'767;

/// An xlsx file of one sheet, written row by row into files without a name in the temporary folder (TMPDIR), so that its
/// memory does not grow with it. Texts are text cells: none is a formula. The first row is bold and stays in sight. A text
/// of more than kMostCellLength UTF-16 units ends in "… [đã cắt]".
///   Workbook book("Văn bản");
///   book.add({"Số, ký hiệu", "Số trang"});
///   auto read = book.finish();   while (auto piece = read()) …
class Workbook {
 public:
  /// Throws std::runtime_error if there is no room for the file; so do the others.
  explicit Workbook(const std::string& sheet);
  ~Workbook();
  Workbook(const Workbook&) = delete;
  Workbook& operator=(const Workbook&) = delete;

  /// At most kMostRows times.
  void add(const Row& row);
  std::size_t rows() const;

  /// The finished file in pieces, nothing at its end; it outlives the object. Called once, as the last.
  std::function<std::optional<std::string>()> finish();

 private:
  struct Parts;
  std::unique_ptr<Parts> parts_;
};

}  // namespace vankien::sheets
