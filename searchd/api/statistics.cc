#include <fmt/format.h>

#include <algorithm>

#include "searchd/api/endpoints.h"
#include "searchd/api/error.h"
#include "searchd/api/json_body.h"
#include "searchd/api/report_params.h"
#include "searchd/sheets/csv.h"
#include "searchd/sheets/workbook.h"

namespace vankien::api {
namespace {

using Json = nlohmann::ordered_json;
using sheets::Row;

/// Cells of the whole table, empty ones and totals among them.
constexpr std::size_t kMostCells = 200'000;
constexpr const char* kAbsent = "(không có)";
constexpr const char* kTotal = "Tổng cộng";

std::vector<Attribute> read_dimensions(const nlohmann::json& own) {
  std::vector<Attribute> dimensions;
  for (const char* name : {"rows", "columns", "pages"}) {
    const auto value = own.find(name);
    if (value == own.end() || value->is_null()) continue;
    const auto attribute =
        value->is_string() ? parse_attribute(value->get_ref<const std::string&>()) : std::nullopt;
    if (!attribute) {
      std::vector<std::string_view> names;
      for (const AttributeInfo& one : kAttributes) names.push_back(one.name);
      throw ApiError(Code::kInvalidReportDimension,
                     fmt::format("`{}` of `{}` is no attribute. Attributes are: `{}`.", excerpt(*value), name,
                                 fmt::join(names, "`, `")));
    }
    if (std::find(dimensions.begin(), dimensions.end(), *attribute) != dimensions.end())
      throw ApiError(Code::kInvalidReportDimension,
                     fmt::format("`{}` is given twice.", info(*attribute).name));
    dimensions.push_back(*attribute);
  }
  if (!own.contains("rows")) throw ApiError(Code::kInvalidReportDimension, "Missing parameter `rows`.");
  if (own.contains("pages") && !own.contains("columns"))
    throw ApiError(Code::kInvalidReportDimension, "`pages` needs `columns`.");
  return dimensions;
}

void check_size(const Table& table) {
  std::size_t cells = 1;
  for (const Table::Axis& axis : table.axes) cells *= axis.values.size() + 1;
  if (cells > kMostCells)
    throw ApiError(Code::kReportTooLarge,
                   fmt::format("The table has {} cells, at most {} are allowed. Narrow it with `filter`, or "
                               "take attributes with fewer values.",
                               cells, kMostCells));
}

std::string filter_of(const Table& table, const Table::At& at) {
  std::string filter;
  for (std::size_t i = 0; i < table.axes.size(); ++i)
    if (at[i] != Table::kAny)
      filter += fmt::format("{}({})", filter.empty() ? "" : " AND ", table.axes[i].values[at[i]].filter);
  return filter;
}

Json to_json(const Table& table) {
  Json dimensions = Json::array(), cells = Json::array();
  for (std::size_t i = 0; i < table.axes.size(); ++i) {
    Json values = Json::array();
    for (std::uint32_t k = 0; k < table.axes[i].values.size(); ++k) {
      const Table::Value& value = table.axes[i].values[k];
      Table::At at = {Table::kAny, Table::kAny, Table::kAny};
      at[i] = k;
      values.push_back({{"value", value.text.empty() ? Json() : Json(value.text)},
                        {"filter", value.filter},
                        {"count", table.count(at)}});
    }
    const AttributeInfo& attribute = info(table.axes[i].attribute);
    dimensions.push_back(
        {{"attribute", attribute.name}, {"list", attribute.list}, {"values", std::move(values)}});
  }
  for (const auto& [at, count] : table.counts) {
    if (std::count(at.begin(), at.end(), Table::kAny) > 1) continue;  // a value's own count, or the total
    Json place = Json::array();
    for (std::size_t i = 0; i < table.axes.size(); ++i)
      place.push_back(at[i] == Table::kAny ? Json() : Json(at[i]));
    cells.push_back({{"at", std::move(place)}, {"filter", filter_of(table, at)}, {"count", count}});
  }
  return {{"dimensions", std::move(dimensions)}, {"cells", std::move(cells)}, {"total", table.total()}};
}

std::string label(const Table::Value& value) { return value.text.empty() ? kAbsent : value.text; }

/// The rows of one page of the table; `page` is a value of the third dimension, or kAny.
template <typename Add>
void write_page(const Table& table, const Row& before, std::uint32_t page, Add add) {
  const auto write_row = [&](const std::string& name, std::uint32_t row) {
    Row cells = before;
    cells.emplace_back(name);
    if (table.axes.size() > 1)
      for (std::uint32_t k = 0; k < table.axes[1].values.size(); ++k)
        cells.emplace_back(table.count({row, k, page}));
    cells.emplace_back(table.count({row, Table::kAny, page}));
    add(cells);
  };
  for (std::uint32_t i = 0; i < table.axes[0].values.size(); ++i)
    if (page == Table::kAny || table.count({i, Table::kAny, page}) > 0)
      write_row(label(table.axes[0].values[i]), i);
  write_row(kTotal, Table::kAny);
}

/// A head, a row for each value and one of totals; of three dimensions the third stands in the first column.
template <typename Add>
void write_rows(const Table& table, Add add) {
  const auto title = [&](std::size_t i) {
    return column_title(std::string(info(table.axes[i].attribute).name));
  };
  const bool paged = table.axes.size() > 2;
  Row head;
  if (paged) head.emplace_back(title(2));
  head.emplace_back(title(0));
  if (table.axes.size() > 1)
    for (const Table::Value& value : table.axes[1].values) head.emplace_back(label(value));
  head.emplace_back(kTotal);
  add(head);
  if (paged)
    for (std::uint32_t page = 0; page < table.axes[2].values.size(); ++page)
      write_page(table, {label(table.axes[2].values[page])}, page, add);
  write_page(table, paged ? Row{kTotal} : Row{}, Table::kAny, add);
}

}  // namespace

Reply statistics(const Request& request, const Service& service) {
  const ReportParams params = read_report_params(request, {"rows", "columns", "pages"},
                                                 {"q", "filter", "matchingStrategy", "attributesToSearchOn"},
                                                 {"json", "csv", "xlsx"});
  const std::vector<Attribute> dimensions = read_dimensions(params.own);
  const Table table = service.open()->tabulate(request.caller.clearance, params.query, dimensions);
  check_size(table);
  if (params.format.name == "json") return Reply::json(to_json(table));
  Reply reply = file_reply(params.format, "thong-ke");
  if (params.format.name == "csv") {
    reply.body = sheets::kByteOrderMark;
    write_rows(table, [&](const Row& row) { reply.body += sheets::csv_row(row, params.format.separator); });
  } else {
    sheets::Workbook book("Thống kê");
    write_rows(table, [&](const Row& row) { book.add(row); });
    reply.stream = book.finish();
  }
  return reply;
}

}  // namespace vankien::api
