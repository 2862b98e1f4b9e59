#include <cstdint>
#include <optional>
#include <string>

#include "indexer/extract/formats.h"
#include "indexer/extract/office.h"
#include "indexer/extract/ole_container.h"
#include "indexer/extract/zip_part.h"

// LibreOffice makes something of everything: of half a file as well, and under a password nothing that says so. Hence each
// file's own marks are asked first.

namespace vankien {
namespace {

std::uint32_t number_at(std::string_view stream, std::size_t at, std::size_t bytes) {
  std::uint32_t number = 0;
  for (std::size_t i = bytes; i-- > 0;) number = number << 8 | static_cast<unsigned char>(stream[at + i]);
  return number;
}

[[noreturn]] void refuse_locked(const char* what) {
  throw ExtractError("encrypted", std::string(what) + " under a password");
}

/// Under a password a workbook's stream begins with its head and a record FilePass ([MS-XLS] 2.4.117).
void check_workbook(std::string_view bytes, const ExtractLimits& limits) {
  constexpr std::uint32_t kFilePass = 0x2F;
  std::optional<std::string> book = ole_stream(bytes, "Workbook", limits);
  if (!book) book = ole_stream(bytes, "Book", limits);
  if (!book) throw ExtractError("damaged", "a workbook without its stream");
  constexpr int kHead = 8;  // records
  std::size_t at = 0;
  for (int record = 0; record < kHead && at + 4 <= book->size(); ++record) {
    if (number_at(*book, at, 2) == kFilePass) refuse_locked("workbook");
    at += 4 + number_at(*book, at + 2, 2);
  }
}

/// The token in the stream Current User says whether the slides are encrypted ([MS-PPT] 2.3.2).
void check_slides(std::string_view bytes, const ExtractLimits& limits) {
  constexpr std::uint32_t kEncrypted = 0xF3D1C4DF;
  if (!ole_stream(bytes, "PowerPoint Document", limits))
    throw ExtractError("damaged", "slides without their stream");
  const auto user = ole_stream(bytes, "Current User", limits);
  if (user && user->size() >= 16 && number_at(*user, 12, 4) == kEncrypted) refuse_locked("slides");
}

/// The archive's list of contents says which members are encrypted.
void check_opendocument(std::string_view bytes, const ExtractLimits& limits) {
  ZipReader zip(bytes, limits);
  std::string list;
  if (zip.has("META-INF/manifest.xml")) {
    zip.read("META-INF/manifest.xml", [&](std::string_view block) {
      list += block;
      return true;
    });
  }
  if (zip.has("encrypted-package") || list.find("encryption-data") != std::string::npos)
    refuse_locked("OpenDocument file");
  zip.read("content.xml", [](std::string_view) { return true; });  // whole, and no bomb
}

}  // namespace

ExtractedText extract_xls(std::string_view bytes, const ExtractLimits& limits) {
  check_workbook(bytes, limits);
  return extract_xlsx(converted_by_office(bytes, "xls", "xlsx", limits), limits);
}

ExtractedText extract_ppt(std::string_view bytes, const ExtractLimits& limits) {
  check_slides(bytes, limits);
  return extract_pptx(converted_by_office(bytes, "ppt", "pptx", limits), limits);
}

ExtractedText extract_ods(std::string_view bytes, const ExtractLimits& limits) {
  check_opendocument(bytes, limits);
  return extract_xlsx(converted_by_office(bytes, "ods", "xlsx", limits), limits);
}

ExtractedText extract_odp(std::string_view bytes, const ExtractLimits& limits) {
  check_opendocument(bytes, limits);
  return extract_pptx(converted_by_office(bytes, "odp", "pptx", limits), limits);
}

}  // namespace vankien
