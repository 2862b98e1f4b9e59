// 1. A text in any of the encodings is recognised and decoded, as bytes and as a program shows them.
// 2. Blocks of several encodings in one text are each decoded from their own; short ones follow their neighbours.
// 3. Capitals, the soft hyphen that is ư, and what PDF layers show for bytes, come out right.
// 4. Second conversions are undone, glyph ids read.
// 5. Right Vietnamese in any Unicode form, and foreign languages, stay as they are, byte for byte.
// 6. A text once repaired is not changed again.
#include "analyzers/legacy/legacy_text.h"

#include <gtest/gtest.h>

#include "tests/support/legacy_writer.h"

namespace vankien {
namespace {

constexpr std::array kWritten = {LegacyEncoding::kTcvn3,       LegacyEncoding::kVni,
                                 LegacyEncoding::kViscii,      LegacyEncoding::kVps,
                                 LegacyEncoding::kWindows1258, LegacyEncoding::kViqr};

constexpr const char* kParagraph =
    "Tỉnh ủy yêu cầu các cấp ủy đảng quán triệt nghị quyết, phân công cán bộ phụ trách từng xã vùng ven "
    "biển, "
    "kiểm tra đê điều trước mùa mưa bão";

std::string repaired(std::string_view utf8) { return repair_legacy(utf8).text; }

std::string shown(LegacyEncoding encoding, std::string_view utf8) {
  return shown_as_windows_1252(write_legacy(encoding, utf8));
}

TEST(LegacyText, EveryEncodingAsBytes) {
  for (const LegacyEncoding encoding : kWritten) {
    const std::string bytes = write_legacy(encoding, kParagraph);
    const LegacyText decoded = is_valid_utf8(bytes) ? repair_legacy(bytes) : decode_legacy_bytes(bytes);
    EXPECT_EQ(decoded.text, kParagraph) << name_of(encoding);
    EXPECT_EQ(decoded.encodings, std::vector{encoding}) << name_of(encoding);
  }
}

TEST(LegacyText, EveryEncodingAsShown) {
  for (const LegacyEncoding encoding : kWritten)
    EXPECT_EQ(repaired(shown(encoding, kParagraph)), kParagraph) << name_of(encoding);
  std::string utf8_as_latin1;
  for (const char c : std::string_view(kParagraph))
    append_utf8(utf8_as_latin1, static_cast<unsigned char>(c));
  EXPECT_EQ(repaired(utf8_as_latin1), kParagraph);
  EXPECT_EQ(repaired(shown_as_windows_1252(kParagraph)), kParagraph);
}

TEST(LegacyText, MixedBlocks) {
  const std::string first =
      "Sở Nông nghiệp và Phát triển nông thôn tỉnh báo cáo kết quả trồng rừng ngập mặn năm 2003";
  const std::string second =
      "Huyện ủy đề nghị bổ sung kinh phí sửa chữa trụ sở và mua sắm thiết bị văn phòng";
  const std::string unicode = "Văn phòng Tỉnh ủy tổng hợp, trình Ban Thường vụ xem xét trong quý tới";
  const LegacyText decoded = repair_legacy(shown(LegacyEncoding::kTcvn3, first) + "\n" + unicode + "\n" +
                                           shown(LegacyEncoding::kVni, second) + "\n");
  EXPECT_EQ(decoded.text, first + "\n" + unicode + "\n" + second + "\n");
  EXPECT_EQ(decoded.encodings, (std::vector{LegacyEncoding::kTcvn3, LegacyEncoding::kVni}));
  // As bytes too, with a line that somebody pasted as UTF-8.
  EXPECT_EQ(decode_legacy_bytes(write_legacy(LegacyEncoding::kTcvn3, first) + "\r\n" + unicode).text,
            first + "\r\n" + unicode);
}

TEST(LegacyText, ShortBlocksFollowTheirNeighbours) {
  // "Bé" and "TÕ" are syllables as they stand.
  const std::string text = std::string(kParagraph) + "\n\nBộ Y tế\n\n" + kParagraph + "\n";
  EXPECT_EQ(repaired(shown(LegacyEncoding::kTcvn3, text)), text);
  const std::string row = std::string(kParagraph) + "\nHộ\tSố bò\n" + kParagraph;
  EXPECT_EQ(repaired(shown(LegacyEncoding::kTcvn3, row)), row);
}

TEST(LegacyText, CapitalsOfTcvn3) {
  const std::string heading =
      "NGHỊ QUYẾT CỦA BAN CHẤP HÀNH ĐẢNG BỘ TỈNH\nvề phát triển kinh tế biển, số 05-NQ/TU";
  EXPECT_EQ(repaired(shown(LegacyEncoding::kTcvn3, heading)), heading);
}

TEST(LegacyText, WhatPdfLayersShow) {
  // ư as minus sign and as soft hyphen, ã as bullet operator, à as Greek mu.
  const std::pair<const char*, const char*> cases[] = {
      {"Ng©n h\u03BCng Nh\u03BC n\u2212íc h\u2212íng dÉn viÖc gãp vèn cña x\u2219",
       "Ngân hàng Nhà nước hướng dẫn việc góp vốn của xã"},
      {"Thñ t\u00ADíng giao x· vµ huyÖn kiÓm tra", "Thủ tướng giao xã và huyện kiểm tra"}};
  for (const auto& [before, after] : cases) EXPECT_EQ(repaired(before), after);
}

TEST(LegacyText, SignsStayInDecodedText) {
  const std::string before = shown(LegacyEncoding::kTcvn3, kParagraph) + "\n\u00B7 " +
                             shown(LegacyEncoding::kTcvn3, "Trồng rừng phòng hộ") + " – 25\u00A0%\n";
  EXPECT_EQ(repaired(before), std::string(kParagraph) + "\n\u00B7 Trồng rừng phòng hộ – 25\u00A0%\n");
}

TEST(LegacyText, SecondConversions) {
  const std::pair<const char*, const char*> cases[] = {
      {"Cơng tác kế tốn của các đồn thể cĩ nhiều tiến bộ",
       "Công tác kế toán của các đoàn thể có nhiều tiến bộ"},
      {"CỘNG HÕA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"},
      {"Cụng tỏc kiểm tra, giỏm sỏt của cỏc tổ chức đảng",
       "Công tác kiểm tra, giám sát của các tổ chức đảng"},
      {"Cӝng hòa xã hӝi chӫ nghĩa ViӋt Nam", "Cộng hòa xã hội chủ nghĩa Việt Nam"},
      {"Chính phӫ tiӃng ViӋt, trѭӡng hӑc", "Chính phủ tiếng Việt, trường học"}};
  for (const auto& [before, after] : cases) EXPECT_EQ(repaired(before), after);
}

TEST(LegacyText, RightTextStays) {
  const char* cases[] = {
      kParagraph,
      "Hồ sơ đồng bộ, tồn kho hàng hóa, đồn biên phòng, nguồn vốn, cơ sở, cĩ khi nào",
      "To\u0302\u0300n ta\u0323i trong ca\u0301c chi bo\u0323\u0302",  // NFD
      "Hà Nam\nLào Cai\nBắc Kạn\nCà Mau 25 m² 30 °C ± 2 §5\n",
      "cong hoa xa hoi chu nghia. Doc lap. Tu do. Ha Noi, 2002.",
      "Ðảng bộ, NÐ-CP, “ngoặc kép” – gạch… «ngoặc»",
      "",
      "\n\n",
      "  \t ",
      "05-NQ/TU",
      "\u00F0 2-Chloroethylchloromethylsulfide\n\u00F0 Sarin\n\u00F0 Tabun\n\u00F0 VX",
      "http://example.org/a.b?c=d+e^f~g",
      "Le comité a adopté la résolution ; l'été dernier, où étaient les élèves français ? À côté, près du "
      "garçon blessé.",
      "El señor Muñoz llegó mañana temprano; sí, mi tía vivió allí, pero tú no estás aquí. ¿Qué pasó "
      "después?",
      "Für die Größe müssen Beschlüsse gefaßt werden; schöne Grüße aus München, die Straßen sind überfüllt.",
      "A comissão não aprovou as alterações; amanhã às três horas os órgãos de gestão deverão propor "
      "soluções.",
      "It's a naïve café owner's view, isn't it? He paid £5 for the résumé, e.g. at 9 a.m.",
      "Příliš žluťoučký kůň úpěl ďábelské ódy.",
      "Это русский текст о разных вещах.",
      "中文文本"};
  for (const char* text : cases) {
    const LegacyText after = repair_legacy(text);
    EXPECT_EQ(after.text, text);
    EXPECT_TRUE(after.encodings.empty()) << text;
  }
}

TEST(LegacyText, BytesThatNothingExplains) {
  const char* cases[] = {"x\xFF", "Nghi quy\xFFt", "\x80\x81\x82\x83\xFE\xFF",
                         "caf\xE9 d\xE9j\xE0 vu, \xE9t\xE9 fran\xE7"
                         "ais",
                         "F\xFCr die Gr\xF6\xDF"
                         "e m\xFCssen sch\xF6ne Stra\xDF"
                         "en gebaut werden"};
  for (const char* bytes : cases) EXPECT_TRUE(decode_legacy_bytes(bytes).encodings.empty()) << bytes;
}

TEST(LegacyText, AFileIsWhatMostOfItIs) {
  std::string french;
  for (int i = 0; i < 20; ++i)
    french +=
        "un \xE9t\xE9 fran\xE7"
        "ais, d\xE9j\xE0 pass\xE9\n";
  const std::string line = write_legacy(LegacyEncoding::kTcvn3, kParagraph) + "\n";
  EXPECT_TRUE(decode_legacy_bytes(french + line).encodings.empty());
  std::string vietnamese;
  for (int i = 0; i < 20; ++i) vietnamese += line;
  EXPECT_EQ(decode_legacy_bytes(vietnamese + "un \xE9t\xE9 fran\xE7"
                                             "ais, d\xE9j\xE0 pass\xE9\n")
                .encodings,
            std::vector{LegacyEncoding::kTcvn3});
}

// Longer than what is judged together.
TEST(LegacyText, LongTexts) {
  std::string text;
  for (int i = 0; i < 3000; ++i) text += "xã\tđã họp\tđủ số người\n";
  EXPECT_EQ(decode_legacy_bytes(write_legacy(LegacyEncoding::kTcvn3, text)).text, text);
  EXPECT_EQ(repaired(shown(LegacyEncoding::kVni, text)), text);
}

TEST(LegacyText, RepairedOnce) {
  std::string all;
  for (const LegacyEncoding encoding : kWritten) all += shown(encoding, kParagraph) + "\n";
  all += "Cơng tác kế tốn cĩ tiến bộ\nViӋt Nam, tiӃng ViӋt\ncafé, señor, größer\n";
  const std::string once = repaired(all);
  EXPECT_NE(once, all);
  EXPECT_EQ(repaired(once), once);
}

TEST(LegacyText, ReadAsIsTold) {
  EXPECT_EQ(read_as(LegacyEncoding::kWindows1258, "<p>Vi\xEA\xF2t</p>\r\n<p>Nam</p>"),
            "<p>Việt</p>\r\n<p>Nam</p>");
  const auto readings = possible_readings("TuyÖt mËt");
  EXPECT_NE(std::find(readings.begin(), readings.end(), "Tuyệt mật"), readings.end());
  EXPECT_EQ(readings.front(), "TuyÖt mËt");
}

}  // namespace
}  // namespace vankien
