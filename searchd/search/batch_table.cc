#include <fmt/format.h>

#include "searchd/search/batch.h"
#include "searchd/search/citations/citation_line.h"

namespace vankien {
namespace {

std::string result_of(const BatchRow& row) {
  if (row.how == BatchRow::How::kNothing) return "";
  if (row.result.papers.empty()) return "Không có trong kho";
  if (row.result.found) return "Tìm thấy";
  for (const CitationProblem& problem : row.result.problems)
    if (problem.problem == Problem::kNotInArchive) return "Không có trong kho; có văn bản gần giống";
  return fmt::format("{} văn bản", row.result.total);
}

// The archive can only say that it knows of no replacement.
std::string status_text(Status status) {
  switch (status) {
    case Status::kReplaced:
      return "Đã được thay thế";
    case Status::kRepealed:
      return "Đã bị bãi bỏ";
    case Status::kExpired:
      return "Hết hiệu lực";
    case Status::kAmended:
      return "Đã được sửa đổi, bổ sung";
    case Status::kInForce:
      return "Chưa thấy văn bản thay thế";
  }
  return "";
}

std::string short_name(const DocumentName& name) {
  std::string text = name.symbol.empty() ? name.title : name.symbol;
  if (!name.date.empty()) text += ", " + citation_date(name.date);
  return text;
}

}  // namespace

std::vector<std::vector<std::string>> batch_table(const std::vector<BatchRow>& rows) {
  std::vector<std::vector<std::string>> table = {
      {"Nội dung nhập", "Hiểu là", "Kết quả", "Số văn bản", "Số, ký hiệu", "Thể loại", "Ngày ban hành",
       "Cơ quan ban hành", "Trích yếu", "Tình trạng", "Văn bản thay thế", "Dẫn văn bản", "Mã văn bản"}};
  for (const BatchRow& row : rows) {
    std::vector<std::string> line = {
        row.query, row.understood, result_of(row),
        row.how == BatchRow::How::kNothing ? "" : std::to_string(row.result.total)};
    // The best; of several that bear one symbol the newest.
    if (!row.result.papers.empty()) {
      const CitedPaper& paper = row.result.papers.front();
      const DocumentName& name = paper.name;
      for (const auto& cell :
           {name.symbol, name.type, name.date, name.issuer, name.title, status_text(paper.status.status),
            paper.status.newest ? short_name(*paper.status.newest) : std::string(), citation_line(name),
            name.id})
        line.push_back(cell);
    }
    line.resize(table.front().size());
    table.push_back(std::move(line));
  }
  return table;
}

}  // namespace vankien
