// 1. Letterhead, text and signature come out; menu, counters, related links, comments and footer do not.
// 2. Nothing that may be the document is lost to tidiness: names lie, citations are links, sections are
// siblings.
// 3. Tables keep their rows and the letterhead its two columns.
// 4. Encodings are told by the bytes; deep nesting and rubbish neither crash nor hang.
// 5. Lines of preformatted text and of text without tags stay lines; no stamp goes with the part it stands in.
#include <gtest/gtest.h>

#include "indexer/extract/formats.h"
#include "tests/indexer/extract/extract_helpers.h"
#include "tests/support/legacy_writer.h"

namespace vankien {
namespace {

const std::string kBody =
    "<p>Ban Thường vụ Tỉnh ủy yêu cầu các cấp ủy quán triệt và thực hiện nghiêm những nội dung sau đây, coi "
    "đó là nhiệm "
    "vụ thường xuyên của từng chi bộ trong cả nhiệm kỳ.</p><p>1- Rà soát đội ngũ cán bộ, lập quy hoạch đào "
    "tạo đến năm "
    "2030, ưu tiên cán bộ trẻ và cán bộ nữ ở cơ sở.</p><p>2- Bố trí kinh phí hằng năm, kiểm tra việc sử dụng "
    "và công khai "
    "trước nhân dân theo quy định.</p>";

std::string text_of(const std::string& html) { return joined(extract_html(html, {})); }
bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

std::string page(const std::string& body) {
  return "<html><head><title>t</title></head><body>" + body + "</body></html>";
}

TEST(HtmlFile, FurnitureGoes) {
  const char* furniture[] = {
      "<nav><p>bóng chuyền</p></nav>",
      "<div id=\"menu\" class=\"menu-ngang\"><ul><li><a href=\"/\">bóng chuyền</a></li></ul></div>",
      "<div class=\"thong-ke\"><table><tr><td>Trực tuyến :</td><td>14 bóng chuyền</td></tr></table></div>",
      "<div class=\"tin-lien-quan\"><h4>Tin khác</h4><p>bóng chuyền</p></div>",
      "<div><h4>Tin cùng chuyên mục</h4><ul><li>bóng chuyền 18/10/2023</li></ul></div>",
      "<ul><li><a href=\"/1\">bóng chuyền</a> 18/10</li><li><a href=\"/2\">cúp điện tuần 42</a></li>"
      "<li><a href=\"/3\">Hội thi nấu ăn</a></li></ul>",
      "<div class=\"y-kien\"><h4>Ý kiến bạn đọc</h4><div>bóng chuyền hay</div></div>",
      "<div id=\"ctl00_BoxBinhLuan\">bóng chuyền</div>",
      "<div role=\"complementary\">bóng chuyền</div>",
      "<div style=\"display: none\">bóng chuyền</div>",
      "<form><p>bóng chuyền</p></form>",
      "<footer>bóng chuyền</footer>",
      "<script>var a = '<p>bóng chuyền</p>'</script>",
      "<select><option>bóng chuyền</option></select>",
      "<!-- bóng chuyền -->",
      "<div class=\"col-3\"><p>bóng chuyền</p></div>",  // no telling name: beside the main part
  };
  for (const char* one : furniture) {
    const std::string text = text_of(page(one + ("<div id=\"noi-dung\">" + kBody + "</div>") + one));
    EXPECT_FALSE(holds(text, "bóng chuyền")) << one << "\n" << text;
    EXPECT_TRUE(holds(text, "quán triệt")) << one;
    EXPECT_TRUE(holds(text, "công khai trước nhân dân")) << one;
  }
}

TEST(HtmlFile, MachineLinesGo) {
  const char* lines[] = {"Số lượt xem: 363",
                         "Tổng lượt truy cập: 20876096",
                         "Đã truy cập : 65.103.541",
                         "Trực tuyến : 2140",
                         "Quay lại",
                         "Lượt xem: 12"};
  for (const char* line : lines) {
    EXPECT_FALSE(holds(text_of(page(kBody + "<p>" + line + "</p>")), line)) << line;
  }
  const char* kept[] = {"Hệ thống thống kê số lượt truy cập: 3 loại", "Hôm nay hội nghị bế mạc"};
  for (const char* line : kept)
    EXPECT_TRUE(holds(text_of(page(kBody + "<p>" + line + "</p>")), line)) << line;
}

TEST(HtmlFile, WhatBelongsToTheDocumentStays) {
  const std::string letterhead =
      "<table><tr><td><p>TỈNH ỦY ĐÔNG GIANG</p><p>*</p><p>Số 05-NQ/TU</p></td><td><p>ĐẢNG CỘNG SẢN VIỆT "
      "NAM</p><p></p>"
      "<p>Giang Thành, ngày 01</p></td></tr></table>";
  const std::string content = "<div class=\"content\">" + kBody + "</div>";
  const std::pair<std::string, const char*> cases[] = {
      {letterhead + content,
       "TỈNH ỦY ĐÔNG GIANG\tĐẢNG CỘNG SẢN VIỆT NAM\n*\tGiang Thành, ngày 01\nSố 05-NQ/TU\n"},
      {content + "<table><tr><td>Nơi nhận:<br>- Lưu.</td><td>T/M BAN THƯỜNG VỤ<br>BÍ THƯ</td></tr></table>",
       "Nơi nhận:\tT/M BAN THƯỜNG VỤ\n- Lưu.\tBÍ THƯ\n"},
      {"<p>Lời dẫn ngắn</p>" + content + "<p>Lời kết</p>", "Lời kết\n"},
      {"<p>Lời dẫn ngắn</p>" + content + "<p>Lời kết</p>", "Lời dẫn ngắn\n"},
      {"<div><h1>Về công tác cán bộ</h1></div>" + content, "Về công tác cán bộ\n"},
      {"<div class=\"section1\">" + kBody + "</div><div class=\"section2\"><p>Phần ngắn</p></div>",
       "Phần ngắn\n"},
      {"<form id=\"aspnetForm\">" + content + "</form>", "quán triệt"},
      {"<div class=\"sidebar-right comment\">" + kBody + "</div>", "quán triệt"},
      {content + "<div><p>Căn cứ <a href=\"/1\">Luật Tổ chức chính quyền địa phương ngày 19/6/2015</a>;</p>" +
           kBody + "</div>",
       "Căn cứ Luật Tổ chức"},
      {"<p>" + std::string(2000, 'a') + "</p><p>đoạn ngắn</p>", "đoạn ngắn\n"},
  };
  for (const auto& [html, expected] : cases)
    EXPECT_TRUE(holds(text_of(page(html)), expected)) << text_of(page(html));
}

TEST(HtmlFile, LayoutTablesAreNoTables) {
  std::string rows;
  for (int i = 0; i < 12; ++i) rows += kBody;
  const std::string text = text_of(
      page("<table><tr><td><p>thực đơn bên trái</p></td><td><div>" + rows + "</div></td></tr></table>"));
  EXPECT_FALSE(holds(text, "thực đơn")) << text;
  EXPECT_FALSE(holds(text, "\t"));
  EXPECT_TRUE(holds(text, "quán triệt"));
}

TEST(HtmlFile, EncodingsAndEntities) {
  const std::pair<std::string, const char*> cases[] = {
      {"<meta charset=\"iso-8859-1\"><p>Đảng ủy</p>", "Đảng ủy\n"},
      {"\xEF\xBB\xBF<p>Đảng ủy</p>", "Đảng ủy\n"},
      {std::string("\xFF\xFE<\0p\0>\0\x10\x01", 10), "Đ\n"},
      {"<p>&#272;&#7843;ng &#x1EE7;y &amp; t&acirc;m</p>", "Đảng ủy & tâm\n"},
      {"<p>Khoản&nbsp;2<br>Điều 3</p>",
       "Khoản\u00A0"
       "2\nĐiều 3\n"},
      {"<p>một\n   hai</p>ba", "một hai\nba\n"},
      {"<p>a</p><p>&nbsp;</p><p>b</p>", "a\n\nb\n"},
  };
  for (const auto& [html, expected] : cases) EXPECT_EQ(text_of(html), expected) << html;
  EXPECT_EQ(error_code_of([] { extract_html("<p>Nghi quy\xAAt</p>", {}); }), "bad_encoding");
}

TEST(HtmlFile, LegacyPages) {
  const std::string sentence = "Đảng ủy xã họp bàn việc sửa đường, đắp đê trước mùa lũ";
  const auto page = [&](const std::string& head, LegacyEncoding encoding) {
    return extract_html(head + "<p>" + write_legacy(encoding, sentence) + "</p>", {});
  };
  // What a page declares is believed where its bytes are no UTF-8 …
  for (const char* head :
       {"<meta charset=\"windows-1258\">", "<META content='text/html; charset=Windows-1258'>"})
    EXPECT_EQ(joined(page(head, LegacyEncoding::kWindows1258)), sentence + "\n");
  EXPECT_EQ(joined(page("<meta charset=viscii>", LegacyEncoding::kViscii)), sentence + "\n");
  // … and without, its text is recognised.
  const auto found = page("<title>x</title>", LegacyEncoding::kVni);
  EXPECT_EQ(joined(found), sentence + "\n");
  EXPECT_EQ(found.warnings, (std::vector<Warning>{{"decoded_legacy", "", "decoded from VNI"}}));
  // French that says what it is stays French.
  EXPECT_EQ(text_of("<meta charset=\"iso-8859-1\"><p>\xE9t\xE9 fran\xE7"
                    "ais</p>"),
            "été français\n");
}

TEST(HtmlFile, LinesOfPreformattedTextStay) {
  EXPECT_EQ(text_of("<pre>TỈNH ỦY\n<b>MẬT</b>\r\nSố 05</pre><p>a\nb</p>"), "TỈNH ỦY\nMẬT\nSố 05\na b\n");
  EXPECT_EQ(text_of("<p style='white-space: pre-line'>TỈNH ỦY\nMẬT</p>c\nd"), "TỈNH ỦY\nMẬT\nc d\n");
}

TEST(HtmlFile, TextWithoutTagsIsReadAsText) {
  EXPECT_EQ(text_of("TỈNH ỦY\r\nMẬT\r\nSố 05 < 6 <vp@giangthanh.example>\r\n"),
            "TỈNH ỦY\nMẬT\nSố 05 < 6 <vp@giangthanh.example>\n");
}

TEST(HtmlFile, StampsOfDroppedPartsStay) {
  const std::pair<const char*, const char*> stamped[] = {
      {"<header>MẬT<nav><a href=\"/\">Trang chủ</a></nav></header>", "MẬT"},
      {"<header id=\"header\"><div><b>TỐI</b> MẬT</div></header>", "TỐI MẬT"},
      {"<aside><p>TUYỆT<br>MẬT</p></aside>", "TUYỆT MẬT"},
      {"<footer><p>\n  Tối\n  mật\n</p></footer>", "Tối mật"},
      {"<title>MẬT</title>", "MẬT"},
      {"<div class=\"banner\"><table><tr><td>MẬT</td><td>Biểu trưng</td></tr></table></div>", "MẬT"},
      {"<div class=\"popup\"><pre>Giang Thành\nMẬT\nSố 1</pre></div>", "MẬT"},
      {"<div style=\"display:none\"><p><a name=\"_GoBack\">MẬT</a></p></div>", "MẬT"},
  };
  for (const auto& [part, stamp] : stamped) {
    EXPECT_TRUE(
        text_of(part + ("<div id=\"noi-dung\">" + kBody + "</div>")).starts_with(stamp + std::string("\n")))
        << part;
  }
  const char* others[] = {
      "<nav><ul><li><a href=\"/mat\">Mật</a></li></ul></nav>",
      "<nav><ul><li><a href=\"/mat\">Độ</a> mật</li></ul></nav>",
      "<form><select><option>Mật</option></select></form>",
      "<form><label>Mật</label><button>Mật</button></form>",
      "<form><label>Độ:</label> Mật</form>",
      "<script>\nMật\n</script><style>\nMật\n</style>",
      "<footer><p>Bảo vệ bí mật</p></footer>",
  };
  for (const char* part : others) {
    const std::string text = text_of(part + ("<div id=\"noi-dung\">" + kBody + "</div>"));
    EXPECT_TRUE(text.starts_with("Ban Thường vụ")) << part << "\n" << text;
  }
  // A stamp in two lines is one, and none of the lesser grade that its second line would be.
  EXPECT_TRUE(
      text_of("<div><p>TUYỆT<br>MẬT</p>" + kBody + "</div>").starts_with("TUYỆT MẬT\nTUYỆT\nMẬT\nBan"));
  // A stamp that the text has already is not said twice.
  EXPECT_TRUE(
      text_of("<title>MẬT</title><div><p>Số 1</p><p>MẬT</p>" + kBody + "</div>").starts_with("Số 1\nMẬT\n"));
}

TEST(HtmlFile, Properties) {
  const auto text = extract_html(
      "<title> Nghị quyết\n 05 </title><meta name=\"author\" content=\"Văn phòng\">"
      "<meta property=\"article:published_time\" content=\"2022-06-01\"><p>x</p>",
      {});
  EXPECT_EQ(text.properties.at("title"), "Nghị quyết 05");
  EXPECT_EQ(text.properties.at("author"), "Văn phòng");
  EXPECT_EQ(text.properties.at("created"), "2022-06-01");
}

TEST(HtmlFile, HostilePages) {
  const auto repeat = [](const std::string& part, int times) {
    std::string all;
    for (int i = 0; i < times; ++i) all += part;
    return all;
  };
  EXPECT_TRUE(holds(text_of("<p>đầu</p>" + repeat("<div><font>", 100'000) + "sâu"), "đầu\nsâu\n"));
  EXPECT_EQ(error_code_of([&] { extract_html(repeat("<table><tr><td>", 50'000) + "sâu", {}); }), "damaged");
  EXPECT_EQ(error_code_of([] { extract_html("<html></html>", {}); }), "empty");
  EXPECT_EQ(error_code_of([] { extract_html("<script>x</script>", {}); }), "empty");
  EXPECT_EQ(error_code_of([&] { extract_html("<p>" + repeat("chữ ", 1000), {.output_bytes = 1000}); }),
            "too_large");
  EXPECT_FALSE(
      holds(text_of("<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/hostname\">]><p>a &e; b</p>"), "\nroot"));
}

}  // namespace
}  // namespace vankien
