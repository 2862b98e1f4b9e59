#pragma once

#include <filesystem>
#include <functional>
#include <map>
#include <stdexcept>
#include <string>
#include <vector>

namespace vankien {

/// Something a person may want to know of a text that was read all the same.
struct Warning {
  std::string code;   ///< stable: decoded_legacy, no_text …
  std::string place;  ///< "page 3"; empty = the whole document
  std::string text;   ///< English sentence
  bool operator==(const Warning&) const = default;
};

/// Warning that the grade is doubtful: the work list of `failures --grades`.
inline constexpr const char* kGradeUnsure = "grade_unsure";

/// What a file says: valid UTF-8, one string a page (formats without pages give one).
/// Paragraphs and table rows end in '\n'; cells of one row are parted by '\t'.
struct ExtractedText {
  std::vector<std::string> pages;
  std::map<std::string, std::string> properties;  ///< embedded by the writing program: title, author, created
  std::vector<Warning> warnings;                  ///< for the ledger, which keeps them
  // Numbers, from 1.
  std::vector<std::size_t> thin_pages;      ///< pages with too little text of their own: pictures, perhaps
  std::vector<std::size_t> wordless_pages;  ///< those of them with hardly a word of their own
  std::string format;                       ///< "docx": what the bytes were read as
};

/// Why a file gave no text. `code` is stable and short (encrypted, damaged, empty, needs_ocr (pictures inside an
/// office document), too_large,
/// timeout, crashed, too_many_processes, unreadable, unsupported_format, bad_encoding, missing_program); what() is an English sentence naming the
/// place.
class ExtractError : public std::runtime_error {
 public:
  ExtractError(std::string code, const std::string& message)
      : std::runtime_error(message), code_(std::move(code)) {}
  const std::string& code() const { return code_; }

 private:
  std::string code_;
};

/// Bounds of one file's extraction; crossing one is an ExtractError, never a cut text.
struct ExtractLimits {
  std::size_t input_bytes = 200u << 20;
  std::size_t output_bytes = 20u << 20;
  std::size_t memory_bytes = std::size_t{1} << 30;
  unsigned seconds = 60;  ///< LibreOffice needs 14 for a paper of 150 pages, on a core of its own
  unsigned pages = 2000;
  unsigned ocr_seconds = 60;  ///< for each page that is read by OCR
};

/// "txt", "html", "docx", "doc", "rtf", "odt", "xlsx", "xls", "pptx", "pdf", "png" …, or "" for a file no extractor reads. By extension here; on
/// reading the content decides.
std::string format_of(const std::filesystem::path& file);

/// Reads one file in this process. For hostile files use extract_in_child. `before_parsing` is called when the format is
/// known: with true if its reader runs other programs.
/// Throws ExtractError.
ExtractedText extract_file(const std::filesystem::path& file, const ExtractLimits& limits,
                           const std::function<void(bool by_programs)>& before_parsing = {});

}  // namespace vankien
