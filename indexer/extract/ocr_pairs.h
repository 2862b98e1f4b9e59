#pragma once

#include <array>
#include <string_view>

namespace vankien {

/// Two words as OCR reads them and nobody writes them, and what they are. Counted on 6,100 words of twelve pages of party
/// documents: chi bộ was read as "chỉ bộ" 34 times, thẩm quyền as "thâm quyền" 21 times. In small letters; both readings
/// have as many letters. No second word is the beginning of a name: "chỉ Bộ Chính trị" stays.
struct OcrPair {
  std::u32string_view read_first, read_second;
  std::u32string_view first, second;
  std::u32string_view unless_before =
      U"";  ///< words, a blank on either side: "chỉ bộ phận thường trực" stays
};

// clang-format off
inline constexpr auto kOcrPairs = std::to_array<OcrPair>({
    {U"chỉ",   U"bộ",    U"chi",   U"bộ", U" phận trưởng đội luật máy môn hành tham sưu ba lạc sách mặt "},
    {U"chỉ",   U"ủy",    U"chi",   U"ủy"},
    {U"chỉ",   U"uỷ",    U"chi",   U"uỷ"},
    {U"chi",   U"thị",   U"chỉ",   U"thị"},
    {U"thâm",  U"quyền", U"thẩm",  U"quyền"},
    {U"thâm",  U"quyên", U"thẩm",  U"quyền"},
    {U"thâm",  U"tra",   U"thẩm",  U"tra"},
    {U"thâm",  U"định",  U"thẩm",  U"định"},
    {U"quyên", U"hạn",   U"quyền", U"hạn"},
    {U"tô",    U"chức",  U"tổ",    U"chức"},
    {U"đáng",  U"ủy",    U"đảng",  U"ủy"},
    {U"đáng",  U"uỷ",    U"đảng",  U"uỷ"},
    {U"đáng",  U"bộ",    U"đảng",  U"bộ"},
    {U"đáng",  U"viên",  U"đảng",  U"viên"},
    {U"đẳng",  U"bộ",    U"đảng",  U"bộ"},
    {U"đẳng",  U"viên",  U"đảng",  U"viên"},
    {U"đẳng",  U"cộng",  U"đảng",  U"cộng"},
    {U"tính",  U"ủy",    U"tỉnh",  U"ủy"},
    {U"tính",  U"uỷ",    U"tỉnh",  U"uỷ"},
    {U"vân",   U"đề",    U"vấn",   U"đề"},
    {U"vân",   U"đê",    U"vấn",   U"đề"},
    {U"vấn",   U"đê",    U"vấn",   U"đề"},
    {U"yêu",   U"câu",   U"yêu",   U"cầu"},
    {U"kiêm",  U"tra",   U"kiểm",  U"tra"},
    {U"điêu",  U"lệ",    U"điều",  U"lệ"},
    {U"điêu",  U"kiện",  U"điều",  U"kiện"},
    {U"tuyển", U"giáo",  U"tuyên", U"giáo"},
    {U"tuyến", U"giáo",  U"tuyên", U"giáo"},
    {U"bô",    U"sung",  U"bổ",    U"sung"},
    {U"bố",    U"sung",  U"bổ",    U"sung"},
});
// clang-format on

}  // namespace vankien
