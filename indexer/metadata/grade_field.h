#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/schema/grade.h"
#include "indexer/metadata/letterhead.h"

namespace vankien {

struct GradeReading {
  Grade grade = Grade::kOpen;
  std::string from;  ///< "stamp", "symbol" (…/nb), "no stamp"
};

/// The grade by the stamps on the first and last filled lines of a document and at the top of its pages: MẬT,
/// TỐI MẬT, TUYỆT MẬT, Lưu hành nội bộ, as a line or a cell of its own, in the words of a letterhead line,
/// spaced out (T U Y Ệ T  M Ậ T), without marks, or split over two cells. Of several the highest counts: it
/// fails closed. "bảo mật", "bí mật nhà nước", "mật mã" are no stamps. `symbol` as read from the head: a
/// party symbol ending in /nb is internal. Source: Law 29/2018/QH14 on state secrets; 05-HD/VPTW on /nb.
GradeReading read_grade(const Letterhead& head, const std::vector<Line>& end,
                        const std::vector<std::vector<Line>>& page_tops, std::string_view symbol);

}  // namespace vankien
