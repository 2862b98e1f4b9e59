#include "indexer/extract/signature.h"

#include <string>

#include "indexer/extract/extract.h"
#include "indexer/extract/utf.h"

namespace vankien {
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

/// What the bytes are, in words for the ledger; "" for anything without a mark of its own, such as text.
std::string_view content_of(std::string_view format, std::string_view bytes) {
  if (bytes.substr(0, format == "pdf" ? kPdfHead : 5).find("%PDF-") != std::string_view::npos) return "pdf";
  if (bytes.starts_with("PK\x03\x04") || bytes.starts_with("PK\x05\x06")) return "zip";
  if (bytes.starts_with("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1")) return "ole";
  if (bytes.starts_with("{\\rtf")) return "rtf";
  if (bytes.starts_with("\x7F"
                        "ELF") ||
      bytes.starts_with("MZ\x90"))
    return "program";
  if (bytes.starts_with("\xFF\xD8\xFF") || bytes.starts_with("\x89PNG")) return "picture";
  if (starts_like_html(bytes)) return "html";
  return "";
}

}  // namespace

void check_signature(std::string_view format, std::string_view bytes) {
  const std::string_view content = content_of(format, bytes);
  // Word puts a document under a password into an OLE container, whatever the extension says.
  if (content == "ole" && holds_utf16_name(bytes, "EncryptedPackage")) {
    throw ExtractError("encrypted", "office document under a password");
  }
  const bool fits = format == "docx"   ? content == "zip"
                    : format == "pdf"  ? content == "pdf"
                    : format == "html" ? content == "html" || content.empty()
                                       : content.empty() || content == "html";  // a .txt may talk about HTML
  if (fits) return;
  if (content.empty()) {
    throw ExtractError("damaged", "the bytes are not a " + std::string(format) + " file");
  }
  throw ExtractError("unsupported_format", "named " + std::string(format) + ", but the bytes are a " +
                                               std::string(content) + " file");
}

}  // namespace vankien
