#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "analyzers/schema/grade.h"
#include "indexer/metadata/letterhead.h"
#include "indexer/metadata/metadata.h"

namespace vankien {

struct GradeReading {
  Grade grade = Grade::kOpen;
  std::string from;  ///< "stamp", "symbol" (…/nb), "no stamp"
  std::vector<GradeDoubt> doubts;
};

/// The grade by the stamps (stamp_words.h) on the first and last filled lines of a document and at the top of
/// its pages, as a line or a cell of its own, in the words of a letterhead line, or split over two cells; also by
/// a line in capitals anywhere in the text that is a stamp and nothing else. It fails closed: the highest counts,
/// and there is a doubt where
///   - a stamp can only be guessed: damaged, undecoded, in another encoding;
///   - two stamps contradict each other, or one stands only on a later page or inside the text;
///   - the paper is marked as declassified, or is a copy of a secret: neither lowers a grade by itself; marked
///     as declassified without any stamp its grade is not known: the highest.
/// "bảo mật", "bí mật nhà nước", "mật mã" are no stamps. `symbol` as read from the head: a party symbol ending in
/// /nb is internal. Source: Law 29/2018/QH14 on state secrets; 05-HD/VPTW on /nb.
GradeReading read_grade(const Letterhead& head, const std::vector<Line>& end,
                        const std::vector<std::string>& pages, std::string_view symbol);

}  // namespace vankien
