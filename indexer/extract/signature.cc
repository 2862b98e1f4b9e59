#include "indexer/extract/signature.h"

#include <algorithm>
#include <array>
#include <string>

#include "indexer/extract/utf.h"
#include "indexer/extract/zip_reader.h"

namespace vankien {

using namespace std::literals;

namespace {

// A PDF may have up to a kilobyte of mail header or blanks before its mark; readers accept that, so do we.
constexpr std::size_t kPdfHead = 1024;

bool holds_utf16_name(std::string_view bytes, std::string_view name) {
  std::string wide;
  for (const char c : name) (wide += c) += '\0';
  return bytes.find(wide) != std::string_view::npos;
}

bool starts_like_html(std::string_view bytes) {
  const std::string head = bare(bytes.substr(0, 1024));
  const auto first = head.find_first_not_of(' ');
  const std::string_view text =
      first == std::string::npos ? std::string_view() : std::string_view(head).substr(first);
  return text.starts_with("<!doctype html") || text.starts_with("<html") || text.starts_with("<head") ||
         text.starts_with("<body");
}

/// Word's and Excel's format up to 2003 share a container; the names of its streams tell.
std::string_view content_of_ole(std::string_view bytes) {
  // Word puts a document under a password into such a container, whatever the extension says.
  if (holds_utf16_name(bytes, "EncryptedPackage")) {
    throw ExtractError("encrypted", "office document under a password");
  }
  if (holds_utf16_name(bytes, "WordDocument")) return "doc";
  if (holds_utf16_name(bytes, "PowerPoint Document")) return "ppt";
  if (holds_utf16_name(bytes, "Workbook") || holds_utf16_name(bytes, "Book")) return "xls";
  return "ole";
}

std::string_view content_of_zip(std::string_view bytes, const ExtractLimits& limits) {
  ZipReader zip(bytes, limits);
  if (zip.has("mimetype")) {
    std::string type;
    zip.read("mimetype", [&](std::string_view block) {
      type += block;
      return type.size() < 256;
    });
    if (type.starts_with("application/vnd.oasis.opendocument.text")) return "odt";
    if (type.starts_with("application/vnd.oasis.opendocument.spreadsheet")) return "ods";
    if (type.starts_with("application/vnd.oasis.opendocument.presentation")) return "odp";
    if (type.starts_with("application/vnd.oasis.opendocument.")) return "opendocument";
  }
  for (const std::string& name : zip.names()) {
    if (name.starts_with("word/document")) return "docx";
    if (name == "xl/workbook.xml") return "xlsx";
    if (name == "ppt/presentation.xml") return "pptx";
  }
  return "zip";
}

/// What the bytes are, in words for the ledger; "" for anything without a mark of its own, such as text.
std::string_view content_of(std::string_view named, std::string_view bytes, const ExtractLimits& limits) {
  if (bytes.substr(0, named == "pdf" ? kPdfHead : 5).find("%PDF-") != std::string_view::npos) return "pdf";
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06"))
    return content_of_zip(bytes, limits);
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return content_of_ole(bytes);
  if (bytes.starts_with("{\\rtf")) return "rtf";
  if (bytes.starts_with("\x7F"
                        "ELF") ||
      bytes.starts_with("MZ\x90"))
    return "program";
  if (bytes.starts_with("\x89PNG\r\n")) return "png";
  if (bytes.starts_with("\xFF\xD8\xFF")) return "jpg";
  if (bytes.starts_with("II*\0"sv) || bytes.starts_with("MM\0*"sv)) return "tif";
  if (named == "bmp" && bytes.starts_with("BM"))
    return "bmp";  // two letters only, which a text may begin with
  if (starts_like_html(bytes)) return "html";
  return "";
}

bool is_read_whatever_its_name(std::string_view content) {
  static constexpr std::array<std::string_view, 15> kFormats = {"bmp",  "doc", "docx", "jpg", "odp",
                                                                "ods",  "odt", "pdf",  "png", "ppt",
                                                                "pptx", "rtf", "tif",  "xls", "xlsx"};
  return std::find(kFormats.begin(), kFormats.end(), content) != kFormats.end();
}

}  // namespace

bool has_mark(std::string_view head) {
  static constexpr std::array<std::string_view, 8> kMarks = {
      "%PDF-"sv,  "PK\x03\x04"sv,  "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"sv,
      "{\\rtf"sv, "\x89PNG\r\n"sv, "\xFF\xD8\xFF"sv,
      "II*\0"sv,  "MM\0*"sv};
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [&](std::string_view mark) { return head.starts_with(mark); });
}

std::string_view format_of_marked_bytes(std::string_view bytes, const ExtractLimits& limits) {
  const std::string_view content = content_of("", bytes, limits);
  return is_read_whatever_its_name(content) ? content : std::string_view();
}

std::string_view format_of_bytes(std::string_view named, std::string_view bytes,
                                 const ExtractLimits& limits) {
  const std::string_view content = content_of(named, bytes, limits);
  if (is_read_whatever_its_name(content)) return content;
  const bool text = named == "txt" || named == "html";
  if (text && (content.empty() || content == "html")) return named;  // a .txt may talk about HTML
  if (content == "html" && named == "doc") return content;           // Word opens such, so sites serve such
  if (content.empty() || (content == "ole" && named == "doc")) {
    throw ExtractError("damaged", "the bytes are not a " + std::string(named) + " file");
  }
  throw ExtractError("unsupported_format", "named " + std::string(named) + ", but the bytes are a " +
                                               std::string(content) + " file");
}

}  // namespace vankien
