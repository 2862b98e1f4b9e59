#pragma once

#include <map>
#include <string>
#include <string_view>

namespace vankien {

/// What bytes of RTF text mean: each font has a character set, the document a code page for the rest.
class RtfCharsets {
 public:
  static constexpr int kSymbols = -1;  ///< a code page of pictures: no text

  void set_document_page(int page) { document_page_ = page; }
  void set_charset(int font, int charset) { fonts_[font].charset = charset; }
  void add_to_name(int font, char c) { fonts_[font].name += c; }

  /// The code page of a font, 1252 for most. Fonts from before Unicode (.VnTime, VNI-Times) are 1252 whatever
  /// they call themselves: those bytes are decoded afterwards (legacy.h).
  int page_of(int font) const;

 private:
  struct Font {
    int charset = 1;
    std::string name;
  };
  std::map<int, Font> fonts_;
  int document_page_ = 1252;
};

/// Bytes in a Windows code page → UTF-8; a byte the page leaves free becomes U+FFFD, in 1252 the control
/// character of its number, as Word reads it.
std::string from_code_page(int page, std::string_view bytes);

}  // namespace vankien
