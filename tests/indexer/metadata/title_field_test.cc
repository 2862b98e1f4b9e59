// 1. The lines below the type line, up to a rule, a blank line or the text, on one line with a large first
// letter;
//    words and tone placement stay the paper's.
// 2. The issuer's lines between type and summary are left out, and so is the office in whose name the text
// begins.
// 3. A letter's summary is its "V/v", over broken lines of its column.
// 4. Where lines ran together, the summary ends where the text begins.

#include "indexer/metadata/title_field.h"

#include <gtest/gtest.h>

#include "tests/indexer/metadata/paper.h"

namespace vankien {
namespace {

std::string title_of(const std::string& below) {
  return value_of(read_title(head_of("HUYỆN ỦY TÂN KHÁNH\tĐẢNG CỘNG SẢN VIỆT NAM\nSố 1-X/HU\n\n" + below),
                             "Huyện ủy Tân Khánh"));
}

TEST(Title, BelowTheTypeLine) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"NGHỊ QUYẾT\nvề khoá đào tạo thuỷ lợi\n-----\nTrong năm qua …\n", "Về khoá đào tạo thuỷ lợi"},
      {"NGHỊ QUYẾT\n\nvề đê,\nvề chợ và\nvề đường\n\nTrong năm qua\n", "Về đê, về chợ và về đường"},
      {"KẾ HOẠCH\nthực hiện Chỉ thị số 9-CT/TU\n- Căn cứ Chỉ thị\n", "Thực hiện Chỉ thị số 9-CT/TU"},
      {"KẾ HOẠCH\nthực hiện Chỉ thị ngày\n15 tháng 3 năm 2020\nThực hiện Chỉ thị số 9, Huyện ủy\n",
       "Thực hiện Chỉ thị ngày 15 tháng 3 năm 2020"},
      {"KẾT LUẬN\nCỦA BAN THƯỜNG VỤ\nvề chợ\n\nvăn bản\n", "Về chợ"},
      {"NGHỊ QUYẾT\nHỘI NGHỊ LẦN THỨ BA BAN CHẤP HÀNH ĐẢNG BỘ HUYỆN\nVỀ CHỢ\n\nvăn bản\n", "VỀ CHỢ"},
      {"KẾT LUẬN\nCỦA ĐỒNG CHÍ BÍ THƯ\nTẠI HỘI NGHỊ\n\nvăn bản\n", "CỦA ĐỒNG CHÍ BÍ THƯ TẠI HỘI NGHỊ"},
      {"QUYẾT ĐỊNH\nVỀ VIỆC MỞ CHỢ\nCHỦ TỊCH ỦY BAN NHÂN DÂN HUYỆN\nCăn cứ Luật;\n", "VỀ VIỆC MỞ CHỢ"},
      {"BÁO CÁO\nvề chợ -----\nTrong năm qua\n", "Về chợ"},
      {"QUYẾT ĐỊNH CỦA CHỦ TỊCH\nVỀ VIỆC MỞ CHỢ\n\nCăn cứ Luật;\n", "VỀ VIỆC MỞ CHỢ"},
      {"QUY CHẾ\nlàm việc\n(Ban hành kèm theo Quyết định số 7-QĐ/HU)\n", "Làm việc"},
      {"BÁO CÁO\nkết quả quý I./.\n\nvăn bản\n", "Kết quả quý I"},
      {"LUẬT\nCHỢ\n\nCăn cứ Hiến pháp\n", "CHỢ"},
      {"BÁO CÁO\n- Căn cứ Chỉ thị\n", "-"},
      {"BÁO CÁO\n", "-"},
  };
  for (const auto& [below, title] : kCases) EXPECT_EQ(title_of(below), title) << below;
}

TEST(Title, LinesRunTogether) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"QUYẾT ĐỊNH VỀ VIỆC MỞ CHỢ HUYỆN ỦY TÂN KHÁNH\nCăn cứ Điều lệ;\n", "VỀ VIỆC MỞ CHỢ"},
      {"QUYẾT ĐỊNH BÃI BỎ CÁC VĂN BẢN CỦA HUYỆN ỦY TÂN KHÁNH\nCăn cứ Điều lệ;\n",
       "BÃI BỎ CÁC VĂN BẢN CỦA HUYỆN ỦY TÂN KHÁNH"},
      {"QUYẾT ĐỊNH VỀ VIỆC MỞ CHỢ GIÁM ĐỐC HUYỆN ỦY TÂN KHÁNH\nCăn cứ Điều lệ;\n", "VỀ VIỆC MỞ CHỢ"},
      {"THÔNG BÁO VỀ VIỆC ĐÓNG CẦU TRÊN ĐƯỜNG LIÊN XÃ Từ ngày mai, cầu sẽ đóng.\n",
       "VỀ VIỆC ĐÓNG CẦU TRÊN ĐƯỜNG LIÊN XÃ"},
      {"NGHỊ QUYẾT HỘI NGHỊ LẦN THỨ BA KHÓA XX về chợ đầu mối. Ảnh: Hoàng\n", "Về chợ đầu mối"},
  };
  for (const auto& [below, title] : kCases) EXPECT_EQ(title_of(below), title) << below;
}

TEST(Title, Letters) {
  static constexpr std::pair<const char*, const char*> kCases[] = {
      {"V/v thu phí chợ\n\nKính gửi: Các chi bộ\n", "V/v thu phí chợ"},
      {"  V/v thu phí chợ            Tân Khánh, ngày 1 tháng 2 năm 2019\n   quý I và quý II\n\nKính gửi: Các "
       "chi bộ\n",
       "V/v thu phí chợ quý I và quý II"},
      {"V/v:\nthu phí chợ\nTân Khánh, ngày 1/2/2019\nKính gửi: Các chi bộ\n", "V/v: thu phí chợ"},
      {"V/v trả lời thư của chợ\ngửi ngày 1/2/2019\n\nKính gửi: Các chi bộ\n",
       "V/v trả lời thư của chợ gửi ngày 1/2/2019"},
      {"Kính gửi: Các chi bộ\nV/v này …\n", "-"},
  };
  for (const auto& [below, title] : kCases) EXPECT_EQ(title_of(below), title) << below;
}

}  // namespace
}  // namespace vankien
