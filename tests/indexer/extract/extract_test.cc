// 1. The bytes say the format, whatever the extension; what is no document is an error that says what it is.
// 2. Files over the limit, no files and empty files are refused before any parser sees them.
#include "indexer/extract/extract.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include "tests/indexer/extract/extract_helpers.h"
#include "tests/indexer/extract/pdf_helpers.h"

namespace vankien {
namespace {

TEST(Extract, FormatByExtension) {
  const std::pair<const char*, const char*> cases[] = {
      {"05-nq-tu.txt", "txt"},
      {"a/b.HTML", "html"},
      {"b.htm", "html"},
      {"Nghị quyết.DOCX", "docx"},
      {"x.pdf", "pdf"},
      {"x.doc", "doc"},
      {"x.xls", "xls"},
      {"x.xyz", ""},
      {"x", ""},
      {".pdf", ""},
  };
  for (const auto& [name, format] : cases) EXPECT_EQ(format_of(name), format) << name;
}

TEST(Extract, ExtensionsThatLie) {
  struct Case {
    const char* name;
    std::string bytes;
    const char* code;
  };
  std::string ole("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1", 8);
  std::string locked = ole + std::string(504, '\0');
  for (const char c : std::string("EncryptedPackage")) (locked += c) += '\0';
  const Case cases[] = {
      {"a.docx", pdf_of({"Quyet dinh ve viec ban hanh quy che lam viec cua ban chap hanh"}), "none"},
      {"a.html", pdf_of({"Quyet dinh ve viec ban hanh quy che lam viec cua ban chap hanh"}), "none"},
      {"a.pdf", docx_of(paragraph("Điều 1")), "none"},
      {"a.txt", docx_of(paragraph("Điều 1")), "none"},
      {"a.docx", "%PDF-1.7", "damaged"},
      {"a.pdf", "<!DOCTYPE html><p>Đăng nhập</p>", "unsupported_format"},
      {"a.pdf", "xin chào", "damaged"},
      {"a.docx", ole, "unsupported_format"},
      {"a.docx", locked, "encrypted"},
      {"a.txt", zip_of({{"a", "b"}}), "unsupported_format"},
      {"a.html", "{\\rtf1 x}", "none"},
      {"a.html", "chỉ có chữ", "none"},
      {"a.txt", "<html> là một thẻ", "none"},
      {"a.pdf", "\n\n%PDF-1.4 nothing else", "damaged"},
      {"a.docx", docx_of(paragraph("Điều 1")), "none"},
      {"a.pdf", "", "empty"},
      {"a.xyz", "x", "unsupported_format"},
      {"a", "Điều 1", "unsupported_format"},
      {"a.jar", zip_of({{"a", "b"}}), "unsupported_format"},
      {"a.db", ole, "unsupported_format"},
      {"a.bak", locked, "encrypted"},
  };
  const TestFolder folder;
  for (const Case& one : cases) {
    const auto file = folder.write(one.name, one.bytes);
    EXPECT_EQ(error_code_of([&] { extract_file(file, {}); }), one.code)
        << one.name << ": " << one.bytes.substr(0, 20);
  }
}

TEST(Extract, FormatIsWhatTheBytesWereReadAs) {
  const TestFolder folder;
  EXPECT_EQ(extract_file(folder.write("a.pdf", docx_of(paragraph("Điều 1"))), {}).format, "docx");
  EXPECT_EQ(extract_file(folder.write("a.txt", "Điều 1"), {}).format, "txt");
  // No name that says a format, but bytes that do.
  EXPECT_EQ(extract_file(folder.write("Quyết định 05", docx_of(paragraph("Điều 1"))), {}).format, "docx");
  EXPECT_EQ(extract_file(folder.write("05-NQ.doc.bak", "{\\rtf1 x}"), {}).format, "rtf");
}

TEST(Extract, OnlyRegularFilesOfAllowedSize) {
  const TestFolder folder;
  const auto code = [](const std::filesystem::path& file, ExtractLimits limits = {}) {
    return error_code_of([&] { extract_file(file, limits); });
  };
  const auto pipe = folder.path() / "pipe.txt";
  ASSERT_EQ(mkfifo(pipe.c_str(), 0600), 0);
  EXPECT_EQ(code(pipe), "unreadable");
  EXPECT_EQ(code(folder.path() / "absent.txt"), "unreadable");
  EXPECT_EQ(code(folder.path() / "absent"), "unreadable");
  EXPECT_EQ(code(folder.path()), "unreadable");
  const auto file = folder.write("a.txt", "0123456789");
  EXPECT_EQ(code(file, {.input_bytes = 9}), "too_large");
  EXPECT_EQ(code(file, {.input_bytes = 10}), "none");
}

}  // namespace
}  // namespace vankien
