// 1. A JPEG of three colours that a PDF calls grey is called coloured, and nothing else of the file changes, not even its length.
// 2. What is no JPEG, is cut off or has no description stays as it is.
#include "indexer/extract/picture_colours.h"

#include <gtest/gtest.h>

namespace vankien {
namespace {

using namespace std::literals;

/// The head of a JPEG: an application's segment of six bytes, then a frame of so many colours.
std::string jpeg(char colours) {
  return "\xFF\xD8\xFF\xE0\0\x06"s + "JFIF" + "\xFF\xC0\0\x11\x08\0\x10\0\x10"s + colours + "rest";
}

std::string pdf(const std::string& space, const std::string& picture) {
  return "%PDF-1.4\n3 0 obj\n<< /ColorSpace /DeviceGray >>\nendobj\n4 0 obj\n<< /Subtype /Image "
         "/ColorSpace " +
         space + " /Filter /DCTDecode /Length 9 >>\nstream\r\n" + picture + "\nendstream\nendobj\n";
}

TEST(PictureColours, AreThoseOfTheJpeg) {
  EXPECT_EQ(with_true_colours(pdf("/DeviceGray", jpeg(3))), pdf("/DeviceRGB ", jpeg(3)));
  const std::string two = pdf("/DeviceGray", jpeg(3)) + pdf("/DeviceGray", jpeg(3));
  EXPECT_EQ(with_true_colours(two), pdf("/DeviceRGB ", jpeg(3)) + pdf("/DeviceRGB ", jpeg(3)));
}

TEST(PictureColours, OtherFilesStay) {
  const std::string files[] = {pdf("/DeviceGray", jpeg(1)),
                               pdf("/DeviceRGB", jpeg(3)),
                               pdf("/DeviceRGB", jpeg(1)),  // of a palette
                               pdf("/DeviceCMYK", jpeg(4)),
                               pdf("/DeviceGray", "no JPEG"),
                               pdf("/DeviceGray", "\xFF\xD8"),
                               pdf("/DeviceGray", "\xFF\xD8\xFF\xE0\xFF\xFF"),
                               "/DCTDecode",
                               "4 0 obj /DeviceGray /DCTDecode stream",
                               ""};
  for (const std::string& file : files) EXPECT_EQ(with_true_colours(file), file);
}

}  // namespace
}  // namespace vankien
