// OCR on real documents: the share of Vietnamese syllables on each page of real scans, and, for PDFs with a text layer,
// the share of its words that OCR of the drawn page finds again.
//   bench_ocr --indexer build/bin/vankien-indexer --data DIR [--pages 3]      DIR/originals/*.pdf
#include <fmt/format.h>

#include <algorithm>
#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "analyzers/char_filters.h"
#include "analyzers/letters.h"
#include "indexer/extract/child.h"
#include "indexer/extract/ocr_child.h"
#include "indexer/extract/ocr_text.h"

namespace {

using namespace vankien;
namespace fs = std::filesystem;

using Words = std::map<std::u32string, std::size_t>;

/// Runs of letters and digits, small.
Words words_of(std::string_view text) {
  Words words;
  std::u32string word;
  for (const char32_t c : read_letters(text).chars) {
    if (is_letter(c) || is_digit(c)) {
      word += fold_letter(c);
    } else if (!word.empty()) {
      ++words[word];
      word.clear();
    }
  }
  if (!word.empty()) ++words[word];
  return words;
}

struct Found {
  std::size_t words = 0;
  std::size_t again = 0;
};

void compare(const Words& own, const Words& read, Found& found) {
  for (const auto& [word, count] : own) {
    found.words += count;
    const auto also = read.find(word);
    if (also != read.end()) found.again += std::min(count, also->second);
  }
}

double percent(std::size_t part, std::size_t whole) {
  return whole == 0 ? 0 : 100 * static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

int main(int argc, char** argv) {
  fs::path indexer;
  fs::path data;
  std::size_t most = 3;
  for (int i = 1; i + 1 < argc; i += 2) {
    const std::string_view name = argv[i];
    if (name == "--indexer") indexer = fs::absolute(argv[i + 1]);
    if (name == "--data") data = argv[i + 1];
    if (name == "--pages") most = std::stoul(argv[i + 1]);
  }
  std::vector<fs::path> files;
  for (const auto& entry : fs::directory_iterator(data / "originals"))
    if (entry.path().extension() == ".pdf") files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  ExtractLimits limits;
  std::size_t pages = 0;
  const auto begun = std::chrono::steady_clock::now();
  Found all;
  for (const fs::path& file : files) {
    const ExtractedText text = extract_in_child(extract_program(indexer), file, limits);
    Found found;
    std::string shares;
    for (std::size_t page = 1; page <= std::min(most, text.pages.size()); ++page, ++pages) {
      ExtractLimits of_page = limits;
      of_page.seconds = limits.ocr_seconds;
      const OcrPage read = read_page_in_child(ocr_program(indexer), file, page, of_page);
      const std::string mended = mend_ocr(read.text);
      const SyllableShare share = count_syllables(mended);
      shares += fmt::format(" {:.1f}/{}/{}", 100 * share.share(), share.words, read.confidence);
      const bool thin = std::count(text.thin_pages.begin(), text.thin_pages.end(), page) > 0;
      if (!thin) compare(words_of(text.pages[page - 1]), words_of(mended), found);
    }
    fmt::print("{:50} {:5.1f} % of {} words found again; % syllables/words/confidence by page:{}\n",
               file.filename().string().substr(0, 50), percent(found.again, found.words), found.words,
               shares);
    all.words += found.words;
    all.again += found.again;
  }
  const double seconds = std::chrono::duration<double>(std::chrono::steady_clock::now() - begun).count();
  fmt::print("{:.2f} % of {} words found again; {} pages in {:.1f} s\n", percent(all.again, all.words),
             all.words, pages, seconds);
}
