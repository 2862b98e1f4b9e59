#pragma once

#include <zip.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "indexer/extract/extract.h"

namespace vankien {

/// The code of the error that `act` ends with, or "none".
template <typename Act>
std::string error_code_of(Act act) {
  try {
    act();
  } catch (const ExtractError& error) {
    return error.code();
  }
  return "none";
}

/// All pages as one text, pages parted by "¶\n".
inline std::string joined(const ExtractedText& text) {
  std::string all;
  for (const std::string& page : text.pages) all += (all.empty() ? "" : "¶\n") + page;
  return all;
}

inline std::string bytes_of(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A Word document that LibreOffice made, with each optional hyphen turned into the character 0xAD, as Word writes the
/// letter ư of a TCVN3 font.
inline std::string with_letters_as_word_does(std::string doc) {
  const std::string_view nothing(std::string_view("\0\0\0\0\0\0\0\0", 8));
  const auto begin = doc.find(std::string_view("H\0u\0y\0", 6));
  const auto end = doc.find(nothing, begin);
  for (std::size_t at = begin; at < end; at += 2) {
    if (doc[at] == 0x1F && doc[at + 1] == 0) doc[at] = static_cast<char>(0xAD);
  }
  return doc;
}

/// A folder of one test, gone with it.
class TestFolder {
 public:
  TestFolder() {
    std::string pattern = (std::filesystem::temp_directory_path() / "extract-XXXXXX").string();
    path_ = mkdtemp(pattern.data());
  }
  ~TestFolder() { std::filesystem::remove_all(path_); }
  TestFolder(const TestFolder&) = delete;
  TestFolder& operator=(const TestFolder&) = delete;

  std::filesystem::path write(const std::string& name, std::string_view bytes) const {
    std::ofstream(path_ / name, std::ios::binary) << bytes;
    return path_ / name;
  }
  const std::filesystem::path& path() const { return path_; }

 private:
  std::filesystem::path path_;
};

using ZipMembers = std::vector<std::pair<std::string, std::string>>;

/// The bytes of a zip archive with these members; with a password they are encrypted.
inline std::string zip_of(const ZipMembers& members, const char* password = nullptr) {
  const TestFolder folder;
  const auto file = folder.path() / "made.zip";
  zip_t* archive = zip_open(file.c_str(), ZIP_CREATE, nullptr);
  for (const auto& [name, content] : members) {
    zip_source_t* source = zip_source_buffer(archive, content.data(), content.size(), 0);
    const auto index =
        static_cast<zip_uint64_t>(zip_file_add(archive, name.c_str(), source, ZIP_FL_ENC_UTF_8));
    if (password != nullptr) zip_file_set_encryption(archive, index, ZIP_EM_TRAD_PKWARE, password);
  }
  zip_close(archive);
  std::ifstream in(file, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

/// A word document whose w:body holds `body`, with further parts.
inline std::string docx_of(const std::string& body, ZipMembers parts = {}) {
  parts.insert(
      parts.begin(),
      {"word/document.xml",
       R"(<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"><w:body>)" +
           body + "</w:body></w:document>"});
  return zip_of(parts);
}

/// A run in a paragraph: paragraph("Điều 1") → <w:p><w:r><w:t>Điều 1</w:t></w:r></w:p>
inline std::string paragraph(const std::string& text) {
  return "<w:p><w:r><w:t xml:space=\"preserve\">" + text + "</w:t></w:r></w:p>";
}

}  // namespace vankien
