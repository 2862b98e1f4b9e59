#include "indexer/extract/mail_text.h"

#include <gmime/gmime.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <memory>
#include <utility>

#include "analyzers/legacy/legacy_text.h"
#include "analyzers/legacy/tables.h"
#include "analyzers/mapped_text.h"
#include "indexer/extract/legacy.h"

namespace vankien {
namespace {

bool says_nothing(std::string_view charset) {
  static constexpr std::array<std::string_view, 9> kNothing = {
      "", "us-ascii", "ascii", "iso-8859-1", "latin1", "windows-1252", "utf-8", "utf8", "unknown-8bit"};
  return std::find(kNothing.begin(), kNothing.end(), charset) != kNothing.end();
}

std::string converted(std::string_view bytes, const std::string& charset) {
  gsize length = 0;
  const std::unique_ptr<gchar, decltype(&g_free)> utf8(
      g_convert(bytes.data(), static_cast<gssize>(bytes.size()), "UTF-8",
                g_mime_charset_iconv_name(charset.c_str()), nullptr, &length, nullptr),
      &g_free);
  return utf8 ? std::string(utf8.get(), length) : std::string();
}

std::string decoded(std::string_view bytes, std::string charset, std::vector<Warning>& warnings) {
  std::transform(charset.begin(), charset.end(), charset.begin(),
                 [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
  if (is_valid_utf8(bytes)) return std::string(bytes);
  if (const auto encoding = encoding_of_charset(charset)) {
    warnings.push_back(decoded_from({*encoding}));
    return read_as(*encoding, bytes);
  }
  if (!says_nothing(charset))
    if (std::string utf8 = converted(bytes, charset); !utf8.empty()) return utf8;
  try {
    return text_of_bytes(bytes, warnings);
  } catch (const ExtractError&) {  // no Vietnamese: a letter in French is read all the same
  }
  std::string utf8;
  for (const char byte : bytes) append_utf8(utf8, windows_1252(static_cast<unsigned char>(byte)));
  return utf8;
}

}  // namespace

std::string utf8_of_mail(std::string_view bytes, const std::string& charset, std::vector<Warning>& warnings) {
  std::string utf8 = decoded(bytes, charset, warnings);
  std::replace(utf8.begin(), utf8.end(), '\0', ' ');
  return utf8;
}

std::string_view extension_of_type(std::string_view type) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 15> kTypes = {{
      {"application/pdf", ".pdf"},
      {"application/msword", ".doc"},
      {"application/rtf", ".rtf"},
      {"text/rtf", ".rtf"},
      {"text/plain", ".txt"},
      {"text/html", ".html"},
      {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".docx"},
      {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ".xlsx"},
      {"application/vnd.openxmlformats-officedocument.presentationml.presentation", ".pptx"},
      {"application/vnd.oasis.opendocument.text", ".odt"},
      {"application/zip", ".zip"},
      {"application/vnd.ms-outlook", ".msg"},
      {"image/jpeg", ".jpg"},
      {"image/png", ".png"},
      {"image/tiff", ".tif"},
  }};
  const auto found =
      std::find_if(kTypes.begin(), kTypes.end(), [&](const auto& one) { return one.first == type; });
  return found == kTypes.end() ? std::string_view() : found->second;
}

}  // namespace vankien
