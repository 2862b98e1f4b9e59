#include "indexer/extract/picture_colours.h"

#include <algorithm>
#include <cstddef>
#include <string_view>

namespace vankien {
namespace {

constexpr std::string_view kJpeg = "/DCTDecode";
constexpr std::string_view kStream = "stream";
constexpr std::string_view kGrey = "/DeviceGray";
constexpr std::string_view kColours = "/DeviceRGB ";
static_assert(kGrey.size() == kColours.size());
constexpr std::size_t kMostHead = 4096;  // of a picture's description

std::size_t number_at(std::string_view bytes, std::size_t at) {
  return static_cast<std::size_t>(static_cast<unsigned char>(bytes[at])) << 8 |
         static_cast<unsigned char>(bytes[at + 1]);
}

/// How many colours a JPEG has, by its frame header (ITU-T T.81, B.2.2); 0 if these bytes are none.
int colours_of_jpeg(std::string_view bytes) {
  if (!bytes.starts_with("\xFF\xD8")) return 0;
  for (std::size_t at = 2; at + 10 <= bytes.size();) {
    if (bytes[at] != '\xFF') return 0;
    const auto mark = static_cast<unsigned char>(bytes[at + 1]);
    const bool frame = mark >= 0xC0 && mark <= 0xCF && mark != 0xC4 && mark != 0xC8 && mark != 0xCC;
    if (frame) return static_cast<unsigned char>(bytes[at + 9]);
    at += 2 + number_at(bytes, at + 2);
  }
  return 0;
}

}  // namespace

std::string with_true_colours(std::string pdf) {
  const std::string_view bytes = pdf;
  for (std::size_t found = bytes.find(kJpeg); found != bytes.npos;
       found = bytes.find(kJpeg, found + kJpeg.size())) {
    const std::size_t stream = bytes.substr(0, found + kMostHead).find(kStream, found);
    const std::size_t object = bytes.rfind(" obj", found);
    if (stream == bytes.npos || object == bytes.npos || stream - object > kMostHead) continue;
    std::size_t picture = stream + kStream.size();
    while (picture < bytes.size() && (bytes[picture] == '\r' || bytes[picture] == '\n')) ++picture;
    const int colours = colours_of_jpeg(bytes.substr(std::min(picture, bytes.size())));
    if (colours != 3) continue;
    const std::size_t name = bytes.substr(0, stream).find(kGrey, object);
    if (name != bytes.npos) pdf.replace(name, kGrey.size(), kColours);
  }
  return pdf;
}

}  // namespace vankien
