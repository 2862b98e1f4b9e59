// 1. A letter says subject, from, to and date on its first page, and its text on the second: plain text before
//    HTML, of all parts that are no attachments.
// 2. Words of the head and names of attachments are decoded (RFC 2047, 2231).
// 3. Charsets: windows-1258, TCVN3 called us-ascii, UTF-8 called nothing.
// 4. Attachments come out with their bytes, letters in the letter as .eml; a type tells what a name does not.
// 5. Whatever is wrong with a letter ends in a code or a text, bounded: nesting, thousands of parts, no boundary,
//    base64 garbage, no letter at all, a closed letter.
// 6. A web page saved in one file is its text in HTML: no letter, and nothing is attached to it.
// 7. An Outlook letter is the same letter; one never sent has no date.

#include <gtest/gtest.h>

#include "tests/indexer/extract/unpack_helpers.h"

namespace vankien {
namespace {

const std::string kHead =
    "From: =?UTF-8?B?VsSDbiBwaMOybmc=?= <vp@giangthanh.example>\n"
    "To: tonghop@giangthanh.example\n"
    "Subject: =?utf-8?Q?G=E1=BB=ADi_b=C3=A1o_c=C3=A1o?=\n"
    "Date: Tue, 05 Mar 2024 23:15:00 +0700\n"
    "MIME-Version: 1.0\n";

class MailFile : public testing::Test {
 protected:
  void unpack(const std::string& letter) {
    sink_ = {};
    unpack_mail(letter, {}, {}, sink_);
  }
  std::string body_of(const std::string& rest) {
    unpack(kHead + rest);
    return sink_.said->pages.at(1);
  }
  Collected sink_;
};

TEST_F(MailFile, SaysItsHeadAndText) {
  unpack(kHead + "Content-Type: text/plain; charset=utf-8\n\nKính gửi các đồng chí\n");
  EXPECT_EQ(sink_.said->pages.at(0),
            "Chủ đề: Gửi báo cáo\nTừ: Văn phòng <vp@giangthanh.example>\nĐến: tonghop@giangthanh.example\n"
            "Ngày: 05/03/2024 23:15\n");
  EXPECT_EQ(sink_.said->pages.at(1), "Kính gửi các đồng chí\n");
  EXPECT_EQ(sink_.said->properties.at("sent"), "2024-03-05");
  EXPECT_EQ(sink_.said->format, "eml");
}

TEST_F(MailFile, AWebPageIsNoLetter) {
  const std::string page =
      "From: <Saved by Blink>\nSubject: Trang\nDate: Tue, 05 Mar 2024 23:15:00 +0700\nMIME-Version: 1.0\n"
      "Content-Type: multipart/related; type=\"text/html\"; boundary=q\n\n--q\nContent-Type: text/html; "
      "charset=utf-8\nContent-Transfer-Encoding: quoted-printable\nContent-Location: http://a.example/\n\n"
      "<html><body><p>Quy=E1=BA=BFt =C4=91=E1=BB=8Bnh</p></body></html>\n--q\nContent-Type: text/css\n"
      "Content-Location: http://a.example/a.css\n\np { color: red }\n--q--\n";
  unpack_web_page(page, {}, sink_);
  EXPECT_EQ(sink_.said->pages, std::vector<std::string>{"Quyết định\n"});
  EXPECT_EQ(sink_.said->format, "mht");
  EXPECT_EQ(sink_.names(), "");
  EXPECT_EQ(error_code_of([&] { unpack_web_page("", {}, sink_); }), "damaged");
  EXPECT_EQ(error_code_of([&] { unpack_web_page(page.substr(0, page.find("<html>")), {}, sink_); }), "empty");
}

TEST_F(MailFile, PrefersPlainText) {
  const std::string both =
      "Content-Type: multipart/alternative; boundary=r\n\n--r\nContent-Type: text/html\n\n<p>thay thế</p>\n"
      "--r\nContent-Type: text/plain\n\n";
  EXPECT_EQ(body_of(both + "Nguyên văn\n--r--\n"), "Nguyên văn\n");
  EXPECT_EQ(body_of(both + "\n--r--\n"), "thay thế\n");
  EXPECT_EQ(body_of("Content-Type: text/html\n\n<html><body><p>Một</p><p>Hai</p></body></html>\n"),
            "Một\nHai\n");
  EXPECT_EQ(body_of("Content-Type: multipart/mixed; boundary=r\n\n--r\nContent-Type: text/plain\n\nĐầu\n"
                    "--r\nContent-Type: text/plain\n\nCuối\n--r--\n"),
            "Đầu\nCuối\n");
}

TEST_F(MailFile, AnAlternativeHidesNoStamp) {
  const auto both = [&](const std::string& plain, const std::string& html) {
    return body_of("Content-Type: multipart/alternative; boundary=r\n\n--r\nContent-Type: text/plain\n\n" +
                   plain + "\n--r\nContent-Type: text/html\n\n" + html + "\n--r--\n");
  };
  EXPECT_EQ(both("Kính gửi các đồng chí", "<p>TỐI MẬT</p><p>Kính gửi các đồng chí</p>"),
            "TỐI MẬT\nKính gửi các đồng chí\n");
  EXPECT_EQ(both("Kính gửi\nMẬT", "<p>MẬT</p><p>Kính gửi</p>"), "Kính gửi\nMẬT\n");
  // A stub is not the letter, but its stamp is.
  const std::string html = "<p>Kính gửi các đồng chí, xin gửi kèm báo cáo tháng ba của huyện</p>";
  EXPECT_EQ(both("Xem HTML", html), "Kính gửi các đồng chí, xin gửi kèm báo cáo tháng ba của huyện\n");
  EXPECT_EQ(both("MẬT", html), "MẬT\nKính gửi các đồng chí, xin gửi kèm báo cáo tháng ba của huyện\n");
}

TEST_F(MailFile, KnowsCharsets) {
  // "Nghị quyết của Ban Chấp hành" in windows-1258 (letter, then tone) and in TCVN3.
  EXPECT_EQ(body_of("Content-Type: text/plain; charset=windows-1258\n\nNghi\xF2 quy\xEA\xECt"),
            "Nghị quyết\n");
  EXPECT_EQ(body_of("Content-Type: text/plain; charset=us-ascii\nContent-Transfer-Encoding: 8bit\n\n"
                    "Ngh\xDE quy\xD5t c\xF1\x61 Ban Ch\xCAp h\xB5nh \xA7\xB6ng b\xE9\n"),
            "Nghị quyết của Ban Chấp hành Đảng bộ\n");
  EXPECT_EQ(body_of("Content-Type: text/plain\n\nNghị quyết\n"), "Nghị quyết\n");
  EXPECT_EQ(
      body_of("Content-Type: text/plain; charset=iso-8859-1\nContent-Transfer-Encoding: quoted-printable\n\n"
              "d=E9j=E0 vu\n"),
      "déjà vu\n");
}

TEST_F(MailFile, GivesAttachments) {
  unpack(kHead +
         "Content-Type: multipart/mixed; boundary=q\n\n"
         "--q\nContent-Type: text/plain\n\nGửi kèm\n"
         "--q\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n"
         "Content-Disposition: attachment; filename*0*=UTF-8''b%C3%A1o%20; "
         "filename*1*=c%C3%A1o.pdf\n\nJVBERg==\n"
         "--q\nContent-Type: text/plain; name=\"=?UTF-8?B?cGjhu6UgbOG7pWMudHh0?=\"\n\nphụ\n"
         "--q\nContent-Type: application/msword\nContent-Transfer-Encoding: base64\n\nAAAA\n"
         "--q\nContent-Type: message/rfc822\n\nSubject: 05/TB\nFrom: a@b.example\n\nTrong\n"
         "--q\nContent-Type: application/pkcs7-signature; name=smime.p7s\n\nx\n--q--\n");
  EXPECT_EQ(sink_.said->pages.at(1), "Gửi kèm\n");
  EXPECT_EQ(sink_.names(), "báo cáo.pdf|phụ lục.txt|phần 3.doc|05-TB.eml|");
  EXPECT_EQ(sink_.extensions, ".pdf .txt .doc .eml ");
  EXPECT_EQ(sink_.members[0].second, "%PDF");
  EXPECT_NE(sink_.members[3].second.find("Trong"), std::string::npos);
}

TEST_F(MailFile, TellsOfPicturesInTheText) {
  unpack(kHead +
         "Content-Type: multipart/related; boundary=q\n\n--q\nContent-Type: text/html\n\n<p>Chào</p>\n"
         "--q\nContent-Type: image/png; name=logo.png\nContent-ID: <1>\n\nx\n--q--\n");
  EXPECT_TRUE(sink_.members.empty());
  ASSERT_EQ(sink_.said->warnings.size(), 1u);
  EXPECT_EQ(sink_.said->warnings[0].place, "logo.png");
}

TEST_F(MailFile, IsBounded) {
  std::string deep = kHead;
  for (int i = 0; i < 10'000; ++i) {
    const std::string b = std::to_string(i);
    deep += "Content-Type: multipart/mixed; boundary=b" + b + "\n\n--b" + b + "\n";
  }
  EXPECT_EQ(error_code_of([&] { unpack(deep + "Content-Type: text/plain\n\nchữ\n"); }), "too_large");
  std::string wide = kHead + "Content-Type: multipart/mixed; boundary=b\n\n";
  for (int i = 0; i < 10'000; ++i) wide += "--b\nContent-Type: text/plain; name=a.txt\n\nchữ\n";
  EXPECT_EQ(error_code_of([&] { unpack(wide + "--b--\n"); }), "too_large");
}

TEST_F(MailFile, ReadsWhatItCan) {
  EXPECT_NE(body_of("Content-Type: multipart/mixed\n\n--x\nContent-Type: text/plain\n\nNội dung\n--x--\n")
                .find("Nội dung"),
            std::string::npos);
  EXPECT_EQ(sink_.said->warnings.at(0).code, "damaged");
  EXPECT_EQ(body_of("Content-Type: text/plain\nContent-Transfer-Encoding: base64\n\n@@@!!!\n"), "");
  EXPECT_EQ(error_code_of([&] { unpack(std::string("\x01\x02\xFF\x00gibberish", 13)); }), "damaged");
  EXPECT_EQ(error_code_of([&] { unpack(""); }), "damaged");
  EXPECT_EQ(error_code_of([&] {
              unpack(kHead + "Content-Type: application/pkcs7-mime; smime-type=enveloped-data\n\nMIIB\n");
            }),
            "encrypted");
}

TEST_F(MailFile, ReadsOutlook) {
  const auto file = std::filesystem::path(VANKIEN_SOURCE_DIR) / "tests/indexer/extract/data/letter.msg";
  EXPECT_TRUE(unpack_file(file, {}, {}, sink_));
  EXPECT_EQ(sink_.said->pages.at(0),
            "Chủ đề: Gửi danh sách tàu cá neo đậu\nTừ: Văn phòng Huyện ủy <vanphong@giangthanh.example>\n"
            "Đến: Phòng Tổng hợp <tonghop@giangthanh.example>\n");
  EXPECT_NE(sink_.said->pages.at(1).find("danh sách tàu cá neo đậu tránh bão"), std::string::npos);
  EXPECT_EQ(sink_.names(), "Danh sách tàu cá.txt|");
  EXPECT_TRUE(sink_.members[0].second.ends_with("Tàu số 14, tàu số 27\n"));
}

}  // namespace
}  // namespace vankien
