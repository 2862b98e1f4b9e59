#pragma once

#include <optional>

#include "indexer/metadata/letterhead.h"
#include "indexer/metadata/metadata.h"
#include "indexer/metadata/symbol_field.h"

namespace vankien {

/// All that gazettes and law books print of an act's head, in one sentence above its text:
///   "Nghị định / của Chính phủ số 29/1998/NĐ-CP ngày 11 tháng 5 năm 1998 / về việc …"
///     → 29/1998/NĐ-CP, Nghị định, Chính phủ, 1998-05-11, "Về việc …"
///   "Thông tư / liên tịch Bộ A - Bộ B / Số 12/2000/TTLT-BA-BB ngày …"
struct Caption {
  Symbol symbol;
  Field type;
  Field issuer;
  std::optional<Field> date;
  std::optional<Field> title;
};

/// The caption at the very top of a text without a letterhead that goes on as acts do (Căn cứ, Điều 1 …).
/// Type, issuer and number are all there or there is none: an article may begin with an act's name too.
std::optional<Caption> read_caption(const Letterhead& head);

}  // namespace vankien
