#include <cstdint>
#include <set>
#include <string>

#include "indexer/extract/formats.h"

namespace vankien {
namespace {

ExtractedText thin_pages(std::size_t count) {
  ExtractedText text;
  text.pages.resize(count);
  for (std::size_t page = 1; page <= count; ++page) text.thin_pages.push_back(page);
  text.wordless_pages = text.thin_pages;
  return text;
}

/// The numbers of a TIFF, in the byte order its first letters tell; beyond the file all is 0.
class TiffNumbers {
 public:
  explicit TiffNumbers(std::string_view bytes) : bytes_(bytes), big_endian_(bytes.starts_with("MM")) {}

  std::uint32_t number(std::size_t at, std::size_t size) const {
    if (at > bytes_.size() || bytes_.size() - at < size) return 0;
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < size; ++i) {
      const auto byte = static_cast<unsigned char>(bytes_[at + (big_endian_ ? i : size - 1 - i)]);
      value = value << 8 | byte;
    }
    return value;
  }

 private:
  std::string_view bytes_;
  bool big_endian_;
};

}  // namespace

ExtractedText extract_picture(std::string_view, const ExtractLimits&) { return thin_pages(1); }

// A chain of directories, one a page: count of entries (2 bytes), 12 bytes each, offset of the next (TIFF 6.0, §2).
ExtractedText extract_tiff(std::string_view bytes, const ExtractLimits& limits) {
  constexpr std::size_t kHeader = 4;
  constexpr std::size_t kEntry = 12;
  const TiffNumbers tiff(bytes);
  std::set<std::uint32_t> directories;
  for (std::uint32_t at = tiff.number(kHeader, 4); at != 0 && directories.insert(at).second;) {
    if (directories.size() > limits.pages)
      throw ExtractError("too_large", "TIFF of more than " + std::to_string(limits.pages) + " pages");
    at = tiff.number(std::size_t{at} + 2 + kEntry * tiff.number(at, 2), 4);
  }
  if (directories.empty()) throw ExtractError("damaged", "TIFF without pages");
  return thin_pages(directories.size());
}

}  // namespace vankien
