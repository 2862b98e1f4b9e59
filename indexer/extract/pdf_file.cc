#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-page.h>

#include <limits>
#include <memory>
#include <mutex>
#include <string>

#include "indexer/extract/formats.h"
#include "indexer/extract/thin_text.h"
#include "indexer/extract/utf.h"

namespace vankien {
namespace {

// A written page has a thousand letters and more, a short last page with a signature some hundred; a scan's thin text layer
// may hold a running header and the words of a digital signature beside the picture. OCR of a short page costs seconds
// once, and its own text stays (ocr_reader.h); a picture that is not looked at is lost.
constexpr std::size_t kLettersOfAPage = 200;
// Who is told that a page was not read must not be told of the last one, with its list of receivers or a name: Lê Thị Sen.
constexpr std::size_t kLettersOfAName = 8;

void silence_poppler() {
  static std::once_flag once;
  std::call_once(once, [] { poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr); });
}

std::string to_utf8(const poppler::ustring& text) {
  std::string utf8;
  append_utf16(utf8, std::u16string(text.begin(), text.end()));
  return utf8;
}

/// Blanks at line ends go, blanks inside stay: they hold the two columns of a letterhead apart.
std::string tidy(std::string_view text) {
  std::string page;
  for (const char c : text) {
    const bool line_ends = c == '\n' || c == '\f' || c == '\r';
    if (line_ends) {
      while (!page.empty() && page.back() == ' ') page.pop_back();
      page += '\n';
    } else {
      page += static_cast<unsigned char>(c) < ' ' && c != '\t' ? ' ' : c;
    }
  }
  while (!page.empty() && (page.back() == '\n' || page.back() == ' ')) page.pop_back();
  page.erase(0, page.find_first_not_of('\n'));
  if (!page.empty()) page += '\n';
  return page;
}

/// The default layout, not the raw one: raw breaks words wherever a letter comes from another font, and the
/// plain reading order joins "76-⏎NQ/TW" into a symbol that never was.
std::string text_of_page(const poppler::document& document, int index) {
  const std::unique_ptr<poppler::page> page(document.create_page(index));
  return page ? tidy(to_utf8(page->text(poppler::rectf(), poppler::page::physical_layout))) : std::string();
}

std::unique_ptr<poppler::document> open(std::string_view bytes) {
  silence_poppler();
  if (bytes.size() > static_cast<std::size_t>(std::numeric_limits<int>::max())) {
    throw ExtractError("too_large", "PDF of more than 2 GB");
  }
  std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) throw ExtractError("damaged", "not a readable PDF");
  // Many official PDFs are encrypted against editing with an empty password; those open and are not locked.
  if (document->is_locked()) throw ExtractError("encrypted", "PDF under a password");
  return document;
}

void add_properties(const poppler::document& document, std::map<std::string, std::string>& properties) {
  const std::pair<const char*, const char*> keys[] = {
      {"Title", "title"}, {"Author", "author"}, {"CreationDate", "created"}};
  for (const auto& [key, name] : keys) {
    const std::string value = to_utf8(document.info_key(key));
    if (!value.empty() && value.size() <= 4096) properties[name] = value;
  }
}

/// A page whose own letters are few is looked at as a picture, be it only a short one.
void find_thin_pages(ExtractedText& text) {
  const std::vector<std::size_t> letters = own_letters(text.pages);
  for (std::size_t i = 0; i < letters.size(); ++i) {
    if (letters[i] < kLettersOfAPage) text.thin_pages.push_back(i + 1);
    if (letters[i] < kLettersOfAName) text.wordless_pages.push_back(i + 1);
  }
}

}  // namespace

ExtractedText extract_pdf(std::string_view bytes, const ExtractLimits& limits) {
  const auto document = open(bytes);
  const int pages = document->pages();
  if (pages <= 0) throw ExtractError("damaged", "PDF without pages");
  if (static_cast<unsigned>(pages) > limits.pages) {
    throw ExtractError("too_large", "PDF of " + std::to_string(pages) + " pages");
  }
  ExtractedText text;
  std::size_t size = 0;
  for (int i = 0; i < pages; ++i) {
    text.pages.push_back(text_of_page(*document, i));
    size += text.pages.back().size();
    if (size > limits.output_bytes) {
      throw ExtractError("too_large", "page " + std::to_string(i + 1) + ": more than " +
                                          std::to_string(limits.output_bytes) + " bytes of text");
    }
  }
  find_thin_pages(text);
  add_properties(*document, text.properties);
  return text;
}

}  // namespace vankien
