#include "indexer/extract/rtf_charset.h"

#include <iconv.h>

#include <algorithm>
#include <array>
#include <memory>
#include <type_traits>
#include <utility>

#include "analyzers/legacy/tables.h"
#include "analyzers/mapped_text.h"

namespace vankien {
namespace {

bool is_legacy_vietnamese(std::string_view font) {
  return font.starts_with(".Vn") || font.starts_with(".VN") || font.starts_with("VNI") ||
         font.starts_with("Vn") || font.starts_with("VN");
}

struct CloseConverter {
  void operator()(iconv_t converter) const { iconv_close(converter); }
};
using Converter = std::unique_ptr<std::remove_pointer_t<iconv_t>, CloseConverter>;

Converter open_converter(int page) {
  const iconv_t converter = iconv_open("UTF-8", ("CP" + std::to_string(page)).c_str());
  return Converter(converter == reinterpret_cast<iconv_t>(-1) ? nullptr : converter);
}

}  // namespace

int RtfCharsets::page_of(int font) const {
  // Source: Rich Text Format Specification 1.9.1, \fcharsetN.
  static constexpr std::array<std::pair<int, int>, 16> kPages = {{{0, 1252},
                                                                  {2, kSymbols},
                                                                  {128, 932},
                                                                  {129, 949},
                                                                  {134, 936},
                                                                  {136, 950},
                                                                  {161, 1253},
                                                                  {162, 1254},
                                                                  {163, 1258},
                                                                  {177, 1255},
                                                                  {178, 1256},
                                                                  {186, 1257},
                                                                  {204, 1251},
                                                                  {222, 874},
                                                                  {238, 1250},
                                                                  {255, 437}}};
  const auto found = fonts_.find(font);
  if (found == fonts_.end()) return document_page_;
  if (is_legacy_vietnamese(found->second.name)) return 1252;
  const auto page = std::find_if(kPages.begin(), kPages.end(),
                                 [&](const auto& pair) { return pair.first == found->second.charset; });
  return page == kPages.end() ? document_page_ : page->second;
}

std::string from_code_page(int page, std::string_view bytes) {
  std::string utf8;
  if (page == RtfCharsets::kSymbols) return utf8;
  const Converter converter = page == 1252 ? nullptr : open_converter(page);
  if (!converter) {
    for (const char c : bytes) append_utf8(utf8, windows_1252(static_cast<unsigned char>(c)));
    return utf8;
  }
  std::string copy(bytes);
  char* in = copy.data();
  std::size_t in_left = copy.size();
  while (in_left > 0) {
    std::array<char, 4096> block{};
    char* out = block.data();
    std::size_t out_left = block.size();
    const std::size_t before = in_left;
    iconv(converter.get(), &in, &in_left, &out, &out_left);
    utf8.append(block.data(), block.size() - out_left);
    if (in_left == before && out_left == block.size()) {  // a byte that is none
      append_utf8(utf8, 0xFFFD);
      ++in;
      --in_left;
    }
  }
  // CP1258 keeps a vowel back, in case a tone follows.
  std::array<char, 64> last{};
  char* out = last.data();
  std::size_t out_left = last.size();
  iconv(converter.get(), nullptr, nullptr, &out, &out_left);
  utf8.append(last.data(), last.size() - out_left);
  return utf8;
}

}  // namespace vankien
