#include "indexer/ocr/page_picture.h"

#include <poppler/cpp/poppler-document.h>
#include <poppler/cpp/poppler-global.h>
#include <poppler/cpp/poppler-image.h>
#include <poppler/cpp/poppler-page-renderer.h>
#include <poppler/cpp/poppler-page.h>

#include <algorithm>
#include <cstring>
#include <string>

#include "indexer/extract/picture_colours.h"
#include "indexer/ocr/file_bytes.h"

namespace vankien {
namespace {

constexpr double kPointsOfAnInch = 72;
constexpr double kMillimetresOfAPoint = 25.4 / 72;

PagePicture checked(Pix* pix) {
  if (pix == nullptr) throw ExtractError("out_of_memory", "no memory for the picture of the page");
  return PagePicture(pix);
}

void refuse_large(double width, double height, const std::string& size) {
  if (width * height > kMostPixels)
    throw ExtractError("too_large", "page of " + size + ", too large to be read by OCR");
}

PagePicture to_grey(const poppler::image& image) {
  PagePicture grey = checked(pixCreate(image.width(), image.height(), 8));
  for (int y = 0; y < image.height(); ++y) {
    const char* row = image.const_data() + static_cast<std::ptrdiff_t>(y) * image.bytes_per_row();
    l_uint32* line = pixGetData(grey.get()) + static_cast<std::ptrdiff_t>(y) * pixGetWpl(grey.get());
    for (int x = 0; x < image.width(); ++x) SET_DATA_BYTE(line, x, static_cast<unsigned char>(row[x]));
  }
  return grey;
}

PagePicture render(const std::string& lying, std::size_t number) {
  const std::string bytes = with_true_colours(lying);
  poppler::set_debug_error_function([](const std::string&, void*) {}, nullptr);
  const std::unique_ptr<poppler::document> document(
      poppler::document::load_from_raw_data(bytes.data(), static_cast<int>(bytes.size())));
  if (!document) throw ExtractError("damaged", "not a readable PDF");
  if (document->is_locked()) throw ExtractError("encrypted", "PDF under a password");
  const std::unique_ptr<poppler::page> page(document->create_page(static_cast<int>(number) - 1));
  if (!page) throw ExtractError("damaged", "the page cannot be opened");
  const poppler::rectf paper = page->page_rect();
  constexpr double kScale = kRenderingDpi / kPointsOfAnInch;
  refuse_large(paper.width() * kScale, paper.height() * kScale,
               std::to_string(static_cast<long>(paper.width() * kMillimetresOfAPoint)) + " × " +
                   std::to_string(static_cast<long>(paper.height() * kMillimetresOfAPoint)) + " mm");
  poppler::page_renderer renderer;
  renderer.set_image_format(poppler::image::format_gray8);
  renderer.set_render_hint(poppler::page_renderer::antialiasing, true);
  renderer.set_render_hint(poppler::page_renderer::text_antialiasing, true);
  const poppler::image image = renderer.render_page(page.get(), kRenderingDpi, kRenderingDpi);
  if (!image.is_valid()) throw ExtractError("damaged", "the page cannot be drawn");
  return to_grey(image);
}

/// The resolution a picture was taken at. What files say is believed only where it is no program's default; else the
/// shorter side is taken for that of an A4 sheet, as nearly all papers are.
double resolution(const Pix* pix) {
  const int said = pixGetXRes(pix);
  if (said >= 100 && said <= 1200) return said;
  constexpr double kShortSideOfA4 = 8.27;  // inches
  return std::min(pixGetWidth(pix), pixGetHeight(pix)) / kShortSideOfA4;
}

PagePicture load(const std::string& bytes, std::size_t number) {
  setMsgSeverity(L_SEVERITY_NONE);
  const auto* data = reinterpret_cast<const l_uint8*>(bytes.data());
  const bool tiff = bytes.starts_with("II*") || bytes.starts_with("MM");
  int format = 0, width = 0, height = 0, bits = 0, samples = 0, has_map = 0;
  const int page = static_cast<int>(number) - 1;
  const int failed =
      tiff ? readHeaderMemTiff(data, bytes.size(), page, &width, &height, &bits, &samples, nullptr, &has_map,
                               &format)
           : pixReadHeaderMem(data, bytes.size(), &format, &width, &height, &bits, &samples, &has_map);
  if (failed != 0 || width <= 0 || height <= 0) throw ExtractError("damaged", "not a readable picture");
  refuse_large(width, height, std::to_string(width) + " × " + std::to_string(height) + " pixels");
  const PagePicture pix(tiff ? pixReadMemTiff(data, bytes.size(), static_cast<std::size_t>(page))
                             : pixReadMem(data, bytes.size()));
  if (!pix) throw ExtractError("damaged", "not a readable picture");
  // Transparent paper is white.
  const PagePicture opaque =
      checked(pixGetSpp(pix.get()) == 4 ? pixRemoveAlpha(pix.get()) : pixClone(pix.get()));
  PagePicture grey = checked(pixConvertTo8(opaque.get(), 0));
  pixSetResolution(grey.get(), pixGetXRes(pix.get()), pixGetYRes(pix.get()));
  return grey;
}

/// Nothing darker than a light grey, the dust of a scanner's glass aside.
bool is_blank(Pix* grey) {
  constexpr int kInk = 160;
  constexpr double kDust = 2e-5;  // of the page's pixels: half a full stop of 13 points
  const PagePicture ink = checked(pixThresholdToBinary(grey, kInk));
  l_int32 count = 0;
  pixCountPixels(ink.get(), &count, nullptr);
  return count < kDust * pixGetWidth(grey) * pixGetHeight(grey);
}

}  // namespace

PagePicture picture_of_page(const std::filesystem::path& file, std::size_t page,
                            const ExtractLimits& limits) {
  constexpr std::size_t kPdfHead = 1024;
  const std::string bytes = file_bytes(file, limits.input_bytes);
  const bool pdf = bytes.substr(0, kPdfHead).find("%PDF-") != std::string::npos;
  const PagePicture grey = pdf ? render(bytes, page) : load(bytes, page);
  if (is_blank(grey.get())) return nullptr;
  const auto factor = static_cast<float>(kReadingDpi / (pdf ? kRenderingDpi : resolution(grey.get())));
  PagePicture scaled = checked(pixScale(grey.get(), factor, factor));
  pixSetResolution(scaled.get(), kReadingDpi, kReadingDpi);
  return scaled;
}

}  // namespace vankien
