#pragma once

#include <string>

#include "analyzers/schema/document_name.h"

namespace vankien {

/// A document as another one cites it, ready to copy, from what the archive knows of it; what is not known is left out.
///   party  Nghị quyết số 05-NQ/TU, ngày 01/6/2022 của Tỉnh ủy Đông Giang về nâng cao chất lượng nguồn nhân lực
///   state  Nghị định số 30/2020/NĐ-CP ngày 05/3/2020 của Chính phủ về công tác văn thư
/// The Party's way has a comma before the date, the State's has none; days below 10 and the months 1 and 2 have a nought
/// (05-HD/VPTW of 27/5/2026; Decree 30/2020/NĐ-CP, annex I).
std::string citation_line(const DocumentName& name);

/// The same without what it is about: "Nghị quyết số 05-NQ/TU, ngày 01/6/2022 của Tỉnh ủy Đông Giang".
std::string citation_reference(const DocumentName& name);

/// "2022-06-01" → "01/6/2022", "2026-05" → "tháng 5/2026", "2022" → "năm 2022"; as people say it behind "ngày".
std::string citation_date(const std::string& iso);

}  // namespace vankien
