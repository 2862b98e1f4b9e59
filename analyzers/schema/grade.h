#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string_view>

namespace vankien {

/// Grade of secrecy, lowest first. The names are those of the folders of the index and of JSON.
/// Source: Law 29/2018/QH14 (mật, tối mật, tuyệt mật); "internal" is "Lưu hành nội bộ" and symbols ending in
/// /nb.
enum class Grade : std::uint8_t { kOpen, kInternal, kMat, kToiMat, kTuyetMat };

inline constexpr std::array<std::string_view, 5> kGradeNames = {"open", "internal", "mat", "toi-mat",
                                                                "tuyet-mat"};
inline constexpr std::size_t kGradeCount = kGradeNames.size();

constexpr std::string_view grade_name(Grade grade) { return kGradeNames[static_cast<std::size_t>(grade)]; }

constexpr std::optional<Grade> parse_grade(std::string_view name) {
  for (std::size_t i = 0; i < kGradeCount; ++i)
    if (kGradeNames[i] == name) return static_cast<Grade>(i);
  return std::nullopt;
}

}  // namespace vankien
