#pragma once

#include <optional>
#include <string>

#include "analyzers/schema/grade.h"
#include "indexer/metadata/lines.h"

namespace vankien {

/// A grade that a cell's letters spell, and nothing else.
struct StampReading {
  Grade grade = Grade::kOpen;
  std::string doubt;  ///< why a person must look; empty = it is spelt as it should be
};

/// MẬT, TỐI MẬT, TUYỆT MẬT, Lưu hành nội bộ, Tài liệu thu hồi; spaced out (T U Y Ệ T  M Ậ T), without marks,
/// beside urgency, a label or copy numbers. With a doubt, at the highest grade it may mean:
///   "MẶT", "MÂT", "TÓI MẬT", "T0I MAT", "lVlẬT"   letters as OCR mangles them
///   "M\uFFFDT", "TUY?T M?T"                          letters that could not be decoded
///   "MËT", "TUYÖT MËT"                               another encoding's reading is a stamp
///   "ТUYỆТ МẬТ", "MẬT (C)"                          letters of another alphabet, a sign behind it
///   "ĐỘ MẬT: ###"                                    the label without a grade that can be read: the highest
/// Small letters count only where no broken line of prose leaves them: "bí / mật", "Mắt", "mất" are none.
std::optional<StampReading> read_stamp(const Cell& cell);

/// False for most cells: they are lines of prose, longer than any stamp in any reading.
bool may_be_stamp(const Cell& cell);

/// The same of bare letters put together from several cells ("TỐI" + "MẬT"), all in capitals.
std::optional<Grade> grade_of_letters(const std::u32string& bare);

/// GIẢI MẬT, ĐÃ GIẢI MẬT: the mark of a declassified paper.
bool is_declassification(const Cell& cell);

}  // namespace vankien
